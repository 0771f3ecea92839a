"""G8: a concern about a child is never taken down here. What is kept is that the routes were given, when, and
who confirmed it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason


class Route(TextChoices):
    """The routes that a page can show. What is recorded names them by these codes alone."""

    EMERGENCY = "emergency", _("999, where a child is in danger now")
    SOCIAL_CARE = "social_care", _("Children's social care")
    OUT_OF_HOURS = "out_of_hours", _("Out of hours")
    DESIGNATED_OFFICER = (
        "designated_officer",
        _("About an adult who works with children (designated officer)"),
    )
    PAGE = "page", _("The page on reporting a concern")
    POLICE = "police", _("The police, on 101")
    NSPCC = "nspcc", _("The NSPCC, on 0808 800 5000")


@dataclass(frozen=True, slots=True)
class RoutesGiven:
    """All that is recorded. There is no place here for a word about anybody."""

    routes: tuple[str, ...]
    at: datetime
    confirmed_by: int


def routes_shown(*, social_care: str, out_of_hours: str, designated_officer: str, page: str) -> list[Route]:
    """What a page shows of an authority's numbers and its page: always 999; without the number of
    children's social care the police and the NSPCC, as "Report a concern" does.
    """
    named = {
        Route.SOCIAL_CARE: social_care,
        Route.OUT_OF_HOURS: out_of_hours,
        Route.DESIGNATED_OFFICER: designated_officer,
        Route.PAGE: page,
    }
    instead = [] if social_care else [Route.POLICE, Route.NSPCC]
    return [Route.EMERGENCY, *(route for route, number in named.items() if number), *instead]


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
