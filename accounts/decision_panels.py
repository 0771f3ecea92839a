"""What pages show of decisions about a person: what waits, what was decided and why, what a merge would move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from accounts.decisions import Correction, Decision
from accounts.models import TaskLink, User
from accounts.services.appointments import KINDS
from accounts.services.moving import collides

MAX_DECISIONS = 50


def decisions_about(person: User) -> QuerySet[Decision]:
    """What the team decided about somebody here, the newest first."""
    return Decision.objects.filter(user=person).select_related("by")[:MAX_DECISIONS]


def waiting_correction(person: User) -> Correction | None:
    """What waits for a person's confirmation, or was too old for it; taken back, it gives way to another."""
    rows = Correction.objects.filter(user=person, state=Correction.State.WAITING)
    return rows.select_related("stays", "proposed_by", "user").first()


def correction_of_link(link: TaskLink) -> Correction | None:
    """What a link asks to confirm, while it waits."""
    rows = Correction.objects.filter(pk=link.about_id, state=Correction.State.WAITING)
    return rows.select_related("stays", "proposed_by", "user").first()


def is_too_old(correction: Correction, *, at: datetime) -> bool:
    return correction.expires_at <= at


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that a merge gives to the account that stays; ``ends``: both have it, so it ends instead."""

    what: str
    starts_on: date
    ends_on: date | None
    ends: bool


def what_moves(*, stays: User, closes: User) -> Sequence[Moved]:
    """What the account that is closed is appointed to now or later, of the kinds that every manager sees."""
    today = timezone.localdate()
    return [
        Moved(kind.in_words(row), row.starts_on, row.ends_on, collides(kind, row, stays))
        for kind in KINDS.values()
        if kind.taken_away_with
        for row in kind.of_person(closes)
        if row.ends_on is None or row.ends_on > today
    ]
