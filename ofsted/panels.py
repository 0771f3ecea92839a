"""The leading policy as a grid: a table for each way of judging, areas down, judgements across (O5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ofsted.rules.policy import Cell, LeadingPolicy, Verdict
from ofsted.rules.policy_cells import VERDICT_NAMES, in_lines


@dataclass(frozen=True, slots=True)
class GridCell:
    """What the policy says of one judgement. ``field`` is the control of a draft; ``was`` is what the version in
    force says, where that is something else.
    """

    judgement: str
    verdict: str
    look: str
    was: str = ""
    field: Any = None


@dataclass(frozen=True, slots=True)
class GridTable:
    """Areas that are judged by the same words; its ``name`` tells it from the others of a page."""

    name: str
    judgements: tuple[str, ...]
    rows: list[tuple[str, list[GridCell]]]


@dataclass(frozen=True, slots=True)
class GridGroup:
    label: str
    tables: list[GridTable]


def policy_grid(
    table: LeadingPolicy,
    *,
    before: LeadingPolicy | None = None,
    field_of: Callable[[Cell, str], Any] | None = None,
) -> list[GridGroup]:
    """The policy in its order. ``before``: the one in force. ``field_of(cell, label)`` gives the control of a cell,
    named by the label.
    """
    earlier = {} if before is None else dict(_cells(before))
    groups = []
    for group in in_lines(table):
        tables: list[GridTable] = []
        for area in group.areas:
            judgements = tuple(_(word) for _cell, word, _verdict in area.lines)
            label = _(area.label)
            cells = [
                GridCell(
                    judgement=_(word),
                    verdict=_word(verdict),
                    look=VERDICT_NAMES[verdict].replace("_", "-"),
                    was=_word(earlier[cell]) if earlier.get(cell, verdict) != verdict else "",
                    field=field_of(cell, f"{label}, {_(word)}") if field_of else None,
                )
                for cell, word, verdict in area.lines
            ]
            if not tables or tables[-1].judgements != judgements:
                tables.append(GridTable(f"{_(group.label)}: {label}", judgements, []))
            tables[-1].rows.append((label, cells))
        groups.append(GridGroup(_(group.label), tables))
    return groups


def _cells(table: LeadingPolicy) -> Iterator[tuple[Cell, Verdict]]:
    for group in in_lines(table):
        for area in group.areas:
            yield from ((cell, verdict) for cell, _word, verdict in area.lines)


def _word(verdict: Verdict) -> str:
    return _(verdict.label)
