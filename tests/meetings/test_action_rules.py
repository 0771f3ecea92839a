"""G5: the order of actions and whether the load is shared. No database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.actions import (
    QUIET,
    SHARE_COUNTS,
    Action,
    Load,
    Said,
    equal_share,
    in_order,
    is_shared,
    loads,
    may_record,
    to_hand_over,
    to_tell,
    unfinished,
)
from meetings.rules.states import MeetingState

ON = date(2026, 11, 30)
DAY = timedelta(days=1)
DAYS = st.none() | st.integers(-5, 5).map(lambda days: ON + days * DAY)
ACTIONS = st.lists(
    st.builds(Action, st.integers(1, 99), st.integers(1, 5), DAYS, DAYS),
    unique_by=lambda action: action.number,
)


def test_g5_overdue_first_then_by_the_day_then_without_one_then_what_is_done() -> None:
    expected = [
        Action(9, 1, ON - 9 * DAY),
        Action(2, 1, ON - DAY),
        Action(3, 1, ON),  # due today is not overdue
        Action(4, 1, ON),
        Action(1, 1, ON + DAY),
        Action(5, 1),
        Action(6, 1, ON - 9 * DAY, ON),
        Action(7, 1, None, ON - DAY),
    ]
    assert in_order(reversed(expected), on=ON) == expected
    assert [action.is_overdue(ON) for action in expected] == [True, True, *[False] * 6]
    assert unfinished(expected, on=ON) == expected[:6]


def test_g5_a_leaver_hands_over_what_is_open() -> None:
    actions = [Action(1, 7, ON), Action(2, 8), Action(3, 7, ON - DAY), Action(4, 7, ON, ON)]
    assert [action.number for action in to_hand_over(actions, 7, on=ON)] == [3, 1]


@pytest.mark.parametrize(
    ("actions", "settings", "share"), [(8, 4, 2), (9, 4, 3), (0, 4, 0), (1, 4, 1), (3, 0, 0)]
)
def test_g5_an_equal_share(actions: int, settings: int, share: int) -> None:
    assert equal_share(actions, settings) == share


def test_g5_who_carries_how_much() -> None:
    actions = [
        Action(1, 1, ON - DAY),
        Action(2, 1, ON),
        Action(3, 1, ON - DAY, ON),
        Action(4, 2),
        Action(5, 9),  # has left
    ]
    shared = loads(actions, [3, 2, 1, 2], on=ON)
    assert shared == [
        Load(1, open=2, overdue=1, done=1, more_than_share=1),
        Load(2, open=1),
        Load(3),
    ]
    assert str(is_shared(shared)) == "1 setting has more than its equal share of the actions."
    assert str(is_shared([*shared, *shared])) == (
        "2 settings have more than their equal share of the actions."
    )
    assert str(is_shared(loads(actions, [2, 3], on=ON))) == "The actions are shared fairly."


@given(ACTIONS, st.sets(st.integers(1, 5)))
def test_g5_every_action_of_a_setting_is_counted_once(actions: list[Action], settings: set[int]) -> None:
    shared = loads(actions, settings, on=ON)
    assert {load.setting for load in shared} == settings
    assert sum(load.all for load in shared) == len([each for each in actions if each.setting in settings])
    assert all(load.overdue <= load.open for load in shared)
    carried = [load.all for load in shared]
    assert carried == sorted(carried, reverse=True)
    if carried and max(carried) - min(carried) <= 1:
        assert str(is_shared(shared)) == "The actions are shared fairly."


@pytest.mark.parametrize(
    ("state", "days_ago", "what", "said"),
    [
        (MeetingState.AGENDA_OPEN, 0, "Buy a store", None),  # while it goes on
        (MeetingState.HELD, 40, "Buy a store", None),
        (
            MeetingState.PAPERS_SENT,
            -1,
            "Buy a store",
            "Actions are recorded on the day of the meeting or later.",
        ),
        (MeetingState.CANCELLED, 0, "Buy a store", "This meeting is cancelled."),
        (MeetingState.HELD, 0, " \u200b", "Enter what is to be done."),
    ],
)
def test_g5_when_an_action_is_recorded(
    state: MeetingState, days_ago: int, what: str, said: str | None
) -> None:
    refusals = may_record(state=state, meeting_on=ON - days_ago * DAY, today=ON, what=what)
    assert [str(refusal.reason) for refusal in refusals] == ([said] if said else [])


def test_g5_a_meeting_is_told_once_nothing_more_is_recorded_there() -> None:
    at = datetime(2026, 11, 30, 18, tzinfo=UTC)
    second = timedelta(seconds=1)
    said = [Said(1, 7, at - 2 * QUIET), Said(2, 7, at - QUIET + second), Said(3, 8, at - QUIET)]
    assert to_tell(said, at=at) == [3]
    assert to_tell(said, at=at + second) == [1, 2, 3]


def test_g5_what_was_done_long_ago_counts_in_no_share() -> None:
    actions = [
        Action(1, 7, None, ON - SHARE_COUNTS),
        Action(2, 7, None, ON - SHARE_COUNTS + DAY),
        Action(3, 8),
    ]
    assert loads(actions, [7, 8], on=ON) == [Load(7, done=1), Load(8, open=1)]
