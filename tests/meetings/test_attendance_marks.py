"""G4 and C7: marks of several devices become one answer, and what of them counts.

No database.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import Span, months_after
from meetings.rules.attendance import (
    ATTENDED,
    MAX_WAIT,
    NOT_COUNTED,
    Counted,
    GivenMark,
    InvitedGuest,
    Mark,
    Meeting,
    counted,
    expected_guests,
    instant_of_tap,
    may_mark,
    merge,
    unmarked,
    window,
)
from meetings.rules.states import MeetingState
from memberships.rules.attendance import passes

PRESENT, ONLINE, SUBSTITUTE, APOLOGIES, ABSENT, EXCUSED = Mark
PLANNED, OPEN, SENT, HELD, CANCELLED = MeetingState
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
ON = date(2026, 11, 30)
DAY = timedelta(days=1)
DAYS = st.dates(date(2019, 1, 1), date(2032, 12, 31))

MARKS = st.lists(
    st.builds(
        GivenMark,
        member=st.integers(1, 3),
        mark=st.sampled_from(Mark),
        at=st.integers(0, 3).map(lambda minutes: NOON + timedelta(minutes=minutes)),
        number=st.integers(1, 9),
        client_key=st.sampled_from(["", "a", "b"]),
        substitute=st.sampled_from(["", "Ada"]),
    ),
    max_size=9,
)


# --- one answer from many taps ------------------------------------------------------------------------------


def tap(mark: Mark, minutes: int, number: int, key: str = "", member: int = 1) -> GivenMark:
    return GivenMark(member, mark, NOON + timedelta(minutes=minutes), number, key)


def test_g4_the_later_mark_wins_and_the_earlier_stays() -> None:
    first, second = tap(ABSENT, 1, 8), tap(PRESENT, 2, 3)
    for marks in permutations([first, second, second, first]):
        assert merge(marks) == {1: (second, (first,))}


def test_g4_at_the_same_instant_the_later_row_wins() -> None:
    first, second = tap(ABSENT, 1, 3), tap(PRESENT, 1, 4)
    assert merge([second, first])[1].current is second


def test_g4_a_tap_that_is_sent_twice_is_one() -> None:
    """The second sending arrives later, has a row of its own, and overrides nothing said in between."""
    sent, between, again = tap(ABSENT, 1, 1, "a"), tap(PRESENT, 2, 2, "b"), tap(ABSENT, 3, 3, "a")
    for marks in permutations([sent, between, again]):
        assert merge(marks) == {1: (between, (sent,))}


def test_g4_two_members_may_bear_the_same_key() -> None:
    marks = [tap(ABSENT, 1, 1, "a", member=1), tap(PRESENT, 1, 2, "a", member=2)]
    assert {member: taken.current.mark for member, taken in merge(marks).items()} == {1: ABSENT, 2: PRESENT}


@given(MARKS, st.data())
def test_g4_any_order_and_any_repetition_say_the_same(marks: list[GivenMark], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(marks), max_size=9)) if marks else []
    shuffled = data.draw(st.permutations([*marks, *again]))
    merged = merge(marks)
    assert list(merge(shuffled).items()) == list(merged.items())
    kept = [mark for taken in merged.values() for mark in (*taken.earlier, taken.current)]
    assert {mark.member for mark in kept} == {mark.member for mark in marks}
    assert len({(mark.member, mark.key) for mark in kept}) == len(kept)  # nothing twice
    assert {(mark.member, mark.key) for mark in kept} == {(mark.member, mark.key) for mark in marks}
    for taken in merged.values():
        line = [*taken.earlier, taken.current]
        assert line == sorted(line, key=lambda mark: mark.order)


@given(MARKS, MARKS)
def test_g4_what_two_devices_know_together_is_the_union(one: list[GivenMark], two: list[GivenMark]) -> None:
    of_one = [mark for taken in merge(one).values() for mark in (*taken.earlier, taken.current)]
    assert merge([*of_one, *two]) == merge([*one, *two])


@pytest.mark.parametrize(
    ("waited", "wrong_by"),
    [(timedelta(0), timedelta(0)), (timedelta(hours=3), timedelta(days=-400)), (timedelta(1), timedelta(9))],
)
def test_g4_a_tap_is_as_old_as_the_device_kept_it(waited: timedelta, wrong_by: timedelta) -> None:
    device = NOON + wrong_by
    assert instant_of_tap(tapped_at=device - waited, sent_at=device, received_at=NOON) == NOON - waited


def test_g4_a_tap_is_never_later_than_its_arrival() -> None:
    ahead = NOON + timedelta(hours=1)
    assert instant_of_tap(tapped_at=ahead, sent_at=NOON, received_at=NOON) == NOON


def test_a_tap_is_believed_to_have_waited_for_a_while_at_most() -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert instant_of_tap(tapped_at=first, sent_at=last, received_at=NOON) == NOON - MAX_WAIT
    assert instant_of_tap(tapped_at=NOON - MAX_WAIT, sent_at=NOON, received_at=NOON) == NOON - MAX_WAIT


# --- who may mark what --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "options", "refusals"),
    [
        (PRESENT, {}, []),
        (ONLINE, {"state": HELD, "today": ON + DAY}, []),
        (EXCUSED, {"by_chair": True, "today": ON - DAY}, []),
        (APOLOGIES, {"today": ON - 9 * DAY}, []),
        (SUBSTITUTE, {"substitute": "Ada Byron"}, []),
        (SUBSTITUTE, {"substitute": " "}, [("substitute", "Enter the name of the substitute.")]),
        (EXCUSED, {}, [("mark", "Only the chair can excuse a member.")]),
        (
            PRESENT,
            {"today": ON - DAY, "is_member": False},
            [
                ("member", "This setting was not a member on that day."),
                ("mark", "The meeting is on 30 November 2026. Until then you can only record apologies."),
            ],
        ),
        (PRESENT, {"state": CANCELLED}, [("mark", "This meeting is cancelled, so no attendance is taken.")]),
    ],
)
def test_g4_who_may_be_marked_how(
    mark: Mark, options: dict[str, object], refusals: list[tuple[str, str]]
) -> None:
    usual = {"state": SENT, "meeting_on": ON, "today": ON, "is_member": True, "by_chair": False}
    got = may_mark(mark=mark, **usual | options)  # type: ignore[arg-type]
    assert [(refusal.field, str(refusal.reason)) for refusal in got] == refusals


def test_g4_the_page_asks_for_those_without_a_mark() -> None:
    members = {3: Span(ON), 1: Span(ON - DAY, ON + DAY), 2: Span(ON - DAY, ON), 4: Span(ON + DAY)}
    assert unmarked(members, [], on=ON) == [1, 3]
    assert unmarked(members, [3, 9], on=ON) == [1]


# --- the window ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "first"),
    [
        (date(2026, 5, 5), date(2025, 5, 6)),
        (date(2025, 2, 28), date(2024, 2, 29)),  # the leap day counts for the last time
        (date(2025, 3, 1), date(2024, 3, 2)),
        (date(2024, 2, 28), date(2023, 3, 1)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2024, 3, 1), date(2023, 3, 2)),
        (date(2026, 12, 31), date(2026, 1, 1)),
    ],
)
def test_c7_the_window_is_twelve_months_and_today(on: date, first: date) -> None:
    assert window(on) == Span(first, on + DAY)


@given(DAYS, st.integers(-800, 800), st.integers(1, 24))
def test_c7_a_meeting_counts_from_its_day_for_so_many_months(on: date, days: int, months: int) -> None:
    meeting_on = on + days * DAY
    counts = meeting_on <= on < months_after(meeting_on, months)
    assert window(on, months=months).holds_on(meeting_on) is counts


# --- what counts --------------------------------------------------------------------------------------------

ALWAYS = Span(date(2020, 1, 1))


def count(marks: list[Mark | None], *, state: MeetingState = HELD, membership: Span = ALWAYS) -> Counted:
    """The count of meetings on the days before ON, one a day, the last of them on ON."""
    meetings = [Meeting(number, ON - number * DAY, state) for number in range(len(marks))]
    given = {number: mark for number, mark in enumerate(marks) if mark is not None}
    return counted(meetings, given, membership=membership, within=window(ON))


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (PRESENT, (1, 1)),
        (ONLINE, (1, 1)),
        (SUBSTITUTE, (1, 1)),
        (APOLOGIES, (1, 0)),
        (ABSENT, (1, 0)),
        (EXCUSED, (0, 0)),
        (None, (0, 0)),
    ],
)
def test_c7_each_mark(mark: Mark | None, expected: tuple[int, int]) -> None:
    assert count([mark]) == expected
    for state in MeetingState:
        if state is not HELD:
            assert count([mark], state=state) == (0, 0)


@pytest.mark.parametrize(
    ("membership", "held"),
    [
        (Span(ON), 1),  # the day it joined counts
        (Span(ON - DAY), 2),
        (Span(ON + DAY), 0),
        (Span(ON - 5 * DAY, ON), 2),  # the first day on which it is no longer a member does not
        (Span(ON - DAY, ON), 1),
        (Span(ON - DAY, ON - DAY), 0),
        (Span(ON - 5 * DAY, ON - DAY), 1),
    ],
)
def test_c7_only_meetings_of_its_membership(membership: Span, held: int) -> None:
    assert count([ABSENT, PRESENT, ABSENT], membership=membership).held == held


def test_c7_the_window_includes_today_and_not_the_same_day_a_year_ago() -> None:
    days = [date(2026, 11, 30), date(2025, 12, 1), date(2025, 11, 30), date(2026, 12, 1)]
    meetings = [Meeting(number, day, HELD) for number, day in enumerate(days)]
    marks = dict.fromkeys(range(4), PRESENT)
    assert counted(meetings, marks, membership=ALWAYS, within=window(ON)) == (2, 2)


#: The fewest of one to twelve meetings that are enough at 80 per cent.
ENOUGH = {1: 1, 2: 2, 3: 3, 4: 4, 5: 4, 6: 5, 7: 6, 8: 7, 9: 8, 10: 8, 11: 9, 12: 10}


@pytest.mark.parametrize(
    ("held", "attended"), [(held, attended) for held in range(1, 13) for attended in range(held + 1)]
)
def test_c7_the_whole_table_of_one_to_twelve_meetings(held: int, attended: int) -> None:
    marks: list[Mark | None] = [*([PRESENT] * attended), *([APOLOGIES] * (held - attended))]
    numbers = count([*marks, EXCUSED, None])
    assert numbers == (held, attended)
    assert passes(held=numbers.held, attended=numbers.attended, threshold=80) is (attended >= ENOUGH[held])


@given(st.lists(st.tuples(DAYS, st.sampled_from(MeetingState), st.none() | st.sampled_from(Mark))), DAYS)
def test_c7_counted_one_by_one(rows: list[tuple[date, MeetingState, Mark | None]], on: date) -> None:
    membership = Span(date(2022, 1, 1), date(2029, 1, 1))
    meetings = [Meeting(number, day, state) for number, (day, state, _mark) in enumerate(rows)]
    marks = {number: mark for number, (_day, _state, mark) in enumerate(rows) if mark is not None}
    numbers = counted(meetings, marks, membership=membership, within=window(on))
    counting = [
        mark
        for day, state, mark in rows
        if state is HELD
        and mark is not None
        and mark not in NOT_COUNTED
        and membership.holds_on(day)
        and window(on).holds_on(day)
    ]
    assert numbers == (len(counting), len([mark for mark in counting if mark in ATTENDED]))
    assert 0 <= numbers.attended <= numbers.held


GUS, EVE = InvitedGuest(1, "Gus Gale", "gus@example.org"), InvitedGuest(2, "Eve Ash", "eve@example.org")


@pytest.mark.parametrize(
    ("guests", "noted", "expected"),
    [
        ([], [], []),
        ([GUS, EVE], [], [(2, "Eve Ash", False), (1, "Gus Gale", False)]),
        (
            [GUS._replace(word="yes"), EVE._replace(word="no")],
            [],
            [(2, "Eve Ash", False), (1, "Gus Gale", True)],
        ),
        ([GUS, EVE], ["gus  gale"], [(2, "Eve Ash", False)]),
        ([GUS, EVE], ["Gus Gale", "Eve Ash", "Ola"], []),
        # to two items: once, and coming if either answer says so
        ([GUS, GUS._replace(number=7, word="yes")], [], [(1, "Gus Gale", True)]),
        ([GUS._replace(word="yes"), GUS._replace(number=7, word="no")], [], [(1, "Gus Gale", True)]),
        # two people of one name
        (
            [GUS, GUS._replace(number=7, email="g@b.example")],
            [],
            [(1, "Gus Gale", False), (7, "Gus Gale", False)],
        ),
    ],
)
def test_g3_the_list_of_others_stands_ready_for_invited_guests(
    guests: list[InvitedGuest], noted: list[str], expected: list[tuple[int, str, bool]]
) -> None:
    assert [tuple(guest) for guest in expected_guests(guests, noted=noted)] == expected
