"""G1 and G3: the agenda: its order under several people, the time of each item, what comes by itself, until
when a member proposes, and the one item that a guest sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.clock import later_on_the_clock, minutes_between
from meetings.rules.states import MeetingState

MIN_MINUTES, MAX_MINUTES = 1, 480


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda. ``position`` orders it, items of one position by their number.

    ``standing``: the number of the standing item that it is of, ``carried``: that of the item of an earlier
    meeting that it goes on with. ``is_dealt_with``: whether the meeting came to an end with it.
    """

    number: int
    title: str
    minutes: int
    position: int = 0
    standing: int | None = None
    carried: int | None = None
    is_dealt_with: bool = False


class Slot(NamedTuple):
    """When an item begins and ends, as the clock in London shows it."""

    item: Item
    starts_at: datetime
    ends_at: datetime


class Guest(NamedTuple):
    """An invitation to one item, by a link that can be used from ``sent_at`` until before ``expires_at``."""

    item: int
    sent_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None


# --- order and time -----------------------------------------------------------------------------------------


def in_order(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.position, item.number))


def timetable(items: Iterable[Item], starts_at: datetime) -> list[Slot]:
    """The items one after another from the start of the meeting (without a zone, as the clock shows it)."""
    slots, passed = [], 0
    for item in in_order(items):
        begins = later_on_the_clock(starts_at, passed)
        passed += item.minutes
        slots.append(Slot(item, begins, later_on_the_clock(starts_at, passed)))
    return slots


def overrun(items: Iterable[Item], starts_at: datetime, ends_at: datetime) -> int:
    """By how many minutes the items go on beyond the end of the meeting; 0 when they fit."""
    return max(0, sum(item.minutes for item in items) - minutes_between(starts_at, ends_at))


def overrun_words(minutes: int) -> Reason | None:
    """What the organiser is told above the agenda; None when the items fit."""
    if minutes <= 0:
        return None
    if minutes == 1:
        return Reason("G1", gettext_noop("The agenda is 1 minute longer than the meeting."))
    sentence = gettext_noop("The agenda is %(minutes)d minutes longer than the meeting.")
    return Reason("G1", sentence, {"minutes": minutes})


def placed_before(order: Sequence[int], item: int, other: int) -> list[int]:
    """The numbers in their order, with one item directly before another.

    This is what "up" means for somebody who saw ``other`` just above ``item``, and "down" for somebody who
    saw ``item`` just below ``other``. Where it is so already, or either has gone meanwhile, nothing changes:
    pressed twice, or by two people at once, it is one move.
    """
    places = {number: place for place, number in enumerate(order)}
    if item == other or item not in places or other not in places or places[item] < places[other]:
        return list(order)
    rest = [number for number in order if number != item]
    place = rest.index(other)
    return [*rest[:place], item, *rest[place:]]


def moved_up(order: Sequence[int], item: int) -> tuple[int, int] | None:
    """What the button "up" of an item says: the item and the one above it; None for the first."""
    place = order.index(item)
    return (item, order[place - 1]) if place else None


def moved_down(order: Sequence[int], item: int) -> tuple[int, int] | None:
    """What the button "down" of an item says: the one below it goes before it; None for the last."""
    place = order.index(item)
    return (order[place + 1], item) if place + 1 < len(order) else None


def placed(items: Iterable[Item], order: Sequence[int]) -> list[Item]:
    """The items with their new positions, 1 to n; those that the order does not name come last, as before."""
    places = {number: place for place, number in enumerate(order)}
    sorted_items = sorted(in_order(items), key=lambda item: places.get(item.number, len(places)))
    return [replace(item, position=place) for place, item in enumerate(sorted_items, 1)]


# --- what comes by itself -----------------------------------------------------------------------------------


class Standing(NamedTuple):
    """An item that stands on every agenda of the group."""

    number: int
    title: str
    minutes: int


class NewItem(NamedTuple):
    """An item that comes by itself: a standing one, or one carried over."""

    title: str
    minutes: int
    standing: int | None = None
    carried: int | None = None


def coming_by_themselves(
    standing: Iterable[Standing], last: Iterable[Item], existing: Iterable[Item] = ()
) -> list[NewItem]:
    """What to put on an agenda that is opened: the standing items in their order, then what the last meeting
    did not finish. What stands there already is not put there again, so opening it twice changes nothing.
    """
    present = list(existing)
    standing_there = {item.standing for item in present}
    carried_there = {item.carried for item in present}
    return [
        *(
            NewItem(item.title, item.minutes, standing=item.number)
            for item in standing
            if item.number not in standing_there
        ),
        *(
            NewItem(item.title, item.minutes, carried=item.number)
            for item in in_order(last)
            if not item.is_dealt_with and item.standing is None and item.number not in carried_there
        ),
    ]


# --- proposing ----------------------------------------------------------------------------------------------


def last_day_to_propose(
    meeting_on: date, *, papers_due_on: date | None, agreed_days_ahead: int | None = None
) -> date:
    """The last day on which a member proposes an item: as many days ahead as the group chose, else the day
    before the papers are due, and never later than the day before the meeting.
    """
    day_before = meeting_on - timedelta(days=1)
    if agreed_days_ahead is not None:
        return min(day_before, meeting_on - timedelta(days=agreed_days_ahead))
    if papers_due_on is None:
        return day_before
    return min(day_before, papers_due_on - timedelta(days=1))


def may_propose(
    *, state: MeetingState, last_on: date, today: date, is_member: bool, title: str, minutes: int | None
) -> list[Refusal]:
    """G1: every reason why somebody cannot propose an item, at once. Anybody of a member setting can."""
    if not is_member:
        return [_refused("title", gettext_noop("Only members of the collaboration can propose an item."))]
    if state is MeetingState.PLANNED:
        return [_refused("title", gettext_noop("The agenda is not open yet."))]
    if state is not MeetingState.AGENDA_OPEN:
        sentence = gettext_noop("The agenda is closed. Ask the chair, or propose it for the next meeting.")
        return [_refused("title", sentence)]
    if today > last_on:
        sentence = gettext_noop(
            "You could propose items until %(day)s. Ask the chair, or wait for the next meeting."
        )
        return [Refusal("title", Reason("G1", sentence, {"day": last_on}))]
    return refusals_of_item(title=title, minutes=minutes)


def refusals_of_item(*, title: str, minutes: int | None) -> list[Refusal]:
    """What is wrong with an item as it was written; the minutes may be left for the organiser to say."""
    refusals = []
    if not has_something_to_see(title):
        refusals.append(_refused("title", gettext_noop("Enter what the item is about.")))
    if minutes is not None and not MIN_MINUTES <= minutes <= MAX_MINUTES:
        sentence = gettext_noop("Minutes must be between 1 and 480.")
        refusals.append(_refused("minutes", sentence))
    return refusals


# --- guests -------------------------------------------------------------------------------------------------


def guest_may_see(guest: Guest, *, at: datetime) -> bool:
    """G3: whether the link of an invitation opens anything at an instant."""
    is_revoked = guest.revoked_at is not None and guest.revoked_at <= at
    return guest.sent_at <= at < guest.expires_at and not is_revoked


def seen_by_guest(slots: Iterable[Slot], guest: Guest, *, at: datetime) -> Slot | None:
    """G3: the one item of the invitation, with its time; None when the link opens nothing any more, or the
    item is no longer on the agenda. There is no way here to the rest.
    """
    if not guest_may_see(guest, at=at):
        return None
    return next((slot for slot in slots if slot.item.number == guest.item), None)


def _refused(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason("G1", sentence))
