"""S8: what a run is calculated from, read from the rows as on one day: claims, terms, facts, who is paid."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import Sum

from supplement.models.claims import Claim
from supplement.models.parts import SchemePeriod
from supplement.models.payees import SupplierReference
from supplement.models.runs import Run, RunClaim, RunLine
from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.criteria import Criterion
from supplement.rules.facts import CollaborationFacts
from supplement.rules.passing import of_claims
from supplement.rules.payees import Freeze
from supplement.rules.runs import FIXED, left_to_share
from supplement.rules.schemes import Terms
from supplement.rules.snapshot import facts_text, input_digest
from supplement.selectors import schemes
from supplement.selectors.facts import facts_of
from supplement.selectors.payees import is_frozen, payees_on
from supplement.selectors.standing import waivers_of

#: A claim that a run may take: it is assessed, or an earlier calculation had it and it is not approved.
TAKEN = (ClaimState.ASSESSED, ClaimState.CALCULATED, ClaimState.REVIEWED)
#: An assessment that there is something to pay by.
ELIGIBLE = (Assessment.ELIGIBLE, Assessment.PART)


class ClaimRow(NamedTuple):
    """A claim of a run as it was read; ``state`` is where it stood then."""

    pk: int
    collaboration_id: int
    state: str


@dataclass(frozen=True)
class Inputs:
    """What a run of a period is calculated from on a day. ``claims`` in the order of their ids."""

    claims: tuple[ClaimRow, ...]
    terms: Terms
    facts: tuple[CollaborationFacts, ...]
    criteria: tuple[Criterion, ...] = ()

    @cached_property
    def written(self) -> str:
        """The facts as they are kept."""
        return facts_text(self.facts)

    @cached_property
    def digest(self) -> str:
        return input_digest(self.terms, self.written)


class Receiver(NamedTuple):
    """Who receives a collaboration's money on a day, under which supplier reference (S9).

    ``is_frozen``: its setting left, another is named and not all have signed, or a mandate is missing.
    """

    payee_id: int | None = None
    reference: str = ""
    is_frozen: bool = False


class Last(NamedTuple):
    """What a collaboration came to in the last approved run of an earlier period. Pence."""

    pence: int
    payee_id: int | None
    reference: str


def claims_to_calculate(period_id: int) -> list[ClaimRow]:
    """The claims that a run of a period takes, in the order of their ids."""
    rows = Claim.objects.filter(period=period_id, state__in=TAKEN, assessment__in=ELIGIBLE).order_by("pk")
    return [ClaimRow(*row) for row in rows.values_list("pk", "collaboration_id", "state")]


def claims_in(run: Run, *, state: ClaimState) -> list[ClaimRow]:
    """The claims of a calculated run that stand in a state."""
    rows = Claim.objects.filter(run_claims__run=run, state=state).order_by("pk")
    return [ClaimRow(*row) for row in rows.values_list("pk", "collaboration_id", "state")]


def inputs_of(run: Run, claims: Collection[ClaimRow], *, on: date) -> Inputs:
    """S8: the terms and facts of a run with these claims, as known on a day."""
    period = SchemePeriod.objects.select_related("scheme").get(pk=run.period_id)
    year = schemes.year_of(period.scheme)
    paid = next(each for each in year.periods if each.period.key == period.key)
    groups = {claim.collaboration_id for claim in claims}
    waived = waivers_of({claim.pk for claim in claims})
    facts = facts_of(
        paid.period,
        year.criteria,
        on=on,
        groups=groups,
        waivers={claim.collaboration_id: waived.get(claim.pk, {}) for claim in claims},
        period_id=period.pk,
    )
    terms = left_to_share(year.terms(paid), _approved_before(run))
    return Inputs(tuple(claims), terms, of_claims(facts, groups), year.criteria)


def _approved_before(run: Run) -> dict[str, int]:
    """By component, what earlier runs of the same period approved, corrections among it, in pence."""
    lines = RunLine.objects.filter(run__period=run.period_id, run__state__in=FIXED).exclude(run=run.pk)
    sums = lines.order_by().values_list("component").annotate(pence=Sum("pence"))
    return dict(sums)


def receivers_of(
    groups: Collection[int], *, on: date, criteria: Sequence[Criterion] = ()
) -> dict[int, Receiver]:
    """S9: who receives for each collaboration on a day. The same statements however many there are.

    ``criteria``: the scheme's, which say whether a missing mandate stops the payment.
    """
    payees = {group: payee.provider_id for group, payee in payees_on(groups, on).items()}
    frozen = is_frozen(groups, on, criteria)
    references = dict(
        SupplierReference.objects.filter(provider__in=set(payees.values()))
        .order_by()
        .values_list("provider_id", "reference")
    )
    return {
        group: Receiver(
            payees.get(group),
            references.get(payees.get(group, 0), ""),
            frozen.get(group, Freeze.NONE) is not Freeze.NONE,
        )
        for group in groups
    }


def last_of(run: Run, groups: Collection[int]) -> dict[int, Last]:
    """S8: by collaboration, the claim of the last approved run of an earlier period."""
    rows = RunClaim.objects.filter(
        run__state__in=FIXED,
        claim__collaboration__in=groups,
        claim__period__starts_on__lt=run.period.starts_on,
    ).order_by("claim__collaboration_id", "-claim__period__starts_on", "-run__number", "pk")
    found = rows.distinct("claim__collaboration_id").values_list(
        "claim__collaboration_id", "pence", "payee_id", "reference"
    )
    return {group: Last(pence, payee, reference) for group, pence, payee, reference in found}
