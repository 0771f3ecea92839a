"""Periods of staff numbers, and how many certified, as records to look at."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from provision import selectors
from provision.models import ReturnPeriod


@admin.register(ReturnPeriod)
class ReturnPeriodAdmin(OfficerModelAdmin):
    """Read-only: added and changed on its pages."""

    menu_position = 12
    menu_group = _("Register")
    menu_name = _("staff number periods")
    view_permission = Permission.VIEW_RETURNS
    add_permission = Permission.SET_RETURNS
    page_add = "provision:add_period"
    list_display = ("name", "state", "count_date", "opens_on", "due_on", "certified")
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

    def page_of(self, request: HttpRequest, obj: ReturnPeriod) -> str:
        """The page that changes it, for whoever may; else the list that shows it."""
        if request.user.has_perm(Permission.SET_RETURNS):
            return reverse("provision:change_period", args=[obj.pk])
        return reverse("provision:periods")
