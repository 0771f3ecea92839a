"""What the pages' frame shows of meetings, a module for each subject. ``portal`` imports this package when Django
starts.
"""

from meetings import votes_subjects  # noqa: F401
from meetings.frame import actions, elections, events, minutes, planning, tabs, visits, votes  # noqa: F401
