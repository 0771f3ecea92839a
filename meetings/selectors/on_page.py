"""What a page's contributions read of meetings, once for the whole page."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, Max, OuterRef

from core.frame.visitor import Visitor
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Attendance
from meetings.models.planning import Answer, Meeting
from meetings.rules.states import AHEAD, MeetingState
from memberships.selectors.on_page import members_of_page


def meetings_of_page(visitor: Visitor) -> list[Meeting]:
    """The meetings still to be held of the page's groups, and of those of its settings, the earliest first;
    also those of earlier days that nobody has recorded as held. Each with ``waiting``, whether a proposal
    waits, and
    ``is_marked``.
    """
    ids = {group.pk for group in visitor.groups}
    ids |= {row.collaboration_id for row in members_of_page(visitor)}
    return visitor.once(_meetings, frozenset(ids))


def answered(visitor: Visitor) -> set[tuple[int, int]]:
    """Which members have answered which of these meetings: pairs of meeting and membership."""
    return visitor.once(_answered, frozenset(meeting.pk for meeting in meetings_of_page(visitor)))


def last_held_of_page(visitor: Visitor) -> dict[int, date]:
    """On which day each of the page's groups met last."""
    return visitor.once(_last_held, frozenset(group.pk for group in visitor.groups))


def _meetings(group_ids: frozenset[int]) -> list[Meeting]:
    if not group_ids:
        return []
    proposed = AgendaItem.objects.filter(meeting=OuterRef("pk"), state=AgendaItem.State.PROPOSED)
    marks = Attendance.objects.filter(meeting=OuterRef("pk"))
    rows = Meeting.objects.filter(collaboration__in=group_ids, state__in=AHEAD).select_related(
        "collaboration"
    )
    rows = rows.annotate(waiting=Exists(proposed), is_marked=Exists(marks))
    return list(rows.order_by("on", "starts_at", "pk"))


def _answered(meeting_ids: frozenset[int]) -> set[tuple[int, int]]:
    if not meeting_ids:
        return set()
    rows = Answer.objects.filter(meeting__in=meeting_ids)
    return set(rows.values_list("meeting_id", "membership_id"))


def _last_held(group_ids: frozenset[int]) -> dict[int, date]:
    if not group_ids:
        return {}
    rows = Meeting.objects.filter(collaboration__in=group_ids, state=MeetingState.HELD).order_by()
    return dict(rows.values_list("collaboration_id").annotate(last=Max("on")))
