"""Templates of ways of working, and reviews, as records to look at. They are written on their pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.admin.mixins import OfGroupAdmin
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from ways_of_working.models import Review, TermsTemplate
from ways_of_working.selectors import reviews


@admin.register(TermsTemplate)
class TermsTemplateAdmin(OfficerModelAdmin):
    """Read-only: begun, written, published and put aside on its pages."""

    menu_position = 35
    menu_group = _("Ways of working and leading")
    view_permission = Permission.VIEW_TEMPLATES
    add_permission = Permission.CHANGE_TEMPLATES
    page_add = "ways_of_working:start_terms_template"
    list_display = ("__str__", "state", "in_force_from", "published_by", "note")
    list_select_related = ("published_by",)
    ordering = ("-version",)
    fields = ("version", "state", "in_force_from", "note", "published_by", "published_at")

    def page_of(self, request: HttpRequest, obj: TermsTemplate) -> str:
        return reverse("ways_of_working:terms_template", args=[obj.pk])


class ClockFilter(FieldChoicesFilter):
    title = _("review of")
    parameter_name = field = "clock"


class StandingFilter(FixedChoicesFilter):
    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(reviews.STANDINGS)  # type: ignore[arg-type]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        return (
            reviews.in_standing(queryset, value, on=timezone.localdate())
            if value in dict(reviews.STANDINGS)
            else queryset
        )


@admin.register(Review)
class ReviewAdmin(OfGroupAdmin):
    menu_position = 32
    menu_group = _("Collaborations")
    list_display = ("collaboration", "clock", "district", "due_on", "done_on")
    list_filter = (StandingFilter, ClockFilter)
    fields = ("collaboration", "clock", "due_on", "opened_at", "done_on", "words", "done_by")
    readonly_fields = fields
    export_identifier = "reviews"

    def page_of(self, request: HttpRequest, obj: Review) -> str:
        return reverse("ways_of_working:review", args=[obj.collaboration_id, obj.pk])

    def get_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        return reviews.reviews()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "standing", "clock") if request.GET.get(name)}
