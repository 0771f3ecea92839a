"""Two at once: one certified number, one reminder a day, one link used once."""

from datetime import UTC, datetime

import pytest

from accounts.models import TaskLink
from audit.models import Entry
from core.scoping import authority_scope
from provision.models import StaffReturn, StaffReturnReminder, Vacancy
from provision.services.offers import add_vacancy
from provision.services.reminders import remind_collaboration
from provision.services.returns import certify_staff
from tests.concurrency import at_once
from tests.factories.offers import ReturnPeriodFactory

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture
def period(larkshire, led):
    with authority_scope(larkshire):
        return ReturnPeriodFactory()


def certify(led, period, by, staff, **more):
    return lambda: certify_staff(
        period=period, provider=led.acorns.provider, staff=staff, by=by, at=AT, **more
    )


def test_two_people_certify_one_number(larkshire, led, period, amina):
    assert at_once(larkshire, [certify(led, period, by, 9) for by in (led.lena, amina)]) == ["done", "done"]
    with authority_scope(larkshire):
        assert StaffReturn.objects.get().staff == 9
        assert Entry.objects.filter(action="staff_returned").count() == 1


def test_two_people_certify_two_numbers(larkshire, led, period, amina):
    said = at_once(larkshire, [certify(led, period, led.lena, 9), certify(led, period, amina, 10)])
    assert said[1] == "done"
    assert "on 21 November 2026 at 10am. If that is wrong, correct it." in said[0]


def test_a_link_that_two_open_is_used_once(larkshire, led, period, amina):
    with authority_scope(larkshire):
        remind_collaboration(collaboration=led.collaboration, by=amina, at=AT)
        link = TaskLink.objects.get(email=led.lena.email)
    said = at_once(larkshire, [certify(led, period, led.lena, staff, link=link) for staff in (9, 10)])
    assert said == ["This link has been used already or no longer works.", "done"]


def test_two_remind_and_each_setting_gets_one_email(larkshire, led, period, amina):
    said = at_once(
        larkshire,
        [
            lambda by=by: remind_collaboration(collaboration=led.collaboration, by=by, at=AT)
            for by in (led.lena, amina)
        ],
    )
    assert said == ["done", "done"]
    with authority_scope(larkshire):
        assert StaffReturnReminder.objects.count() == 3
        assert TaskLink.objects.filter(used_at=None, withdrawn_at=None).count() == 3


def test_two_list_one_vacancy(larkshire, led, amina):
    facts = {"provider": led.acorns.provider, "age_band": "two", "session": "morning", "on": AT.date()}
    deeds = [
        lambda by=by, places=places: add_vacancy(**facts, places=places, by=by)
        for by, places in ((led.lena, 3), (amina, 4))
    ]
    assert at_once(larkshire, deeds) == [
        "You list this age and session already. Change that one instead.",
        "done",
    ]
    with authority_scope(larkshire):
        assert Vacancy.objects.count() == 1
