"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import (  # noqa: F401
    agenda,
    elections,
    guests,
    minutes,
    planning,
    training,
    visits,
    votes,
)
