"""O7: the preview says what follows for members and leaders, to those who may know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.selectors.loads import members_told_of
from ofsted.models import ImportRun, Inspection
from providers.models import ProviderIdentity
from tests.factories.groups import Group
from tests.ofsted.files import graded, make_file
from tests.ofsted.kinds import agency, agency_file
from tests.ofsted.test_loads import setting, the_run, upload

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def preview(larkshire: Authority, led: Group, amina: User, browse: Browse) -> str:
    """The preview of a file in which Acorns is Inadequate, Bluebells resigned, Cara's rows contradict each other."""
    with authority_scope(larkshire):
        urns = [membership.provider.urn for membership in (led.acorns, led.bluebells, led.caras)]
    rows = [
        setting(urns[0], name="Acorns", **graded("full", "01/06/2026", "4", number="9")),
        setting(urns[1], name="Bluebells", registration_status="Resigned"),
        setting(urns[2], name="Cara's", places="4"),
        setting(urns[2], name="Cara's", places="5"),
    ]
    upload(browse(amina), make_file("2021-08", rows))
    return f"/larkshire/ofsted/files/{the_run(larkshire).pk}/"


def test_o7_the_preview_says_what_follows(preview: str, led: Group, amina: User, browse: Browse) -> None:
    text = browse(amina).get(preview).content.decode()
    contradicting, text = text.split("Members whose row was rejected")[1].split("What this file holds")
    assert "Cara" in contradicting
    below, text = text.split("Leaders whose setting would fall below the line")[1].split(
        "Members that would no"
    )
    assert "Acorns" in below
    assert "Inadequate, 1 June 2026" in below
    assert "led by Lena Hartley" in below
    gone, judged = text.split("Members with another judgement")
    assert "Bluebells" in gone
    assert "Resigned" in gone
    assert f"/larkshire/collaborations/{led.collaboration.pk}/members/{led.acorns.pk}/" in judged


def test_o7_who_may_not_appoint_is_not_told_who_would_fall_below_the_line(
    preview: str, amina: User, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = type(amina).has_perm
    monkeypatch.setattr(
        type(amina),
        "has_perm",
        lambda user, name, *rest: name != "memberships.appoint_leader" and allowed(user, name, *rest),
    )
    text = browse(amina).get(preview).content.decode()
    assert "below the line" not in text
    assert "Lena" not in text
    assert "Members with another judgement" in text


def test_o5_an_agency_that_becomes_ineffective_concerns_its_childminders(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    upload(client, agency_file([agency("CA000101")]))
    client.post(f"/larkshire/ofsted/files/{the_run(larkshire).pk}/")
    with authority_scope(larkshire):
        minder = led.acorns.provider
        Inspection.objects.filter(provider=minder).delete()
        minder.agency = ProviderIdentity.objects.get(value="CA000101").provider
        minder.save()
    worse = {"agency.inspected_on": "03/02/2026", "agency.met": "Ineffective"}
    upload(client, agency_file([agency("CA000101", **worse)]))
    text = client.get(f"/larkshire/ofsted/files/{the_run(larkshire).pk}/").content.decode()
    below = text.split("Leaders whose setting would fall below the line")[1].split("Members with another")[0]
    assert "Acorns" in below
    assert "Ineffective" in below
    assert "led by Lena Hartley" in below


def test_p43_after_the_load_home_says_how_many_members_are_concerned_and_leads_to_who(
    larkshire: Authority, led: Group, amina: User, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        urns = [membership.provider.urn for membership in (led.acorns, led.bluebells, led.caras)]
    rows = [
        setting(urns[0], name="Acorns", **graded("full", "01/06/2026", "4", number="9")),
        setting(urns[1], name="Bluebells"),
        setting(urns[2], name="Cara's"),
    ]
    client = browse(amina)
    assert "something new" not in client.get("/larkshire/").content.decode()
    upload(client, make_file("2021-08", rows))
    run = the_run(larkshire)
    page = f"/larkshire/ofsted/files/{run.pk}/"
    client.post(page, dict.fromkeys(client.get(page).context["form"].fields, "on"))
    with authority_scope(larkshire):
        assert the_run(larkshire).state == "loaded"
        concerned = members_told_of(run, on=timezone.localdate())
    home = client.get("/larkshire/").content.decode()
    assert f"Ofsted says something new about {concerned} member" in home
    assert f"{page}#followed" in home
    assert "something new" not in browse(fred).get("/larkshire/").content.decode()
    text = client.get(page).content.decode().split('id="followed"')[1]
    below, judged = text.split("Members with a new or changed inspection")
    assert "Acorns" in below
    assert "led by Lena Hartley" in below
    assert "Inadequate, 1 June 2026" in judged
    with authority_scope(larkshire):
        ImportRun.objects.update(loaded_at=timezone.now() - timedelta(days=16))
    assert "something new" not in client.get("/larkshire/").content.decode()
