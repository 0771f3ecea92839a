"""What people change of their own account: name, email address, the key of the search box (A2, decision 0048)."""

from __future__ import annotations

from functools import partial

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.addresses import normal_address, person_with_address
from accounts.models import User
from accounts.selectors import authority_ids_of
from accounts.signals import account_changed
from core.scoping import authority_id_or_none, authority_scope
from core.text import one_line


class AddressRefused(Exception):
    """The address cannot be the person's. Whoever is told learns nothing of another account."""


@transaction.atomic
def correct_own_name(*, user: User, full_name: str) -> None:
    """Write the own name anew, for every authority; nothing different, nothing written.

    The audit log of each authority of the person says so: of the one in scope at once, of others after the
    commit. Raises ValidationError at ``full_name`` where nobody is called so.
    """
    person = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    name = one_line(full_name)
    if not any(letter.isalpha() for letter in name):
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
def change_address(*, user: User, email: str) -> str:
    """Put an address that its code has proved in the place of the main one, which is answered.

    The former main address opens the account no longer. Raises AddressRefused where another account has the
    address, also where it gets it at the same moment: the database keeps one account an address.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    before, email = normal_address(person.email), normal_address(email)
    owner = person_with_address(email)
    if owner is not None and owner.pk != person.pk:
        raise AddressRefused
    own = EmailAddress.objects.filter(user=person)
    try:
        with transaction.atomic():
            own.filter(email__in=[email, before]).delete()
            own.filter(primary=True).update(primary=False)
            EmailAddress.objects.create(user=person, email=email, primary=True, verified=True)
            User.objects.filter(pk=person.pk).update(email=email)
    except IntegrityError:
        raise AddressRefused from None
    user.email = email
    return before


@transaction.atomic
def choose_search_key(*, user: User, is_on: bool) -> None:
    """Whether "/" leads into the search box, wherever the person signs in."""
    User.objects.filter(pk=user.pk).update(search_key_off=not is_on)
    user.search_key_off = not is_on
