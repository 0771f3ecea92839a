"""Jobs from their start to their end.

Each step is meant for a transaction of its own, so that people see it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Coalesce, Concat, NullIf
from django.urls import get_script_prefix

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from documents.models import Job
from documents.rules import State, states_before
from documents.selectors import progress_key

PROGRESS_SECONDS = 3600


@transaction.atomic
def start_job(
    *,
    kind: str,
    title: str,
    by: User | None,
    at: datetime,
    total: int = 0,
    message: str = "",
    about: str = "",
) -> Job:
    """A job that waits to start. ``about`` is where to read what it is about, as ``reverse()`` gives it."""
    within = about.removeprefix(get_script_prefix())
    return Job.objects.create(
        kind=kind,
        title=title[:200],
        started_by=by,
        created_at=at,
        total=total,
        message=message[:300],
        url=within,
    )


def point_to(*, job_id: int, about: str) -> None:
    """Where to read what the job is about, when that is known only after the job was made."""
    Job.objects.filter(pk=job_id).update(url=about.removeprefix(get_script_prefix()))


def remember(*, job_id: int, facts: Mapping[str, Any]) -> None:
    """What work in many steps has to know of itself, until its result takes the place.

    Whoever changes it holds the row's lock.
    """
    Job.objects.filter(pk=job_id).update(result=dict(facts))


@transaction.atomic
def begin(*, job_id: int, at: datetime) -> bool:
    """Say that the work runs now. Answers False when it has ended, so that a second delivery does nothing.

    A job that already runs may be begun again: whoever had it was killed.
    """
    return _move(job_id, State.RUNNING, started_at=at)


@transaction.atomic
def advance(
    *, job_id: int, done: int, total: int | None = None, message: str | None = None, line: str = ""
) -> bool:
    """How far the work is, a word about it and a line for its log.

    Answers False when it was cancelled: stop then.
    """
    changes: dict[str, Any] = {"done": done}
    if total is not None:
        changes["total"] = total
    if message is not None:
        changes["message"] = message[:300]
    if line:
        changes["log"] = Concat(F("log"), Value(f"{line}\n"))
    return bool(Job.objects.filter(pk=job_id, state=State.RUNNING).update(**changes))


def report_progress(*, job_id: int, done: int) -> None:
    """How far a step is that is still inside its transaction: told
    through the cache, since nobody else sees its rows yet.
    """
    cache.set(progress_key(job_id), done, PROGRESS_SECONDS)


@transaction.atomic
def finish(*, job_id: int, at: datetime, result: Mapping[str, Any] | None = None, message: str = "") -> bool:
    """The work is done. Everything that was to do has been done, so the count says so."""
    everything = Coalesce(NullIf(F("total"), 0), F("done"))
    return _move(
        job_id, State.DONE, ended_at=at, message=message[:300], result=dict(result or {}), done=everything
    )


@transaction.atomic
def fail(*, job_id: int, at: datetime, reason: str, line: str = "") -> bool:
    """The work could not be done; the reason is shown to whoever asked for it."""
    changes: dict[str, Any] = {"log": Concat(F("log"), Value(f"{line}\n"))} if line else {}
    return _move(job_id, State.FAILED, ended_at=at, message=reason[:300], **changes)


@transaction.atomic
def cancel(*, job_id: int, by: User, at: datetime) -> bool:
    """Stop the work.

    What runs stops at its next ``advance``; a step under way is finished or rolled back by its owner.
    """
    stopped = _move(job_id, State.CANCELLED, ended_at=at)
    if stopped:
        record(Action.JOB_STOPPED, about=Job.objects.get(pk=job_id), by=by)
    return stopped


def _move(job_id: int, state: State, **changes: Any) -> bool:
    return bool(Job.objects.filter(pk=job_id, state__in=states_before(state)).update(state=state, **changes))
