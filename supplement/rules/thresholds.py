"""S4: which criteria look back over days before theirs; without a number of days, over the period."""

from __future__ import annotations

from supplement.rules.criteria import Kind

LOOKS_BACK = frozenset({Kind.MEETINGS, Kind.ATTENDANCE, Kind.MINUTES, Kind.EVALUATION, Kind.LEADERS_DAYS})
