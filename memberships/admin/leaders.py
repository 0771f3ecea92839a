"""Leaders."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.admin.bases import FieldChoicesFilter
from memberships import selectors, services
from memberships.admin.bases import HeldFilter, HeldForMemberAdmin
from memberships.forms import AppointForm, EndAppointmentForm
from memberships.models import LeaderAppointment


class MannerFilter(FieldChoicesFilter):
    title = _("leads")
    parameter_name = field = "manner"


@admin.register(LeaderAppointment)
class LeaderAppointmentAdmin(HeldForMemberAdmin):
    menu_position = 22
    list_display = ("person", "collaboration", "setting", "manner", "starts_on", "ends_on")
    list_filter = (HeldFilter, MannerFilter)
    add_form, end_form = AppointForm, EndAppointmentForm
    error_fields = {"user": "email", "may_lead_because": "officers_decision"}
    export_identifier = "leaders"

    def get_queryset(self, request: HttpRequest) -> QuerySet[LeaderAppointment]:
        return selectors.leader_appointments()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return self.add_form.field_order
        why = ("may_lead_because",) if self.has_change_permission(request, obj) else ()
        return ("membership", "user", "manner", "starts_on", "ends_on", "members_decision", *why)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("membership", "user", "manner", "starts_on", "members_decision", "may_lead_because") if obj else ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"manner": LeaderAppointment.Manner.JOINT, **super().get_changeform_initial_data(request)}

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
