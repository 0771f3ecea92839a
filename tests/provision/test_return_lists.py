"""The leader's page of staff returns, the authority's list, its export, and the reminders from both."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.exports.registry import find_export
from core.scoping import authority_scope
from documents.models import Job
from provision.models import ReturnPeriod, StaffReturnReminder
from provision.selectors import settings_that_owe
from provision.services.returns import certify_staff
from tests.factories.groups import one_more_member
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
LIST = "/larkshire/collaborations/staff-returns/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def asked(larkshire, led):
    """Acorns has certified; Bluebells and Cara's owe."""
    with authority_scope(larkshire):
        period = ReturnPeriodFactory()
        certify_staff(period=period, provider=led.acorns.provider, staff=9, by=led.lena, at=AT)
    return led


def page_of(group) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/staff-returns/"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def rows_of(response) -> list[str]:
    return [str(row) for row in response.context["page"].object_list]


def test_a_leader_sees_who_owes_and_reminds_with_one_tap(browse, larkshire, asked):
    client = browse(asked.lena)
    body = text(client.get(page_of(asked)))
    for words in (
        "2 of 3 that were members on 2 November 2026 owe it.",
        "Remind 2 settings",
        "Lena Hartley, 21 Nov 2026",
        "not reminded yet",
    ):
        assert words in body
    body = text(client.post(page_of(asked), follow=True))
    assert "2 settings were reminded." in body
    assert "reminded on 21 Nov 2026" in body
    assert "Remind 2" not in body, "once a day is enough"
    assert "2 were reminded earlier today" in text(client.post(page_of(asked), follow=True))
    with authority_scope(larkshire):
        assert StaffReturnReminder.objects.count() == 2


def test_with_everything_in_there_is_nobody_to_remind(browse, larkshire, asked):
    with authority_scope(larkshire):
        for membership in (asked.bluebells, asked.caras):
            certify_staff(
                period=ReturnPeriod.objects.get(), provider=membership.provider, staff=2, by=asked.mo, at=AT
            )
    assert "Nobody owes it. Nobody needs a reminder." in text(browse(asked.lena).get(page_of(asked)))
    assert "Nobody owes it. Nobody needs a reminder." in text(browse(asked.lena).post(page_of(asked)))


def test_with_no_period_the_page_says_so(browse, led):
    assert "No staff number is asked for today." in text(browse(led.lena).get(page_of(led)))


def test_who_may_look_and_remind(browse, asked, elsewhere, amina, fred, sam, otto):
    for person, status in (
        (asked.lena, 200),
        (amina, 200),
        (asked.mo, 403),
        (fred, 403),
        (sam, 404),
        (otto, 404),
    ):
        assert browse(person).get(page_of(asked)).status_code == status, person


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Acorns", "Bluebells", "Cara's", "Clover"]),
        ("state=certified", ["Acorns"]),
        ("state=owed", ["Bluebells", "Cara's", "Clover"]),
        ("q=blue", ["Bluebells"]),
        ("type=childminder", ["Cara's"]),
        ("sort=-setting", ["Clover", "Cara's", "Bluebells", "Acorns"]),
        ("sort=staff", ["Acorns", "Bluebells", "Cara's", "Clover"]),
        ("period=99999999999999999999", ["Acorns", "Bluebells", "Cara's", "Clover"]),
    ],
)
def test_officers_list_filter_and_sort_the_returns(browse, asked, elsewhere, amina, query, shown):
    response = browse(amina).get(f"{LIST}?{query}")
    assert rows_of(response) == shown


def test_the_list_is_of_one_collaboration_or_an_earlier_period(browse, larkshire, asked, elsewhere, amina):
    client = browse(amina)
    assert rows_of(client.get(f"{LIST}?collaboration={elsewhere.pk}")) == ["Clover"]
    with authority_scope(larkshire):
        before = ReturnPeriodFactory(
            name="Spring", count_date=date(2026, 3, 2), opens_on=date(2026, 3, 2), due_on=date(2026, 3, 31)
        )
        StaffReturnFactory(period=before, provider=asked.bluebells.provider, certified_by=asked.mo, staff=7)
    response = client.get(f"{LIST}?period={before.pk}&state=certified")
    assert rows_of(response) == ["Bluebells"]
    assert "Remind everybody" not in text(response), "that period is closed"


def test_the_list_says_who_owes_or_why_nobody_does(browse, larkshire, asked, elsewhere, amina):
    client = browse(amina)
    assert "owe it." in text(client.get(LIST))
    with authority_scope(larkshire):
        period = ReturnPeriod.objects.get()
        for setting in settings_that_owe(period):
            StaffReturnFactory(period=period, provider=setting, certified_by=asked.mo)
    assert "Every setting that was asked has confirmed its number." in text(client.get(LIST))


def test_before_any_setting_is_a_member_none_is_asked(browse, larkshire, amina):
    with authority_scope(larkshire):
        ReturnPeriodFactory()
    body = text(browse(amina).get(LIST))
    assert "No setting is a member of a collaboration yet, so none is asked." in body
    assert "Nobody owes" not in body
    assert "has confirmed" not in body


def test_the_export_holds_what_the_list_shows(browse, larkshire, asked, elsewhere, amina):
    export = find_export("staff_returns")
    with authority_scope(larkshire):
        rows = list(export.rows(export.clean_filters({"state": "certified"}), by=amina))
        assert [row[:3] for row in rows] == [("Autumn 2026", date(2026, 11, 2), "Acorns")]
        assert rows[0][6:9] == ("Confirmed", 9, "Lena Hartley")
        assert export.count({}, by=amina) == 4
        assert export.filters_in_words({"state": "owed"}) == [("State", "Owed")]
    response = browse(amina).get(f"{LIST}?state=owed")
    assert response.context["export_url"] == "/larkshire/files/exports/staff_returns/?state=owed"


def test_reminders_to_all_become_a_job(browse, larkshire, asked, elsewhere, amina, fred):
    with authority_scope(larkshire):
        period = ReturnPeriod.objects.get()
    where = f"{LIST}{period.pk}/remind/"
    assert "3 settings owe it." in text(browse(amina).get(where))
    assert browse(fred).post(where).status_code == 403
    response = browse(amina).post(where)
    with authority_scope(larkshire):
        job = Job.objects.get()
        assert (job.title, job.total) == ("Reminders of the staff number for Autumn 2026", 3)
        assert job.url == f"collaborations/staff-returns/?period={period.pk}"
    assert response.headers["Location"] == f"/larkshire/files/jobs/{job.pk}/"


def test_without_a_period_the_list_says_what_to_do(browse, larkshire, amina, fred):
    assert "Add a period" in text(browse(amina).get(LIST))
    assert "Add a period" not in text(browse(fred).get(LIST))


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("which", ["leader", "officer"])
def test_the_lists_take_the_same_queries(browse, larkshire, asked, amina, number, which):
    with authority_scope(larkshire):
        for _ in range(number):
            one_more_member(asked.collaboration)
    person, where = (asked.lena, page_of(asked)) if which == "leader" else (amina, LIST)
    client = browse(person)
    client.get(where)
    with CaptureQueriesContext(connection) as queries:
        client.get(where)
    assert len(queries) == {"leader": 12, "officer": 14}[which]
