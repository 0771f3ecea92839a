"""Development plans and reviews as officers look at them. They are written on the group's pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collaborations.admin.mixins import OfGroupAdmin
from core.admin.filters import FieldChoicesFilter
from core.wording import pounds
from development import selectors
from development.models import DevelopmentPlan


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(DevelopmentPlan)
class DevelopmentPlanAdmin(OfGroupAdmin):
    menu_position = 31
    menu_group = _("Collaborations")
    list_display = ("title", "collaboration", "district", "state", "starts_on", "ends_on", "cost_in_words")
    list_filter = (StateFilter,)
    fields = ("collaboration", "title", "starts_on", "ends_on", "state", "cost_in_words", "evaluation")
    readonly_fields = fields
    export_identifier = "development_plans"

    def get_queryset(self, request: HttpRequest) -> QuerySet[DevelopmentPlan]:
        return selectors.plans()

    def page_of(self, request: HttpRequest, obj: DevelopmentPlan) -> str:
        return reverse("development:development_plan", args=[obj.collaboration_id, obj.pk])

    @admin.display(description=_("cost"), ordering="cost")
    def cost_in_words(self, row: Any) -> str:
        return pounds(row.cost)

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "state") if request.GET.get(name)}
