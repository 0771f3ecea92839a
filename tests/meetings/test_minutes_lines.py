"""What minutes ask on home: to write and send them, to read them, to record that they were agreed (G5)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority
from core.frame.lines import Line, lines_of_groups, lines_of_settings
from core.frame.visitor import Visitor
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.services import minutes_agreed
from tests.factories.groups import Group
from tests.factories.meetings import agreed, held, meeting_on, sent, written

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
NOW = datetime.fromisoformat("2026-11-10T17:30:00+00:00")
DAY = date(2026, 11, 10)
WRITE = "Write and send the minutes of 10 November"
RECORD = "Record whether the minutes of 10 November were agreed"
ANSWER = "Somebody proposed a correction to the minutes of 10 November"
READ = "Read the minutes of 10 November, and correct them"


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def meeting(in_larkshire: Authority, led: Group) -> Meeting:
    meeting = meeting_on(led.collaboration, DAY, led.lena, at=NOW - timedelta(days=30))
    return held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def of_group(led: Group, on: date = DAY) -> dict[str, Line]:
    lines = lines_of_groups(Visitor(led.lena, on), [led.collaboration])
    return {line.what: line for line in lines if "minutes of" in line.what}


def of_mo(led: Group, on: date = DAY) -> list[str]:
    lines = lines_of_settings(Visitor(led.mo, on), [led.bluebells.provider])
    return [line.what for line in lines if "minutes of" in line.what]


def test_minutes_are_asked_for_from_the_meeting_on_until_they_are_sent(meeting: Meeting, led: Group) -> None:
    line = of_group(led)[WRITE]
    assert (line.due_on, line.url.endswith(f"/meetings/{meeting.pk}/minutes/write/")) == (after(14), True)
    written(meeting, led.lena)
    assert list(of_group(led, after(20))) == [WRITE]
    assert of_mo(led) == []  # nobody is told of a draft
    sent(meeting, led.lena)
    assert of_group(led) == {}


def test_members_are_asked_to_read_them_for_two_weeks(meeting: Meeting, led: Group) -> None:
    sent(meeting, led.lena)
    assert of_mo(led, after(14)) == [READ]
    assert of_mo(led, after(15)) == []


def test_corrections_and_the_agreement_are_asked_for(
    meeting: Meeting, led: Group, time_machine: TimeMachineFixture
) -> None:
    sent(meeting, led.lena)
    facts: dict[str, Any] = {"item": None, "provider": led.bluebells.provider, "by": led.mo, "at": NOW}
    correction = minutes_agreed.propose_correction(meeting_id=meeting.pk, words="Twelve.", **facts)
    assert list(of_group(led)) == [ANSWER]
    minutes_agreed.answer_correction(
        meeting_id=meeting.pk, correction_id=correction.pk, takes_it=True, answer="", by=led.lena, at=NOW
    )
    later = meeting_on(led.collaboration, after(42), led.lena)
    assert of_group(led, after(41)) == {}
    line = of_group(led, after(42))[RECORD]
    assert line.url.endswith(f"/meetings/{later.pk}/agree/{meeting.pk}/")
    time_machine.move_to(NOW + timedelta(days=42), tick=False)
    held(later, {led.acorns: Mark.PRESENT}, led.lena, at=NOW + timedelta(days=42))
    assert RECORD in of_group(led, after(50))
    agreed(meeting, later, led.lena)
    assert RECORD not in of_group(led, after(50))
