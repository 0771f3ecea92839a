"""The supplement as sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.emails import within_authority
from core.exports.registry import Filters, TableExport, register
from core.money import exact_rate
from core.tables.columns import Column, Kind
from core.tables.filters import ScopeFilter
from documents.exports.mixins import OurExport, OurTableExport
from memberships.selectors.districts import SETTING_TYPES
from supplement.rules.comparing import Change
from supplement.rules.reports import Cell, failures_of_groups, failures_of_members, tenths_in_words
from supplement.selectors import reports, schemes, simulation
from supplement.tables.choosing import InTwoGroupsTable
from supplement.tables.closing import PeriodsTable
from supplement.tables.corrections import CorrectionsTable
from supplement.tables.evidence import EvidenceTable
from supplement.tables.fund import EntriesTable, SpendingTable
from supplement.tables.payments import PaymentsTable
from supplement.tables.reports import (
    BalancesTable,
    BroughtTable,
    CeilingTable,
    ObjectivesTable,
    PublishedTable,
)
from supplement.tables.runs import RunClaimsTable, RunsTable
from supplement.tables.schemes import AnswersTable, SchemesTable
from supplement.tables.suppliers import FundedHoursTable, SuppliersTable, UnreadyTable


@register
class Schemes(OurTableExport):
    identifier = "schemes"
    title = _("Schemes of the supplement")
    description = _("Every version of each year’s scheme, and who approved it.")
    permission = Permission.VIEW_SUPPLEMENT
    table = SchemesTable


@register
class SchemeAnswers(OurTableExport):
    identifier = "scheme-answers"
    title = _("Answers to a consultation")
    description = _("What the leaders of each group answered about one draft.")
    permission = Permission.VIEW_SUPPLEMENT
    table = AnswersTable


@register
class SchemeSimulation(OurExport):
    """Everybody, as it was worked out last; nothing before that."""

    identifier = "scheme-simulation"
    title = _("What each collaboration would have got")
    description = _("A scheme tried on the staff numbers of the last count date, beside the scheme of today.")
    permission = Permission.VIEW_SUPPLEMENT
    filters = (
        ScopeFilter(
            "scheme", _("Scheme"), find=schemes.scheme_by_id, error=_("Open the page of a scheme first.")
        ),
    )
    columns = (
        Column("collaboration", _("Collaboration"), width=36),
        Column("before", _("Scheme of today"), Kind.MONEY),
        Column("after", _("This scheme"), Kind.MONEY),
        Column("difference", _("Difference"), Kind.MONEY),
        Column("percent", _("Difference, per cent"), Kind.NUMBER),
    )

    def may_run(self, by: Any, filters: Filters) -> bool:
        return bool(filters.get("scheme")) and super().may_run(by, filters)

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for change in self._changes(int(filters["scheme"])):
            yield change.name, change.before_pence, change.after_pence, change.pence, change.percent

    def _changes(self, scheme_id: int) -> tuple[Change, ...]:
        scheme = schemes.scheme_by_id(scheme_id)
        if scheme is None:
            return ()
        about = within_authority("supplement:simulation", scheme.pk)
        job = simulation.newest_job(scheme, about=about, done=True)
        return simulation.worked_of(job, mark="").simulation.changes if job else ()


class _OfFund(TableExport):
    """A list of one collaboration's fund: for its members, and for the team that sees money."""

    permission = Permission.VIEW_CLAIMS

    def may_run(self, by: Any, filters: Filters) -> bool:
        collaboration = collaboration_by_id(int(filters.get("collaboration") or 0))
        if collaboration is None:
            return False
        if by.has_perm(Permission.VIEW_COLLABORATIONS):
            return bool(by.has_perm(Permission.VIEW_CLAIMS) and by.has_perm(Permission.EXPORT))
        return bool(by.has_perm(Permission.VIEW_COLLABORATIONS, collaboration))


@register
class FundEntries(_OfFund):
    identifier = "fund-entries"
    title = _("What came to a fund and went from it")
    description = _("Of one collaboration: payments, shares of leavers, what was returned.")
    table = EntriesTable


@register
class FundSpending(_OfFund):
    identifier = "fund-spending"
    title = _("What was spent from a fund")
    description = _("Of one collaboration: orders and payments, each with its decision and objective.")
    table = SpendingTable


@register
class EvidenceOfClaims(OurTableExport):
    identifier = "evidence-of-claims"
    title = _("Evidence of claims")
    description = _("Where each claim stands, since when, and which criteria it does not meet.")
    permission = Permission.VIEW_CLAIMS
    table = EvidenceTable


@register
class PaymentRuns(OurTableExport):
    identifier = "payment-runs"
    title = _("Payment runs")
    description = _("Every run of the supplement: its totals, and who calculated, reviewed and approved it.")
    permission = Permission.VIEW_RUNS
    table = RunsTable


@register
class RunClaims(OurTableExport):
    identifier = "run-claims"
    title = _("A payment run by collaboration")
    description = _("What each collaboration comes to in one run, beside its last period.")
    permission = Permission.VIEW_RUNS
    table = RunClaimsTable


@register
class Payments(OurTableExport):
    identifier = "payments"
    title = _("Payments of the supplement")
    description = _("Every payment: to whom, how much, on which day, and whether it was paid.")
    permission = Permission.VIEW_RUNS
    table = PaymentsTable


