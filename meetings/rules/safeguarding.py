"""G8: a concern about a child is never taken down here. What is kept is that the routes were given, when, and
who confirmed it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason


@dataclass(frozen=True, slots=True)
class RoutesGiven:
    """All that is recorded. There is no place here for a word about anybody."""

    routes: tuple[str, ...]
    at: datetime
    confirmed_by: int


def refusals_to_record(
    *, routes: Collection[str], shown: Collection[str], is_confirmed: bool
) -> list[Refusal]:
    """Why it cannot be recorded that routes were given. ``shown``: the codes that the page showed.

    Only routes that were shown can have been given.
    """
    refusals = []
    if not routes or set(routes) - set(shown):
        sentence = gettext_noop("Select each route that you gave, from those shown on this page.")
        refusals.append(Refusal("routes", Reason("G8", sentence)))
    if not is_confirmed:
        sentence = gettext_noop("Confirm that you gave these routes.")
        refusals.append(Refusal("is_confirmed", Reason("G8", sentence)))
    return refusals


def given(*, routes: Collection[str], at: datetime, by: int) -> RoutesGiven:
    """The record: each route once, in the order of their codes."""
    return RoutesGiven(tuple(sorted(set(routes))), at, by)
