"""Second factors as the operator sees them: written anew under a new key, or removed for somebody who lost
theirs.
"""

from __future__ import annotations

from typing import NamedTuple

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from cryptography.fernet import InvalidToken, MultiFernet
from django.db import transaction

from accounts.models import User
from core.keys import Use, box_for

#: What allauth keeps encrypted in an authenticator's data (django-allauth 65).
ENCRYPTED = ("secret", "seed")
ENCRYPTED_LISTS = ("migrated_codes",)


class Rewritten(NamedTuple):
    """How many factors were written anew, and how many none of the keys opens."""

    written: int
    unreadable: int


def rewrite_factors(*, user_id: int | None = None) -> Rewritten:
    """Encrypt second factors with the newest key: everybody's, or one person's as they sign in.

    Each in a transaction of its own: stopped in the middle and begun again, it goes on.
    """
    written = unreadable = 0
    rows = Authenticator.objects.filter(type__in=(Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES))
    if user_id is not None:
        rows = rows.filter(user_id=user_id)
    for factor_id in rows.order_by("pk").values_list("pk", flat=True):
        try:
            written += _rewrite(factor_id)
        except InvalidToken:
            unreadable += 1
    return Rewritten(written, unreadable)


def unreadable_factors() -> int:
    """How many authenticator apps none of the keys opens: after a restore with the wrong keys, all of them."""
    unreadable = 0
    for factor in Authenticator.objects.filter(type=Authenticator.Type.TOTP).iterator():
        try:
            box_for(Use.SECOND_FACTORS).decrypt(factor.data["secret"].encode())
        except (InvalidToken, KeyError, ValueError):
            unreadable += 1
    return unreadable


@transaction.atomic
def _rewrite(factor_id: int) -> bool:
    factor = Authenticator.objects.select_for_update().filter(pk=factor_id).first()
    if factor is None:  # removed meanwhile
        return False
    box = box_for(Use.SECOND_FACTORS)
    for name in ENCRYPTED:
        if name in factor.data:
            factor.data[name] = _anew(box, factor.data[name])
    for name in ENCRYPTED_LISTS:
        if name in factor.data:
            factor.data[name] = [_anew(box, text) for text in factor.data[name]]
    factor.save(update_fields=["data"])
    return True


def _anew(box: MultiFernet, text: str) -> str:
    return box.rotate(text.encode()).decode()


@transaction.atomic
def remove_factors(*, user: User) -> int:
    """Remove every second factor of a person. Returns how many there were.

    The signal that each removal sends ends the person's sessions, writes the audit log and tells the person.
    """
    factors = list(Authenticator.objects.select_for_update().filter(user=user))
    for factor in factors:
        factor.delete()
        authenticator_removed.send(sender=Authenticator, request=None, user=user, authenticator=factor)
    return len(factors)
