"""C5 through the endpoints: a leader invites a setting, and the setting answers, signed in or by the link."""

import html
import re
from datetime import date

import pytest
import time_machine

from accounts.models import TaskLink
from core.scoping import authority_scope
from memberships.models.joining import Invitation
from memberships.models.members import Membership, SettingRole
from memberships.services.invitations import withdraw_invitation
from support.models import SupportRequest
from tests.factories.groups import person_of
from tests.factories.providers import ProviderFactory
from tests.memberships.joining import DECISION, TODAY, TOP, day, main_of, of, text
from tests.outbox import deliver


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
    assert "Elm Tree is invited. The email is on its way to its managers." in text(done)
    assert "Elm Tree is invited" in main_of(done)
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


def test_c5_where_a_manager_is_known_nothing_is_typed_and_the_own_name_is_used(
    browse, larkshire, led, daisies, dora, amina, mailoutbox
):
    """P8: no name and no address is shown; what somebody types in all the same goes nowhere."""
    with authority_scope(larkshire):
        person_of(daisies, "Gil Penn", amina)
    client, url = browse(led.lena), of(led, "invite/?q=daisies")
    page = text(client.get(url))
    assert "We know a manager here" in page
    for words in (
        "dora@",
        "Dora Penn",
        'name="email"',
        'name="full_name"',
        "Ask the early years team to send it",
    ):
        assert words not in page
    client.post(url, {"provider": daisies.pk, **NELL})
    with authority_scope(larkshire):
        assert Invitation.objects.get().full_name == "Dora Penn"
        emails = set(TaskLink.objects.values_list("email", flat=True))
        deliver()
    assert emails == {"dora@larkshire.example", "gil@larkshire.example"}
    assert sorted(mail.to[0] for mail in mailoutbox if "invites you" in mail.subject) == sorted(emails)
    assert not any("Nell" in mail.body for mail in mailoutbox)


def test_c5_a_leader_cannot_make_a_stranger_manager_and_asks_the_team_in_one_tap(
    browse, larkshire, led, daisies, amina
):
    with authority_scope(larkshire):
        SettingRole.objects.filter(provider=daisies).update(ends_on=TODAY)
    client, url, given = browse(led.lena), of(led, "invite/?q=daisies"), {"provider": daisies.pk, **NELL}
    assert "We know nobody here yet" in text(client.get(url))
    assert "We know nobody at this setting yet." in text(client.post(url, given))
    with authority_scope(larkshire):
        assert not Invitation.objects.exists()
    done = client.post(url, {**given, "words": "Come and see us.", "ask_team": "1"}, follow=True)
    assert "The early years team is asked to send the invitation to Daisies." in text(done)
    with authority_scope(larkshire):
        request = SupportRequest.objects.get()
    assert (request.provider_id, request.kind) == (daisies.pk, "send_invitation")
    officer = browse(amina)
    page = text(officer.get(f"/larkshire/leadership/support/{request.pk}/"))
    for words in ("Daisies", "All agreed at the meeting.", "Come and see us.", "Send it now"):
        assert words in page
    send = html.unescape(re.search(r'href="([^"]*invite/[^"]*)"[^>]*>\s*Send it now', page)[1])
    assert "All agreed at the meeting." in text(officer.get(send))
    assert "Daisies is invited." in text(officer.post(send, given, follow=True))
    with authority_scope(larkshire):
        assert Invitation.objects.get().is_vouched_for


def test_c5_an_invitation_that_waits_is_sent_again_after_a_week(
    browse, larkshire, led, invitation, link, mailoutbox
):
    again = of(led, f"invitations/{invitation.pk}/remind/")
    client = browse(led.lena)
    assert "You can send it again a week later." in text(client.post(again))
    assert mailoutbox == []
    with time_machine.travel("2026-11-28 10:00Z", tick=False):
        client = browse(led.lena)
        assert "The email has gone once more" in text(client.post(again, follow=True))
        with authority_scope(larkshire):
            deliver()
    assert [mail.to for mail in mailoutbox] == [[invitation.email]]
    assert browse().get(link).status_code == 404, "the first link has ended"


def test_c5_by_the_link_who_is_not_at_the_setting_any_more_is_told(browse, larkshire, invitation, link):
    with authority_scope(larkshire):
        Invitation.objects.update(is_vouched_for=False)
    page = text(browse().post(link, {"answer": "accept"}, follow=True))
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
    for words in ("Come and see us.", "Lena Hartley", "Acorns", "and 1 who is not named", "From which day?"):
        assert words in main_of(response)
    assert "Cara" not in main_of(response)
    assert "Select" in text(nobody.post(link, {}))
    past = {"answer": "accept", **day("joins_on", date(2026, 11, 20))}
    assert "must be today or in the future" in text(nobody.post(link, past))
    done = nobody.post(link, {"answer": "accept", **day("joins_on", date(2026, 12, 1))}, follow=True)
    assert "Welcome to Riverside" in text(done)
    assert "Daisies is a member of Riverside from 1 December 2026." in text(done)
    with authority_scope(larkshire):
        assert Membership.objects.get(provider=daisies).joined_on == date(2026, 12, 1)
        assert SettingRole.objects.filter(
            provider=daisies, user__email=invitation.email, role="manager"
        ).exists()
    for method in ("get", "post"):
        gone = getattr(nobody, method)(link)
        assert gone.status_code == 404
        assert "This link has been used" in text(gone)


def test_c5_the_link_declines(browse, larkshire, led, daisies, invitation, link):
    done = browse().post(link, {"answer": "decline"}, follow=True)
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
    assert "Daisies is a member of Riverside from 21 November 2026." in text(
        client.post(url, {"answer": "accept"}, follow=True)
    )
    assert "Accepted" in main_of(client.get(url))
    assert client.get(of(led)).status_code == 200
