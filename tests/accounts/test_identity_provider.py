"""Sign-in with a council's own directory: whose word counts for which address (A2)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from django.test import Client, RequestFactory

from accounts.adapters import SocialAccountAdapter
from accounts.identity_provider import claimed_address, is_shared_server, proved_address
from accounts.models import Authority, User
from accounts.services.people import invite_person
from core.scoping import authority_scope

OWN = "amina@larkshire.example"
ADDRESSES = {OWN: True, OWN.upper(): True, "amina@elsewhere.example": False, "no-address": False, "": False}
#: What the claim ``email_verified`` says: yes, no, or nothing.
CLAIMS: dict[str, tuple[dict[str, Any], bool | None]] = {
    "true": ({"email_verified": True}, True),
    "true as text": ({"email_verified": "true"}, True),
    "false": ({"email_verified": False}, False),
    "false as text": ({"email_verified": "false"}, False),
    "a number": ({"email_verified": 1}, False),
    "other words": ({"email_verified": "yes"}, False),
    "missing": ({}, None),
    "null": ({"email_verified": None}, None),
}
ENTRA = "https://login.microsoftonline.com"


@pytest.mark.parametrize("vouches", [True, False])
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("part", ["userinfo", "id_token"])
def test_a2_which_word_counts(claim: str, vouches: bool, address: str, part: str) -> None:
    said, counts = CLAIMS[claim]
    answer = {part: {"sub": "1", "email": address, "preferred_username": OWN, "upn": OWN, **said}}
    expected = ADDRESSES[address] and (vouches if counts is None else counts)
    proved = proved_address(answer, domains=["larkshire.example"], vouches=vouches)
    assert proved == (address if expected else "")
    assert claimed_address(answer) == address


def test_a2_a_no_in_either_part_counts() -> None:
    answer = {"userinfo": {"email": OWN, "email_verified": True}, "id_token": {"email_verified": False}}
    assert not proved_address(answer, domains=["larkshire.example"], vouches=True)


@pytest.mark.parametrize(
    ("server", "is_shared"),
    [
        (f"{ENTRA}/6f1d2c1e-0b1f-4c56-9d2b-0a7a5f1c2d3e/v2.0", False),
        (f"{ENTRA}/larkshire.example/v2.0", False),
        ("https://common.larkshire.example/", False),
        (f"{ENTRA}/common/v2.0", True),
        (f"{ENTRA}/Organizations/v2.0/.well-known/openid-configuration", True),
        (f"{ENTRA}/consumers", True),
        (f"{ENTRA}/%63ommon/v2.0", True),
        (f"{ENTRA}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", True),
    ],
)
def test_a_server_of_many_directories_is_known(server: str, is_shared: bool) -> None:
    assert is_shared_server(server) is is_shared


@pytest.mark.parametrize(
    ("server", "starts"), [(f"{ENTRA}/common/v2.0", False), (f"{ENTRA}/larkshire.example/v2.0", True)]
)
def test_the_application_does_not_start_with_a_shared_server(server: str, starts: bool) -> None:
    """In a process of its own: settings are read once."""
    variables = {
        "SECRET_KEY": "only-for-this-test",
        "DATABASE_URL": "postgresql://nobody@/nothing",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "OIDC_SERVER": server,
        "OIDC_CLIENT_ID": "x",
        "OIDC_CLIENT_SECRET": "x",
        "OIDC_DOMAINS": "larkshire.example",
    }
    run = subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode == 0) is starts, run.stderr
    assert starts or "OIDC_SERVER must be the address of one directory" in run.stderr


def come_in(settings: Any, *, vouches: bool = True, **claims: Any) -> User | str:
    """Whom a sign-in is connected to, or the page that refuses it."""
    settings.OIDC_DOMAINS, settings.OIDC_VOUCHES_FOR_DOMAINS = ["larkshire.example"], vouches
    connected: list[User] = []
    login = SimpleNamespace(
        is_existing=False,
        account=SimpleNamespace(extra_data={"userinfo": {"sub": "1", **claims}}),
        connect=lambda request, user: connected.append(user),
    )
    try:
        SocialAccountAdapter().pre_social_login(RequestFactory().get("/"), login)
    except ImmediateHttpResponse as refusal:
        response = refusal.response
    else:
        return connected[0]
    assert response.status_code == 403
    return str(response.content.decode())


@pytest.mark.django_db
def test_a2_it_connects_whoever_has_the_address(larkshire: Authority, amina: User, settings: Any) -> None:
    EmailAddress.objects.create(user=amina, email="a.yusuf@larkshire.example", verified=True)
    EmailAddress.objects.create(user=amina, email="not.proved@larkshire.example", verified=False)
    assert come_in(settings, email=OWN) == amina
    assert come_in(settings, email="A.Yusuf@larkshire.example") == amina
    assert "An officer must add" in str(come_in(settings, email="not.proved@larkshire.example"))
    assert "does not confirm" in str(come_in(settings, email=OWN, vouches=False))
    assert "does not confirm" in str(come_in(settings, email=OWN, email_verified=False))
    assert "sent no email address" in str(come_in(settings, preferred_username=OWN))
    User.objects.filter(pk=amina.pk).update(is_active=False)
    assert "An officer must add" in str(come_in(settings, email=OWN))


@pytest.mark.django_db
def test_a2_the_page_says_which_address_came(larkshire: Authority, settings: Any) -> None:
    page = come_in(settings, email="nobody@larkshire.example")
    assert "knows you as nobody@larkshire.example. An officer must add this address" in " ".join(
        str(page).split()
    )
    assert not User.objects.filter(email="nobody@larkshire.example").exists()


@pytest.mark.django_db
def test_a2_somebody_invited_gets_an_account_by_the_directory_and_sees_the_invitation(
    larkshire: Authority, maya: User, settings: Any, browse: Callable[[User | None], Client]
) -> None:
    with authority_scope(larkshire):
        invite_person(email="new@larkshire.example", full_name="Nia Dale", by=maya)
        account = come_in(settings, email="new@larkshire.example")
    assert isinstance(account, User)
    answer = browse(account).get("/larkshire/")
    assert answer.headers["Location"] == "/larkshire/join/"
