"""Settings that are in no collaboration: whom to refer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.charts import Bar, BarTable
from core.lists.columns import Column
from core.lists.filters import ChoiceFilter, SearchFilter
from core.lists.pages import ListPage
from core.views import Crumb
from memberships.selectors.districts import (
    NO_DISTRICT,
    SETTING_TYPES,
    district_choices,
    in_district,
    number_by_district,
    settings_without_collaboration,
)
from providers.rules.register import search_text

if TYPE_CHECKING:
    from providers.models import Provider


class SettingsWithout(ListPage):
    """Settings that Ofsted lists and that are in no collaboration today."""

    permission = Permission.VIEW_MEMBERS
    template_name = "collaborations/settings_without.html"
    title = _("Settings with no collaboration")
    things = _("settings")
    ordering = "name"
    export = "settings_without_collaboration"
    export_permission = Permission.EXPORT
    empty_text = _("Every setting that Ofsted lists is in a collaboration.")
    filters = (
        SearchFilter("q", _("Name or URN"), lookup="search_text__contains", normalise=search_text),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=in_district),
        ChoiceFilter("type", _("Type"), choices=SETTING_TYPES, lookup="provider_type"),
    )

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def rows(self) -> QuerySet[Provider]:
        return settings_without_collaboration(on=timezone.localdate())

    def get_columns(self) -> Sequence[Column]:
        opens = self.allows(Permission.USE_ADMIN)
        page = (lambda row: reverse("admin:providers_provider_change", args=[row.pk])) if opens else None
        columns = [
            Column(_("Setting"), str, key="name", sort="search_text", link=page),
            Column(_("Type"), "get_provider_type_display", key="type", sort="provider_type"),
            Column(_("District"), lambda row: row.district_name or "–", key="district", sort=("district__name", "search_text")),
            Column(_("Ofsted URN"), lambda row: row.urn or "–", key="urn", sort="urn"),
            Column(_("On the register since"), lambda row: row.registered_on or "–", key="registered", sort="registered_on"),
        ]
        refers = refer_address()
        if refers and self.allows(Permission.GIVE_SUPPORT):
            columns.append(Column(_("Action"), lambda row: refer_link(refers, row), key="refer"))
        return columns

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"chart": self.chart(), **kwargs})

    def chart(self) -> BarTable | None:
        """How many there are in each district, whatever the filters say."""
        bars = [
            Bar(
                label=name or gettext("No district"),
                value=number,
                text=number,
                url=self.address(drop=["q", "type"], district=pk or NO_DISTRICT),
            )
            for pk, name, number in number_by_district(self.rows())
        ]
        return BarTable(_("Settings with no collaboration, by district"), _("District"), _("Settings"), bars) if bars else None


def refer_address() -> str:
    """Where a setting is referred."""
    return reverse("support:refer")


def refer_link(address: str, row: Provider) -> SafeString:
    words = gettext("Refer")
    return format_html(
        '<a class="govuk-link" href="{}?setting={}">{}<span class="govuk-visually-hidden"> {}</span></a>', address, row.pk, words, row
    )
