"""Sign-in by the council's own directory, from the button to the session, with a server that lies (A3)."""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import parse_qsl

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from accounts.adapters import SocialAccountAdapter
from accounts.models import Authority, SecurityEvent, User
from accounts.oidc.tokens import kept
from accounts.rules import EventKind
from core.addresses import parsed
from tests.accounts.council_server import (
    CLIENT_ID,
    FOREIGN_KEY,
    OWN_KEY,
    SECRET,
    SERVER,
    SMALL_KEY,
    CouncilServer,
    public,
    signed,
)

LOGIN = "/larkshire/accounts/oidc/council/login/"
BACK = f"{LOGIN}callback/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch, amina: User) -> CouncilServer:
    settings.OIDC_DOMAINS, settings.OIDC_ID = ["larkshire.example"], "council"
    app = {
        "provider_id": "council",
        "name": "your council account",
        "client_id": CLIENT_ID,
        "secret": SECRET,
        "settings": {"server_url": SERVER},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {**settings.SOCIALACCOUNT_PROVIDERS["openid_connect"], "APPS": [app]}
    }
    server = CouncilServer()
    server.know(amina.email)
    monkeypatch.setattr(SocialAccountAdapter, "get_requests_session", lambda self: server)
    return server


def go(client: Client, query: str = "") -> dict[str, str]:
    """What the browser brings to the server."""
    page = client.post(LOGIN + query)
    assert page.status_code == 200, page
    address = re.search(rf'"({re.escape(SERVER)}/authorize[^"]*)"', page.content.decode())
    assert address, "the page leads to the server"
    parts = parsed(unescape(address[1]))
    assert parts is not None
    return dict(parse_qsl(parts.query))


def come_back(client: Client, server: CouncilServer, **changed: Any) -> Any:
    """The whole way. ``changed``: what the browser brings back otherwise; None leaves it out."""
    asked = go(client)
    answer = {"code": server.authorize(asked), "state": asked["state"], **changed}
    return client.get(BACK, {name: value for name, value in answer.items() if value is not None})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_good_answer_signs_in_and_the_next_time_by_the_subject(
    larkshire: Authority, server: CouncilServer, amina: User
) -> None:
    asked = Client()
    assert come_back(asked, server).headers["Location"].endswith("/accounts/2fa/authenticate/")
    assert not is_signed_in(asked), "whoever has a second factor here is asked for it"
    amina.authenticator_set.all().delete()
    client = Client()
    assert come_back(client, server).status_code == 302
    assert client.session["_auth_user_id"] == str(amina.pk)
    event = SecurityEvent.objects.get(kind=EventKind.SIGNED_IN)
    assert (event.person, event.authority) == (amina, larkshire)
    server.know("a.new.name@larkshire.example")
    again = Client()
    assert come_back(again, server).status_code == 302
    assert again.session["_auth_user_id"] == str(amina.pk)
    server.know("a.new.name@larkshire.example", subject="somebody-else")
    assert come_back(Client(), server).status_code == 403


def test_each_request_has_pkce_a_nonce_and_a_state_of_its_own(
    larkshire: Authority, server: CouncilServer
) -> None:
    client = Client()
    first, second = go(client), go(client)
    assert first["code_challenge_method"] == "S256"
    for name in ("code_challenge", "nonce", "state"):
        assert len(first[name]) >= 16, name
        assert first[name] != second[name], name
    assert first["redirect_uri"].endswith(BACK)
    assert set(first["scope"].split()) == {"openid", "profile", "email"}


@pytest.mark.parametrize(
    "query",
    [
        "?auth_params=redirect_uri%3Dhttps%3A%2F%2Felsewhere.example%2F",
        "?auth_params=state%3Dchosen%26nonce%3Dchosen%26code_challenge%3Dchosen%26client_id%3Dx",
        "?auth_params=prompt%3Dnone%26response_mode%3Dfragment%26response_type%3Dtoken",
        "?scope=offline_access%2Cadmin",
    ],
)
def test_the_visitor_s_address_puts_nothing_into_the_request(
    larkshire: Authority, server: CouncilServer, query: str
) -> None:
    plain, asked = go(Client()), go(Client(), query)
    assert set(asked) == set(plain)
    for name in ("redirect_uri", "client_id", "response_type", "code_challenge_method"):
        assert asked[name] == plain[name], name
    assert set(asked["scope"].split()) == set(plain["scope"].split())
    assert "chosen" not in asked.values()


