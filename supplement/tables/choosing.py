"""Settings that are in two groups, and the group that each named (S5), for the page and the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import BooleanFilter, Filter, SearchFilter
from core.tables.table import Table
from providers.models import Provider
from providers.rules.register import search_text
from supplement.models.parts import SchemePeriod
from supplement.selectors import choosing


def _not_chosen(rows: Any, value: Any) -> Any:
    return rows.filter(chosen="") if value else rows


def setting_address(row: Provider) -> str:
    return reverse("portal:setting", args=[row.pk])


class InTwoGroupsTable(Table):
    """Of the period for which settings choose today; those that have not chosen first."""

    ordering = "chosen"
    second_rank = ("by", "at")
    columns = (
        Column("setting", _("Setting"), width=36, value=str, sort="search_text", link=setting_address),
        Column("urn", _("Ofsted URN"), sort="urn"),
        Column("groups", _("Its groups"), width=50, value=lambda row: ", ".join(row.groups), wide=True),
        Column(
            "chosen",
            _("Is paid in"),
            width=32,
            shown=lambda row: row.chosen or gettext("Not chosen yet"),
            tag=lambda row: "" if row.chosen else "yellow",
            sort=("chosen", "search_text"),
        ),
        Column("by", _("Chosen by"), width=28, value="chosen_by"),
        Column("at", _("Chosen at"), Kind.DATETIME, value="chosen_at", sort="chosen_at"),
    )
    filters: Sequence[Filter] = (
        SearchFilter(
            "q",
            _("Setting"),
            search=search_in("search_text", "name", normalise=search_text),
            hint=_("Name or URN"),
        ),
        BooleanFilter("missing", _("Only those that have not chosen"), narrow=_not_chosen),
    )

    @cached_property
    def period(self) -> SchemePeriod | None:
        return choosing.choosable_periods(self.on).first()

    def rows(self) -> QuerySet[Provider]:
        return choosing.settings_in_two(self.period) if self.period else choosing.no_settings()
