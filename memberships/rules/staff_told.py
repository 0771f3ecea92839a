"""C9: once a year a member confirms that its staff know of the membership and its aims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.dates import months_after
from providers.rules.workforce import Workforce

#: A new member has so many days before it is asked for the first time.
DAYS_TO_SETTLE_IN: Final = 60


@dataclass(frozen=True, slots=True)
class TellingFacts:
    """What the rule goes by.

    ``last``: the day of the last confirmation; ``active_from``: the day from which the group is one, None
    while it forms.
    """

    last: date | None
    joined_on: date
    active_from: date | None
    workforce: Workforce = Workforce.EMPLOYS


def a_year_after(day: date) -> date:
    """The same day next year; after 29 February it is 1 March."""
    return months_after(day, 12)


def staff_told_due_on(facts: TellingFacts) -> date | None:
    """The day from which a confirmation is owed; None where it is not asked.

    First 60 days after joining, not before the group is active; then a year after the last one. Of somebody
    who works alone it is never asked, and of nobody while the group forms.
    """
    if facts.active_from is None or not facts.workforce.has_staff:
        return None
    if facts.last is not None:
        return max(facts.joined_on, facts.active_from, a_year_after(facts.last))
    return max(facts.joined_on + timedelta(days=DAYS_TO_SETTLE_IN), facts.active_from)


def staff_told_due(facts: TellingFacts, today: date) -> bool:
    """Whether a member owes the confirmation today."""
    due_on = staff_told_due_on(facts)
    return due_on is not None and due_on <= today
