"""G7: days on which schools are closed. One rule for every form in which a day to meet is chosen.

A weekend is not among them: people who choose a Saturday mean it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.dates import Span, day_after, last_day, shared_span
from core.reading.dates import UnreadDate, read_date
from core.reasons import Fact, Reason
from core.text import one_line

#: Longer than any holiday of a school: a wrong month or year.
LONGEST_DAYS: Final = 70
#: So many lines are read at once.
MAX_LINES: Final = 40
MAX_NAME: Final = 80


class Holiday(NamedTuple):
    """A time in which schools are closed, ``[start, end)``, by its name."""

    name: str
    span: Span


class UnreadLine(NamedTuple):
    """A line that could not be read, by its number from 1, and why."""

    number: int
    why: Reason


def why_closed(
    day: date, *, bank_holidays: Mapping[date, str], school_holidays: Iterable[Holiday]
) -> Reason | None:
    """Why schools are closed on a day, by the name of the holiday; None when they are not."""
    facts: dict[str, Fact] = {"day": day}
    if day in bank_holidays:
        sentence = gettext_noop("%(day)s is a bank holiday: %(name)s.")
        return Reason("G7", sentence, facts | {"name": bank_holidays[day]})
    name = next((holiday.name for holiday in school_holidays if holiday.span.holds_on(day)), None)
    if name is None:
        return None
    return Reason("G7", gettext_noop("%(day)s is in the school holidays: %(name)s."), facts | {"name": name})


def is_asked(day: date, *, before: date | None, today: date) -> bool:
    """Whether somebody who chooses a day is asked about its holiday: not where it was that day already, nor
    for a day that is over, on which people met.
    """
    return day != before and day >= today


def may_keep(holiday: Holiday, others: Iterable[Holiday]) -> list[Refusal]:
    """Every reason why a school holiday may not be entered so beside the others. Empty when it may."""
    span = holiday.span
    if span.is_empty:
        words = gettext_noop("The last day must be the same as or after the first day.")
        return [Refusal("ends_on", Reason("G7", words))]
    if not Span(span.start, span.start + timedelta(days=LONGEST_DAYS)).reaches(span.end):
        words = gettext_noop(
            "A school holiday is at most %(number)d days long. Check the month and the year."
        )
        return [Refusal("ends_on", Reason("G7", words, {"number": LONGEST_DAYS}))]
    words = gettext_noop("“%(name)s” has some of these days: %(first)s to %(last)s.")
    return [
        Refusal("starts_on", Reason("G7", words, _days_of(other) | {"name": other.name}))
        for other in others
        if shared_span(span, other.span) is not None
    ]


def holidays_in(text: str) -> tuple[list[Holiday], list[UnreadLine]]:
    """The holidays of a text, one a line: the name, the first day and the last, set apart by commas or tabs
    (as a row copied from a sheet is); and the lines that cannot be read. Empty lines are passed over.
    """
    found: list[Holiday] = []
    wrong: list[UnreadLine] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        read = _holiday_in(line)
        if isinstance(read, Reason):
            wrong.append(UnreadLine(number, read))
            continue
        wrong.extend(UnreadLine(number, refusal.reason) for refusal in may_keep(read, found))
        found.append(read)
    return found, wrong


def _holiday_in(line: str) -> Holiday | Reason:
    parts: Sequence[str] = line.split("\t") if "\t" in line else line.rsplit(",", 2)
    parts = [one_line(part) for part in parts if part.strip()]
    if len(parts) != 3:
        return Reason(
            "G7", gettext_noop("Write the name, the first day and the last day, with commas between.")
        )
    name, first, last = parts
    if len(name) > MAX_NAME:
        words = gettext_noop("The name must have %(number)d characters or fewer.")
        return Reason("G7", words, {"number": MAX_NAME})
    try:
        span = Span(read_date(first).value, day_after(read_date(last).value))
    except UnreadDate as problem:
        return problem.reason
    return Holiday(name, span)


def _days_of(holiday: Holiday) -> dict[str, Fact]:
    return {"first": holiday.span.start, "last": last_day(holiday.span.end) or ""}
