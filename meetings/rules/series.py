"""The meetings of a year, proposed: so many a year, by a pattern, on days that suit (W1, G7).

Days are proposed and people choose. Weekends, bank holidays and the school holidays that were given are
avoided, and each day says which one was avoided for it. What else the same people have that day is shown, and
moves nothing.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.dates import first_of_month
from core.reasons import Fact, Reason, Term
from meetings.rules.clock import instant_of, instant_shown, localdate
from meetings.rules.holidays import Holiday, why_closed

MONTHS_A_YEAR, WEEKS_A_YEAR = 12, 52
MAX_A_YEAR = WEEKS_A_YEAR
SATURDAY = 5
#: How far a day is looked for around the one that the pattern says: longer than any holiday of a school.
FARTHEST = timedelta(days=70)
LAST = -1

WEEKDAYS = (
    Term(gettext_noop("Monday")), Term(gettext_noop("Tuesday")), Term(gettext_noop("Wednesday")),
    Term(gettext_noop("Thursday")), Term(gettext_noop("Friday")), Term(gettext_noop("Saturday")),
    Term(gettext_noop("Sunday")),
)  # fmt: skip


class NthWeekday(NamedTuple):
    """The second Tuesday of a month. ``nth`` is 1 to 4, or ``LAST``; ``weekday`` 0 for Monday to 6."""

    nth: int
    weekday: int

    def day_in(self, month: date) -> date:
        """The day of the pattern in the month of a day."""
        first = first_of_month(month)
        if self.nth == LAST:
            end = first_of_month(month, months=1) - timedelta(days=1)
            return end - timedelta(days=(end.weekday() - self.weekday) % 7)
        return first + timedelta(days=(self.weekday - first.weekday()) % 7 + 7 * (self.nth - 1))

    @property
    def chosen_weekday(self) -> int | None:
        """The weekday that the group chose, a Saturday too."""
        return self.weekday

    @property
    def step(self) -> timedelta:
        """From a day that does not suit to the next that may: the weekday is kept."""
        return timedelta(weeks=1)


class DayOfMonth(NamedTuple):
    """The 15th of a month; where the month has no such day, its last."""

    day: int

    def day_in(self, month: date) -> date:
        """The day of the pattern in the month of a day."""
        return month.replace(day=min(self.day, calendar.monthrange(month.year, month.month)[1]))

    @property
    def chosen_weekday(self) -> int | None:
        """None: whatever weekday it falls on."""
        return None

    @property
    def step(self) -> timedelta:
        """From a day that does not suit to the next that may."""
        return timedelta(days=1)


Pattern = NthWeekday | DayOfMonth


def pattern_of(day: date) -> NthWeekday:
    """The pattern that a first day suggests: its weekday, first to fourth, or the last of the month."""
    nth = (day.day - 1) // 7 + 1
    return NthWeekday(nth if nth <= 4 else LAST, day.weekday())


class Engagement(NamedTuple):
    """Another meeting of the same people: when it begins and ends, as the clock in London shows it, what it
    is, and how many of the people it is about.
    """

    starts_at: datetime
    ends_at: datetime
    title: str
    people: int


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What a year of meetings is proposed from. ``at`` is a time of London's clock, the same all the year."""

    meetings_a_year: int
    first_on: date
    pattern: Pattern
    at: time
    minutes: int
    bank_holidays: Mapping[date, str]
    school_holidays: tuple[Holiday, ...] = ()
    engagements: tuple[Engagement, ...] = ()


class Proposed(NamedTuple):
    """A day that is proposed. ``wanted_on`` is the day that the pattern says; where the two differ
    ``avoided`` says why. ``clashes``: what the same people have at that time. ``same_day``: what they have
    that day at another time.
    """

    on: date
    starts_at: datetime
    wanted_on: date
    avoided: Reason | None
    clashes: tuple[Engagement, ...]
    same_day: tuple[Engagement, ...]


def proposed_days(plan: SeriesPlan) -> list[Proposed]:
    """The meetings of the year that begins on the first day, one after another, on different days.

    Up to twelve a year keep to the pattern in months as evenly apart as can be; more than twelve are counted
    in weeks from the first day. A day that does not suit gives way to the nearest that does (a later one
    where two are as near). Where none is near enough the day is left out.
    """
    days: list[Proposed] = []
    for wanted in wanted_days(plan):
        after = days[-1].on if days else plan.first_on - timedelta(days=1)
        on = _nearest(plan, wanted, after=after)
        if on is not None:
            days.append(_proposed(plan, wanted, on))
    return days


def wanted_days(plan: SeriesPlan) -> list[date]:
    """The days that the pattern alone says, none before the first day."""
    number = max(0, min(plan.meetings_a_year, MAX_A_YEAR))
    if number > MONTHS_A_YEAR:
        first = _first_of_weeks(plan)
        return [first + timedelta(weeks=place * WEEKS_A_YEAR // number) for place in range(number)]
    start = first_of_month(plan.first_on)
    if plan.pattern.day_in(start) < plan.first_on:
        start = first_of_month(start, months=1)
    months = [place * MONTHS_A_YEAR // number for place in range(number)]
    return [plan.pattern.day_in(first_of_month(start, months=month)) for month in months]


def why_not(plan: SeriesPlan, day: date) -> Reason | None:
    """Why no meeting is proposed on a day; None when it suits."""
    if day.weekday() >= SATURDAY and day.weekday() != plan.pattern.chosen_weekday:
        facts: dict[str, Fact] = {"day": day, "weekday": WEEKDAYS[day.weekday()]}
        return Reason("G7", gettext_noop("%(day)s is a %(weekday)s."), facts)
    return why_closed(day, bank_holidays=plan.bank_holidays, school_holidays=plan.school_holidays)


def clashes_of(plan: SeriesPlan, day: date) -> tuple[tuple[Engagement, ...], tuple[Engagement, ...]]:
    """What the same people have at the time of the meeting on a day, and what else they have that day."""
    starts_at = instant_of(day, plan.at)
    ends_at = starts_at + timedelta(minutes=plan.minutes)
    at_once, beside = [], []
    for engagement in sorted(plan.engagements, key=lambda each: (each.starts_at, each.title)):
        begins, ends = instant_shown(engagement.starts_at), instant_shown(engagement.ends_at)
        if begins < ends_at and starts_at < ends:
            at_once.append(engagement)
        elif localdate(begins) == day:
            beside.append(engagement)
    return tuple(at_once), tuple(beside)


def _proposed(plan: SeriesPlan, wanted: date, on: date) -> Proposed:
    avoided = None if on == wanted else why_not(plan, wanted) or _taken(wanted)
    return Proposed(on, datetime.combine(on, plan.at), wanted, avoided, *clashes_of(plan, on))


def _first_of_weeks(plan: SeriesPlan) -> date:
    """The first day, or the first of the chosen weekday after it."""
    weekday = plan.pattern.chosen_weekday
    return (
        plan.first_on
        if weekday is None
        else plan.first_on + timedelta(days=(weekday - plan.first_on.weekday()) % 7)
    )


def _taken(day: date) -> Reason:
    return Reason("G7", gettext_noop("The meeting before it is on or after %(day)s."), {"day": day})


def _nearest(plan: SeriesPlan, wanted: date, *, after: date) -> date | None:
    """The day that suits and is nearest to the wanted one, later than ``after``."""
    for steps in range(FARTHEST // plan.pattern.step + 1):
        distance = plan.pattern.step * steps
        for day in dict.fromkeys((wanted + distance, wanted - distance)):
            if day > after and why_not(plan, day) is None:
                return day
    return None
