"""Lists of payments (S8, S11), each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, Filter
from core.tables.table import Table
from supplement.models.payments import Payment
from supplement.rules.answers import Outcome
from supplement.rules.payments import LEFT, UNANSWERED, PaymentState, reference_of
from supplement.selectors import payments
from supplement.tables.evidence import period_choices

PAYMENT_COLOURS = {
    PaymentState.DUE: "yellow",
    PaymentState.IN_FILE: "blue",
    PaymentState.PAID: "green",
    PaymentState.FAILED: "red",
    PaymentState.HELD: "grey",
}
OUTCOME_COLOURS = {
    Outcome.PAID: "green",
    Outcome.FAILED: "red",
    Outcome.KNOWN: "grey",
    Outcome.REFUSED: "yellow",
}


#: Of the filter of states: what nobody has answered, and what is not paid.
NOT_ANSWERED, NOT_PAID = "unanswered", "left"
STATES: Sequence[tuple[str, Any]] = (
    (NOT_ANSWERED, _("Not answered yet")),
    (NOT_PAID, _("Failed or on hold")),
    *PaymentState.choices,
)


def in_state(rows: QuerySet[Any], state: str) -> QuerySet[Any]:
    several = {NOT_ANSWERED: UNANSWERED, NOT_PAID: LEFT}
    return rows.filter(state__in=several.get(state, (state,)))


def payment_colour(payment: Payment) -> str:
    return PAYMENT_COLOURS[PaymentState(payment.state)]


def payment_address(payment: Payment) -> str:
    return reverse("supplement:mark_payment", args=[payment.run_id, payment.pk])


def our_reference(payment: Payment) -> str:
    return reference_of(payment.run.number, payment.pk)


class PaymentsTable(Table):
    """Every payment of every run."""

    ordering = "-pay_on"
    columns = (
        Column(
            "collaboration",
            _("Collaboration"),
            width=36,
            sort="collaboration__name__in_order",
            link=payment_address,
        ),
        Column("pence", _("Sum"), Kind.MONEY, sort="pence"),
        Column("pay_on", _("Day of payment"), Kind.DATE, sort="pay_on"),
        Column("state", _("State"), value="get_state_display", tag=payment_colour, sort="state"),
        Column("paid_on", _("Paid on"), Kind.DATE, sort="paid_on"),
        Column("failed_words", _("Why it failed"), width=40, wide=True),
        Column("payee", _("Payee"), width=36, sort="payee__search_text"),
        Column("reference", _("Supplier reference"), width=20, sort="reference"),
        Column("ours", _("Our reference"), width=20, value=our_reference),
        Column("finance_reference", _("Reference of the finance system"), width=24),
        Column("period", _("Period"), width=28, value="claim.period"),
        Column("run", _("Run"), Kind.NUMBER, value="run.number", sort="run__number", numeric=False),
    )
    on_page = ("collaboration", "pence", "pay_on", "state", "paid_on", "payee", "period", "run")
    second_rank = ("payee", "period")
    filters: Sequence[Filter] = (
        ChoiceFilter("state", _("State"), choices=STATES, narrow=in_state),
        ChoiceFilter("period", _("Period"), lookup="claim__period_id", choices=period_choices),
    )

    def rows(self) -> QuerySet[Any]:
        return payments.payments()
