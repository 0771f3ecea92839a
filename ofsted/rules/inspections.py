"""An inspection as the rules see it (O3), in the columns in which it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.reasons import Reason, Term
from ofsted.rules.regimes import (
    AREAS,
    GROUP_OF,
    JUDGEMENT_COLUMNS,
    REPORT_CARD_AREAS,
    Group,
    Regime,
    area_label,
    areas_of,
    grade_words,
)


class InspectionFacts(NamedTuple):
    """One inspection of one registration. Every judgement is a number of its area's vocabulary, or None."""

    regime: Regime
    inspection_number: str | None
    inspected_on: date
    visit_type: str | None = None
    is_graded: bool = False
    overall: int | None = None
    quality_of_education: int | None = None
    behaviour_and_attitudes: int | None = None
    personal_development: int | None = None
    leadership_and_management: int | None = None
    safeguarding_effective: int | None = None
    rc_safeguarding: int | None = None
    rc_inclusion: int | None = None
    rc_curriculum_and_teaching: int | None = None
    rc_achievement: int | None = None
    rc_behaviour: int | None = None
    rc_welfare: int | None = None
    rc_leadership_and_governance: int | None = None
    rc_early_years: int | None = None
    met: int | None = None
    published_on: date | None = None
    in_national_file: bool = True

    def judgement(self, area: str) -> int | None:
        """The number given for an area, if it was judged."""
        if AREAS[area].column == "met":
            return self.met if area == self.regime else None
        value: int | None = getattr(self, area, None)
        return value


def is_graded(regime: Regime, judgements: Mapping[str, int | None]) -> bool:
    """Whether an inspection carries a judgement that can be the latest relevant one (O4).

    A visit under the report card framework that judged no area is not graded, unless it found safeguarding
    not met.
    """
    group = GROUP_OF[regime]
    if group is Group.LEGACY:
        return judgements.get("overall") is not None
    if group is Group.REPORT_CARD:
        if judgements.get("rc_safeguarding") == AREAS["rc_safeguarding"].grades.value_of("Not met"):
            return True
        return any(
            judgements.get(area) is not None for area in REPORT_CARD_AREAS if area != "rc_safeguarding"
        )
    return False


def judgements_in_words(facts: InspectionFacts) -> list[tuple[Term, Term]]:
    """(area, grade) as published, in the published order. Areas that were not judged are left out."""
    return [
        (area_label(area, facts.regime), grade_words(area, value, facts.inspected_on))
        for area in areas_of(facts.regime)
        if (value := facts.judgement(area)) is not None
    ]


def problems(facts: InspectionFacts) -> list[Reason]:
    """What makes a hand-recorded inspection impossible: a judgement
    that its regime does not have, or a wrong number.
    """
    allowed = {AREAS[area].column for area in areas_of(facts.regime)}
    reasons: list[Reason] = []
    for column in JUDGEMENT_COLUMNS:
        value: int | None = getattr(facts, column)
        if value is None:
            continue
        area = facts.regime.value if column == "met" and facts.regime.value in AREAS else column
        if column not in allowed:
            reasons.append(_foreign_judgement(column, facts.regime))
        elif value not in AREAS[area].grades.words:
            reasons.append(Reason("O3", gettext_noop("%(area)s has no grade %(value)d."),
                                {"area": AREAS[area].label, "value": value}))  # fmt: skip
    return reasons


def _foreign_judgement(column: str, regime: Regime) -> Reason:
    if column == "overall" and regime is Regime.REPORT_CARD:
        return Reason("O3", gettext_noop("A report card has no overall grade."))
    label = AREAS[column].label if column in AREAS else Term(gettext_noop("Met or not met"))
    return Reason("O3", gettext_noop("%(area)s is not judged at this kind of inspection."), {"area": label})
