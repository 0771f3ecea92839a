"""S8: the payments of an approved run, made once; and what waited let go on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.money import pounds
from supplement.models.payments import Payment
from supplement.models.runs import Run
from supplement.rules.payments import NOT_APPROVED, WHY_NOT
from supplement.rules.runs import RunState
from supplement.selectors import payments as selectors
from supplement.selectors import runs
from supplement.services.reasons import reason_given


def locked_run(run_id: int) -> Run:
    """The run, locked until the transaction ends. Raises ValidationError for one that is not there."""
    run = runs.run_for_update(run_id)
    if run is None:
        raise ValidationError(_("This run is no longer there."))
    return run


@transaction.atomic
def make_payments(*, run_id: int, by: User, at: datetime, let_go: Collection[int] = ()) -> int:
    """Make the payments of an approved run that there are not yet: one for each claim, recipient and day.
    Asked twice they are made once. Answers how many were made.

    What a criterion holds back, whose payee is being changed, that is on hold, or that nobody can receive
    waits; ``let_go`` are claims that finance lets go on. Raises ValidationError for a run that is not
    approved.
    """
    run = locked_run(run_id)
    if not selectors.is_approved(run):
        raise ValidationError(_(NOT_APPROVED))
    if run.state == RunState.CLOSED:
        return 0
    unpaid = selectors.unpaid_claims(run, on=timezone.localdate(at), let_go=let_go)
    rows = [
        Payment(
            run=run,
            claim_id=to_pay.row.claim_id,
            collaboration_id=due.collaboration_id,
            payee_id=to_pay.receivers[due.collaboration_id].payee_id or 0,
            reference=to_pay.receivers[due.collaboration_id].reference,
            pay_on=due.pay_on,
            pence=due.pence,
        )
        for to_pay in unpaid
        if to_pay.why is None
        for due in to_pay.dues
    ]
    if rows:
        Payment.objects.bulk_create(rows, batch_size=2000)
        total = pounds(sum(row.pence for row in rows))
        record(Action.PAYMENTS_MADE, about=run, by=by, number=len(rows), total=total)
    return len(rows)


@transaction.atomic
def pay_what_waited(*, run_id: int, claim_id: int, words: str, by: User, at: datetime) -> int:
    """Let a claim of an approved run go on that a criterion held back or whose payee was changed: its
    payments are due from now on. Answers how many. Twice is once.

    Raises ValidationError at "words", and where something else keeps it from being paid.
    """
    words = reason_given(words)
    run = locked_run(run_id)
    if not selectors.is_approved(run):
        raise ValidationError(_(NOT_APPROVED))
    unpaid = selectors.unpaid_claims(run, on=timezone.localdate(at), let_go={claim_id})
    claim = next((row for row in unpaid if row.row.claim_id == claim_id), None)
    if claim is None:
        return 0
    if claim.why is not None:
        raise ValidationError(_(WHY_NOT[claim.why]) % {"group": claim.row.claim.collaboration})
    made = make_payments(run_id=run_id, by=by, at=at, let_go={claim_id})
    record(Action.PAYMENT_LET_GO, about=run, by=by, claim=claim.row.claim, details={"words": words})
    return made
