"""What is true of jobs and uploads, their states and which may follow which; and of emails that can wait."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: From each state, where a job may go. A job that was killed is begun again, so running follows running.
TRANSITIONS: Mapping[State, frozenset[State]] = {
    State.QUEUED: frozenset({State.RUNNING, State.FAILED, State.CANCELLED}),
    State.RUNNING: frozenset({State.RUNNING, State.DONE, State.FAILED, State.CANCELLED}),
    State.DONE: frozenset(),
    State.FAILED: frozenset(),
    State.CANCELLED: frozenset(),
}
#: Kinds of work that looks, before it keeps anything, whether somebody stopped it. All other work is left to
#: end.
STOPPABLE = frozenset({"export", "terms_batch"})
ENDED = frozenset(state for state, following in TRANSITIONS.items() if not following)


def states_before(wanted: State) -> frozenset[State]:
    """The states from which a job may go to this one."""
    return frozenset(state for state, following in TRANSITIONS.items() if wanted in following)


def percent_done(done: int, total: int) -> int | None:
    """Whole per cent, rounded down, 100 only when all is done. None when nobody knows how much there is."""
    if total <= 0:
        return None
    return max(0, min(100, done * 100 // total))


# --- uploads --------------------------------------------------------------------------------------


class UploadState(TextChoices):
    """How far an upload is. A subject may have words of its own for some (``models.upload_state``)."""

    READING = "reading", _("Being read")
    READY = "ready", _("Ready to check")
    LOADING = "loading", _("Being loaded")
    LOADED = "loaded", _("Loaded")
    FAILED = "failed", _("Could not be loaded")
    DISCARDED = "discarded", _("Put aside")


class UploadMover(StrEnum):
    """Who takes a step. Which permission an officer needs is the subject's to say."""

    OFFICER = "officer"
    TASK = "task"
    OPERATOR = "operator"


class UploadStep(StrEnum):
    """What is done to an upload."""

    KEEP = "keep"
    LOAD_AT_ONCE = "load_at_once"
    SHOW = "show"
    CONFIRM = "confirm"
    APPLY = "apply"
    SHOW_AGAIN = "show_again"
    FAIL = "fail"
    READ_AGAIN = "read_again"
    PUT_ASIDE = "put_aside"


class UploadTransition(NamedTuple):
    """One row of the table. ``start`` is None where an upload begins; ``needs`` is for the documentation."""

    start: UploadState | None
    step: UploadStep
    to: UploadState
    mover: UploadMover
    needs: str = ""


_U = UploadState
_OFFICER, _TASK, _OPERATOR = UploadMover.OFFICER, UploadMover.TASK, UploadMover.OPERATOR
_STUCK = "work that has not ended after half an hour"
#: The one table: the services, the pages and the diagram in ``docs/uploads.md`` read it.
UPLOAD_TRANSITIONS: tuple[UploadTransition, ...] = (
    UploadTransition(None, UploadStep.KEEP, _U.READING, _OFFICER, "a file that the subject takes"),
    UploadTransition(None, UploadStep.LOAD_AT_ONCE, _U.LOADING, _OPERATOR, "one transaction, no preview"),
    UploadTransition(_U.READING, UploadStep.SHOW, _U.READY, _TASK),
    UploadTransition(_U.READING, UploadStep.FAIL, _U.FAILED, _TASK, "a reason in words"),
    UploadTransition(_U.READING, UploadStep.PUT_ASIDE, _U.DISCARDED, _OFFICER, _STUCK),
    UploadTransition(_U.READY, UploadStep.CONFIRM, _U.LOADING, _OFFICER, "the digest of what was shown"),
    UploadTransition(_U.READY, UploadStep.READ_AGAIN, _U.READING, _OFFICER, "answers to what was asked"),
    UploadTransition(_U.READY, UploadStep.PUT_ASIDE, _U.DISCARDED, _OFFICER),
    UploadTransition(_U.LOADING, UploadStep.APPLY, _U.LOADED, _TASK, "the plan that was shown"),
    UploadTransition(_U.LOADING, UploadStep.SHOW_AGAIN, _U.READY, _TASK, "another plan than was shown"),
    UploadTransition(_U.LOADING, UploadStep.FAIL, _U.FAILED, _TASK, "a reason in words"),
    UploadTransition(_U.LOADING, UploadStep.PUT_ASIDE, _U.DISCARDED, _OFFICER, _STUCK),
    UploadTransition(_U.FAILED, UploadStep.READ_AGAIN, _U.READING, _OFFICER, "a better way to read it"),
    UploadTransition(_U.FAILED, UploadStep.PUT_ASIDE, _U.DISCARDED, _OFFICER),
)
#: A task is at work, or should be.
WORKING_UPLOADS = frozenset({UploadState.READING, UploadState.LOADING})
#: Not ended yet.
OPEN_UPLOADS = frozenset({*WORKING_UPLOADS, UploadState.READY})
#: From here on nobody expects the task of an upload to end any more.
STUCK_AFTER = timedelta(minutes=30)


