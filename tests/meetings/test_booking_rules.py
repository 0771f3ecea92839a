"""L4: places, fair shares, the waiting list and its offers. No database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from collaborations.rules import Refusal
from core.moves import move_of
from meetings.rules.booking import (
    BOOKING_MOVES,
    HOLDING,
    LIVE,
    Booking,
    BookingState,
    Event,
    Step,
    answer_by,
    booking_diagram,
    booking_table,
    fair_shares,
    free_places,
    may_answer,
    may_book,
    may_cancel,
    refusals_of_event,
    state_of_new,
    steps,
    waiting_list,
)

WAITING, OFFERED, ACCEPTED, DECLINED, LAPSED, CANCELLED = BookingState
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STARTS = datetime(2027, 3, 10, 9, tzinfo=UTC)
NOW = STARTS - 30 * DAY
RELEASED_ON = date(2027, 3, 1)
RELEASED = datetime(2027, 3, 1, tzinfo=UTC)
SHARED = Event(4, STARTS, {"childminder": 1, "nursery": 3}, RELEASED_ON)
OPEN = Event(2, STARTS)


def booking(
    number: int,
    state: BookingState = WAITING,
    sector: str = "nursery",
    *,
    asked: timedelta = timedelta(0),
    until: datetime | None = None,
) -> Booking:
    return Booking(number, 100 + number, sector, NOW - 9 * DAY + asked, state, until)


def words(refusals: list[Refusal]) -> list[str]:
    return [str(refusal.reason) for refusal in refusals]


def test_l4_the_page_shows_the_table_and_the_diagram_of_bookings() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/L4.md").read_text()
    assert booking_table() in page
    assert booking_diagram() in page
    assert len({(row.start, row.to) for row in BOOKING_MOVES}) == len(BOOKING_MOVES)
    assert {row.start for row in BOOKING_MOVES} == LIVE == HOLDING | {WAITING}


# --- shares -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("places", "sizes", "shares"),
    [
        (10, {"childminder": 1, "nursery": 1}, {"childminder": 5, "nursery": 5}),
        (10, {"a": 1, "b": 1, "c": 1}, {"a": 4, "b": 3, "c": 3}),  # level remainders by the name
        (10, {"c": 1, "b": 1, "a": 1}, {"a": 4, "b": 3, "c": 3}),
        (
            40,
            {"childminder": 210, "nursery": 95, "school": 33},
            {"childminder": 25, "nursery": 11, "school": 4},
        ),
        (1, {"a": 1, "b": 2}, {"a": 0, "b": 1}),
        (5, {"a": 3, "b": 0}, {"a": 5, "b": 0}),
        (0, {"a": 3}, {"a": 0}),
        (5, {"a": 0}, {}),
        (5, {}, {}),
    ],
)
def test_l4_fair_shares(places: int, sizes: dict[str, int], shares: dict[str, int]) -> None:
    assert fair_shares(places, sizes) == shares


@given(st.integers(0, 500), st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 300)))
def test_l4_shares_are_the_places_exactly_and_fair_to_one(places: int, sizes: dict[str, int]) -> None:
    shares = fair_shares(places, sizes)
    total = sum(sizes.values())
    assert sum(shares.values()) == (places if total else 0)
    for sector, share in shares.items():
        exact = places * sizes[sector]
        assert exact // total <= share <= -(-exact // total)
    assert fair_shares(places, dict(reversed(sizes.items()))) == shares


# --- who has a place ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "held", "at", "free"),
    [
        (SHARED, {}, NOW, {"childminder": 1, "nursery": 3, "other": 0}),
        (SHARED, {"nursery": 2}, NOW, {"childminder": 1, "nursery": 1, "other": 0}),
        (SHARED, {"nursery": 3}, NOW, {"childminder": 1, "nursery": 0}),
        (SHARED, {"nursery": 3}, RELEASED - timedelta(seconds=1), {"nursery": 0}),
        (SHARED, {"nursery": 3}, RELEASED, {"nursery": 1, "childminder": 1, "other": 1}),
        (SHARED, {"nursery": 4, "childminder": 1}, RELEASED, {"nursery": 0}),
        (OPEN, {"nursery": 1}, NOW, {"nursery": 1, "childminder": 1}),
        (Event(2, STARTS, {"nursery": 1}), {}, NOW, {"childminder": 2}),  # no day: from the beginning
        (Event(1, STARTS, {"nursery": 3}, RELEASED_ON), {}, NOW, {"nursery": 1}),  # fewer places than before
    ],
)
def test_l4_how_many_places_are_free_for_a_sector(
    event: Event, held: Mapping[str, int], at: datetime, free: dict[str, int]
) -> None:
    sectors = [sector for sector, number in held.items() for _place in range(number)]
    states = [OFFERED, ACCEPTED]  # an offer keeps its place
    bookings = [booking(place, states[place % 2], sector) for place, sector in enumerate(sectors)]
    bookings += [booking(90, WAITING), booking(91, DECLINED), booking(92, LAPSED), booking(93, CANCELLED)]
    assert {sector: free_places(event, bookings, sector=sector, at=at) for sector in free} == free


def test_l4_the_day_of_the_release_begins_at_midnight_in_london() -> None:
    summer = Event(1, datetime(2027, 7, 1, 9, tzinfo=UTC), {"nursery": 1}, date(2027, 6, 1))
    assert not summer.is_released(datetime(2027, 5, 31, 22, 59, tzinfo=UTC))
    assert summer.is_released(datetime(2027, 5, 31, 23, tzinfo=UTC))


@pytest.mark.parametrize(("day", "closed"), [(-1, True), (0, False), (1, False)])
def test_l4_until_the_last_day_one_can_book_and_until_then_alone(day: int, closed: bool) -> None:
    event = Event(2, STARTS, books_until=(NOW + day * DAY).date())
    refused = words(may_book(event, [], person=1, at=NOW))
    assert refused == (["Booking has closed."] if closed else [])


@pytest.mark.parametrize(
    ("event", "bookings", "sector", "state"),
    [
        (OPEN, [], "nursery", ACCEPTED),
        (OPEN, [booking(1, ACCEPTED), booking(2, OFFERED)], "nursery", WAITING),
        (OPEN, [booking(1, ACCEPTED), booking(2, WAITING)], "nursery", WAITING),  # somebody is before
        (SHARED, [booking(1, WAITING)], "childminder", ACCEPTED),  # who waits could not have it
        (SHARED, [booking(1, WAITING)], "nursery", WAITING),
        (SHARED, [], "other", WAITING),
    ],
)
def test_l4_how_a_booking_begins(
    event: Event, bookings: list[Booking], sector: str, state: BookingState
) -> None:
    assert state_of_new(event, bookings, sector=sector, at=NOW) is state


def test_l4_a_place_is_offered_in_the_order_of_asking() -> None:
    bookings = [
        booking(1, ACCEPTED),
        booking(2, asked=2 * HOUR),
        booking(3, asked=HOUR),
        booking(4, asked=HOUR),
    ]
    assert [each.number for each in waiting_list(bookings)] == [3, 4, 2]
    assert steps(OPEN, bookings, at=NOW) == [Step(3, OFFERED, NOW + 2 * DAY)]


def test_l4_an_offer_that_is_not_answered_goes_to_the_next() -> None:
    bookings = [
        booking(1, OFFERED, until=NOW),
        booking(2, OFFERED, until=NOW + HOUR),
        booking(3),
        booking(4, asked=HOUR),
    ]
    assert steps(OPEN, bookings, at=NOW) == [Step(1, LAPSED), Step(3, OFFERED, NOW + 2 * DAY)]
    assert steps(OPEN, bookings, at=NOW - HOUR) == []


def test_l4_a_sector_without_a_place_lets_another_pass() -> None:
    bookings = [
        *(booking(place, ACCEPTED) for place in range(3)),
        booking(8),
        booking(9, sector="childminder"),
    ]
    assert steps(SHARED, bookings, at=NOW) == [Step(9, OFFERED, NOW + 2 * DAY)]
    assert steps(SHARED, bookings, at=RELEASED) == [Step(8, OFFERED, RELEASED + 2 * DAY)]


def test_l4_nothing_is_offered_once_it_has_begun() -> None:
    bookings = [booking(1, OFFERED, until=STARTS), booking(2)]
    assert steps(OPEN, bookings, at=STARTS) == [Step(1, LAPSED)]


@pytest.mark.parametrize(
    ("left", "time"), [(30 * DAY, 2 * DAY), (4 * DAY, 2 * DAY), (2 * DAY, DAY), (HOUR, HOUR / 2)]
)
def test_l4_how_long_an_offer_lasts(left: timedelta, time: timedelta) -> None:
    at = STARTS - left
    assert answer_by(OPEN, at=at) == at + time


# --- what is refused ----------------------------------------------------------------------------------------


def test_l4_nobody_books_twice() -> None:
    twice = ["You have booked already. Your booking is on this page."]
    for state in BookingState:
        expected = twice if state in LIVE else []
        assert words(may_book(OPEN, [booking(1, state)], person=101, at=NOW)) == expected
        assert may_book(OPEN, [booking(1, state)], person=7, at=NOW) == []
    assert words(may_book(OPEN, [], person=7, at=STARTS)) == [
        "This event has begun, so it cannot be booked any more."
    ]


@pytest.mark.parametrize(
    ("state", "until", "at", "refusals"),
    [
        (OFFERED, NOW + HOUR, NOW, []),
        (OFFERED, NOW, NOW, ["The time to answer has passed. Book again to join the waiting list."]),
        (LAPSED, NOW, NOW, ["The time to answer has passed. Book again to join the waiting list."]),
        (WAITING, None, NOW, ["There is no offer to answer."]),
        (ACCEPTED, None, NOW, ["There is no offer to answer."]),
        (OFFERED, None, STARTS, ["This event has begun."]),
    ],
)
def test_l4_who_can_answer(
    state: BookingState, until: datetime | None, at: datetime, refusals: list[str]
) -> None:
    assert words(may_answer(OPEN, booking(1, state, until=until), at=at)) == refusals


@pytest.mark.parametrize(
    ("state", "at", "refusals"),
    [
        (ACCEPTED, STARTS - HOUR, []),
        (WAITING, NOW, []),
        (OFFERED, NOW, ["You have an offer. Accept it or decline it."]),
        (CANCELLED, NOW, ["This booking has ended already."]),
        (LAPSED, NOW, ["This booking has ended already."]),
        (ACCEPTED, STARTS, ["This event has begun, so the booking cannot be cancelled."]),
    ],
)
def test_l4_who_can_cancel(state: BookingState, at: datetime, refusals: list[str]) -> None:
    assert words(may_cancel(OPEN, booking(1, state), at=at)) == refusals


@pytest.mark.parametrize(
    ("places", "taken", "refusals"),
    [
        (10, 10, []),
        (None, 0, ["Enter how many places there are."]),
        (0, 0, ["Enter how many places there are."]),
        (9, 10, ["10 places are booked or offered, so there must be at least as many."]),
    ],
)
def test_l4_places_fall_to_what_is_taken(places: int | None, taken: int, refusals: list[str]) -> None:
    assert words(refusals_of_event(places=places, taken=taken)) == refusals


# --- whatever people and the clock do -----------------------------------------------------------------------

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["book", "accept", "decline", "cancel", "clock"]),
        st.integers(0, 9),
        st.sampled_from(["childminder", "nursery", "school"]),
        st.sampled_from([timedelta(0), HOUR, DAY, 3 * DAY]),
    ),
    max_size=40,
)
EVENTS = st.builds(
    lambda places, sizes, released_on: Event(places, STARTS, fair_shares(places, sizes), released_on),
    st.integers(1, 4),
    st.dictionaries(st.sampled_from(["childminder", "nursery"]), st.integers(1, 9)),
    st.none() | st.just(RELEASED_ON),
)


class Desk:
    """Keeps the bookings of one event as the services will, and looks after every deed."""

    def __init__(self, event: Event) -> None:
        self.event, self.now, self.bookings = event, NOW, dict[int, Booking]()

    def move(self, number: int, to: BookingState, until: datetime | None = None) -> None:
        before = self.bookings[number]
        assert move_of(BOOKING_MOVES, before.state, to) is not None
        if to in {OFFERED, ACCEPTED} and before.state is WAITING:
            self.nobody_is_passed(before)
        self.bookings[number] = before._replace(state=to, answer_by=until)

    def nobody_is_passed(self, booking: Booking) -> None:
        """Within a sector, and over all once places are released, who asked earlier waits no longer."""
        for other in waiting_list(self.bookings.values()):
            if other.sector == booking.sector or self.event.is_released(self.now):
                assert (other.asked_at, other.number) >= (booking.asked_at, booking.number)

    def book(self, person: int, sector: str) -> None:
        live = list(self.bookings.values())
        if not may_book(self.event, live, person=person, at=self.now):
            state = state_of_new(self.event, live, sector=sector, at=self.now)
            made = Booking(len(live) + 1, person, sector, self.now, state)
            if state is ACCEPTED:
                self.nobody_is_passed(made)
            self.bookings[made.number] = made

    def own(self, person: int) -> list[Booking]:
        return [each for each in self.bookings.values() if each.person == person and each.state in LIVE]

    def do(self, deed: str, person: int, sector: str) -> None:
        if deed == "book":
            self.book(person, sector)
        for own in self.own(person):
            if deed == "accept" and not may_answer(self.event, own, at=self.now):
                self.move(own.number, ACCEPTED)
            elif deed == "decline" and not may_answer(self.event, own, at=self.now):
                self.move(own.number, DECLINED)
            elif deed == "cancel" and not may_cancel(self.event, own, at=self.now):
                self.move(own.number, CANCELLED)
        if deed == "clock":
            for step in steps(self.event, self.bookings.values(), at=self.now):
                self.move(step.number, step.to, step.answer_by)
            assert steps(self.event, self.bookings.values(), at=self.now) == []

    def check(self) -> None:
        holding = [each for each in self.bookings.values() if each.state in HOLDING]
        assert len(holding) <= self.event.places
        people = [each.person for each in self.bookings.values() if each.state in LIVE]
        assert len(people) == len(set(people))
        if not self.event.is_released(self.now):
            for sector in {each.sector for each in holding}:
                own = sum(each.sector == sector for each in holding)
                assert own <= self.event.shares.get(sector, 0)


@given(EVENTS, DEEDS)
def test_l4_never_more_than_there_are_places_and_nobody_jumps_the_list(
    event: Event, deeds: list[tuple[str, int, str, timedelta]]
) -> None:
    desk = Desk(event)
    for deed, person, sector, passed in deeds:
        desk.now += passed
        desk.do(deed, person, sector)
        desk.check()


@given(EVENTS, DEEDS)
def test_l4_no_place_is_free_for_whoever_waits_once_the_clock_has_passed(
    event: Event, deeds: list[tuple[str, int, str, timedelta]]
) -> None:
    desk = Desk(event)
    for deed, person, sector, passed in deeds:
        desk.now += passed
        desk.do(deed, person, sector)
    desk.do("clock", 0, "")
    if desk.now < event.starts_at:
        for waiting in waiting_list(desk.bookings.values()):
            assert not free_places(event, desk.bookings.values(), sector=waiting.sector, at=desk.now)
