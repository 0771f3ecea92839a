"""What a claim probably comes to, before any run has calculated it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from supplement.models.claims import Claim
from supplement.rules.calculation import calculate
from supplement.rules.passing import of_claims
from supplement.rules.schemes import Basis, Pot
from supplement.selectors import schemes
from supplement.selectors.facts import facts_of


def estimate_of(claim: Claim, *, on: date) -> int | None:
    """Pence, on the numbers confirmed so far, if every criterion is met and the pot is large enough. None
    where the scheme shares a fixed sum among all groups: nobody can know it before the run.
    """
    year = schemes.year_of(claim.period.scheme)
    if any(component.basis is Basis.POT for component in year.components):
        return None
    paid = next(each for each in year.periods if each.period.key == claim.period.key)
    groups = {claim.collaboration_id}
    facts = facts_of(paid.period, (), on=on, groups=groups, period_id=claim.period_id)
    calculation = calculate(replace(year.terms(paid), pot=Pot()), of_claims(facts, groups))
    return sum(result.pence for result in calculation.results if result.collaboration_id in groups)
