"""S8, S11: what the finance system says of payments, line by line: understood, refused with its reason, never
lost.

Sums are whole pence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.money import pence_typed, pounds
from core.reading.dates import DateProfile, UnreadDate, read_date
from core.reasons import Reason
from supplement.rules.payments import PaymentState

CODE = "S11"
#: The headings are within so many lines.
HEADER_WITHIN = 20
MAX_WORDS = 300
MAX_REFERENCE = 60

#: By what a column holds, what finance systems call it.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "reference": (
        *("our reference", "payment reference", "reference", "ref", "invoice", "invoice number"),
        *("invoice no", "transaction reference", "your reference"),
    ),
    "amount": ("amount", "sum", "net", "gross", "value", "paid amount", "amount paid", "payment amount"),
    "outcome": ("status", "outcome", "result", "state", "paid or failed", "paid/failed", "payment status"),
    "day": ("date", "date paid", "paid on", "payment date", "pay date", "value date"),
    "finance": (
        *("finance reference", "system reference", "their reference", "document", "document number"),
        *("voucher", "voucher number", "payment number", "bacs reference", "remittance"),
    ),
    "reason": ("reason", "why", "failure reason", "message", "comment", "comments", "error"),
}
NEEDED = ("reference", "amount", "outcome")
PAID_WORDS = frozenset(
    {"paid", "yes", "y", "ok", "success", "successful", "complete", "completed", "cleared", "sent", "p"}
)
FAILED_WORDS = frozenset(
    {"failed", "fail", "no", "n", "rejected", "returned", "unpaid", "error", "cancelled", "recalled", "f"}
)
_DAYS = DateProfile(has_serials=True, has_times=True, earliest_year=2000)

NO_HEADINGS = gettext_noop(
    "The columns cannot be found. The first lines must have headings such as “Reference”, “Amount” and “Status”."
)


class Outcome(TextChoices):
    """What a line does once it is recorded."""

    PAID = "paid", _("Paid")
    FAILED = "failed", _("Failed")
    KNOWN = "known", _("Already recorded")
    REFUSED = "refused", _("Cannot be recorded")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line as it stands in the file: its number and the texts of its cells."""

    number: int
    reference: str = ""
    amount: str = ""
    outcome: str = ""
    day: str = ""
    finance: str = ""
    reason: str = ""
    problem: str = ""

    def kept(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Owed:
    """A payment that an answer may be about."""

    payment_id: int
    pence: int
    state: PaymentState
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line comes to. ``why``: of one that cannot be recorded."""

    line: AnswerLine
    outcome: Outcome
    payment_id: int | None = None
    on: date | None = None
    pence: int | None = None
    why: Reason | None = None

    @property
    def words(self) -> str:
        """Why a payment failed, as the finance system says."""
        return self.line.reason[:MAX_WORDS]


def columns_in(cells: Sequence[str]) -> dict[str, int]:
    """Where each column that is known by its heading stands; the first of two counts."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        heading = " ".join(re.sub(r"[_.:*]", " ", cell).split()).casefold()
        for name, headings in HEADINGS.items():
            if heading in headings:
                places.setdefault(name, place)
    return places


def read_lines(rows: Iterable[tuple[int, Sequence[str], str]]) -> list[AnswerLine]:
    """The lines below the headings, empty ones left out. ``rows``: number, cells, and what is wrong with a
    line that cannot be read. ValueError where no line has the headings that are needed.
    """
    places: dict[str, int] | None = None
    lines: list[AnswerLine] = []
    for number, cells, problem in rows:
        if places is None:
            found = columns_in(cells)
            if all(name in found for name in NEEDED):
                places = found
            elif number >= HEADER_WITHIN:
                break
        elif problem:
            lines.append(AnswerLine(number, problem=problem))
        elif any(cell.strip() for cell in cells):
            texts = {
                name: " ".join(cells[place].split()) if place < len(cells) else ""
                for name, place in places.items()
            }
            lines.append(AnswerLine(number, **texts))
    if places is None:
        raise ValueError("no headings")
    return lines


def judged(lines: Iterable[AnswerLine], owed: Mapping[str, Owed], *, today: date) -> list[Answer]:
    """Each line by itself: what it does, or why it cannot be recorded. ``owed``: by our own reference,
    folded.

    Of two lines about one payment the second cannot be recorded, unless it says the same.
    """
    answers: list[Answer] = []
    said: dict[int, Answer] = {}
    for line in lines:
        answer = _judged(line, owed, today)
        if answer.payment_id is not None and answer.outcome is not Outcome.REFUSED:
            before = said.setdefault(answer.payment_id, answer)
            if before is not answer:
                answer = _twice(before, answer)
        answers.append(answer)
    return answers


def _twice(before: Answer, answer: Answer) -> Answer:
    if (before.outcome, before.on) == (answer.outcome, answer.on):
        return Answer(answer.line, Outcome.KNOWN, answer.payment_id, answer.on, answer.pence)
    sentence = gettext_noop("Line %(number)s says something else about this payment.")
    return _refused(answer.line, sentence, number=before.line.number)


def _judged(line: AnswerLine, owed: Mapping[str, Owed], today: date) -> Answer:
    if line.problem:
        return Answer(line, Outcome.REFUSED, why=Reason(CODE, line.problem))
    payment = owed.get(line.reference.casefold())
    if not line.reference:
        return _refused(line, gettext_noop("There is no reference."))
    if payment is None:
        return _refused(
            line, gettext_noop("No payment of this run has the reference “%(text)s”."), text=line.reference
        )
    pence = pence_typed(line.amount, code=CODE, least=-(10**9))
    if isinstance(pence, Reason):
        return Answer(line, Outcome.REFUSED, payment.payment_id, why=pence)
    if pence is None:
        return _refused(line, gettext_noop("There is no amount."))
    if pence != payment.pence:
        return _refused(
            line,
            gettext_noop("The amount is %(said)s, but the payment is %(owed)s."),
            said=pounds(pence),
            owed=pounds(payment.pence),
        )
    word = line.outcome.casefold().rstrip(".!")
    if word in FAILED_WORDS:
        return _failed(line, payment)
    if word not in PAID_WORDS:
        return _refused(
            line, gettext_noop("“%(text)s” is neither “paid” nor “failed”."), text=line.outcome or "–"
        )
    return _paid(line, payment, today)


def _failed(line: AnswerLine, payment: Owed) -> Answer:
    if payment.state is PaymentState.PAID:
        return _refused(
            line, gettext_noop("This payment is recorded as paid. Money that came back is a correction.")
        )
    if payment.state is PaymentState.FAILED:
        return Answer(line, Outcome.KNOWN, payment.payment_id, pence=payment.pence)
    if payment.state is not PaymentState.IN_FILE:
        return _refused(line, gettext_noop("This payment is in no payment file."))
    return Answer(line, Outcome.FAILED, payment.payment_id, pence=payment.pence)


def _paid(line: AnswerLine, payment: Owed, today: date) -> Answer:
    if not line.day:
        return _refused(line, gettext_noop("There is no date on which it was paid."))
    try:
        on = read_date(line.day, _DAYS, today=today).value
    except UnreadDate as problem:
        return Answer(line, Outcome.REFUSED, payment.payment_id, why=problem.reason)
    if payment.state is PaymentState.PAID:
        if payment.paid_on == on:
            return Answer(line, Outcome.KNOWN, payment.payment_id, on, payment.pence)
        return _refused(line, gettext_noop("This payment is recorded as paid on another day."))
    if payment.state is not PaymentState.IN_FILE:
        return _refused(line, gettext_noop("This payment is in no payment file."))
    return Answer(line, Outcome.PAID, payment.payment_id, on, payment.pence)


def _refused(line: AnswerLine, sentence: str, **facts: Any) -> Answer:
    return Answer(line, Outcome.REFUSED, why=Reason(CODE, sentence, facts))
