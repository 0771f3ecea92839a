"""W1: the four review clocks: when each next falls due, when its task opens, and when it is overdue.

A clock is a month of the year and the months from one review to the next. A review falls due on the first day
of its month, its task opens 30 days before, and the group has the whole month for it: it is overdue only when
the month has ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import gcd
from types import MappingProxyType

from django.utils.translation import gettext_noop

from core.dates import first_of_month
from core.reasons import Reason, Term
from ways_of_working.rules.effective import Clock, EffectiveTerms
from ways_of_working.rules.effective import Term as Held

YEAR = 12
#: The task of a review opens so long before it falls due.
OPENS_BEFORE = timedelta(days=30)
#: As they stand inside a sentence.
CLOCK_NAMES: Mapping[str, Term] = MappingProxyType(
    {
        "work": Term(gettext_noop("the work of the group")),
        "terms": Term(gettext_noop("the ways of working")),
        "membership": Term(gettext_noop("the membership")),
        "elections": Term(gettext_noop("the chair and the administrator")),
    }
)
#: The clock that a new version of the ways of working sets back: adopting one is a review of them.
SET_BACK_BY_ADOPTION = "terms"


@dataclass(frozen=True, slots=True)
class PastReview:
    """The last review of a clock that was done: when it fell due and when it was."""

    due_on: date
    done_on: date


def next_due(
    name: str, clock: Clock, *, adopted_on: date | None, last: PastReview | None, on: date
) -> date | None:
    """The day on which a clock next falls due, asked on a day when none of its reviews is open.

    Counted from the month of the last review, or from that of the adoption where there was none: the review
    month nearest to ``every_months`` later. What passed without a review (before the group was recorded here,
    or while it rested) is not made up for: the answer is never a month that has ended. None: nobody says
    when, or nothing has been adopted yet.
    """
    since = _since(name, adopted_on, last)
    if since is None or (clock.month is None and clock.every_months is None):
        return None
    every = clock.every_months or YEAR
    counted_from, done_on = since
    first = first_of_month(counted_from, months=every)
    while True:
        due_on = _nearest(first, clock.month, every)
        if not is_overdue(due_on, on=on) and opens_on(due_on) > done_on:
            return due_on
        first = first_of_month(first, months=every)


def opens_on(due_on: date) -> date:
    """The day on which the task of a review opens."""
    return due_on - OPENS_BEFORE


def is_to_open(due_on: date | None, *, on: date) -> bool:
    """Whether the task of a review is to be there on a day."""
    return due_on is not None and opens_on(due_on) <= on


def is_overdue(due_on: date, *, on: date) -> bool:
    """Whether the month of a review has ended.

    A review that is done is never overdue; whoever asks knows that.
    """
    return first_of_month(due_on) < first_of_month(on)


def first_not_overdue(on: date) -> date:
    """The first day on which a review may fall due without being
    overdue on a day: for lists, which ask the database.
    """
    return first_of_month(on)


def terms_of_clock(terms: EffectiveTerms, name: str) -> tuple[Held, ...]:
    """The month and the interval of a clock with their sources, as far as somebody said them."""
    found = (terms.of(f"review_{name}_month"), terms.of(f"review_{name}_every"))
    return tuple(one for one in found if one is not None)


def sources_of_clock(terms: EffectiveTerms, name: str) -> tuple[Reason, ...]:
    """The clauses that a clock comes from, each once."""
    reasons: list[Reason] = []
    for term in terms_of_clock(terms, name):
        if term.source.reason not in reasons:
            reasons.append(term.source.reason)
    return tuple(reasons)


def _since(name: str, adopted_on: date | None, last: PastReview | None) -> tuple[date, date] | None:
    """The day that the months are counted from, and the day after which the next task may open."""
    if last is not None and not (
        name == SET_BACK_BY_ADOPTION and adopted_on is not None and adopted_on > last.done_on
    ):
        return last.due_on, last.done_on
    return None if adopted_on is None else (adopted_on, adopted_on)


def _nearest(wanted: date, month: int | None, every: int) -> date:
    """The first day of the review month nearest to a month, the earlier of two.

    Without a month of its own every month is one.

    A clock of every six months in September is one of March too: review months lie ``gcd(every, 12)`` months
    apart.
    """
    if month is None:
        return wanted
    apart = gcd(every, YEAR)
    after = (month - wanted.month) % apart
    return first_of_month(wanted, months=after if after * 2 < apart else after - apart)
