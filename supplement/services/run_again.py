"""S8: an old run calculated again from its snapshot: equal to the penny, or an alarm."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.scoping import authority_scope
from documents.models import Job
from documents.selectors import job_under_way
from documents.services import jobs
from documents.services.outbox import enqueue
from supplement.models.runs import Run, RunLine
from supplement.rules.snapshot import Difference, Unreadable, recalculate
from supplement.selectors import runs as selectors
from supplement.services.runs import GONE

#: So many differences are kept to be shown; all are counted.
MAX_KEPT = 100


@transaction.atomic
def start_again(*, run_id: int, by: User, at: datetime) -> Job:
    """Ask for it. Pressed twice it is one job. Raises ValidationError where nothing was calculated yet."""
    run = selectors.run_for_update(run_id)
    if run is None:
        raise ValidationError(_(GONE))
    if run.state not in selectors.CALCULATED:
        raise ValidationError(_("This run has no figures yet. Calculate it first."))
    about = selectors.about(run)
    under_way = job_under_way(by, kind=selectors.AGAIN_KIND, about=about)
    if under_way is not None:
        return under_way
    job = jobs.start_job(
        kind=selectors.AGAIN_KIND,
        title=_("Calculating again from the snapshot: %(run)s") % {"run": run},
        by=by,
        at=at,
        total=1,
        message=_("Waiting to start"),
        about=about,
    )
    enqueue("supplement.calculate_again", job_id=job.pk, run_id=run.pk)
    return job


def calculate_again(*, job_id: int, run_id: int, authority_id: int) -> None:
    """Do it. The run's lines are compared too: snapshot, calculation and rows must say the same."""
    with authority_scope(authority_id):
        if not jobs.begin(job_id=job_id, at=timezone.now()):
            return
    with authority_scope(authority_id):
        run = selectors.run_by_id(run_id)
        if run is None:
            jobs.fail(job_id=job_id, at=timezone.now(), reason=_(GONE))
            return
        kept, lines = selectors.snapshot_of(run), _lines_of(run)
    differences = differences_of(*kept, lines) if kept else [Difference("snapshot", None, None)]
    with authority_scope(authority_id):
        job = Job.objects.select_related("started_by").get(pk=job_id)
        result: dict[str, Any] = {
            "count": len(differences),
            "differences": [list(row) for row in differences[:MAX_KEPT]],
            "pence": run.total_pence,
        }
        if jobs.finish(job_id=job_id, at=timezone.now(), result=result, message=_("Done")):
            if differences:
                record(Action.RUN_DIFFERS, about=run, by=job.started_by, number=len(differences))
            else:
                record(Action.RUN_AGREES, about=run, by=job.started_by)


_Lines = dict[tuple[int, int, str], int]


def _lines_of(run: Run) -> _Lines:
    """The pence of the run's lines by collaboration, member and component; corrections are lines of their
    own.
    """
    rows = RunLine.objects.filter(run=run, adjustment=None).order_by()
    return {
        (group, member, component): pence
        for group, member, component, pence in rows.values_list(
            "claim__collaboration_id", "membership_id", "component", "pence"
        )
    }


def differences_of(text: str, digest: str, lines: _Lines) -> list[Difference]:
    """What differs between a snapshot, the same calculated again, and the lines of the run."""
    try:
        again = recalculate(text, digest=digest)
    except Unreadable:
        return [Difference("snapshot", digest, None)]
    calculated = {
        (line.collaboration_id, line.membership_id, line.component): line.pence
        for line in again.calculation.lines
    }
    return [
        *again.differences,
        *(
            Difference("line", lines.get(key), calculated.get(key), *key)
            for key in sorted(lines.keys() | calculated.keys())
            if lines.get(key) != calculated.get(key)
        ),
    ]
