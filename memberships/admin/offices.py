"""Chairs, administrators and safeguarding contacts."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.admin.bases import FieldChoicesFilter
from memberships import selectors, services
from memberships.admin.bases import HeldFilter, HeldForMemberAdmin
from memberships.forms import AddOfficeForm, EndOfficeForm
from memberships.models import OfficeHolder


class OfficeFilter(FieldChoicesFilter):
    title = _("office")
    parameter_name = field = "office"


@admin.register(OfficeHolder)
class OfficeHolderAdmin(HeldForMemberAdmin):
    """As the members decided: officers record it for them where they are asked to."""

    menu_position = 26
    list_display = ("person", "office", "collaboration", "setting", "starts_on", "ends_on")
    list_filter = (HeldFilter, OfficeFilter)
    fields = ("membership", "user", "office", "starts_on", "ends_on", "decision")
    add_form, end_form = AddOfficeForm, EndOfficeForm
    error_fields = {"user": "email"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[OfficeHolder]:
        return selectors.office_holders()

    def create_through_service(self, request: HttpRequest, form: Any) -> OfficeHolder:
        given = form.cleaned_data
        return services.give_office(
            membership=given["membership"],
            user=given["email"],
            office=given["office"],
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            decision=given["decision"],
            by=request.user,
        )

    def change_through_service(self, request: HttpRequest, obj: OfficeHolder, form: Any) -> OfficeHolder:
        return services.end_office(office=obj, ends_on=form.cleaned_data["ends_on"], by=request.user)
