"""W1: how long a leader, a chair or an administrator serves, by the ways of working.

A proposal: people may choose another end.
"""

from __future__ import annotations

from datetime import date

from core.dates import months_after


def end_of_term(starts_on: date, months: int | None) -> date | None:
    """The first day after a term of so many months; None where there is no fixed term."""
    return None if months is None else months_after(starts_on, months)
