"""S7: the one way in which a claim moves: asked of the table, written with its step and its audit entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.text import several_lines
from supplement.models.claims import Claim, ClaimStep
from supplement.models.payments import Payment
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.claims import Actor, ClaimState, may_move
from supplement.rules.payments import TO_PAY, PaymentState
from supplement.selectors import claims as selectors
from supplement.selectors.schemes import period_value
from supplement.services.claim_news import tell_leaders, tell_team
from supplement.services.periods import refuse_closed

GONE = gettext_noop("This claim is no longer there.")
#: States that remember where the claim stood before.
_WAITING = (ClaimState.ON_HOLD, ClaimState.APPEALED)


@transaction.atomic
def move_claim(
    *,
    claim_id: int,
    to: ClaimState,
    actor: Actor,
    by: User | None,
    at: datetime,
    words: str = "",
    assessment: str = "",
    calculated_by: int | None = None,
    has_report: bool = False,
    change: Callable[[Claim], None] | None = None,
) -> Claim:
    """Move a claim, with the words of whoever does. ``change`` fills in what goes with the move (who sent it,
    what it was assessed as) before it is saved. ``by`` is None for the payment run.

    Raises ValidationError with every reason (S7) at its field, and at "words" for bank details (S9).
    """
    claim, words = _held(claim_id), several_lines(words)
    if looks_like_bank_details(words):
        raise ValidationError({"words": _(REFUSED)})
    facts = selectors.claim_facts(
        claim, calculated_by=calculated_by, assessment=assessment, has_report=has_report
    )
    refuse(
        may_move(
            facts,
            to,
            actor=actor,
            period=period_value(claim.period),
            today=timezone.localdate(at),
            by=by.pk if by is not None else None,
            words=words,
        )
    )
    start = claim.state
    claim.stood = start if to in _WAITING else ""
    claim.state, claim.moved_at = to, at
    if change is not None:
        change(claim)
    claim.save()
    step = ClaimStep.objects.create(claim=claim, start=start, to=to, actor=actor, by=by, at=at, words=words)
    _payments_wait(claim, start)
    tell_leaders(step, on=timezone.localdate(at))
    tell_team(step)
    record(Action.CLAIM_MOVED, about=claim, by=by, state=ClaimState(to).label)
    return claim


def _held(claim_id: int) -> Claim:
    """The claim, locked. Raises ValidationError where it is gone, and where its period is closed (S8)."""
    claim = selectors.claim_for_update(claim_id)
    if claim is None:
        raise ValidationError(_(GONE))
    refuse_closed(claim.period)
    return claim


def _payments_wait(claim: Claim, start: str) -> None:
    """What is not in a payment file waits with the claim, and is due again once it stands where it stood,
    whatever was decided: what was approved is paid, and a correction goes into a later run (S8).
    """
    payments = Payment.objects.filter(claim=claim)
    if claim.state in _WAITING:
        payments.filter(state__in=TO_PAY).update(state=PaymentState.HELD)
    elif start in _WAITING and claim.state == ClaimState.APPROVED:
        payments.filter(state=PaymentState.HELD).update(state=PaymentState.DUE)
