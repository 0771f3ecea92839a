"""Days counted in calendar months, by dateutil. No clock: whoever asks says the day."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta


def months_after(day: date, months: int) -> date:
    """The same day so many months later: the first day after a span of them, as intervals are half-open.

    A day that the month lacks is the next month's first (dateutil says its last): no span is shorter than agreed.
    """
    later = day + relativedelta(months=months)
    return later if later.day == day.day else later + relativedelta(days=1)


def first_of_month(day: date, *, months: int = 0) -> date:
    """The first day of the month so many months after a day's, or before it."""
    return day + relativedelta(day=1, months=months)
