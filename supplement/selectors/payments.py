"""Reads of payments (S8, S11): what of a run is paid, what waits and why, its files and their layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet, Sum

from memberships.rules.paused import Support
from memberships.selectors.paused import groups_without
from supplement.models.claims import Claim
from supplement.models.parts import SchemeInstalment
from supplement.models.payments import Payment, PaymentFile, PaymentLayout
from supplement.models.runs import Run, RunClaim, RunLine
from supplement.rules.claims import ClaimState
from supplement.rules.layouts import USUAL, Layout, PaymentFacts, read_layout
from supplement.rules.payments import (
    LEFT,
    TO_PAY,
    UNANSWERED,
    Due,
    Part,
    PaymentState,
    Receives,
    Waits,
    dues_of,
    reference_of,
    waits_for,
)
from supplement.rules.runs import FIXED
from supplement.rules.snapshot import Unreadable, recipients_in
from supplement.selectors import runs
from supplement.selectors.run_inputs import Receiver, receivers_of


@dataclass(frozen=True, slots=True)
class ToPay:
    """A claim of an approved run without payments: what it would be, who receives it, and why it waits."""

    row: RunClaim
    dues: tuple[Due, ...]
    receivers: Mapping[int, Receiver]
    why: Waits | None

    @property
    def why_words(self) -> str:
        return str(self.why.label) if self.why else ""


def payments() -> QuerySet[Payment]:
    return Payment.objects.select_related("run__period", "claim__period", "collaboration", "payee", "file")


def payment_by_id(payment_id: int) -> Payment | None:
    return payments().filter(pk=payment_id).first()


def unpaid_claims(run: Run, *, on: date, let_go: Collection[int] = ()) -> list[ToPay]:
    """S8: the claims of an approved run that have money and no payment yet. ``let_go``: those that finance
    lets go on although a criterion held them back or their payee was changed.
    """
    rows = RunClaim.objects.filter(run=run, is_blocked=False).exclude(pence=0)
    rows = rows.exclude(claim__in=Payment.objects.filter(run=run).values("claim"))
    unpaid = list(rows.select_related("claim__collaboration", "payee").order_by("pk"))
    if not unpaid:
        return []
    days = days_of(run)
    parts, corrections = _parts_of(run, unpaid), _corrections_of(run)
    dues = {
        row.pk: tuple(dues_of(parts[row.claim_id], corrections.get(row.claim_id, 0), days)) for row in unpaid
    }
    groups = {row.claim.collaboration_id for row in unpaid}
    groups |= {due.collaboration_id for found in dues.values() for due in found}
    today, paused = receivers_of(groups, on=on), groups_without(Support.PAYMENT, on=on)
    return [
        _to_pay(row, dues[row.pk], today, was_let_go=row.claim_id in let_go, paused=paused) for row in unpaid
    ]


def _to_pay(
    row: RunClaim,
    dues: tuple[Due, ...],
    today: Mapping[int, Receiver],
    *,
    was_let_go: bool,
    paused: Collection[int],
) -> ToPay:
    own = row.claim.collaboration_id
    receivers = {due.collaboration_id: today[due.collaboration_id] for due in dues}
    approved = Receiver(row.payee_id, row.reference)
    if own in receivers and not row.is_frozen and row.payee_id and row.reference:
        receivers[own] = approved
    reasons = [
        waits_for(
            Receives(
                receiver.payee_id,
                receiver.reference,
                is_held=row.is_held,
                is_frozen=receiver.is_frozen or (row.is_frozen and not was_let_go),
                is_on_hold=row.claim.state == ClaimState.ON_HOLD,
                is_paused=group in paused or own in paused,
                was_let_go=was_let_go,
            )
        )
        for group, receiver in receivers.items()
    ]
    return ToPay(row, dues, receivers, next((why for why in reasons if why), None))


def days_of(run: Run) -> list[date]:
    """The days of payment of a run's period."""
    rows = SchemeInstalment.objects.filter(period=run.period_id).order_by("pay_on", "pk")
    return list(rows.values_list("pay_on", flat=True))


def _parts_of(run: Run, unpaid: Iterable[RunClaim]) -> dict[int, list[Part]]:
    """By claim, who receives what of it on each day: as the snapshot says, else as the lines do."""
    claim_of = {row.claim.collaboration_id: row.claim_id for row in unpaid}
    days = len(days_of(run))
    parts = {claim: [Part(group, (0,) * days)] for group, claim in claim_of.items()}
    for group, recipients in _recipients_of(run).items():
        if group in claim_of:
            parts[claim_of[group]] = [Part(to, tuple(sums)) for to, _pence, sums in recipients]
    return parts


def _recipients_of(run: Run) -> dict[int, list[tuple[int, int, tuple[int, ...]]]]:
    kept = runs.snapshot_of(run)
    if kept is None:
        return {}
    try:
        return recipients_in(kept[0])
    except Unreadable:
        return _recipients_by_lines(run)


