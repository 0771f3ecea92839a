"""Collaborations as lists and charts show them."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from collaborations.models import Collaboration
from collaborations.rules import LED
from collaborations.selectors import collaborations, collaborations_count
from core.counts import kept_total
from memberships.models import LeaderAppointment, LedCount, Membership
from memberships.rules import Size, bounds_of
from memberships.selectors.days import is_member_on, leads_on


def collaborations_with_size(*, on: date) -> QuerySet[Collaboration]:
    """Every collaboration with ``members`` and ``leaders`` (names) of a day."""
    members = Membership.objects.filter(is_member_on(on), collaboration=OuterRef("pk")).order_by().values("collaboration")
    number = Subquery(members.annotate(number=Count("pk")).values("number"))
    leaders = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=OuterRef("pk"))
    names = leaders.order_by("user__full_name").values("user__full_name")
    return collaborations().annotate(members=Coalesce(number, Value(0)), leaders=ArraySubquery(names))


def of_size(rows: QuerySet[Collaboration], size: Size) -> QuerySet[Collaboration]:
    """Those of ``collaborations_with_size`` that are of a size (C2)."""
    least, most = bounds_of(size)
    bounds = {"members__gte": least, **({} if most is None else {"members__lte": most})}
    return rows.filter(**bounds)


def by_having_leaders(rows: QuerySet[Collaboration], *, on: date, wanted: bool) -> QuerySet[Collaboration]:
    """Those that have a leader on a day, or those that have none."""
    leads = Exists(LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=OuterRef("pk")))
    return rows.filter(leads if wanted else ~leads)


def collaborations_without_leader_count(*, on: date) -> int:
    """How many collaborations that should have a leader (C1) have none on a day."""
    return collaborations_count(LED) - kept_total(LedCount, day__lte=on, state__in=LED)
