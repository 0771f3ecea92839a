"""Emails of meetings; ``core.emails`` imports this package when Django starts."""

from meetings.emails import agenda, elections, guests, planning  # noqa: F401
from meetings.emails import agenda, guests, planning, votes  # noqa: F401
