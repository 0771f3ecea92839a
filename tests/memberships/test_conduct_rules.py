"""C8 and C9 as tables: the states of a concern, who sees it in which, when a confirmation is owed.

No database.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from memberships.rules.conduct import (
    TOLD,
    TRANSITIONS,
    ConcernState,
    Viewer,
    concern_diagram,
    may_move,
    may_see,
    next_state,
)
from memberships.rules.staff_told import TellingFacts, a_year_after, staff_told_due, staff_told_due_on
from providers.rules.workforce import Workforce

RAISED, DISCUSSED, DECIDED, CLOSED = ConcernState
VIEWERS = st.builds(Viewer, *[st.booleans()] * 6)


def test_c8_the_way_of_a_concern() -> None:
    assert set(TRANSITIONS) == set(ConcernState)
    assert [next_state(state) for state in ConcernState] == [DISCUSSED, DECIDED, CLOSED, None]


def test_c8_the_page_shows_the_diagram_of_the_table() -> None:
    assert concern_diagram() in (Path(settings.BASE_DIR) / "docs/rules/C8.md").read_text()


RAISER = Viewer(belongs=True, raised_it=True)
LEADER = Viewer(belongs=True, leads=True)
CHAIR = Viewer(belongs=True, chairs=True)
MANAGER_CONCERNED = Viewer(belongs=True, is_of_setting=True, speaks_for_setting=True)
LEADER_CONCERNED = Viewer(belongs=True, leads=True, is_of_setting=True, speaks_for_setting=True)
CHAIR_CONCERNED = Viewer(belongs=True, chairs=True, is_of_setting=True, speaks_for_setting=True)
STAFF_CONCERNED = Viewer(belongs=True, is_of_setting=True)
MEMBER = Viewer(belongs=True)
OFFICER = Viewer(belongs=False)


@pytest.mark.parametrize(
    ("viewer", "other_leaders", "sees_raised", "sees_later", "moves"),
    [
        (RAISER, True, True, True, False),
        (LEADER, True, True, True, True),
        (LEADER_CONCERNED, True, False, True, False),
        (LEADER_CONCERNED, False, False, True, False),
        (MANAGER_CONCERNED, True, False, True, False),
        (STAFF_CONCERNED, True, False, False, False),
        (MEMBER, True, False, False, False),
        (OFFICER, True, False, False, False),
        (Viewer(belongs=False, raised_it=True, leads=True), True, False, False, False),
        (CHAIR, True, False, False, False),
        (CHAIR, False, True, True, True),
        (CHAIR_CONCERNED, False, False, True, False),
    ],
    ids=[
        "raiser", "leader", "leader concerned", "the only leader concerned", "manager concerned", "staff concerned",
        "another member", "officer", "has left the group", "chair beside a leader", "chair alone", "chair concerned",
    ],
)  # fmt: skip
def test_c8_who_sees_and_who_moves(
    viewer: Viewer, other_leaders: bool, sees_raised: bool, sees_later: bool, moves: bool
) -> None:
    assert may_see(viewer, RAISED, other_leaders=other_leaders) is sees_raised
    assert {may_see(viewer, state, other_leaders=other_leaders) for state in TOLD} == {sees_later}
    assert may_move(viewer, other_leaders=other_leaders) is moves


@pytest.mark.parametrize(
    ("other_leaders", "other_chair", "moves"),
    [(False, False, True), (True, False, False), (False, True, False), (True, True, False)],
)
@pytest.mark.parametrize("office", ["leads", "chairs"])
def test_c8_who_raised_it_records_no_step_while_somebody_else_can(
    office: str, other_leaders: bool, other_chair: bool, moves: bool
) -> None:
    raiser = Viewer(belongs=True, raised_it=True, **{office: True})
    assert may_move(raiser, other_leaders=other_leaders, other_chair=other_chair) is moves
    assert may_see(raiser, RAISED, other_leaders=other_leaders, other_chair=other_chair)


@given(VIEWERS, st.sampled_from(ConcernState), st.booleans())
def test_c8_what_never_happens(viewer: Viewer, state: ConcernState, others: bool) -> None:
    sees, moves = may_see(viewer, state, other_leaders=others), may_move(viewer, other_leaders=others)
    assert sees or not moves, "nobody records a step of what they may not read"
    assert not (moves and viewer.is_of_setting), "nobody records a step about the own setting"
    assert viewer.belongs or not sees, "nobody outside the group reads it"
    later = next_state(state)
    assert not sees or later is None or may_see(viewer, later, other_leaders=others), (
        "who has seen it sees what becomes of it"
    )


# --- C9 -----------------------------------------------------------------------------------------------------


JOINED = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("last", "joined_on", "due_on"),
    [
        (None, JOINED, JOINED + timedelta(days=60)),
        (date(2025, 10, 3), JOINED, date(2026, 10, 3)),
        (date(2024, 2, 29), date(2020, 1, 1), date(2025, 3, 1)),
        (date(2023, 1, 1), JOINED, JOINED),  # confirmed before it joined: it owes it from the first day
    ],
)
def test_c9_owed_from(last: date | None, joined_on: date, due_on: date) -> None:
    facts = TellingFacts(last, joined_on, active_from=date(2020, 1, 1))
    assert staff_told_due_on(facts) == due_on
    assert staff_told_due(facts, due_on)
    assert not staff_told_due(facts, due_on - timedelta(days=1))


@pytest.mark.parametrize("last", [None, date(2025, 1, 1)])
def test_c9_not_before_the_group_is_active(last: date | None) -> None:
    active_from = date(2026, 5, 1)
    assert staff_told_due_on(TellingFacts(last, JOINED, active_from)) == active_from
    assert staff_told_due_on(TellingFacts(last, JOINED, None)) is None
    assert not staff_told_due(TellingFacts(last, JOINED, None), date.max)


def test_c9_nobody_who_works_alone_is_asked() -> None:
    for workforce in Workforce:
        facts = TellingFacts(None, JOINED, JOINED, workforce)
        assert staff_told_due(facts, date.max) is (workforce is not Workforce.ALONE)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_c9_a_year_is_365_or_366_days(day: date) -> None:
    assert (a_year_after(day) - day).days in (365, 366)
