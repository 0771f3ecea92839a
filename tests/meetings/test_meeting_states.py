"""G1 and G2: the life of a meeting as a table, what each move needs, what can be undone within the day.

No database.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from core.moves import Move, move_of, next_moves
from meetings.rules.moves import Actor, Need
from meetings.rules.states import (
    AHEAD,
    COUNTING,
    MEETING_MOVES,
    UNDOABLE,
    LastMove,
    MeetingFacts,
    MeetingState,
    may_change_day,
    may_move,
    may_undo,
    meeting_diagram,
    meeting_table,
)

PLANNED, OPEN, SENT, HELD, CANCELLED = MeetingState
MEETING_ON = date(2026, 11, 30)
DAY = timedelta(days=1)


def facts(state: MeetingState, **values: object) -> MeetingFacts:
    return MeetingFacts(**{"state": state, "meeting_on": MEETING_ON, "items": 1} | values)  # type: ignore[arg-type]


def said(
    facts: MeetingFacts,
    to: MeetingState,
    *,
    actor: Actor = Actor.ORGANISER,
    today: date = MEETING_ON,
    words: str = "Half of us are ill.",
) -> list[tuple[str, str]]:
    return [
        (field, str(reason)) for field, reason in may_move(facts, to, actor=actor, today=today, words=words)
    ]


def test_g1_each_move_stands_in_the_table_once() -> None:
    pairs = [(row.start, row.to) for row in MEETING_MOVES]
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == {
        (PLANNED, OPEN),
        (OPEN, SENT),
        (SENT, SENT),
        *((state, HELD) for state in AHEAD),
        *((state, CANCELLED) for state in AHEAD),
    }
    assert {PLANNED, OPEN, SENT} == AHEAD
    assert {HELD} == COUNTING
    assert {OPEN, HELD, CANCELLED} == UNDOABLE


def test_g1_what_comes_next_in_the_order_of_the_table() -> None:
    assert [row.to for row in next_moves(MEETING_MOVES, OPEN, Actor.ORGANISER)] == [SENT, HELD, CANCELLED]
    assert next_moves(MEETING_MOVES, OPEN, Actor.BOOKER) == []
    assert move_of(MEETING_MOVES, HELD, PLANNED) is None
    assert move_of(MEETING_MOVES, OPEN, SENT) == Move(
        OPEN, SENT, Actor.ORGANISER, "Send the papers", (Need.ITEMS,)
    )


def test_g1_the_page_shows_the_table_and_the_diagram() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/G1.md").read_text()
    assert meeting_table() in page
    assert meeting_diagram() in page


@pytest.mark.parametrize(
    ("state", "values", "to", "options", "refusals"),
    [
        (PLANNED, {}, OPEN, {}, []),
        (PLANNED, {}, SENT, {}, [("to", "No move leads from “Planned” to “Papers sent”.")]),
        (OPEN, {}, SENT, {}, []),
        (OPEN, {"items": 0}, SENT, {}, [("to", "Put at least one item on the agenda first.")]),
        (SENT, {}, SENT, {}, []),
        (
            SENT,
            {"items": 0, "has_changes": False},
            SENT,
            {},
            [
                ("to", "Put at least one item on the agenda first."),
                ("to", "Nothing has changed since the papers were sent."),
            ],
        ),
        (PLANNED, {}, HELD, {}, []),
        (SENT, {}, HELD, {"today": MEETING_ON + 400 * DAY}, []),
        (
            SENT,
            {},
            HELD,
            {"today": MEETING_ON - DAY},
            [("to", "The meeting is on 30 November 2026. It cannot be recorded as held before then.")],
        ),
        (OPEN, {}, CANCELLED, {"today": MEETING_ON - DAY}, []),
        (
            OPEN,
            {"came": 1},
            CANCELLED,
            {"words": " \u200b"},
            [
                ("words", "Say why it is cancelled."),
                ("to", "People are marked as having come, so the meeting cannot be cancelled."),
            ],
        ),
        (HELD, {}, CANCELLED, {}, [("to", "This meeting was held already.")]),
        (CANCELLED, {}, HELD, {}, [("to", "This meeting is cancelled.")]),
        (
            PLANNED,
            {},
            OPEN,
            {"actor": Actor.BOOKER},
            [("to", "Only whoever organises the meeting may do this.")],
        ),
    ],
)
def test_g1_what_a_move_needs(
    state: MeetingState,
    values: dict[str, object],
    to: MeetingState,
    options: dict[str, object],
    refusals: list[tuple[str, str]],
) -> None:
    assert said(facts(state, **values), to, **options) == refusals  # type: ignore[arg-type]


@given(
    st.sampled_from(MeetingState),
    st.integers(-60, 60),
    st.integers(0, 3),
    st.integers(0, 3),
    st.booleans(),
)
def test_g1_a_meeting_is_never_held_before_its_day_nor_cancelled_when_people_came(
    state: MeetingState, days: int, items: int, came: int, has_changes: bool
) -> None:
    meeting = facts(state, items=items, came=came, has_changes=has_changes)
    today = MEETING_ON + days * DAY
    if not said(meeting, HELD, today=today):
        assert today >= MEETING_ON
        assert state in AHEAD
    if not said(meeting, CANCELLED, today=today):
        assert came == 0
    if not said(meeting, SENT, today=today):
        assert items > 0
        assert state is OPEN or has_changes


@pytest.mark.parametrize(
    ("state", "to_on", "came", "words"),
    [
        (SENT, MEETING_ON + 7 * DAY, 0, None),
        (PLANNED, MEETING_ON - DAY, 0, None),
        (OPEN, MEETING_ON - 2 * DAY, 0, "The day must be today or in the future."),
        (OPEN, MEETING_ON, 1, "People are marked as having come, so its day cannot change."),
        (HELD, MEETING_ON + DAY, 0, "This meeting was held, so its day cannot change."),
        (CANCELLED, MEETING_ON + DAY, 0, "This meeting is cancelled. Plan a new one instead."),
    ],
)
def test_g7_a_meeting_to_come_can_be_moved(
    state: MeetingState, to_on: date, came: int, words: str | None
) -> None:
    refusals = may_change_day(facts(state, came=came), to_on, today=MEETING_ON - DAY)
    assert [(refusal.field, str(refusal.reason)) for refusal in refusals] == (
        [("day", words)] if words else []
    )


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (LastMove(PLANNED, OPEN, MEETING_ON), None),
        (LastMove(SENT, HELD, MEETING_ON), None),
        (LastMove(SENT, CANCELLED, MEETING_ON), None),
        (LastMove(OPEN, SENT, MEETING_ON), "There is nothing to undo."),  # the emails have gone
        (None, "There is nothing to undo."),
        (
            LastMove(SENT, HELD, MEETING_ON - DAY),
            "This can be undone only on the day it was done, which was 29 November 2026.",
        ),
    ],
)
def test_g1_a_move_is_undone_within_its_day(last: LastMove | None, words: str | None) -> None:
    refusals = may_undo(last, today=MEETING_ON)
    assert [str(refusal.reason) for refusal in refusals] == ([words] if words else [])


def test_g5_a_meeting_whose_minutes_were_sent_was_held() -> None:
    (refusal,) = may_undo(LastMove(SENT, HELD, MEETING_ON), today=MEETING_ON, minutes_are_sent=True)
    assert str(refusal.reason) == "The minutes have been sent to the members, so this cannot be undone."
    assert may_undo(LastMove(SENT, CANCELLED, MEETING_ON), today=MEETING_ON, minutes_are_sent=True) == []
