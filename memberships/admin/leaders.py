"""Leaders."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import FieldChoicesFilter
from core.forms.numbers import whole_number
from memberships import selectors, services
from memberships.admin.bases import DatedAdmin, HeldFilter
from memberships.forms import AppointForm, EndAppointmentForm
from memberships.models import LeaderAppointment, Membership


class MannerFilter(FieldChoicesFilter):
    title = _("leads")
    parameter_name = field = "manner"


def members_to_lead(collaboration_id: str) -> QuerySet[Membership]:
    """Members of today and later ones: of one collaboration, where the address names it."""
    rows = selectors.memberships().filter(selectors.not_left_by(timezone.localdate()))
    wanted = whole_number(collaboration_id)
    return rows if wanted is None else rows.filter(collaboration=wanted)


@admin.register(LeaderAppointment)
class LeaderAppointmentAdmin(DatedAdmin):
    menu_position = 22
    add_permission = change_permission = Permission.APPOINT_LEADERS
    list_display = ("person", "collaboration", "setting", "manner", "starts_on", "ends_on")
    list_filter = (HeldFilter, MannerFilter)
    search_fields = ("user__full_name", "user__email", "membership__collaboration__name")
    search_help_text = _("Name, e-mail address or collaboration")
    add_form, end_form = AppointForm, EndAppointmentForm
    error_fields = {"user": "email", "may_lead_because": "officers_decision"}
    export_identifier = "leaders"
    choosable = {"membership": lambda request: members_to_lead(request.GET.get("collaboration", ""))}

    def get_queryset(self, request: HttpRequest) -> QuerySet[LeaderAppointment]:
        return selectors.leader_appointments()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return self.add_form.field_order
        why = ("may_lead_because",) if self.has_change_permission(request, obj) else ()
        return ("membership", "user", "manner", "starts_on", "ends_on", *why)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("membership", "user", "manner", "starts_on", "may_lead_because") if obj else ()

    @admin.display(description=_("person"), ordering="user__full_name")
    def person(self, row: LeaderAppointment) -> str:
        return str(row.user)

    @admin.display(description=_("collaboration"), ordering="membership__collaboration__name")
    def collaboration(self, row: LeaderAppointment) -> str:
        return str(row.membership.collaboration)

    @admin.display(description=_("setting"), ordering="membership__provider__search_text")
    def setting(self, row: LeaderAppointment) -> str:
        return str(row.membership.provider)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        first = {"starts_on": timezone.localdate(), "manner": LeaderAppointment.Manner.JOINT}
        return {**first, **super().get_changeform_initial_data(request)}

    def create_through_service(self, request: HttpRequest, form: Any) -> LeaderAppointment:
        given = form.cleaned_data
        return services.appoint_leader(
            membership=given["membership"],
            user=given["email"],
            manner=given["manner"],
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            officers_decision=given["officers_decision"],
            by=request.user,
        )

    def change_through_service(self, request: HttpRequest, obj: LeaderAppointment, form: Any) -> LeaderAppointment:
        return services.end_leader(appointment=obj, ends_on=form.cleaned_data["ends_on"], by=request.user)
