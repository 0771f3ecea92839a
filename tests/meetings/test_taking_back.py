"""Undoing that meetings were planned: gone, told once to who was told, and never with marks on them (G1)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority
from audit.models import Entry
from core.emails import AsOf
from core.scoping import authority_scope
from meetings.emails.bases import Meetings
from meetings.emails.planning import MeetingsPlanned
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.selectors.diary import meetings_in_calendar
from meetings.selectors.planning import meetings_ahead
from meetings.services import agenda, planning
from meetings.services.planning import When, plan_meetings
from meetings.services.taking_back import TakenBack, take_back_planning
from tests.calendars import read_calendar
from tests.factories.groups import Group
from tests.factories.meetings import held, item_on, meeting_on
from tests.meetings.pages import DAY, NOW, Browse, base_of, now, text_of
from tests.outbox import deliver

__all__ = ["now"]
pytestmark = pytest.mark.django_db


def plan(led: Group, *days: date, at: datetime = NOW) -> list[Meeting]:
    when = [When(day, time(16), time(18)) for day in days]
    facts: dict[str, Any] = {"kind": "regular", "title": "Autumn meeting", "place": "Acorns"}
    return plan_meetings(collaboration=led.collaboration, when=when, **facts, by=led.lena, at=at)


def undo(meeting: Meeting, led: Group, *, at: datetime = NOW, whole_series: bool = False) -> TakenBack:
    return take_back_planning(meeting=meeting, whole_series=whole_series, by=led.lena, at=at)


def test_g1_a_meeting_undone_is_gone_and_who_was_told_is_told_once(
    larkshire: Authority, led: Group, mailoutbox: list[Any]
) -> None:
    with authority_scope(larkshire):
        [meeting] = plan(led, DAY)
        deliver()
        assert len(mailoutbox) == 2
        uid = read_calendar(mailoutbox[0].attachments[0][1]).events[0].uid
        again = Meeting.objects.get(pk=meeting.pk)
        assert undo(meeting, led).number == 1
        assert undo(again, led) == TakenBack(0, [])  # pressed twice
        deliver()
        assert not Meeting.objects.exists()
        assert not meetings_ahead([led.collaboration.pk], on=NOW.date()).exists()
        span = {"since": NOW.date(), "until": DAY + timedelta(days=9)}
        assert list(meetings_in_calendar(led.mo, on=NOW.date(), **span)) == []
        entry = Entry.objects.get(action="meeting_taken_back")
        assert "8 December 2026" in entry.sentence
    told = mailoutbox[2:]
    assert {mail.to[0].split("@")[0] for mail in told} == {"mo", "cara"}
    assert told[0].subject == "Riverside: no meeting on 8 December, 4pm, it was planned by mistake"
    assert "It does not take place." in told[0].body
    calendar = read_calendar(told[0].attachments[0][1])
    assert (calendar.method, calendar.events[0].uid) == ("CANCEL", uid)


def test_g1_nobody_is_told_of_a_mistake_of_which_nobody_heard(
    larkshire: Authority, led: Group, mailoutbox: list[Any]
) -> None:
    with authority_scope(larkshire):
        [meeting] = plan(led, DAY)
        undo(meeting, led)
        deliver()
    assert mailoutbox == []


def test_g1_a_series_goes_as_a_whole_but_for_what_people_worked_with(
    larkshire: Authority, led: Group, mailoutbox: list[Any]
) -> None:
    with authority_scope(larkshire):
        new = plan(led, DAY, date(2027, 3, 9), date(2027, 6, 8))
        other = meeting_on(led.collaboration, date(2027, 7, 6), led.lena, at=NOW + timedelta(minutes=1))
        deliver()
        mailoutbox.clear()
        planning.answer_meetings(meetings=new[1:2], membership=led.bluebells, word="yes", by=led.mo, at=NOW)
        done = undo(new[0], led, whole_series=True)
        assert (done.number, done.kept) == (2, [new[1]])
        assert set(Meeting.objects.all()) == {new[1], other}
        deliver()
    assert {mail.subject for mail in mailoutbox} == {"Riverside: no meetings on 2 days, planned by mistake"}
    assert [event.starts.date() for event in read_calendar(mailoutbox[0].attachments[0][1]).events] == [
        DAY,
        date(2027, 6, 8),
    ]


def test_g1_marks_and_words_on_a_meeting_keep_it(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        [past] = plan(led, date(2026, 11, 9))
        held(past, {led.bluebells: Mark.PRESENT}, led.lena, at=NOW)
        with pytest.raises(ValidationError, match="marked as having come"):
            undo(past, led)
        [coming] = plan(led, DAY, at=NOW + timedelta(minutes=1))
        agenda.open_agenda(meeting_id=coming.pk, by=led.lena)
        item_on(coming, led.lena)
        with pytest.raises(ValidationError, match="items on the agenda"):
            undo(coming, led, whole_series=True)
        assert Meeting.objects.count() == 2


def test_g1_half_past_midnight_in_summer_is_a_new_day(
    larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    late = datetime.fromisoformat("2027-06-30T22:30:00+00:00")  # half past eleven in the evening
    with authority_scope(larkshire):
        [first] = plan(led, date(2027, 9, 7), at=late)
        [second] = plan(led, date(2027, 9, 14), at=late + timedelta(hours=1))
        with pytest.raises(ValidationError, match="which was 30 June 2027"):
            undo(first, led, at=late + timedelta(hours=1))
        assert undo(second, led, at=late + timedelta(hours=2)).number == 1


def test_g1_the_page_undoes_one_or_all_and_says_why_not(
    larkshire: Authority, led: Group, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    with authority_scope(larkshire):
        first, second = plan(led, DAY, date(2027, 3, 9))
    lena = browse(led.lena)
    page = f"{base_of(led)}{first.pk}/"
    assert "Undo planning" in text_of(lena.get(page))
    assert "Undo planning" not in text_of(browse(led.mo).get(page))
    form = lena.get(f"{page}undo-planning/")
    assert "All 2 that were planned together" in text_of(form)
    assert "Select which meetings" in text_of(lena.post(f"{page}undo-planning/", {}))
    answer = lena.post(f"{page}undo-planning/", {"which": "one"})
    assert answer["Location"] == base_of(led)
    assert "1 meeting is gone" in text_of(lena.get(base_of(led)))
    time_machine.move_to(NOW + timedelta(days=1), tick=False)
    lena = browse(led.lena)
    page = f"{base_of(led)}{second.pk}/"
    assert "Undo planning" not in text_of(lena.get(page))
    late = text_of(lena.get(f"{page}undo-planning/"))
    assert "only on the day it was done, which was 10 November 2026" in late
    assert "Cancel the meeting instead" in late
    refused = lena.post(f"{page}undo-planning/", {"which": "one"})
    assert refused.status_code == 200
    with authority_scope(larkshire):
        assert Meeting.objects.filter(pk=second.pk).exists()


def test_g1_the_last_meeting_of_a_year_alone_is_undone_and_who_was_told_of_the_year_is_told(
    larkshire: Authority, led: Group, mailoutbox: list[Any]
) -> None:
    """Numbers of meetings have as many digits as those of a large authority."""
    with authority_scope(larkshire):
        meetings = plan(led, *(DAY + timedelta(days=28 * number) for number in range(12)))
        ids = ",".join(str(81_000_000 + meeting.pk) for meeting in meetings)
    email = MeetingsPlanned(user_id=led.mo.pk, meeting_ids=ids, by_id=led.lena.pk)
    assert email.reference(Meetings((), AsOf(meetings[0], DAY))).endswith(ids.rpartition(",")[2])
    with authority_scope(larkshire):
        deliver()
        mailoutbox.clear()
        assert undo(meetings[-1], led).number == 1
        deliver()
    assert [mail.to for mail in mailoutbox]
