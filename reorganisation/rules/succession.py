"""O2: what may move from an old registration to the one that took over from it.

Nothing moves unless an officer says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.dates import Span
from core.reasons import Reason
from memberships.rules.leaders import Refusal
from reorganisation.rules.plans import LONGEST_AHEAD


class OldMembership(NamedTuple):
    """A membership of the old registration.

    ``free_from``: the first day that contradicts nothing recorded of it.
    """

    membership_id: int
    group: str
    time: Span
    free_from: date
    new_is_member: bool = False


class OldRole(NamedTuple):
    """A person of the old registration.

    ``is_there``: recorded at the new one already. ``free_from`` as of a membership.
    """

    role_id: int
    user_id: int
    person: str
    time: Span
    free_from: date
    is_there: bool = False


class OldLeader(NamedTuple):
    """Somebody who leads for a membership of the old registration."""

    appointment_id: int
    membership_id: int
    user_id: int
    person: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the officer said shall move."""

    on: date
    memberships: Collection[int] = ()
    roles: Collection[int] = ()
    leaders: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class SuccessionFacts:
    """What hangs on the old registration, and the day on which the new one took over."""

    took_over_on: date
    memberships: Sequence[OldMembership] = ()
    roles: Sequence[OldRole] = ()
    leaders: Sequence[OldLeader] = ()


def refusals_to_move(facts: SuccessionFacts, chosen: Chosen, *, today: date) -> Iterator[Refusal]:
    """O2: every reason why the choice cannot be carried out, at once."""
    if not (chosen.memberships or chosen.roles or chosen.leaders):
        yield Refusal(
            "memberships", Reason("O2", gettext_noop("Choose what moves. Nothing moves by itself."))
        )
    if chosen.on < facts.took_over_on:
        sentence = gettext_noop("The day must be on or after %(day)s, when the new registration took over.")
        yield Refusal("on", Reason("O2", sentence, {"day": facts.took_over_on}))
    if chosen.on > today + LONGEST_AHEAD:
        yield Refusal(
            "on",
            Reason(
                "O2", gettext_noop("The day must be on or before %(day)s."), {"day": today + LONGEST_AHEAD}
            ),
        )
    yield from _memberships(facts, chosen)
    yield from _roles(facts, chosen)
    yield from _leaders(facts, chosen)


def _memberships(facts: SuccessionFacts, chosen: Chosen) -> Iterator[Refusal]:
    known = {membership.membership_id: membership for membership in facts.memberships}
    for membership in (known.get(pk) for pk in sorted(chosen.memberships)):
        if membership is None or not membership.time.reaches(chosen.on) or membership.time.end == chosen.on:
            yield Refusal("memberships", _GONE)
        elif membership.new_is_member:
            sentence = gettext_noop("The new registration is a member of %(name)s already.")
            yield Refusal("memberships", Reason("O2", sentence, {"name": membership.group}))
        elif chosen.on < membership.free_from:
            sentence = gettext_noop(
                "What is recorded of %(name)s reaches to %(day)s. Choose that day or a later one."
            )
            yield Refusal(
                "on", Reason("O2", sentence, {"name": membership.group, "day": membership.free_from})
            )


def _roles(facts: SuccessionFacts, chosen: Chosen) -> Iterator[Refusal]:
    known = {role.role_id: role for role in facts.roles}
    for role in (known.get(pk) for pk in sorted(chosen.roles)):
        if role is None or not role.time.reaches(chosen.on) or role.time.end == chosen.on:
            yield Refusal("roles", _GONE)
        elif role.is_there:
            sentence = gettext_noop("%(person)s is recorded at the new registration already.")
            yield Refusal("roles", Reason("O2", sentence, {"person": role.person}))
        elif chosen.on < role.free_from:
            sentence = gettext_noop(
                "What is recorded of %(person)s reaches to %(day)s. Choose that day or a later one."
            )
            yield Refusal("on", Reason("O2", sentence, {"person": role.person, "day": role.free_from}))


def _leaders(facts: SuccessionFacts, chosen: Chosen) -> Iterator[Refusal]:
    known = {leader.appointment_id: leader for leader in facts.leaders}
    moving = {role.user_id for role in facts.roles if role.role_id in chosen.roles or role.is_there}
    for leader in (known.get(pk) for pk in sorted(chosen.leaders)):
        if leader is None:
            yield Refusal("leaders", _GONE)
        elif leader.membership_id not in chosen.memberships:
            sentence = gettext_noop("%(person)s can only go on leading where the membership moves too.")
            yield Refusal("leaders", Reason("O2", sentence, {"person": leader.person}))
        elif leader.user_id not in moving:
            sentence = gettext_noop(
                "%(person)s can only lead for the new registration as one of its people. Move the person too."
            )
            yield Refusal("leaders", Reason("O2", sentence, {"person": leader.person}))


_GONE = Reason(
    "O2", gettext_noop("Something you chose has moved or ended in the meantime. Look again, then decide.")
)
