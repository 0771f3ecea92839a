"""What allauth writes is in the audit log: passwords, email addresses, second factors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account import signals as account
from allauth.account.models import EmailAddress
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory

from accounts.models import Authority, User
from accounts.services.people import register_person
from audit.models import Entry
from core.scoping import authority_scope

Browse = Callable[[User | None], Client]
OLD, NEW = "an-old-password-1", "a-new-password-22"
pytestmark = pytest.mark.django_db


def audit_log(authority: Authority) -> list[str]:
    with authority_scope(authority):
        return [
            str(entry)
            for entry in Entry.objects.filter(action__regex="^(password|email|factor)_").order_by("pk")
        ]


def change_password(browse: Browse, user: User, address: str) -> None:
    user.set_password(OLD)
    user.save()
    client = browse(None)
    client.post(address.replace("password/change", "login"), {"login": user.email, "password": OLD})
    client.force_login(user, backend="accounts.backends.SignIn")
    answer = client.post(address, {"oldpassword": OLD, "password1": NEW, "password2": NEW})
    assert answer.status_code == 302, answer.content.decode()
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_a_password_changed_on_an_authoritys_page(
    larkshire: Authority, marlshire: Authority, sam: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        register_person(email=sam.email, full_name="")
    change_password(browse, sam, "/larkshire/accounts/password/change/")
    assert audit_log(larkshire) == ["Sam Wilder changed their password"]
    assert audit_log(marlshire) == []


@pytest.mark.django_db(transaction=True)
def test_a_password_changed_on_the_platforms_page(
    larkshire: Authority, marlshire: Authority, sam: User, browse: Browse
) -> None:
    """It belongs to no one authority: each of the person's own hears of it, and no other."""
    change_password(browse, sam, "/accounts/password/change/")
    assert audit_log(larkshire) == ["Sam Wilder changed their password"]
    assert audit_log(marlshire) == []


@pytest.mark.django_db(transaction=True)
def test_a_strangers_authority_hears_nothing(larkshire: Authority, marlshire: Authority, sam: User) -> None:
    with authority_scope(marlshire):
        account.password_reset.send(User, request=None, user=sam)
    assert audit_log(marlshire) == []
    assert audit_log(larkshire) == ["Sam Wilder reset their password by a link from an email"]


def test_each_kind_of_news_has_its_sentence(larkshire: Authority, sam: User) -> None:
    request: Any = RequestFactory().get("/")
    request.user, request.session = sam, SessionStore()
    first = EmailAddress.objects.get(user=sam)
    second = EmailAddress(user=sam, email="sam@home.example")
    code = Authenticator.objects.get(user=sam)
    with authority_scope(larkshire):
        for signal in (account.password_set, account.password_reset):
            signal.send(User, request=request, user=sam)
        account.email_added.send(EmailAddress, request=request, user=sam, email_address=second)
        account.email_confirmed.send(EmailAddress, request=request, email_address=second)
        account.email_changed.send(
            EmailAddress, request=request, user=sam, from_email_address=first, to_email_address=second
        )
        account.email_removed.send(EmailAddress, request=request, user=sam, email_address=first)
        for signal in (
            factors.authenticator_added,
            factors.authenticator_reset,
            factors.authenticator_removed,
        ):
            signal.send(Authenticator, request=request, user=sam, authenticator=code)
        assert Entry.objects.get(action="email_changed").facts == {
            "email": "sam@home.example",
            "before": sam.email,
        }
    assert [line.removeprefix("Sam Wilder ") for line in audit_log(larkshire)] == [
        "set a password for the first time",
        "reset their password by a link from an email",
        "added the email address sam@home.example to their account",
        "confirmed the email address sam@home.example",
        "made sam@home.example their main email address",
        "removed the email address sam@larkshire.example from their account",
        "added a second factor: an authenticator app",
        "replaced a second factor: an authenticator app",
        "removed a second factor: an authenticator app",
    ]
