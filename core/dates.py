"""Days: months by the calendar (dateutil), and half-open times, ``[start, end)``: the end is the first day on
which something no longer holds. An open end has None.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, overload

from dateutil.relativedelta import relativedelta


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


@overload
def last_day(end: date) -> date: ...
@overload
def last_day(end: None) -> None: ...
@overload
def last_day(end: date | None) -> date | None: ...
def last_day(end: date | None) -> date | None:
    """The last day on which something holds, as people say it, of the end that is stored."""
    return None if end is None else end - timedelta(days=1)


@overload
def day_after(last: date) -> date: ...
@overload
def day_after(last: None) -> None: ...
@overload
def day_after(last: date | None) -> date | None: ...
def day_after(last: date | None) -> date | None:
    """The end that is stored, of the last day that people give."""
    return None if last is None else last + timedelta(days=1)


def earlier_end(one: date | None, other: date | None) -> date | None:
    """The earlier of two ends."""
    return min((end for end in (one, other) if end is not None), default=None)


def shared_span(*spans: Span) -> Span | None:
    """The time that all have in common; None when there is no such day."""
    start, end = max(span.start for span in spans), None
    for span in spans:
        end = earlier_end(end, span.end)
    return Span(start, end) if end is None or start < end else None


def merge_spans(spans: Iterable[Span]) -> list[Span]:
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
    """What of the wanted time can be had without a gap, counted from
    its first day; None when not even that day can.
    """
    for span in merge_spans(spans):
        if span.holds_on(wanted.start):
            return shared_span(wanted, span)
    return None


def months_after(day: date, months: int) -> date:
    """The same day so many months later: the first day after a span of them, as intervals are half-open.

    A day that the month lacks is the next month's first (dateutil says its last): no span is shorter than
    agreed.
    """
    later = day + relativedelta(months=months)
    return later if later.day == day.day else later + relativedelta(days=1)


def first_of_month(day: date, *, months: int = 0) -> date:
    """The first day of the month so many months after a day's, or before it."""
    return day + relativedelta(day=1, months=months)
