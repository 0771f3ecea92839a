"""Payment runs (S8): begun, calculated, looked at, reviewed, approved by a second person, or called off.

The calculation itself is long work: `services.run_calculation`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.money import pounds
from core.saving import save_in_words
from core.scoping import current_authority_id
from core.text import has_something_to_see, several_lines
from documents.services import jobs
from documents.services.outbox import enqueue
from supplement.models.runs import Run, RunClaim, RunStep
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.claims import Actor as ClaimActor
from supplement.rules.claims import ClaimState
from supplement.rules.runs import FIXED, NOTHING_TO_PAY, TAKEN_BACK, Actor, RunFacts, RunState, may_move
from supplement.selectors import run_inputs
from supplement.selectors import runs as selectors
from supplement.selectors.corrections import taken_back_since
from supplement.selectors.run_against import hash_now
from supplement.services.corrections import let_wait
from supplement.services.payments import make_payments
from supplement.services.periods import refuse_closed
from supplement.services.run_claims import all_standing, let_go, move_claims

GONE = gettext_noop("This run is no longer there.")
#: Of a calculation: what went in is read, calculated, and kept.
STEPS = 3


@transaction.atomic
def start_run(*, period_id: int, by: User, at: datetime) -> Run:
    """Begin the run of a period. Begun twice, by whomever, it is the same run while it is not approved.

    Raises ValidationError at "period" for one that is not paid for.
    """
    period = selectors.period_for_update(period_id)
    if period is None:
        raise ValidationError({"period": _("Select a period of an approved scheme.")})
    existing = selectors.run_under_way(period_id)
    if existing is not None:
        return existing
    refuse_closed(period)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('supplement runs'), %s)", [current_authority_id()]
        )
    number = (Run.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    run = Run(number=number, period=period, started_by=by, started_at=at, moved_at=at)
    save_in_words(run, clash={"period": _("A run of this period is under way.")})
    record(Action.RUN_STARTED, about=run, by=by)
    return run


@transaction.atomic
def calculate_run(*, run_id: int, by: User, at: datetime) -> Run:
    """Ask for the calculation, the first or again. Pressed twice it is asked for once; one that failed or was
    lost is asked for anew.

    Raises ValidationError where there is nothing to calculate, or the run stands elsewhere.
    """
    run = _locked(run_id)
    if selectors.is_calculating(run):
        return run
    is_anew = run.state == RunState.CALCULATING
    if not run_inputs.claims_to_calculate(run.period_id):
        raise ValidationError(_(NOTHING_TO_PAY))
    run.job = jobs.start_job(
        kind=selectors.KIND,
        title=_("Calculating: %(run)s") % {"run": run},
        by=by,
        at=at,
        total=STEPS,
        message=_("Waiting to start"),
        about=selectors.about(run),
    )
    actor = Actor.WORKER if is_anew else Actor.FINANCE
    move_run(
        run,
        RunState.CALCULATING,
        actor=actor,
        by=by,
        at=at,
        fields={"reviewed_by": None, "reviewed_at": None},
    )
    record(Action.RUN_CALCULATION_ASKED, about=run, by=by)
    enqueue("supplement.calculate_run", job_id=run.job.pk, run_id=run.pk)
    return run


@transaction.atomic
def look_at(*, run_id: int, claim_id: int, words: str, by: User, at: datetime) -> RunClaim:
    """Record what was found about an exception. Said again, the last words count.

    Raises ValidationError at "words", and where the run does not wait for its review.
    """
    run = _locked(run_id)
    row = (
        RunClaim.objects.select_for_update(of=("self",), no_key=True).filter(run=run, claim=claim_id).first()
    )
    if row is None or not row.exceptions:
        raise ValidationError(_("There is nothing unusual about this claim any more. Load the page again."))
    if run.state != RunState.CALCULATED:
        raise ValidationError(_("The run does not wait for its review now. Load the page again."))
    words = _words(words)
    if not has_something_to_see(words):
        raise ValidationError({"words": _("Enter what you found.")})
    if row.seen_words == words and row.seen_by_id == by.pk:
        return row  # pressed twice
    row.seen_by, row.seen_at, row.seen_words = by, at, words
    row.save(update_fields=["seen_by", "seen_at", "seen_words"])
    record(Action.RUN_EXCEPTION_SEEN, about=run, by=by, claim=row.claim)
    return row


@transaction.atomic
def review_run(*, run_id: int, by: User, at: datetime) -> Run:
    """Record the review. Twice is once. Raises ValidationError while an exception was not looked at, and
    where a claim left the run.
    """
    run = _locked(run_id)
    if run.state == RunState.REVIEWED:
        return run
    facts = RunFacts(RunState(run.state), run.calculated_by_id, unseen=selectors.totals_of(run).unseen)
    refuse(may_move(facts, RunState.REVIEWED, actor=Actor.FINANCE, by=by.pk))
    claims = all_standing(run, state=ClaimState.CALCULATED)
    move_claims(claims, to=ClaimState.REVIEWED, actor=ClaimActor.FINANCE, by=by, at=at)
    _moved(
        run,
        RunState.REVIEWED,
        actor=Actor.FINANCE,
        by=by,
        at=at,
        fields={"reviewed_by": by, "reviewed_at": at},
    )
    record(Action.RUN_REVIEWED, about=run, by=by, claims=run.claims_count, total=pounds(run.total_pence))
    return run


@transaction.atomic
def send_back(*, run_id: int, words: str, by: User, at: datetime) -> Run:
    """Whoever would approve it does not, and says why: it waits for another review. Raises ValidationError at
    "words".
    """
    run, words = _locked(run_id), _words(words)
    facts = RunFacts(RunState(run.state), run.calculated_by_id)
    refuse(may_move(facts, RunState.CALCULATED, actor=Actor.APPROVER, by=by.pk, words=words))
    claims = run_inputs.claims_in(run, state=ClaimState.REVIEWED)
    move_claims(claims, to=ClaimState.CALCULATED, actor=ClaimActor.RUN, by=None, at=at)
    _moved(
        run, RunState.CALCULATED, actor=Actor.APPROVER, by=by, at=at, words=words,
        fields={"reviewed_by": None, "reviewed_at": None},
    )  # fmt: skip
    record(Action.RUN_SENT_BACK, about=run, by=by, details={"words": words})
    return run


@transaction.atomic
def approve_run(*, run_id: int, seen: str | None = None, by: User, at: datetime) -> Run:
    """Approve it for good, by another than whoever calculated it; what it was calculated from must be the
    same now. ``seen``: the hash of what was looked at. Pressed twice is once; of two at once one approves.

    Raises ValidationError with every reason.
    """
    run = _locked(run_id)
    if run.state == RunState.APPROVED and run.approved_by_id == by.pk:
        return run
    if run.state in FIXED:
        raise ValidationError(_("%(person)s has approved this run.") % {"person": run.approved_by})
    if seen is not None and seen != run.input_hash:
        raise ValidationError(_("The run was calculated again while you looked at it. Look at it once more."))
    facts = RunFacts(
        RunState(run.state),
        run.calculated_by_id,
        snapshot_hash=run.input_hash,
        hash_now=hash_now(run) if run.state == RunState.REVIEWED else "",
    )
    refuse(may_move(facts, RunState.APPROVED, actor=Actor.APPROVER, by=by.pk))
    if taken_back_since(run):
        raise ValidationError(_(TAKEN_BACK))
    claims = all_standing(run, state=ClaimState.REVIEWED)
    move_claims(claims, to=ClaimState.APPROVED, actor=ClaimActor.APPROVER, by=by, at=at)
    _moved(
        run,
        RunState.APPROVED,
        actor=Actor.APPROVER,
        by=by,
        at=at,
        fields={"approved_by": by, "approved_at": at},
    )
    record(Action.RUN_APPROVED, about=run, by=by, claims=run.claims_count, total=pounds(run.total_pence))
    make_payments(run_id=run.pk, by=by, at=at)
    return run


@transaction.atomic
def cancel_run(*, run_id: int, words: str, by: User, at: datetime) -> Run:
    """Call it off, with the reason; its claims wait for another run. Twice is once.

    Raises ValidationError at "words", and once it is approved.
    """
    run, words = _locked(run_id), _words(words)
    if run.state == RunState.CANCELLED:
        return run
    refuse(
        may_move(
            RunFacts(RunState(run.state)), RunState.CANCELLED, actor=Actor.FINANCE, by=by.pk, words=words
        )
    )
    let_go(run, words=words, by=by, at=at)
    let_wait(run)
    _moved(run, RunState.CANCELLED, actor=Actor.FINANCE, by=by, at=at, words=words)
    record(Action.RUN_CANCELLED, about=run, by=by, details={"words": words})
    return run


# --- what all of them share ---------------------------------------------------------------------------------


def _locked(run_id: int) -> Run:
    run = selectors.run_for_update(run_id)
    if run is None:
        raise ValidationError(_(GONE))
    return run


def _words(words: str) -> str:
    words = several_lines(words)
    if looks_like_bank_details(words):
        raise ValidationError({"words": _(REFUSED)})
    return words


def move_run(
    run: Run,
    to: RunState,
    *,
    actor: Actor,
    by: User | None,
    at: datetime,
    words: str = "",
    fields: dict[str, Any] | None = None,
) -> None:
    """Ask the table, and move. Raises ValidationError with every reason."""
    refuse(may_move(RunFacts(RunState(run.state)), to, actor=actor, by=by.pk if by else None))
    _moved(run, to, actor=actor, by=by, at=at, words=words, fields=fields)


def _moved(
    run: Run,
    to: RunState,
    *,
    actor: Actor,
    by: User | None,
    at: datetime,
    words: str = "",
    fields: dict[str, Any] | None = None,
) -> None:
    start, run.state, run.moved_at = run.state, to, at
    for name, value in (fields or {}).items():
        setattr(run, name, value)
    clash: dict[str, Any] = {NON_FIELD_ERRORS: _("Somebody was faster. Load the page again.")}
    save_in_words(run, clash=clash, fields=["state", "moved_at", "job", *(fields or {})])
    RunStep.objects.create(run=run, start=start, to=to, actor=actor, by=by, at=at, words=words)
