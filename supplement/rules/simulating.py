"""S2: what a whole year's scheme would have paid, on the facts of one count date; and two of them side by
side.

Every member of that day counts for the whole of each period, and every criterion is taken as met.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supplement.rules.calculation import calculate
from supplement.rules.comparing import Ceiling, Change
from supplement.rules.facts import CollaborationFacts
from supplement.rules.years import Year

Sums = dict[int, int]


def year_sums(year: Year, facts: Sequence[CollaborationFacts]) -> Sums:
    """By collaboration the pence of all periods together. Periods of the same money are calculated once."""
    sums: Sums = {collaboration.id: 0 for collaboration in facts}
    known: dict[int | None, Mapping[int, int]] = {}
    for paid in year.periods:
        pot = paid.pot.shared_pence
        if pot not in known:
            results = calculate(year.terms(paid), facts).results
            known[pot] = {result.collaboration_id: result.pence for result in results}
        for collaboration_id, pence in known[pot].items():
            sums[collaboration_id] += pence
    return sums


@dataclass(frozen=True, slots=True)
class Simulation:
    """``before`` may be empty: there is nothing to compare with."""

    changes: tuple[Change, ...]
    ceiling: Ceiling | None

    @property
    def before_pence(self) -> int:
        return sum(change.before_pence for change in self.changes)

    @property
    def after_pence(self) -> int:
        return sum(change.after_pence for change in self.changes)

    @property
    def winners(self) -> list[Change]:
        """Who would get more, the most first; ties in the order of ids."""
        rows = [change for change in self.changes if change.pence > 0]
        return sorted(rows, key=lambda change: (-change.pence, change.collaboration_id))

    @property
    def losers(self) -> list[Change]:
        """Who would get less, the most first."""
        rows = [change for change in self.changes if change.pence < 0]
        return sorted(rows, key=lambda change: (change.pence, change.collaboration_id))

    @property
    def unchanged(self) -> int:
        return sum(not change.pence for change in self.changes)


def simulated(names: Mapping[int, str], before: Sums, after: Sums, year: Year) -> Simulation:
    """Two years' sums side by side, in the order of the ids, and the later against its ceiling."""
    changes = tuple(
        Change(
            collaboration_id,
            names[collaboration_id],
            before.get(collaboration_id, 0),
            after.get(collaboration_id, 0),
        )
        for collaboration_id in sorted(before.keys() | after.keys())
    )
    total = sum(after.values())
    planned = year.planned_funding_pence
    ceiling = None if planned is None else Ceiling(planned, year.ceiling_percent, total)
    return Simulation(changes, ceiling)
