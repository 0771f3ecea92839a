"""What a first meeting asks of people on home, and where officers are expected (C1, L4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.frame.engagements import engagements_between
from core.scoping import authority_scope
from meetings.models.planning import Meeting
from meetings.services import first, planning
from support.models import SupportRequest
from support.services.support import accept_request
from tests.factories.first import invited
from tests.factories.support import SupportRequestFactory
from tests.meetings.first_stage import Stage, stage
from tests.meetings.pages import text_of

__all__ = ["stage"]
pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY, TODAY = date(2026, 12, 8), date(2026, 11, 10)
HOME = "/larkshire/"


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def test_home_says_what_the_first_meeting_needs(
    larkshire: Authority, stage: Stage, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    client = browse(stage.led.lena)
    assert "have not answered" not in text_of(client.get(HOME)), "four weeks ahead"
    time_machine.move_to(datetime.combine(DAY - timedelta(days=13), time(9)), tick=False)
    client = browse(stage.led.lena)
    assert "3 have not answered for the first meeting on 8 December" in text_of(client.get(HOME))
    asked = client.post(f"{stage.page}invited/remind/", follow=True)
    assert "The reminder is on its way." in text_of(asked)
    again = client.post(f"{stage.page}invited/remind/", follow=True)
    assert "they were asked lately" in text_of(again)
    time_machine.move_to(datetime.combine(DAY, time(9)), tick=False)
    shown = text_of(browse(stage.led.lena).get(HOME))
    assert "Say who came to the first meeting" in shown
    assert "Take attendance" not in shown


def test_l4_a_first_meeting_is_one_line_of_the_meetings_to_attend(
    larkshire: Authority, stage: Stage, amina: User, maya: User
) -> None:
    with authority_scope(larkshire):
        facts = {
            "collaboration": stage.group,
            "asked_by": stage.led.lena,
            "kind": SupportRequest.Kind.FIRST_MEETING,
        }
        wanted = SupportRequestFactory(**facts, wanted_on=DAY + timedelta(3))
        [item] = engagements_between(TODAY, TODAY + timedelta(90))
        assert (item.source, item.on, item.starts_at, item.person_id) == (
            "meetings",
            DAY,
            time(18, 30),
            amina.pk,
        )
        Meeting.objects.filter(pk=stage.meeting.pk).update(chaired_by=None)
        [item] = engagements_between(TODAY, TODAY + timedelta(90))
        assert (item.person_id, item.is_accepted) == (None, False)
        accept_request(request_id=wanted.pk, officer=maya, words="", by=maya, at=NOW)
        [item] = engagements_between(TODAY, TODAY + timedelta(90))
        assert (item.person_id, item.is_accepted) == (maya.pk, True)
        planning.cancel_meeting(meeting_id=stage.meeting.pk, because="Snow", by=amina, at=NOW)
        [item] = engagements_between(TODAY, TODAY + timedelta(90))
        assert item.source == "support"


def test_the_page_takes_the_same_queries_for_three_and_for_thirty(
    larkshire: Authority, stage: Stage, amina: User, browse: Browse
) -> None:
    client = browse(amina)

    def reads() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(stage.page).status_code == 200
        return len([query for query in queries if query["sql"].startswith("SELECT")])

    client.get(stage.page)
    before = reads()
    with authority_scope(larkshire):
        contacts = [first.Contact(f"Gita {number}", f"gita{number}@example.org") for number in range(27)]
        invited(stage.meeting, amina, contacts=contacts)
    assert reads() == before
    assert before <= 30
