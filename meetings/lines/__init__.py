"""What meetings ask of people, a module for each subject. ``portal`` imports this package when Django starts."""

from meetings.lines import actions, elections, events, minutes, planning, visits, votes  # noqa: F401
