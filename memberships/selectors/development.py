"""Lists of plans and reviews narrowed to a district."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import QuerySet

from memberships.selectors.districts import NO_DISTRICT

Rows = TypeVar("Rows", bound=QuerySet[Any])


def in_district(rows: Rows, wanted: str) -> Rows:
    """What belongs to a collaboration of a district by its id, or of none."""
    nowhere = wanted == NO_DISTRICT
    return rows.filter(collaboration__district__isnull=True) if nowhere else rows.filter(collaboration__district_id=wanted)
