"""How the settings of each district are judged (O3, O4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q

from ofsted.models import Inspection
from ofsted.rules.regimes import Regime
from ofsted.selectors.register import OLD_GRADES, Judged, area_needs_attention, latest_graded

#: What is counted: overall grades of old, and report cards, which have none and are never mixed with them.
GRADED = (*OLD_GRADES, Judged.REPORT_CARD, Judged.REPORT_CARD_ATTENTION)


def judged_by_district(*, on: date) -> Mapping[int | None, Mapping[Judged, int]]:
    """Of the settings that Ofsted lists: how many of each district are judged so on a day, by what is published
    by then; None for those of no district. Report cards are counted whole, and again where an area needs
    attention. One query, which reads the newest judgement of every setting.
    """
    card = Q(regime=Regime.REPORT_CARD)
    kinds = {
        **{kind: ~card & Q(overall=grade) for kind, grade in OLD_GRADES.items()},
        Judged.REPORT_CARD: card,
        Judged.REPORT_CARD_ATTENTION: card & area_needs_attention(),
    }
    newest = Inspection.objects.filter(pk__in=latest_graded(on).values("pk")).filter(
        provider__first_listed_on__isnull=False, provider__unlisted_since__isnull=True
    )
    counted = newest.order_by().values_list("provider__district_id")
    rows = counted.annotate(**{str(kind): Count("pk", filter=those) for kind, those in kinds.items()})
    return {district: dict(zip(kinds, numbers, strict=True)) for district, *numbers in rows}
