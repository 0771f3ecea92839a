"""Meetings, votes, elections and events as officers look at them. They are run on their pages."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.admin.mixins import OfGroupAdmin
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from meetings.models.elections import Election
from meetings.models.events import Event
from meetings.models.minutes import Minutes
from meetings.models.planning import Meeting
from meetings.models.safeguarding import ConcernRoutesGiven
from meetings.models.votes import Vote
from meetings.rules.election_words import Stage
from meetings.selectors import elections, events, minutes, planning, safeguarding, votes
from meetings.selectors.election_stages import in_stage, stage_now


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Meeting)
class MeetingAdmin(OfGroupAdmin):
    menu_position = 32
    list_display = ("title", "collaboration", "district", "on", "starts_at", "state", "place")
    list_filter = (StateFilter,)
    fields = (
        "collaboration",
        "title",
        "kind",
        "on",
        "starts_at",
        "ends_at",
        "place",
        "online_url",
        "chaired_by",
        "state",
        "planned_by",
        "planned_at",
        "cancelled_because",
    )
    readonly_fields = fields
    export_identifier = "meetings"

    def page_of(self, request: HttpRequest, obj: Meeting) -> str:
        return reverse("meetings:meeting", args=[obj.collaboration_id, obj.pk])

    def get_queryset(self, request: HttpRequest) -> QuerySet[Meeting]:
        return planning.meetings_with_counts()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "state") if request.GET.get(name)}


class MinutesStateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Minutes)
class MinutesAdmin(OfficerModelAdmin):
    """Where minutes stand, never what they say: that is read on the page of the meeting."""

    menu_position = 33
    view_permission = Permission.VIEW_COLLABORATIONS
    search_fields = search_names = ("meeting__collaboration__name",)
    search_help_text = _("Name of the collaboration")
    list_display = ("meeting", "collaboration", "on", "state", "circulated_at", "agreed_by_meeting")
    list_filter = (MinutesStateFilter,)
    fields = (
        "meeting",
        "state",
        "started_by",
        "started_at",
        "circulated_by",
        "circulated_at",
        "agreed_by_meeting",
        "agreement",
        "agreed_recorded_by",
        "agreed_at",
    )
    readonly_fields = fields
    export_identifier = "minutes"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Minutes]:
        return minutes.every_minutes()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("state",) if request.GET.get(name)}

    @admin.display(description=_("collaboration"))
    def collaboration(self, row: Minutes) -> str:
        return str(row.meeting.collaboration)

    def page_of(self, request: HttpRequest, obj: Minutes) -> str:
        return reverse("meetings:minutes", args=[obj.meeting.collaboration_id, obj.meeting_id])

    @admin.display(description=_("day"), ordering="meeting__on")
    def on(self, row: Minutes) -> date:
        return row.meeting.on


@admin.register(ConcernRoutesGiven)
class ConcernRoutesGivenAdmin(OfficerModelAdmin):
    """That routes for a concern were given (G8): which, when, and who confirmed it. No list of it is
    exported.
    """

    menu_position = 34
    view_permission = Permission.VIEW_COLLABORATIONS
    list_display = ("meeting", "collaboration", "routes_in_words", "at", "confirmed_by")
    fields = ("meeting", "routes_in_words", "at", "confirmed_by")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[ConcernRoutesGiven]:
        return safeguarding.every_time()

    @admin.display(description=_("collaboration"))
    def collaboration(self, row: ConcernRoutesGiven) -> str:
        return str(row.meeting.collaboration)

    @admin.display(description=_("routes"))
    def routes_in_words(self, row: ConcernRoutesGiven) -> str:
        return "; ".join(row.labels)


class VoteStateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Vote)
class VoteAdmin(OfGroupAdmin):
    """What was put to the vote and how it ended (G6). Neither who voted nor what anybody said, and no number
    of a vote: those stand on its page where it may be told. Votes that members alone see are left out.
    """

    menu_position = 35
    list_display = (
        "title",
        "collaboration",
        "district",
        "opens_at",
        "closes_at",
        "secret",
        "state",
        "outcome",
    )
    list_filter = (VoteStateFilter,)
    fields = (
        "collaboration",
        "kind",
        "title",
        "proposal",
        "method",
        "percent",
        "quorum",
        "quorum_number",
        "tie_rule",
        "is_secret",
        "at_the_meeting",
        "opens_at",
        "closes_at",
        "state",
        "outcome",
        "outcome_words",
        "opened_by",
        "closed_at",
        "closed_by",
        "withdrawn_because",
    )
    readonly_fields = fields
    export_identifier = "votes"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Vote]:
        return votes.listed_votes()

    def page_of(self, request: HttpRequest, obj: Vote) -> str:
        return reverse("meetings:vote", args=[obj.collaboration_id, obj.pk])

    @admin.display(description=_("secret"), ordering="is_secret")
    def secret(self, row: Vote) -> str:
        """In words: Django's picture is nothing to whoever hears or prints the list."""
        return gettext("Yes") if row.is_secret else gettext("No")


class StageFilter(FixedChoicesFilter):
    title = _("state")
    parameter_name = "state"
    options = tuple((stage.value, stage.label, partial(in_stage, stage=stage)) for stage in Stage)


@admin.register(Election)
class ElectionAdmin(OfGroupAdmin):
    menu_position = 36
    list_display = ("office", "collaboration", "district", "nominate_until", "starts_on", "stage", "elected")
    list_filter = (StageFilter,)
    fields = (
        "collaboration",
        "office",
        "stage",
        "words",
        "nominate_until",
        "starts_on",
        "ends_on",
        "called_by",
        "called_at",
        "called_off_because",
        "elected",
        "elected_for",
        "elected_on",
        "how",
    )
    readonly_fields = fields
    export_identifier = "elections"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Election]:
        return elections.every_election()

    def page_of(self, request: HttpRequest, obj: Election) -> str:
        return reverse("meetings:election", args=[obj.collaboration_id, obj.pk])

    @admin.display(description=_("state"))
    def stage(self, row: Election) -> str:
        """As its page says it: the clock and the count go on where nobody has moved the election."""
        return str(stage_now(row).label)


class EventStateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Event)
class EventAdmin(OfficerModelAdmin):
    """Leaders' Days and events (L4). Who booked, and what they need, stands on the event's own pages."""

    menu_position = 37
    view_permission = Permission.VIEW_EVENTS
    search_fields = search_names = ("title",)
    search_help_text = _("Name of the event")
    list_display = ("title", "kind", "on", "starts_at", "place", "places", "state")
    list_filter = (EventStateFilter,)
    fields = (
        "kind",
        "title",
        "about",
        "on",
        "starts_at",
        "ends_at",
        "place",
        "access_notes",
        "online_url",
        "places",
        "is_shared",
        "released_on",
        "audience",
        "books_until",
        "state",
        "planned_by",
        "planned_at",
        "published_at",
        "cancelled_because",
    )
    readonly_fields = fields
    export_identifier = "events"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return events.events_with_counts()

    def page_of(self, request: HttpRequest, obj: Event) -> str:
        return reverse("meetings:event", args=[obj.pk])
