"""Nothing typed is lost when the session ends while a form is open, and nobody else sees it."""

from __future__ import annotations

import json
import re
import time
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts.models import User
from core import kept_forms
from core.filling import filled
from core.keys import Use, box_for
from tests.cast import sign_in

START = "/larkshire/collaborations/start/"
PAGE = f"http://testserver{START}?from=list"
TYPED = {"name": "Harbour <group>", "purpose": "We share training\r\nfor all staff", "district": ""}
MARKED = "This is what you had written. It is not saved yet. Check what you typed and save it."
pytestmark = pytest.mark.django_db


def signed_in(user: User, client: Client | None = None) -> Client:
    client = client or Client()
    sign_in(client, user)
    return client


def send_signed_out(user: User, client: Client | None = None, **headers: str) -> tuple[Client, Any]:
    """What the browser of a person sends whose session has ended."""
    client = client or Client()
    sent = {**TYPED, kept_forms.MARK: kept_forms.mark_of(user), "password": "hidden words"}
    return client, client.post(START, sent, headers={"referer": PAGE, **headers})


def test_what_was_typed_is_there_after_signing_in(amina: User) -> None:
    client, response = send_signed_out(amina)
    assert parse_qs(urlsplit(response["Location"]).query)["next"] == [f"{START}?from=list"]
    page = client.get(response["Location"])
    assert "kept for an hour, unless somebody else signs in here first" in page.content.decode()
    signed_in(amina, client)
    page = client.get(f"{START}?from=list")
    html = page.content.decode()
    assert MARKED in html
    assert 'value="Harbour &lt;group&gt;"' in html
    assert "We share training\r\nfor all staff</textarea>" in html
    assert "hidden words" not in html
    assert html.count("Error:") == 0


def test_it_is_shown_until_it_is_sent(amina: User) -> None:
    client, _response = send_signed_out(amina)
    signed_in(amina, client)
    assert MARKED in client.get(START).content.decode()
    assert MARKED in client.get(START).content.decode()
    assert client.post(START, {**TYPED, "kind": "collaboration"}).status_code in (200, 302)
    assert MARKED not in client.get(START).content.decode()
    assert kept_forms.KEPT not in client.session


def test_what_a_session_sends_that_proved_no_factor_is_there_once_it_has(amina: User) -> None:
    client = Client()
    sign_in(client, amina, proved=False)
    sent = {**TYPED, kept_forms.MARK: kept_forms.mark_of(amina)}
    response = client.post(START, sent, headers={"referer": PAGE})
    assert urlsplit(response["Location"]).path == "/larkshire/accounts/2fa/reauthenticate/"
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    session["account_authentication_methods_user"] = str(amina.pk)
    session.save()
    assert MARKED in client.get(START).content.decode()


def test_another_person_sees_nothing(amina: User, maya: User) -> None:
    client, _response = send_signed_out(amina)
    signed_in(maya, client)
    assert "Harbour" not in client.get(START).content.decode()
    assert kept_forms.KEPT not in client.session
    client.post("/larkshire/accounts/logout/")
    signed_in(amina, client)
    assert MARKED not in client.get(START).content.decode(), "as the sentence on the sign-in page says"


def test_it_is_encrypted_in_the_table_and_nothing_is_in_the_browser(amina: User) -> None:
    client, response = send_signed_out(amina)
    session = Session.objects.get(session_key=client.session.session_key)
    assert "Harbour" not in json.dumps(session.get_decoded())
    assert "Harbour" not in response.cookies.output() + str(response.headers)
    assert session.expire_date <= timezone.now() + timedelta(seconds=kept_forms.KEPT_SECONDS)


def test_it_is_kept_an_hour(amina: User) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client, _response = send_signed_out(amina)
        signed_in(amina, client)
        clock.shift(kept_forms.KEPT_SECONDS + 1)
        assert MARKED not in client.get(START).content.decode()


