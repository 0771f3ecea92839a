"""What the pages' frame shows of meetings, a module for each subject. ``portal`` imports this package when
Django starts.
"""

from meetings.frame import (  # noqa: F401
    actions,
    elections,
    engagements,
    events,
    first,
    minutes,
    planning,
    subjects,
    tabs,
    visits,
    votes,
)
