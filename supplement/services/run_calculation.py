"""The calculation of a run (S8): long work in steps. What went in is read in one transaction, calculated
outside any, and all that came out is written in one more: a worker that dies leaves nothing, or everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice

from django.db import OperationalError, connection, transaction
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
from supplement.rules.calculation import Calculation, Line, Result, calculate
from supplement.rules.claims import Actor as ClaimActor
from supplement.rules.claims import ClaimState
from supplement.rules.runs import Actor, Compared, RunState, Unusual, exceptions_of
from supplement.rules.snapshot import Snapshot, snapshot
from supplement.selectors import run_inputs
from supplement.selectors import runs as selectors
from supplement.selectors.run_inputs import Inputs, Last, Receiver
from supplement.services.corrections import carry, let_wait
from supplement.services.run_claims import locked, move_claims
from supplement.services.runs import move_run

#: Claims that move while a run is calculated are read again so many times; then people are told.
MAX_READINGS = 3
LINES_AT_ONCE = 20_000
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
        packed = selectors.packed(kept.text)
        with authority_scope(authority_id):
            jobs.advance(job_id=job_id, done=2, message=_("Keeping what came out"))
        outcome = Outcome(inputs, calculation, kept, packed, at)
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

    def __init__(
        self, inputs: Inputs, calculation: Calculation, kept: Snapshot, packed: bytes, at: datetime
    ) -> None:
        self.inputs, self.calculation, self.kept, self.packed, self.at = inputs, calculation, kept, packed, at
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
    pence = sum(RunClaim.objects.filter(run=run).values_list("pence", flat=True))
    RunSnapshot.objects.create(run=run, digest=outcome.kept.digest, packed=outcome.packed)
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


def _still_seen(row: RunClaim, before: RunClaim | None) -> None:
    """What was looked at needs no second look where the same is unusual about the same sum and payee."""
    compared = ("exceptions", "pence", "last_pence", "payee_id", "reference")
    if before is None or any(getattr(row, name) != getattr(before, name) for name in compared):
        return
    row.seen_by_id, row.seen_at, row.seen_words = before.seen_by_id, before.seen_at, before.seen_words


def _rows(
    run: Run, results: Sequence[Result], claim_of: Mapping[int, int], outcome: Outcome
) -> list[RunClaim]:
    groups = list(claim_of)
    on = timezone.localdate(outcome.at)
    receivers = run_inputs.receivers_of(groups, on=on, criteria=outcome.inputs.criteria)
    before = run_inputs.last_of(run, groups)
    return [
        _row(
            run,
            result,
            claim_of[result.collaboration_id],
            receivers[result.collaboration_id],
            before.get(result.collaboration_id),
        )
        for result in results
    ]


def _row(run: Run, result: Result, claim_id: int, receiver: Receiver, last: Last | None) -> RunClaim:
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
    return RunClaim(
        run=run,
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


COLUMNS = (
    *("claim_id", "membership_id", "provider_id", "component", "counted", "part_of", "part_in"),
    *("kept_percent", "rounded_pence", "capped_pence", "pence", "instalments"),
)
#: Whole columns at once: a load of a hundred thousand lines is five statements, and reads no table.
INSERT_LINES = """
    INSERT INTO supplement_runline (
        authority_id, run_id, claim_id, membership_id, provider_id, component, counted, part_of, part_in,
        kept_percent, rounded_pence, capped_pence, pence, instalments
    )
    SELECT %(authority)s, %(run)s, line.claim_id, line.membership_id, line.provider_id, line.component, line.counted,
           line.part_of, line.part_in, line.kept_percent, line.rounded_pence, line.capped_pence, line.pence,
           line.instalments::jsonb
      FROM unnest(
        %(claim_id)s::bigint[], %(membership_id)s::bigint[], %(provider_id)s::bigint[], %(component)s::text[],
        %(counted)s::bigint[], %(part_of)s::bigint[], %(part_in)s::bigint[], %(kept_percent)s::int[],
        %(rounded_pence)s::bigint[], %(capped_pence)s::bigint[], %(pence)s::bigint[], %(instalments)s::text[]
      ) AS line (
        claim_id, membership_id, provider_id, component, counted, part_of, part_in, kept_percent, rounded_pence,
        capped_pence, pence, instalments
      )"""


CLAIM_COLUMNS = (
    *(
        "claim_id",
        "payee_id",
        "reference",
        "sum_pence",
        "asked_pence",
        "adjusted_pence",
        "pence",
        "last_pence",
    ),
    *("is_blocked", "is_held", "is_frozen", "exceptions", "seen_by_id", "seen_at", "seen_words"),
)
INSERT_CLAIMS = """
    INSERT INTO supplement_runclaim (
        authority_id, run_id, claim_id, payee_id, reference, sum_pence, asked_pence, adjusted_pence, pence,
        last_pence, is_blocked, is_held, is_frozen, exceptions, seen_by_id, seen_at, seen_words
    )
    SELECT %(authority)s, %(run)s, row.claim_id, row.payee_id, row.reference, row.sum_pence, row.asked_pence,
           row.adjusted_pence, row.pence, row.last_pence, row.is_blocked, row.is_held, row.is_frozen,
           row.exceptions::jsonb, row.seen_by_id, row.seen_at, row.seen_words
      FROM unnest(
        %(claim_id)s::bigint[], %(payee_id)s::bigint[], %(reference)s::text[], %(sum_pence)s::bigint[],
        %(asked_pence)s::bigint[], %(adjusted_pence)s::bigint[], %(pence)s::bigint[], %(last_pence)s::bigint[],
        %(is_blocked)s::bool[], %(is_held)s::bool[], %(is_frozen)s::bool[], %(exceptions)s::text[],
        %(seen_by_id)s::bigint[], %(seen_at)s::timestamptz[], %(seen_words)s::text[]
      ) AS row (
        claim_id, payee_id, reference, sum_pence, asked_pence, adjusted_pence, pence, last_pence, is_blocked,
        is_held, is_frozen, exceptions, seen_by_id, seen_at, seen_words
      )"""


def insert_claims(run: Run, rows: Sequence[RunClaim]) -> None:
    """The claims of a run, as they were calculated, whole columns at once."""
    if not rows:
        return
    columns: dict[str, list[object]] = {
        name: [getattr(row, name) for row in rows] for name in CLAIM_COLUMNS if name != "exceptions"
    }
    columns["exceptions"] = [json.dumps(row.exceptions) if row.exceptions else "[]" for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(INSERT_CLAIMS, {"authority": run.authority_id, "run": run.pk, **columns})


def insert_lines(run: Run, results: Iterable[Result], claim_of: Mapping[int, int]) -> int:
    """The lines of a run, as they were calculated. Answers how many."""
    rows = (_values(line, claim_of) for result in results for line in result.lines)
    count = 0
    with connection.cursor() as cursor:
        while batch := list(islice(rows, LINES_AT_ONCE)):
            columns = dict(zip(COLUMNS, map(list, zip(*batch, strict=True)), strict=True))
            cursor.execute(INSERT_LINES, {"authority": run.authority_id, "run": run.pk, **columns})
            count += len(batch)
    return count


def _values(line: Line, claim_of: Mapping[int, int]) -> tuple[int | str, ...]:
    return (
        claim_of[line.collaboration_id], line.membership_id, line.provider_id, line.component, line.counted,
        line.part.numerator, line.part.denominator, line.kept_percent, line.rounded_pence, line.capped_pence,
        line.pence, f"[{', '.join(map(str, line.instalments))}]",
    )  # fmt: skip
