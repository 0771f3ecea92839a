"""What a leader might do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from memberships.rules.size import Size, size_of
from ofsted.rules.reasons import Reason, gettext_noop

SOON = timedelta(days=60)
MOST_STEPS = 3


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """How a collaboration stands on a day: numbers, names and dates."""

    members: int
    leaders: int
    without_people: Sequence[str] = ()
    leaving: Sequence[tuple[str, date]] = ()
    leaders_ending: Sequence[tuple[str, date]] = ()


def ending_soon(ends: Iterable[tuple[str, date | None]], today: date) -> list[tuple[str, date]]:
    """Names whose end is known and near, the nearest first."""
    return sorted(((name, end) for name, end in ends if end is not None and end <= today + SOON), key=lambda pair: pair[1])


def next_steps(facts: GroupFacts) -> list[Reason]:
    """At most three things to do, the most pressing first."""
    steps = [
        Reason("L1", gettext_noop("%(person)s leads until %(day)s. Talk about who leads from then."), {"person": name, "day": day})
        for name, day in facts.leaders_ending
    ]
    steps += [
        Reason("C6", gettext_noop("%(setting)s leaves on %(day)s. Agree who takes over its actions."), {"setting": name, "day": day})
        for name, day in facts.leaving
    ]
    steps += [
        Reason("C5", gettext_noop("Nobody from %(setting)s can sign in. Tell the early years team whom to add."), {"setting": name})
        for name in facts.without_people
    ]
    if facts.leaders == 1:
        steps.append(Reason("L1", gettext_noop("One person leads alone. Ask who could lead jointly or take turns.")))
    if size_of(facts.members) is Size.SMALL:
        steps.append(Reason("C2", gettext_noop("Think about settings near you that could join.")))
    if size_of(facts.members) is Size.LARGE:
        steps.append(Reason("C2", gettext_noop("Think about whether two smaller groups would work better.")))
    return steps[:MOST_STEPS]
