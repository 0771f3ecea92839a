"""Writes about authorities: making a tenant, changing its own settings."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.emails.roles import FirstSignIn
from accounts.models import Authority, User
from accounts.roles import Role
from accounts.selectors import authority_cache_key
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from accounts.signals import account_changed, email_wanted
from core.saving import clash_in_words
from core.scoping import authority_scope


@transaction.atomic
def create_authority(*, name: str, slug: str, by: User | None = None, **fields: Any) -> Authority:
    """Make a tenant. Raises ValidationError for a name or address that is taken, reserved or malformed."""
    authority = Authority(name=name, slug=slug, **fields)
    authority.full_clean()
    with clash_in_words({"name": _("There is a local authority of this name or address already.")}):
        authority.save()
    with authority_scope(authority):
        account_changed.send(Authority, action="authority_created", about=authority, by=by, facts={})
    return authority


@transaction.atomic
def set_up_authority(*, name: str, slug: str, manager: str, manager_name: str, on: date) -> Authority:
    """Make a tenant with its first manager, by address and full name, who gets an email.

    Raises ValidationError as ``create_authority`` and ``appoint_to_role`` do.
    """
    authority = create_authority(name=name, slug=slug)
    with authority_scope(authority):
        person = register_person(email=manager, full_name=manager_name)
        role = appoint_to_role(user=person, role=Role.MANAGER, starts_on=on, by=None)
        email_wanted.send(Authority, email=FirstSignIn(role_id=role.pk, user_id=person.pk))
    return authority


@transaction.atomic
def change_authority(*, authority: Authority, by: User, changes: dict[str, Any]) -> Authority:
    """Change the authority's own settings (brand, contacts, safeguarding routes)."""
    before = {name: getattr(authority, name) for name in changes}
    for name, value in changes.items():
        setattr(authority, name, value)
    authority.full_clean()
    authority.save(update_fields=list(changes))
    _forget_address(authority.slug)
    facts = {
        name: [str(before[name]), str(changes[name])] for name in changes if before[name] != changes[name]
    }
    account_changed.send(Authority, action="authority_changed", about=authority, by=by, facts=facts)
    return authority


def _forget_address(slug: str) -> None:
    """Take the authority out of the cache: now, for this request, and at commit, since another request may
    have read the old row.
    """
    key = authority_cache_key(slug)
    cache.delete(key)
    transaction.on_commit(lambda: cache.delete(key), robust=True)