@register
class SupplementCorrections(OurTableExport):
    identifier = "supplement-corrections"
    title = _("Corrections of the supplement")
    description = _("What was corrected after a run was approved, and which run carries it.")
    permission = Permission.VIEW_RUNS
    table = CorrectionsTable


@register
class SupplementPeriods(OurTableExport):
    identifier = "supplement-periods"
    title = _("Periods of the supplement")
    description = _("Periods that were claimed for, what of each is open, and when it was closed.")
    permission = Permission.VIEW_RUNS
    table = PeriodsTable


@register
class SupplierReferences(OurTableExport):
    identifier = "supplier-references"
    title = _("Supplier references")
    description = _("Settings that receive money, and the number under which the finance system knows each.")
    permission = Permission.VIEW_RUNS
    table = SuppliersTable


@register
class SettingsInTwoGroups(OurTableExport):
    identifier = "settings-in-two-groups"
    title = _("Settings in two groups")
    description = _("In which group each is paid, and which have not chosen.")
    permission = Permission.VIEW_CLAIMS
    table = InTwoGroupsTable


@register
class PayeesNotReady(OurTableExport):
    identifier = "payees-not-ready"
    title = _("Payees that are not ready")
    description = _("Active collaborations that cannot be paid yet, and what is wrong.")
    permission = Permission.VIEW_RUNS
    table = UnreadyTable


@register
class FundedHours(OurTableExport):
    identifier = "funded-hours"
    title = _("Funded hours")
    description = _("Members on the count date of a period, with their funded hours.")
    permission = Permission.VIEW_RUNS
    table = FundedHoursTable


class Report(OurExport):
    """A report that is worked out, not listed."""

    permission = Permission.VIEW_RUNS


@register
class FailedRules(Report):
    """One line for each rule and kind of setting; small numbers are left empty."""

    identifier = "supplement-rules"
    title = _("Who did not meet which rule")
    description = _("By kind of setting, as it stood when the payment runs of a period were approved.")
    filters = (
        ScopeFilter(
            "period",
            _("Period"),
            find=reports.period_with_run,
            error=_("Choose a period of which a payment run is approved."),
        ),
    )
    columns = (
        Column("criterion", _("Rule"), width=36),
        Column("setting", _("Kind of setting"), width=30),
        Column("asked", _("Asked"), Kind.NUMBER),
        Column("failed", _("Did not meet it"), Kind.NUMBER),
        Column("share", _("Share"), width=12),
        Column("told", _("Shown"), width=24),
    )

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        period = reports.period_with_run(int(filters["period"]))
        if period is None:
            return
        of_members, of_groups = reports.asked_in(period)
        names = {key: str(label) for key, label in SETTING_TYPES}
        for row in failures_of_members(of_members):
            for setting, cell in row.by_setting:
                yield self._line(row.kind.label, names.get(setting, setting), cell)
            yield self._line(row.kind.label, str(_("All members")), row.all)
        for row in failures_of_groups(of_groups):
            yield self._line(row.kind.label, str(_("All collaborations")), row.all)

    def _line(self, rule: Any, setting: str, cell: Cell) -> tuple[object, ...]:
        if not cell.is_told:
            return str(rule), setting, None, None, "", str(_("Small numbers"))
        return str(rule), setting, cell.asked, cell.failed, tenths_in_words(cell.tenths), str(_("Yes"))


@register
class ComponentRates(Report):
    """One line for each component and scheme."""

    identifier = "supplement-rates"
    title = _("Rates from year to year")
    description = _("What each component paid in each approved scheme.")
    columns = (
        Column("component", _("Component"), width=36),
        Column("scheme", _("Scheme"), width=36),
        Column("starts_on", _("From"), Kind.DATE),
        Column("rate", _("Rate in pounds"), width=16),
    )

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        years, rows = reports.rates_of_years()
        for row in rows:
            for year, rate in zip(years, row.rates, strict=True):
                if rate is not None:
                    yield row.name, year.name, year.starts_on, exact_rate(rate)


class ReportTable(OurTableExport):
    permission = Permission.VIEW_RUNS


@register
class CeilingSheet(ReportTable):
    identifier = "supplement-ceiling"
    title = _("Total against the ceiling")
    description = _("What each year’s approved payments come to, of planned formula funding.")
    table = CeilingTable


@register
class PublishedSheet(ReportTable):
    identifier = "supplement-over-500"
    title = _("Payments over £500")
    description = _("Date, payee, amount and purpose, to publish under the transparency code.")
    table = PublishedTable


@register
class BalancesSheet(ReportTable):
    identifier = "supplement-balances"
    title = _("Unspent balances")
    description = _("What each collaboration received, spent and has left.")
    table = BalancesTable


@register
class ObjectivesSheet(ReportTable):
    identifier = "supplement-objectives"
    title = _("Spending by objective")
    description = _("What was decided, ordered and spent for each objective of a development plan.")
    table = ObjectivesTable


@register
class BroughtSheet(ReportTable):
    identifier = "supplement-members"
    title = _("What each setting brought")
    description = _("The share of each member in the sums paid to its collaboration.")
    table = BroughtTable
