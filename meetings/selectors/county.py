"""Meetings of the whole authority: how often members were there (C7), and which groups have not met for a
term.

Rates of many members are read from the numbers kept on the memberships, which are the count of
``meetings.Attendance`` within the window (``selectors.attendance.counts_of``), brought up to date with each
mark and each night. An index holds all that is summed, of members of whom a meeting counts.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Cast, Coalesce

from collaborations.models import Collaboration
from collaborations.rules import LED
from collaborations.selectors import collaborations, collaborations_count
from core.prepared import prepared
from meetings.models.attendance import Attendance
from meetings.models.planning import Meeting
from meetings.rules.rates import TERM, Rate
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors.attendance import counts_of
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import is_member_on, leads_on

BELOW = Q(at_risk_since__isnull=False)


# --- attendance (C7) ----------------------------------------------------------------------------------------


def counted_members(*, on: date) -> QuerySet[Membership]:
    """The members of a day of whom at least one meeting counts."""
    return Membership.objects.filter(is_member_on(on), meetings_held__gt=0)


def rates_by_district(*, on: date) -> QuerySet[Any]:
    """A row for each district (``district_id`` is None for groups of none): the rate of its groups' members."""
    rows = counted_members(on=on).order_by()
    rows = rows.annotate(
        district_id=F("collaboration__district_id"), district=F("collaboration__district__name")
    )
    return _rated(rows.values("district_id", "district")).annotate(
        groups=Count("collaboration", distinct=True)
    )


def rates_by_group(*, on: date) -> QuerySet[Any]:
    """A row for each group of whose members a meeting counts."""
    rows = counted_members(on=on).order_by()
    rows = rows.annotate(
        group=F("collaboration__name"),
        district_id=F("collaboration__district_id"),
        district=F("collaboration__district__name"),
    )
    return _rated(rows.values("collaboration_id", "group", "district_id", "district"))


def rates_of_members(*, on: date) -> QuerySet[Membership]:
    """A row for each member of whom a meeting counts."""
    rows = counted_members(on=on).select_related("provider", "collaboration__district")
    return rows.annotate(
        held=F("meetings_held"),
        attended=F("meetings_attended"),
        rate=Cast(100 * F("meetings_attended") / F("meetings_held"), IntegerField()),
    )


def _rated(rows: QuerySet[Any, Any]) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.annotate(
        held=Sum("meetings_held"),
        attended=Sum("meetings_attended"),
        members=Count("pk"),
        below=Count("pk", filter=BELOW),
    ).annotate(rate=Cast(100 * F("attended") / F("held"), IntegerField()))
    return found


def rate_of(rows: QuerySet[Any]) -> Rate:
    """The rate of some members, of ``counted_members``, taken together. One query."""
    sums = rows.order_by().aggregate(
        held=Sum("meetings_held", default=0),
        attended=Sum("meetings_attended", default=0),
        members=Count("pk"),
        below=Count("pk", filter=BELOW),
    )
    return Rate(**sums)


def rate_from_marks(collaboration_id: int, *, on: date) -> tuple[int, int]:
    """Of one group, counted afresh from the rows of record: held and attended. Two queries."""
    rows = Membership.objects.filter(is_member_on(on), collaboration=collaboration_id)
    counts = counts_of(rows.order_by().values_list("pk", flat=True), on=on).values()
    return sum(held for held, _attended in counts), sum(attended for _held, attended in counts)


def marks_named(rows: QuerySet[Attendance], text: str) -> QuerySet[Attendance]:
    """Marks of settings or groups in whose name every word is."""
    for word in text.split():
        named = Q(membership__provider__name__icontains=word) | Q(
            meeting__collaboration__name__icontains=word
        )
        rows = rows.filter(named)
    return rows


# --- groups that have not met for a term --------------------------------------------------------------------


def quiet_groups(*, on: date) -> QuerySet[Any]:
    """The groups that run, and have not met for a term (``rules.rates.has_not_met``), by name.

    Each with ``last_met``, ``next_on``, both perhaps None, and ``quiet_since``: the day of the last meeting,
    else that on which the group began.
    """
    meetings = Meeting.objects.filter(collaboration=OuterRef("pk"))
    held = meetings.filter(state=MeetingState.HELD)
    ahead = meetings.filter(state__in=AHEAD, on__gte=on).order_by("on", "starts_at", "pk")
    last = Subquery(held.order_by("-on", "-pk").values("on")[:1])
    return (
        collaborations()
        .filter(~Exists(held.filter(on__gte=on - TERM)), state__in=LED, started_on__lt=on - TERM)
        .annotate(
            last_met=last, next_on=Subquery(ahead.values("on")[:1]), quiet_since=Coalesce(last, "started_on")
        )
    )


def with_next_meeting(rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
    """Those that have planned a meeting ("planned"), or have not."""
    return rows.filter(next_on__isnull=wanted != "planned")


def quiet_groups_count(*, on: date) -> int:
    """How many they are: of those that run, by the kept count, all but those that began or met since. Two
    queries, which read what happened within the term alone.
    """
    lively = sum(number for (number,) in _lively(since=on - TERM))
    return max(0, collaborations_count(LED) - lively)


@prepared
def _lively(since: date) -> QuerySet[Any]:
    young, met = (rows.values_list("number") for rows in lively_groups(since))
    return young.union(met, all=True)


def lively_groups(since: date) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Two numbers, each as ``number`` of a row: of the groups that run, how many began since a day, and how
    many of the others have met since.
    """
    young = Collaboration.objects.filter(state__in=LED, started_on__gte=since).order_by()
    met = Meeting.objects.filter(
        on__gte=since,
        state=MeetingState.HELD,
        collaboration__state__in=LED,
        collaboration__started_on__lt=since,
    ).order_by()
    return (
        young.values("authority").annotate(number=Count("pk")),
        met.values("authority").annotate(number=Count("collaboration", distinct=True)),
    )


def leaders_of_groups(group_ids: Collection[int], *, on: date) -> dict[int, list[LeaderAppointment]]:
    """Who leads each of some groups on a day, by name. One query."""
    rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration__in=group_ids)
    found: dict[int, list[LeaderAppointment]] = {pk: [] for pk in group_ids}
    for row in rows.select_related("user", "membership").order_by("user__full_name__in_order", "pk"):
        found[row.membership.collaboration_id].append(row)
    return found
