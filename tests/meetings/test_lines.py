"""What meetings ask on home and on a group's page, and what the overview of the group says of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.frame.lines import Line, lines_of_groups, lines_of_settings
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from meetings.models.planning import Answer, Meeting
from meetings.rules.attendance import Mark
from meetings.services import agenda, planning
from tests.factories.groups import Group
from tests.factories.meetings import held, item_on, meeting_on

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
TODAY = date(2026, 11, 10)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def asked_of_group(led: Group, on: date = TODAY) -> dict[str, Line]:
    lines = lines_of_groups(Visitor(led.lena, on), [led.collaboration])
    return {line.what: line for line in lines if "meeting" in line.what.lower() or "ttendance" in line.what}


def asked_of_mo(led: Group, on: date = TODAY) -> list[Line]:
    lines = lines_of_settings(Visitor(led.mo, on), [led.bluebells.provider])
    return [line for line in lines if line.what.startswith("Will you come")]


def test_a_group_that_has_not_met_for_a_term_is_asked_to_plan(in_larkshire: Authority, led: Group) -> None:
    assert "No meeting is planned" in asked_of_group(led)
    last = meeting_on(led.collaboration, after(-100), led.lena, at=NOW - timedelta(days=120))
    held(last, {led.acorns: Mark.PRESENT}, led.lena)
    assert "No meeting is planned" not in asked_of_group(led)
    assert "No meeting is planned" in asked_of_group(led, after(21))
    meeting_on(led.collaboration, after(60), led.lena)
    assert "No meeting is planned" not in asked_of_group(led, after(21))


def test_attendance_is_asked_for_on_the_day_and_until_it_is_recorded(
    in_larkshire: Authority, led: Group
) -> None:
    meeting = meeting_on(led.collaboration, TODAY, led.lena)
    what = "Take attendance: Autumn meeting, 10 November, 4pm"
    for on, stands in ((after(-1), False), (TODAY, True), (after(3), True)):
        assert (what in asked_of_group(led, on)) is stands, on
    assert asked_of_group(led)[what].url.endswith(f"/meetings/{meeting.pk}/attendance/")
    held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    assert what not in asked_of_group(led, after(3))


def test_a_cancelled_meeting_asks_nothing(in_larkshire: Authority, led: Group) -> None:
    meeting = meeting_on(led.collaboration, TODAY, led.lena)
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    assert not [what for what in asked_of_group(led) if "attendance" in what]
    assert asked_of_mo(led) == []


def test_a_proposal_waits_for_an_answer(in_larkshire: Authority, led: Group) -> None:
    meeting = meeting_on(led.collaboration, after(28), led.lena)
    agenda.open_agenda(meeting_id=meeting.pk, by=led.lena)
    facts: dict[str, Any] = {"title": "Settling in", "words": "", "purpose": "discussion", "minutes": 10}
    item = agenda.propose_item(
        meeting_id=meeting.pk, **facts, by=led.mo, provider=led.bluebells.provider, at=NOW
    )
    what = "Somebody proposed an item for the meeting on 8 December, 4pm"
    assert what in asked_of_group(led)
    agenda.answer_proposal(item_id=item.pk, takes_it=True, answer="", by=led.lena, at=NOW)
    assert what not in asked_of_group(led)


def test_papers_are_asked_for_a_week_before_they_are_due_until_they_are_sent(
    in_larkshire: Authority, led: Group
) -> None:
    meeting = meeting_on(led.collaboration, after(28), led.lena)
    item_on(meeting, led.lena)
    what = "Send the agenda for the meeting on 8 December, 4pm"
    line = asked_of_group(led, after(27))[what]
    assert line.due_on is not None
    assert what in asked_of_group(led, line.due_on - timedelta(days=7))
    assert what not in asked_of_group(led, line.due_on - timedelta(days=8))
    agenda.send_papers(meeting_id=meeting.pk, by=led.lena, at=NOW)
    assert what not in asked_of_group(led, after(27))


def test_a_setting_is_asked_four_weeks_before_until_it_has_answered(
    in_larkshire: Authority, led: Group
) -> None:
    meeting = meeting_on(led.collaboration, after(28), led.lena)
    meeting_on(led.collaboration, after(29), led.lena)
    [line] = asked_of_mo(led)
    assert (line.what, line.detail, line.due_on) == (
        "Will you come on 8 December, 4pm?",
        "Acorns, Mill Road",
        after(28),
    )
    planning.answer_meetings(meetings=[meeting], membership=led.bluebells, word="no", by=led.mo, at=NOW)
    assert asked_of_mo(led) == []


@pytest.mark.urls("config.urls")
def test_one_tap_on_home_says_yes(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        meeting_on(led.collaboration, after(28), led.lena)
    mo = browse(led.mo)
    home = mo.get("/larkshire/").content.decode()
    assert "Will you come on 8 December, 4pm?" in home
    form = re.search(r'action="([^"]*/answer/\d+/)".*?name="word" value="(\w+)"', home, re.DOTALL)
    assert form is not None
    assert mo.post(form[1], {"word": form[2]}).status_code == 302
    with authority_scope(larkshire):
        assert Answer.objects.get().word == "yes"
    assert "Will you come on 8 December" not in mo.get("/larkshire/").content.decode()


@pytest.mark.urls("config.urls")
def test_the_overview_says_when_the_group_met_and_meets(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    address = f"/larkshire/collaborations/{led.collaboration.pk}/"
    mo = browse(led.mo)
    assert "None planned" in mo.get(address).content.decode()
    with authority_scope(larkshire):
        last = meeting_on(led.collaboration, after(-30), led.lena, at=NOW - timedelta(days=60))
        held(last, {led.acorns: Mark.PRESENT}, led.lena)
        for days in (40, 10):
            meeting: Meeting = meeting_on(led.collaboration, after(days), led.lena, starts_at=time(13, 30))
        planning.answer_meetings(meetings=[meeting], membership=led.acorns, word="yes", by=led.lena, at=NOW)
    page = " ".join(mo.get(address).content.decode().split())
    for words in ("Last met", "11 October", "20 November, 1:30pm", "1 of 3 members have said"):
        assert words in page, words
