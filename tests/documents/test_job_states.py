"""The states of a job."""

import pytest

from documents.rules import ENDED, TRANSITIONS, State, percent_done, states_before


def test_what_has_ended_stays_so() -> None:
    assert {State.DONE, State.FAILED, State.CANCELLED} == ENDED
    assert not [state for ended in ENDED for state in State if state in TRANSITIONS[ended]]


def test_a_killed_job_is_begun_again() -> None:
    assert State.RUNNING in TRANSITIONS[State.RUNNING]


def test_only_what_ran_is_done() -> None:
    assert states_before(State.DONE) == {State.RUNNING}
    assert states_before(State.CANCELLED) == {State.QUEUED, State.RUNNING}


def test_every_state_has_its_row() -> None:
    assert set(TRANSITIONS) == set(State)


@pytest.mark.parametrize(
    ("done", "total", "percent"),
    [(0, 0, None), (1, 3, 33), (3, 3, 100), (9, 3, 100), (999, 1000, 99), (-1, 3, 0)],
)
def test_per_cent(done: int, total: int, percent: int | None) -> None:
    assert percent_done(done, total) == percent
