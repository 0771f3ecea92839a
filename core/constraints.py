"""Constraints that many tables share: an end after its start, and no overlap of two times."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q


def ends_after(start: str, end: str, name: str) -> models.CheckConstraint:
    """The end, where there is one, lies after the start."""
    return models.CheckConstraint(condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": F(start)}), name=name)


def never_overlaps(*keys: str, start: str, end: str, name: str, message: str) -> ExclusionConstraint:
    """No two rows with the same keys whose times overlap. Core ranges only: no extension of PostgreSQL is needed."""
    same = [
        (
            models.Func(F(key), F(key), models.Value("[]"), function="int8range", output_field=BigIntegerRangeField()),
            RangeOperators.OVERLAPS,
        )
        for key in keys
    ]
    time = models.Func(F(start), F(end), function="daterange", output_field=DateRangeField())
    return ExclusionConstraint(name=name, expressions=[*same, (time, RangeOperators.OVERLAPS)], violation_error_message=message)
