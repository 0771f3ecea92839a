"""The supplement as sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.emails import within_authority
from core.exports.registry import Filters, register
from core.tables.columns import Column, Kind
from core.tables.filters import ScopeFilter
from documents.exports.mixins import OurExport, OurTableExport
from supplement.payee_tables import FundedHoursTable, SuppliersTable, UnreadyTable
from supplement.rules.comparing import Change
from supplement.selectors import schemes, simulation
from supplement.tables import AnswersTable, SchemesTable


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


@register
class SupplierReferences(OurTableExport):
    identifier = "supplier-references"
    title = _("Supplier references")
    description = _("Settings that receive money, and the number under which the finance system knows each.")
    permission = Permission.VIEW_RUNS
    table = SuppliersTable


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
