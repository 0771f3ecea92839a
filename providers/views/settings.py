"""The list of settings, and what is done with many of them at once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.forms.numbers import whole_number
from core.tables.filters import FilterForm
from core.tables.kept import SELECTION, select, ticked_rows
from core.tables.pages import ListPage
from core.views import Crumb, Page, TwoStepPage
from providers.forms import MoveForm
from providers.selectors import settings_by_ids
from providers.services.districts import set_district
from providers.tables import SettingsPageTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from providers.models import Provider

#: What is done with ticked settings: the page that asks, by the value of the button.
PAGES = {
    "refer": "support:refer",
    "write": "support:write_to_settings",
    "move": "providers:move_to_district",
}
MAX_NAMED = 10


class Settings(ListPage):
    """The register, for those who read it."""

    permission = Permission.VIEW_SETTINGS
    title = _("Settings")
    template_name = "providers/settings.html"
    thing, things = _("setting"), _("settings")
    table_class = SettingsPageTable
    export = "settings_list"
    export_permission = Permission.EXPORT
    empty_text = _("There is no setting yet. Load Ofsted’s file to fill the register.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "may_act": self.allows(Permission.CHANGE_SETTINGS),
            "may_refer": self.allows(Permission.GIVE_SUPPORT),
            "may_write": self.allows(Permission.SEND_MESSAGES),
            "query": self.request.GET.urlencode(),
            "add_url": reverse("admin:providers_provider_add")
            if self.allows(Permission.ADD_SETTINGS)
            else "",
            "load_url": reverse("ofsted:imports") if self.allows(Permission.VIEW_IMPORTS) else "",
        }
        return super().get_context_data(**(context | kwargs))


class WithSettings(Page):
    """Keeps what was ticked, or all that the filters leave where nothing was, for the page that asks."""

    permission = Permission.CHANGE_SETTINGS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = PAGES.get(request.POST.get("do", ""))
        if page is None:
            return HttpResponseRedirect(reverse("providers:settings"))
        ticked = [whole_number(text) for text in request.POST.getlist("row")]
        ids = [number for number in ticked if number is not None] or self.filtered()
        if not ids:
            messages.warning(request, gettext("There is no setting in this list."))
            return HttpResponseRedirect(reverse("providers:settings"))
        return HttpResponseRedirect(f"{reverse(page)}?{SELECTION}={select(request.user, ids)}")

    def filtered(self) -> list[int]:
        table = SettingsPageTable(by=self.request.user, on=timezone.localdate(), scope={})
        form = FilterForm(table.form_filters, QueryDict(self.request.POST.get("query", "")))
        return list(table.filtered(form.values()).order_by("pk").values_list("pk", flat=True))


class MoveToDistrict(TwoStepPage):
    """Ticked settings to one district, or to none: what moves is shown first."""

    permission = Permission.CHANGE_SETTINGS
    title = _("Move settings to a district")
    form_class = MoveForm
    template_name = "layouts/form_page.html"
    preview_template = "providers/move_preview.html"
    confirm_label = _("Move them")
    success_url = "providers:settings"
    cancel_url = "providers:settings"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Settings"), reverse("providers:settings")),)

    @cached_property
    def chosen(self) -> list[Provider]:
        """One that is not there is left out: another authority's does not exist."""
        return settings_by_ids(ticked_rows(self.request) if SELECTION in self.request.GET else [])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        number = len(self.chosen)
        words = ngettext("%(number)s setting", "%(number)s settings", number) % {"number": number}
        return super().get_context_data(**{"caption": words, **kwargs})

    def preview(self, form: MoveForm) -> dict[str, Any]:
        district = form.cleaned_data["district"]
        there = getattr(district, "pk", None)
        moving = [setting for setting in self.chosen if setting.district_id != there]
        return {
            "district": district,
            "moving": moving[:MAX_NAMED],
            "others": max(len(moving) - MAX_NAMED, 0),
            "staying": len(self.chosen) - len(moving),
            "can_confirm": bool(moving),
        }

    def save(self, form: MoveForm) -> None:
        district = form.cleaned_data["district"]
        moved = set_district(
            provider_ids=[setting.pk for setting in self.chosen],
            district_id=getattr(district, "pk", None),
            by=self.request.user,
        )
        words = ngettext("%(number)s setting was moved.", "%(number)s settings were moved.", moved)
        messages.success(self.request, words % {"number": moved})
