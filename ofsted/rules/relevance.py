"""The latest relevant judgement (O4): which inspection counts on a day.

The newest graded inspection of the setting's own registration by inspection date, published on or before the
day. A later visit without grades, such as one with no children on roll, does not clear an earlier grade.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.regimes import GROUP_OF, Group, Regime, grade_words

FRAMEWORKS = tuple(Regime)


class Standing(StrEnum):
    """Where a setting stands with Ofsted on a day."""

    GRADED = "graded"
    MET_ONLY = "met_only"
    AGENCY = "agency"
    NOT_INSPECTED = "not_inspected"


@dataclass(frozen=True, slots=True)
class Relevant:
    """The answer for one setting on one day: its standing, the
    inspection that counts, and what came after it.
    """

    standing: Standing
    on: date
    inspection: InspectionFacts | None = None
    agency_judgement: int | None = None
    later_visits: tuple[InspectionFacts, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Sentences for later visits that change nothing."""
        return tuple(map(_changes_nothing, self.later_visits))


def known_on(inspection: InspectionFacts, day: date) -> bool:
    """Whether an inspection counts on a day: done by then and published by then.

    The national file lists published inspections only and gives no day of publication: those count from their
    own day.
    """
    if inspection.inspected_on > day:
        return False
    if inspection.published_on is not None:
        return inspection.published_on <= day
    return inspection.in_national_file


def latest_relevant(
    inspections: Iterable[InspectionFacts],
    on: date,
    *,
    with_agency: bool = False,
    agency_judgement: int | None = None,
) -> Relevant:
    """The judgement that counts on a day, of the inspections of the setting's own registration (O4)."""
    known = sorted((inspection for inspection in inspections if known_on(inspection, on)), key=_newest_last)
    graded = [inspection for inspection in known if inspection.is_graded]
    if graded:
        counts = graded[-1]
        later = tuple(
            inspection
            for inspection in known
            if not inspection.is_graded and inspection.inspected_on > counts.inspected_on
        )
        return Relevant(Standing.GRADED, on, counts, later_visits=later)
    if with_agency:
        return Relevant(Standing.AGENCY, on, agency_judgement=agency_judgement)
    without_grades = [
        inspection
        for inspection in known
        if GROUP_OF[inspection.regime] is Group.MET and inspection.met is not None
    ]
    if without_grades:
        return Relevant(Standing.MET_ONLY, on, without_grades[-1])
    return Relevant(Standing.NOT_INSPECTED, on)


def _newest_last(inspection: InspectionFacts) -> tuple[date, bool, bool, int, str, int]:
    """By day; on one day a graded one last, and a report card after an old grade; then by inspection number
    and by framework, so that the order in which they became known decides nothing.
    """
    number = inspection.inspection_number or ""
    card = GROUP_OF[inspection.regime] is Group.REPORT_CARD
    return (
        inspection.inspected_on,
        inspection.is_graded,
        card,
        int(number) if number.isdecimal() else 0,
        number,
        FRAMEWORKS.index(inspection.regime),
    )


def _changes_nothing(visit: InspectionFacts) -> Reason:
    facts: dict[str, Fact] = {"kind": visit.regime.label, "day": visit.inspected_on}
    if visit.met is None:
        return Reason(
            "O4",
            gettext_noop("The later visit of %(day)s (%(kind)s) gave no grade and changes nothing."),
            facts,
        )
    return Reason(
        "O4",
        gettext_noop(
            "The later visit of %(day)s (%(kind)s: %(judgement)s) gave no grade and changes nothing."
        ),
        {**facts, "judgement": grade_words(visit.regime, visit.met)},
    )
