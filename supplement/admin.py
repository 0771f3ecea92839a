"""The supplement as officers look it up. Schemes are written, asked about and approved on their pages."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter
from supplement.models.consultation import SchemeConsultation
from supplement.models.schemes import Scheme
from supplement.selectors import consultation, schemes


class SchemeStateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Scheme)
class SchemeAdmin(OfficerModelAdmin):
    """Read-only: what a scheme says stands on its page."""

    menu_position = 60
    menu_group = _("Supplement")
    view_permission = Permission.VIEW_SUPPLEMENT
    add_permission = Permission.WRITE_SCHEME
    page_add = "supplement:begin"
    list_display = ("name", "version", "starts_on", "ends_on", "state", "approved_by", "approved_at")
    list_filter = (SchemeStateFilter,)
    ordering = ("-starts_on", "-version")
    fields = (
        *("name", "version", "starts_on", "ends_on", "legal_basis", "funding_source", "state"),
        *("began_from", "started_by", "started_at", "approved_by", "approved_at", "replaced_at"),
    )
    readonly_fields = fields
    export_identifier = "schemes"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Scheme]:
        return schemes.schemes()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("state",) if request.GET.get(name)}

    def page_of(self, request: HttpRequest, obj: Scheme) -> str:
        return reverse("supplement:scheme", args=[obj.pk])


@admin.register(SchemeConsultation)
class SchemeConsultationAdmin(OfficerModelAdmin):
    """Read-only: the answers stand on the page of the consultation."""

    menu_position = 61
    menu_group = _("Supplement")
    view_permission = Permission.VIEW_SUPPLEMENT
    list_display = ("scheme", "until_on", "asked_by", "asked_at", "groups", "changes_at")
    fields = (
        *("scheme", "asked", "until_on", "asked_by", "asked_at", "groups"),
        *("changes", "changes_by", "changes_at"),
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[SchemeConsultation]:
        return consultation.consultations()

    def page_of(self, request: HttpRequest, obj: SchemeConsultation) -> str:
        return reverse("supplement:consultation", args=[obj.scheme_id])
