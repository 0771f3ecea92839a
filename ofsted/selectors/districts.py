"""How the settings of each district are judged (O3, O4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import Count, Q, Value

from ofsted.models import Inspection
from ofsted.rules.regimes import Regime
from ofsted.selectors.register import OLD_GRADES, Judged, area_needs_attention, latest_graded
from providers.models import Provider
from providers.selectors import Listing, by_listing

#: What is counted: overall grades of old, and report cards, which have none and are never mixed with them.
GRADED = (*OLD_GRADES, Judged.REPORT_CARD, Judged.REPORT_CARD_ATTENTION)


class Counted(NamedTuple):
    """Of a district: its listed settings, and how many of them are judged so."""

    settings: int = 0
    judged: Mapping[Judged, int] = MappingProxyType({})


def judged_by_district(*, on: date) -> Mapping[int | None, Counted]:
    """Of the settings that Ofsted lists: how many of each district are judged so on a day, by what is
    published by then; None for those of no district. Report cards are counted whole, and again where an area
    needs attention. One query, which reads every setting and its newest judgement.
    """
    card = Q(regime=Regime.REPORT_CARD)
    kinds = {
        **{kind: ~card & Q(overall=grade) for kind, grade in OLD_GRADES.items()},
        Judged.REPORT_CARD: card,
        Judged.REPORT_CARD_ATTENTION: card & area_needs_attention(),
    }
    listed = by_listing(Provider.objects.order_by(), Listing.LISTED)
    newest = Inspection.objects.filter(pk__in=latest_graded(on).values("pk"), provider__in=listed).order_by()
    none = {str(kind): Value(0) for kind in kinds}
    judged = {str(kind): Count("pk", filter=those) for kind, those in kinds.items()}
    rows = (
        listed.values_list("district_id").annotate(settings=Count("pk"), **none),
        newest.values_list("provider__district_id").annotate(settings=Value(0), **judged),
    )
    found: dict[int | None, list[int]] = {}
    for district, *numbers in rows[0].union(rows[1], all=True):
        before = found.get(district, [0] * len(numbers))
        found[district] = [sum(pair) for pair in zip(before, numbers, strict=True)]
    return {
        district: Counted(number, dict(zip(kinds, numbers, strict=True)))
        for district, (number, *numbers) in found.items()
    }
