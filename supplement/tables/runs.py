"""Lists of payment runs (S8), each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import BooleanFilter, ChoiceFilter, Filter, ScopeFilter
from core.tables.table import Table
from supplement.models.runs import Run, RunClaim
from supplement.rules.runs import RunState, Unusual
from supplement.selectors import runs

RUN_COLOURS = {
    RunState.OPEN: "grey",
    RunState.CALCULATING: "light-blue",
    RunState.CALCULATED: "yellow",
    RunState.REVIEWED: "blue",
    RunState.APPROVED: "green",
    RunState.EXPORTED: "turquoise",
    RunState.PAID: "green",
    RunState.CLOSED: "grey",
    RunState.CANCELLED: "red",
}


def run_address(run: Run) -> str:
    return reverse("supplement:run", args=[run.pk])


def run_colour(run: Run) -> str:
    return RUN_COLOURS[RunState(run.state)]


def working_address(row: RunClaim) -> str:
    return reverse("supplement:run_working", args=[row.run_id, row.claim_id])


def unusual_words(row: RunClaim) -> str:
    """What is unusual about a claim, the gravest first."""
    return ", ".join(str(Unusual(each).label) for each in row.exceptions)


class RunsTable(Table):
    """Every payment run."""

    ordering = "-number"
    columns = (
        Column("number", _("Run"), Kind.NUMBER, sort="number", link=run_address, numeric=False),
        Column("period", _("Period"), width=28, sort="period__starts_on"),
        Column("state", _("State"), value="get_state_display", tag=run_colour, sort="state"),
        Column("claims_count", _("Claims"), Kind.NUMBER, sort="claims_count"),
        Column("total_pence", _("Total"), Kind.MONEY, sort="total_pence"),
        Column("calculated_by", _("Calculated by"), width=28),
        Column("calculated_at", _("Calculated at"), Kind.DATETIME, sort="calculated_at"),
        Column("reviewed_by", _("Reviewed by"), width=28),
        Column("approved_by", _("Approved by"), width=28),
        Column("approved_at", _("Approved at"), Kind.DATETIME, sort="approved_at"),
        Column("input_hash", _("Hash of what went in"), width=66),
    )
    on_page = (
        *("number", "period", "state", "claims_count", "total_pence"),
        *("calculated_by", "approved_by", "approved_at"),
    )
    second_rank = ("approved_at",)
    filters: Sequence[Filter] = (ChoiceFilter("state", _("State"), choices=RunState.choices),)

    def rows(self) -> QuerySet[Any]:
        return runs.runs()


class RunClaimsTable(Table):
    """What each collaboration comes to in one run, beside its last period."""

    ordering = "collaboration"
    columns = (
        Column(
            "collaboration",
            _("Collaboration"),
            width=36,
            value="claim.collaboration",
            link=working_address,
            sort="claim__collaboration__name__in_order",
        ),
        Column("pence", _("Sum"), Kind.MONEY, sort="pence"),
        Column("last_pence", _("Last period"), Kind.MONEY, sort="last_pence"),
        Column("difference", _("Difference"), Kind.MONEY, sort="difference"),
        Column("exceptions", _("Unusual"), width=40, value=unusual_words, wide=True),
        Column("seen_words", _("What was found"), width=60, wide=True),
        Column("seen_by", _("Looked at by"), width=28),
        Column("payee", _("Payee"), width=36),
        Column("reference", _("Supplier reference"), width=20),
        Column("sum_pence", _("Sum of the members"), Kind.MONEY),
        Column("asked_pence", _("After its own cap"), Kind.MONEY),
        Column("adjusted_pence", _("Corrections"), Kind.MONEY),
    )
    on_page = ("collaboration", "pence", "last_pence", "difference", "exceptions", "seen_words", "payee")
    second_rank = ("payee",)
    filters: Sequence[Filter] = (
        ChoiceFilter("unusual", _("Unusual"), lookup="exceptions__contains", choices=Unusual.choices),
        BooleanFilter("unseen", _("Not looked at yet"), narrow=lambda rows, _value: runs.unseen(rows)),
        ScopeFilter("run", _("Run"), find=runs.run_by_id, error=_("There is no such run.")),
    )

    def rows(self) -> QuerySet[Any]:
        return runs.run_claims().annotate(difference=F("pence") - F("last_pence"))
