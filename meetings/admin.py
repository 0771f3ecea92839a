"""Meetings as officers look at them. They are planned and held on the group's pages."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from collaborations.admin.mixins import OfGroupAdmin
from core.admin.filters import FieldChoicesFilter
from meetings.models.planning import Meeting
from meetings.selectors import planning


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
