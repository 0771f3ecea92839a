"""The named cast of the tests, and the two authorities they live in.

Fixtures; tests/conftest.py makes them known everywhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from celery._state import _set_task_join_will_block
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from core.scoping import authority_scope
from tests.staging import around_layers, staged

LONG_AGO = date(2020, 1, 1)


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Authorities are kept in the cache by their address; each test makes its own. Celery notes for all threads
    together that a task runs: of two that end at once (tests/concurrency.py) it stays noted.
    """
    _set_task_join_will_block(False)
    cache.clear()


@staged
def larkshire(db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire", contact_email="early.years@larkshire.example")


@staged
def marlshire(db: None) -> Authority:
    return create_authority(name="Marlshire", slug="marlshire", contact_email="early.years@marlshire.example")


@around_layers
def in_larkshire(larkshire: Authority) -> Iterator[Authority]:
    with authority_scope(larkshire):
        yield larkshire


def person(authority: Authority, name: str, role: Role | None = None) -> User:
    """Somebody of an authority, with a second factor set up."""
    with authority_scope(authority):
        user = register_person(email=f"{name.split()[0].lower()}@{authority.slug}.example", full_name=name)
        if role is not None:
            appoint_to_role(user=user, role=role, starts_on=LONG_AGO, by=None)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    return user


@staged
def amina(larkshire: Authority) -> User:
    """Early years officer."""
    return person(larkshire, "Amina Yusuf", Role.OFFICER)


@staged
def maya(larkshire: Authority) -> User:
    """Early years manager."""
    return person(larkshire, "Maya Thornton", Role.MANAGER)


@staged
def fred(larkshire: Authority) -> User:
    """Finance officer."""
    return person(larkshire, "Fred Osborne", Role.FINANCE)


@staged
def quinn(larkshire: Authority) -> User:
    """Quality lead and validator."""
    return person(larkshire, "Quinn Adeyemi", Role.QUALITY_LEAD)


@staged
def sam(larkshire: Authority) -> User:
    """A person of Larkshire who has no part in what the test is about."""
    return person(larkshire, "Sam Wilder")


@staged
def otto(marlshire: Authority) -> User:
    """Early years officer of the other authority."""
    return person(marlshire, "Otto Brandt", Role.OFFICER)


@staged
def nadia(marlshire: Authority) -> User:
    """Early years manager of the other authority."""
    return person(marlshire, "Nadia Rowe", Role.MANAGER)


@pytest.fixture
def browse() -> Callable[[User | None], Client]:
    """``browse(amina).get("/larkshire/")``: a client signed in as somebody, or as nobody."""

    def signed_in(user: User | None = None) -> Client:
        client = Client(raise_request_exception=False)
        if user is not None:
            sign_in(client, user)
        return client

    return signed_in


def sign_in(client: Client, user: User, *, proved: bool = True) -> None:
    """Give a client a session of somebody; ``proved`` says that it has proved a second factor.

    ``force_login`` asks for nothing and records no method, so what the session has proved is said here.
    """
    stored = User.objects.get(pk=user.pk)  # sessions may have been ended since the test got its copy
    client.force_login(stored, backend="accounts.backends.SignIn")
    if proved:
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
        # with sessions kept in the cookie itself, another content is another key
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