def upload_after(state: str | None, step: UploadStep) -> UploadState | None:
    """Where a step leads; None where it cannot be taken."""
    return next((row.to for row in UPLOAD_TRANSITIONS if (row.start, row.step) == (state, step)), None)


def upload_may_be_put_aside(state: str, *, asked_at: datetime | None, at: datetime) -> bool:
    """Whether an upload may be put aside. ``asked_at``: when its job was asked for, if it has one."""
    if upload_after(state, UploadStep.PUT_ASIDE) is None:
        return False
    return state not in WORKING_UPLOADS or asked_at is None or at - asked_at > STUCK_AFTER


def upload_table() -> str:
    """Every step as a row of a Markdown table."""
    head = ["| from | step | to | who | what it needs |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *map(_table_row, UPLOAD_TRANSITIONS)])


def _table_row(row: UploadTransition) -> str:
    start = row.start.label if row.start else "–"
    return f"| {start} | {_step_in_words(row)} | {row.to.label} | {row.mover} | {row.needs or '–'} |"


def upload_diagram() -> str:
    """The same steps as a Mermaid state diagram."""
    names = [f'    state "{state.label}" as {state.value}' for state in UploadState]
    arrows = [f"    {row.start or '[*]'} --> {row.to} : {_arrow(row)}" for row in UPLOAD_TRANSITIONS]
    starts = {row.start for row in UPLOAD_TRANSITIONS}
    ends = [f"    {state} --> [*]" for state in UploadState if state not in starts]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, *arrows, *ends, "```"])


def _arrow(row: UploadTransition) -> str:
    return f"{_step_in_words(row)} ({row.mover})"


def _step_in_words(row: UploadTransition) -> str:
    return row.step.replace("_", " ")


# --- emails that can wait (decision 0060) ---------------------------------------------------------


class Updates(TextChoices):
    """How emails that can wait come to a person."""

    DAILY = "daily", _("Once a day, all in one email")
    WEEKLY = "weekly", _("On Mondays, all in one email")
    AT_ONCE = "at_once", _("Each by itself, at once")
    OFF = "off", _("Not by email")


class Fate(StrEnum):
    """What becomes of an email that is asked for."""

    AT_ONCE = "at_once"
    HELD = "held"
    NOT_SENT = "not_sent"


#: What is needed within so long after the next collected email goes at once.
NEAR = timedelta(days=3)


def next_collected_on(updates: Updates, today: date) -> date:
    """The day of the next email that collects others, for what is asked for today."""
    return today + timedelta(days=7 - today.weekday() if updates == Updates.WEEKLY else 1)


def is_collected_on(updates: Updates, day: date) -> bool:
    """Whether a person's collected email goes out on a day. Whoever chose otherwise meanwhile gets what
    waits.
    """
    return updates != Updates.WEEKLY or day.weekday() == 0


def fate_of(*, can_wait: bool, can_stop: bool, updates: Updates, needed_by: date | None, today: date) -> Fate:
    """What becomes of an email. Only what can wait may be stopped; what is needed soon does not wait."""
    if not can_wait:
        return Fate.AT_ONCE
    if updates == Updates.OFF and can_stop:
        return Fate.NOT_SENT
    if updates == Updates.AT_ONCE:
        return Fate.AT_ONCE
    if needed_by is not None and needed_by < next_collected_on(updates, today) + NEAR:
        return Fate.AT_ONCE
    return Fate.HELD


# --- the weekly email ---------------------------------------------------------------------------------------

WEEK = timedelta(days=7)


def day_of_week(monday: date, news_day: int) -> date:
    """The day of the weekly email in the week that begins on a Monday. ``news_day``: 0 is Monday."""
    return monday + timedelta(days=news_day)


def news_since(day: date, chosen_on: date | None) -> date:
    """From which day on the weekly email of a day tells what is new. The first after another day was chosen
    reaches back two weeks: what came between the two days is never left out, and may be told twice.
    """
    return day - 2 * WEEK if chosen_on is not None and chosen_on > day - 2 * WEEK else day - WEEK
