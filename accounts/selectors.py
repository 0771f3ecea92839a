"""Reads about authorities, people and roles."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import (
    RESERVED_SLUGS,
    SLUG,
    Affiliation,
    Authority,
    RoleAppointment,
    SecurityEvent,
    TaskLink,
    User,
    holds_on,
)
from core.keys import Use, signer_for
from core.scoping import authority_id_or_none, current_authority_id

AUTHORITY_CACHE_SECONDS = 60
# Kept on the person for the length of a request
ROLES_READ, FACTOR_READ = (
    "_roles_read",
    "_second_factor_read",
)
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def authority_by_slug(slug: str) -> Authority | None:
    """The authority with this address, from the cache: it is asked for on every request.

    What cannot be an authority's address is not looked up at all, so the platform's own addresses need
    neither cache nor database.
    """
    if slug in RESERVED_SLUGS or not SLUG.fullmatch(slug):
        return None
    key = authority_cache_key(slug)
    authority = _authority_from(cache.get(key))
    if authority is None:
        authority = Authority.objects.filter(slug=slug, is_active=True).first()
        if authority is not None:
            cache.set(key, _values_of(authority), AUTHORITY_CACHE_SECONDS)
    return authority


def authority_cache_key(slug: str) -> str:
    return f"authority:{slug}"


def _values_of(authority: Authority) -> dict[str, Any]:
    return {field.attname: getattr(authority, field.attname) for field in Authority._meta.concrete_fields}


def _authority_from(values: Any) -> Authority | None:
    """The row that plain values in the cache stand for.

    None for values of another version of this application, which may know other fields.
    """
    fields = Authority._meta.concrete_fields
    if not isinstance(values, dict) or values.keys() != {field.attname for field in fields}:
        return None
    try:
        row = [field.to_python(values[field.attname]) for field in fields]
    except ValidationError:
        return None
    authority: Authority = Authority.from_db("default", [field.attname for field in fields], row)
    return authority


def authorities_of(user: User) -> QuerySet[Authority]:
    """The authorities in use that a person may open, by name."""
    return Authority.objects.filter(
        is_active=True, pk__in=Affiliation.objects.filter(user=user).values("authority_id")
    ).order_by("name")


def is_affiliated(user: User, authority: Authority) -> bool:
    return Affiliation.objects.filter(user=user, authority=authority).exists()


def roles_today(user: User) -> frozenset[str]:
    """The roles that a person holds today over the authority in scope.

    None when no authority is in scope. Read once a request.
    """
    authority_id = authority_id_or_none()
    if authority_id is None or user.pk is None:
        return frozenset()
    today = timezone.localdate()
    # getattr and setattr, not __dict__: request.user is a lazy object, whose own dictionary is not the
    # person's.
    known: dict[tuple[int, date], frozenset[str]] = getattr(user, ROLES_READ, {})
    setattr(user, ROLES_READ, known)
    key = (authority_id, today)
    if key not in known:
        known[key] = frozenset(
            RoleAppointment.objects.filter(user=user)
            .filter(holds_on(today))
            .order_by()
            .values_list("role", flat=True)
        )
    return known[key]


def people_with_role(*roles: str, on: date) -> QuerySet[User]:
    """People of the authority in scope who hold any of the roles on a day, by name."""
    ids = RoleAppointment.objects.filter(holds_on(on), role__in=roles).values("user_id")
    return User.objects.filter(pk__in=ids, is_active=True).order_by("full_name", "pk")


def people_here() -> QuerySet[User]:
    """Everybody who has or had something to do with the authority in scope, by name."""
    ids = Affiliation.objects.filter(authority_id=current_authority_id()).values("user_id")
    return User.objects.filter(pk__in=ids).order_by("full_name", "pk")


def security_events_here() -> QuerySet[SecurityEvent]:
    """The security events that the authority in scope may read, newest first.

    What happened at its own addresses, and at the platform's to its people. ``person_here`` is whether the
    event's person has or had something to do with this authority. Of anybody else nothing is said: neither
    who, nor that there is such a person, nor what happened at another authority's addresses.
    """
    here = current_authority_id()
    people = Affiliation.objects.filter(authority_id=here).values("user_id")
    events = SecurityEvent.objects.filter(Q(authority_id=here) | Q(authority=None, person__in=people))
    return (
        events.annotate(person_here=Exists(people.filter(user_id=OuterRef("person_id"))))
        .select_related("person")
        .order_by("-at", "-pk")
    )


def has_second_factor(user: User) -> bool:
    """Whether the person has set up an authenticator app or a passkey. Read once a request."""
    if not hasattr(user, FACTOR_READ):
        setattr(user, FACTOR_READ, Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).exists())
    return bool(getattr(user, FACTOR_READ))


def active_authority_ids() -> list[int]:
    """Ids of the authorities in use: what the timetable fans out over."""
    return list(Authority.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True))


def forget_what_was_read(user: User) -> None:
    """After a change of roles or of second factors, for a person object that lives on."""
    for name in (ROLES_READ, FACTOR_READ):
        if hasattr(user, name):
            delattr(user, name)


def token_of(link: TaskLink) -> str:
    """What stands in the address of a link: the same for the same
    link, so an email sent twice holds one address.
    """
    return _signer().sign(f"{link.authority_id}.{link.pk}")


def open_link(token: str, *, purpose: str, at: datetime) -> TaskLink | None:
    """The link of an address, while it can be used. A forged, foreign, used or old one is None alike."""
    try:
        authority_id, link_id = (int(part) for part in _signer().unsign(token).split("."))
    except (signing.BadSignature, ValueError):
        return None
    if authority_id != authority_id_or_none():
        return None
    waiting = TaskLink.objects.filter(used_at=None, withdrawn_at=None, expires_at__gt=at).select_related(
        "user"
    )
    return waiting.filter(pk=link_id, purpose=purpose).first()


def _signer() -> signing.Signer:
    return signer_for(Use.LINKS, salt="accounts.TaskLink", sep="~")
