"""The tab "People and offices": who leads, who holds an office, who can sign in; what the leader can ask for."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment
from ofsted.selectors.register import NEEDS_ATTENTION
from tests.factories.groups import person_of
from tests.factories.ofsted import InspectionFactory

TODAY = "Today (21 November 2026):"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(datetime(2026, 11, 21, 10, tzinfo=UTC), tick=False):
        yield


def text(response) -> str:
    return " ".join(response.content.decode().split())


def page_of(group) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/offices/"


def test_the_team_reads_why_somebody_leads_and_what_the_policy_says_today(browse, led, amina):
    shown = text(browse(amina).get(page_of(led)))
    for words in ("Lena Hartley", "When appointed", TODAY, "Appoint a leader", "No last day is agreed."):
        assert words in shown
    for person in (led.lena, led.mo):
        members = text(browse(person).get(page_of(led)))
        assert "Lena Hartley" in members
        for words in ("When appointed", TODAY, "Appoint a leader"):
            assert words not in members


def test_l1_the_judgement_of_today_stands_beside_the_one_at_the_appointment(browse, larkshire, led, amina):
    """A report card has no grade of the whole: its areas are named, and nobody reads "Good"."""
    with authority_scope(larkshire):
        LeaderAppointment.objects.update(may_lead_because="Good at the inspection of 12 May 2024")
    before = text(browse(amina).get(page_of(led)))
    assert "Good at the inspection of 12 May 2024" in before
    assert f'{TODAY} Good, 12 May 2024 <strong class="govuk-tag govuk-tag--green">May lead' in before
    with authority_scope(larkshire):
        InspectionFactory(
            provider=led.acorns.provider, card=True, rc_leadership_and_governance=NEEDS_ATTENTION
        )
    after = text(browse(amina).get(page_of(led)))
    assert "When appointed (5 January 2026): Good at the inspection of 12 May 2024" in after
    today = after[after.index(TODAY) :].split("</p>")[0]
    assert "Report card, 10 March 2026 (Leadership and governance: Needs attention)" in today
    assert "Below the line" in today
    assert "Good" not in today


def test_the_leader_asks_the_team_before_any_form(browse, led):
    shown = text(browse(led.lena).get(page_of(led)))
    assert "A new or a second leader: ask the early years team" in shown
    assert f"?kind=new_leader&amp;person={led.mo.pk}" in shown
    members = text(browse(led.mo).get(page_of(led)))
    assert "?kind=" not in members
    for name in ("Lena Hartley", "Mo Siddiqui", "Cara Finch", "early.years@larkshire.example"):
        assert name in members


def test_strangers_do_not_learn_of_it(browse, led, sam, otto):
    for stranger in (sam, otto):
        assert browse(stranger).get(page_of(led)).status_code == 404


def test_the_page_takes_the_same_queries_for_more_people(browse, larkshire, led, amina):
    client = browse(amina)
    client.get(page_of(led))
    with CaptureQueriesContext(connection) as few:
        client.get(page_of(led))
    with authority_scope(larkshire):
        for name in ("Ann Lee", "Bea Lee", "Cai Lee"):
            person_of(led.bluebells.provider, name, amina)
    with CaptureQueriesContext(connection) as many:
        client.get(page_of(led))
    assert len(many) == len(few)
