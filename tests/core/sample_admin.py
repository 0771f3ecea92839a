"""An admin site for tests: districts with their settings as
editable rows, a deletion, an export and an import.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import path

from accounts.permissions import Permission
from config import authority_urls
from core.admin.bases import OfficerModelAdmin
from core.admin.inlines import OfficerStackedInline, OfficerTabularInline
from core.admin.site import OfficerSite
from providers.models import District, Provider, ProviderIdentity


class SettingsOfDistrict(OfficerTabularInline):
    model = Provider
    fields = ("name", "provider_type", "registered_on", "agency")
    autocomplete_fields = ("agency",)
    editable = True
    extra = 1


class IdentitiesOfSetting(OfficerStackedInline):
    model = ProviderIdentity
    fields = ("scheme", "value")


class DistrictAdmin(OfficerModelAdmin):
    record_only = "a sample"
    menu_position = 2
    view_permission = Permission.VIEW_SETTINGS
    add_permission = change_permission = delete_permission = Permission.CHANGE_SETTINGS
    fields = ("name",)
    search_fields = ("name",)
    inlines = (SettingsOfDistrict,)
    error_fields = {"title": "name"}
    export_identifier = "sample_districts"
    import_url_name = "home"
    import_permission = Permission.IMPORT_REGISTER

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {"words": request.GET["q"]} if request.GET.get("q") else {}

    def create_through_service(self, request: HttpRequest, form: Any) -> District:
        district = District.objects.create(name=form.cleaned_data["name"])
        self.keep_rows(district, form)
        return district

    def change_through_service(self, request: HttpRequest, obj: District, form: Any) -> District:
        form.name_before = obj.name
        obj.name = f"{form.cleaned_data['name']} (was {obj.name})"
        obj.save()
        self.keep_rows(obj, form)
        return obj

    def keep_rows(self, district: District, form: Any) -> None:
        rows = form.inline_rows["providers"]
        if district.name.startswith("Nowhere"):
            raise ValidationError({"title": ["There is no such place."], "elsewhere": ["Look at a map."]})
        Provider.objects.filter(district=district).exclude(
            pk__in=[row["id"].pk for row in rows if row["id"]]
        ).update(district=None)
        for row in rows:
            facts = {name: row[name] for name in ("name", "provider_type", "registered_on", "agency")}
            Provider.objects.update_or_create(
                pk=row["id"].pk if row["id"] else None, defaults={**facts, "district": district}
            )

    def delete_through_service(self, request: HttpRequest, obj: District) -> None:
        if obj.providers.exists():
            raise ValidationError("There are settings in this district.")
        obj.delete()


class SettingAdmin(OfficerModelAdmin):
    """Names no service: read-only."""

    menu_position = 1
    menu_name = "the register"
    fields = ("name", "district", "registered_on")
    list_display = ("name", "district")
    list_select_related = ("district",)
    search_normalised = "search_text"
    inlines = (IdentitiesOfSetting,)

    @staticmethod
    def normalise_search(text: str) -> str:
        return text.casefold().replace("é", "e")


site = OfficerSite("admin")
site.register(District, DistrictAdmin)
site.register(Provider, SettingAdmin)

urlpatterns = [
    *(each for each in authority_urls.urlpatterns if getattr(each, "app_name", "") != "admin"),
    path("admin/", site.urls),
]
handler403, handler404 = authority_urls.handler403, authority_urls.handler404
