"""Two authorities, a few of the cast, an export that tests may watch, and a folder that is emptied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.test import Client

from accounts.models import Authority, User
from accounts.permissions import Permission
from accounts.roles import Role
from accounts.services import appoint_to_role, create_authority, register_person
from core.exports import Column, Export, Kind, register
from core.exports.registry import forget
from core.scoping import authority_scope


class Staff(Export):
    """An export whose rows a test can change while it looks on."""

    identifier = "staff"
    title = "Staff list"
    permission = Permission.EXPORT
    columns = (Column("name", "Name"), Column("pay", "Pay", Kind.MONEY))
    filter_titles = {"town": "Town"}
    before_each: Callable[[], None] = staticmethod(lambda: None)

    def rows(self, filters: Any, *, by: Any) -> Iterator[tuple[str, int]]:
        for number in range(3):
            type(self).before_each()
            yield f"{filters.get('town', '')} {number}", number * 100


@pytest.fixture(autouse=True)
def staff_export() -> Iterator[type[Staff]]:
    register(Staff)
    yield Staff
    Staff.before_each = staticmethod(lambda: None)
    forget(Staff.identifier)


@pytest.fixture(autouse=True)
def files_folder(settings: Any, tmp_path: Path) -> Iterator[Path]:
    storages = {**settings.STORAGES}
    storages["default"] = {"BACKEND": storages["default"]["BACKEND"], "OPTIONS": {"location": tmp_path / "files", "base_url": None}}
    settings.STORAGES = storages
    assert str(default_storage.path("x")).startswith(str(tmp_path))
    return tmp_path / "files"


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Authorities are kept in the cache by their address; each test makes its own."""
    cache.clear()


@pytest.fixture
def larkshire(db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire")


@pytest.fixture
def marlshire(db: None) -> Authority:
    return create_authority(name="Marlshire", slug="marlshire")


def person(authority: Authority, name: str, role: Role | None) -> User:
    with authority_scope(authority):
        user = register_person(email=f"{name.lower()}@{authority.slug}.example", full_name=f"{name} Person")
        if role is not None:
            appoint_to_role(user=user, role=role, starts_on=date(2020, 1, 1), by=None)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    return user


@pytest.fixture
def amina(larkshire: Authority) -> User:
    """An officer of Larkshire."""
    return person(larkshire, "Amina", Role.OFFICER)


@pytest.fixture
def fred(larkshire: Authority) -> User:
    """A finance officer of Larkshire: may export, sees nobody else's jobs."""
    return person(larkshire, "Fred", Role.FINANCE)


@pytest.fixture
def mo(larkshire: Authority) -> User:
    """A member: somebody of Larkshire without a role over the authority."""
    return person(larkshire, "Mo", None)


@pytest.fixture
def otto(marlshire: Authority) -> User:
    """An officer of Marlshire."""
    return person(marlshire, "Otto", Role.OFFICER)


@pytest.fixture
def browse() -> Callable[[User], Client]:
    """A client in which a person is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="accounts.backends.SignIn")
        return client

    return signed_in
