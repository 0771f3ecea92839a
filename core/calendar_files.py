"""Calendar files and feeds (iCalendar, RFC 5545 and 5546) of what has a day or a time (G7).

Times are written as the clock in London shows them, with its rules in the file: a program whose own rules are
old still shows the right hour.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

import icalendar

from core.addresses import host_name
from core.text import one_line, with_line_ends

#: Octets of a line of the file before it is folded.
MAX_OCTETS: Final = 75
CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
LONDON: Final = ZoneInfo("Europe/London")
_PRODUCT: Final = "-//Early years collaborations//EN"
#: How often a calendar program is to ask for a feed again.
_ASK_AGAIN_AFTER: Final = timedelta(hours=4)


class Method(StrEnum):
    """What a file is to do in a calendar (RFC 5546)."""

    PUBLISH = "PUBLISH"
    INVITE = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Party:
    """Who invites, or who is invited."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Event:
    """What stands in a calendar. ``uid`` stays the same when it is changed or cancelled, ``edition`` grows.

    Without ``starts_at`` it lasts the whole day; without an ``ends_at`` that is later, it lasts an hour.
    """

    uid: str
    title: str
    day: date
    made_at: datetime
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    words: str = ""
    url: str = ""
    edition: int = 0
    is_cancelled: bool = False

    @property
    def method(self) -> Method:
        """Of a file that nobody in particular is invited by."""
        return Method.CANCEL if self.is_cancelled else Method.PUBLISH


def identity(kind: str, authority: Any, pk: int) -> str:
    """The identity of an event: the same in every email, file and feed, whatever changes."""
    return f"{kind}-{authority.pk}-{pk}@{host_name()}"


def calendar_file(event: Event) -> bytes:
    """The file of one event, for whoever opens it: to be added, or taken out where it is cancelled."""
    return _written([event], method=event.method)


def invitation_method(event: Event) -> Method:
    return Method.CANCEL if event.is_cancelled else Method.INVITE


def invitation_file(event: Event, *, organizer: Party, attendee: Party) -> bytes:
    """The file by which mail programs put the event into the calendar of one person, change it or take it
    out.

    Nobody reads what calendars answer: none is asked for (``RSVP=FALSE``), and ``words`` say where to answer.
    """
    return _written([event], method=invitation_method(event), organizer=organizer, attendee=attendee)


def several_events_file(events: Iterable[Event], *, organizer: Party) -> bytes:
    """One file of several events to be added. Later invitations of the same organizer change them."""
    return _written(events, method=Method.PUBLISH, organizer=organizer)


def calendar_feed(events: Iterable[Event], *, name: str) -> bytes:
    """What a calendar program asks for again and again; what is cancelled stands there as cancelled."""
    return _written(events, name=one_line(name))


def _written(
    events: Iterable[Event],
    *,
    method: Method | None = None,
    name: str = "",
    organizer: Party | None = None,
    attendee: Party | None = None,
) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    if method is not None:
        calendar.add("method", str(method))
    if name:
        calendar.add("name", icalendar.vText(name))
        calendar.add("x-wr-calname", icalendar.vText(name))
        calendar.add("refresh-interval", _ASK_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT4H")
    parts = [_event(event, organizer, attendee) for event in events]
    if name or any("TZID" in part["DTSTART"].params for part in parts):  # an empty feed holds it alone
        calendar.add_component(_london())
    for part in parts:
        calendar.add_component(part)
    return bytes(calendar.to_ical(sorted=False))


def _event(event: Event, organizer: Party | None, attendee: Party | None) -> icalendar.Event:
    part = icalendar.Event()
    part.add("uid", event.uid)
    part.add("sequence", event.edition)
    part.add("dtstamp", event.made_at.astimezone(UTC).replace(microsecond=0))
    for key, value in zip(("dtstart", "dtend"), _times(event), strict=True):
        part.add(key, value)
    part.add("summary", one_line(event.title))
    part.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    part.add("transp", "TRANSPARENT" if event.starts_at is None or event.is_cancelled else "OPAQUE")
    texts = {"location": one_line(event.place), "description": with_line_ends(event.words)}
    for key, text in texts.items():
        if text:
            part.add(key, text)
    if event.url:
        part.add("url", event.url)
    if organizer is not None:
        part.add("organizer", _address(organizer))
    if attendee is not None:
        answer = {"PARTSTAT": "NEEDS-ACTION", "ROLE": "REQ-PARTICIPANT", "RSVP": "FALSE"}
        part.add("attendee", _address(attendee, **answer))
    return part


def _address(party: Party, **parameters: str) -> icalendar.vCalAddress:
    address = icalendar.vCalAddress(f"mailto:{party.email}")
    name = one_line(party.name).replace('"', "'")
    address.params.update({**({"CN": name} if name else {}), **parameters})
    return address


def _times(event: Event) -> tuple[Any, Any]:
    """First and last moment. A time that the clock shows twice in autumn is the first of them where it is
    given as London's, so the second is written in universal time.
    """
    if event.starts_at is None:
        return event.day, event.day + timedelta(days=1)
    starts = event.starts_at.astimezone(UTC)
    ends = event.ends_at.astimezone(UTC) if event.ends_at is not None else starts
    if ends <= starts:
        ends = starts + timedelta(hours=1)
    shown = starts.astimezone(LONDON), ends.astimezone(LONDON)
    return (starts, ends) if any(time.fold for time in shown) else shown


def _london() -> icalendar.Timezone:
    """London's clock: its rule since 1996, the last Sundays of March and October at one o'clock universal
    time.
    """
    zone = icalendar.Timezone()
    zone.add("tzid", str(LONDON))
    winter, summer = timedelta(0), timedelta(hours=1)
    for part, name, month, starts, before, after in (
        (icalendar.TimezoneDaylight(), "BST", 3, datetime.fromisoformat("1996-03-31T01:00"), winter, summer),
        (icalendar.TimezoneStandard(), "GMT", 10, datetime.fromisoformat("1996-10-27T02:00"), summer, winter),
    ):
        part.add("dtstart", starts)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
