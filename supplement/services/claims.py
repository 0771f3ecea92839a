"""Claims of a collaboration (S7): begun once for a period, and what its leaders do with it afterwards.

Pressed twice, or by two leaders at once, each of these is done once.
"""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import LED
from core.text import several_lines
from core.wording import date_in_words
from provision.selectors import open_period
from provision.services.reminders import Reminded, remind_collaboration
from supplement.models.claims import Claim
from supplement.rules.claims import Actor, ClaimState
from supplement.selectors import claims as selectors
from supplement.services.claim_moves import GONE, move_claim
from supplement.services.periods import refuse_closed

NOT_LED = gettext_noop("Only an active collaboration can claim.")


@transaction.atomic
def open_claim(*, period_id: int, collaboration_id: int, by: User, at: datetime) -> Claim:
    """Begin the claim of a period. Begun twice, by whomever, it is the same claim; so it is where it was
    begun under an earlier version of the scheme, for the same time.

    Raises ValidationError where no claim can be sent for the period on the day, or the group is not led.
    """
    period = selectors.periods_to_claim(on=timezone.localdate(at)).filter(pk=period_id).first()
    if period is None:
        raise ValidationError(_("No claim can be sent for this period now."))
    group = Collaboration.objects.select_for_update(no_key=True).filter(pk=collaboration_id).first()
    if group is None or group.state not in LED:
        raise ValidationError(_(NOT_LED))
    existing = selectors.claims_for_time_of(period).filter(collaboration=group).first()
    if existing is not None:
        return existing
    refuse_closed(period)
    claim = Claim.objects.create(period=period, collaboration=group, opened_by=by, opened_at=at, moved_at=at)
    record(Action.CLAIM_BEGUN, about=claim, by=by)
    return claim


@transaction.atomic
def submit_claim(*, claim_id: int, words: str, by: User, at: datetime) -> Claim:
    """Send the claim to the team, with what the leader adds. Criteria that are not met do not stop it: the
    team and the scheme decide what follows from them (S4).

    Raises ValidationError outside the days of claims, where the group is not led, and at "words" for bank
    details.
    """
    claim = _locked(claim_id)
    words = several_lines(words)
    if (claim.state, claim.words) == (ClaimState.SUBMITTED, words):
        return claim
    if claim.collaboration.state not in LED:
        raise ValidationError(_(NOT_LED))

    def sent(row: Claim) -> None:
        row.words, row.submitted_by, row.submitted_at = words, by, at

    return move_claim(
        claim_id=claim_id,
        to=ClaimState.SUBMITTED,
        actor=Actor.LEADER,
        by=by,
        at=at,
        words=words,
        change=sent,
    )


@transaction.atomic
def answer_question(*, claim_id: int, words: str, by: User, at: datetime) -> Claim:
    """Answer what the team asked; the check goes on. Raises ValidationError at "words"."""
    return _moved_once(claim_id, ClaimState.CHECKING, words, by=by, at=at)


@transaction.atomic
def withdraw_claim(*, claim_id: int, words: str, by: User, at: datetime) -> Claim:
    """Take a claim back, until it is approved: nothing is paid for it. A run that has calculated it goes on
    without it. Raises ValidationError at "words", and once it is approved.
    """
    return _moved_once(claim_id, ClaimState.WITHDRAWN, words, by=by, at=at)


@transaction.atomic
def appeal_claim(*, claim_id: int, words: str, by: User, at: datetime) -> Claim:
    """Ask for the decision to be looked at again. Raises ValidationError at "words", and where nothing is
    decided.
    """
    return _moved_once(claim_id, ClaimState.APPEALED, words, by=by, at=at)


def _moved_once(claim_id: int, to: ClaimState, words: str, *, by: User, at: datetime) -> Claim:
    claim = _locked(claim_id)
    last = selectors.steps_of(claim).first()
    if last is not None and (last.to, last.by_id, last.words) == (to, by.pk, several_lines(words)):
        return claim  # pressed twice
    return move_claim(claim_id=claim_id, to=to, actor=Actor.LEADER, by=by, at=at, words=words)


def _locked(claim_id: int) -> Claim:
    claim = selectors.claim_for_update(claim_id)
    if claim is None:
        raise ValidationError(_(GONE))
    return claim


@transaction.atomic
def ask_for_numbers(*, claim: Claim, by: User, at: datetime) -> Reminded:
    """Every member that owes the staff number of the claim's count date gets an email with its link, once a
    day (as `provision` sends it).

    Raises ValidationError while another count date is asked for, and where nobody owes anything.
    """
    period = open_period(timezone.localdate(at))
    if period is None or period.count_date != claim.period.count_on:
        day = date_in_words(claim.period.count_on)
        raise ValidationError(_("The staff number of %(day)s is not asked for now.") % {"day": day})
    return remind_collaboration(collaboration=claim.collaboration, by=by, at=at)
