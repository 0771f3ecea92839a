"""The leading policy (O5): may a setting with this judgement lead a collaboration?

An authority adopts a dated, numbered table. Each cell says for one judgement of one area: may lead, an
officer decides, or below the line. A setting's verdict is the worst of the cells that apply to its latest
relevant inspection.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import IntegerChoices
from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason, Term
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.regimes import (
    AREAS,
    GROUP_OF,
    Group,
    Regime,
    Vocabulary,
    area_label,
    grade_words,
)
from ofsted.rules.relevance import Relevant, Standing


class Verdict(IntegerChoices):
    """From best to worst, so that the worst of several is their maximum. The label is a term of reasons."""

    MAY_LEAD = 0, Term(gettext_noop("May lead"))
    OFFICER_DECIDES = 1, Term(gettext_noop("An officer decides"))
    BELOW_LINE = 2, Term(gettext_noop("Below the line"))


class Cell(NamedTuple):
    """One line of the table: a judgement of an area."""

    area: str
    judgement: int

    @property
    def group(self) -> Group:
        """The regime group the cell belongs to."""
        return AREAS[self.area].group


class Row(NamedTuple):
    """A cell with its verdict, as it is stored and shown."""

    group: Group
    area: str
    judgement: int
    verdict: Verdict


ALL_CELLS: tuple[Cell, ...] = tuple(
    Cell(code, value) for code, area in AREAS.items() for value in area.grades.words
)


def _shipped_verdict(cell: Cell) -> Verdict:
    """The default of O5, as shipped."""
    urgent = AREAS["rc_inclusion"].grades.value_of("Urgent improvement")
    attention = AREAS["rc_inclusion"].grades.value_of("Needs attention")
    if cell.group in (Group.MET, Group.NONE):
        return Verdict.OFFICER_DECIDES
    if cell.group is Group.AGENCY:
        return (Verdict.OFFICER_DECIDES, Verdict.MAY_LEAD, Verdict.BELOW_LINE)[cell.judgement]
    if cell.area == "overall":
        return (
            Verdict.MAY_LEAD
            if cell.judgement <= AREAS["overall"].grades.value_of("Good")
            else Verdict.BELOW_LINE
        )
    if cell.area == "rc_safeguarding":
        return Verdict.MAY_LEAD if cell.judgement == 1 else Verdict.BELOW_LINE
    if cell.group is Group.REPORT_CARD and cell.judgement >= attention:
        strict = cell.judgement == urgent or cell.area == "rc_leadership_and_governance"
        return Verdict.BELOW_LINE if strict else Verdict.OFFICER_DECIDES
    return Verdict.MAY_LEAD


SHIPPED_CELLS: Mapping[Cell, Verdict] = MappingProxyType({cell: _shipped_verdict(cell) for cell in ALL_CELLS})


@dataclass(frozen=True, slots=True)
class LeadingPolicy:
    """A version of an authority's table. It has a verdict for every cell."""

    version: int
    cells: Mapping[Cell, Verdict]

    @classmethod
    def shipped(cls, version: int = 1) -> LeadingPolicy:
        """The default that every authority starts from."""
        return cls(version, SHIPPED_CELLS)

    def rows(self) -> list[Row]:
        """The table in the published order of areas, best judgement first."""
        return [
            Row(cell.group, cell.area, cell.judgement, self.cells[cell])
            for cell in ALL_CELLS
            if cell in self.cells
        ]

    def verdict_of(self, cell: Cell) -> Verdict:
        """The cell's verdict; a cell that the table does not have is left to an officer."""
        return self.cells.get(cell, Verdict.OFFICER_DECIDES)

    def problems(self) -> list[Reason]:
        """Why this table cannot be adopted: cells without a verdict, or cells that do not exist."""
        missing = [cell for cell in ALL_CELLS if cell not in self.cells]
        unknown = [cell for cell in self.cells if cell not in SHIPPED_CELLS]
        return [
            Reason("O5", gettext_noop("The table says nothing about “%(area)s: %(judgement)s”."),
                   {"area": AREAS[cell.area].label, "judgement": grade_words(cell.area, cell.judgement)})
            for cell in missing
        ] + [
            Reason("O5", gettext_noop("The table has a line that no inspection can have: “%(area)s: %(judgement)d”."),
                   {"area": cell.area, "judgement": cell.judgement})
            for cell in unknown
        ]  # fmt: skip

    def arrays(self) -> dict[str, list[int]]:
        """Severity (0 may lead, 1 an officer decides, 2 below the line)
        of each area, indexed by the stored grade.

        For a set-based sweep. Place 0 is "not judged" and adds nothing, except for `agency` (not known) and
        `not_inspected` (its only place). A graded inspection's verdict is the greatest over its own columns;
        one without grades reads the array named by its regime (`ncor`, `oosc`, `cr`) at its `met`.
        """
        return {code: self._severities(code, area.grades) for code, area in AREAS.items()}

    def _severities(self, area: str, grades: Vocabulary) -> list[int]:
        places = range(max(grades.words) + 1)
        return [int(self.verdict_of(Cell(area, place))) if place in grades.words else 0 for place in places]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the policy says of a setting on a day, and why."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    policy_version: int

    @property
    def may_lead(self) -> bool:
        """Whether no officer needs to decide anything."""
        return self.verdict is Verdict.MAY_LEAD


