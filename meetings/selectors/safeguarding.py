"""Reads about the routes for a concern (G8): what a page shows, and when they were given."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet

from accounts.models import Authority
from meetings.models.planning import Meeting
from meetings.models.safeguarding import ConcernRoutesGiven
from meetings.rules.safeguarding import Route, RoutesGiven, routes_shown

#: The same record within so long is the same press of a button.
JUST_NOW = timedelta(minutes=1)


def routes_of(authority: Authority) -> list[Route]:
    """What "Report a concern" shows of an authority."""
    return routes_shown(
        social_care=authority.social_care_phone,
        out_of_hours=authority.out_of_hours_phone,
        designated_officer=authority.designated_officer_phone,
        page=authority.safeguarding_url,
    )


def given_at(meeting: Meeting) -> QuerySet[ConcernRoutesGiven]:
    """When routes were given at a meeting, the latest first. For the team and those who run the group."""
    return (
        ConcernRoutesGiven.objects.filter(meeting=meeting)
        .select_related("confirmed_by")
        .order_by("-at", "-pk")
    )


def every_time() -> QuerySet[ConcernRoutesGiven]:
    """For the team: all of them, the latest first."""
    rows = ConcernRoutesGiven.objects.select_related("meeting__collaboration", "confirmed_by")
    return rows.order_by("-at", "-pk")


def same_just_now(meeting: Meeting, facts: RoutesGiven) -> ConcernRoutesGiven | None:
    """The same record by the same person, just before an instant."""
    rows = ConcernRoutesGiven.objects.filter(
        meeting=meeting,
        routes=list(facts.routes),
        confirmed_by=facts.confirmed_by,
        at__gt=facts.at - JUST_NOW,
        at__lte=facts.at,
    )
    return rows.first()
