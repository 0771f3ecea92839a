"""Staff numbers as the pages and lists of other apps show them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from core.prepared import prepared
from memberships.models.members import Membership
from providers.models import Provider
from provision.models import DeliveryPartnership, ReturnPeriod, StaffReturn
from provision.selectors import open_members, opened_periods, partners, partnerships_of, returns_of


def last_returns_of(provider: Provider) -> list[StaffReturn]:
    """The newest two that a setting certified."""
    return _newest_returns(provider=provider)


def period_of_page(on: date) -> ReturnPeriod | None:
    """``open_period``, for a page that always asks."""
    return next(iter(_opened(on=on)), None)


@prepared
def _opened(on: date) -> QuerySet[ReturnPeriod]:
    return opened_periods(on)[:1]


def partnerships_of_page(provider: Provider, *, on: date) -> list[DeliveryPartnership]:
    """``partnerships_of``, for a page that always asks."""
    rows = _partnerships(provider=provider, on=on)
    prefetch_related_objects(rows, partners())
    return rows


@prepared
def _partnerships(provider: Provider, on: date) -> QuerySet[DeliveryPartnership]:
    return partnerships_of(provider, on=on).prefetch_related(None)


@prepared
def _newest_returns(provider: Provider) -> QuerySet[StaffReturn]:
    return returns_of(provider)[:2]


def returns_by_group(period: ReturnPeriod, collaboration_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many members of each of some groups have certified for a period, and how many are asked."""
    made = Exists(StaffReturn.objects.filter(period=period, provider=OuterRef("provider")))
    rows = open_members(period.count_date).filter(collaboration__in=collaboration_ids).order_by()
    numbers = {"number": Count("pk"), "certified": Count("pk", filter=Q(has_made=True))}
    counted = rows.annotate(has_made=made).values("collaboration").annotate(**numbers)
    return {row["collaboration"]: (row["certified"], row["number"]) for row in counted}


def counted_periods(*, on: date) -> QuerySet[Any]:
    """The periods that have opened, the newest first, each with how many settings are ``asked`` for their
    staff number, and how many of these have ``certified``.
    """
    members = open_members(OuterRef("count_date")).order_by()
    made = StaffReturn.objects.filter(period=OuterRef(OuterRef("pk")), provider=OuterRef("provider"))
    return (
        ReturnPeriod.objects.filter(opens_on__lte=on)
        .annotate(asked=_counted(members), certified=_counted(members.filter(Exists(made))))
        .order_by("-count_date", "-pk")
    )


def progress_of(period_id: int, *, count_date: date, asked: int | None = None) -> tuple[int, int]:
    """How many settings that are asked have certified for a period, and how many are asked. One query.

    ``asked`` is known already where their number is not to be counted; then whoever certified is counted.
    """
    made = StaffReturn.objects.filter(period=period_id)
    if asked is not None:
        return made.count(), asked
    rows = (
        open_members(count_date)
        .order_by()
        .annotate(has_made=Exists(made.filter(provider=OuterRef("provider"))))
    )
    numbers = rows.aggregate(
        number=Count("provider", distinct=True),
        certified=Count("provider", distinct=True, filter=Q(has_made=True)),
    )
    return numbers["certified"], numbers["number"]


def _counted(members: QuerySet[Membership]) -> Coalesce:
    number = members.values("authority").annotate(number=Count("provider", distinct=True))
    return Coalesce(Subquery(number.values("number"), output_field=IntegerField()), Value(0))
