"""How a version of the leading policy is kept and compared (O5): cell by cell, by names instead of numbers.

A stored table is ``{"report_card.rc_inclusion.4": "officer_decides", …}``, so that a row of the database, a
history entry or a backup can be read without this program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.reasons import Term
from ofsted.rules.policy import ALL_CELLS, Cell, LeadingPolicy, Verdict
from ofsted.rules.regimes import AREAS, Group, grade_words

KEYS: Mapping[Cell, str] = {cell: f"{cell.group}.{cell.area}.{cell.judgement}" for cell in ALL_CELLS}
CELLS: Mapping[str, Cell] = {key: cell for cell, key in KEYS.items()}
VERDICT_NAMES: Mapping[Verdict, str] = {verdict: verdict.name.lower() for verdict in Verdict}
VERDICTS: Mapping[str, Verdict] = {name: verdict for verdict, name in VERDICT_NAMES.items()}


def stored(policy: LeadingPolicy) -> dict[str, str]:
    """The table as it is kept."""
    return {KEYS[cell]: VERDICT_NAMES[verdict] for cell, verdict in policy.cells.items()}


def from_stored(version: int, cells: Mapping[str, str]) -> LeadingPolicy:
    """A kept table as a policy. Raises KeyError for a cell or verdict that does not exist."""
    return LeadingPolicy(version, {CELLS[key]: VERDICTS[name] for key, name in cells.items()})


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell on which two tables do not agree; None where one of them says nothing."""

    cell: Cell
    one: Verdict | None
    other: Verdict | None

    @property
    def group(self) -> Term:
        return Term(self.cell.group.label)

    @property
    def area(self) -> Term:
        return AREAS[self.cell.area].label

    @property
    def judgement(self) -> Term:
        return grade_words(self.cell.area, self.cell.judgement)


def differences(one: LeadingPolicy, other: LeadingPolicy) -> list[Difference]:
    """Where two versions do not say the same, in the published order of areas."""
    return [
        Difference(cell, one.cells.get(cell), other.cells.get(cell))
        for cell in ALL_CELLS
        if one.cells.get(cell) is not other.cells.get(cell)
    ]


@dataclass(frozen=True, slots=True)
class AreaLines:
    """One area of the table: its name and its judgements, best first."""

    area: str
    label: Term
    lines: tuple[tuple[Cell, Term, Verdict | None], ...]


@dataclass(frozen=True, slots=True)
class GroupLines:
    """One regime group of the table with its areas."""

    group: Group
    label: Term
    areas: tuple[AreaLines, ...]


def in_lines(policy: LeadingPolicy) -> list[GroupLines]:
    """The whole table as it is laid out on a page: regime group, area, judgement."""
    return [
        GroupLines(
            group,
            Term(group.label),
            tuple(
                AreaLines(
                    code,
                    area.label,
                    tuple(
                        (cell, word, policy.cells.get(cell))
                        for value, word in area.grades.words.items()
                        for cell in [Cell(code, value)]
                    ),
                )
                for code, area in AREAS.items()
                if area.group is group
            ),
        )
        for group in Group
    ]
