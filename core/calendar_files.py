"""Calendar files (iCalendar, RFC 5545) that go with an email about something that has a day (G7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

#: Octets of a line of the file before it is folded.
MAX_OCTETS: Final = 75
CONTENT_TYPE: Final = "text/calendar"


@dataclass(frozen=True, slots=True)
class Event:
    """What stands in a calendar. ``uid`` stays the same when it is changed or cancelled, ``edition`` grows.

    Without ``starts_at`` it lasts the whole day; ``ends_at`` without a time is an hour later.
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


def calendar_file(event: Event) -> bytes:
    """The file of one event: to be added, or taken out where it is cancelled."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Early years collaborations//EN",
        "METHOD:CANCEL" if event.is_cancelled else "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.uid)}",
        f"SEQUENCE:{event.edition}",
        f"DTSTAMP:{_instant(event.made_at)}",
        *_times(event),
        f"SUMMARY:{_escaped(event.title)}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
    ]
    texts = {"LOCATION": event.place, "DESCRIPTION": event.words}
    lines += [f"{name}:{_escaped(text)}" for name, text in texts.items() if text]
    lines += [f"URL:{event.url}"] if event.url else []
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def _times(event: Event) -> list[str]:
    if event.starts_at is None:
        following = event.day + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}", f"DTEND;VALUE=DATE:{following:%Y%m%d}"]
    ends_at = event.ends_at or event.starts_at + timedelta(hours=1)
    return [f"DTSTART:{_instant(event.starts_at)}", f"DTEND:{_instant(ends_at)}"]


def _instant(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, never within a character."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > MAX_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
