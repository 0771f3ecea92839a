"""What is true about members and leaders: dates, size (C2), who may lead (L1), and the rights that follow. No Django here.

All times are half-open, ``[start, end)``: the end is the first day on which something no longer holds. An open end has None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from accounts.permissions import Permission
from accounts.roles import OBJECT_ROLES, ObjectRole
from ofsted.rules.policy import Decision, Verdict
from ofsted.rules.reasons import Reason, gettext_noop

# --- dates -----------------------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """From a day up to, and not including, another; without an end it goes on."""

    start: date
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    @property
    def is_empty(self) -> bool:
        """Whether there is no day in it."""
        return self.end is not None and self.end <= self.start

    def reaches(self, end: date | None) -> bool:
        """Whether this lasts at least as long as something that ends then."""
        return self.end is None or (end is not None and end <= self.end)


def earlier(one: date | None, other: date | None) -> date | None:
    """The earlier of two ends."""
    return min((end for end in (one, other) if end is not None), default=None)


def shared(*spans: Span) -> Span | None:
    """The time that all have in common; None when there is no such day."""
    start, end = max(span.start for span in spans), None
    for span in spans:
        end = earlier(end, span.end)
    return Span(start, end) if end is None or start < end else None


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same days in as few spans as possible, in order: what overlaps or touches becomes one."""
    made: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if made and made[-1].reaches(span.start):
            last = made.pop()
            end = None if last.end is None or span.end is None else max(last.end, span.end)
            span = Span(last.start, end)
        made.append(span)
    return made


def part_within(wanted: Span, spans: Iterable[Span]) -> Span | None:
    """What of the wanted time can be had without a gap, counted from its first day; None when not even that day can."""
    for span in merged(spans):
        if span.holds_on(wanted.start):
            return shared(wanted, span)
    return None


# --- size (C2) -------------------------------------------------------------------------------------------------------

ADVISED_SIZE = range(6, 9)


class Size(StrEnum):
    """How many members there are against the advice. Nothing is ever refused because of it."""

    EMPTY = "empty"
    SMALL = "small"
    ADVISED = "advised"
    LARGE = "large"


SIZE_LABELS = {
    Size.EMPTY: gettext_noop("No members"),
    Size.SMALL: gettext_noop("Small"),
    Size.ADVISED: gettext_noop("As advised"),
    Size.LARGE: gettext_noop("Large"),
}


def size_of(members: int) -> Size:
    """C2: six to eight settings is manageable."""
    if members == 0:
        return Size.EMPTY
    if members < ADVISED_SIZE.start:
        return Size.SMALL
    return Size.ADVISED if members in ADVISED_SIZE else Size.LARGE


def bounds_of(size: Size) -> tuple[int, int | None]:
    """The least and the greatest number of members of a size."""
    first, last = ADVISED_SIZE.start, ADVISED_SIZE.stop - 1
    return {Size.EMPTY: (0, 0), Size.SMALL: (1, first - 1), Size.ADVISED: (first, last), Size.LARGE: (last + 1, None)}[size]


def size_advice(members: int) -> Reason | None:
    """The advice in words; None when the number of members is as advised."""
    facts = {"members": members, "least": ADVISED_SIZE.start, "most": ADVISED_SIZE.stop - 1}
    size = size_of(members)
    if size is Size.EMPTY:
        return Reason("C2", gettext_noop("There are no members yet. From %(least)d to %(most)d settings work well together."), facts)
    if size is Size.SMALL:
        return Reason("C2", gettext_noop("This is a small group: from %(least)d to %(most)d settings work well together."), facts)
    if size is Size.LARGE:
        return Reason("C2", gettext_noop("This is a large group: from %(least)d to %(most)d settings are easier to manage."), facts)
    return None


# --- leaders (L1) ----------------------------------------------------------------------------------------------------


class Refusal(NamedTuple):
    """Why something is refused, and the field that the reason is about."""

    field: str
    reason: Reason


class WantedLeader(NamedTuple):
    """What an appointment is judged by."""

    time: Span
    membership: Span
    at_setting: Sequence[Span]
    decision: Decision
    officers_words: str = ""


