"""Offices on their pages and in the admin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.offices import OfficeHolder
from memberships.services.offices import give_office
from tests.factories.groups import APPOINTED, JOINED, Group, one_more_member
from tests.factories.memberships import OfficeHolderFactory

Browse = Callable[..., Client]
TODAY = date(2026, 11, 21)
DECIDED = "Elected at the meeting of 12 May, unopposed."


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def given(group: Group, by: User, **more: object) -> OfficeHolder:
    facts = {
        "membership": group.bluebells,
        "user": group.mo,
        "office": "chair",
        "starts_on": APPOINTED,
        "decision": DECIDED,
        "by": by,
    }
    return give_office(**{**facts, **more})  # type: ignore[arg-type]


def last_sentence() -> str:
    return Entry.objects.latest("pk").sentence


def page_of(group: Group, rest: str = "") -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/{rest}"


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def test_a_leader_records_and_ends_an_office(led: Group, larkshire: Authority, browse: Browse) -> None:
    client = browse(led.lena)
    assert "Nobody holds an office yet" in client.get(page_of(led, "offices/")).content.decode()
    sent = {
        "office": "chair",
        "person": f"{led.mo.pk}-{led.bluebells.provider_id}",
        "decision": DECIDED,
        **day("starts_on", TODAY),
    }
    body = client.post(page_of(led, "offices/give/"), sent, follow=True).content.decode()
    assert "Mo Siddiqui is chair from 21 November 2026." in body
    assert DECIDED in body
    with authority_scope(larkshire):
        row = OfficeHolder.objects.get()
    again = client.post(page_of(led, "offices/give/"), sent).content.decode()
    assert "Mo Siddiqui already holds an office in that time." in again
    where = page_of(led, f"offices/{row.pk}/end/")
    early = client.post(where, day("ends_on", TODAY - timedelta(days=1))).content.decode()
    assert "The last day must be 21 November 2026, the first one in office, or later." in early
    body = client.post(where, day("ends_on", date(2027, 5, 1)), follow=True).content.decode()
    assert "The end is recorded." in body
    assert "1 May 2027" in body


def test_what_has_not_begun_is_taken_back_on_a_page(
    led: Group, larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        row = given(led, amina, starts_on=date(2027, 1, 1))
    where = page_of(led, f"offices/{row.pk}/withdraw/")
    client = browse(led.lena)
    assert "Take back that Mo Siddiqui is to be chair?" in client.get(where).content.decode()
    assert "The office is taken back." in client.post(where, follow=True).content.decode()
    assert client.get(where).status_code == 404


def test_a_leader_records_who_leads_or_is_asked_to_talk_to_the_team(led: Group, browse: Browse) -> None:
    client, where = browse(led.lena), page_of(led, "leaders/decide/")
    sent = {"manner": "joint", "members_decision": DECIDED, **day("starts_on", TODAY)}
    refused = client.post(
        where, {**sent, "person": f"{led.cara.pk}-{led.caras.provider_id}"}
    ).content.decode()
    assert "The early years team records this appointment with you." in refused
    for hint in ("Ofsted", "inspect", "policy", "grade", "below", "officer decides"):
        assert hint not in refused
    body = client.post(
        where, {**sent, "person": f"{led.mo.pk}-{led.bluebells.provider_id}"}, follow=True
    ).content.decode()
    assert "Mo Siddiqui leads from 21 November 2026." in body


@pytest.mark.parametrize(
    ("who", "offices", "give", "decide"),
    [
        ("lena", 200, 200, 200),
        ("mo", 200, 403, 403),
        ("amina", 200, 200, 403),
        ("fred", 200, 403, 403),
        ("sam", 404, 404, 404),
        ("otto", 404, 404, 404),
    ],
)
def test_who_opens_the_pages(
    led: Group,
    elsewhere: Collaboration,
    browse: Browse,
    request: pytest.FixtureRequest,
    who: str,
    offices: int,
    give: int,
    decide: int,
) -> None:
    user = getattr(led, who, None) or (
        User.objects.get(email="sam@larkshire.example") if who == "sam" else request.getfixturevalue(who)
    )
    client = browse(user)
    answers = [
        client.get(page_of(led, rest)).status_code
        for rest in ("offices/", "offices/give/", "leaders/decide/")
    ]
    assert answers == [offices, give, decide]


def test_the_page_of_offices_costs_the_same_for_one_and_thirty(
    led: Group, larkshire: Authority, amina: User, browse: Browse
) -> None:
    client, where = browse(led.lena), page_of(led, "offices/")
    with authority_scope(larkshire):
        given(led, amina)

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(where).status_code == 200
        return len(seen)

    client.get(where)
    one = cost()
    with authority_scope(larkshire):
        for _number in range(29):
            leader = one_more_member(led.collaboration)
            OfficeHolderFactory(
                user=leader.user, membership=leader.membership, office="safeguarding", starts_on=JOINED
            )
    assert cost() == one
    assert one <= 26


ADMIN = "/larkshire/admin/memberships/officeholder/"


def test_in_the_admin_an_office_is_only_read_and_leads_to_the_groups_page(
    led: Group, larkshire: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    with authority_scope(larkshire):
        row = given(led, amina, starts_on=date(2026, 11, 1))
    assert "Mo Siddiqui" in client.get(f"{ADMIN}?office=chair&time=now").content.decode()
    others = client.get(f"{ADMIN}?office=administrator").content.decode()
    assert "Mo Siddiqui" not in others.split('id="changelist-form"')[-1]
    page = client.get(f"{ADMIN}{row.pk}/change/").content.decode()
    assert f'<a href="/larkshire/collaborations/{led.collaboration.pk}/offices/">Open the page</a>' in page
    assert 'name="_save"' not in page
    assert client.post(f"{ADMIN}{row.pk}/change/", {"ends_on": "1/5/2027"}).status_code == 403
    assert client.get(f"{ADMIN}add/")["Location"] == "/larkshire/collaborations/for/record-office/"
