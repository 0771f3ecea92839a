"""What emails about meetings do in a calendar, and what they say of before and now (G7)."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority
from meetings.emails.bases import page_of
from meetings.models.planning import Meeting
from meetings.selectors import planning as selectors
from meetings.services import guests, planning
from tests.calendars import ReadCalendar, read_calendar
from tests.factories.groups import Group
from tests.factories.meetings import item_on, meeting_on
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY = date(2026, 12, 8)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


def invited(led: Group) -> Meeting:
    """A meeting with a guest of one item, of which everybody has been told."""
    meeting = meeting_on(led.collaboration, DAY, led.lena, at=NOW)
    item = item_on(meeting, led.lena)
    guests.invite_guest(item=item, name="Gus Gale", email="gus@example.org", words="", by=led.lena, at=NOW)
    return meeting


def change(meeting: Meeting, **values: Any) -> None:
    seen = selectors.edition_of_meeting(meeting)
    planning.change_meeting(meeting_id=meeting.pk, seen=seen, values=values, by=meeting.planned_by, at=NOW)
    meeting.refresh_from_db()


def files_to(name: str, mailoutbox: list[Any]) -> list[ReadCalendar]:
    emails = [mail for mail in mailoutbox if mail.to[0].startswith(f"{name}@")]
    return [read_calendar(mail.attachments[0].content) for mail in emails]


def test_g7_a_calendar_follows_a_meeting_from_planning_to_its_end(led: Group, mailoutbox: list[Any]) -> None:
    meeting = invited(led)
    change(meeting, on=date(2026, 12, 15), starts_at=time(0, 30), ends_at=time(1, 30))
    deliver()
    mailoutbox.clear()
    change(meeting, place="The hall")
    deliver()
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    deliver()
    planning.restore_meeting(meeting_id=meeting.pk, by=led.lena, at=NOW)
    deliver()
    for name in ("mo", "gus"):
        files = files_to(name, mailoutbox)
        assert [file.method for file in files] == ["REQUEST", "CANCEL", "REQUEST"]
        events = [file.events[0] for file in files]
        assert [event.edition for event in events] == [2, 3, 4]
        assert [event.status for event in events] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
        assert len({event.uid for event in events}) == 1
        assert {event.day for event in events} == {date(2026, 12, 15)}, "half past midnight is of its own day"
        assert events[0].place == "The hall"


def test_a_member_reads_where_to_answer_and_a_guest_nothing_of_the_members_page(
    led: Group, mailoutbox: list[Any]
) -> None:
    meeting = invited(led)
    change(meeting, place="The hall", access_notes="Ring twice.")
    mailoutbox.clear()
    deliver()
    page = page_of(meeting)
    member, guest = (files_to(name, mailoutbox)[-1].events[0] for name in ("mo", "gus"))
    assert member.words.startswith("Ring twice.\nSay here whether you will come: ")
    assert member.url == member.words.rsplit(" ", 1)[1]
    assert guest.words == "Ring twice."
    assert guest.url == ""
    assert page not in str(guest)
    assert guest.title.endswith("Settling in")


@pytest.mark.parametrize("name", ["mo", "gus"])
def test_a_moved_meeting_says_before_and_now(led: Group, name: str, mailoutbox: list[Any]) -> None:
    meeting = invited(led)
    deliver()
    mailoutbox.clear()
    change(meeting, on=date(2026, 12, 15), starts_at=time(17), place="The hall")
    deliver()
    [email] = [mail for mail in mailoutbox if mail.to[0].startswith(f"{name}@")]
    before, now = email.body.split("It is now:")
    assert "It was:\n\n- 8 December 2026, 4pm to 6pm\n- Acorns, Mill Road" in before
    assert now.startswith("\n\n- 15 December 2026, 5pm to 6pm\n- The hall")


@pytest.mark.parametrize("name", ["mo", "gus"])
def test_a_restored_meeting_takes_place_after_all(led: Group, name: str, mailoutbox: list[Any]) -> None:
    meeting = invited(led)
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    deliver()
    mailoutbox.clear()
    planning.restore_meeting(meeting_id=meeting.pk, by=led.lena, at=NOW)
    deliver()
    [email] = [mail for mail in mailoutbox if mail.to[0].startswith(f"{name}@")]
    assert email.subject == "Riverside: the meeting on 8 December, 4pm takes place after all"
    assert "takes place after all" in email.body
    assert "has changed" not in email.body
    assert "8 December 2026, 4pm to 6pm" in email.body


def test_nobody_is_told_of_a_restored_meeting_that_is_cancelled_again(
    led: Group, mailoutbox: list[Any]
) -> None:
    meeting = invited(led)
    deliver()
    mailoutbox.clear()
    for _twice in range(2):
        planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
        planning.restore_meeting(meeting_id=meeting.pk, by=led.lena, at=NOW)
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    deliver()
    assert {mail.subject for mail in mailoutbox} == {
        "Riverside: no meeting on 8 December, 4pm, it is cancelled"
    }
