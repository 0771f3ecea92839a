"""Applications and invitations as officers look at them. They are moved on the group's pages, where the decision is recorded."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import FieldChoicesFilter, OfficerModelAdmin
from memberships import selectors
from memberships.models import Application, Invitation
from providers.rules import search_text


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


class JoiningAdmin(OfficerModelAdmin):
    """What the two share: read only."""

    view_permission = Permission.VIEW_MEMBERS
    list_filter = (StateFilter,)
    search_normalised = "provider__search_text"
    normalise_search = staticmethod(search_text)
    search_help_text = _("Name, Ofsted URN or postcode of the setting")

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Any) -> str:
        return str(row.provider)

    @admin.display(description=_("district"), ordering="provider__district__name")
    def district(self, row: Any) -> str:
        return str(row.provider.district or "")


@admin.register(Application)
class ApplicationAdmin(JoiningAdmin):
    menu_position = 24
    list_display = ("setting", "collaboration", "district", "applied_at", "state", "decided_on")
    fields = (
        "provider",
        "collaboration",
        "words",
        "state",
        "applied_by",
        "applied_at",
        "decided_on",
        "decision",
        "decided_by",
        "membership",
    )
    readonly_fields = fields
    export_identifier = "applications"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        return selectors.applications()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "state") if request.GET.get(name)}


@admin.register(Invitation)
class InvitationAdmin(JoiningAdmin):
    menu_position = 25
    list_display = ("setting", "collaboration", "full_name", "sent_at", "state", "answered_at")
    fields = (
        "provider",
        "collaboration",
        "full_name",
        "email",
        "words",
        "decision",
        "decided_on",
        "state",
        "sent_by",
        "sent_at",
        "answered_at",
        "membership",
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        return selectors.invitations()
