"""What pages of people show of their accounts: how they sign in, roles of the team, when last signed in;
and of what the team decides about them: what waits, what was decided and why, what a merge would move.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from allauth.usersessions.models import UserSession
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.decisions import Correction, Decision
from accounts.models import RoleAppointment, SecurityEvent, TaskLink, User, holds_on
from accounts.rules import AccountState, EventKind
from accounts.selectors import (
    affiliation_here,
    factors_of,
    has_second_factor,
    people_here,
    people_search,
    person_here,
    security_events_here,
    state_of,
)
from accounts.services.appointments import KINDS
from accounts.services.moving import collides
from core.prepared import prepared
from core.scoping import current_authority_id
from core.searching import matching, words_in
from core.wording import from_to_in_words


@dataclass(frozen=True, slots=True)
class SigningIn:
    """How a person signs in here. ``state`` is None for somebody who has not accepted an invitation yet.

    ``last_on`` is the day of the last sign-in at this authority's own addresses or at the platform's.
    """

    state: AccountState | None
    locked_on: date | None
    locked_by: str
    last_at: datetime | None
    has_second_step: bool
    devices: int

    @property
    def has_never_signed_in(self) -> bool:
        return self.state in (None, AccountState.INVITED, AccountState.LAPSED)


def signing_in_of(person: User) -> SigningIn:
    """Four queries."""
    tie = affiliation_here(person)
    last = next(iter(_last_sign_in(person=person)), None)
    locked_at = tie.locked_at if tie else None
    return SigningIn(
        state=state_of(tie, at=timezone.now()) if tie and person.invited_to_id is None else None,
        locked_on=timezone.localdate(locked_at) if locked_at else None,
        locked_by=str(tie.locked_by or "") if tie else "",
        last_at=last,
        has_second_step=has_second_factor(person),
        devices=UserSession.objects.filter(user=person).count(),
    )


@prepared
def _last_sign_in(person: User) -> QuerySet[SecurityEvent, datetime]:
    events = security_events_here().filter(person=person, kind=EventKind.SIGNED_IN)
    return events.values_list("at", flat=True)[:1]


@dataclass(frozen=True, slots=True)
class OwnSigningIn:
    """How a person signs in, for the own account. ``devices`` counts sessions that have not been ended."""

    has_app: bool
    has_codes: bool
    passkeys: int
    devices: int


def own_signing_in(person: User) -> OwnSigningIn:
    """Two queries."""
    factors = factors_of(person)
    return OwnSigningIn(
        has_app=factors["totp"] > 0,
        has_codes=factors["recovery_codes"] > 0,
        passkeys=factors["webauthn"],
        devices=UserSession.objects.filter(user=person).count(),
    )


def find_people(rows: QuerySet[User], text: str) -> QuerySet[User]:
    """People with every word of a text in their name or address; of nearly that name where there is none."""
    return matching(rows, text, people_search(lambda: words_in(people_here(), "full_name"))).rows


def people_never_signed_in(rows: QuerySet[User]) -> QuerySet[User]:
    """People who have not claimed their account, or have not accepted an invitation yet."""
    return rows.filter(Q(claim_by__isnull=False) | Q(invited_to__isnull=False))


def people_with_team_role(rows: QuerySet[User], role: str, *, on: date) -> QuerySet[User]:
    held = RoleAppointment.objects.filter(holds_on(on), role=role, user=OuterRef("pk"))
    return rows.filter(Exists(held))


def team_roles_of(user_ids: Collection[int], *, on: date) -> dict[int, list[str]]:
    """The roles over the authority in scope of each of some people on a day."""
    found: dict[int, list[str]] = {}
    rows = RoleAppointment.objects.filter(holds_on(on), user__in=user_ids).order_by("role", "pk")
    for user_id, role in rows.values_list("user_id", "role"):
        found.setdefault(user_id, []).append(role)
    return found


def last_sign_ins(user_ids: Collection[int]) -> dict[int, date]:
    """The day on which each of some people last signed in, as this authority may know it; without those who
    have not.
    """
    events = SecurityEvent.objects.filter(
        Q(authority_id=current_authority_id()) | Q(authority=None),
        kind=EventKind.SIGNED_IN,
        person__in=user_ids,
    )
    rows = events.order_by().values("person_id").annotate(last=Max("at"))
    return {row["person_id"]: timezone.localdate(row["last"]) for row in rows}


MAX_DECISIONS = 50


def decisions_about(person: User) -> list[Decision]:
    """What the team decided about somebody here, the newest first."""
    return _decisions(person=person)


@prepared
def _decisions(person: User) -> QuerySet[Decision]:
    return Decision.objects.filter(user=person).select_related("by")[:MAX_DECISIONS]


def waiting_correction(person: User) -> Correction | None:
    """What waits for a person's confirmation, or was too old for it; taken back, it gives way to another."""
    return next(iter(_waiting_corrections(person=person)), None)


@prepared
def _waiting_corrections(person: User) -> QuerySet[Correction]:
    rows = Correction.objects.filter(user=person, state=Correction.State.WAITING)
    return rows.select_related("into", "proposed_by", "user")[:1]


def correction_of_link(link: TaskLink) -> Correction | None:
    """What a link asks to confirm, while it waits."""
    rows = Correction.objects.filter(pk=link.about_id, state=Correction.State.WAITING)
    return rows.select_related("into", "proposed_by", "user").first()


def is_too_old(correction: Correction, *, at: datetime) -> bool:
    return correction.expires_at <= at


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that a merge gives to the account that stays; ``ends``: both have it, so it ends instead."""

    what: str
    time: str
    ends: bool


def what_moves(*, into: User, closed: User) -> Sequence[Moved]:
    """What the account that is closed is appointed to now or later, of the kinds that every manager sees."""
    today = timezone.localdate()
    return [
        Moved(kind.in_words(row), from_to_in_words(row.starts_on, row.ends_on), collides(kind, row, into))
        for kind in KINDS.values()
        if kind.taken_away_with
        for row in kind.of_person(closed)
        if row.ends_on is None or row.ends_on > today
    ]


def name_and_address(person_id: int) -> dict[str, str]:
    """What a form that names somebody by the address begins with; nothing of who is not of this authority."""
    person = person_here(person_id)
    return {} if person is None else {"full_name": person.full_name, "email": person.email}


def news_day_of(user: User) -> int:
    """The day of a person's weekly email from the authority in scope; 0 is Monday."""
    tie = affiliation_here(user)
    return tie.news_day if tie is not None else 0
