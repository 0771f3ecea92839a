"""The districts that officers work by."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from providers.models import District
from providers.services import districts as districts_services


@admin.register(District)
class DistrictAdmin(OfficerModelAdmin):
    menu_position = 12
    menu_group = _("Register")
    record_only = "a district is a name: it has no page"
    view_permission = Permission.VIEW_SETTINGS
    add_permission = change_permission = delete_permission = Permission.CHANGE_SETTINGS
    list_display = ("name", "number_of_settings")
    fields = ("name",)
    search_fields = search_names = ("name",)
    ordering = ("name__in_order",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[District]:
        return super().get_queryset(request).annotate(settings=Count("providers"))

    @admin.display(description=_("settings"), ordering="settings")
    def number_of_settings(self, district: Any) -> int:
        return int(district.settings)

    def create_through_service(self, request: HttpRequest, form: Any) -> District:
        return districts_services.add_district(name=form.cleaned_data["name"], by=request.user)

    def change_through_service(self, request: HttpRequest, obj: District, form: Any) -> District:
        return districts_services.rename_district(
            district_id=obj.pk, name=form.cleaned_data["name"], by=request.user
        )

    def delete_through_service(self, request: HttpRequest, obj: District) -> None:
        districts_services.remove_district(district_id=obj.pk, by=request.user)