def refusals_of(wanted: WantedLeader) -> Iterator[Refusal]:
    """L1: why a person may not be appointed. Nothing when the appointment may be made."""
    if wanted.time.is_empty:
        yield Refusal("ends_on", Reason("L1", gettext_noop("The end must be after the first day.")))
        return
    yield from _refused_dates(
        wanted.time,
        [wanted.membership],
        never=gettext_noop("The setting is not a member of the collaboration on %(start)s, so nobody from it can lead from then."),
        until=gettext_noop("The setting is a member only until %(end)s. Its leader's time ends by then too."),
    )
    yield from _refused_dates(
        wanted.time,
        wanted.at_setting,
        never=gettext_noop("The person is not recorded at the setting on %(start)s. A leader is a person of a member setting."),
        until=gettext_noop("The person is recorded at the setting only until %(end)s. The time as leader ends by then too."),
    )
    verdict = wanted.decision.verdict
    if verdict is Verdict.BELOW_LINE:
        yield Refusal("membership", Reason("L1", gettext_noop("The leading policy does not let this setting's people lead.")))
        yield from (Refusal("membership", reason) for reason in wanted.decision.reasons)
    elif verdict is Verdict.OFFICER_DECIDES and not wanted.officers_words.strip():
        yield Refusal("may_lead_because", Reason("L1", gettext_noop("The leading policy leaves this to an officer. Record your decision.")))
        yield from (Refusal("may_lead_because", reason) for reason in wanted.decision.reasons)


def _refused_dates(time: Span, within: Sequence[Span], *, never: str, until: str) -> Iterator[Refusal]:
    part = part_within(time, within)
    if part is None:
        yield Refusal("starts_on", Reason("L1", never, {"start": time.start}))
    elif part.end is not None and part.end != time.end:
        yield Refusal("ends_on", Reason("L1", until, {"end": part.end}))


# --- rights that follow from appointments ------------------------------------------------------------------------------


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


class Right(NamedTuple):
    """A person's permission on one object between two dates: one row of guardian's tables."""

    user_id: int
    object_id: int
    permission: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Rights:
    """Everything that follows from the appointments."""

    on_collaborations: frozenset[Right]
    on_settings: frozenset[Right]


Held = tuple[int, int, ObjectRole, Span]


def rights_from(people: Sequence[PersonAt], members: Sequence[MemberOf], leaders: Sequence[LeaderOf]) -> Rights:
    """A person sees the collaborations of the own setting while both hold, and leads while all three hold (L1)."""
    at: dict[int, list[PersonAt]] = {}
    for person in people:
        at.setdefault(person.provider_id, []).append(person)
    managing = [(one.user_id, one.provider_id, ObjectRole.SETTING_MANAGER, one.time) for one in people if one.is_manager]
    groups = [*_seen_by_members(at, members), *_led_by_leaders(at, members, leaders)]
    return Rights(_as_rights(groups), _as_rights(managing))


def _seen_by_members(at: dict[int, list[PersonAt]], members: Sequence[MemberOf]) -> Iterator[Held]:
    for member in members:
        for person in at.get(member.provider_id, ()):
            if time := shared(person.time, member.time):
                yield person.user_id, member.collaboration_id, ObjectRole.MEMBER, time


def _led_by_leaders(at: dict[int, list[PersonAt]], members: Sequence[MemberOf], leaders: Sequence[LeaderOf]) -> Iterator[Held]:
    known = {member.membership_id: member for member in members}
    for leader in leaders:
        member = known[leader.membership_id]
        for person in at.get(member.provider_id, ()):
            if person.user_id == leader.user_id and (time := shared(leader.time, member.time, person.time)):
                yield leader.user_id, member.collaboration_id, ObjectRole.LEADER, time


def _as_rights(held: Iterable[Held]) -> frozenset[Right]:
    times: dict[tuple[int, int, Permission], list[Span]] = {}
    for user_id, object_id, role, time in held:
        for permission in OBJECT_ROLES[role]:
            times.setdefault((user_id, object_id, permission), []).append(time)
    return frozenset(
        Right(user_id, object_id, permission.split(".")[1], span.start, span.end)
        for (user_id, object_id, permission), spans in times.items()
        for span in merged(spans)
    )


# --- what a leader might do next -----------------------------------------------------------------------------------------

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
