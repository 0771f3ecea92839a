"""The calculation of a run (S8): long work in steps. What went in is read in one transaction, calculated
outside any, and all that came out is written in one more: a worker that dies leaves nothing, or everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import OperationalError, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.collector import without_collector
from core.money import pounds
from core.scoping import authority_scope
from documents.models import Job
from documents.rules import State
from documents.services import jobs
from documents.services.outbox import enqueue
from supplement.models.runs import Run, RunClaim, RunLine, RunSnapshot
from supplement.rules.calculation import Calculation, Result, calculate
from supplement.rules.claims import Actor as ClaimActor
from supplement.rules.claims import ClaimState
from supplement.rules.runs import Actor, Compared, RunState, Unusual, exceptions_of
from supplement.rules.snapshot import Snapshot, snapshot
from supplement.selectors import run_inputs
from supplement.selectors import runs as selectors
from supplement.selectors.run_inputs import Inputs, Last, Receiver
from supplement.services.corrections import carry, let_wait
from supplement.services.run_claims import locked, move_claims
from supplement.services.run_rows import Figures, insert_claims, insert_lines
from supplement.services.runs import move_run

#: Claims that move while a run is calculated are read again so many times; then people are told.
MAX_READINGS = 3
LOST_AFTER = timedelta(minutes=10)
WAITING = (State.QUEUED, State.RUNNING)


def calculate_claims(*, job_id: int, run_id: int, authority_id: int) -> None:
    """Calculate every claim of a run. A second delivery, or one after a crash, leaves the same lines, once."""
    with authority_scope(authority_id):
        if not jobs.begin(job_id=job_id, at=timezone.now()):
            return
    try:
        with without_collector():  # hundreds of thousands of rows and facts, none in a circle
            _calculate(job_id=job_id, run_id=run_id, authority_id=authority_id)
    except (OperationalError, OSError):
        raise  # it passes: the task is tried again
    except Exception:  # a mistake of ours: whoever asked is told, and it is raised again for us
        with authority_scope(authority_id):
            reason = _("The run could not be calculated. We have been told.")
            jobs.fail(job_id=job_id, at=timezone.now(), reason=reason)
        raise


def _calculate(*, job_id: int, run_id: int, authority_id: int) -> None:
    for _reading in range(MAX_READINGS):
        with authority_scope(authority_id):
            run, at = selectors.run_by_id(run_id), timezone.now()
            if run is None or run.state != RunState.CALCULATING or run.job_id != job_id:
                jobs.fail(job_id=job_id, at=at, reason=_("The run was called off, or is calculated anew."))
                return
            claims = run_inputs.claims_to_calculate(run.period_id)
            inputs = run_inputs.inputs_of(run, claims, on=timezone.localdate(at))
            jobs.advance(job_id=job_id, done=1, message=_("Calculating"))
        calculation = calculate(inputs.terms, inputs.facts)
        kept = snapshot(calculation, inputs.written)
        with authority_scope(authority_id):
            jobs.advance(job_id=job_id, done=2, message=_("Keeping what came out"))
        outcome = Outcome(inputs, calculation, kept, at)
        with authority_scope(authority_id):
            if _keep(run_id, job_id, outcome):
                return
    with authority_scope(authority_id):
        reason = _("Claims were changed all the while. Calculate the run again in a moment.")
        jobs.fail(job_id=job_id, at=timezone.now(), reason=reason)


@transaction.atomic
def go_on(*, at: datetime) -> int:
    """Ask again for calculations whose message was lost, as when the broker was emptied. One that goes on all
    the same is done once. Answers how many.
    """
    lost = Run.objects.filter(
        state=RunState.CALCULATING, job__state__in=WAITING, job__created_at__lt=at - LOST_AFTER
    )
    rows = list(lost.order_by("pk").values_list("pk", "job_id"))
    for run_id, job_id in rows:
        enqueue("supplement.calculate_run", job_id=job_id, run_id=run_id)
    return len(rows)


class Outcome:
    """What a calculation read and came to, and when it was read."""

    def __init__(self, inputs: Inputs, calculation: Calculation, kept: Snapshot, at: datetime) -> None:
        self.inputs, self.calculation, self.kept, self.at = inputs, calculation, kept, at
        self.input_hash = inputs.digest


def _keep(run_id: int, job_id: int, outcome: Outcome) -> bool:
    """Write all of it in one transaction, instead of what an earlier calculation wrote. False where a claim
    has moved since it was read, or another is to be paid: nothing is written then.
    """
    run = selectors.run_for_update(run_id)
    if run is None or run.state != RunState.CALCULATING or run.job_id != job_id:
        return True
    claims = outcome.inputs.claims
    now = run_inputs.claims_to_calculate(run.period_id)
    if tuple(locked([claim.pk for claim in claims])) != claims or tuple(now) != claims:
        return False
    job = Job.objects.select_related("started_by").get(pk=job_id)
    seen = _seen_before(run)
    _forget(run)
    # Before the lines: each row of a history costs more the more keys wait to be checked at the end.
    move_claims(claims, to=ClaimState.CALCULATED, actor=ClaimActor.RUN, by=None, at=outcome.at)
    claim_of = {claim.collaboration_id: claim.pk for claim in claims}
    results = [result for result in outcome.calculation.results if result.collaboration_id in claim_of]
    rows = _rows(run, results, claim_of, outcome)
    for row in rows:
        _still_seen(row, seen.get(row.claim_id))
    insert_claims(run, rows)
    lines = insert_lines(run, results, claim_of) + carry(run, claim_of)
    pence = RunClaim.objects.filter(run=run).aggregate(pence=Sum("pence", default=0))["pence"]
    packed = selectors.packed(outcome.kept.text)
    RunSnapshot.objects.create(run=run, digest=outcome.kept.digest, packed=packed)
    _finish(run, job, outcome, claims=len(rows), lines=lines, pence=pence)
    return True


def _finish(run: Run, job: Job, outcome: Outcome, *, claims: int, lines: int, pence: int) -> None:
    by: User | None = job.started_by
    fields = {
        "input_hash": outcome.input_hash,
        "claims_count": claims,
        "lines_count": lines,
        "total_pence": pence,
        "calculated_by": by,
        "calculated_at": outcome.at,
    }
    move_run(run, RunState.CALCULATED, actor=Actor.WORKER, by=None, at=outcome.at, fields=fields)
    record(Action.RUN_CALCULATED, about=run, by=by, claims=claims, total=pounds(pence))
    jobs.finish(job_id=job.pk, at=timezone.now(), result={"lines": lines, "pence": pence}, message=_("Done"))


def _forget(run: Run) -> None:
    let_wait(run)
    for model in (RunLine, RunClaim, RunSnapshot):
        model.objects.filter(run=run)._raw_delete("default")


def _seen_before(run: Run) -> dict[int, RunClaim]:
    return {row.claim_id: row for row in RunClaim.objects.filter(run=run).exclude(seen_at=None)}


def _still_seen(row: Figures, before: RunClaim | None) -> None:
    """What was looked at needs no second look where the same is unusual about the same sum and payee."""
    compared = ("exceptions", "pence", "last_pence", "payee_id", "reference")
    if before is None or any(getattr(row, name) != getattr(before, name) for name in compared):
        return
    row.seen_by_id, row.seen_at, row.seen_words = before.seen_by_id, before.seen_at, before.seen_words


def _rows(
    run: Run, results: Sequence[Result], claim_of: Mapping[int, int], outcome: Outcome
) -> list[Figures]:
    groups = list(claim_of)
    on = timezone.localdate(outcome.at)
    receivers = run_inputs.receivers_of(groups, on=on, criteria=outcome.inputs.criteria)
    before = run_inputs.last_of(run, groups)
    return [
        _row(
            result,
            claim_of[result.collaboration_id],
            receivers[result.collaboration_id],
            before.get(result.collaboration_id),
        )
        for result in results
    ]


def _row(result: Result, claim_id: int, receiver: Receiver, last: Last | None) -> Figures:
    unusual: list[Unusual] = exceptions_of(
        Compared(
            pence=result.pence,
            last_pence=last.pence if last else None,
            reference=receiver.reference,
            last_reference=last.reference if last else None,
            payee=receiver.payee_id,
            last_payee=last.payee_id if last else None,
            is_frozen=receiver.is_frozen,
            is_held=result.is_held,
        )
    )
    return Figures(
        claim_id=claim_id,
        payee_id=receiver.payee_id,
        reference=receiver.reference,
        sum_pence=result.sum_pence,
        asked_pence=result.asked_pence,
        pence=result.pence,
        last_pence=last.pence if last else None,
        is_blocked=result.is_blocked,
        is_held=result.is_held,
        is_frozen=receiver.is_frozen,
        exceptions=[each.value for each in unusual],
    )
