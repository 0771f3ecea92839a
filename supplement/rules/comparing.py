"""S2, S11: two calculations side by side: who gets more and less, rates, and the ceiling of planned funding.

Two versions of a scheme on the same facts (a simulation), or two periods (year on year). Sums in pence; changes
in whole per cent, a half away from nothing; None where there was nothing before.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from core.money import half_up
from supplement.rules.calculation import Calculation
from supplement.rules.schemes import Pot


class Change(NamedTuple):
    """A collaboration in both; nothing where it is in one only."""

    collaboration_id: int
    name: str
    before_pence: int
    after_pence: int

    @property
    def pence(self) -> int:
        """What it gets more, below nothing where it is less."""
        return self.after_pence - self.before_pence

    @property
    def percent(self) -> int | None:
        return change_percent(self.before_pence, self.after_pence)


class RateChange(NamedTuple):
    """A component's rate in both; None where it is in one only."""

    key: str
    name: str
    before: Decimal | None
    after: Decimal | None

    @property
    def percent(self) -> int | None:
        if self.before is None or self.after is None:
            return None
        return change_percent(_units(self.before), _units(self.after))


class Ceiling(NamedTuple):
    """S11: what supplements come to, against the most that they may be of the planned formula funding."""

    planned_pence: int
    percent: int
    pence: int

    @property
    def most_pence(self) -> int:
        """Rounded down: a penny more would be more than the ceiling."""
        return self.planned_pence * self.percent // 100

    @property
    def left_pence(self) -> int:
        """Below nothing where it is exceeded."""
        return self.most_pence - self.pence

    @property
    def is_exceeded(self) -> bool:
        return self.pence > self.most_pence


@dataclass(frozen=True, slots=True)
class Comparison:
    """``changes`` in the order of the collaborations' ids."""

    before: Calculation
    after: Calculation
    changes: tuple[Change, ...]
    rates: tuple[RateChange, ...]

    @property
    def winners(self) -> tuple[Change, ...]:
        """Who gets more, the most first."""
        return tuple(sorted((row for row in self.changes if row.pence > 0), key=lambda row: -row.pence))

    @property
    def losers(self) -> tuple[Change, ...]:
        """Who gets less, the most first."""
        return tuple(sorted((row for row in self.changes if row.pence < 0), key=lambda row: row.pence))

    @property
    def unchanged(self) -> tuple[Change, ...]:
        return tuple(row for row in self.changes if not row.pence)

    @property
    def pence(self) -> int:
        """What all get more."""
        return self.after.pence - self.before.pence

    @property
    def percent(self) -> int | None:
        return change_percent(self.before.pence, self.after.pence)


def compare(before: Calculation, after: Calculation) -> Comparison:
    """S2: two calculations side by side."""
    earlier = {result.collaboration_id: result for result in before.results}
    later = {result.collaboration_id: result for result in after.results}
    changes = tuple(
        Change(
            collaboration_id,
            (later.get(collaboration_id) or earlier[collaboration_id]).name,
            earlier[collaboration_id].pence if collaboration_id in earlier else 0,
            later[collaboration_id].pence if collaboration_id in later else 0,
        )
        for collaboration_id in sorted(earlier.keys() | later.keys())
    )
    return Comparison(before, after, changes, _rates(before, after))


def ceiling(pot: Pot, pence: int) -> Ceiling | None:
    """S11: a sum against the ceiling; None where no planned funding is told. ``pence`` of the same time as the
    planned funding: of one period, or of all periods of a year together.
    """
    if pot.planned_funding_pence is None:
        return None
    return Ceiling(pot.planned_funding_pence, pot.ceiling_percent, pence)


def change_percent(before: int, after: int) -> int | None:
    """By how much a number changed, in whole per cent; None where there was nothing before."""
    if not before:
        return None
    change = half_up(abs(after - before) * 100, abs(before))
    return change if after >= before else -change


def _rates(before: Calculation, after: Calculation) -> tuple[RateChange, ...]:
    earlier = {component.key: component for component in before.components}
    later = {component.key: component for component in after.components}
    return tuple(
        RateChange(
            key,
            (later.get(key) or earlier[key]).name,
            earlier[key].rate if key in earlier else None,
            later[key].rate if key in later else None,
        )
        for key in sorted(earlier.keys() | later.keys())
    )


def _units(rate: Decimal) -> int:
    return int(rate.scaleb(4))
