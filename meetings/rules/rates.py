"""C7 of many members at once: rates in whole numbers; and which groups have not met for a term.

Nothing here reads a clock.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from memberships.rules.attendance import passes

#: After so long without a meeting a group is said not to have met for a term.
TERM = timedelta(days=120)


class Rate(NamedTuple):
    """Of so many places at counted meetings (one for each member and meeting, ``held``), so many were taken
    (``attended``); how many ``members`` that is of, and how many of them are ``below`` the share they agreed.
    """

    held: int = 0
    attended: int = 0
    members: int = 0
    below: int = 0

    @property
    def percent(self) -> int | None:
        """The whole percent below or at the rate: 79.9 is never shown as 80. None where nothing was held."""
        return 100 * self.attended // self.held if self.held else None

    def passes(self, threshold: int | None) -> bool:
        """Whether these together reach a share, by whole numbers (C7)."""
        return passes(held=self.held, attended=self.attended, threshold=threshold)


def added(first: Rate, second: Rate) -> Rate:
    """Two groups' members taken together."""
    return Rate(*(one + other for one, other in zip(first, second, strict=True)))


def has_not_met(*, last_met: date | None, started_on: date, on: date) -> bool:
    """Whether a group has not met for a term: neither met nor begun since. A meeting exactly a term ago was
    within it.
    """
    return max(last_met or started_on, started_on) < on - TERM
