"""Lists of supplier references, payees that are not ready and funded hours, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import BooleanFilter, ChoiceFilter, Filter, ScopeFilter, SearchFilter
from core.tables.table import Table
from providers.models import Provider
from providers.rules.register import search_text
from supplement.rules.payees import Unready
from supplement.selectors import suppliers

UNREADY_COLOURS = {
    Unready.NONE: "red",
    Unready.LEFT: "red",
    Unready.CHANGE: "yellow",
    Unready.REFERENCE: "orange",
    Unready.MANDATE: "blue",
}
_SEARCH = SearchFilter(
    "q",
    _("Setting"),
    search=search_in("search_text", "name", normalise=search_text),
    hint=_("Name or URN"),
)


def _missing_reference(rows: Any, value: Any) -> Any:
    return rows.filter(reference="") if value else rows


def _missing_hours(rows: Any, value: Any) -> Any:
    return rows.filter(hours=None) if value else rows


class SuppliersTable(Table):
    """Who is paid, with the number under which the finance system knows it; missing ones first."""

    ordering = "reference"
    in_sheet = ("setting", "urn", "reference", "groups", "set_by", "set_at")
    second_rank = ("set_by", "set_at")

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column("setting", _("Setting"), width=36, value=str, sort="search_text"),
            Column("urn", _("Ofsted URN"), sort="urn"),
            Column(
                "reference",
                _("Supplier reference"),
                width=24,
                shown=lambda row: row.reference or gettext("Missing"),
                tag=lambda row: "" if row.reference else "red",
                sort=("reference", "search_text"),
            ),
            Column("groups", _("Groups it receives for"), Kind.NUMBER, sort="groups"),
            Column("set_by", _("Entered by"), width=28, value="set_by_name"),
            Column("set_at", _("Entered at"), Kind.DATETIME, sort="set_at"),
            Column("act", _("Actions"), value=self.act, link=self.act_address, acts=True),
        )

    @property
    def on_page(self) -> Sequence[str]:
        names = ("setting", "urn", "reference", "groups", "set_by", "set_at")
        return (*names, "act") if self.allows(Permission.MAKE_RUNS) else names

    @property
    def filters(self) -> Sequence[Filter]:
        return (_SEARCH, BooleanFilter("missing", _("Only those without one"), narrow=_missing_reference))

    def act(self, row: Any) -> str:
        return gettext("Change") if row.reference else gettext("Enter")

    def act_address(self, row: Provider) -> str:
        return reverse("supplement:reference", args=[row.pk])

    def rows(self) -> QuerySet[Provider]:
        return suppliers.settings_to_pay(on=self.on)


def payee_address(row: Collaboration) -> str:
    return reverse("supplement:payee", args=[row.pk])


class UnreadyTable(Table):
    """Active groups that cannot be paid yet, or of which a mandate is missing."""

    ordering = "group"
    columns = (
        Column(
            "group", _("Collaboration"), width=36, value="name", sort="name__in_order", link=payee_address
        ),
        Column(
            "wrong",
            _("What is wrong"),
            width=32,
            value=lambda row: str(Unready(row.wrong).label),
            tag=lambda row: UNREADY_COLOURS[Unready(row.wrong)],
            sort=("wrong", "name__in_order"),
        ),
        Column("payee", _("Receives the money"), width=32, value="payee_name", sort="payee_name"),
        Column("proposed", _("Proposed"), width=32, value="proposed_name"),
        Column(
            "mandates", _("Mandates missing"), Kind.NUMBER, value="mandates_missing", sort="mandates_missing"
        ),
    )
    second_rank = ("proposed",)
    filters: Sequence[Filter] = (ChoiceFilter("wrong", _("What is wrong"), choices=Unready.choices),)

    def rows(self) -> QuerySet[Collaboration]:
        return suppliers.groups_not_ready(on=self.on)


class FundedHoursTable(Table):
    """Members on a period's count date with their funded hours; missing ones first."""

    ordering = "hours"
    in_sheet = ("setting", "urn", "hours", "source", "by", "at")
    second_rank = ("source", "at")

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column("setting", _("Setting"), width=36, value=str, sort="search_text"),
            Column("urn", _("Ofsted URN"), sort="urn"),
            Column(
                "hours",
                _("Funded hours"),
                Kind.NUMBER,
                shown=lambda row: gettext("Missing") if row.hours is None else f"{row.hours:,.2f}",
                tag=lambda row: "red" if row.hours is None else "",
                sort=("has_hours", "hours", "search_text"),
            ),
            Column("source", _("Where it comes from"), width=36, wide=True),
            Column("by", _("Entered by"), width=28, value="hours_by"),
            Column("at", _("Entered at"), Kind.DATETIME, value="hours_at", sort="hours_at"),
            Column("act", _("Actions"), value=self.act, link=self.act_address, acts=True),
        )

    @property
    def on_page(self) -> Sequence[str]:
        names = ("setting", "urn", "hours", "source", "by", "at")
        return (*names, "act") if self.allows(Permission.MAKE_RUNS) else names

    @property
    def filters(self) -> Sequence[Filter]:
        return (
            _SEARCH,
            BooleanFilter("missing", _("Only those without hours"), narrow=_missing_hours),
            ScopeFilter(
                "period",
                _("Period"),
                find=suppliers.period_by_hours,
                error=_("Nothing is paid by funded hours in this period."),
                narrow=lambda rows, value: rows,
            ),
        )

    def act(self, row: Any) -> str:
        return gettext("Enter") if row.hours is None else gettext("Change")

    def act_address(self, row: Provider) -> str:
        return reverse("supplement:setting_hours", args=[self.scope["period"], row.pk])

    def rows(self) -> QuerySet[Provider]:
        return suppliers.settings_with_hours(int(self.scope["period"]))
