"""Quality as officers look it up. Frameworks are written and published on their pages."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter
from qa_framework.models.frameworks import FrameworkVersion
from qa_framework.selectors import frameworks


class VersionStateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(FrameworkVersion)
class FrameworkVersionAdmin(OfficerModelAdmin):
    """Read-only: what a version says stands on its page."""

    menu_position = 70
    menu_group = _("Quality")
    view_permission = Permission.VIEW_FRAMEWORKS
    add_permission = Permission.WRITE_FRAMEWORKS
    page_add = "qa_framework:begin_shipped"
    list_display = ("name", "number", "state", "published_by", "published_at")
    list_filter = (VersionStateFilter,)
    ordering = ("name__in_order", "-number")
    fields = (
        *("name", "number", "about", "kinds", "state", "began_from", "started_by", "started_at"),
        *("published_by", "published_at", "left_at", "why_ended"),
    )
    readonly_fields = fields
    export_identifier = "quality-frameworks"

    def get_queryset(self, request: HttpRequest) -> QuerySet[FrameworkVersion]:
        return frameworks.versions()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("state",) if request.GET.get(name)}

    def page_of(self, request: HttpRequest, obj: FrameworkVersion) -> str:
        return reverse("qa_framework:framework", args=[obj.pk])
