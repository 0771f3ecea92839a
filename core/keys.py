"""The keys of the service, each use with its own, newest first (docs/how-to/rotate-keys.md).

Writing takes the newest; reading tries all. ``settings.KEYS`` holds them by use; nothing else in the
application knows a key.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from enum import StrEnum

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.signing import Signer


class Use(StrEnum):
    """What a key is for."""

    SECOND_FACTORS = "second factors"  # lives as long as the person keeps the factor
    LINKS = "links"  # weeks: addresses in emails
    NEEDS = "needs"  # months: until the day of an event is over
    ADDRESSES = "addresses"  # a year: marks of addresses in the security log
    BALLOTS = "ballots"  # weeks: secret ballots while their vote is open
    SHORT = "short"  # hours: what is kept between two requests


def box_for(use: Use, about: str = "") -> MultiFernet:
    """What locks and unlocks data of a use. ``about`` keeps two kinds of data of the same use apart.

    Unlocking raises cryptography.fernet.InvalidToken for what none of the keys has locked.
    """
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(use, about, key))) for key in keys_of(use)])


def signer_for(use: Use, *, salt: str, sep: str = ":") -> Signer:
    newest, *older = keys_of(use)
    fallbacks: list[bytes | str] = [*older]
    return Signer(key=newest, fallback_keys=fallbacks, salt=salt, sep=sep)


def keys_of(use: Use) -> list[str]:
    keys: Mapping[str, list[str]] = settings.KEYS
    return keys[use.value]


def _derived(use: Use, about: str, key: str) -> bytes:
    return hashlib.sha256(f"{use.value}:{about}:{key}".encode()).digest()
