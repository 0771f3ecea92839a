"""Reads about authorities, people and roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from accounts.access import access_of
from accounts.addresses import blocked_addresses
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
    not_locked,
)
from accounts.roles import Role
from accounts.rules import AccountState, account_state
from core.keys import Use, signer_for
from core.matching import Words
from core.ordering import InOrder
from core.prepared import prepared
from core.scoping import authority_id_or_none, current_authority_id
from core.searching import Search

AUTHORITY_CACHE_SECONDS = 60
#: So long after an email about a task another one is its reminder.
REMEMBERED_DAYS = 180
# Kept on the person for the length of a request
ROLES_READ, GRANTS_READ, FACTOR_READ = ("_roles_read", "_grants_read", "_second_factor_read")
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# What a session holds beside allauth's own: seconds since 1970, and whether the short idle limit is its.
STARTED_KEY, SEEN_KEY, MAX_IDLE_KEY = "accounts_started", "accounts_seen", "accounts_short_idle"


def authority_by_slug(slug: str) -> Authority | None:
    """The authority with this address, from the cache: it is asked for on every request. What cannot be an
    authority's address is not looked up, so the platform's own addresses need neither cache nor database.
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


def current_authority() -> Authority:
    """The authority in scope."""
    return Authority.objects.get(pk=current_authority_id())


#: The telephone numbers that “Report a concern” shows (G8).
CONCERN_NUMBERS = ("social_care_phone", "out_of_hours_phone", "designated_officer_phone")


def concern_numbers_missing(authority: Authority) -> list[tuple[str, Any]]:
    """Name and label of each telephone number for a concern that the authority has not entered."""
    missing = (name for name in CONCERN_NUMBERS if not getattr(authority, name))
    return [(name, Authority._meta.get_field(name).verbose_name) for name in missing]  # type: ignore[union-attr]


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
    open_to = Affiliation.objects.filter(user=user, locked_at=None)
    return Authority.objects.filter(is_active=True, pk__in=open_to.values("authority_id")).order_by(
        "name__in_order"
    )


def is_affiliated(user: User, authority: Authority) -> bool:
    """Whether an authority is open to a person: they belong to it and are not locked out (A2).

    In its scope the same query reads the roles and permissions of today, which are kept for the request.
    """
    ties = Affiliation.objects.filter(user=user, authority=authority, locked_at=None)
    if authority_id_or_none() != authority.pk:
        return ties.exists()
    here = (authority.pk, timezone.localdate())
    access = access_of(user, *here)
    _kept(user, ROLES_READ)[here], _kept(user, GRANTS_READ)[here] = access.roles, access.grants
    return access.is_open


def authority_ids_of(user: User) -> list[int]:
    """Ids of the authorities in use that a person belongs to, locked out or not; the oldest tie first."""
    ties = Affiliation.objects.filter(user=user, authority__is_active=True).order_by("pk")
    return list(ties.values_list("authority_id", flat=True))


def affiliation_here(user: User, *, for_update: bool = False) -> Affiliation | None:
    """The tie of a person to the authority in scope."""
    if for_update:
        return _ties(user).select_for_update(of=("self",), no_key=True).first()
    return next(iter(_ties_here(user=user)), None)


def _ties(user: User) -> QuerySet[Affiliation]:
    rows = Affiliation.objects.filter(user=user, authority_id=current_authority_id())
    return rows.select_related("user", "locked_by")


_ties_here = prepared(_ties)


def state_of(affiliation: Affiliation, *, at: datetime) -> AccountState:
    """How a person's account stands in an authority at a moment (A2)."""
    user = affiliation.user
    return account_state(
        is_active=user.is_active,
        locked_at=affiliation.locked_at,
        claim_by=user.claim_by,
        at=at,
        is_merged=affiliation.merged_into_id is not None,
    )


def is_last_manager(user: User, *, on: date) -> bool:
    """Whether a person is the only manager who can work in the authority in scope on a day."""
    managers = people_with_role(Role.MANAGER, on=on).filter(claim_by=None)
    return managers.filter(pk=user.pk).exists() and not managers.exclude(pk=user.pk).exists()


