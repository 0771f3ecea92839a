"""Calendar files: whole days and times, cancelled ones, and texts of any kind (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.calendar_files import MAX_OCTETS, Event, calendar_file

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
DAY = date(2026, 12, 31)


def event(**facts: object) -> Event:
    return Event(**{"uid": "a@b", "title": "A meeting", "day": DAY, "made_at": AT, **facts})  # type: ignore[arg-type]


def lines_of(file: bytes) -> list[str]:
    return file.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def test_a_day_lasts_to_the_next_one() -> None:
    lines = lines_of(calendar_file(event(place="Town hall, room 2; upstairs")))
    assert lines[:4] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Early years collaborations//EN",
        "METHOD:PUBLISH",
    ]
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "LOCATION:Town hall\\, room 2\\; upstairs" in lines
    assert lines[-2:] == ["END:VEVENT", "END:VCALENDAR"]


def test_a_time_is_in_universal_time_and_an_hour_long() -> None:
    lines = lines_of(calendar_file(event(starts_at=datetime(2026, 12, 31, 9, 30, tzinfo=UTC))))
    assert "DTSTART:20261231T093000Z" in lines
    assert "DTEND:20261231T103000Z" in lines


def test_what_is_cancelled_is_taken_out_by_the_same_mark() -> None:
    made, cancelled = (
        lines_of(calendar_file(event(is_cancelled=gone, edition=int(gone)))) for gone in (False, True)
    )
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", "UID:a@b"} <= set(cancelled)
    assert {"METHOD:PUBLISH", "STATUS:CONFIRMED", "SEQUENCE:0", "UID:a@b"} <= set(made)


@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=300
    )
)
def test_no_text_breaks_a_line_or_adds_one(text: str) -> None:
    file = calendar_file(event(title=text, words=text))
    assert all(len(line) <= MAX_OCTETS for line in file.split(b"\r\n"))
    names = [line.partition(":")[0].partition(";")[0] for line in lines_of(file)]
    assert names.count("SUMMARY") == 1
    assert set(names) <= {
        "BEGIN", "VERSION", "PRODID", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
        "STATUS", "DESCRIPTION", "END",
    }  # fmt: skip
