"""G1 and G3: the order of an agenda, its times, what comes by itself, proposals, and what a guest sees.

No database.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.agenda import (
    Guest,
    Item,
    NewItem,
    Standing,
    coming_by_themselves,
    guest_may_see,
    in_order,
    last_day_to_propose,
    may_propose,
    moved_down,
    moved_up,
    overrun,
    overrun_words,
    placed,
    placed_before,
    seen_by_guest,
    timetable,
)
from meetings.rules.states import MeetingState

ON = date(2026, 11, 30)
DAY = timedelta(days=1)
START = datetime(2026, 11, 30, 16)
ORDERS = st.lists(st.integers(1, 12), unique=True, min_size=1, max_size=8)


def item(number: int, minutes: int = 10, **values: object) -> Item:
    return Item(number, f"Item {number}", minutes, **values)  # type: ignore[arg-type]


# --- order --------------------------------------------------------------------------------------------------


def test_g1_items_of_one_position_stand_by_their_number() -> None:
    items = [item(3, position=1), item(1, position=2), item(2, position=1)]
    assert [each.number for each in in_order(items)] == [2, 3, 1]


@pytest.mark.parametrize(
    ("order", "press", "result"),
    [
        ([1, 2, 3], (3, 2), [1, 3, 2]),
        ([1, 2, 3], (3, 1), [3, 1, 2]),
        ([1, 3, 2], (3, 2), [1, 3, 2]),  # somebody was quicker
        ([3, 1, 2], (3, 2), [3, 1, 2]),  # and again
        ([1, 3], (3, 2), [1, 3]),  # the other one has gone
        ([1, 2], (3, 2), [1, 2]),
        ([1, 2], (2, 2), [1, 2]),
    ],
)
def test_g1_up_means_before_the_one_that_was_above(
    order: list[int], press: tuple[int, int], result: list[int]
) -> None:
    assert placed_before(order, *press) == result


def test_g1_the_ends_have_no_button() -> None:
    assert moved_up([1, 2], 1) is None
    assert moved_down([1, 2], 2) is None
    assert moved_up([1, 2], 2) == (2, 1)
    assert moved_down([1, 2], 1) == (2, 1)


@given(ORDERS, st.data())
def test_g1_up_and_down_move_by_one_and_pressed_twice_it_is_once(
    order: list[int], data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from(order))
    up, down = moved_up(order, number), moved_down(order, number)
    for press, by in ((up, -1), (down, 1)):
        if press is None:
            assert order.index(number) == (0 if by < 0 else len(order) - 1)
            continue
        after = placed_before(order, *press)
        assert after.index(number) == order.index(number) + by
        assert sorted(after) == sorted(order)
        assert placed_before(after, *press) == after


@given(ORDERS, st.data())
def test_g1_two_people_lose_no_item_and_the_later_one_has_the_wish(
    order: list[int], data: st.DataObject
) -> None:
    """Both saw the same order; whoever comes second gets what was asked, and nothing is lost."""
    one, two = (moved_up(order, data.draw(st.sampled_from(order))) for _ in range(2))
    after = order
    for press in (one, two):
        after = placed_before(after, *press) if press else after
    assert sorted(after) == sorted(order)
    if two:
        assert after.index(two[0]) < after.index(two[1])
    elif one:
        assert after.index(one[0]) < after.index(one[1])


def test_g1_positions_are_counted_anew_and_what_was_added_meanwhile_comes_last() -> None:
    items = [item(1, position=5), item(2, position=6), item(3, position=6), item(4, position=1)]
    assert [(each.number, each.position) for each in placed(items, [3, 1, 9])] == [
        (3, 1),
        (1, 2),
        (4, 3),
        (2, 4),
    ]


# --- time ---------------------------------------------------------------------------------------------------


def test_g1_each_item_has_its_time() -> None:
    items = [item(2, 45, position=2), item(1, 5, position=1), item(3, 0, position=3)]
    shown = [
        (slot.item.number, f"{slot.starts_at:%H:%M}", f"{slot.ends_at:%H:%M}")
        for slot in timetable(items, START)
    ]
    assert shown == [(1, "16:00", "16:05"), (2, "16:05", "16:50"), (3, "16:50", "16:50")]


def test_g7_items_over_a_change_of_the_clocks() -> None:
    slots = timetable([item(1, 60), item(2, 30)], datetime(2026, 3, 29, 0, 30))
    assert [slot.starts_at for slot in slots] == [
        datetime(2026, 3, 29, 0, 30),
        datetime(2026, 3, 29, 2, 30),
    ]


@pytest.mark.parametrize(
    ("minutes", "by", "words"),
    [
        (119, 0, None),
        (120, 0, None),
        (121, 1, "The agenda is 1 minute longer than the meeting."),
        (150, 30, "The agenda is 30 minutes longer than the meeting."),
    ],
)
def test_g1_the_overrun_is_shown(minutes: int, by: int, words: str | None) -> None:
    overran = overrun([item(1, minutes - 9), item(2, 9)], START, START + timedelta(hours=2))
    reason = overrun_words(overran)
    assert (overran, reason and str(reason)) == (by, words)


# --- what comes by itself -----------------------------------------------------------------------------------


def test_g5_standing_items_come_and_what_was_not_finished() -> None:
    standing = [Standing(7, "Safeguarding", 10), Standing(8, "Any other business", 5)]
    last = [
        item(1, 15, position=2),
        item(2, position=1),
        item(3, is_dealt_with=True),
        item(4, standing=7),
    ]
    coming = [
        NewItem("Safeguarding", 10, standing=7),
        NewItem("Any other business", 5, standing=8),
        NewItem("Item 2", 10, carried=2),
        NewItem("Item 1", 15, carried=1),
    ]
    assert coming_by_themselves(standing, last) == coming
    there = [
        Item(number, new.title, new.minutes, standing=new.standing, carried=new.carried)
        for number, new in enumerate(coming, 50)
    ]
    assert coming_by_themselves(standing, last, there) == []
    assert coming_by_themselves(standing, last, there[1:3]) == [coming[0], coming[3]]


# --- proposing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("papers_due_on", "agreed", "last_on"),
    [
        (ON - 7 * DAY, None, ON - 8 * DAY),
        (None, None, ON - DAY),
        (ON, None, ON - DAY),
        (ON + DAY, None, ON - DAY),
        (ON - 7 * DAY, 3, ON - 3 * DAY),
        (None, 0, ON - DAY),
    ],
)
def test_g1_until_when_a_member_proposes(
    papers_due_on: date | None, agreed: int | None, last_on: date
) -> None:
    assert last_day_to_propose(ON, papers_due_on=papers_due_on, agreed_days_ahead=agreed) == last_on


@pytest.mark.parametrize(
    ("options", "refusals"),
    [
        ({}, []),
        ({"minutes": None}, []),
        ({"title": " ", "minutes": 0}, [
            ("title", "Enter what the item is about."),
            ("minutes", "Minutes must be between 1 and 480."),
        ]),
        ({"minutes": 481}, [("minutes", "Minutes must be between 1 and 480.")]),
        ({"is_member": False}, [("title", "Only members of the collaboration can propose an item.")]),
        ({"state": MeetingState.PLANNED}, [("title", "The agenda is not open yet.")]),
        ({"state": MeetingState.HELD}, [
            ("title", "The agenda is closed. Ask the chair, or propose it for the next meeting."),
        ]),
        ({"today": ON - 7 * DAY}, [
            ("title", "You could propose items until 22 November 2026. Ask the chair, or wait for the next meeting."),
        ]),
    ],
)  # fmt: skip
def test_g1_who_may_propose(options: dict[str, object], refusals: list[tuple[str, str]]) -> None:
    usual = {
        "state": MeetingState.AGENDA_OPEN,
        "last_on": ON - 8 * DAY,
        "today": ON - 8 * DAY,
        "is_member": True,
        "title": "Funding for two-year-olds",
        "minutes": 15,
    }
    got = may_propose(**usual | options)  # type: ignore[arg-type]
    assert [(refusal.field, str(refusal.reason)) for refusal in got] == refusals


# --- guests -------------------------------------------------------------------------------------------------

SENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("at", "revoked_at", "sees"),
    [
        (SENT - HOUR, None, False),
        (SENT, None, True),
        (SENT + 2 * HOUR, None, False),  # the end is the first instant at which it opens nothing
        (SENT + HOUR, SENT + HOUR, False),
        (SENT + HOUR, SENT + 2 * HOUR, True),
    ],
)
def test_g3_a_link_expires_and_can_be_revoked(at: datetime, revoked_at: datetime | None, sees: bool) -> None:
    guest = Guest(2, SENT, SENT + 2 * HOUR, revoked_at)
    slots = timetable([item(1), item(2), item(3)], START)
    assert guest_may_see(guest, at=at) is sees
    assert seen_by_guest(slots, guest, at=at) == (slots[1] if sees else None)


def test_g3_an_item_that_was_taken_off_is_seen_by_no_guest() -> None:
    assert seen_by_guest(timetable([item(1)], START), Guest(2, SENT, SENT + HOUR), at=SENT) is None
