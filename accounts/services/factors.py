"""Second factors: a code of an app is used once; as the operator sees them, written anew under a new key, or
removed for somebody who lost theirs.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.fernet import InvalidToken, MultiFernet
from django.db import transaction

from accounts.models import User
from core.keys import Use, box_for

#: What allauth keeps encrypted in an authenticator's data (django-allauth 65).
ENCRYPTED = ("secret", "seed")
ENCRYPTED_LISTS = ("migrated_codes",)
#: Where an app's data holds the newest time step whose code was used: a whole number of periods since 1970.
LAST_STEP = "last_step"
#: Where a passkey's data holds how often it says it has signed.
COUNT = "sign_count"


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
def use_app_code(*, factor_id: int, code: str, at: datetime) -> bool:
    """Use up a code of an authenticator app; whether it is one that had not been used (A3, decision 0033).

    Neither a code that was used nor an older one is taken again (RFC 6238, 5.2). The row is locked: of two
    requests with one code, one gets in. allauth keeps used codes in the cache alone, which may be away.
    """
    factor = (
        Authenticator.objects.select_for_update().filter(pk=factor_id, type=Authenticator.Type.TOTP).first()
    )
    if factor is None:  # removed meanwhile
        return False
    secret = get_adapter().decrypt(factor.data["secret"])
    newest = int(at.timestamp()) // app_settings.TOTP_PERIOD
    tolerance = app_settings.TOTP_TOLERANCE
    first = max(newest - tolerance, factor.data.get(LAST_STEP, 0) + 1)
    for step in range(first, newest + tolerance + 1):
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step))):
            factor.data[LAST_STEP] = step
            factor.save(update_fields=["data"])
            return True
    return False


@transaction.atomic
def use_passkey(*, factor_id: int, count: int) -> bool:
    """Note how often a passkey says it has signed; whether that can be (WebAuthn 7.2: no copy of it signs).

    A passkey that counts says a higher number each time. One that is kept on several devices always says 0.
    """
    factor = Authenticator.objects.select_for_update().filter(pk=factor_id).first()
    if factor is None:  # removed meanwhile
        return False
    before = factor.data.get(COUNT)
    if before is None:
        before = factor.wrap().authenticator_data.counter
    if (count or before) and count <= before:
        return False
    factor.data[COUNT] = count
    factor.save(update_fields=["data"])
    return True


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