def test_signing_in_ends_the_sessions_short_life(amina: User) -> None:
    client, _response = send_signed_out(amina)
    assert client.session.get_expiry_age() == kept_forms.KEPT_SECONDS
    signed_in(amina, client)
    client.get(START)
    assert client.session.get_expiry_age() > kept_forms.KEPT_SECONDS


def test_nobodys_form_is_not_kept_and_that_is_said() -> None:
    client = Client()
    for mark in ({}, {kept_forms.MARK: "1:forged"}):
        response = client.post(START, {**TYPED, **mark}, headers={"referer": PAGE})
        assert kept_forms.KEPT not in client.session
    assert "could not be kept" in client.get(response["Location"]).content.decode()


@pytest.fixture(autouse=True)
def authority(larkshire: object) -> None:
    """Every page here is Larkshire's."""


def test_a_part_sent_by_script_says_it_was_not_saved_and_leaves_the_page(amina: User) -> None:
    client, response = send_signed_out(amina, **{"HX-Request": "true", "HX-Current-URL": PAGE})
    assert response.status_code == 200
    assert "HX-Redirect" not in response
    body = response.content.decode()
    assert "Not saved: you were signed out." in body
    assert 'href="/larkshire/accounts/login/?next=/larkshire/collaborations/start/' in body
    assert kept_forms.KEPT in client.session


def test_a_part_sent_after_signing_in_again_gets_a_new_token_and_is_saved(amina: User) -> None:
    """The page was drawn before the sign-in in another tab: the answer brings the token of this session."""
    client = signed_in(amina, Client(enforce_csrf_checks=True))
    sent = {**TYPED, kept_forms.MARK: kept_forms.mark_of(amina)}
    headers = {"referer": PAGE, "origin": "http://testserver", "HX-Request": "true", "HX-Current-URL": PAGE}
    response = client.post(START, sent, headers=headers)
    assert response.status_code == 200
    assert response["HX-Trigger"] == "save-again-now"
    body = response.content.decode()
    assert "Not saved yet. Trying again." in body
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', body)
    again = client.post(START, {**sent, "csrfmiddlewaretoken": token}, headers=headers)
    assert again.status_code == 200
    assert "HX-Trigger" not in again


def test_what_was_written_can_be_thrown_away(amina: User) -> None:
    client, _response = send_signed_out(amina)
    signed_in(amina, client)
    assert "Throw it away" in client.get(START).content.decode()
    assert client.post(START, {kept_forms.THROW_AWAY: START})["Location"] == START
    page = client.get(START).content.decode()
    assert "What you had written is thrown away." in page
    assert "Harbour" not in page
    assert kept_forms.KEPT not in client.session


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "https://elsewhere.example/larkshire/",
        "http://testserver//elsewhere.example/",
        "http://testserver/marlshire/",
        "javascript:alert(1)",
        "http://testserver@elsewhere.example/larkshire/",
    ],
)
def test_the_way_back_is_on_this_site_and_of_this_authority(amina: User, referer: str) -> None:
    _client, response = send_signed_out(amina, referer=referer)
    assert parse_qs(urlsplit(response["Location"]).query)["next"] == ["/larkshire/"]


def test_a_page_with_the_token_of_an_earlier_session(amina: User) -> None:
    """Signed in again in another tab, the old page is sent: the page of the error leads back to what was
    typed.
    """
    client = signed_in(amina, Client(enforce_csrf_checks=True))
    sent = {**TYPED, kept_forms.MARK: kept_forms.mark_of(amina)}
    response = client.post(START, sent, headers={"referer": PAGE, "origin": "http://testserver"})
    assert response.status_code == 302
    assert response["Location"] == f"{START}?from=list"
    page = client.get(START).content.decode()
    assert "Please press the button once more." in page
    assert "Harbour" in page
    assert MARKED in page


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site", "referer": PAGE}, {}],
)
def test_what_another_site_sends_is_not_kept(amina: User, headers: dict[str, str]) -> None:
    client = signed_in(amina, Client(enforce_csrf_checks=True))
    assert client.post(START, TYPED, headers=headers).status_code == 403
    assert kept_forms.KEPT not in client.session


