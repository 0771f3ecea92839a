"""S4: a verdict as a page lists it: one line a criterion, however many members it is asked of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supplement.rules.criteria import Criterion
from supplement.rules.deciding import Finding, Standing, Verdict

#: The worst first: what a line of several members shows.
_WORST = (Standing.UNMET, Standing.OPEN, Standing.WAIVED, Standing.MET)
PASSED = frozenset({Standing.MET, Standing.WAIVED})


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion with all that was found: one finding of the collaboration, or one for each member."""

    criterion: Criterion
    findings: tuple[Finding, ...]

    @property
    def standing(self) -> Standing:
        """The worst of them; met, where nobody is asked."""
        found = {row.standing for row in self.findings}
        return next((standing for standing in _WORST if standing in found), Standing.MET)

    @property
    def passed(self) -> int:
        """How many meet it, or need not."""
        return sum(row.standing in PASSED for row in self.findings)

    @property
    def missing(self) -> tuple[Finding, ...]:
        return tuple(row for row in self.findings if row.standing not in PASSED)


def lines_of(criteria: Iterable[Criterion], verdict: Verdict) -> tuple[CriterionLine, ...]:
    """In the order in which the scheme asks them."""
    return tuple(
        CriterionLine(
            criterion, tuple(row for row in verdict.findings if row.criterion.kind is criterion.kind)
        )
        for criterion in criteria
    )
