"""S8, S11: what the finance system answered: kept as a file, looked at, recorded; or marked by hand.

A payment is recorded as paid once, whatever is uploaded again: the fund gets its entry, people are told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.files import MEGABYTE, Kind, Purpose, RefusedFile, check_file, measured, refuse_malware
from core.limits.running import LimitPassed, Reader, read_limited
from core.money import pounds
from core.saving import save_in_words
from core.text import one_line
from documents.models import StoredFile
from documents.services import files
from documents.services.outbox import send_email
from memberships.selectors.joining import leading_people, people_managing
from ofsted.imports.opening import REFUSAL, SAID_IN_REFUSAL, FileRefused
from supplement.emails.payments import MoneyPaid
from supplement.models.answers import PaymentAnswers
from supplement.models.fund import FundEntry
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment, Run
from supplement.rules.answers import MAX_REFERENCE, MAX_WORDS, Answer, AnswerLine, Outcome
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.claims import Actor as ClaimActor
from supplement.rules.claims import ClaimState
from supplement.rules.fund import Entry
from supplement.rules.payments import PaymentState
from supplement.rules.runs import Actor, RunState
from supplement.selectors import answers as selectors
from supplement.services.payments import locked_run
from supplement.services.run_claims import locked, move_claims
from supplement.services.runs import move_run


def never_by_its_address(user: User, file: StoredFile) -> bool:
    """The page of the answer asks who may read it."""
    return False


ANSWERS = Purpose(
    "payment_answers",
    may_read=never_by_its_address,
    label=_lazy("Answer of the finance system"),
    kinds=frozenset({Kind.XLSX, Kind.CSV, Kind.TEXT}),
    most_bytes=5 * MEGABYTE,
)
READING = Reader(
    function="supplement.imports.answers:read_file", refusals=REFUSAL, holds=(*SAID_IN_REFUSAL, AnswerLine)
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is recorded of one payment. ``on``: the day of one that is paid."""

    payment_id: int
    is_paid: bool
    on: date | None = None
    finance_reference: str = ""
    words: str = ""


@transaction.atomic
def keep_answers(*, run_id: int, file: BinaryIO, name: str, by: User, at: datetime) -> PaymentAnswers:
    """Keep an answer as it was read; nothing is recorded yet. The same bytes again are the same answer.

    Raises ValidationError at "file" for what is no table of answers.
    """
    run = locked_run(run_id)
    digest = hashlib.sha256(file.read()).hexdigest()
    file.seek(0)
    existing = PaymentAnswers.objects.filter(run=run, digest=digest).first()
    if existing is not None:
        return existing
    try:
        measured(file, most=ANSWERS.most_bytes)
        refuse_malware(file)
        lines: list[AnswerLine] = read_limited(READING, file)
        checked = check_file(file, name=name, purpose=ANSWERS, is_scanned=True)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    except LimitPassed as passed:
        raise ValidationError({"file": passed.in_words()}) from None
    except FileRefused as refused:
        raise ValidationError({"file": refused.reason.in_words(_)}) from None
    stored = files.keep_checked(file=file, checked=checked, purpose=ANSWERS.identifier, by=by, at=at)
    with files.removed_unless_kept(stored), transaction.atomic():
        answers = PaymentAnswers(
            run=run,
            file=stored,
            name=stored.name,
            digest=digest,
            lines=[line.kept() for line in lines],
            uploaded_by=by,
            uploaded_at=at,
        )
        save_in_words(answers)
    record(Action.PAYMENT_ANSWERS_KEPT, about=run, by=by, file=stored.name, details={"sha256": digest})
    return answers


@transaction.atomic
def apply_answers(*, answers_id: int, by: User, at: datetime) -> list[Answer]:
    """Record what an answer says, as far as it can be recorded; the rest stays to be looked at. Twice is
    once.

    Answers each line as it was judged. Raises ValidationError for one that is not there.
    """
    row = PaymentAnswers.objects.select_for_update(of=("self",)).filter(pk=answers_id).first()
    if row is None:
        raise ValidationError(_("This answer is no longer there."))
    run = locked_run(row.run_id)
    answers = selectors.judged_of(row, today=timezone.localdate(at))
    told = [
        Told(
            answer.payment_id,
            answer.outcome is Outcome.PAID,
            answer.on,
            answer.line.finance[:MAX_REFERENCE],
            answer.words,
        )
        for answer in answers
        if answer.payment_id is not None and answer.outcome in (Outcome.PAID, Outcome.FAILED)
    ]
    _record(run, told, by=by, at=at)
    if row.applied_at is None:
        row.applied_by, row.applied_at = by, at
        row.save(update_fields=["applied_by", "applied_at"])
    return answers


@transaction.atomic
def mark_payment(
    *,
    payment_id: int,
    outcome: Outcome,
    on: date | None,
    finance_reference: str = "",
    words: str = "",
    by: User,
    at: datetime,
) -> Payment:
    """Record of one payment by hand that it was paid on a day, or failed and why. Said again it is once.

    Raises ValidationError at "on" and "words", and for a payment that no file has.
    """
    payment = Payment.objects.select_related("run").filter(pk=payment_id).first()
    if payment is None:
        raise ValidationError(_("This payment is no longer there."))
    run = locked_run(payment.run_id)
    payment.refresh_from_db()
    is_paid = outcome is Outcome.PAID
    words, finance_reference = one_line(words)[:MAX_WORDS], one_line(finance_reference)[:MAX_REFERENCE]
    if payment.state == (PaymentState.PAID if is_paid else PaymentState.FAILED):
        return payment
    if payment.state != PaymentState.IN_FILE:
        raise ValidationError(_("This payment is in no payment file, or was recorded already."))
    _refuse_mark(is_paid, on, finance_reference, words, at=at)
    told = Told(payment.pk, is_paid, on if is_paid else None, finance_reference, "" if is_paid else words)
    _record(run, [told], by=by, at=at)
    payment.refresh_from_db()
    return payment