def decide(policy: LeadingPolicy, relevant: Relevant) -> Decision:
    """The worst verdict of the cells that apply, with a reason for each cell that says so (O5)."""
    applying = cells_of(relevant)
    verdict = max(map(policy.verdict_of, applying), default=Verdict.OFFICER_DECIDES)
    deciding = [cell for cell in applying if policy.verdict_of(cell) is verdict]
    reasons = (*_reasons(policy, relevant, verdict, deciding), *relevant.reasons)
    return Decision(verdict, reasons, policy.version)


def cells_of(relevant: Relevant) -> list[Cell]:
    """The cells of the table that a setting's latest relevant judgement touches."""
    if relevant.inspection is None:
        if relevant.standing is Standing.AGENCY:
            return [Cell("agency", relevant.agency_judgement or 0)]
        return [Cell("not_inspected", 0)]
    inspection = relevant.inspection
    group = GROUP_OF[inspection.regime]
    return [
        Cell(code, value)
        for code, area in AREAS.items()
        if area.group is group and (value := inspection.judgement(code)) is not None
    ]


def _reasons(
    policy: LeadingPolicy, relevant: Relevant, verdict: Verdict, deciding: list[Cell]
) -> list[Reason]:
    if relevant.inspection is None:
        return [_without_inspection(policy, relevant, verdict)]
    inspection = relevant.inspection
    group = GROUP_OF[inspection.regime]
    if group is Group.REPORT_CARD and verdict is Verdict.MAY_LEAD:
        return [_clean_report_card(policy, inspection)]
    if group is Group.LEGACY and any(cell.area == "overall" for cell in deciding):
        deciding = [cell for cell in deciding if cell.area == "overall"]
    return [_judged(policy, inspection, cell, verdict) for cell in deciding]


def _judged(policy: LeadingPolicy, inspection: InspectionFacts, cell: Cell, verdict: Verdict) -> Reason:
    """One judgement in words, with its inspection, its publication and the version of the policy."""
    words = grade_words(cell.area, cell.judgement, inspection.inspected_on)
    facts = {
        "area": area_label(cell.area, inspection.regime),
        "judgement": words,
        **_where(policy, inspection),
    }
    if cell.area == "overall" and inspection.regime is not Regime.SCHOOL:
        if inspection.published_on:
            return Reason("O5", gettext_noop(
                "%(judgement)s at the inspection of %(inspected_on)s, published %(published_on)s; "
                "leading policy version %(version)d"), facts)  # fmt: skip
        return Reason("O5", gettext_noop(
            "%(judgement)s at the inspection of %(inspected_on)s, as listed by Ofsted; "
            "leading policy version %(version)d"), facts)  # fmt: skip
    if cell.group is Group.MET:
        return Reason("O5", gettext_noop(
            "%(area)s: %(judgement)s at the visit of %(inspected_on)s, which gave no grade: %(verdict)s; "
            "leading policy version %(version)d"), {**facts, "verdict": verdict.label})  # fmt: skip
    if inspection.published_on:
        return Reason("O5", gettext_noop(
            "%(area)s: %(judgement)s at the inspection of %(inspected_on)s (%(regime)s), published %(published_on)s; "
            "leading policy version %(version)d"), facts)  # fmt: skip
    return Reason("O5", gettext_noop(
        "%(area)s: %(judgement)s at the inspection of %(inspected_on)s (%(regime)s), as listed by Ofsted; "
        "leading policy version %(version)d"), facts)  # fmt: skip


def _clean_report_card(policy: LeadingPolicy, inspection: InspectionFacts) -> Reason:
    """A report card that nothing speaks against. It has no overall grade, so none is named."""
    return Reason("O5", gettext_noop(
        "No judgement on the report card of %(inspected_on)s keeps the setting from leading; "
        "leading policy version %(version)d"), _where(policy, inspection))  # fmt: skip


def _without_inspection(policy: LeadingPolicy, relevant: Relevant, verdict: Verdict) -> Reason:
    facts: dict[str, Fact] = {"verdict": verdict.label, "version": policy.version}
    if relevant.standing is Standing.AGENCY:
        return Reason("O5", gettext_noop(
            "Registered with a childminder agency, which Ofsted judges in its place (%(judgement)s): %(verdict)s; "
            "leading policy version %(version)d"),
            {**facts, "judgement": grade_words("agency", relevant.agency_judgement or 0)})  # fmt: skip
    return Reason("O5", gettext_noop(
        "No published inspection of this registration by %(day)s: %(verdict)s; leading policy version %(version)d"),
        {**facts, "day": relevant.on})  # fmt: skip


def _where(policy: LeadingPolicy, inspection: InspectionFacts) -> dict[str, Fact]:
    facts: dict[str, Fact] = {
        "inspected_on": inspection.inspected_on,
        "regime": inspection.regime.label,
        "version": policy.version,
    }
    if inspection.published_on:
        facts["published_on"] = inspection.published_on
    return facts