def test_a_page_of_one_person_sent_in_the_session_of_another(amina: User, maya: User) -> None:
    client = signed_in(maya, Client(enforce_csrf_checks=True))
    sent = {**TYPED, kept_forms.MARK: kept_forms.mark_of(amina)}
    client.post(START, sent, headers={"referer": PAGE, "origin": "http://testserver"})
    assert kept_forms.KEPT not in client.session


def test_before_a_second_factor_is_set_up(amina: User) -> None:
    amina.authenticator_set.all().delete()
    client = Client()
    sign_in(client, amina, proved=False)
    sent = {**TYPED, kept_forms.MARK: kept_forms.mark_of(amina)}
    response = client.post(START, sent, headers={"referer": PAGE})
    assert "totp" in response["Location"]
    assert kept_forms.KEPT in client.session


def test_a_text_that_is_too_long_is_not_kept(amina: User) -> None:
    client = Client()
    sent = {"purpose": "x" * (kept_forms.MAX_CHARACTERS + 1), kept_forms.MARK: kept_forms.mark_of(amina)}
    client.post(START, sent, headers={"referer": PAGE})
    assert kept_forms.KEPT not in client.session


def test_each_key_is_for_one_purpose() -> None:
    from cryptography.fernet import InvalidToken

    locked = box_for(Use.SHORT, "one purpose").encrypt(b"text")
    assert box_for(Use.SHORT, "one purpose").decrypt(locked) == b"text"
    with pytest.raises(InvalidToken):
        box_for(Use.SHORT, "another purpose").decrypt(locked)


FORMS = """<main><form method="get"><input name="q" value=""></form>
<form method="post" action="/other/"><input name="name" value="old"></form>
<form method="POST" id="f"><input type=hidden name=csrfmiddlewaretoken value=new>
<input name="name" value="old"><input type="password" name="password">
<textarea name="words">\nold &amp; older</textarea>
<input type="checkbox" name="tick" value="1" checked><input type="checkbox" name="tick" value="2">
<input type="radio" name="one" value="a" checked><input type="radio" name="one" value="b">
<select name="s"><option value="">-</option><option selected>R&amp;D</option><option value="x">X</option></select>
<input name="row" value=""><input name="row" value=""></form>
<input name="apart" form="f"></main>"""


def test_every_kind_of_control_is_filled() -> None:
    typed = {
        "name": ['<"new">'],
        "words": ["one\ntwo </textarea>"],
        "tick": ["2"],
        "one": ["b"],
        "s": ["x"],
        "row": ["first", "second"],
        "password": ["secret"],
        "csrfmiddlewaretoken": ["old"],
        "apart": ["far"],
        "gone": ["has no place"],
    }
    page = filled(FORMS, typed, sent_to="/page/", page="/page/")
    html = page.html
    assert '<input name="name" value="&lt;&quot;new&quot;&gt;">' in html
    assert '<form method="post" action="/other/"><input name="name" value="old">' in html
    assert '<textarea name="words">\none\ntwo &lt;/textarea&gt;</textarea>' in html
    assert '<input type="checkbox" name="tick" value="1">' in html
    assert '<input type="checkbox" name="tick" value="2" checked>' in html
    assert '<input type="radio" name="one" value="b" checked>' in html
    assert "<option>R&amp;D</option>" in html
    assert '<option value="x" selected>' in html
    assert html.index('value="first"') < html.index('value="second"')
    assert '<input name="apart" form="f" value="far">' in html
    assert "secret" not in html
    assert "value=new" in html
    assert "gone" not in page.placed


def test_the_mark_says_nothing_to_another_purpose(amina: User, rf: RequestFactory) -> None:
    from django.core import signing

    with pytest.raises(signing.BadSignature):
        signing.Signer(salt="another").unsign(kept_forms.mark_of(amina))
