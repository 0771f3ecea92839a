"""Succession (O2): which old registration a new one may have followed.

A new legal entity gets a new URN and no grade. The software only suggests; an officer links by hand with date
and reason. History stays with the old registration.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import Reason

LISTED_TOGETHER: Final = timedelta(days=183)
EMPTY_PREMISES: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Registration:
    """What is known of a registration. Names and postcodes come normalised, or None when withheld."""

    urn: str
    postcode: str | None
    registered_on: date | None
    no_longer_listed_on: date | None = None
    name: str | None = None
    provider_type: str | None = None
    registered_person_urn: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An old registration that the new one may have followed, with what speaks for it."""

    urn: str
    reasons: tuple[Reason, ...]


def candidates(new: Registration, others: Iterable[Registration]) -> list[Candidate]:
    """Old registrations at the same postcode that left the register
    around the day the new one joined, likeliest first.
    """
    followed = [Candidate(old.urn, _reasons(new, old)) for old in others if may_follow(new, old)]
    return sorted(followed, key=lambda candidate: (-len(candidate.reasons), candidate.urn))


def may_follow(new: Registration, old: Registration) -> bool:
    """Whether an officer should be shown this pair at all."""
    if new.urn == old.urn or not new.postcode or new.postcode != old.postcode:
        return False
    if new.registered_on is None or old.no_longer_listed_on is None:
        return False
    if old.registered_on is not None and old.registered_on >= new.registered_on:
        return False
    earliest = new.registered_on - EMPTY_PREMISES
    latest = new.registered_on + LISTED_TOGETHER
    return earliest <= old.no_longer_listed_on <= latest


def _reasons(new: Registration, old: Registration) -> tuple[Reason, ...]:
    postcode = Reason("O2", gettext_noop("Same postcode, %(postcode)s."), {"postcode": new.postcode or ""})
    left = Reason(
        "O2",
        gettext_noop("%(urn)s has not been listed since %(left)s; %(new_urn)s was registered on %(joined)s."),
        {
            "urn": old.urn,
            "left": old.no_longer_listed_on or "",
            "new_urn": new.urn,
            "joined": new.registered_on or "",
        },
    )
    alike = []
    if new.name and new.name == old.name:
        alike.append(Reason("O2", gettext_noop("Same name.")))
    if new.registered_person_urn and new.registered_person_urn == old.registered_person_urn:
        alike.append(Reason("O2", gettext_noop("Same registered person.")))
    if new.provider_type and new.provider_type == old.provider_type:
        alike.append(Reason("O2", gettext_noop("Same type of registration.")))
    return (postcode, left, *alike)
