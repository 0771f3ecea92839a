"""The kind of judgement that counts for a setting, in one expression, for counts of many settings (O4).

Old grades and report cards are never mixed: a report card has no overall grade, so it is of a kind of its
own (O3).
"""

from __future__ import annotations

from datetime import date

from django.db.models import Case, CharField, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from ofsted.models import Inspection
from ofsted.rules.regimes import Regime
from ofsted.selectors.register import (
    MET_REGIMES,
    OLD_GRADES,
    Judged,
    area_needs_attention,
    known,
)


def judged_kind(setting: str, *, on: date) -> Coalesce:
    """For an annotation: what ``setting`` (a path to a setting) is judged as on a day, one of ``Judged``.

    ``REPORT_CARD`` is one without an area that needs attention. Empty text is a grade of no known kind.
    """
    card_first = Case(When(regime=Regime.REPORT_CARD, then=Value(0)), default=Value(1))
    is_card = Q(regime=Regime.REPORT_CARD)
    kind = Case(
        When(is_card & area_needs_attention(), then=Value(str(Judged.REPORT_CARD_ATTENTION))),
        When(is_card, then=Value(str(Judged.REPORT_CARD))),
        *(When(overall=grade, then=Value(str(judged))) for judged, grade in OLD_GRADES.items()),
        default=Value(""),
        output_field=CharField(),
    )
    rows = Inspection.objects.filter(known(on), provider=OuterRef(setting))
    latest = rows.filter(is_graded=True).order_by("-inspected_on", card_first, "-inspection_number", "-pk")
    met = Exists(rows.filter(regime__in=MET_REGIMES, met__isnull=False))
    without_grade = Case(
        When(**{f"{setting}__agency__isnull": False}, then=Value(str(Judged.AGENCY))),
        When(met, then=Value(str(Judged.MET_ONLY))),
        default=Value(str(Judged.NOT_INSPECTED)),
        output_field=CharField(),
    )
    return Coalesce(Subquery(latest.annotate(kind=kind).values("kind")[:1]), without_grade)