def roles_today(user: User) -> frozenset[str]:
    """The roles that a person holds today over the authority in scope.

    None when no authority is in scope. Read once a request.
    """
    here = (authority_id_or_none(), timezone.localdate())
    if here[0] is None or user.pk is None:
        return frozenset()
    kept = _kept(user, ROLES_READ)
    if here not in kept:
        kept[here] = frozenset(
            RoleAppointment.objects.filter(user=user)
            .filter(holds_on(here[1]), not_locked())
            .order_by()
            .values_list("role", flat=True)
        )
    roles: frozenset[str] = kept[here]
    return roles


def grants_today(user: User) -> frozenset[tuple[str, str, int]]:
    """The permissions on single objects that a person holds today in the authority in scope: label of the
    object's model, name of the permission, id of the object. Read once a request.
    """
    here = (authority_id_or_none(), timezone.localdate())
    if here[0] is None or user.pk is None:
        return frozenset()
    kept = _kept(user, GRANTS_READ)
    if here not in kept:
        kept[here] = access_of(user, *here).grants
    grants: frozenset[tuple[str, str, int]] = kept[here]
    return grants


def _kept(user: User, name: str) -> dict[tuple[int | None, date], Any]:
    """What is kept on a person, by authority and day.

    getattr and setattr, not __dict__: request.user is a lazy object, whose own dictionary is not the
    person's.
    """
    kept: dict[tuple[int | None, date], Any] = getattr(user, name, {})
    setattr(user, name, kept)
    return kept


def people_with_role(*roles: str, on: date) -> QuerySet[User]:
    """People of the authority in scope who hold any of the roles on a day, by name."""
    return people_to_write_to(RoleAppointment.objects.filter(holds_on(on), role__in=roles).values("user_id"))


def people_to_write_to(ids: Collection[int] | QuerySet) -> QuerySet[User]:
    """Those of these people who can work in the authority in scope, by name: nobody locked or closed (A2)."""
    people = User.objects.filter(pk__in=ids, is_active=True).exclude(pk__in=_locked_ids())
    return people.order_by("full_name__in_order", "pk")


def _locked_ids() -> QuerySet:
    locked = Affiliation.objects.filter(authority_id=current_authority_id(), locked_at__isnull=False)
    return locked.values("user_id")


def blocked_tie(user: User, authority: Authority) -> Affiliation | None:
    """The tie of somebody who belongs to an authority and is blocked there."""
    rows = Affiliation.objects.filter(user=user, authority=authority, locked_at__isnull=False)
    return rows.select_related("merged_into").first()


def people_here() -> QuerySet[User]:
    """Everybody who has or had something to do with the authority in scope, by name.

    Who is invited stands there under the name that was typed here.
    """
    ids = Affiliation.objects.filter(authority_id=current_authority_id()).values("user_id")
    return User.with_invited.filter(pk__in=ids).order_by("full_name__in_order", "pk")


def people_search(words: Callable[[], Words]) -> Search:
    """How people are searched: by name and email address. ``words`` are those of names that the reader may
    search.
    """

    def holds(word: str) -> Q:
        return Q(name_in_order__contains=word) | Q(email_text__contains=word)

    def with_texts(rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.alias(name_in_order=InOrder("full_name"), email_text=InOrder("email"))

    return Search(column="name_in_order", name="full_name", words=words, holds=holds, prepare=with_texts)


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


def factors_of(user: User) -> Counter[str]:
    """How many factors of each type (``allauth.mfa``) a person has, for the own account alone."""
    return Counter(Authenticator.objects.filter(user=user).order_by().values_list("type", flat=True))


def sessions_of(user: User) -> list[UserSession]:
    """Where a person is signed in, the latest use first. Sessions that have ended are left out."""
    sessions = UserSession.objects.purge_and_list(user)
    return sorted(sessions, key=lambda session: session.last_seen_at, reverse=True)


def people_here_with_locks() -> QuerySet[User]:
    """``people_here``, each with the moment of being locked out here as ``locked_here_at``, and the id of the
    account that took over as ``merged_here_into``.
    """
    ties = Affiliation.objects.filter(authority_id=current_authority_id(), user_id=OuterRef("pk"))
    return people_here().annotate(
        locked_here_at=Subquery(ties.values("locked_at")[:1]),
        merged_here_into=Subquery(ties.values("merged_into")[:1]),
    )


def active_authority_ids() -> list[int]:
    """Ids of the authorities in use: what the timetable fans out over."""
    return list(Authority.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True))


