"""W1: how long a leader, a chair or an administrator serves, by the ways of working. A proposal: people may choose another end."""

from __future__ import annotations

from datetime import date

MONTHS_A_YEAR = 12


def end_of_term(starts_on: date, months: int | None) -> date | None:
    """The first day after a term of so many months; None where there is no fixed term. A day that a month lacks is its next month's first."""
    if months is None:
        return None
    year, month = divmod(starts_on.year * MONTHS_A_YEAR + starts_on.month - 1 + months, MONTHS_A_YEAR)
    try:
        return date(year, month + 1, starts_on.day)
    except ValueError:
        return date(year, month + 2, 1)  # never after December, which has 31 days
