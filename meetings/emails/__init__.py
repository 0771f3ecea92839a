"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import actions, agenda, guests, planning  # noqa: F401
