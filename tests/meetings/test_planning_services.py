"""Planning, moving, cancelling and answering meetings: G1, G7."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority
from audit.models import Entry
from meetings.models.planning import Answer, Meeting
from meetings.rules.attendance import Mark
from meetings.rules.states import MeetingState
from meetings.selectors import planning as selectors
from meetings.services import agenda, planning
from meetings.services.planning import When, answer_meetings, cancel_meeting, change_meeting, plan_meetings
from tests.calendars import read_calendar
from tests.factories.groups import Group
from tests.factories.meetings import held, item_on, meeting_on, paper_for
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY = date(2026, 12, 8)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


def plan(led: Group, *days: date, **facts: Any) -> list[Meeting]:
    when = [When(day, time(16), time(18)) for day in days]
    facts = {"kind": "regular", "title": "Autumn meeting", "place": "Acorns", **facts}
    return plan_meetings(collaboration=led.collaboration, when=when, **facts, by=led.lena, at=NOW)


def test_g1_a_year_is_planned_in_one_act_and_told_in_one_email(led: Group, mailoutbox: list[Any]) -> None:
    new = plan(led, DAY, date(2027, 3, 9), date(2027, 6, 8))
    assert [meeting.on for meeting in new] == [DAY, date(2027, 3, 9), date(2027, 6, 8)]
    deliver()
    assert {mail.to[0].split("@")[0] for mail in mailoutbox} == {"mo", "cara"}  # not Lena, who did it
    mail = mailoutbox[0]
    assert mail.subject == "Riverside: 3 meetings, the first on 8 December, 4pm"
    [(name, content, _type)] = mail.attachments
    assert name == "meetings.ics"
    assert [event.starts.date() for event in read_calendar(content).events] == [meeting.on for meeting in new]


def test_g1_pressed_twice_plans_once(led: Group) -> None:
    plan(led, DAY)
    assert plan(led, DAY) == []
    assert Meeting.objects.count() == 1
    with pytest.raises(ValidationError, match="at that time already"):
        plan(led, DAY, title="Another")


def test_g1_a_meeting_in_the_past_is_recorded_and_nobody_is_told(led: Group, mailoutbox: list[Any]) -> None:
    plan(led, date(2026, 10, 1))
    deliver()
    assert mailoutbox == []


@pytest.mark.parametrize("ends_at", [time(16), time(15, 59)])
def test_g7_the_end_is_after_the_beginning(led: Group, ends_at: time) -> None:
    with pytest.raises(ValidationError, match="after the beginning") as refused:
        plan_meetings(
            collaboration=led.collaboration,
            when=[When(DAY, time(16), ends_at)],
            kind="regular",
            title="Autumn",
            by=led.lena,
            at=NOW,
        )
    assert "ends_at" in refused.value.error_dict


def test_g7_a_meeting_at_half_past_midnight_belongs_to_its_own_day_and_clocks_move_nothing(
    led: Group,
) -> None:
    summer = meeting_on(
        led.collaboration, date(2027, 3, 28), led.lena, starts_at=time(0, 30), ends_at=time(3)
    )
    assert summer.on == date(2027, 3, 28)
    assert summer.begins.isoformat() == "2027-03-28T00:30:00+00:00"
    assert summer.ends.isoformat() == "2027-03-28T03:00:00+01:00"
    autumn = meeting_on(led.collaboration, date(2027, 10, 31), led.lena)
    assert autumn.begins.isoformat() == "2027-10-31T16:00:00+00:00"


def test_g7_moved_to_another_day_it_keeps_papers_items_and_answers_and_tells_everybody(
    led: Group, mailoutbox: list[Any]
) -> None:
    [meeting] = plan(led, DAY, items_until=date(2026, 12, 1))
    item = item_on(meeting, led.lena)
    paper_for(meeting, item, led.lena)
    answer_meetings(meetings=[meeting], membership=led.bluebells, word="yes", by=led.mo, at=NOW)
    meeting.refresh_from_db()
    seen = selectors.edition_of_meeting(meeting)
    deliver()
    mailoutbox.clear()
    moved = change_meeting(
        meeting_id=meeting.pk, seen=seen, values={"on": date(2026, 12, 15)}, by=led.lena, at=NOW
    )
    assert (moved.on, moved.items_until, moved.edition) == (date(2026, 12, 15), date(2026, 12, 8), 1)
    assert moved.state == MeetingState.AGENDA_OPEN
    assert moved.items.count() == moved.papers.count() == moved.answers.count() == 1
    deliver()
    assert {mail.subject for mail in mailoutbox} == {"Riverside: meeting now on 15 December, 4pm"}
    (file,) = mailoutbox[0].attachments
    read = read_calendar(file.content)
    assert (read.method, read.events[0].edition) == ("REQUEST", 1)
    assert read.events[0].attendee == f"mailto:{mailoutbox[0].to[0]}"
    words = mailoutbox[0].body
    assert words.index("It was:\n\n- 8 December 2026") < words.index("It is now:\n\n- 15 December 2026")
    assert Entry.objects.filter(action="meeting_moved").count() == 1


def test_two_secretaries_at_once_nothing_is_overwritten(led: Group) -> None:
    [meeting] = plan(led, DAY)
    seen = selectors.edition_of_meeting(meeting)
    change_meeting(meeting_id=meeting.pk, seen=seen, values={"place": "Bluebells"}, by=led.lena, at=NOW)
    with pytest.raises(ValidationError) as refused:
        change_meeting(meeting_id=meeting.pk, seen=seen, values={"place": "The hall"}, by=led.mo, at=NOW)
    assert "seen" in refused.value.error_dict
    meeting.refresh_from_db()
    assert meeting.place == "Bluebells"


def test_g7_cancelled_and_brought_back(led: Group, mailoutbox: list[Any]) -> None:
    [meeting] = plan(led, DAY)
    with pytest.raises(ValidationError, match="Say why"):
        cancel_meeting(meeting_id=meeting.pk, because=" ", by=led.lena, at=NOW)
    cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    mailoutbox.clear()
    deliver()
    assert "Riverside: no meeting on 8 December, 4pm, it is cancelled" in {
        mail.subject for mail in mailoutbox
    }
    planning.restore_meeting(meeting_id=meeting.pk, by=led.lena, at=NOW)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.edition, meeting.cancelled_because) == ("planned", 2, "")
    cancel_meeting(meeting_id=meeting.pk, because="Ice", by=led.lena, at=NOW)
    with pytest.raises(ValidationError, match="Its day is over"):
        planning.restore_meeting(
            meeting_id=meeting.pk, by=led.lena, at=datetime.fromisoformat("2026-12-09T00:30:00+00:00")
        )


def test_g4_with_people_marked_it_is_neither_cancelled_nor_moved(led: Group) -> None:
    meeting = meeting_on(led.collaboration, date(2026, 11, 10), led.lena)
    held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    with pytest.raises(ValidationError):
        cancel_meeting(meeting_id=meeting.pk, because="By mistake", by=led.lena, at=NOW)
    seen = selectors.edition_of_meeting(meeting)
    with pytest.raises(ValidationError, match="was held already"):
        change_meeting(meeting_id=meeting.pk, seen=seen, values={"on": DAY}, by=led.lena, at=NOW)


def test_g1_an_answer_for_the_whole_year_and_a_changed_mind(led: Group) -> None:
    meetings = plan(led, DAY, date(2027, 3, 9))
    assert answer_meetings(meetings=meetings, membership=led.bluebells, word="yes", by=led.mo, at=NOW) == 2
    assert answer_meetings(meetings=meetings, membership=led.bluebells, word="yes", by=led.mo, at=NOW) == 0
    answer_meetings(meetings=meetings[:1], membership=led.bluebells, word="no", by=led.mo, at=NOW)
    assert list(Answer.objects.order_by("meeting__on").values_list("word", flat=True)) == ["no", "yes"]


def test_nobody_answers_for_a_setting_that_is_no_member_on_that_day(led: Group) -> None:
    [meeting] = plan(led, DAY)
    led.bluebells.left_on = DAY
    led.bluebells.save()
    with pytest.raises(ValidationError, match="not a member on that day"):
        answer_meetings(meetings=[meeting], membership=led.bluebells, word="yes", by=led.mo, at=NOW)


def test_opening_the_agenda_brings_what_comes_again_once(led: Group) -> None:
    last = meeting_on(led.collaboration, date(2026, 11, 3), led.lena)
    item_on(last, led.lena, "Safeguarding", is_standing=True)
    reached = item_on(last, led.lena, "Reached")
    missed = item_on(last, led.lena, "Not reached")
    missed.was_reached = False
    missed.save()
    held(last, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    [meeting] = plan(led, DAY)
    for _again in range(2):
        agenda.open_agenda(meeting_id=meeting.pk, by=led.lena)
    titles = list(meeting.items.values_list("title", flat=True))
    assert titles == ["Safeguarding", "Not reached"]
    assert reached.title not in titles
