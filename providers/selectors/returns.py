"""Reads of staff returns: periods, what was certified, who was reminded. Who owes one is known where members are (memberships)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from accounts.models import User
from accounts.permissions import Permission
from providers import rules
from providers.models import Provider, ProviderGrant, ReturnPeriod, StaffReturn, StaffReturnReminder

#: What a link in a letter is for; it is about a StaffReturnReminder.
LINK_PURPOSE = "providers.staff_return"
CHILDMINDERS = frozenset({Provider.Type.CHILDMINDER, Provider.Type.CHILDMINDER_AWAY, Provider.Type.HOME})


def is_childminder(provider: Provider) -> bool:
    """Whether the setting is one person, who counts as one: the question is then how many assistants there are."""
    return provider.provider_type in CHILDMINDERS


def periods() -> QuerySet[ReturnPeriod]:
    """Every period, the newest count date first, each with ``next_opens_on`` and the number ``certified``."""
    later = ReturnPeriod.objects.filter(count_date__gt=OuterRef("count_date")).order_by("count_date")
    number = StaffReturn.objects.filter(period=OuterRef("pk")).order_by().values("period").annotate(number=Count("pk"))
    return ReturnPeriod.objects.annotate(
        next_opens_on=Subquery(later.values("opens_on")[:1]), certified=Subquery(number.values("number"))
    ).order_by("-count_date", "-pk")


def period_by_id(period_id: int) -> ReturnPeriod | None:
    return periods().filter(pk=period_id).first()


def open_period(on: date) -> ReturnPeriod | None:
    """The period that is to be answered on a day, late or not: the last one that has opened."""
    return periods().filter(opens_on__lte=on).first()


def newest_period(on: date) -> ReturnPeriod | None:
    """The one that a list shows first: the open one, else the next to come."""
    return open_period(on) or periods().order_by("count_date").first()


def times_of(period: ReturnPeriod) -> rules.PeriodTimes:
    """The days of a period as the rules take them."""
    next_opens_on = getattr(period, "next_opens_on", None)
    if not hasattr(period, "next_opens_on"):
        later = ReturnPeriod.objects.filter(count_date__gt=period.count_date).order_by("count_date")
        next_opens_on = later.values_list("opens_on", flat=True).first()
    return rules.PeriodTimes(period.count_date, period.opens_on, period.due_on, next_opens_on)


def state_of_period(period: ReturnPeriod, *, on: date) -> rules.PeriodState:
    return rules.period_state(times_of(period), on)


def definition_for(period: ReturnPeriod, provider: Provider) -> str:
    """Who counts, in the authority's words for this kind of setting."""
    return (is_childminder(provider) and period.childminder_definition) or period.definition


def return_of(provider: Provider, period: ReturnPeriod) -> StaffReturn | None:
    """What a setting certified for a period, with its lines."""
    rows = StaffReturn.objects.select_related("certified_by", "period", "provider").prefetch_related("lines")
    return rows.filter(provider=provider, period=period).first()


def last_return(provider: Provider, *, before: ReturnPeriod) -> StaffReturn | None:
    """What the setting certified for the latest period with an earlier count date, with its lines."""
    rows = StaffReturn.objects.select_related("period", "certified_by").prefetch_related("lines")
    return rows.filter(provider=provider, period__count_date__lt=before.count_date).order_by("-period__count_date").first()


def returns_of(provider: Provider) -> QuerySet[StaffReturn]:
    """Everything that a setting certified, the latest first."""
    return StaffReturn.objects.filter(provider=provider).select_related("period", "certified_by").order_by("-period__count_date", "pk")


def earlier_numbers(staff_return: StaffReturn) -> list[dict[str, Any]]:
    """What the return said before each correction, the latest first: ``staff``, ``certified_at``."""
    rows = staff_return.history.order_by("-pgh_id").values("staff", "certified_at")  # type: ignore[attr-defined]
    kept: list[dict[str, Any]] = []
    for row in rows:
        if (row["staff"], row["certified_at"]) != (staff_return.staff, staff_return.certified_at) and row not in kept:
            kept.append(row)
    return kept


def return_for_update(provider_id: int, period_id: int) -> StaffReturn | None:
    rows = StaffReturn.objects.select_for_update(of=("self",), no_key=True).select_related("certified_by")
    return rows.filter(provider_id=provider_id, period_id=period_id).first()


def reminder_by_id(reminder_id: int) -> StaffReturnReminder | None:
    return StaffReturnReminder.objects.select_related("provider", "period").filter(pk=reminder_id).first()


def reminders_of(period: ReturnPeriod, provider_ids: Collection[int]) -> dict[int, date]:
    """When each of these settings was last reminded of a period."""
    rows = StaffReturnReminder.objects.filter(period=period, provider_id__in=provider_ids).order_by("sent_on")
    return dict(rows.values_list("provider_id", "sent_on"))


def answers_for(user: User, provider: Provider) -> bool:
    """Whether a person manages the setting today, rather than doing its tasks as an officer."""
    held = ProviderGrant.objects.filter(user=user, content_object=provider)
    return held.filter(permission__codename=Permission.MANAGE_SETTING.split(".")[1]).exists()
