"""What browsers are told of signing in: cookies, headers, fields of passwords; and which passwords are taken."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from accounts.models import Authority, User
from config import settings as production
from core.logs import JsonFormatter
from tests.cast import person

pytestmark = pytest.mark.django_db
LOGIN, LOGOUT = "/larkshire/accounts/login/", "/larkshire/accounts/logout/"
PASSWORD = "  A Pass Phrase, with Spaces "


@pytest.fixture
def cara(larkshire: Authority) -> User:
    user = person(larkshire, "Cara Finch")
    user.authenticator_set.all().delete()
    user.refresh_from_db()
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True})
    return user


def sign_in(client: Client, user: User, password: str = PASSWORD) -> Any:
    return client.post(LOGIN, {"login": user.email, "password": password})


def is_in(client: Client) -> bool:
    return bool(client.get("/larkshire/").status_code == 200)


def test_signing_in_gives_a_new_key_and_signing_out_ends_it(cara: User) -> None:
    client = Client()
    client.get("/larkshire/accounts/login/code/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["sessionid"] = session.session_key
    assert sign_in(client, cara).status_code == 302
    key = client.cookies["sessionid"].value
    assert key != session.session_key
    assert re.fullmatch(r"[a-z0-9]{32}", key)  # 36**32 is above 2**165
    assert is_in(client)
    client.post(LOGOUT)
    thief = Client()
    thief.cookies["sessionid"] = key
    assert not is_in(thief)


def test_cookies_say_where_they_go(cara: User) -> None:
    client = Client()
    client.get(LOGIN)
    sign_in(client, cara)
    seen = {name: client.cookies[name] for name in ("sessionid", "csrftoken", "device")}
    for name, cookie in seen.items():
        assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", ""), name
        assert cookie["httponly"], name


def test_signing_out_clears_the_browser(cara: User) -> None:
    client = Client()
    assert "Clear-Site-Data" not in sign_in(client, cara)
    assert "Clear-Site-Data" not in client.get("/larkshire/")
    assert client.post(LOGOUT)["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in Client().get(LOGIN)


def test_a_session_that_is_over_leaves_what_waits_on_the_device(cara: User) -> None:
    """Marks and texts that are not sent yet (decisions 0053 and 0093): nobody asked for them to go."""
    client = Client()
    sign_in(client, cara)
    Session.objects.all().delete()
    assert client.get("/larkshire/")["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize("path", [LOGIN, "/larkshire/privacy/", "/larkshire/nothing/", "/health/web/"])
def test_no_other_site_reads_an_answer(larkshire: Authority, path: str) -> None:
    for answer in (
        Client().get(path, headers={"origin": "https://elsewhere.example"}),
        Client().options(path, headers={"origin": "https://elsewhere.example"}),
    ):
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize(
    "path", [LOGIN, "/larkshire/privacy/", "/larkshire/nothing/", "/larkshire/brand.css"]
)
def test_answers_say_their_type_and_letters(larkshire: Authority, path: str) -> None:
    kind = "text/css" if path.endswith("css") else "text/html"
    assert Client().get(path)["Content-Type"] == f"{kind}; charset=utf-8"


@pytest.mark.parametrize("path", [LOGIN, "/larkshire/", "/larkshire/privacy/"])
def test_trace_is_not_answered(cara: User, path: str) -> None:
    client = Client()
    sign_in(client, cara)
    answer = client.trace(path, headers={"x-planted": "words to come back"})
    assert answer.status_code in (302, 405)
    assert "words to come back" not in answer.content.decode() + str(answer.headers)


def password_fields(html: str) -> list[str]:
    return [tag for tag in re.findall(r"<input[^>]*>", html) if re.search(r'name="[^"]*password', tag)]


def test_fields_of_passwords_help_password_managers(cara: User) -> None:
    client = Client()
    pages = {LOGIN: client.get(LOGIN).content.decode()}
    sign_in(client, cara)
    change = "/larkshire/accounts/password/change/"
    pages[change] = client.get(change).content.decode()
    assert [len(password_fields(html)) for html in pages.values()] == [1, 3]
    for html in pages.values():
        for tag in password_fields(html):
            assert 'type="password"' in tag
            assert re.search(r'autocomplete="(current|new)-password"', tag), tag
            assert "maxlength" not in tag
        assert not re.search(r"\bon(paste|copy|input)=", html)


def test_a_password_is_compared_as_it_was_typed(cara: User) -> None:
    for other in (PASSWORD.strip(), PASSWORD.lower(), PASSWORD[:-1], PASSWORD + "x"):
        assert sign_in(Client(), cara, other).status_code == 200, other
    assert sign_in(Client(), cara).status_code == 302


@pytest.mark.parametrize(
    ("password", "is_taken"),
    [
        ("eleven lett", False),
        ("twelve lette", True),
        ("only lower case letters and blanks", True),
        ("\N{SNOWMAN}" * 12, True),
        ("q9" * 64, True),
        ("q1w2e3r4t5y6", False),
        ("qwerty123456", False),
        ("cara@larkshire.example", False),
        ("Cara Finch Cara", False),
    ],
)
def test_which_passwords_are_taken(cara: User, password: str, is_taken: bool) -> None:
    with override_settings(AUTH_PASSWORD_VALIDATORS=production.AUTH_PASSWORD_VALIDATORS):
        if is_taken:
            validate_password(password, cara)
        else:
            with pytest.raises(ValidationError):
                validate_password(password, cara)


def test_passwords_are_kept_by_scrypt() -> None:
    with override_settings(PASSWORD_HASHERS=production.PASSWORD_HASHERS):
        kept = make_password("a long pass phrase")
        assert identify_hasher(kept).algorithm == "scrypt"
        assert int(kept.split("$")[1]) >= 2**14


def line_of(message: str) -> str:
    record = logging.LogRecord("eyc.request", logging.INFO, "x.py", 1, message, (), None)
    return JsonFormatter().format(record)


def test_a_line_of_the_log_says_its_time_in_utc() -> None:
    assert json.loads(line_of("request"))["at"].endswith("+0000")


def test_a_line_of_the_log_stays_one_line() -> None:
    line = line_of('one\r\n{"level": "ERROR"}\u2028two')
    assert len(line.splitlines()) == 1
