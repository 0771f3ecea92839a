"""Lists of meetings and of attendance, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter, SearchFilter
from core.tables.table import Table
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.states import MeetingState
from meetings.selectors import attendance, planning
from meetings.selectors.county import marks_named
from meetings.tables.scopes import of_collaboration
from memberships.selectors.districts import district_choices, rows_in_district

STATES = MeetingState.choices
STATE_COLOURS = {
    MeetingState.PLANNED: "yellow",
    MeetingState.AGENDA_OPEN: "blue",
    MeetingState.PAPERS_SENT: "blue",
    MeetingState.HELD: "green",
    MeetingState.CANCELLED: "grey",
}


def meeting_address(meeting: Meeting) -> str:
    return reverse("meetings:meeting", args=[meeting.collaboration_id, meeting.pk])


def group_address(meeting: Meeting) -> str:
    return reverse("meetings:meetings", args=[meeting.collaboration_id])


def state_colour(meeting: Meeting) -> str:
    return STATE_COLOURS[MeetingState(meeting.state)]


class AllMeetingsTable(Table):
    """The meetings of all collaborations. An export may name one of them."""

    ordering = "-on"
    columns = (
        Column("on", _("Day"), Kind.DATE, sort="on", link=meeting_address),
        Column("starts_at", _("From"), sort="starts_at"),
        Column("ends_at", _("Until")),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            sort=("collaboration__name__in_order", "-on"),
            link=group_address,
        ),
        Column(
            "district",
            _("District"),
            width=22,
            value="collaboration.district",
            sort=("collaboration__district__name__in_order", "-on"),
        ),
        Column("title", _("Meeting"), width=32, sort="title__in_order"),
        Column("kind", _("Kind"), value="get_kind_display"),
        Column("state", _("State"), value="get_state_display", tag=state_colour),
        Column("place", _("Where"), width=32),
        Column("chaired_by", _("Chaired by")),
        Column("came", _("Came"), Kind.NUMBER, sort="came"),
        Column("marked", _("Marked"), Kind.NUMBER, sort="marked"),
    )
    on_page: tuple[str, ...] = (
        "on",
        "starts_at",
        "collaboration",
        "title",
        "state",
        "place",
        "came",
        "marked",
    )
    second_rank = ("place", "marked")

    filters: Sequence[Filter] = (
        SearchFilter(
            "q", _("Meeting, group or place"), search=search_in("name_in_order", "collaboration__name")
        ),
        DateRangeFilter("on", _("Day")),
        ChoiceFilter("state", _("State"), choices=STATES),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        of_collaboration(),
    )

    def rows(self) -> QuerySet[Any]:
        return planning.meetings_with_counts()


class MeetingsTable(AllMeetingsTable):
    """The meetings of one collaboration."""

    on_page = ("on", "starts_at", "title", "kind", "state", "place", "chaired_by", "came", "marked")
    filters = tuple(
        each for each in AllMeetingsTable.filters if each.name in {"on", "state", "collaboration"}
    )


class AttendanceTable(Table):
    """Every mark that stands: who was at which meeting. An export may name one collaboration."""

    ordering = "-on"
    columns = (
        Column("on", _("Day"), Kind.DATE, value="meeting.on", sort=("meeting__on", "pk")),
        Column("collaboration", _("Collaboration"), width=32, value="meeting.collaboration"),
        Column("meeting", _("Meeting"), width=32, value="meeting.title"),
        Column("kind", _("Kind"), value="meeting.get_kind_display"),
        Column("state", _("State"), value="meeting.get_state_display"),
        Column("setting", _("Setting"), width=32, value="membership.provider"),
        Column("mark", _("Attendance"), value="get_mark_display"),
        Column("substitute", _("Substitute"), width=24),
        Column("marked_at", _("Marked at"), Kind.DATETIME),
        Column("by", _("Marked by"), width=24),
    )
    on_page = ("on", "collaboration", "meeting", "setting", "mark", "substitute", "by")
    second_rank = ("substitute", "by")

    filters: Sequence[Filter] = (
        SearchFilter("q", _("Setting or group"), narrow=marks_named),
        DateRangeFilter("on", _("Day"), lookup="meeting__on"),
        ChoiceFilter("mark", _("Attendance"), choices=Mark.choices),
        of_collaboration("meeting__collaboration"),
    )

    def rows(self) -> QuerySet[Any]:
        return attendance.every_mark()
