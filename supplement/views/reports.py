"""The reports of the supplement (S11): each a page, a chart where it helps, and a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.charts import Bar, BarTable
from core.forms.numbers import whole_number
from core.money import exact_rate, pounds
from core.tables.columns import Column, draw_rows
from core.tables.pages import ListPage, export_formats
from core.views import Page, found_or_404
from memberships.selectors.districts import SETTING_TYPES
from supplement.rules.reports import Cell, Failures, failures_of_groups, failures_of_members, tenths_in_words
from supplement.selectors import reports
from supplement.tables.reports import (
    BalancesTable,
    BroughtTable,
    CeilingTable,
    ObjectivesTable,
    PublishedTable,
    ceiling_of,
)

if TYPE_CHECKING:
    from supplement.models.parts import SchemePeriod

#: The reports in their order: the page's name, the title, and one sentence.
REPORTS: tuple[tuple[str, Any, Any], ...] = (
    ("report_rules", _("Who did not meet which rule"), _("By kind of setting, for your equality duty.")),
    ("report_ceiling", _("Total against the ceiling"), _("Of planned formula funding, year by year.")),
    ("report_published", _("Payments over £500"), _("To publish under the transparency code.")),
    ("report_rates", _("Rates from year to year"), _("What each component paid in each scheme.")),
    ("report_balances", _("Unspent balances"), _("What each collaboration has left.")),
    ("report_objectives", _("Spending by objective"), _("What the money was decided and spent for.")),
    ("report_members", _("What each setting brought"), _("The share of each member in the sums paid.")),
)
TITLES = {name: title for name, title, _detail in REPORTS}


class Reports(Page):
    permission = Permission.VIEW_RUNS
    template_name = "supplement/reports/index.html"
    title = _("Reports of the supplement")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = [(reverse(f"supplement:{name}"), title, detail) for name, title, detail in REPORTS]
        return super().get_context_data(**{"reports": links, **kwargs})


class Report(Page):
    """A report; the list of reports stands above it."""

    permission = Permission.VIEW_RUNS


class ListReport(Report, ListPage):
    """A report that is a list, with a chart of the rows of the page."""

    template_name = "supplement/reports/list.html"
    export_permission = Permission.EXPORT
    note: Any = ""
    empty_text = _("Nothing is paid yet. The report fills once a payment run is approved.")

    def chart(self, rows: Sequence[Any]) -> BarTable | None:
        """Hook: the rows of the page as bars."""
        return None

    def drawn(self, page: PaginatorPage[Any]) -> SafeString:
        self.shown = self.table.dressed(list(page.object_list))
        return draw_rows(self.table.page_columns, self.shown)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        chart = self.chart(self.shown) if self.shown else None
        return {**context, "chart": chart, "note": self.note}


class CeilingReport(ListReport):
    title = TITLES["report_ceiling"]
    thing, things = _("year"), _("years")
    table_class = CeilingTable
    export = "supplement-ceiling"
    note = _(
        "Approved is what every approved payment run of the year comes to, corrections included. A year without"
        " planned formula funding has no ceiling: enter it in the next version of the scheme."
    )
    empty_text = _("No scheme is approved yet.")

    def chart(self, rows: Sequence[Any]) -> BarTable | None:
        bars = []
        for row in rows:
            ceiling = ceiling_of(row)
            if ceiling.tenths is None:
                continue
            text = gettext("%(share)s of planned funding, ceiling %(percent)d%%") % {
                "share": ceiling.share,
                "percent": ceiling.percent,
            }
            note = gettext("Above the ceiling") if ceiling.is_exceeded else ""
            bars.append(Bar(row.name, ceiling.tenths, text, is_low=ceiling.is_exceeded, note=note))
        top = max((row.ceiling_percent * 10 for row in rows), default=0)
        most = max((bar.value for bar in bars), default=0)
        title = gettext("Approved, of planned formula funding")
        return BarTable(title, _("Year"), _("Share"), bars, top=max(top, most)) if bars else None


class PublishedReport(ListReport):
    title = TITLES["report_published"]
    thing, things = _("payment"), _("payments")
    table_class = PublishedTable
    export = "supplement-over-500"
    note = _(
        "Payments that the finance system confirmed, of more than £500. The page names everybody. The sheet is"
        " for publishing: a childminder is a person, so it says “Redacted: personal data” there."
    )
    empty_text = _("No payment of more than £500 is recorded as paid.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        number = reports.redacted_in(self.filtered_rows())
        if number:
            words = ngettext(
                "%(number)d of these payments is redacted in the sheet.",
                "%(number)d of these payments are redacted in the sheet.",
                number,
            )
            context["note"] = f"{self.note} {words % {'number': number}}"
        return context


class BalancesReport(ListReport):
    title = TITLES["report_balances"]
    thing, things = _("collaboration"), _("collaborations")
    table_class = BalancesTable
    export = "supplement-balances"
    note = _(
        "Unspent is what was received, less what went elsewhere and what is paid. Ordered is a part of it."
    )
    empty_text = _("No money has come to any fund yet.")

    def chart(self, rows: Sequence[Any]) -> BarTable:
        bars = [Bar(row.name, max(row.left_pence, 0), pounds(row.left_pence)) for row in rows]
        return BarTable(gettext("Unspent"), _("Collaboration"), _("Unspent"), bars)


class ObjectivesReport(ListReport):
    title = TITLES["report_objectives"]
    thing, things = _("objective"), _("objectives")
    table_class = ObjectivesTable
    export = "supplement-objectives"
    note = _("Of a decision that is closed, what was spent counts as decided.")
    empty_text = _("No collaboration has decided to spend money yet.")

    def chart(self, rows: Sequence[Any]) -> BarTable:
        bars = [
            Bar(f"{row.aim} ({row.plan.collaboration})", row.spent_pence, pounds(row.spent_pence))
            for row in rows
        ]
        return BarTable(gettext("Spent for each objective"), _("Objective"), _("Spent"), bars)


class BroughtReport(ListReport):
    title = TITLES["report_members"]
    thing, things = _("line"), _("lines")
    table_class = BroughtTable
    export = "supplement-members"
    note = _("By the lines of approved payment runs. A collaboration’s sum is the sum of its members’ lines.")


# --- reports that are worked out ----------------------------------------------------------------------------


class WorkedOut(Report):
    """A report of figures that no list holds, with the links to its sheet."""

    export: str

    def export_url(self, **query: Any) -> str:
        if not self.allows(Permission.EXPORT):
            return ""
        address = reverse("documents:export", args=[self.export])
        return f"{address}?{urlencode(query)}" if query else address


def cell_in_words(cell: Cell | None) -> str:
    """3 of 40 (7.5%); that nobody was asked; that it is not told."""
    if cell is None or not cell.asked:
        return gettext("Nobody asked")
    if not cell.is_told:
        return gettext("Not shown: small numbers")
    words = {"failed": cell.failed, "asked": cell.asked, "share": tenths_in_words(cell.tenths)}
    return gettext("%(failed)d of %(asked)d (%(share)s)") % words


def setting_columns(rows: Sequence[Failures]) -> tuple[Column, ...]:
    """One for each kind of setting that was asked anything."""
    there = {setting for row in rows for setting, _cell in row.by_setting}
    return tuple(
        Column(f"of_{key}", label, value=lambda row, key=key: cell_in_words(dict(row.by_setting).get(key)))
        for key, label in SETTING_TYPES
        if key in there
    )


CRITERION = Column("criterion", _("Rule"), value=lambda row: row.kind.label, wide=True)
ALL = Column("all", _("All"), value=lambda row: cell_in_words(row.all))


class RulesReport(WorkedOut):
    """``?period=``; the latest without it. A period without an approved run does not exist here."""

    template_name = "supplement/reports/rules.html"
    title = TITLES["report_rules"]
    export = "supplement-rules"

    @cached_property
    def periods(self) -> list[SchemePeriod]:
        return list(reports.periods_with_runs())

    @cached_property
    def period(self) -> SchemePeriod | None:
        asked = self.request.GET.get("period", "")
        if not asked:
            return self.periods[0] if self.periods else None
        number = whole_number(asked)
        return found_or_404(next((row for row in self.periods if row.pk == number), None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = {"period": self.period, "periods": self.periods}
        if self.period is not None:
            of_members, of_groups = reports.asked_in(self.period)
            members, groups = failures_of_members(of_members), failures_of_groups(of_groups)
            context |= {
                "members": members,
                "columns": (CRITERION, *setting_columns(members), ALL),
                "groups": groups,
                "group_columns": (CRITERION, ALL),
                "chart": self.chart(members),
                "export_url": self.export_url(period=self.period.pk),
                "export_formats": export_formats(self.request),
            }
        return super().get_context_data(**(context | kwargs))

    def chart(self, rows: Sequence[Failures]) -> BarTable | None:
        bars = [
            Bar(row.kind.label, row.all.tenths or 0, cell_in_words(row.all))
            for row in rows
            if row.all.is_told
        ]
        title = gettext("Members that did not meet a rule")
        return BarTable(title, _("Rule"), _("Members"), bars, top=1000) if bars else None


class RatesReport(WorkedOut):
    template_name = "supplement/reports/rates.html"
    title = TITLES["report_rates"]
    export = "supplement-rates"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        years, rows = reports.rates_of_years()
        columns = (
            Column("name", _("Component")),
            *(
                Column(f"year_{place}", year.name, value=lambda row, at=place: rate_in_words(row.rates[at]))
                for place, year in enumerate(years)
            ),
            Column("change", _("Change"), value=change_in_words),
        )
        context = {
            "rows": rows,
            "columns": columns,
            "export_url": self.export_url(),
            "export_formats": export_formats(self.request),
        }
        return super().get_context_data(**(context | kwargs))


def rate_in_words(rate: Any) -> str:
    return "–" if rate is None else exact_rate(rate)


def change_in_words(row: Any) -> str:
    """+£0.50 (4%); a dash where two years cannot be compared."""
    if row.change is None:
        return "–"
    sign = "+" if row.change > 0 else "-" if row.change < 0 else ""
    return f"{sign}{exact_rate(abs(row.change))} ({tenths_in_words(row.tenths)})"
