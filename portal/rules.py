"""What a leader might do next: at most three things, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.dates import last_day
from core.reasons import Fact, Reason, Term
from memberships.rules.size import Size, should_talk_of_dividing, size_of

SOON = timedelta(days=60)
DUE_SOON = timedelta(days=21)
MAX_STEPS = 3


class Task(StrEnum):
    """Where a step is done: a page of the collaboration. GROUP is the collaboration's own page."""

    APPLICATIONS = "applications"
    HAND_OVER = "hand_over"
    LEADERS = "leaders"
    LIFE = "life"
    PLAN = "plan"
    RETURNS = "returns"
    REVIEWS = "reviews"
    STAFF_TOLD = "staff_told"
    TERMS = "terms"
    GROUP = "group"


class Step(NamedTuple):
    """One thing to do: why, and the page where it is done."""

    reason: Reason
    task: Task


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """How a collaboration stands on a day: numbers, names and dates."""

    members: int
    leaders: int
    without_people: Sequence[str] = ()
    leaving: Sequence[tuple[str, date]] = ()
    leaders_ending: Sequence[tuple[str, date]] = ()
    applying: Sequence[str] = ()
    at_risk: Sequence[str] = ()
    owe_returns: int = 0
    returns_due_on: date | None = None
    staff_not_told: int = 0
    still_forming: bool = False
    optimum_size: int | None = None
    #: What comes next with the ways of working, as a sentence that is translated already; empty where nothing
    #: does.
    terms_next: str = ""
    #: Clock and due day of each review that is open.
    reviews_open: Sequence[tuple[str, date]] = ()
    actions_late: int = 0


def ending_soon(ends: Iterable[tuple[str, date | None]], today: date) -> list[tuple[str, date]]:
    """Names whose end is known and near, the nearest first."""
    return sorted(
        ((name, end) for name, end in ends if end is not None and end <= today + SOON),
        key=lambda pair: pair[1],
    )


def next_steps(facts: GroupFacts, *, today: date) -> list[Step]:
    """At most three things to do, the most pressing first."""
    return [*_people_waiting(facts), *_due(facts, today), *_for_later(facts)][:MAX_STEPS]


def _people_waiting(facts: GroupFacts) -> Iterator[Step]:
    """What other people wait for, or what ends soon."""
    for name in facts.applying:
        words = gettext_noop("%(setting)s asks to join. Decide together, and record what you decide.")
        yield Step(Reason("C5", words, {"setting": name}), Task.APPLICATIONS)
    for name, day in facts.leaders_ending:
        words = gettext_noop("%(person)s leads to %(day)s. Talk about who leads after that.")
        yield Step(Reason("L1", words, {"person": name, "day": last_day(day)}), Task.LEADERS)
    for name, day in facts.leaving:
        words = gettext_noop(
            "%(day)s is the last day of %(setting)s as a member. Agree who takes over its actions."
        )
        yield Step(Reason("C6", words, {"setting": name, "day": last_day(day)}), Task.HAND_OVER)
    for name in facts.at_risk:
        words = gettext_noop(
            "%(setting)s has missed more meetings than you agreed. Ask what would help it to come."
        )
        yield Step(Reason("C7", words, {"setting": name}), Task.GROUP)


def _due(facts: GroupFacts, today: date) -> Iterator[Step]:
    """What has a date or a gap."""
    if facts.owe_returns and facts.returns_due_on is not None and facts.returns_due_on <= today + DUE_SOON:
        words: dict[str, Fact] = {"number": facts.owe_returns, "day": facts.returns_due_on}
        if facts.owe_returns == 1:
            yield Step(
                Reason(
                    "S4", gettext_noop("One setting owes its staff number, due by %(day)s. Remind it."), words
                ),
                Task.RETURNS,
            )
        else:
            some = gettext_noop("%(number)d settings owe their staff number, due by %(day)s. Remind them.")
            yield Step(Reason("S4", some, words), Task.RETURNS)
    if facts.terms_next:
        yield Step(Reason("W2", "%(words)s", {"words": facts.terms_next}), Task.TERMS)
    for clock, day in facts.reviews_open:
        due = gettext_noop("Review %(clock)s together: it falls due on %(day)s.")
        yield Step(Reason("W1", due, {"clock": Term(clock), "day": day}), Task.REVIEWS)
    if facts.still_forming:
        yield Step(
            Reason("C1", gettext_noop("The group is still forming. See what it needs to become active.")),
            Task.LIFE,
        )
    for name in facts.without_people:
        words_for = gettext_noop(
            "Nobody from %(setting)s can sign in. Tell the early years team whom to add."
        )
        yield Step(Reason("C5", words_for, {"setting": name}), Task.GROUP)


def _for_later(facts: GroupFacts) -> Iterator[Step]:
    """What can wait for the next meeting."""
    if facts.staff_not_told:
        words = gettext_noop(
            "Ask members to confirm that their staff know of the group (%(number)d still to do)."
        )
        yield Step(Reason("C9", words, {"number": facts.staff_not_told}), Task.STAFF_TOLD)
    if facts.actions_late:
        words = gettext_noop(
            "Look at your development plan: the day of %(number)d of its actions has passed."
        )
        yield Step(Reason("W1", words, {"number": facts.actions_late}), Task.PLAN)
    if facts.leaders == 1:
        yield Step(
            Reason("L1", gettext_noop("One person leads alone. Ask who could lead jointly or take turns.")),
            Task.LEADERS,
        )
    if size_of(facts.members) is Size.SMALL:
        yield Step(Reason("C2", gettext_noop("Think about settings near you that could join.")), Task.GROUP)
    if should_talk_of_dividing(facts.members, facts.optimum_size):
        yield Step(
            Reason("C2", gettext_noop("Think about whether two smaller groups would work better.")),
            Task.GROUP,
        )
