"""A group reports what it did with the money of a claim (S10): once, with the figures of the day."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.money import pounds
from core.saving import save_in_words
from core.text import several_lines
from supplement.models.fund import SpendReturn
from supplement.rules.claims import Actor, ClaimState
from supplement.selectors import spend_returns as selectors
from supplement.services.claim_moves import move_claim
from supplement.services.fund import held, refuse_bank_details


@transaction.atomic
def report_spending(
    *, collaboration_id: int, claim_id: int, words: str, by: User, at: datetime
) -> SpendReturn:
    """Report the spending of a paid claim; its figures are those of the fund at this moment, and stay.

    Reported already is reported. Raises ValidationError at "words", and where the claim is not paid.
    """
    held(collaboration_id)
    claim = selectors.claim_of(collaboration_id, claim_id)
    if claim is None:
        raise ValidationError(_("This claim is no longer there."))
    before = selectors.return_of(claim)
    if before is not None:
        return before
    words = several_lines(words)
    refuse_bank_details(words=words)
    if not words:
        raise ValidationError({"words": _("Say what the money changed for children.")})
    move_claim(claim_id=claim.pk, to=ClaimState.REPORTED, actor=Actor.LEADER, by=by, at=at, has_report=True)
    figures = selectors.figures_of(claim)
    row = SpendReturn(claim=claim, **figures._asdict(), words=words, by=by, at=at)
    save_in_words(row)
    record(Action.SPEND_RETURN_SENT, about=claim, by=by, sum=pounds(figures.spent_pence))
    return row
