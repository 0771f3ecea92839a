"""S7: an officer checks a claim's evidence, asks, assesses, and decides its appeal.

Who is tied to the collaboration decides nothing. Of two officers at once the second is told how the claim
stands.
"""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.money import pounds
from core.saving import edition_of
from core.text import several_lines
from supplement.models.claims import Claim, ClaimLook
from supplement.models.runs import Adjustment
from supplement.rules.assessing import (
    conflict,
    refusals_to_correct,
    standings_of,
    suggested,
    why_other_than_suggested,
)
from supplement.rules.claims import Actor, Assessment, ClaimState, is_corrected_after_appeal, upheld
from supplement.rules.deciding import Verdict
from supplement.selectors import claims as selectors
from supplement.selectors import officers
from supplement.selectors.standing import verdict_of
from supplement.services.claim_moves import GONE, move_claim

CHANGED = gettext_noop(
    "The evidence has changed since you opened this page. Look at what it says now, and assess once more."
)


def as_officer(*, claim_id: int, by: User, on: date) -> Claim:
    """The claim, locked, for somebody who may decide about it. Raises ValidationError for whoever is tied to
    its collaboration.
    """
    claim = selectors.claim_for_update(claim_id)
    if claim is None:
        raise ValidationError(_(GONE))
    refuse(conflict(officers.ties_of(by, claim, on=on)))
    return claim


@transaction.atomic
def begin_check(*, claim_id: int, by: User, at: datetime) -> Claim:
    """Take a claim that was sent in."""
    as_officer(claim_id=claim_id, by=by, on=timezone.localdate(at))
    claim = move_claim(claim_id=claim_id, to=ClaimState.CHECKING, actor=Actor.OFFICER, by=by, at=at)
    keep_look(claim=claim, by=by, at=at)
    return claim


@transaction.atomic
def ask_leaders(*, claim_id: int, words: str, by: User, at: datetime) -> Claim:
    """Send a claim back with a question. Raises ValidationError at "words"."""
    as_officer(claim_id=claim_id, by=by, on=timezone.localdate(at))
    claim = move_claim(
        claim_id=claim_id, to=ClaimState.RETURNED, actor=Actor.OFFICER, by=by, at=at, words=words
    )
    keep_look(claim=claim, by=by, at=at)
    return claim


@transaction.atomic
def assess_claim(*, claim_id: int, assessment: str, words: str, seen: str, by: User, at: datetime) -> Claim:
    """Say what the evidence comes to. ``seen``: the mark (`mark_of`) of the evidence that the officer read.

    Raises ValidationError at "assessment", "words" (reasons are missing) and "seen" (the evidence changed).
    """
    on = timezone.localdate(at)
    claim = as_officer(claim_id=claim_id, by=by, on=on)
    verdict = verdict_of(claim, on=on)
    if claim.state == ClaimState.CHECKING:
        if seen != mark_of(verdict):
            raise ValidationError({"seen": _(CHANGED)})
        if assessment:
            refuse(why_other_than_suggested(Assessment(assessment), suggested(verdict), words))

    def fill(row: Claim) -> None:
        row.assessment, row.assessment_words = assessment, several_lines(words)
        row.assessed_by, row.assessed_at = by, at

    claim = move_claim(
        claim_id=claim_id,
        to=ClaimState.ASSESSED,
        actor=Actor.OFFICER,
        by=by,
        at=at,
        words=words,
        assessment=assessment,
        change=fill,
    )
    keep_look(claim=claim, by=by, at=at, verdict=verdict)
    return claim


@transaction.atomic
def check_again(*, claim_id: int, words: str, by: User, at: datetime) -> Claim:
    """Take an assessment back: of what was assessed, or of what was appealed and not paid yet."""
    as_officer(claim_id=claim_id, by=by, on=timezone.localdate(at))
    return move_claim(
        claim_id=claim_id,
        to=ClaimState.CHECKING,
        actor=Actor.OFFICER,
        by=by,
        at=at,
        words=words,
        change=_without_assessment,
    )


@transaction.atomic
def let_stand(*, claim_id: int, words: str, by: User, at: datetime) -> Claim:
    """Decide an appeal: the decision stands, and so does the claim where it stood."""
    claim = as_officer(claim_id=claim_id, by=by, on=timezone.localdate(at))
    to = ClaimState(claim.stood or claim.state)
    return move_claim(claim_id=claim_id, to=to, actor=Actor.OFFICER, by=by, at=at, words=words)


@transaction.atomic
def correct_after_appeal(
    *, claim_id: int, membership_id: int, component: str, pence: int, words: str, by: User, at: datetime
) -> Claim:
    """Decide an appeal about money that is approved or paid: it was right, and a signed correction goes into
    the next run. What was approved and waited for the decision is due again as it was.

    Raises ValidationError at "line", "pence" and "words".
    """
    claim = as_officer(claim_id=claim_id, by=by, on=timezone.localdate(at))
    stands = officers.approved_pence(claim).get((membership_id, component))
    to = ClaimState.ADJUSTED
    if claim.state == ClaimState.APPEALED and is_corrected_after_appeal(ClaimState(claim.stood)):
        to = upheld(ClaimState(claim.stood))
        refuse(refusals_to_correct(pence, stands_pence=stands))
    claim = move_claim(claim_id=claim_id, to=to, actor=Actor.OFFICER, by=by, at=at, words=words)
    adjustment = Adjustment.objects.create(
        claim=claim,
        membership_id=membership_id,
        component=component,
        cause=Adjustment.Cause.APPEAL,
        pence=pence,
        words=several_lines(words),
        by=by,
        at=at,
    )
    record(
        Action.APPEAL_CORRECTED,
        about=claim,
        by=by,
        pence=pounds(pence),
        setting=str(adjustment.membership.provider),
    )
    return claim


@transaction.atomic
def look_at_claim(*, claim_id: int, by: User, at: datetime) -> None:
    """Keep what the evidence of a claim says now as what this person saw."""
    claim = selectors.claims().filter(pk=claim_id).first()
    if claim is None:
        raise ValidationError(_(GONE))
    keep_look(claim=claim, by=by, at=at)


def keep_look(*, claim: Claim, by: User, at: datetime, verdict: Verdict | None = None) -> None:
    """Within the caller's transaction. Two at once of one person leave one row."""
    verdict = verdict or verdict_of(claim, on=timezone.localdate(at))
    ClaimLook.objects.update_or_create(
        claim=claim, by=by, defaults={"at": at, "standings": standings_of(verdict)}
    )


def mark_of(verdict: Verdict) -> str:
    """A mark that changes with how any criterion stands, and on which evidence."""
    return edition_of(sorted(standings_of(verdict).items()))


def _without_assessment(claim: Claim) -> None:
    claim.assessment, claim.assessment_words = "", ""
    claim.assessed_by = claim.assessed_at = None