def forget_what_was_read(user: User) -> None:
    """After a change of roles or of second factors, for a person object that lives on."""
    for name in (ROLES_READ, GRANTS_READ, FACTOR_READ):
        if hasattr(user, name):
            delattr(user, name)


def token_of(link: TaskLink) -> str:
    """What stands in the address of a link: the same for the same
    link, so an email sent twice holds one address.
    """
    return _signer().sign(f"{link.authority_id}.{link.pk}")


def was_sent_before(link: TaskLink) -> bool:
    """Whether an earlier link for the same task went to the same address, and was not used."""
    same = TaskLink.objects.filter(
        purpose=link.purpose, about_id=link.about_id, email=link.email, used_at=None, pk__lt=link.pk
    )
    return same.filter(made_at__gt=link.made_at - timedelta(days=REMEMBERED_DAYS)).exists()


def open_link(token: str, *, purpose: str, at: datetime) -> TaskLink | None:
    """The link of an address, while it can be used. A forged, foreign, used or old one is None alike."""
    link = link_of(token, purpose=purpose)
    is_open = link is not None and not link.used_at and not link.withdrawn_at and link.expires_at > at
    return link if is_open else None


def link_of(token: str, *, purpose: str) -> TaskLink | None:
    """The link of an address that we have sent, whether it can still be used or not.

    A forged or foreign one is None, and so is one whose person is locked out or has no account any more: a
    link opens no more than its person may.
    """
    try:
        authority_id, link_id = (int(part) for part in _signer().unsign(token).split("."))
    except (signing.BadSignature, ValueError):
        return None
    if authority_id != authority_id_or_none():
        return None
    link = TaskLink.objects.select_related("user").filter(pk=link_id, purpose=purpose).first()
    if link is None:
        return None
    if link.user is None:
        return None if blocked_addresses([link.email]) else link
    return link if people_to_write_to([link.user.pk]).exists() else None


def news_token_of(user_id: int, *, about: str = "news") -> str:
    """What stands in the address at which a person switches emails off: the weekly news, or ("updates") what
    else can be stopped. It opens nothing else.
    """
    return signer_for(Use.LINKS, salt=f"accounts.{about}", sep="~").sign(
        f"{current_authority_id()}.{user_id}"
    )


def person_of_news_token(token: str, *, about: str = "news") -> User | None:
    """Whose choice an address is about. A forged or foreign one, or one about something else, is None."""
    try:
        signed = signer_for(Use.LINKS, salt=f"accounts.{about}", sep="~").unsign(token)
        authority_id, user_id = (int(part) for part in signed.split("."))
    except (signing.BadSignature, ValueError):
        return None
    if authority_id != authority_id_or_none():
        return None
    return people_here().filter(pk=user_id).exclude(pk__in=_locked_ids()).first()


def wants_news(user: User) -> bool:
    """Whether a person gets news by email from the authority in scope."""
    tie = affiliation_here(user)
    return tie is not None and tie.news_off_at is None


def _signer() -> signing.Signer:
    return signer_for(Use.LINKS, salt="accounts.TaskLink", sep="~")


def name_and_address(person_id: int) -> dict[str, str]:
    """What a form that names somebody by the address begins with; nothing of who is not of this authority."""
    person = person_here(person_id)
    return {} if person is None else {"full_name": person.full_name, "email": person.email}


def person_here(person_id: int) -> User | None:
    """Somebody who has or had something to do with the authority in scope; None for anybody else."""
    return next(iter(_person_here(pk=person_id)), None)


@prepared
def _person_here(pk: int) -> QuerySet[User]:
    return people_here().filter(pk=pk)


def roles_of(person: User) -> QuerySet[RoleAppointment]:
    """Every role over the authority in scope that a person holds, held or is to hold, the latest first."""
    return RoleAppointment.objects.filter(user=person).order_by("-starts_on", "role", "pk")