def _recipients_by_lines(run: Run) -> dict[int, list[tuple[int, int, tuple[int, ...]]]]:
    """What each claim's own collaboration gets by its lines, where the snapshot cannot be read."""
    sums: dict[int, list[int]] = {}
    lines = RunLine.objects.filter(run=run, adjustment=None).order_by("pk")
    for group, instalments in lines.values_list("claim__collaboration_id", "instalments").iterator():
        before = sums.get(group, [0] * len(instalments))
        sums[group] = [one + more for one, more in zip(before, instalments, strict=True)]
    return {group: [(group, sum(found), tuple(found))] for group, found in sums.items()}


def _corrections_of(run: Run) -> dict[int, int]:
    """By claim, the sum of the corrections that a run carries."""
    lines = RunLine.objects.filter(run=run, adjustment__isnull=False).order_by()
    return dict(lines.values_list("claim_id").annotate(pence=Sum("pence")))


# --- days, files ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DayOfPayment:
    """The payments of a run on one day, by where they stand. Pence."""

    pay_on: date
    count: int
    pence: int
    to_pay: int
    in_file: int
    paid: int
    failed: int
    held: int
    files: tuple[PaymentFile, ...] = ()

    @property
    def takes_more(self) -> bool:
        """Whether another file can be made: something is due or failed."""
        return self.to_pay + self.failed > 0

    @property
    def address(self) -> str:
        return self.pay_on.isoformat()


def payment_days(run: Run) -> list[DayOfPayment]:
    """S11: each day of payment of a run with its control totals and files. Two statements."""
    files: dict[date, list[PaymentFile]] = defaultdict(list)
    for file in files_of(run):
        files[file.pay_on].append(file)
    counts = {
        name: Count("pk", filter=Q(state=state))
        for name, state in (
            ("to_pay", PaymentState.DUE),
            ("in_file", PaymentState.IN_FILE),
            ("paid", PaymentState.PAID),
            ("failed", PaymentState.FAILED),
            ("held", PaymentState.HELD),
        )
    }
    rows = Payment.objects.filter(run=run).order_by().values("pay_on")
    rows = rows.annotate(count=Count("pk"), total=Sum("pence"), **counts).order_by("pay_on")
    values = ("pay_on", "count", "total", *counts)
    return [
        replace(DayOfPayment(*row), files=tuple(files.get(row[0], ()))) for row in rows.values_list(*values)
    ]


def files_of(run: Run) -> QuerySet[PaymentFile]:
    """Every file of a run without its rows, by day and number."""
    rows = PaymentFile.objects.filter(run=run).select_related("run__period", "made_by").defer("rows")
    return rows.order_by("pay_on", "number")


def file_by_id(file_id: int) -> PaymentFile | None:
    return PaymentFile.objects.select_related("run__period", "made_by").filter(pk=file_id).first()


def layout_row() -> PaymentLayout | None:
    return PaymentLayout.objects.select_related("set_by").first()


def layout() -> Layout:
    """The layout of the authority in scope; the usual one where none was set."""
    row = layout_row()
    if row is None:
        return USUAL
    kept = {
        "columns": row.columns,
        "date_format": row.date_format,
        "minor_units": row.minor_units,
        "has_headings": row.has_headings,
    }
    return read_layout(kept)


def payments_to_write(run: Run, pay_on: date, *, on: date) -> list[Payment]:
    """What a file for a day takes now, locked: due, or failed before. Where support is paused it waits (L3)."""
    rows = Payment.objects.select_for_update(of=("self",), no_key=True).filter(
        run=run, pay_on=pay_on, state__in=TO_PAY
    )
    rows = rows.exclude(collaboration__in=groups_without(Support.PAYMENT, on=on))
    return list(rows.select_related("collaboration", "payee").order_by("pk"))


def paused_payments(run: Run, *, on: date) -> list[Payment]:
    """What of a run was due and waits because support is paused, by group and day (L3)."""
    rows = payments().filter(run=run, state__in=TO_PAY)
    paused = rows.filter(collaboration__in=groups_without(Support.PAYMENT, on=on))
    return list(paused.order_by("collaboration__name__in_order", "pay_on", "pk"))


def facts_of(run: Run, payment: Payment) -> PaymentFacts:
    return PaymentFacts(
        payment_id=payment.pk,
        supplier=payment.reference,
        ours=reference_of(run.number, payment.pk),
        payee=str(payment.payee),
        group=str(payment.collaboration),
        period=str(run.period),
        run=run.number,
        pay_on=payment.pay_on,
        pence=payment.pence,
    )


def unanswered(run: Run) -> int:
    """How many payments of a run nobody has recorded as paid or failed."""
    return Payment.objects.filter(run=run, state__in=UNANSWERED).count()


class Left(NamedTuple):
    """What of a run nobody has paid: payments that failed or wait, and claims that wait."""

    number: int
    pence: int


def left_unpaid(run: Run, *, on: date) -> Left:
    rows = Payment.objects.filter(run=run, state__in=LEFT).aggregate(
        count=Count("pk"), pence=Sum("pence", default=0)
    )
    waiting = unpaid_claims(run, on=on)
    return Left(rows["count"] + len(waiting), rows["pence"] + sum(each.row.pence for each in waiting))


def is_approved(run: Run) -> bool:
    return run.state in FIXED


def claims_of_payments(payment_ids: Collection[int]) -> list[int]:
    rows = Claim.objects.filter(payments__in=payment_ids).distinct().order_by("pk")
    return list(rows.values_list("pk", flat=True))
