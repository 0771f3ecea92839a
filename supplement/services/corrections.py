"""S8: corrections of what was approved, as signed lines of a later run: added by finance, proposed at night."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.money import pounds
from supplement.models.checks import ProposedCorrection
from supplement.models.claims import Claim
from supplement.models.runs import Adjustment, Run, RunClaim, RunLine
from supplement.rules.assessing import refusals_to_correct
from supplement.rules.claims import Actor, ClaimState
from supplement.rules.corrections import refusals_to_agree, refusals_to_take_back
from supplement.rules.runs import RunState
from supplement.selectors import corrections as selectors
from supplement.selectors import officers
from supplement.services.claim_moves import move_claim
from supplement.services.periods import refuse_closed
from supplement.services.reasons import reason_given

#: Runs that are compared at night, the newest first.
MAX_RUNS = 12
PAID_RUNS = (RunState.APPROVED, RunState.EXPORTED, RunState.PAID, RunState.CLOSED)


@transaction.atomic
def add_correction(
    *,
    claim_id: int,
    membership_id: int,
    component: str,
    cause: str,
    pence: int,
    words: str,
    by: User,
    at: datetime,
) -> Adjustment:
    """Add a correction of a line, in pence with a sign; the next run of the collaboration carries it. The
    same that still waits is not added twice.

    Raises ValidationError at "pence", "words" and "line", and where nothing was approved of the claim.
    """
    words = reason_given(words)
    claim = selectors.claim_to_correct(claim_id)
    if claim is None:
        raise ValidationError(_("Only what an approved run pays can be corrected."))
    Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    refuse_closed(claim.period)
    stands = officers.approved_pence(claim).get((membership_id, component))
    refuse(refusals_to_correct(pence, stands_pence=stands))
    facts = {
        "claim": claim,
        "membership_id": membership_id,
        "component": component,
        "cause": cause,
        "pence": pence,
        "words": words,
    }
    existing = Adjustment.objects.filter(run=None, taken_back_at=None, **facts).first()
    if existing is not None:
        return existing
    row = Adjustment.objects.create(by=by, at=at, **facts)
    _added(claim, [row], words, by=by, at=at)
    return row


def _added(claim: Claim, rows: Sequence[Adjustment], words: str, *, by: User, at: datetime) -> None:
    if claim.state == ClaimState.PAID:
        move_claim(claim_id=claim.pk, to=ClaimState.ADJUSTED, actor=Actor.FINANCE, by=by, at=at, words=words)
    total, cause = pounds(sum(row.pence for row in rows)), rows[0].get_cause_display()
    record(Action.CORRECTION_ADDED, about=claim, by=by, sum=total, cause=cause)


@transaction.atomic
def bring_in_or_take_out(
    *, claim_id: int, membership_id: int, is_in: bool, words: str, by: User, at: datetime
) -> list[Adjustment]:
    """S8: correct that a member was left out of an approved run (``is_in``), or was in it wrongly: a line for
    each component, of what the count date's facts come to, or of all that stands. A second person agrees
    before a run carries them. The same that still waits is not added twice.

    Raises ValidationError at "words" and "member", and where nothing was approved of the claim.
    """
    words = reason_given(words)
    claim = selectors.claim_to_correct(claim_id)
    if claim is None:
        raise ValidationError(_("Only what an approved run pays can be corrected."))
    Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    refuse_closed(claim.period)
    cause = Adjustment.Cause.LEFT_OUT if is_in else Adjustment.Cause.COUNTED
    waiting = Adjustment.objects.filter(claim=claim, membership=membership_id, cause=cause, run=None)
    existing = list(waiting.filter(taken_back_at=None).order_by("pk"))
    if existing:
        return existing
    members = selectors.members_left_out(claim) if is_in else selectors.members_to_take_out(claim)
    member = next((row for row in members if row.membership_id == membership_id), None)
    if member is None:
        raise ValidationError({"member": _("Choose a member from the list.")})
    rows = [
        Adjustment.objects.create(
            claim=claim,
            membership_id=membership_id,
            component=component,
            cause=cause,
            pence=pence,
            words=words,
            by=by,
            at=at,
        )
        for component, pence in member.lines
    ]
    _added(claim, rows, words, by=by, at=at)
    return rows


@transaction.atomic
def agree_to_correction(*, row_id: int, by: User, at: datetime) -> Adjustment:
    """A second person agrees that a member is brought in, or taken out: the next run carries its lines. Twice
    is once. Raises ValidationError for whoever added it.
    """
    row = _correction(row_id)
    if row.agreed_at is not None:
        return row
    refuse(
        refusals_to_agree(
            cause=row.cause, added_by=row.by_id, by=by.pk, is_taken_back=row.taken_back_at is not None
        )
    )
    selectors.together_with(row).update(agreed_by=by, agreed_at=at)
    record(
        Action.CORRECTION_DECIDED,
        about=row.claim,
        by=by,
        sum=pounds(row.pence),
        details={"agreed": row.words},
    )
    row.refresh_from_db()
    return row


@transaction.atomic
def take_correction_back(*, row_id: int, words: str, by: User, at: datetime) -> Adjustment:
    """Take a correction back that no approved run carries, with those that were added with it. A run that was
    calculated with it is calculated again. Twice is once. Raises ValidationError at "words".
    """
    row = _correction(row_id)
    if row.taken_back_at is not None and row.taken_back_by_id == by.pk:
        return row
    words = reason_given(words)[:500]
    rows = list(selectors.together_with(row).select_related("run").order_by("pk"))
    refuse(
        refusals_to_take_back(
            is_taken_back=row.taken_back_at is not None,
            is_approved=selectors.is_carried_for_good(row),
            is_share=row.settlement_id is not None,
        )
    )
    ids = [each.pk for each in rows]
    Adjustment.objects.filter(pk__in=ids).update(
        run=None, taken_back_by=by, taken_back_at=at, taken_back_words=words
    )
    claim = Claim.objects.select_for_update(no_key=True).get(pk=row.claim_id)
    left = Adjustment.objects.filter(claim=claim, taken_back_at=None, settlement=None)
    if claim.state == ClaimState.ADJUSTED and not left.exclude(run__state__in=PAID_RUNS).exists():
        move_claim(claim_id=claim.pk, to=ClaimState.PAID, actor=Actor.RUN, by=None, at=at)
    record(Action.CORRECTION_DECIDED, about=row.claim, by=by, sum=pounds(row.pence), details={"words": words})
    row.refresh_from_db()
    return row


def _correction(row_id: int) -> Adjustment:
    row = selectors.correction_for_update(row_id)
    if row is None:
        raise ValidationError(_("This correction is no longer there."))
    return row


@transaction.atomic
def propose_corrections(*, at: datetime) -> int:
    """Find lines of approved runs whose staff number was corrected since, and propose what they would come
    to. What was proposed or decided about is not proposed again for the same number. Answers how many are
    new.
    """
    found = 0
    for run in (
        Run.objects.filter(state__in=PAID_RUNS)
        .select_related("period__scheme")
        .order_by("-number")[:MAX_RUNS]
    ):
        corrected = selectors.corrected_of(run)
        lines = {
            (line.membership_id, line.component): line
            for line in RunLine.objects.filter(
                run=run, adjustment=None, membership__in=[row.membership_id for row in corrected]
            )
        }
        for row in corrected:
            line = lines.get((row.membership_id, row.component))
            if line is None:
                continue
            _proposal, is_new = ProposedCorrection.objects.get_or_create(
                line=line,
                now=row.now,
                defaults={
                    "run": run,
                    "membership_id": row.membership_id,
                    "was": row.was,
                    "pence": row.pence,
                    "found_at": at,
                },
            )
            found += is_new
    return found


@transaction.atomic
def take_proposal(*, proposal_id: int, by: User, at: datetime) -> Adjustment:
    """Make a proposal a correction. Twice is once. Raises ValidationError for one that was put aside."""
    row = _locked(proposal_id)
    if row.adjustment is not None:
        return row.adjustment
    if row.decided_at is not None:
        raise ValidationError(_("Somebody has put this aside."))
    words = _("The staff number was corrected from %(was)d to %(now)d.") % {"was": row.was, "now": row.now}
    row.adjustment = add_correction(
        claim_id=row.line.claim_id,
        membership_id=row.membership_id,
        component=row.line.component,
        cause=Adjustment.Cause.STAFF,
        pence=row.pence,
        words=words,
        by=by,
        at=at,
    )
    row.decided_by, row.decided_at = by, at
    row.save(update_fields=["adjustment", "decided_by", "decided_at"])
    return row.adjustment


@transaction.atomic
def put_proposal_aside(*, proposal_id: int, words: str, by: User, at: datetime) -> ProposedCorrection:
    """Decide that a proposal is not corrected, and why. Twice is once. Raises ValidationError at "words"."""
    row = _locked(proposal_id)
    if row.decided_at is not None:
        if row.adjustment_id:
            raise ValidationError(_("Somebody has made this a correction."))
        return row
    row.words, row.decided_by, row.decided_at = reason_given(words)[:500], by, at
    row.save(update_fields=["words", "decided_by", "decided_at"])
    record(Action.CORRECTION_DECIDED, about=row.line.claim, by=by, sum=pounds(row.pence))
    return row


def _locked(proposal_id: int) -> ProposedCorrection:
    rows = ProposedCorrection.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related("line__claim", "adjustment").filter(pk=proposal_id).first()
    if row is None:
        raise ValidationError(_("This proposal is no longer there."))
    return row


# --- what a run does with them ----------------------------------------------------------------------------


def carry(run: Run, claim_of: Mapping[int, int]) -> int:
    """Take what waits for these collaborations into a run that is being calculated, each as a line of its
    own. Answers how many lines. ``claim_of``: the claim of each collaboration in the run.
    """
    waiting = selectors.adjustments_waiting(claim_of.keys())
    RunLine.objects.bulk_create(
        RunLine(
            run=run,
            claim_id=claim_of[row.claim.collaboration_id],
            membership_id=row.membership_id,
            provider_id=row.membership.provider_id,
            component=row.component,
            pence=row.pence,
            adjustment=row,
        )
        for row in waiting
    )
    Adjustment.objects.filter(pk__in=[row.pk for row in waiting]).update(run=run)
    sums: dict[int, int] = {}
    for row in waiting:
        claim = claim_of[row.claim.collaboration_id]
        sums[claim] = sums.get(claim, 0) + row.pence
    changed = list(RunClaim.objects.filter(run=run, claim__in=sums))
    for each in changed:
        each.adjusted_pence = sums[each.claim_id]
        each.pence += sums[each.claim_id]
    RunClaim.objects.bulk_update(changed, ["adjusted_pence", "pence"])
    return len(waiting)


def let_wait(run: Run) -> None:
    """What a run carries that is calculated anew or called off waits again."""
    Adjustment.objects.filter(run=run).update(run=None)
