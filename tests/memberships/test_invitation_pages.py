"""C5 through the endpoints: a leader invites a setting, and the setting answers, signed in or by the link."""

import pytest
import time_machine

from accounts.models import TaskLink
from core.scoping import authority_scope
from memberships.models.joining import Invitation
from memberships.models.members import Membership, SettingRole
from memberships.services.invitations import withdraw_invitation
from tests.factories.groups import person_of
from tests.factories.providers import ProviderFactory
from tests.memberships.joining import DECISION, TODAY, TOP, main_of, of, text


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


# --- inviting -----------------------------------------------------------------------------------------------

NELL = {"full_name": "Nell Ives", "email": "nell@larkshire.example", "words": "", **DECISION}


def test_c5_a_leader_invites_a_setting_and_takes_it_back(browse, larkshire, led, amina):
    with authority_scope(larkshire):
        elm = ProviderFactory(name="Elm Tree", urn="EY999777")
        person_of(elm, "Nell Ives", amina)
    client = browse(led.lena)
    url = of(led, "invite/?q=ey999777")
    assert "Elm Tree" in main_of(client.get(url))
    done = client.post(url, {"provider": elm.pk, **NELL}, follow=True)
    assert "Elm Tree is invited. The email goes to Nell Ives." in text(done)
    assert "invited already" in text(client.post(url, {"provider": elm.pk, **NELL}))
    with authority_scope(larkshire):
        row = Invitation.objects.get()
    back = of(led, f"invitations/{row.pk}/withdraw/")
    assert "Take back the invitation of Elm Tree?" in text(client.get(back))
    assert "Its link no longer works." in text(client.post(back, follow=True))


def test_c5_a_leader_finds_no_home_by_its_postcode(browse, larkshire, led):
    with authority_scope(larkshire):
        ProviderFactory(name="Hidden home", childminder=True, postcode="LK9 9ZZ")
    assert "Hidden home" not in main_of(browse(led.lena).get(of(led, "invite/?q=LK9+9ZZ")))
    body = main_of(browse(led.lena).get(of(led, "invite/?q=hidden")))
    assert "Hidden home" in body
    assert "LK9 9ZZ" not in body


@pytest.mark.parametrize("is_managed", [True, False])
def test_c5_a_leader_cannot_make_a_stranger_manager_of_a_setting(
    browse, larkshire, led, daisies, amina, is_managed
):
    if not is_managed:
        with authority_scope(larkshire):
            SettingRole.objects.filter(provider=daisies).update(ends_on=TODAY)
    url, given = of(led, "invite/?q=daisies"), {"provider": daisies.pk, **NELL}
    ask = f"/larkshire/leadership/support/of/{led.collaboration.pk}/ask/"
    refused = text(browse(led.lena).post(url, given))
    assert "We do not know this address at the setting yet." in refused
    assert "dora@" not in refused
    assert ask in refused
    assert browse(led.lena).get(ask).status_code == 200
    assert ask not in text(browse(amina).get(url))
    assert "Daisies is invited." in text(browse(amina).post(url, given, follow=True))
    with authority_scope(larkshire):
        assert Invitation.objects.get().is_vouched_for


def test_c5_by_the_link_who_is_not_at_the_setting_any_more_is_told(browse, larkshire, invitation, link):
    with authority_scope(larkshire):
        Invitation.objects.update(is_vouched_for=False)
    page = text(browse().post(link, {"answer": "accept"}))
    assert "We no longer know this address at the setting." in page
    with authority_scope(larkshire):
        assert Invitation.objects.get().state == "sent"


# --- answering ----------------------------------------------------------------------------------------------


def test_c5_opening_the_link_changes_nothing_and_the_button_makes_a_member(
    browse, larkshire, led, daisies, invitation, link
):
    nobody = browse()
    for _scanner in range(3):
        response = nobody.get(link)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Referrer-Policy"] == "same-origin"
    assert nobody.head(link).status_code in (200, 405)
    with authority_scope(larkshire):
        assert Invitation.objects.get().state == "sent"
        assert TaskLink.objects.get().used_at is None
    assert "Come and see us." in main_of(response)
    assert "Select" in text(nobody.post(link, {}))
    done = nobody.post(link, {"answer": "accept"})
    assert "Welcome to Riverside" in text(done)
    assert "Daisies is a member of Riverside from today." in text(done)
    with authority_scope(larkshire):
        assert Membership.objects.get(provider=daisies).joined_on == TODAY
        assert SettingRole.objects.filter(
            provider=daisies, user__email=invitation.email, role="manager"
        ).exists()
    for method in ("get", "post"):
        gone = getattr(nobody, method)(link)
        assert gone.status_code == 404
        assert "This link no longer works" in text(gone)


def test_c5_the_link_declines(browse, larkshire, led, daisies, invitation, link):
    done = browse().post(link, {"answer": "decline"})
    assert "Thank you for your answer" in text(done)
    with authority_scope(larkshire):
        assert Invitation.objects.get().state == "declined"
        assert not Membership.objects.filter(provider=daisies).exists()


@pytest.mark.parametrize("spoil", ["forged", "foreign", "other purpose", "taken back", "old"])
def test_c5_a_link_that_is_none_opens_nothing(browse, larkshire, led, invitation, link, spoil):
    if spoil == "forged":
        link = f"{link[:-3]}xx/"
    elif spoil == "foreign":
        link = link.replace("/larkshire/", "/marlshire/")
    elif spoil == "other purpose":
        with authority_scope(larkshire):
            TaskLink.objects.update(purpose="something.else")
    elif spoil == "taken back":
        with authority_scope(larkshire):
            from django.utils import timezone

            withdraw_invitation(invitation=invitation, by=led.lena, at=timezone.now())
    with time_machine.travel("2026-12-20 10:00Z" if spoil == "old" else "2026-11-21 10:00Z", tick=False):
        response = browse().get(link)
    assert response.status_code == 404
    assert "Riverside" not in text(response)


def test_c5_a_manager_answers_signed_in(browse, larkshire, led, daisies, dora, invitation):
    client = browse(dora)
    assert "Answer the invitation of Riverside" in main_of(client.get(f"{TOP}find/{daisies.pk}/"))
    url = f"{TOP}invitations/{invitation.pk}/"
    assert "Come and see us." in main_of(client.get(url))
    assert "Daisies is a member of Riverside from today." in text(
        client.post(url, {"answer": "accept"}, follow=True)
    )
    assert "Accepted" in main_of(client.get(url))
    assert client.get(of(led)).status_code == 200
