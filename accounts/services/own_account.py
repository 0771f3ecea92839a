"""What people change of their own account: name, email address, the key of the search box (A2, decision 0048)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.addresses import change_main_address
from accounts.models import TaskLink, User
from accounts.selectors import authority_ids_of
from accounts.signals import account_changed
from core.scoping import authority_id_or_none, authority_scope
from core.text import one_line


@transaction.atomic
def correct_own_name(*, user: User, full_name: str) -> None:
    """Write the own name anew, for every authority; nothing different, nothing written.

    The audit log of each authority of the person says so: of the one in scope at once, of others after the
    commit. Raises ValidationError at ``full_name`` where nobody is called so.
    """
    person = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    name = one_line(full_name)
    if not any(map(str.isalpha, name)):
        raise ValidationError({"full_name": _("Enter your full name")})
    if name == person.full_name:
        return
    facts = {"before": person.full_name, "after": name}
    try:
        person.full_name = User._meta.get_field("full_name").clean(name, person)
    except ValidationError as refusal:
        raise ValidationError({"full_name": refusal.messages}) from None
    person.save(update_fields=["full_name"])
    user.full_name = name
    here = authority_id_or_none()
    for authority_id in authority_ids_of(person):
        if authority_id == here:
            _tell_of_name(person, facts)
        else:
            transaction.on_commit(partial(_tell_of_name_in, authority_id, person, facts), robust=True)


def _tell_of_name(person: User, facts: dict[str, str]) -> None:
    account_changed.send(User, action="name_corrected", about=person, by=person, facts=facts)


def _tell_of_name_in(authority_id: int, person: User, facts: dict[str, str]) -> None:
    with authority_scope(authority_id):
        _tell_of_name(person, facts)


@transaction.atomic
def change_own_address(*, user: User, email: str, at: datetime) -> Any:
    """Put an address that its code has proved in the place of the main one, which is answered
    (allauth's row of it, kept no longer).

    Links in emails that went to the former one stop working: in the authority in scope at once, in the person's
    others after the commit. Raises AddressRefused where another account has the address.
    """
    before = change_main_address(user, email)
    here = authority_id_or_none()
    for authority_id in authority_ids_of(user):
        if authority_id == here:
            _end_links_to(before.email, user.pk, at)
        else:
            ending = partial(_end_links_to_in, authority_id, before.email, user.pk, at)
            transaction.on_commit(ending, robust=True)
    return before


def _end_links_to(address: str, user_id: int, at: datetime) -> None:
    own = Q(user=user_id) | Q(user=None)
    TaskLink.objects.filter(own, email=address, used_at=None, withdrawn_at=None).update(withdrawn_at=at)


def _end_links_to_in(authority_id: int, address: str, user_id: int, at: datetime) -> None:
    with authority_scope(authority_id):
        _end_links_to(address, user_id, at)


@transaction.atomic
def choose_search_key(*, user: User, is_on: bool) -> None:
    """Whether "/" leads into the search box, wherever the person signs in."""
    User.objects.filter(pk=user.pk).update(search_key_off=not is_on)
    user.search_key_off = not is_on
