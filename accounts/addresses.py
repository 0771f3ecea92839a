"""Whose an email address is (A2). The one module that asks ``User.email`` and allauth's addresses.

An account has one main address and any number of others; each that is verified belongs to its person alone.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils.translation import gettext as _

from accounts.models import Affiliation, PersonInvitation, User
from core.scoping import authority_id_or_none, current_authority_id


def normal_address(address: str) -> str:
    """An address as it is kept and compared."""
    return address.strip().lower()


def person_with_address(address: str) -> User | None:
    """The account that an address belongs to: its main one, or another that the person has verified.

    A former main address that is still among the verified ones counts.
    """
    return _first(User.objects.filter(pk__in=_owners(address)), address)


def person_here_with_address(address: str) -> User | None:
    """Who of the authority in scope has an address: an account that belongs to it, or its own stand-in.

    The same one query whether or not the address belongs to an account elsewhere.
    """
    here = current_authority_id()
    known = User.with_invited.filter(affiliations__authority_id=here)
    accounts = known.filter(pk__in=_owners(address), invited_to=None)
    stand_ins = known.filter(Exact(Lower("email"), normal_address(address)), invited_to=here)
    person = _first(accounts | stand_ins, address)
    return person and _who_took_over(person)


def _who_took_over(person: User) -> User:
    """The account that took the place of one of the same person here, or the person (decision 0049)."""
    merged = Affiliation.objects.filter(user=person, authority_id=current_authority_id())
    tie = merged.filter(merged_into__isnull=False).select_related("merged_into").first()
    return tie.merged_into if tie is not None and tie.merged_into is not None else person


def addresses_of(user: User) -> frozenset[str]:
    """Every address that a person has proved to be theirs."""
    verified = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return frozenset({normal_address(user.email), *(normal_address(email) for email in verified)})


def blocked_addresses(addresses: Collection[str]) -> frozenset[str]:
    """Those of some addresses that belong to nobody but people who are blocked in the authority in scope (A2).

    Two queries, the second only where somebody is blocked here.
    """
    here = Affiliation.objects.filter(authority_id=current_authority_id())
    wanted = {normal_address(address) for address in addresses}
    blocked = _addresses_among(wanted, here.filter(locked_at__isnull=False))
    return blocked - _addresses_among(blocked, here.filter(locked_at=None)) if blocked else blocked


def _addresses_among(addresses: Collection[str], ties: QuerySet[Affiliation]) -> frozenset[str]:
    """Those of some addresses that people with these ties have, as main ones or verified."""
    if not addresses:
        return frozenset()
    people = User.with_invited.filter(pk__in=ties.values("user_id"))
    main = people.annotate(address=Lower("email")).filter(address__in=addresses).order_by()
    verified = EmailAddress.objects.filter(
        user__in=people.order_by().values("pk"), verified=True, email__in=addresses
    ).order_by()
    rows: Any = main.values_list("address").union(verified.values_list("email"))
    return frozenset(address for (address,) in rows)


def invitations_of(user: User) -> QuerySet[PersonInvitation]:
    """What waits here for a person's answer: invitations to any address that the person has proved."""
    return PersonInvitation.objects.filter(
        state=PersonInvitation.State.SENT, email__in=addresses_of(user)
    ).order_by("pk")


def invitation_waiting(invitation_id: int) -> PersonInvitation | None:
    """An invitation, while it waits for an answer."""
    waiting = PersonInvitation.objects.filter(state=PersonInvitation.State.SENT)
    return waiting.filter(pk=invitation_id).first()


def invitation_to(address: str) -> PersonInvitation | None:
    """The invitation of the authority in scope that an address has not answered."""
    waiting = PersonInvitation.objects.filter(state=PersonInvitation.State.SENT)
    return waiting.filter(email=normal_address(address)).first()


def account_of_invited(address: str) -> User | None:
    """The account of an address that is about to be proved by signing in.

    Who is invited here and has no account yet gets one. It opens nothing until the invitation is accepted.
    """
    user = person_with_address(address)
    if user is not None or authority_id_or_none() is None:
        return user
    invitation = invitation_to(address)
    return make_account(email=invitation.email, full_name=invitation.full_name) if invitation else None


def make_account(*, email: str, full_name: str, password: str | None = None) -> User:
    """The account of an address, made where there is none. Without a password it signs in by a code.

    Whoever calls knows that the address is proved, or that signing in will prove it. Two at once make one:
    the database says so, and what the other has made is read again.
    """
    email = normal_address(email)
    try:
        with transaction.atomic():
            user = User.objects.create_user(email=email, full_name=full_name.strip(), password=password)
            EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    except IntegrityError:
        other = person_with_address(email)
        if other is None:
            raise
        return other
    return user


class AddressRefused(ValidationError):
    """The address cannot be the person's. Its words say nothing of another account."""

    def __init__(self) -> None:
        super().__init__(_("This address cannot be used. Choose another one, or ask the early years team."))


@transaction.atomic
def change_main_address(user: User, address: str) -> EmailAddress:
    """Make an address that is proved the main one of an account; the former one, which is answered, is the
    account's no longer.

    Raises AddressRefused where another account has the address, also where it gets it at the same moment: the
    database keeps one account an address.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    before, address = normal_address(person.email), normal_address(address)
    owner = person_with_address(address)
    if owner is not None and owner.pk != person.pk:
        raise AddressRefused
    own = EmailAddress.objects.filter(user=person)
    try:
        with transaction.atomic():
            own.filter(email__in=[address, before]).delete()
            own.filter(primary=True).update(primary=False)
            EmailAddress.objects.create(user=person, email=address, primary=True, verified=True)
            User.objects.filter(pk=person.pk).update(email=address)
    except IntegrityError:
        raise AddressRefused from None
    user.email = address
    return EmailAddress(user=user, email=before)


def _owners(address: str) -> QuerySet:
    """Ids of the accounts that an address could mean, as a subquery: each half has its own index."""
    address = normal_address(address)
    main = User.objects.filter(Exact(Lower("email"), address)).order_by().values("pk")
    verified = EmailAddress.objects.filter(email=address, verified=True).order_by()
    return main.union(verified.values("user_id"))


def _first(people: QuerySet[User], address: str) -> User | None:
    """Of two, whoever has the address as the main one."""
    main = normal_address(address)
    return min(people, key=lambda person: (normal_address(person.email) != main, person.pk), default=None)
