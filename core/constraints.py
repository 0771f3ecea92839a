"""Constraints that many tables share: an end after its start, and no overlap of two times."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import F, Q


def ends_after(start: str, end: str, name: str) -> models.CheckConstraint:
    """The end, where there is one, lies after the start."""
    return models.CheckConstraint(
        condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": F(start)}), name=name
    )


class NoOverlap(ExclusionConstraint):
    """An exclusion constraint within each authority.

    Forms leave the authority out; the check before saving does not need it from them.
    """

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS) -> None:
        super().validate(model, instance, exclude=set(exclude or ()) - {"authority"}, using=using)


def never_overlaps(
    *keys: str, start: str, end: str, name: str, message: str, condition: Q | None = None
) -> NoOverlap:
    """No two rows of an authority with the same keys (of those to which ``condition`` applies) whose times
    overlap.

    Core ranges only: no extension of PostgreSQL is needed.
    """
    same = [
        (
            models.Func(
                F(key), F(key), models.Value("[]"), function="int8range", output_field=BigIntegerRangeField()
            ),
            RangeOperators.OVERLAPS,
        )
        for key in ("authority", *keys)
    ]
    time = models.Func(F(start), F(end), function="daterange", output_field=DateRangeField())
    return NoOverlap(
        name=name,
        expressions=[*same, (time, RangeOperators.OVERLAPS)],
        violation_error_message=message,
        condition=condition,
    )
