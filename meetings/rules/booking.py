"""Places at a Leaders' Day or another event (L4): fair shares by sector, the waiting list, offers,
cancelling.

Until a day each sector has its share of the places; from that day on what a sector does not use is for
everybody. Who waits is offered a place in the order of asking, and answers in time, or the next one is
offered it. Nobody here is asked twice for one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.moves import Move, diagram_of, table_of
from core.reasons import Reason
from meetings.rules.clock import localdate
from meetings.rules.moves import Actor, Need

#: So long somebody has to answer an offer; never more than half of the time that is left until it begins.
ANSWER_TIME = timedelta(days=2)


class BookingState(TextChoices):
    """Where a booking stands."""

    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("Place offered")
    ACCEPTED = "accepted", _("Booked")
    DECLINED = "declined", _("Offer declined")
    LAPSED = "lapsed", _("Offer not answered in time")
    CANCELLED = "cancelled", _("Cancelled")


_S, _BY, _CLOCK = BookingState, Actor.BOOKER, Actor.CLOCK

#: The one table. Who booked at once begins as accepted, everybody else as waiting.
BOOKING_MOVES: tuple[Move[BookingState, Need], ...] = (
    Move(_S.WAITING, _S.OFFERED, _CLOCK, gettext_noop("Offer the place that is free")),
    Move(_S.WAITING, _S.CANCELLED, _BY, gettext_noop("Leave the waiting list")),
    Move(_S.OFFERED, _S.ACCEPTED, _BY, gettext_noop("Accept the place")),
    Move(_S.OFFERED, _S.DECLINED, _BY, gettext_noop("Decline the place")),
    Move(_S.OFFERED, _S.LAPSED, _CLOCK, gettext_noop("Withdraw the offer")),
    Move(_S.ACCEPTED, _S.CANCELLED, _BY, gettext_noop("Cancel the booking")),
)
#: Those that hold a place: an offer keeps it until it is answered.
HOLDING = frozenset({_S.OFFERED, _S.ACCEPTED})
#: Those that are not over.
LIVE = HOLDING | {_S.WAITING}


@dataclass(frozen=True, slots=True)
class Event:
    """What is booked: how many places, when it begins, what share each sector has, and the day from which
    what is not used is for everybody (None: from the beginning). A sector without a share has none until
    then. ``books_until`` is the last day on which anybody can book, or wait.
    """

    places: int
    starts_at: datetime
    shares: Mapping[str, int] = field(default_factory=dict)
    released_on: date | None = None
    books_until: date | None = None

    def is_released(self, at: datetime) -> bool:
        return not self.shares or self.released_on is None or self.released_on <= localdate(at)


class Booking(NamedTuple):
    """Who booked, for a sector, and when. ``answer_by`` is the end of an offer."""

    number: int
    person: int
    sector: str
    asked_at: datetime
    state: BookingState = BookingState.WAITING
    answer_by: datetime | None = None

    def is_unanswered(self, at: datetime) -> bool:
        """Whether it is an offer whose time has passed."""
        is_offer = self.state is BookingState.OFFERED and self.answer_by is not None
        return is_offer and self.answer_by <= at  # type: ignore[operator]


class Step(NamedTuple):
    """What the clock does to a booking: withdraw its offer, or offer it a place until ``answer_by``."""

    number: int
    to: BookingState
    answer_by: datetime | None = None


# --- shares -------------------------------------------------------------------------------------------------


def fair_shares(places: int, sizes: Mapping[str, int]) -> dict[str, int]:
    """The places divided by the sectors' sizes, by the largest remainder; level remainders go by the name.

    The shares are the places, exactly; a sector of no size has none. Where no sector has a size there are
    none to divide them by, and everybody has them all.
    """
    total = sum(sizes.values())
    if total <= 0:
        return {}
    shares = {sector: places * sizes[sector] // total for sector in sorted(sizes)}
    by_remainder = sorted(shares, key=lambda sector: (-(places * sizes[sector] % total), sector))
    for sector in by_remainder[: places - sum(shares.values())]:
        shares[sector] += 1
    return shares


# --- who has a place ----------------------------------------------------------------------------------------


def free_places(event: Event, bookings: Iterable[Booking], *, sector: str, at: datetime) -> int:
    """How many places somebody of a sector could have at an instant; an open offer keeps its place."""
    holding = [booking for booking in bookings if booking.state in HOLDING]
    free = max(0, event.places - len(holding))
    if event.is_released(at):
        return free
    own = sum(booking.sector == sector for booking in holding)
    return max(0, min(free, event.shares.get(sector, 0) - own))


def waiting_list(bookings: Iterable[Booking]) -> list[Booking]:
    """Who waits, in the order of asking."""
    waiting = [booking for booking in bookings if booking.state is BookingState.WAITING]
    return sorted(waiting, key=lambda booking: (booking.asked_at, booking.number))


def state_of_new(event: Event, bookings: Iterable[Booking], *, sector: str, at: datetime) -> BookingState:
    """How a new booking begins: accepted where a place is free and nobody who could have it waits, else
    waiting. Nobody is passed by whoever asks later.
    """
    others = list(bookings)
    is_passing = any(event.is_released(at) or each.sector == sector for each in waiting_list(others))
    is_free = free_places(event, others, sector=sector, at=at) > 0
    return BookingState.ACCEPTED if is_free and not is_passing else BookingState.WAITING


def steps(event: Event, bookings: Iterable[Booking], *, at: datetime) -> list[Step]:
    """What the clock does: offers that were not answered in time are withdrawn, and free places are offered
    in the order of asking, as many as there are. Run twice at one instant, the second time is nothing.

    From its beginning on nothing is offered any more.
    """
    now = {booking.number: booking for booking in bookings}
    made = []
    for booking in sorted(now.values(), key=lambda booking: booking.number):
        if booking.is_unanswered(at):
            now[booking.number] = booking._replace(state=BookingState.LAPSED)
            made.append(Step(booking.number, BookingState.LAPSED))
    if at >= event.starts_at:
        return made
    until = answer_by(event, at=at)
    for booking in waiting_list(now.values()):
        if free_places(event, now.values(), sector=booking.sector, at=at):
            now[booking.number] = booking._replace(state=BookingState.OFFERED)
            made.append(Step(booking.number, BookingState.OFFERED, until))
    return made


def answer_by(event: Event, *, at: datetime) -> datetime:
    """Until when an offer of an instant can be accepted: two days, or half of the time that is left."""
    return at + min(ANSWER_TIME, (event.starts_at - at) / 2)


# --- what is refused ----------------------------------------------------------------------------------------


def may_book(event: Event, bookings: Iterable[Booking], *, person: int, at: datetime) -> list[Refusal]:
    """Why a person cannot book. Empty when the person can, if only to wait."""
    if at >= event.starts_at:
        return [_refused(gettext_noop("This event has begun, so it cannot be booked any more."))]
    if any(booking.person == person and booking.state in LIVE for booking in bookings):
        return [_refused(gettext_noop("You have booked already. Your booking is on this page."))]
    if event.books_until is not None and localdate(at) > event.books_until:
        return [_refused(gettext_noop("Booking has closed."))]
    return []


def may_answer(event: Event, booking: Booking, *, at: datetime) -> list[Refusal]:
    """Why an offer can be neither accepted nor declined. Empty when it can, until before ``answer_by``."""
    if booking.state is BookingState.LAPSED or booking.is_unanswered(at):
        sentence = gettext_noop("The time to answer has passed. Book again to join the waiting list.")
        return [_refused(sentence)]
    if booking.state is not BookingState.OFFERED:
        return [_refused(gettext_noop("There is no offer to answer."))]
    if at >= event.starts_at:
        return [_refused(gettext_noop("This event has begun."))]
    return []


def may_cancel(event: Event, booking: Booking, *, at: datetime) -> list[Refusal]:
    """Why somebody cannot cancel. Empty when it can be done: until the event begins."""
    if booking.state is BookingState.OFFERED:
        return [_refused(gettext_noop("You have an offer. Accept it or decline it."))]
    if booking.state not in LIVE:
        return [_refused(gettext_noop("This booking has ended already."))]
    if at >= event.starts_at:
        return [_refused(gettext_noop("This event has begun, so the booking cannot be cancelled."))]
    return []


def refusals_of_event(*, places: int | None, taken: int) -> list[Refusal]:
    """What is wrong with the number of places. It can fall to what is taken, and no lower."""
    if places is None or places < 1:
        return [Refusal("places", Reason("L4", gettext_noop("Enter how many places there are.")))]
    if places < taken:
        sentence = gettext_noop("%(taken)d places are booked or offered, so there must be at least as many.")
        return [Refusal("places", Reason("L4", sentence, {"taken": taken}))]
    return []


def booking_table() -> str:
    """The table for the rule's page."""
    return table_of(BOOKING_MOVES)


def booking_diagram() -> str:
    """The diagram for the rule's page."""
    return diagram_of(BOOKING_MOVES, BookingState, BookingState.WAITING)


def _refused(sentence: str) -> Refusal:
    return Refusal("booking", Reason("L4", sentence))
