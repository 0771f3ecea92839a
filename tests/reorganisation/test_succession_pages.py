"""A change of legal entity (O2) on its pages."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import time_machine

from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.members import join
from providers.services.succession import link_successor
from reorganisation.selectors.succession import successions_to_settle
from tests.factories.groups import JOINED
from tests.factories.plans import AT, TODAY
from tests.factories.providers import ProviderFactory
from tests.staging import staged

LIST = "/larkshire/collaborations/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def link(larkshire, led, amina):
    with authority_scope(larkshire):
        new = ProviderFactory(name="Acorns Ltd", registered_on=TODAY - timedelta(20))
        return link_successor(
            old_id=led.acorns.provider_id, new_id=new.pk, on=TODAY - timedelta(20), reason="Sold", by=amina
        )


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).replace("&#x27;", "'").split())


def test_o2_an_officer_moves_what_is_ticked(browse, amina, larkshire, led, link):
    client = browse(amina)
    where = f"{LIST}moves/{link.pk}/"
    shown = client.get(where)
    body = text(shown)
    for words in (
        "What moves to Acorns Ltd?",
        "Riverside",
        "Lena Hartley",
        "Nothing moves by itself.",
        "should any be open",
    ):
        assert words in body
    assert " checked" not in shown.content.decode()
    assert "Choose what moves." in text(client.post(where, day("on", TODAY)))
    with authority_scope(larkshire):
        role, leader = SettingRole.objects.get(user=led.lena), LeaderAppointment.objects.get(user=led.lena)
    wanted = {
        **day("on", TODAY),
        "memberships": [led.acorns.pk],
        "roles": [role.pk],
        "leaders": [leader.pk],
        "officers_decision": "",
    }
    refused = client.post(where, wanted)
    assert "leaves this to an officer" in text(refused)
    assert "officers_decision" in refused.context["form"].errors
    body = text(client.post(where, {**wanted, "officers_decision": "Visited."}, follow=True))
    assert "What you ticked moves to Acorns Ltd from 21 November 2026." in body
    assert "No membership and no person is left that could move." in body
    with authority_scope(larkshire):
        assert Membership.objects.get(provider=link.new).collaboration == led.collaboration
        assert not successions_to_settle(on=TODAY).exists()


def test_the_page_says_who_is_there_already(browse, amina, larkshire, led, link):
    with authority_scope(larkshire):
        join(collaboration=led.collaboration, provider=link.new, on=TODAY, by=amina)
    body = text(browse(amina).get(f"{LIST}moves/{link.pk}/"))
    assert "The new registration is a member already" in body


def test_the_settings_admin_leads_to_the_move(browse, amina, led, link):
    client = browse(amina)
    for setting in (link.old_id, link.new_id):
        body = client.get(f"/larkshire/admin/providers/provider/{setting}/change/").content.decode()
        assert f'href="{LIST}moves/{link.pk}/"' in body
    assert JOINED < TODAY
