"""C9: once a year a member confirms that its staff know of the membership and its aims."""

from __future__ import annotations

from datetime import date

from core.dates import months_after


def a_year_after(day: date) -> date:
    """The same day next year; after 29 February it is 1 March."""
    return months_after(day, 12)


def staff_told_due_on(last: date | None, joined_on: date) -> date:
    """The day from which a confirmation is owed: the first day as a
    member, then a year after the last confirmation.
    """
    return joined_on if last is None else max(joined_on, a_year_after(last))


def staff_told_due(last: date | None, joined_on: date, today: date) -> bool:
    """Whether a member owes the confirmation today."""
    return staff_told_due_on(last, joined_on) <= today
