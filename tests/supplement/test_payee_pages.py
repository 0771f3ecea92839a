"""S9: who receives the money on its pages, for the leader, members, by link, the team and everybody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from accounts.selectors import token_of
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from supplement.models.payees import Mandate, Payee
from supplement.rules.payees import Part
from supplement.services.payees import withdraw_proposal
from tests.factories.agreed import agreed
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.factories.payees import link_to_sign, proposed, receives, signed
from tests.factories.supplement import open_period
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
TODAY = NOW.date()
BEFORE = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> TimeMachineFixture:
    time_machine.move_to(NOW, tick=False)
    return time_machine


def text_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.status_code
    return " ".join(answer.content.decode().split())


def page_of(group: Group, rest: str = "") -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/supplement/payee/{rest}"


def by_link(part: Part, about_id: int) -> str:
    return f"/larkshire/supplement/{part.replace('_', '-')}/{token_of(link_to_sign(part, about_id))}/"


def test_s9_the_leader_names_a_setting_and_is_asked_once_where_the_ways_of_working_name_another(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        agreed(led.collaboration, led.lena, on=BEFORE, values={"payee": led.bluebells.provider_id})
    client = browse(led.lena)
    money = text_of(client.get(f"/larkshire/collaborations/{led.collaboration.pk}/supplement/"))
    assert page_of(led) in money
    page = text_of(client.get(page_of(led)))
    assert "The next payment waits. No setting receives the money yet." in page
    form = client.get(page_of(led, "name/"))
    assert "The ways of working name Bluebells." in text_of(form)
    assert form.context["form"].initial["provider"] == led.bluebells.provider_id
    sent = {"provider": led.acorns.provider_id, "why": "It has an office."}
    asked = client.post(page_of(led, "name/"), sent)
    assert "The ways of working name Bluebells, not Acorns." in text_of(asked)
    again = {**sent, "differs": str(led.acorns.provider_id)}
    page = text_of(client.post(page_of(led, "name/"), again, follow=True))
    assert "Acorns accepts" in page
    assert "The ways of working name Bluebells. Change them too" in page
    assert "It has an office." in page
    others = {"provider": led.caras.provider_id, "differs": str(led.caras.provider_id)}
    refused = client.post(page_of(led, "name/"), {**again, **others})
    assert "Acorns is proposed already" in text_of(refused)
    bank = client.post(page_of(led, "name/"), {**again, "why": "20-45-45 12345678"})
    assert set(bank.context["form"].errors) == {"why"}
    assert "20-45-45 12345678" in text_of(bank)


def test_s9_everybody_signs_on_the_page_and_sees_who_has_not(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        receives(led.acorns, led.lena, on=BEFORE)
        after = proposed(led.bluebells, led.lena, on=TODAY)
    lena, mo, cara = browse(led.lena), browse(led.mo), browse(led.cara)
    page = text_of(mo.get(page_of(led)))
    assert "A change of payee waits for signatures" in page
    assert page_of(led, f"{after.pk}/accept/") in page
    assert page_of(led, f"{after.pk}/hand-over/") not in page
    assert lena.get(page_of(led, f"{after.pk}/accept/")).status_code == 403
    assert "You have accepted" in text_of(mo.post(page_of(led, f"{after.pk}/accept/"), follow=True))
    assert mo.get(page_of(led, f"{after.pk}/accept/")).status_code == 404
    page = text_of(lena.post(page_of(led, f"{after.pk}/hand-over/"), follow=True))
    assert "Bluebells, since 30 November 2026" in page
    assert "Received it before" in page
    sign = page_of(led, f"members/{led.caras.pk}/")
    assert sign in text_of(cara.get(page_of(led)))
    assert "I am a member of Riverside as a childminder" in text_of(cara.get(sign))
    assert set(cara.post(sign, {"name": " "}).context["form"].errors) == {"name"}
    assert "Signed by Cara Finch on 30 November 2026" in text_of(
        cara.post(sign, {"name": "Cara Finch"}, follow=True)
    )
    with authority_scope(larkshire):
        mandate = Mandate.objects.get()
    withdraw = page_of(led, f"mandates/{mandate.pk}/withdraw/")
    assert mo.get(withdraw).status_code == 403
    assert "The mandate is withdrawn." in text_of(cara.post(withdraw, follow=True))
    assert cara.get(withdraw).status_code == 404


def test_s9_a_link_is_one_click_and_signs_without_signing_in(
    larkshire: Authority, led: Group, browse: Browse, now: TimeMachineFixture
) -> None:
    with authority_scope(larkshire):
        receives(led.acorns, led.lena, on=BEFORE)
        mail.outbox.clear()
        after = proposed(led.bluebells, led.lena, on=TODAY, why="It has an office.")
        deliver()
        accept, hand_over = by_link(Part.ACCEPT, after.pk), by_link(Part.HAND_OVER, after.pk)
        mandate = by_link(Part.MANDATE, led.caras.pk)
    bodies = {message.to[0].split("@")[0]: message.body for message in mail.outbox if mandate in message.body}
    assert set(bodies) == {"cara"}
    assert "It has an office." in bodies["cara"]
    client = browse(None)
    assert "I am a member of Riverside" in text_of(client.get(mandate))
    assert "Thank you. Your mandate is signed." in text_of(
        client.post(mandate, {"name": "Cara"}, follow=True)
    )
    assert "Cara signed on 30 November 2026." in text_of(client.get(mandate), 404)
    assert "We accept" in text_of(client.get(accept))
    assert "You have accepted" in text_of(client.post(accept, follow=True))
    assert "You have handed over" in text_of(client.post(hand_over, follow=True))
    assert "Lena Hartley signed on 30 November 2026." in text_of(client.get(hand_over), 404)
    with authority_scope(larkshire):
        rows = {row.provider_id: row for row in Payee.objects.all()}
        assert rows[led.bluebells.provider_id].accepted_by == led.mo
        assert Mandate.objects.get().signed_by == led.cara


def test_s9_a_link_that_is_too_old_sends_a_new_one_and_one_of_a_withdrawn_proposal_does_not(
    larkshire: Authority, led: Group, browse: Browse, now: TimeMachineFixture
) -> None:
    with authority_scope(larkshire):
        payee = proposed(led.acorns, led.lena, on=TODAY)
        mandate, accept = by_link(Part.MANDATE, led.bluebells.pk), by_link(Part.ACCEPT, payee.pk)
    now.move_to(NOW + timedelta(days=30), tick=False)
    client = browse(None)
    assert "still to be done" in text_of(client.get(mandate), 404)
    assert "A new link is on its way" in text_of(client.post(mandate, {"send_again": "1"}, follow=True))
    with authority_scope(larkshire):
        renewed = by_link(Part.MANDATE, led.bluebells.pk)
        SettingRole.objects.filter(user=led.cara).update(ends_on=TODAY)
        withdraw_proposal(payee_id=payee.pk, why="No.", by=led.lena, at=NOW + timedelta(days=30))
    for address in (renewed, accept):
        page = text_of(client.get(address), 404)
        assert "still to be done" not in page
        assert "Acorns" not in page


def test_s9_the_leader_reminds_and_withdraws(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        payee = proposed(led.acorns, led.lena, on=BEFORE)
    client = browse(led.lena)
    assert "Acorns, Bluebells, Cara&#x27;s" in text_of(client.get(page_of(led, "remind/")))
    assert "3 settings were reminded." in text_of(client.post(page_of(led, "remind/"), follow=True))
    assert "3 were written to earlier today." in text_of(client.post(page_of(led, "remind/"), follow=True))
    withdraw = page_of(led, f"{payee.pk}/withdraw/")
    assert "Say why you withdraw" in text_of(client.post(withdraw, {"why": ""}))
    page = text_of(client.post(withdraw, {"why": "It closes."}, follow=True))
    assert "The proposal is withdrawn." in page
    assert "Proposal withdrawn" in page


def test_s9_others_of_the_authority_and_of_another_do_not_find_it(
    larkshire: Authority, led: Group, browse: Browse, sam: User, otto: User, amina: User, fred: User
) -> None:
    with authority_scope(larkshire):
        payee = proposed(led.acorns, led.lena, on=TODAY)
    pages = [
        "",
        "name/",
        "remind/",
        f"{payee.pk}/withdraw/",
        f"{payee.pk}/accept/",
        f"members/{led.caras.pk}/",
    ]
    for person in (sam, otto):
        client = browse(person)
        assert {client.get(page_of(led, page)).status_code for page in pages} == {404}
    for person in (amina, fred):
        client = browse(person)
        assert client.get(page_of(led)).status_code == 200
        assert {client.get(page_of(led, page)).status_code for page in pages[1:]} == {403}


def test_s9_many_members_are_read_in_as_many_statements_as_few(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        payee = receives(led.acorns, led.lena, on=BEFORE)
        signed(payee, led.bluebells, led.mo, on=TODAY)
    client, numbers = browse(led.lena), []
    client.get(page_of(led))
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(page_of(led))
        numbers.append(len(queries))
        with authority_scope(larkshire):
            for _number in range(3):
                MembershipFactory(collaboration=led.collaboration, joined_on=BEFORE)
    assert numbers[0] == numbers[1] <= 24


def test_s9_home_leads_each_to_what_is_theirs(
    larkshire: Authority, led: Group, browse: Browse, maya: User
) -> None:
    def lines(person: User) -> str:
        return text_of(browse(person).get("/larkshire/"))

    assert page_of(led, "name/") not in lines(led.lena)
    with authority_scope(larkshire):
        open_period(maya, on=TODAY)
    assert page_of(led, "name/") in lines(led.lena)
    with authority_scope(larkshire):
        receives(led.acorns, led.lena, on=BEFORE)
        sign = page_of(led, f"members/{led.bluebells.pk}/")
    assert page_of(led, "name/") not in lines(led.lena)
    assert sign in lines(led.mo)
    with authority_scope(larkshire):
        after = proposed(led.bluebells, led.lena, on=TODAY)
    home = lines(led.mo)
    assert sign not in home
    assert page_of(led, f"{after.pk}/accept/") in home
    home = lines(led.lena)
    assert page_of(led, f"{after.pk}/hand-over/") in home
    assert page_of(led, f"members/{led.acorns.pk}/") in home
    assert page_of(led, f"{after.pk}/accept/") not in home
