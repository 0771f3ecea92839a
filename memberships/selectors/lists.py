"""Collaborations as lists and charts show them."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, JSONObject

from collaborations.models import Collaboration, CollaborationCount
from collaborations.rules import FORMING, LED
from collaborations.selectors import collaborations, enquiries_waiting
from core.prepared import prepared
from memberships.models.counts import LedCount
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.size import Size, bounds_of
from memberships.selectors.days import is_member_on, leads_on


def collaborations_with_size(*, on: date) -> QuerySet[Collaboration]:
    """Every collaboration with ``members`` and ``leaders`` (names) of a day."""
    return with_size(collaborations(), on=on)


def with_size(rows: QuerySet[Collaboration], *, on: date) -> QuerySet[Any]:
    """Some collaborations with ``members`` and ``leaders`` (names) of a day."""
    members = (
        Membership.objects.filter(is_member_on(on), collaboration=OuterRef("pk"))
        .order_by()
        .values("collaboration")
    )
    number = Subquery(members.annotate(number=Count("pk")).values("number"))
    leaders = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=OuterRef("pk"))
    names = leaders.order_by("user__full_name__in_order").values("user__full_name")
    return rows.annotate(members=Coalesce(number, Value(0)), leaders=ArraySubquery(names))


def of_size(rows: QuerySet[Collaboration], size: Size) -> QuerySet[Collaboration]:
    """Those of ``collaborations_with_size`` that are of a size (C2)."""
    least, most = bounds_of(size)
    bounds = {"members__gte": least, **({} if most is None else {"members__lte": most})}
    return rows.filter(**bounds)


def by_having_leaders(rows: QuerySet[Collaboration], *, on: date, wanted: bool) -> QuerySet[Collaboration]:
    """Those that have a leader on a day, or those that have none."""
    leads = Exists(LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=OuterRef("pk")))
    return rows.filter(leads if wanted else ~leads)


class GroupNumbers(NamedTuple):
    """How many collaborations run and so should have a leader (C1), how many of those have none, how many are
    on their way, and how many of these are enquiries. ``first_enquiry``: the oldest: its ``pk``, ``name``,
    ``asked_by`` and ``on``, a day as ISO 8601 writes it.
    """

    running: int = 0
    without_leader: int = 0
    forming: int = 0
    enquiries: int = 0
    first_enquiry: dict[str, Any] | None = None


def group_numbers(*, on: date) -> GroupNumbers:
    """Of a day. One query, which reads kept counts and one collaboration at most."""
    found = _group_counts(on=on)
    rows = {state: (number, led or 0) for state, number, led, _enquiry in found}
    should_be_led = sum(rows[state][0] for state in LED if state in rows)
    number_led = next((led for _number, led in rows.values()), 0)
    forming = sum(rows[state][0] for state in FORMING if state in rows)
    enquiries = rows.get(Collaboration.State.ENQUIRY, (0, 0))[0]
    first = found[0][3] if found else None
    return GroupNumbers(should_be_led, should_be_led - number_led, forming, enquiries, first)


@prepared
def _group_counts(on: date) -> QuerySet[Any]:
    led = (
        LedCount.objects.filter(day__lte=on, state__in=LED)
        .order_by()
        .values("authority")
        .annotate(number=Sum("change"))
    )
    counted = (
        CollaborationCount.objects.order_by()
        .values("state")
        .annotate(number=Sum("change"), led=Subquery(led.values("number")), enquiry=_first_enquiry())
    )
    return counted.values_list("state", "number", "led", "enquiry")


def _first_enquiry() -> Subquery:
    """The enquiry that has waited longest."""
    row = JSONObject(pk="pk", name="name", asked_by="asked_by", on="started_on")
    return Subquery(enquiries_waiting().values(row=row)[:1])
