"""The permissions that follow from appointments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from accounts.permissions import Permission
from accounts.roles import OBJECT_ROLES, ObjectRole
from core.dates import Span, merge_spans, shared_span


class PersonAt(NamedTuple):
    """A person of a setting."""

    user_id: int
    provider_id: int
    is_manager: bool
    time: Span


class MemberOf(NamedTuple):
    """A setting in a collaboration."""

    membership_id: int
    collaboration_id: int
    provider_id: int
    time: Span


class LeaderOf(NamedTuple):
    """A person who leads for a member."""

    user_id: int
    membership_id: int
    time: Span


class OfficeOf(NamedTuple):
    """A chair or administrator, a person of a member.

    A safeguarding contact gets no permission by it and is not named here.
    """

    user_id: int
    membership_id: int
    time: Span


class DatedPermission(NamedTuple):
    """A person's permission on one object between two dates: one row of guardian's tables."""

    user_id: int
    object_id: int
    permission: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class DerivedPermissions:
    """Everything that follows from the appointments."""

    on_collaborations: frozenset[DatedPermission]
    on_settings: frozenset[DatedPermission]


Held = tuple[int, int, ObjectRole, Span]


def permissions_from(
    people: Sequence[PersonAt],
    members: Sequence[MemberOf],
    leaders: Sequence[LeaderOf],
    offices: Sequence[OfficeOf] = (),
) -> DerivedPermissions:
    """A person sees the collaborations of the own setting while both hold, and leads or holds an office while
    all three hold (L1).
    """
    at: dict[int, list[PersonAt]] = {}
    for person in people:
        at.setdefault(person.provider_id, []).append(person)
    managing = [
        (person.user_id, person.provider_id, ObjectRole.SETTING_MANAGER, person.time)
        for person in people
        if person.is_manager
    ]
    groups = [
        *_seen_by_members(at, members),
        *_held_for_members(at, members, leaders, ObjectRole.LEADER),
        *_held_for_members(at, members, offices, ObjectRole.OFFICE_HOLDER),
    ]
    return DerivedPermissions(_dated(groups), _dated(managing))


def _seen_by_members(at: dict[int, list[PersonAt]], members: Sequence[MemberOf]) -> Iterator[Held]:
    for member in members:
        for person in at.get(member.provider_id, ()):
            if time := shared_span(person.time, member.time):
                yield person.user_id, member.collaboration_id, ObjectRole.MEMBER, time


def _held_for_members(
    at: dict[int, list[PersonAt]],
    members: Sequence[MemberOf],
    holders: Sequence[LeaderOf | OfficeOf],
    role: ObjectRole,
) -> Iterator[Held]:
    known = {member.membership_id: member for member in members}
    for holder in holders:
        member = known[holder.membership_id]
        for person in at.get(member.provider_id, ()):
            if person.user_id == holder.user_id and (
                time := shared_span(holder.time, member.time, person.time)
            ):
                yield holder.user_id, member.collaboration_id, role, time


def _dated(held: Iterable[Held]) -> frozenset[DatedPermission]:
    times: dict[tuple[int, int, Permission], list[Span]] = {}
    for user_id, object_id, role, time in held:
        for permission in OBJECT_ROLES[role]:
            times.setdefault((user_id, object_id, permission), []).append(time)
    return frozenset(
        DatedPermission(user_id, object_id, permission.split(".")[1], span.start, span.end)
        for (user_id, object_id, permission), spans in times.items()
        for span in merge_spans(spans)
    )
