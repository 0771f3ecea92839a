"""Calendar files as another program reads them: vobject, which shares no code with what writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import vobject


@dataclass(frozen=True)
class ReadEvent:
    uid: str
    title: str
    starts: Any  # a datetime with its zone, or a date
    ends: Any
    edition: int
    status: str
    place: str
    words: str
    url: str
    organizer: str
    attendee: str
    attendee_says: dict[str, Any]

    @property
    def day(self) -> date:
        return self.starts.date() if isinstance(self.starts, datetime) else self.starts


@dataclass(frozen=True)
class ReadCalendar:
    method: str
    name: str
    events: Sequence[ReadEvent]


def read_calendar(file: bytes | str) -> ReadCalendar:
    """Raises what vobject raises where it is no calendar file."""
    text = file.decode() if isinstance(file, bytes) else file
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    events = [_event(part) for part in calendar.contents.get("vevent", [])]
    return ReadCalendar(_value(calendar, "method"), _value(calendar, "x-wr-calname"), events)


def _event(part: Any) -> ReadEvent:
    part.validate(raiseException=True)
    attendee = part.contents.get("attendee", [None])[0]
    return ReadEvent(
        uid=_value(part, "uid"),
        title=_value(part, "summary"),
        starts=part.dtstart.value,
        ends=part.dtend.value,
        edition=int(_value(part, "sequence")),
        status=_value(part, "status"),
        place=_value(part, "location"),
        words=_value(part, "description"),
        url=_value(part, "url"),
        organizer=_value(part, "organizer"),
        attendee=attendee.value if attendee else "",
        attendee_says={key: value[0] for key, value in attendee.params.items()} if attendee else {},
    )


def _value(part: Any, name: str) -> str:
    return str(part.contents[name][0].value) if name in part.contents else ""
