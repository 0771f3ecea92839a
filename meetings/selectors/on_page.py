"""What a page's contributions read of meetings: one query for the whole page."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.frame.visitor import Visitor
from core.prepared import prepared
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Attendance
from meetings.models.minutes import MinutesCorrection
from meetings.models.planning import Answer, Meeting
from meetings.rules.minutes import MinutesState
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors.minutes import WITH_MINUTES
from memberships.selectors.on_page import members_of_page

#: Minutes of older meetings are asked about no more on home; their own page and the list still say so.
ASKED_FOR = timedelta(days=400)


def meetings_of_page(visitor: Visitor) -> list[Meeting]:
    """The meetings still to be held of the page's groups, and of those of its settings, the earliest first;
    also those of earlier days that nobody has recorded as held.

    Each with ``waiting``, whether a proposal waits, ``is_marked``, and ``answered``, the ids of the
    memberships that have said whether they come.
    """
    return [meeting for meeting in _of_page(visitor) if meeting.state in AHEAD]


def last_held_of_page(visitor: Visitor) -> dict[int, date]:
    """On which day each of the page's groups met last."""
    return {
        meeting.collaboration_id: meeting.on
        for meeting in _of_page(visitor)
        if meeting.state == MeetingState.HELD
    }


def minutes_of_page(visitor: Visitor) -> list[Any]:
    """The held meetings of the page's groups, and of those of its settings, whose minutes are asked about,
    the earliest first: the last one of each group that is no training, and those whose minutes wait to be
    agreed. Each with ``has_corrections``, whether one waits.
    """
    oldest = visitor.on - ASKED_FOR
    return [
        meeting
        for meeting in _of_page(visitor)
        if meeting.state == MeetingState.HELD and meeting.kind in WITH_MINUTES and meeting.on >= oldest
    ]


def _of_page(visitor: Visitor) -> list[Any]:
    return visitor.once(_ahead_and_last, _group_ids(visitor))


def _group_ids(visitor: Visitor) -> frozenset[int]:
    ids = {group.pk for group in visitor.groups}
    return frozenset(ids | {row.collaboration_id for row in members_of_page(visitor)})


def _ahead_and_last(group_ids: frozenset[int]) -> list[Any]:
    """What is ahead of some groups, and the last meeting that each has held."""
    return _rows(groups=group_ids) if group_ids else []


@prepared
def _rows(groups: Collection[int]) -> QuerySet[Any]:
    """What is ahead of some groups, the last meetings that each has held, and those whose minutes wait to be
    agreed.
    """
    proposed = AgendaItem.objects.filter(meeting=OuterRef("pk"), state=AgendaItem.State.PROPOSED)
    marks = Attendance.objects.filter(meeting=OuterRef("pk"))
    answers = Answer.objects.filter(meeting=OuterRef("pk")).order_by("pk").values("membership_id")
    held = Meeting.objects.filter(collaboration__in=groups, state=MeetingState.HELD)
    last = held.order_by("collaboration_id", "-on", "-starts_at", "-pk").distinct("collaboration_id")
    waits = Q(minutes__isnull=False) & ~Q(minutes__state=MinutesState.AGREED)
    rows = Meeting.objects.filter(
        Q(collaboration__in=groups, state__in=AHEAD)
        | Q(pk__in=last.values("pk"))
        | Q(pk__in=last.filter(kind__in=WITH_MINUTES).values("pk"))
        | Q(waits, collaboration__in=groups, state=MeetingState.HELD)
    )
    corrections = MinutesCorrection.objects.filter(
        minutes__meeting=OuterRef("pk"), state=MinutesCorrection.State.OPEN
    )
    rows = rows.select_related("collaboration", "minutes").annotate(
        waiting=Exists(proposed),
        is_marked=Exists(marks),
        answered=ArraySubquery(answers),
        has_corrections=Exists(corrections),
    )
    return rows.order_by("on", "starts_at", "pk")
