"""Two meetings of a group on one day (G1, G5): the later by the clock agrees the minutes of the earlier one, and
takes over what it did not finish.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority
from core.frame.lines import lines_of_groups
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from meetings.models.minutes import Minutes
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.minutes import Agreement, MinutesState
from meetings.selectors.actions import unfinished_before
from meetings.selectors.agenda import to_carry_over
from meetings.selectors.minutes import document_of, to_agree_at
from meetings.services import minutes_agreed
from tests.factories.groups import Group
from tests.factories.meetings import action_of, held, item_on, meeting_on, sent, written
from tests.meetings.pages import Browse, base_of, text_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)
NOW = datetime.fromisoformat("2026-11-10T17:30:00+00:00")
Day = tuple[Meeting, Meeting, Meeting]


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def day(larkshire: Authority, led: Group) -> Day:
    """In the morning, at four (held, its minutes with the members) and at six."""
    before = NOW - timedelta(days=30)
    with authority_scope(larkshire):
        morning = meeting_on(led.collaboration, DAY, led.lena, at=before, starts_at=time(9), ends_at=time(10))
        four = meeting_on(led.collaboration, DAY, led.lena, at=before, ends_at=time(17))
        item_on(four, led.lena, is_standing=True)
        six = meeting_on(led.collaboration, DAY, led.lena, at=before, starts_at=time(18), ends_at=time(19))
        held(four, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
        action_of(four, led.bluebells.provider, led.lena)
        sent(four, led.lena)
    return morning, four, six


def agree(four: Meeting, at: Meeting, led: Group) -> Minutes:
    return minutes_agreed.agree_minutes(
        meeting_id=four.pk,
        at_meeting_id=at.pk,
        agreement=Agreement.AS_SENT,
        changes="",
        by=led.lena,
        at=NOW,
    )


def test_g5_the_later_of_the_day_agrees_and_no_earlier_one(
    larkshire: Authority, led: Group, day: Day
) -> None:
    morning, four, six = day
    with authority_scope(larkshire):
        assert [row for row, _facts in to_agree_at(six)] == [four]
        assert to_agree_at(four) == to_agree_at(morning) == []
        for meeting in (morning, four):
            with pytest.raises(ValidationError, match="Select the later meeting"):
                agree(four, meeting, led)
        minutes = agree(four, six, led)
        assert (minutes.state, minutes.agreed_by_meeting) == (MinutesState.AGREED, six)
        assert agree(four, six, led) == minutes  # pressed twice
        assert to_agree_at(six) == []


def test_g5_of_three_on_one_day_the_oldest_is_named_first(larkshire: Authority, led: Group, day: Day) -> None:
    morning, four, six = day
    with authority_scope(larkshire):
        held(morning, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
        written(morning, led.lena)
        assert [row for row, _facts in to_agree_at(six)] == [morning, four]
        assert [row for row, _facts in to_agree_at(four)] == [morning]


def test_g5_what_was_not_finished_comes_to_the_later_of_the_day_alone(
    larkshire: Authority, led: Group, day: Day
) -> None:
    morning, four, six = day
    with authority_scope(larkshire):
        assert [row.meeting for row in unfinished_before(six)] == [four]
        assert list(unfinished_before(morning)) == list(unfinished_before(four)) == []
        assert [item.meeting for item in to_carry_over(six)] == [four]
        assert to_carry_over(morning) == []


def test_the_pages_offer_it_at_the_later_of_the_day_in_words_that_tell_them_apart(
    larkshire: Authority, led: Group, day: Day, browse: Browse
) -> None:
    morning, four, six = day
    lena = browse(led.lena)
    agree_at_six, agree_at_nine = (f"{base_of(led)}{row.pk}/agree/{four.pk}/" for row in (six, morning))
    page = text_of(lena.get(f"{base_of(led)}{six.pk}/"))
    assert "The minutes of the earlier meeting on this day have not been agreed yet." in page
    assert agree_at_six in page
    assert lena.get(agree_at_nine).status_code == 404
    assert lena.post(agree_at_six, {"agreement": "as_sent"}).status_code == 302
    assert "Agreed by the meeting on the same day at 6pm, as they were sent." in text_of(
        lena.get(f"{base_of(led)}{four.pk}/minutes/")
    )
    with authority_scope(larkshire):
        document = document_of(four)
    assert document is not None
    assert document.state_words == "Agreed on 10 November 2026"


@pytest.mark.urls("config.authority_urls")
def test_home_leads_to_the_later_of_the_day(larkshire: Authority, led: Group, day: Day) -> None:
    _morning, four, six = day
    with authority_scope(larkshire):
        lines = lines_of_groups(Visitor(led.lena, DAY), [led.collaboration])
    agreements = [line.url for line in lines if line.what.startswith("Record whether the minutes")]
    assert [url.endswith(f"/meetings/{six.pk}/agree/{four.pk}/") for url in agreements] == [True]
