"""How the number of members went, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from memberships.rules.dates import Span


def months_until(today: date, *, number: int) -> list[date]:
    """The first days of the last months up to the present one, the earliest first."""
    months, year, month = [], today.year, today.month
    for _ in range(number):
        months.append(date(year, month, 1))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return months[::-1]


def size_on(spans: Sequence[Span], days: Sequence[date]) -> list[int]:
    """How many of the times hold on each day."""
    return [sum(span.holds_on(day) for span in spans) for day in days]
