"""What is true of a job: its states, and which may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


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
#: Kinds of work that looks, before it keeps anything, whether somebody stopped it. All other work is left to end.
STOPPABLE = frozenset({"export", "terms_batch"})
ENDED = frozenset(state for state, following in TRANSITIONS.items() if not following)


def may_become(now: State, wanted: State) -> bool:
    """Whether a job may go from one state to another."""
    return wanted in TRANSITIONS[now]


def states_before(wanted: State) -> frozenset[State]:
    """The states from which a job may go to this one."""
    return frozenset(state for state, following in TRANSITIONS.items() if wanted in following)


def percent_done(done: int, total: int) -> int | None:
    """Whole per cent, rounded down, 100 only when all is done. None when nobody knows how much there is."""
    if total <= 0:
        return None
    return max(0, min(100, done * 100 // total))
