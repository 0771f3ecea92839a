"""Calendar files: days and times over both changes of the clocks, invitations, feeds, texts of any kind.

Each is read by a second parser, and by its zone's own rules (RFC 5545, 5546).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Authority
from core import mail
from core.calendar_files import (
    LONDON,
    MAX_OCTETS,
    Event,
    Party,
    calendar_feed,
    calendar_file,
    invitation_file,
    several_events_file,
)
from core.emails import Recipient, invitation
from tests.calendars import ReadEvent, read_calendar

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
DAY = date(2026, 12, 31)
RIVERSIDE, MO = Party("Riverside", "post@service.example"), Party("Mo", "mo@larkshire.example")


def event(**facts: object) -> Event:
    return Event(**{"uid": "a@b", "title": "A meeting", "day": DAY, "made_at": AT, **facts})  # type: ignore[arg-type]


def shown(day: date, at: time, *, fold: int = 0) -> datetime:
    """When the clock in London shows it."""
    return datetime.combine(day, at, LONDON).replace(fold=fold)


def only(file: bytes) -> ReadEvent:
    [read] = read_calendar(file).events
    return read


def test_a_day_lasts_to_the_next_one() -> None:
    read = only(calendar_file(event(place="Town hall, room 2; upstairs")))
    assert (read.starts, read.ends) == (DAY, date(2027, 1, 1))
    assert read.place == "Town hall, room 2; upstairs"


def test_a_time_is_as_the_clock_in_london_shows_it_and_an_hour_long() -> None:
    file = calendar_file(event(starts_at=datetime(2026, 7, 1, 15, tzinfo=UTC)))
    assert b"DTSTART;TZID=Europe/London:20260701T160000\r\n" in file
    read = only(file)
    assert read.starts == datetime(2026, 7, 1, 15, tzinfo=UTC)
    assert read.ends - read.starts == timedelta(hours=1)


@pytest.mark.parametrize(
    ("day", "at", "universal"),
    [
        (date(2026, 3, 28), time(23, 30), "2026-03-28T23:30"),
        (date(2026, 3, 29), time(0, 30), "2026-03-29T00:30"),
        (date(2026, 3, 29), time(1, 30), "2026-03-29T01:30"),  # no clock shows it: as far after the change
        (date(2026, 3, 29), time(2, 30), "2026-03-29T01:30"),
        (date(2026, 10, 25), time(0, 30), "2026-10-24T23:30"),
        (date(2026, 10, 25), time(1, 30), "2026-10-25T00:30"),  # shown twice: the first
        (date(2026, 10, 25), time(2, 30), "2026-10-25T02:30"),
    ],
)
def test_g7_over_both_changes_of_the_clocks(day: date, at: time, universal: str) -> None:
    starts = shown(day, at)
    read = only(
        calendar_file(event(day=day, starts_at=starts, ends_at=starts.astimezone(UTC) + timedelta(hours=2)))
    )
    assert read.starts.astimezone(UTC) == datetime.fromisoformat(universal).replace(tzinfo=UTC)
    assert read.ends.astimezone(UTC) - read.starts.astimezone(UTC) == timedelta(hours=2)


def test_the_second_half_past_one_of_autumn_is_written_in_universal_time() -> None:
    second = shown(date(2026, 10, 25), time(1, 30), fold=1)
    assert b"DTSTART:20261025T013000Z\r\n" in calendar_file(event(starts_at=second))


@given(
    starts=st.datetimes(datetime(1997, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    minutes=st.integers(1, 3000),
)
def test_whatever_the_instant_another_program_reads_the_same(starts: datetime, minutes: int) -> None:
    starts = starts.replace(microsecond=0)
    ends = starts + timedelta(minutes=minutes)
    read = only(calendar_file(event(starts_at=starts, ends_at=ends)))
    assert read.starts.astimezone(UTC) == starts
    assert read.ends.astimezone(UTC) == ends


@pytest.mark.parametrize("ends_at", [None, shown(DAY, time(9)), shown(DAY, time(10))])
def test_an_end_that_is_no_end_is_an_hour_later(ends_at: datetime | None) -> None:
    read = only(calendar_file(event(starts_at=shown(DAY, time(10)), ends_at=ends_at)))
    assert read.ends - read.starts == timedelta(hours=1)


def test_an_invitation_is_of_one_person_who_is_asked_for_no_answer_by_calendar() -> None:
    file = invitation_file(event(edition=3), organizer=RIVERSIDE, attendee=MO)
    assert read_calendar(file).method == "REQUEST"
    read = only(file)
    assert (read.organizer, read.attendee) == ("mailto:post@service.example", "mailto:mo@larkshire.example")
    assert read.attendee_says == {
        "CN": "Mo", "PARTSTAT": "NEEDS-ACTION", "ROLE": "REQ-PARTICIPANT", "RSVP": "FALSE",
    }  # fmt: skip
    assert (read.edition, read.status) == (3, "CONFIRMED")


def test_what_is_cancelled_is_taken_out_by_the_same_mark() -> None:
    made = event(starts_at=shown(DAY, time(10)))
    gone = replace(made, is_cancelled=True, edition=1)
    for write in (calendar_file, lambda each: invitation_file(each, organizer=RIVERSIDE, attendee=MO)):
        first, then = only(write(made)), only(write(gone))
        assert read_calendar(write(gone)).method == "CANCEL"
        assert (first.uid, first.edition, first.status) == ("a@b", 0, "CONFIRMED")
        assert (then.uid, then.edition, then.status) == ("a@b", 1, "CANCELLED")


def test_several_are_one_file_to_be_added() -> None:
    file = several_events_file([event(), event(uid="c@d")], organizer=RIVERSIDE)
    assert read_calendar(file).method == "PUBLISH"
    assert [read.uid for read in read_calendar(file).events] == ["a@b", "c@d"]
    assert not any(read.attendee for read in read_calendar(file).events)


def test_a_feed_has_a_name_and_no_method_and_may_be_empty() -> None:
    feed = read_calendar(calendar_feed([], name="Larkshire, early years"))
    assert (feed.method, feed.name, feed.events) == ("", "Larkshire, early years", [])
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT4H" in calendar_feed([], name="A")


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=300
)


@given(text=TEXTS, name=TEXTS)
def test_no_text_breaks_a_line_or_adds_one(text: str, name: str) -> None:
    party = Party(name, "mo@larkshire.example")
    file = invitation_file(event(title=text, words=text, place=text), organizer=party, attendee=party)
    assert all(len(line) <= MAX_OCTETS for line in file.split(b"\r\n"))
    assert b"\n" not in file.replace(b"\r\n", b"")
    names = [
        line.partition(b":")[0].partition(b";")[0].decode()
        for line in file.replace(b"\r\n ", b"").split(b"\r\n")
    ]
    assert names.count("SUMMARY") == names.count("ATTENDEE") == names.count("END") - 1 == 1
    assert set(names) <= {
        *(
            "BEGIN",
            "VERSION",
            "PRODID",
            "METHOD",
            "UID",
            "SEQUENCE",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "SUMMARY",
        ),
        *("STATUS", "TRANSP", "LOCATION", "DESCRIPTION", "ORGANIZER", "ATTENDEE", "END", ""),
    }


@given(text=st.text(st.sampled_from("aZ é;,:\\\"'\n\u2028💐=^"), max_size=120))
def test_another_program_reads_the_texts_as_they_were_written(text: str) -> None:
    read = only(calendar_file(event(title=f"T{text}", words=f"W{text}")))
    assert read.title.split() == f"T{text}".replace("\u2028", " ").split()
    assert read.words == f"W{text}".replace("\u2028", "\n")


def test_an_email_carries_it_as_mail_programs_take_an_invitation() -> None:
    file = invitation(event(), Recipient(MO.email, MO.name), by="Riverside")
    outgoing = mail.OutgoingEmail(MO.email, "A meeting", "base", attachments=[file])
    message = mail.compose(outgoing, authority=Authority(name="Larkshire", slug="larkshire")).message()
    kinds = [
        (part.get_content_type(), part.get_param("method"), part.get_filename()) for part in message.walk()
    ]
    assert kinds == [
        ("multipart/mixed", None, None),
        ("multipart/alternative", None, None),
        ("text/plain", None, None),
        ("text/html", None, None),
        ("text/calendar", "REQUEST", None),
        ("application/ics", None, "invitation.ics"),
    ]
    inside = [part.get_payload(decode=True) for part in message.walk() if not part.is_multipart()][2:]
    assert inside[0].replace(b"\r\n", b"\n") == inside[1].replace(b"\r\n", b"\n")
    assert only(inside[1]).organizer == f"mailto:{mail.sender_address()}"
    assert message["From"].endswith(f"<{mail.sender_address()}>")