def _refuse_mark(is_paid: bool, on: date | None, reference: str, words: str, *, at: datetime) -> None:
    errors: dict[str, str] = {}
    if is_paid and on is None:
        errors["on"] = _("Enter the date on which it was paid.")
    elif is_paid and on is not None and on > timezone.localdate(at):
        errors["on"] = _("The date on which it was paid must be today or in the past.")
    if not is_paid and not words:
        errors["words"] = _("Enter why it failed.")
    for field, text in (("words", words), ("finance_reference", reference)):
        if looks_like_bank_details(text):
            errors[field] = _(REFUSED)
    if errors:
        raise ValidationError(errors)


def _record(run: Run, told: Sequence[Told], *, by: User, at: datetime) -> None:
    """Record it of payments that are in a file, whatever else was said of them; the run is locked."""
    if not told:
        return
    by_id = {row.payment_id: row for row in told}
    rows = list(
        Payment.objects.select_for_update(of=("self",), no_key=True)
        .select_related("collaboration", "payee")
        .filter(run=run, pk__in=by_id, state=PaymentState.IN_FILE)
        .order_by("pk")
    )
    for payment in rows:
        _answered(payment, by_id[payment.pk], by=by, at=at)
    names = ["state", "paid_on", "failed_words", "finance_reference", "answered_by", "answered_at"]
    Payment.objects.bulk_update(rows, names, batch_size=500)
    paid = [row for row in rows if row.state == PaymentState.PAID]
    _into_funds(paid, by=by, at=at)
    _move_claims(run, rows, by=by, at=at)
    failed = len(rows) - len(paid)
    if rows:
        record(Action.PAYMENTS_ANSWERED, about=run, by=by, paid=len(paid), failed=failed)
    _finish(run, by=by, at=at)
    _tell(paid, on=timezone.localdate(at))


def _answered(payment: Payment, told: Told, *, by: User, at: datetime) -> None:
    payment.state = PaymentState.PAID if told.is_paid else PaymentState.FAILED
    payment.paid_on = told.on if told.is_paid else None
    payment.failed_words = "" if told.is_paid else told.words or _("The finance system gives no reason.")
    payment.finance_reference = told.finance_reference
    payment.answered_by, payment.answered_at = by, at


def _into_funds(paid: Iterable[Payment], *, by: User, at: datetime) -> None:
    """S10: each payment is one entry of its collaboration's fund."""
    FundEntry.objects.bulk_create(
        (
            FundEntry(
                collaboration=payment.collaboration,
                kind=Entry.RECEIVED,
                pence=payment.pence,
                on=payment.paid_on or payment.pay_on,
                payment=payment,
                by=by,
                at=at,
            )
            for payment in paid
        ),
        batch_size=1000,
    )


def _move_claims(run: Run, rows: Sequence[Payment], *, by: User, at: datetime) -> None:
    """A claim is paid with its last payment. One that failed stands as approved until a later file has it."""
    claims = locked({row.claim_id for row in rows})
    states = selectors.states_by_claim(run, [claim.pk for claim in claims])
    in_run = [claim for claim in claims if claim.state == ClaimState.IN_RUN]
    failed = [claim for claim in in_run if PaymentState.FAILED in states[claim.pk]]
    done = [claim for claim in in_run if states[claim.pk] == {PaymentState.PAID}]
    words = _("The finance system says that a payment failed.")
    move_claims(failed, to=ClaimState.APPROVED, actor=ClaimActor.FINANCE, by=by, at=at, words=words)
    move_claims(done, to=ClaimState.PAID, actor=ClaimActor.FINANCE, by=by, at=at)
    _corrected(run, states, at=at)


def _corrected(run: Run, states: Mapping[int, set[str]], *, at: datetime) -> None:
    """Claims of before whose corrections this run carries stand as paid again, once it has paid them."""
    paid = [claim for claim, found in states.items() if found == {PaymentState.PAID}]
    carried = Adjustment.objects.filter(run=run, lines__run=run, lines__claim__in=paid)
    waiting = carried.filter(claim__state=ClaimState.ADJUSTED).order_by().values_list("claim_id", flat=True)
    corrected = [claim for claim in locked(set(waiting)) if claim.state == ClaimState.ADJUSTED]
    move_claims(corrected, to=ClaimState.PAID, actor=ClaimActor.RUN, by=None, at=at)


def _finish(run: Run, *, by: User, at: datetime) -> None:
    """The run is paid with its last payment."""
    unpaid = Payment.objects.filter(run=run).exclude(state=PaymentState.PAID).exists()
    if unpaid or run.state != RunState.EXPORTED:
        return
    move_run(run, RunState.PAID, actor=Actor.FINANCE, by=by, at=at, fields={"paid_at": at})
    record(Action.RUN_PAID, about=run, by=by, total=pounds(selectors.paid_pence(run)))


def _tell(paid: Iterable[Payment], *, on: date) -> None:
    """Whoever manages the payee, and whoever leads the group."""
    for payment in paid:
        people = {*people_managing(payment.payee, on=on), *leading_people(payment.collaboration, on=on)}
        for person in sorted(people, key=lambda each: each.pk):
            send_email(MoneyPaid(payment_id=payment.pk, user_id=person.pk))
