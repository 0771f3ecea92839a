"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import actions, agenda, guests, minutes, planning  # noqa: F401
