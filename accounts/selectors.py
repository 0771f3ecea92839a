"""Reads about authorities, people and roles."""

from __future__ import annotations

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.core import signing
from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Affiliation, Authority, RoleAppointment, TaskLink, User, holds_on
from core.scoping import authority_id_or_none, current_authority_id

AUTHORITY_CACHE_SECONDS = 60
# Kept on the person for the length of a request
ROLES_READ, FACTOR_READ = (
    "_roles_read",
    "_second_factor_read",
)
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def authority_by_slug(slug: str) -> Authority | None:
    """The authority with this address, from the cache: it is asked for on every request."""
    key = f"authority:{slug}"
    authority = cache.get(key)
    if authority is None:
        authority = Authority.objects.filter(slug=slug, is_active=True).first()
        if authority is not None:
            cache.set(key, authority, AUTHORITY_CACHE_SECONDS)
    return authority


def authorities_of(user: User) -> QuerySet[Authority]:
    """The authorities in use that a person may open, by name."""
    return Authority.objects.filter(
        is_active=True, pk__in=Affiliation.objects.filter(user=user).values("authority_id")
    ).order_by("name__in_order")


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
    return User.objects.filter(pk__in=ids, is_active=True).order_by("full_name__in_order", "pk")


def people_here() -> QuerySet[User]:
    """Everybody who has or had something to do with the authority in scope, by name."""
    ids = Affiliation.objects.filter(authority_id=current_authority_id()).values("user_id")
    return User.objects.filter(pk__in=ids).order_by("full_name__in_order", "pk")


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
    return signing.Signer(salt="accounts.TaskLink", sep="~")
