"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import agenda, booking, events, following, guests, planning  # noqa: F401
