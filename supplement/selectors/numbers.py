"""Who owes the staff number of a claim's count date, for the claim's page (S7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from collaborations.models import Collaboration
from provision.models import ReturnPeriod
from provision.selectors import is_childminder, managers_by_setting, open_period, periods, returns_in


@dataclass(frozen=True, slots=True)
class Owing:
    """A member that owes its number. ``reminded_on``: the last time; ``has_people``: somebody can be asked."""

    setting: Any
    is_childminder: bool
    reminded_on: date | None
    has_people: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """The staff numbers of a count date in one group.

    ``period``: None where the team has not asked for that day yet. ``is_open``: it can be answered now.
    """

    period: ReturnPeriod | None
    is_open: bool
    asked: int
    owing: tuple[Owing, ...]

    def to_ask(self, on: date) -> int:
        """How many can be asked today: each at most once a day."""
        return sum(row.has_people and row.reminded_on != on for row in self.owing) if self.is_open else 0


def numbers_of(collaboration: Collaboration, count_on: date, *, on: date) -> Numbers:
    """Three statements."""
    period = periods().filter(count_date=count_on).first()
    if period is None:
        return Numbers(None, is_open=False, asked=0, owing=())
    rows: Any = returns_in(period, on=on, collaboration=collaboration).order_by("search_text", "pk")
    asked = [row for row in rows if row.joined_later is None]
    owing = [row for row in asked if row.staff is None]
    people = managers_by_setting([row.pk for row in owing], on=on)
    current = open_period(on)
    return Numbers(
        period,
        is_open=current is not None and current.pk == period.pk,
        asked=len(asked),
        owing=tuple(
            Owing(row, is_childminder(row), row.reminded_on, bool(people.get(row.pk))) for row in owing
        ),
    )
