"""Whom another version of the leading policy would judge otherwise (O5).

Which settings count is known by the layers above: members and leaders. They say so once
(``read_members_with``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ofsted.models import LeadingPolicy
from ofsted.rules.policy import Decision, decide
from ofsted.selectors.standing import relevant_judgements, table_of
from ofsted.selectors.verdicts import settings_judged_otherwise


@dataclass(frozen=True, slots=True)
class Member:
    """A member setting of a collaboration on a day, and the names of those who lead for it there."""

    provider_id: int
    setting: str
    collaboration: str
    leaders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One member setting on which two versions do not agree."""

    member: Member
    before: Decision
    after: Decision


MemberSource = Callable[[date], Sequence[Member]]
_sources: list[MemberSource] = []


def read_members_with(source: MemberSource) -> None:
    """Say which function knows the members of a day. Called once, when the application starts."""
    _sources[:] = [source]


def members_on(on: date) -> Sequence[Member]:
    """The member settings of a day."""
    (read_members,) = _sources
    return read_members(on)


def policy_changes(*, one: LeadingPolicy, other: LeadingPolicy, on: date) -> list[Change]:
    """The member settings, those with leaders first, whose verdict differs between two versions on a day.

    Set-based SQL finds the few; the rule gives their verdicts and reasons.
    """
    members = members_on(on)
    before, after = table_of(one), table_of(other)
    found = settings_judged_otherwise(before, after, [member.provider_id for member in members], on=on)
    judged = relevant_judgements(found, on=on)
    decided = {
        pk: (decide(before, setting.relevant), decide(after, setting.relevant))
        for pk, setting in judged.items()
    }
    changes = [
        Change(member, *decided[member.provider_id]) for member in members if member.provider_id in decided
    ]
    return sorted(
        (change for change in changes if change.before.verdict is not change.after.verdict),
        key=lambda change: (
            not change.member.leaders,
            change.member.collaboration,
            change.member.setting,
            change.member.provider_id,
        ),
    )
