"""People of an authority for tests, made through the services, and signed in."""

from __future__ import annotations

from datetime import date

from allauth.mfa.models import Authenticator
from django.test import Client

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from core.scoping import authority_scope
from tests.cast import sign_in


def appointed(authority: Authority, name: str, role: Role | None) -> User:
    """Somebody of an authority with a second factor, and with a role over it where one is named."""
    with authority_scope(authority):
        person = register_person(email=f"{name.split()[0].lower()}@{authority.slug}.example", full_name=name)
        if role is not None:
            appoint_to_role(user=person, role=role, starts_on=date(2024, 1, 1), by=None)
    Authenticator.objects.get_or_create(user=person, type=Authenticator.Type.TOTP, defaults={"data": {}})
    return person


def browsing(person: User) -> Client:
    """A client in which the person is signed in."""
    client = Client()
    sign_in(client, person)
    return client
