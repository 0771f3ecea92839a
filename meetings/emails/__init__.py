"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import agenda, guests, minutes, planning  # noqa: F401
