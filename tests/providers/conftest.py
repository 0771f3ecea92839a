"""The people of these tests, and Larkshire in scope."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services import appoint_to_role, create_authority, register_person
from core.scoping import authority_scope


@pytest.fixture
def larkshire(db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire")


@pytest.fixture
def marlshire(db: None) -> Authority:
    return create_authority(name="Marlshire", slug="marlshire")


def _appointed(authority: Authority, name: str, role: Role) -> User:
    with authority_scope(authority):
        person = register_person(email=f"{name.split()[0].lower()}@{authority.slug}.example", full_name=name)
        appoint_to_role(user=person, role=role, starts_on=date(2024, 1, 1), by=None)
    return person


@pytest.fixture
def amina(larkshire: Authority) -> User:
    """Early years officer of Larkshire."""
    return _appointed(larkshire, "Amina Okafor", Role.OFFICER)


@pytest.fixture
def fred(larkshire: Authority) -> User:
    """Finance officer of Larkshire: sees the register, and nobody's home."""
    return _appointed(larkshire, "Fred Hughes", Role.FINANCE)


@pytest.fixture
def otto(marlshire: Authority) -> User:
    """Early years officer of Marlshire."""
    return _appointed(marlshire, "Otto Brandt", Role.OFFICER)


@pytest.fixture
def in_larkshire(larkshire: Authority) -> Iterator[Authority]:
    with authority_scope(larkshire):
        yield larkshire
