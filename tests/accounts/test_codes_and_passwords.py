"""Codes that nobody guesses and that fit their own request; words that no password is built from."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import Authority, User
from accounts.passwords import SERVICE_WORDS, is_made_of_service_words
from tests.accounts.test_limits import PASSWORD, with_password

NEW = "a-brand-new-phrase-22"
ASK, CONFIRM = "/larkshire/accounts/login/code/", "/larkshire/accounts/login/code/confirm/"


@pytest.mark.pure
@pytest.mark.parametrize(
    ("password", "refused"),
    [
        ("EarlyYears2026!", True),
        ("early-years-2026", True),
        ("3arly Y3ars 26", True),
        ("C0llab0rati0n$1", True),
        ("NurseryManager1", True),
        ("ofsted-council-9", True),
        ("CollaborationNetwork", True),
        ("nursery rhyme about a tortoise", False),
        ("correct horse battery", False),
        ("council tax 83 purple door", False),
        ("", False),
        ("\u202e\u200b" * 9, False),
    ],
)
def test_no_password_is_built_from_words_of_the_service(password: str, refused: bool) -> None:
    assert is_made_of_service_words(password) is refused
    if refused:
        with pytest.raises(ValidationError, match="words of this service"):
            validate_password(password)


@pytest.mark.pure
@pytest.mark.parametrize("word", SERVICE_WORDS)
def test_every_word_of_the_list_counts(word: str) -> None:
    assert is_made_of_service_words(f"{word}-{word}-1")


@pytest.mark.pure
def test_codes_have_enough_letters_and_none_comes_twice() -> None:
    """20 bits and more each: six letters of a set of twenty are 25."""
    codes = [get_adapter().generate_login_code().replace("-", "") for _ in range(300)]
    assert len(set(codes)) >= 299
    assert min(map(len, codes)) >= 6
    assert len(set("".join(codes))) >= 20
    secrets = [generate_totp_secret() for _ in range(100)]
    assert len(set(secrets)) == 100
    assert {len(base64.b32decode(secret)) for secret in secrets} == {20}
    assert len({RecoveryCodes.generate_seed() for _ in range(100)}) == 100


def code_in(body: str) -> str:
    found = re.search(r"\b([A-Z0-9]{3,}-?[A-Z0-9]{3,})\b", body)
    assert found
    return found[1]


@pytest.mark.django_db
def test_a_code_is_taken_by_the_browser_that_asked_for_it_and_once(
    larkshire: Authority, mailoutbox: list[Any]
) -> None:
    person = with_password(larkshire, "cara")
    asking, other = Client(), Client()
    asking.post(ASK, {"email": person.email})
    code = code_in(mailoutbox[-1].body)
    other.post(CONFIRM, {"code": code})
    assert "_auth_user_id" not in other.session, "it asked for none"
    other.post(ASK, {"email": person.email})
    other.post(CONFIRM, {"code": code})
    assert "_auth_user_id" not in other.session, "it asked for another"
    assert asking.post(CONFIRM, {"code": code}).status_code == 302
    assert "_auth_user_id" in asking.session
    asking.post("/larkshire/accounts/logout/")
    asking.post(CONFIRM, {"code": code})
    assert "_auth_user_id" not in asking.session


@pytest.mark.django_db
def test_after_a_reset_of_the_password_the_second_factor_is_asked_for(
    larkshire: Authority, mailoutbox: list[Any]
) -> None:
    person = with_password(larkshire, "cara")
    TOTP.activate(person, generate_totp_secret())
    client = Client()
    client.post("/larkshire/accounts/password/reset/", {"email": person.email})
    path = re.search(r"/larkshire/accounts/password/reset/key/\S+", mailoutbox[-1].body)
    assert path
    form = client.get(path[0], follow=True).redirect_chain[-1][0]
    assert client.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    assert "_auth_user_id" not in client.session
    for password, asked in ((PASSWORD, False), (NEW, True)):
        answer = client.post("/larkshire/accounts/login/", {"login": person.email, "password": password})
        assert answer.headers.get("Location", "").endswith("/2fa/authenticate/") is asked
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_signing_out_stands_on_every_page(
    larkshire: Authority, maya: User, browse: Callable[[User | None], Client]
) -> None:
    client = browse(maya)
    paths = (
        "",
        "collaborations/",
        "audit/",
        "audit/security/",
        "accounts/email/",
        "accounts/sessions/",
        "privacy/",
        "admin/",
    )
    for path in (*paths, "no/such/page/"):
        assert "/larkshire/accounts/logout/" in client.get(f"/larkshire/{path}").content.decode(), path


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/static/", "/static/app/", "/static", "/files/", "/.git/HEAD", "/.env", "/static/../.env"]
)
def test_no_folder_is_listed_and_no_file_of_ours_is_served(path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code in (301, 302, 404), path
    assert b"SECRET_KEY" not in answer.content
