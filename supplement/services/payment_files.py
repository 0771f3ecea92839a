"""S11: the payment file of a day of payment, laid out for the finance system: made once, the same bytes
again.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.exports.notes import Notes
from core.exports.sheets import Format, write_sheet
from core.money import exact_pounds, pounds
from core.tables.columns import Column, Kind
from supplement.models.payments import Payment, PaymentFile, PaymentLayout
from supplement.models.runs import Run
from supplement.rules.claims import Actor as ClaimActor
from supplement.rules.claims import ClaimState
from supplement.rules.layouts import Key, Layout, digest_of, read_layout, refusals_to, rows_of
from supplement.rules.payments import IS_CLOSED, NOTHING_DUE, PaymentState
from supplement.rules.runs import Actor, RunState, totals
from supplement.selectors import payments as selectors
from supplement.selectors.payment_against import nobody_receives
from supplement.services.payments import locked_run, make_payments
from supplement.services.run_claims import locked, move_claims
from supplement.services.runs import move_run


@transaction.atomic
def set_layout(*, layout: Layout, by: User, at: datetime) -> PaymentLayout:
    """How the finance system of the authority wants its payment files. Files made before stay as they are.

    Raises ValidationError with every reason at its field.
    """
    refuse(refusals_to(layout))
    kept = layout.kept()
    row = PaymentLayout.objects.select_for_update().first()
    if row is not None and kept == selectors.layout().kept():
        return row
    row = row or PaymentLayout()
    for name, value in kept.items():
        setattr(row, name, value)
    row.set_by, row.set_at = by, at
    row.save()
    headings = ", ".join(column.heading for column in layout.columns)
    record(Action.PAYMENT_LAYOUT_SET, about=row, by=by, columns=headings)
    return row


@transaction.atomic
def make_file(*, run_id: int, pay_on: date, by: User, at: datetime) -> PaymentFile:
    """Make the payment file of a day, with what is due then and what failed before. Asked twice, or by two at
    once, it is one file; asked when nothing more is due it is the last one.

    Raises ValidationError by name where a claim has no payee or supplier reference: nothing is written then.
    """
    run = locked_run(run_id)
    make_payments(run_id=run_id, by=by, at=at)
    rows = selectors.payments_to_write(run, pay_on, on=timezone.localdate(at))
    last = selectors.files_of(run).filter(pay_on=pay_on).last()
    if not rows and last is not None:
        return last
    if run.state == RunState.CLOSED:
        raise ValidationError(_(IS_CLOSED))
    nobody = nobody_receives(selectors.unpaid_claims(run, on=timezone.localdate(at)), rows)
    if nobody:
        raise ValidationError(nobody)
    if not rows:
        raise ValidationError(_(NOTHING_DUE))
    layout = selectors.layout()
    written = rows_of(layout, (selectors.facts_of(run, row) for row in rows))
    count, total = totals(row.pence for row in rows)
    file = PaymentFile.objects.create(
        run=run,
        pay_on=pay_on,
        number=last.number + 1 if last else 1,
        count=count,
        total_pence=total,
        layout=layout.kept(),
        rows=written,
        digest=digest_of(layout.kept(), written),
        made_by=by,
        made_at=at,
    )
    _put_into(file, run, rows, by=by, at=at)
    record(
        Action.PAYMENT_FILE_MADE,
        about=run,
        by=by,
        number=file.number,
        payments=count,
        total=pounds(total),
        details={"sha256": file.digest, "day": pay_on.isoformat()},
    )
    return file


def _put_into(file: PaymentFile, run: Run, rows: list[Payment], *, by: User, at: datetime) -> None:
    Payment.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=PaymentState.IN_FILE, file=file, answered_by=None, answered_at=None, failed_words=""
    )
    claims = locked(selectors.claims_of_payments([row.pk for row in rows]))
    approved = [claim for claim in claims if claim.state == ClaimState.APPROVED]
    move_claims(approved, to=ClaimState.IN_RUN, actor=ClaimActor.FINANCE, by=by, at=at)
    if run.state == RunState.APPROVED:
        move_run(run, RunState.EXPORTED, actor=Actor.FINANCE, by=by, at=at, fields={"exported_at": at})


# --- the bytes --------------------------------------------------------------------------------------------


def file_bytes(file: PaymentFile, wanted: Format, *, authority: str) -> bytes:
    """A payment file in a format: the same bytes whenever it is asked for (S11)."""
    layout = read_layout(file.layout)
    target = io.BytesIO()
    write_sheet(wanted, target, _columns(layout), (row[1:] for row in file.rows), _notes(file, authority))
    content = target.getvalue()
    if wanted is Format.CSV and not layout.has_headings:
        return _without_first_line(content)
    return content


def _columns(layout: Layout) -> tuple[Column, ...]:
    sums = Kind.NUMBER if layout.minor_units else Kind.MONEY
    return tuple(
        Column(f"column_{place}", column.heading, sums if column.key is Key.SUM else Kind.TEXT, width=24)
        for place, column in enumerate(layout.columns)
    )


def _notes(file: PaymentFile, authority: str) -> Notes:
    """Control totals; nobody's name, which may change."""
    remarks = (
        _("Payments: %(count)d") % {"count": file.count},
        _("Total: %(total)s") % {"total": exact_pounds(file.total_pence)},
        _("SHA-256 of layout and rows: %(digest)s") % {"digest": file.digest},
    )
    facts: dict[str, Any] = {"number": file.run.number, "file": file.number}
    title = _("Payment run %(number)d, payment file %(file)d") % facts
    day = [(_("Day of payment"), f"{file.pay_on:%d/%m/%Y}")]
    return Notes(title, file.made_at, authority, day, authority, remarks)


def _without_first_line(content: bytes) -> bytes:
    """Headings hold no line break (`rules.layouts`), so the first line is theirs. The mark at the beginning
    stays.
    """
    mark = "\ufeff".encode()
    return mark + content.partition(b"\r\n")[2]


@transaction.atomic
def download(*, file: PaymentFile, wanted: Format, authority: str, by: User) -> bytes:
    """The bytes for somebody who downloads them, which is written into the audit log."""
    record(
        Action.PAYMENT_FILE_TAKEN,
        about=file.run,
        by=by,
        number=file.number,
        format=wanted.upper(),
        details={"sha256": file.digest},
    )
    return file_bytes(file, wanted, authority=authority)
