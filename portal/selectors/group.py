"""What the page of a collaboration reads of staff numbers, once however many of its blocks ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collaborations.models import Collaboration
from core.frame.visitor import Visitor
from provision.models import ReturnPeriod
from provision.selectors import open_period, returns_in


@dataclass(frozen=True, slots=True)
class NumbersOfGroup:
    """The staff numbers of a group for the period that is open: by setting, and who owes one.

    ``owing``: ids of the settings that were members on the count date and have not certified; ``asked``: how
    many were members then.
    """

    period: ReturnPeriod
    staff: dict[int, int]
    owing: frozenset[int]
    asked: int


def numbers_of_group(visitor: Visitor, collaboration: Collaboration) -> NumbersOfGroup | None:
    """None while no period is open. Two queries, however many ask."""
    period = visitor.once(open_period, visitor.on)
    return visitor.once(_numbers, collaboration, period, on=visitor.on) if period is not None else None


def _numbers(collaboration: Collaboration, period: ReturnPeriod, *, on: date) -> NumbersOfGroup:
    rows = returns_in(period, on=on, collaboration=collaboration).values_list("pk", "staff", "joined_later")  # type: ignore[misc]
    lines = list(rows.order_by("pk"))
    return NumbersOfGroup(
        period=period,
        staff={setting: staff for setting, staff, _later in lines if staff is not None},
        owing=frozenset(setting for setting, staff, later in lines if staff is None and later is None),
        asked=sum(later is None for _setting, _staff, later in lines),
    )