def b64(document: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()


def unsigned(claims: dict[str, Any]) -> str:
    return f"{b64({'alg': 'none', 'typ': 'JWT', 'kid': 'key-1'})}.{b64(claims)}."


def altered(claims: dict[str, Any]) -> str:
    """A good signature under other claims."""
    head, _claims, signature = signed({**claims, "sub": "somebody-else"}).split(".")
    return f"{head}.{b64(claims)}.{signature}"


def claim(name: str, value: Any) -> Callable[[CouncilServer], None]:
    def change(server: CouncilServer) -> None:
        server.claims[name] = value

    return change


def without(name: str) -> Callable[[CouncilServer], None]:
    def change(server: CouncilServer) -> None:
        server.sign = lambda claims: signed({key: claims[key] for key in claims if key != name})

    return change


def with_sign(sign: Callable[[dict[str, Any]], Any]) -> Callable[[CouncilServer], None]:
    return lambda server: setattr(server, "sign", sign)


def having(**facts: Any) -> Callable[[CouncilServer], None]:
    def change(server: CouncilServer) -> None:
        for name, value in facts.items():
            setattr(server, name, value)

    return change


def metadata(**facts: Any) -> Callable[[CouncilServer], None]:
    return lambda server: server.metadata.update(facts)


#: The server's answers that prove nothing.
LIES: dict[str, Callable[[CouncilServer], None]] = {
    "signed by another key": with_sign(lambda claims: signed(claims, FOREIGN_KEY)),
    "claims altered under the signature": with_sign(altered),
    "no signature": with_sign(lambda claims: signed(claims).rpartition(".")[0] + "."),
    "alg none": with_sign(unsigned),
    "alg None in capitals": with_sign(
        lambda claims: f"{b64({'alg': 'NONE', 'kid': 'key-1'})}.{b64(claims)}."
    ),
    "signed with the client's secret": with_sign(lambda claims: signed(claims, SECRET, "HS256")),
    "signed with a key of its own header": with_sign(
        lambda claims: signed(claims, FOREIGN_KEY, jwk=public(FOREIGN_KEY), jku="https://evil.example/keys")
    ),
    "a key that the server does not have": with_sign(lambda claims: signed(claims, FOREIGN_KEY, kid="key-2")),
    "a small key": lambda server: [
        setattr(server, "keys", {"keys": [public(SMALL_KEY)]}),
        setattr(server, "sign", lambda claims: signed(claims, SMALL_KEY)),
    ],
    "a key for encryption": having(keys={"keys": [public(OWN_KEY, use="enc")]}),
    "a key of another algorithm": having(keys={"keys": [public(OWN_KEY, alg="PS256")]}),
    "two keys of one name": having(keys={"keys": [public(OWN_KEY), public(FOREIGN_KEY)]}),
    "no keys": having(keys={"keys": []}),
    "keys that are a list": having(keys=["x"]),
    "keys that are text": having(keys={"keys": "x"}),
    "keys without content": having(keys={"keys": [{"kid": "key-1"}]}),
    "not a token": with_sign(lambda claims: "not.a.token"),
    "a number for a token": with_sign(lambda claims: 5),
    "a very long token": with_sign(lambda claims: signed({**claims, "x": "x" * 30_000})),
    "wrong issuer": claim("iss", "https://directory.example/marlshire/v2.0"),
    "issuer with more behind it": claim("iss", f"{SERVER}.evil.example"),
    "no issuer": without("iss"),
    "wrong audience": claim("aud", "another-service"),
    "audiences of several": claim("aud", [CLIENT_ID, "another-service"]),
    "another party": claim("azp", "another-service"),
    "no audience": without("aud"),
    "expired": claim("exp", int(time.time()) - 3600),
    "never ends": without("exp"),
    "from the future": claim("iat", int(time.time()) + 7200),
    "not yet": claim("nbf", int(time.time()) + 7200),
    "no time": without("iat"),
    "wrong nonce": claim("nonce", "another"),
    "empty nonce": claim("nonce", ""),
    "a list for a nonce": claim("nonce", ["x"]),
    "half a letter for a nonce": claim("nonce", "\ud800"),
    "no nonce": without("nonce"),
    "no subject": without("sub"),
    "an empty subject": claim("sub", ""),
    "a number for a subject": claim("sub", 7),
    "a subject with a NUL": claim("sub", "a\0b"),
    "a long subject": claim("sub", "x" * 300),
    "no ID token": having(token_answer={"access_token": "x", "token_type": "Bearer"}),
    "an odd lifetime": having(
        token_answer={"access_token": "x", "expires_in": "soon", "id_token": "not.a.token"}
    ),
    "no access token": having(token_answer={"id_token": "not.a.token"}),
    "a list for an answer": having(token_answer=["access_token"]),
    "no JSON": having(token_answer=b"<html>"),
    "user info of somebody else": having(
        userinfo={"sub": "2", "email": "maya@larkshire.example", "email_verified": True}
    ),
    "user info without a subject": having(
        userinfo={"email": "maya@larkshire.example", "email_verified": True}
    ),
    "user info that is a list": having(userinfo=["x"]),
    "user info that is nothing": having(userinfo=None),
}


@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_proves_nothing_is_refused(
    larkshire: Authority, server: CouncilServer, lie: str
) -> None:
    LIES[lie](server)
    client = Client()
    answer = come_back(client, server)
    refused(client, answer)
    assert SecurityEvent.objects.get(kind=EventKind.SIGN_IN_FAILED).authority == larkshire


def refused(client: Client, answer: Any) -> None:
    """In words; nobody is signed in, no account is connected, no person made."""
    assert answer.status_code in (401, 403), answer
    assert "Traceback" not in answer.content.decode()
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()


#: What a browser brings back that is not what it was given.
FORGED = {
    "no state": {"state": None},
    "another state": {"state": "invented"},
    "an empty state": {"state": ""},
    "a long state": {"state": "x" * 5000},
    "no code": {"code": None},
    "another code": {"code": "invented"},
    "another server's answer": {"iss": "https://evil.example"},
    "an odd issuer": {"iss": "é\u2028"},
    "an error": {"error": "server_error"},
    "an error with markup": {"error": "<script>alert(1)</script>", "error_description": "<b>x</b>"},
}


@pytest.mark.parametrize("forgery", FORGED)
def test_an_answer_that_was_not_asked_for_is_refused(
    larkshire: Authority, server: CouncilServer, forgery: str
) -> None:
    client = Client()
    answer = come_back(client, server, **FORGED[forgery])
    refused(client, answer)
    assert b"<script>alert(1)" not in answer.content
    assert SecurityEvent.objects.filter(kind=EventKind.SIGN_IN_FAILED).count() == 1


def test_an_answer_is_taken_once(larkshire: Authority, server: CouncilServer) -> None:
    client = Client()
    asked = go(client)
    back = {"code": server.authorize(asked), "state": asked["state"], "iss": SERVER}
    assert client.get(BACK, back).status_code == 302
    client.post("/larkshire/accounts/logout/")
    assert client.get(BACK, back).status_code == 401
    assert not is_signed_in(client)


def test_an_answer_given_to_another_browser_is_refused(larkshire: Authority, server: CouncilServer) -> None:
    """A stolen or planted answer: state, verifier and nonce are the session's that began."""
    thief, victim = Client(), Client()
    asked = go(thief)
    stolen = {"code": server.authorize(asked), "state": asked["state"]}
    refused(victim, victim.get(BACK, stolen))
    own = go(victim)
    code = server.authorize(asked)
    refused(victim, victim.get(BACK, {"code": code, "state": own["state"]}))
    # A server that does not look at the verifier: the nonce is another request's
    server.codes["planted"] = {**asked, "code_challenge": (own := go(victim))["code_challenge"]}
    refused(victim, victim.get(BACK, {"code": "planted", "state": own["state"]}))


@pytest.mark.parametrize(
    "change",
    [
        metadata(issuer="https://directory.example/marlshire/v2.0"),
        metadata(issuer=None),
        metadata(token_endpoint="http://directory.example/token"),
        metadata(jwks_uri=None),
        metadata(authorization_endpoint="javascript:alert(1)"),
        having(metadata=["x"]),
        having(is_away=True),
    ],
)
def test_a_server_that_is_away_or_not_the_one_that_is_set(
    larkshire: Authority, server: CouncilServer, change: Callable[[CouncilServer], None]
) -> None:
    """Before the way out and on the way back."""
    client = Client()
    asked = go(client)
    back = {"code": server.authorize(asked), "state": asked["state"]}
    change(server)
    refused(client, client.get(BACK, back))
    refused(client, client.post(LOGIN))
    assert SecurityEvent.objects.filter(kind=EventKind.SIGN_IN_FAILED).count() == 2


@pytest.mark.parametrize("process", ["redirect", "connect", "signup", "x"])
def test_no_other_process_signs_in_or_connects_for_a_stranger(
    larkshire: Authority, server: CouncilServer, amina: User, process: str
) -> None:
    server.know("nobody@larkshire.example")
    client = Client()
    asked = go(client, f"?process={process}")
    answer = client.get(BACK, {"code": server.authorize(asked), "state": asked["state"]})
    assert answer.status_code == 403
    refused(client, answer)


def test_somebody_signed_in_cannot_take_another_s_council_account(
    larkshire: Authority, server: CouncilServer, amina: User, sam: User, browse: Callable[[User], Client]
) -> None:
    client = browse(sam)
    asked = go(client, "?process=connect")
    client.get(BACK, {"code": server.authorize(asked), "state": asked["state"]})
    assert not SocialAccount.objects.filter(user=sam).exists()
    assert client.session["_auth_user_id"] == str(sam.pk)


def test_an_address_that_nobody_has_is_an_event_and_no_account(
    larkshire: Authority, server: CouncilServer
) -> None:
    server.know("nobody@larkshire.example")
    client = Client()
    refused(client, come_back(client, server))
    assert SecurityEvent.objects.get(kind=EventKind.SIGN_IN_FAILED).person is None
    assert not User.objects.filter(email="nobody@larkshire.example").exists()


def test_no_more_is_kept_of_an_answer_than_is_needed(larkshire: Authority, server: CouncilServer) -> None:
    server.userinfo |= {"groups": ["g"], "phone_number": "0", "name": "A\0B", "preferred_username": "\ud800"}
    client = Client()
    assert come_back(client, server).status_code == 302
    held = SocialAccount.objects.get().extra_data
    assert set(held["userinfo"]) == {"sub", "email", "email_verified"}
    assert kept({"sub": "1", "name": "x" * 256, "email": ["x"], "email_verified": None}) == {
        "sub": "1",
        "email_verified": None,
    }


def test_the_log_holds_no_token_and_no_address(
    larkshire: Authority, server: CouncilServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.sign = lambda claims: signed(claims, FOREIGN_KEY)
    come_back(Client(), server)
    assert "does not hold: InvalidSignatureError" in caplog.text
    assert not any(text in caplog.text for text in ("amina@", "eyJ", SECRET))


def test_a_request_to_the_server_ends(larkshire: Authority) -> None:
    """Every request has a time limit: a server that is silent holds no page for ever."""
    session = SocialAccountAdapter().get_requests_session()
    assert isinstance(session, requests.Session)
    assert 0 < session.request.keywords["timeout"] <= 10  # type: ignore[attr-defined]
