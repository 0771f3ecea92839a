"""Lists of meetings, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaboration_by_id
from core.dates import last_day
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter, ScopeFilter, SearchFilter
from core.tables.table import Table
from meetings.models.elections import Election
from meetings.models.planning import Meeting
from meetings.models.visits import PeerVisit, Training
from meetings.rules.attendance import Mark
from meetings.rules.elections import ElectionState
from meetings.rules.states import MeetingState
from meetings.rules.visits import VisitState
from meetings.selectors import attendance, elections, planning, visits
from meetings.selectors.county import marks_named
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
    on_page = ("on", "starts_at", "collaboration", "title", "state", "place", "came", "marked")
    second_rank = ("place", "marked")

    filters: Sequence[Filter] = (
        SearchFilter(
            "q", _("Meeting, group or place"), search=search_in("name_in_order", "collaboration__name")
        ),
        DateRangeFilter("on", _("Day")),
        ChoiceFilter("state", _("State"), choices=STATES),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        ScopeFilter(
            "collaboration",
            _("Collaboration"),
            find=collaboration_by_id,
            error=_("There is no such collaboration."),
            required=False,
        ),
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
        ScopeFilter(
            "collaboration",
            _("Collaboration"),
            find=collaboration_by_id,
            error=_("There is no such collaboration."),
            required=False,
            lookup="meeting__collaboration",
        ),
    )

    def rows(self) -> QuerySet[Any]:
        return attendance.every_mark()


def visit_address(visit: PeerVisit) -> str:
    return reverse("meetings:visit", args=[visit.collaboration_id, visit.pk])


def training_address(training: Training) -> str:
    return reverse("meetings:training", args=[training.collaboration_id, training.pk])


def visitors_of(visit: PeerVisit) -> str:
    return ", ".join(str(each) for each in visit.visitors.all())


def ideas_of(visit: PeerVisit) -> str:
    return "; ".join(f"{each}: {each.idea}" for each in visit.visitors.all() if each.idea)


def became_of(visit: PeerVisit) -> str:
    return "; ".join(f"{each}: {each.get_became_display()}" for each in visit.visitors.all() if each.became)


def _scope() -> ScopeFilter:
    return ScopeFilter(
        "collaboration",
        _("Collaboration"),
        find=collaboration_by_id,
        error=_("There is no such collaboration."),
        required=False,
    )


class AllVisitsTable(Table):
    """The visits between settings, with what they took home. An export may name one collaboration."""

    ordering = "-on"
    columns = (
        Column("on", _("Day"), Kind.DATE, sort="on", link=visit_address),
        Column("host", _("Setting that is visited"), width=32, sort=("host__name__in_order", "-on")),
        Column("visitors", _("Visitors"), width=40, value=visitors_of),
        Column("focus", _("About"), width=40, sort="focus__in_order"),
        Column("collaboration", _("Collaboration"), width=32, sort=("collaboration__name__in_order", "-on")),
        Column("state", _("State"), value="get_state_display"),
        Column("ideas", _("Ideas taken home"), width=60, value=ideas_of, wide=True),
        Column("became", _("What became of them"), width=40, value=became_of),
    )
    on_page = ("on", "host", "visitors", "focus", "collaboration", "state", "ideas", "became")
    second_rank = ("became",)
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Setting, group or matter"), search=search_in("focus", "host__name")),
        DateRangeFilter("on", _("Day")),
        ChoiceFilter("state", _("State"), choices=VisitState.choices),
        _scope(),
    )

    def rows(self) -> QuerySet[Any]:
        return visits.every_visit()


class VisitsTable(AllVisitsTable):
    """The visits within one collaboration."""

    on_page = ("on", "host", "visitors", "focus", "state", "ideas", "became")


class AllTrainingTable(Table):
    """What groups organise for their members to learn. An export may name one collaboration."""

    ordering = "-on"
    columns = (
        Column("on", _("Day"), Kind.DATE, sort="on", link=training_address),
        Column("title", _("Training"), width=40, sort="title__in_order"),
        Column("given_by", _("Given by"), width=32),
        Column("collaboration", _("Collaboration"), width=32, sort=("collaboration__name__in_order", "-on")),
        Column("place", _("Where"), width=32),
        Column("places", _("Places"), Kind.NUMBER),
        Column("coming", _("Coming"), Kind.NUMBER, sort="coming"),
        Column("came", _("Came"), Kind.NUMBER, sort="came"),
        Column("is_cancelled", _("Cancelled"), Kind.BOOLEAN),
    )
    on_page = ("on", "title", "given_by", "collaboration", "places", "coming", "came", "is_cancelled")
    second_rank = ("is_cancelled",)
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Training or group"), search=search_in("title", "collaboration__name")),
        DateRangeFilter("on", _("Day")),
        _scope(),
    )

    def rows(self) -> QuerySet[Any]:
        return visits.every_training()


class TrainingTable(AllTrainingTable):
    """The training of one collaboration."""

    on_page = ("on", "title", "given_by", "place", "places", "coming", "came", "is_cancelled")


#: As they are stored: what comes after "Elected" is said by the days.
STORED = [
    (state.value, state.label)
    for state in ElectionState
    if state not in {ElectionState.IN_POST, ElectionState.DUE}
]
ELECTION_COLOURS = {
    ElectionState.CALLED: "yellow",
    ElectionState.NOMINATIONS: "blue",
    ElectionState.BALLOT: "blue",
    ElectionState.TIED: "yellow",
    ElectionState.ELECTED: "green",
    ElectionState.NOBODY: "red",
    ElectionState.WITHDRAWN: "grey",
}


def election_address(election: Election) -> str:
    return reverse("meetings:election", args=[election.collaboration_id, election.pk])


def elections_address(election: Election) -> str:
    return reverse("meetings:elections", args=[election.collaboration_id])


def election_colour(election: Election) -> str:
    return ELECTION_COLOURS[ElectionState(election.state)]


class ElectionsTable(Table):
    """The elections of all collaborations. An export may name one of them."""

    ordering = "-starts_on"
    columns = (
        Column("starts_on", _("In post from"), Kind.DATE, sort="starts_on", link=election_address),
        Column("ends_on", _("Last day"), Kind.DATE, value=lambda row: last_day(row.ends_on)),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            sort=("collaboration__name__in_order", "-starts_on"),
            link=elections_address,
        ),
        Column("district", _("District"), width=22, value="collaboration.district"),
        Column("office", _("Office"), value="get_office_display", sort=("office", "-starts_on")),
        Column("state", _("State"), value="get_state_display", tag=election_colour),
        Column("nominate_until", _("Nominations until"), Kind.DATE, sort="nominate_until"),
        Column("nominated", _("Nominated"), Kind.NUMBER),
        Column("standing", _("Stand"), Kind.NUMBER),
        Column("elected", _("Elected"), width=24),
        Column("elected_for", _("Setting"), width=32, value="elected_for.provider"),
        Column("elected_on", _("Elected on"), Kind.DATE),
        Column("how", _("How"), width=24, value="get_how_display"),
    )
    on_page = (
        "starts_on",
        "collaboration",
        "office",
        "state",
        "nominate_until",
        "standing",
        "elected",
        "ends_on",
    )
    second_rank = ("nominate_until", "standing")

    filters: Sequence[Filter] = (
        SearchFilter("q", _("Group"), search=search_in("group_in_order", "collaboration__name")),
        ChoiceFilter("office", _("Office"), choices=Election.Office.choices),
        ChoiceFilter("state", _("State"), choices=STORED),
        DateRangeFilter("starts_on", _("In post from")),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        ScopeFilter(
            "collaboration",
            _("Collaboration"),
            find=collaboration_by_id,
            error=_("There is no such collaboration."),
            required=False,
        ),
    )

    def rows(self) -> QuerySet[Any]:
        return elections.every_election()
