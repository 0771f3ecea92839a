"""A load of Ofsted's file (O7): the kinds of its rows, and when it asks twice, since a wrong file would
unlist half the register.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final


class RowKind(StrEnum):
    """What a load does to a row. Unchanged rows are counted only."""

    NEW = "new"
    CHANGED = "changed"
    VANISHED = "vanished"
    REJECTED = "rejected"


FEW: Final = 10
PERCENT: Final = 10


class Doubt(StrEnum):
    """Why a load asks twice."""

    MANY_GONE = "many_gone"
    OLDER = "older"


def doubts_about(counts: Mapping[str, int], *, listed_on: date | None, newest: date | None) -> list[Doubt]:
    """What a person must say they have checked before a load: that many settings have really left Ofsted's
    register (more than ten, and more than a tenth of those listed before), and that a file older than the one
    loaded last is meant.
    """
    vanished = counts.get("vanished", 0)
    listed_before = vanished + counts.get("changed", 0) + counts.get("unchanged", 0)
    doubts = []
    if vanished > FEW and vanished * 100 > PERCENT * listed_before:
        doubts.append(Doubt.MANY_GONE)
    if listed_on is not None and newest is not None and listed_on < newest:
        doubts.append(Doubt.OLDER)
    return doubts


def month_of_layout(name: str) -> date | None:
    """The first day of the month in which a layout was first seen:
    layouts bear it as their name ("2026-06").
    """
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", name)
    return date(int(match[1]), int(match[2]), 1) if match else None
