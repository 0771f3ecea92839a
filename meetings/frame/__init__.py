"""What the pages' frame shows of meetings, a module for each subject. ``portal`` imports this package when Django
starts.
"""

from meetings.frame import actions, elections, events, first, minutes, planning, subjects, tabs, visits, votes  # noqa: F401
