"""Staff return periods, and what was certified."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from provision import selectors
from provision.forms import PeriodModelForm, suggested_period
from provision.models import ReturnPeriod
from provision.services.returns import add_period, change_period


@admin.register(ReturnPeriod)
class ReturnPeriodAdmin(OfficerModelAdmin):
    """Once somebody has certified, the service lets only the last day and the words change."""

    menu_position = 12
    view_permission = Permission.VIEW_RETURNS
    add_permission = change_permission = Permission.SET_RETURNS
    list_display = ("name", "state", "count_date", "opens_on", "due_on", "certified")
    form = PeriodModelForm
    fields = (
        "name",
        "count_date",
        "opens_on",
        "due_on",
        "definition",
        "childminder_definition",
        "asks_detail",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReturnPeriod]:
        return selectors.periods()

    @admin.display(description=_("state"))
    def state(self, period: ReturnPeriod) -> str:
        return str(selectors.state_of_period(period, on=timezone.localdate()).label)

    @admin.display(description=_("certified"))
    def certified(self, period: Any) -> int:
        return period.certified or 0

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**suggested_period(), **super().get_changeform_initial_data(request)}

    def create_through_service(self, request: HttpRequest, form: Any) -> ReturnPeriod:
        return add_period(**form.cleaned_data, by=request.user)

    def change_through_service(self, request: HttpRequest, obj: ReturnPeriod, form: Any) -> ReturnPeriod:
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        return change_period(period=obj, changes=changes, by=request.user)
