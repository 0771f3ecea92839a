"""Development plans and reviews as officers look at them. They are written on the group's pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import DevelopmentPlan, Review
from collaborations.selectors import development as plans
from collaborations.selectors import reviews as reviews
from core.admin.bases import FieldChoicesFilter, FixedChoicesFilter, OfficerModelAdmin
from core.wording import pounds


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


class ClockFilter(FieldChoicesFilter):
    title = _("review of")
    parameter_name = field = "clock"


class StandingFilter(FixedChoicesFilter):
    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(reviews.STANDINGS)  # type: ignore[arg-type]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        wanted = self.value()
        return reviews.in_standing(queryset, wanted, on=timezone.localdate()) if wanted in dict(reviews.STANDINGS) else queryset


class OfGroupAdmin(OfficerModelAdmin):
    """What the two share: read only, found by the collaboration's name."""

    view_permission = Permission.VIEW_COLLABORATIONS
    search_fields = ("collaboration__name",)
    search_help_text = _("Name of the collaboration")

    @admin.display(description=_("district"), ordering="collaboration__district__name")
    def district(self, row: Any) -> str:
        return str(row.collaboration.district or "")


@admin.register(DevelopmentPlan)
class DevelopmentPlanAdmin(OfGroupAdmin):
    menu_position = 31
    list_display = ("title", "collaboration", "district", "state", "starts_on", "ends_on", "cost_in_words")
    list_filter = (StateFilter,)
    fields = ("collaboration", "title", "starts_on", "ends_on", "state", "cost_in_words", "evaluation")
    readonly_fields = fields
    export_identifier = "development_plans"

    def get_queryset(self, request: HttpRequest) -> QuerySet[DevelopmentPlan]:
        return plans.plans()

    @admin.display(description=_("cost"), ordering="cost")
    def cost_in_words(self, row: Any) -> str:
        return pounds(row.cost)

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "state") if request.GET.get(name)}


@admin.register(Review)
class ReviewAdmin(OfGroupAdmin):
    menu_position = 32
    list_display = ("collaboration", "clock", "district", "due_on", "done_on")
    list_filter = (StandingFilter, ClockFilter)
    fields = ("collaboration", "clock", "due_on", "opened_at", "done_on", "words", "done_by")
    readonly_fields = fields
    export_identifier = "reviews"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        return reviews.reviews()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "standing", "clock") if request.GET.get(name)}
