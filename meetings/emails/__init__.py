"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import (  # noqa: F401  # noqa: F401
    actions,
    agenda,
    booking,
    elections,
    events,
    first,
    following,
    guests,
    minutes,
    planning,
    taking_back,
    training,
    visits,
    votes,
)
