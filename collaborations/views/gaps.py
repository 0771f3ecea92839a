"""Settings that are in no collaboration: whom to refer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.tables import SettingsWithoutTable
from core.charts import Bar, BarTable
from core.tables.pages import ListPage
from core.views import Crumb
from memberships.selectors.districts import (
    NO_DISTRICT,
    number_by_district,
)

if TYPE_CHECKING:
    pass


class SettingsWithout(ListPage):
    """Settings that Ofsted lists and that are in no collaboration today."""

    permission = Permission.VIEW_MEMBERS
    template_name = "collaborations/settings_without.html"
    title = _("Settings with no collaboration")
    thing, things = _("setting"), _("settings")
    table_class = SettingsWithoutTable
    export = "settings_without_collaboration"
    export_permission = Permission.EXPORT
    empty_text = _("Every setting that Ofsted lists is in a collaboration.")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

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
            for pk, name, number in number_by_district(self.table.rows())
        ]
        return (
            BarTable(_("Settings with no collaboration, by district"), _("District"), _("Settings"), bars)
            if bars
            else None
        )
