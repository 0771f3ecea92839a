"""What stands against the next step of a run (S8), before anybody presses: in words, "" where nothing does.

The services ask once more, with what the step is about locked.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborations.rules import Refusal
from supplement.models.claims import Claim
from supplement.models.runs import Run
from supplement.rules.claims import ClaimState
from supplement.rules.runs import (
    CLAIMS_LEFT,
    NOTHING_TO_PAY,
    TAKEN_BACK,
    Actor,
    RunFacts,
    RunState,
    may_move,
)
from supplement.selectors import run_inputs
from supplement.selectors.corrections import taken_back_since
from supplement.selectors.payments import unanswered
from supplement.selectors.runs import run_claims, unseen


def against_calculating(run: Run) -> str:
    takes = Claim.objects.filter(
        period=run.period_id, state__in=run_inputs.TAKEN, assessment__in=run_inputs.ELIGIBLE
    )
    return "" if takes.exists() else _(NOTHING_TO_PAY)


def against_review(run: Run) -> str:
    facts = RunFacts(RunState(run.state), unseen=unseen(run_claims(run.pk)).count())
    return _first(may_move(facts, RunState.REVIEWED, actor=Actor.FINANCE)) or _against_claims(
        run, ClaimState.CALCULATED
    )


def against_approval(run: Run, *, by: int) -> str:
    """Reads what the run was calculated from once more."""
    facts = RunFacts(
        RunState(run.state), run.calculated_by_id, snapshot_hash=run.input_hash, hash_now=hash_now(run)
    )
    stands = _first(may_move(facts, RunState.APPROVED, actor=Actor.APPROVER, by=by))
    if not stands and taken_back_since(run):
        stands = _(TAKEN_BACK)
    return stands or _against_claims(run, ClaimState.REVIEWED)


def against_closing(run: Run) -> str:
    """Of an approved run that is not closed."""
    facts = RunFacts(RunState(run.state), unanswered=unanswered(run))
    to = RunState.PAID if run.state == RunState.EXPORTED else RunState.CLOSED
    return _first(may_move(facts, to, actor=Actor.FINANCE))


def hash_now(run: Run) -> str:
    """Of the same claims, read again as on the day of the calculation; other ones wait for the next run."""
    claims = run_inputs.claims_in(run, state=ClaimState.REVIEWED)
    on = timezone.localdate(run.calculated_at) if run.calculated_at else run.period.count_on
    return run_inputs.inputs_of(run, claims, on=on).digest


def _against_claims(run: Run, state: ClaimState) -> str:
    there = Claim.objects.filter(pk=OuterRef("claim"), state=state)
    left = run_claims(run.pk).filter(~Exists(there)).order_by().count()
    return _(CLAIMS_LEFT) % {"number": left} if left else ""


def _first(refusals: Sequence[Refusal]) -> str:
    return next((row.reason.in_words(_) for row in refusals if not row.field), "")
