"""What is spent by a decision (S10): ordered, paid, taken back, and the receipts of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import BinaryIO, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.rules.money_actions import MoneyAction
from audit.services import record
from collaborations.services import refuse
from core.files import Checked, Kind, Purpose, RefusedFile, check_file
from core.money import pounds
from core.saving import save_in_words
from core.text import one_line
from documents.models import StoredFile
from documents.services import files
from supplement.models.fund import Receipt, Spending
from supplement.rules import fund as rules
from supplement.selectors import fund as selectors
from supplement.selectors.receipts import MAX_RECEIPTS, against_bringing_back
from supplement.selectors.spend_returns import reported_since
from supplement.services.fund import held, open_or_closed, refuse_bank_details

TAKEN_BACK = gettext_noop("This was taken back, so it is not paid.")
#: The columns that say that a receipt was removed.
REMOVED = ("removed_by", "removed_at", "removed_words")


class Upload(NamedTuple):
    """A file that somebody sends, and its name there."""

    file: BinaryIO
    name: str


def never_by_its_number(user: User, file: StoredFile) -> bool:
    """Receipts are opened on the page of their fund, which asks who may."""
    return False


RECEIPTS = Purpose(
    "receipt",
    may_read=never_by_its_number,
    label=gettext_lazy("Receipt"),
    place=selectors.place_of_file,
    kinds=frozenset({Kind.PDF, Kind.PNG, Kind.JPEG}),
    ending_must_fit=True,
)


@transaction.atomic
def order(
    *,
    collaboration_id: int,
    decision_id: int,
    what: str,
    supplier: str,
    pence: int,
    ordered_on: date,
    paid_on: date | None,
    key: str,
    by: User,
    at: datetime,
    receipts: Sequence[Upload] = (),
) -> Spending:
    """Record what was ordered by a decision, and that it is paid where it is. Pressed twice it is once.

    ``key`` names the press of the button. Raises ValidationError at "what", "pence", "ordered_on", "paid_on"
    and "files", and when the decision is closed or less than the sum is left of it.
    """
    group = held(collaboration_id)
    decision = open_or_closed(group, decision_id)
    same = Spending.objects.filter(decision=decision, key=key).exclude(key="").first()
    if same is not None:
        return same
    what, supplier = one_line(what), one_line(supplier)
    refuse_bank_details(what=what, supplier=supplier)
    refuse(rules.refusals_to_spend(selectors.value_of(decision), pence))
    today = timezone.localdate(at)
    if ordered_on > today:
        raise ValidationError({"ordered_on": _("The day must be today or in the past")})
    _refuse_day(paid_on, ordered_on, today)
    row = Spending(
        decision=decision, what=what, supplier=supplier, pence=pence, ordered_on=ordered_on, paid_on=paid_on,
        recorded_by=by, recorded_at=at, key=key,
    )  # fmt: skip
    save_in_words(row)
    action = Action.SPENDING_PAID if paid_on else Action.SPENDING_ORDERED
    record(action, about=row, by=by, collaboration=group.name, sum=pounds(pence))
    _add_receipts(row, receipts, by=by, at=at)
    return row


@transaction.atomic
def pay(
    *,
    collaboration_id: int,
    spending_id: int,
    paid_on: date,
    by: User,
    at: datetime,
    receipts: Sequence[Upload] = (),
) -> Spending:
    """What was ordered is paid; paid already is paid. Raises ValidationError at "paid_on" and "files"."""
    row = _spending(collaboration_id, spending_id)
    if row.taken_back_at is not None:
        raise ValidationError(_(TAKEN_BACK))
    if row.paid_on is None:
        _refuse_day(paid_on, row.ordered_on, timezone.localdate(at))
        row.paid_on = paid_on
        save_in_words(row, fields=["paid_on"])
        group = row.decision.collaboration
        record(Action.SPENDING_PAID, about=row, by=by, collaboration=group.name, sum=pounds(row.pence))
    _add_receipts(row, receipts, by=by, at=at)
    return row


def _refuse_day(paid_on: date | None, ordered_on: date, today: date) -> None:
    if paid_on is not None and paid_on > today:
        raise ValidationError({"paid_on": _("The day of the payment must be today or in the past")})
    if paid_on is not None and paid_on < ordered_on:
        raise ValidationError({"paid_on": _("It cannot be paid before it was ordered")})


@transaction.atomic
def take_back(*, collaboration_id: int, spending_id: int, words: str, by: User, at: datetime) -> Spending:
    """What was ordered or paid does not count: it was wrong, or given back. Taken back already is taken back.

    Raises ValidationError at "words".
    """
    row = _spending(collaboration_id, spending_id)
    if row.taken_back_at is not None:
        return row
    words = one_line(words)
    refuse_bank_details(words=words)
    if not words:
        raise ValidationError({"words": _("Say why it is taken back.")})
    row.taken_back_by, row.taken_back_at, row.taken_back_words = by, at, words
    save_in_words(row, fields=["taken_back_by", "taken_back_at", "taken_back_words"])
    group = row.decision.collaboration
    record(Action.SPENDING_TAKEN_BACK, about=row, by=by, collaboration=group.name, sum=pounds(row.pence))
    return row


@transaction.atomic
def add_receipts(
    *, collaboration_id: int, spending_id: int, receipts: Sequence[Upload], by: User, at: datetime
) -> None:
    """Add receipts; one that is there already is not added again. Raises ValidationError at "files"."""
    _add_receipts(_spending(collaboration_id, spending_id), receipts, by=by, at=at)


@transaction.atomic
def remove_receipt(*, collaboration_id: int, receipt_id: int, words: str, by: User, at: datetime) -> Receipt:
    """A receipt that was added by mistake counts no more; it stays in the history. Removed already is
    removed.

    Raises ValidationError at "words", and once the spending was reported with it.
    """
    row = _receipt(collaboration_id, receipt_id)
    if row.removed_at is not None:
        return row
    refuse(rules.refusals_to_remove(reported_since(collaboration_id, row.added_at)))
    words = one_line(words)
    refuse_bank_details(words=words)
    if not words:
        raise ValidationError({"words": _("Say why it is removed.")})
    row.removed_by, row.removed_at, row.removed_words = by, at, words
    save_in_words(row, fields=list(REMOVED))
    group = row.spending.decision.collaboration
    record(MoneyAction.RECEIPT_REMOVED, about=row.spending, by=by, collaboration=group.name, why=words)
    return row


@transaction.atomic
def bring_receipt_back(*, collaboration_id: int, receipt_id: int, by: User) -> Receipt:
    """A receipt that was removed counts again; there already is there.

    Raises ValidationError once the spending was reported without it, where the same file was added again, and
    where there is room for no more.
    """
    row = _receipt(collaboration_id, receipt_id)
    if row.removed_at is None:
        return row
    refuse(rules.refusals_to_remove(reported_since(collaboration_id, row.removed_at)))
    why = against_bringing_back(row)
    if why:
        raise ValidationError(why)
    row.removed_by, row.removed_at, row.removed_words = None, None, ""
    save_in_words(row, fields=list(REMOVED))
    group = row.spending.decision.collaboration
    record(MoneyAction.RECEIPT_RESTORED, about=row.spending, by=by, collaboration=group.name)
    return row


def _receipt(collaboration_id: int, receipt_id: int) -> Receipt:
    """The row, locked, with its group held."""
    held(collaboration_id)
    row = selectors.receipt_for_update(receipt_id)
    if row is None or row.spending.decision.collaboration_id != collaboration_id:
        raise ValidationError(_("This receipt is no longer there."))
    return row


def _spending(collaboration_id: int, spending_id: int) -> Spending:
    """The row, locked, with its group held."""
    held(collaboration_id)
    row = selectors.spending_for_update(spending_id)
    if row is None or row.decision.collaboration_id != collaboration_id:
        raise ValidationError(_("This is no longer there."))
    return row


def _add_receipts(row: Spending, receipts: Sequence[Upload], *, by: User, at: datetime) -> None:
    """All are looked at before any is kept."""
    counting = Receipt.objects.filter(spending=row, removed_at=None)
    kept = set(counting.order_by().values_list("file__sha256", flat=True))
    number = len(kept)
    fresh: list[tuple[Upload, Checked]] = []
    for upload in receipts:
        checked = _checked(upload)
        if checked.sha256 not in kept:
            kept.add(checked.sha256)
            fresh.append((upload, checked))
    if number + len(fresh) > MAX_RECEIPTS:
        raise ValidationError({"files": _("At most %(number)d receipts.") % {"number": MAX_RECEIPTS}})
    for upload, checked in fresh:
        stored = files.store(file=upload.file, checked=checked, purpose=RECEIPTS.identifier, by=by, at=at)
        with files.removed_unless_kept(stored):
            save_in_words(Receipt(spending=row, file=stored, added_by=by, added_at=at))
    if fresh:
        group = row.decision.collaboration
        record(Action.RECEIPTS_ADDED, about=row, by=by, collaboration=group.name, number=len(fresh))


def _checked(upload: Upload) -> Checked:
    try:
        return check_file(upload.file, name=upload.name, purpose=RECEIPTS)
    except RefusedFile as refused:
        raise ValidationError({"files": f"{upload.name}: {refused}"}) from None
