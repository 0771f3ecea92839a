"""S8: a run is closed once every payment is answered. What of it is not paid is said why."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.money import pounds
from supplement.models.runs import Run
from supplement.rules.runs import Actor, RunFacts, RunState, may_move
from supplement.selectors import payments as selectors
from supplement.services.payments import locked_run
from supplement.services.reasons import reason_given
from supplement.services.runs import move_run


@transaction.atomic
def close_run(*, run_id: int, words: str = "", by: User, at: datetime) -> Run:
    """Close a run: nothing more of it is paid. Twice is once.

    Raises ValidationError while a payment is due or not answered, and at "words" where something of the run
    is not paid (it failed, or waits) and nobody says why.
    """
    run = locked_run(run_id)
    if run.state == RunState.CLOSED:
        return run
    left = selectors.left_unpaid(run, on=timezone.localdate(at))
    if left.number:
        words = reason_given(words)
    facts = RunFacts(RunState(run.state), unanswered=selectors.unanswered(run))
    if run.state == RunState.EXPORTED:
        refuse(may_move(facts, RunState.PAID, actor=Actor.FINANCE, by=by.pk))
        move_run(run, RunState.PAID, actor=Actor.FINANCE, by=by, at=at, fields={"paid_at": at})
        facts = RunFacts(RunState.PAID)
    if run.state not in (RunState.PAID, RunState.APPROVED):
        raise ValidationError(_("The run is not approved yet. It can be called off."))
    refuse(may_move(facts, RunState.CLOSED, actor=Actor.FINANCE, by=by.pk))
    move_run(run, RunState.CLOSED, actor=Actor.FINANCE, by=by, at=at, words=words, fields={"closed_at": at})
    record(
        Action.RUN_CLOSED,
        about=run,
        by=by,
        details={"words": words, "left": left.number, "sum": pounds(left.pence)},
    )
    return run
