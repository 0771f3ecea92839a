"""S8: corrections of what was approved, as signed lines of a later run: added by finance, proposed at night."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.money import pounds
from supplement.models.checks import ProposedCorrection
from supplement.models.claims import Claim
from supplement.models.runs import Adjustment, Run, RunClaim, RunLine
from supplement.rules.claims import Actor, ClaimState
from supplement.rules.runs import RunState
from supplement.selectors import corrections as selectors
from supplement.services.claim_moves import move_claim
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
    if not pence:
        raise ValidationError({"pence": _("Enter a sum of more or less than nothing.")})
    lines = selectors.lines_to_correct(claim)
    if (membership_id, component) not in {(line.membership_id, line.component) for line in lines}:
        raise ValidationError({"line": _("Select a line of this claim.")})
    facts = {
        "claim": claim,
        "membership_id": membership_id,
        "component": component,
        "cause": cause,
        "pence": pence,
        "words": words,
    }
    existing = Adjustment.objects.filter(run=None, **facts).first()
    if existing is not None:
        return existing
    row = Adjustment.objects.create(by=by, at=at, **facts)
    if claim.state == ClaimState.PAID:
        move_claim(claim_id=claim.pk, to=ClaimState.ADJUSTED, actor=Actor.FINANCE, by=by, at=at, words=words)
    record(Action.CORRECTION_ADDED, about=claim, by=by, sum=pounds(pence), cause=row.get_cause_display())
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
