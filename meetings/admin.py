"""Meetings as officers look at them. They are planned and held on the group's pages."""

from __future__ import annotations

from datetime import date

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.admin.mixins import OfGroupAdmin
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter
from meetings.models.minutes import Minutes
from meetings.models.planning import Meeting
from meetings.models.safeguarding import ConcernRoutesGiven
from meetings.selectors import minutes, planning, safeguarding


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

    @admin.display(description=_("day"), ordering="meeting__on")
    def on(self, row: Minutes) -> date:
        return row.meeting.on


@admin.register(ConcernRoutesGiven)
class ConcernRoutesGivenAdmin(OfficerModelAdmin):
    """That routes for a concern were given (G8): which, when, and who confirmed it. No list of it is exported."""

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
