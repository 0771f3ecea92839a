"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import agenda, elections, guests, planning  # noqa: F401
