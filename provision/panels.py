"""Staff numbers as the pages and lists of other apps show them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Exists, OuterRef, Q

from providers.models import Provider
from provision.models import ReturnPeriod, StaffReturn
from provision.selectors import open_members, returns_of


def last_returns_of(provider: Provider) -> list[StaffReturn]:
    """The newest two that a setting certified."""
    return list(returns_of(provider)[:2])


def returns_by_group(period: ReturnPeriod, collaboration_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many members of each of some groups have certified for a period, and how many are asked."""
    made = Exists(StaffReturn.objects.filter(period=period, provider=OuterRef("provider")))
    rows = open_members(period.count_date).filter(collaboration__in=collaboration_ids).order_by()
    numbers = {"number": Count("pk"), "certified": Count("pk", filter=Q(has_made=True))}
    counted = rows.annotate(has_made=made).values("collaboration").annotate(**numbers)
    return {row["collaboration"]: (row["certified"], row["number"]) for row in counted}
