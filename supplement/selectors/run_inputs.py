"""S8: what a run is calculated from, read from the rows as on one day: claims, terms, facts, who is paid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, Sum
from django.utils import timezone

from supplement.models.claims import Claim, ClaimWaiver
from supplement.models.parts import SchemePeriod
from supplement.models.payees import Payee, SupplierReference
from supplement.models.runs import Run, RunClaim, RunLine
from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.criteria import Kind
from supplement.rules.facts import CollaborationFacts, Waiver
from supplement.rules.passing import of_claims
from supplement.rules.runs import FIXED, left_to_share
from supplement.rules.schemes import Terms
from supplement.rules.snapshot import input_digest
from supplement.selectors import schemes
from supplement.selectors.facts import Waivers, facts_of

#: A claim that a run may take: it is assessed, or an earlier calculation had it and it is not approved.
TAKEN = (ClaimState.ASSESSED, ClaimState.CALCULATED, ClaimState.REVIEWED)
#: An assessment that there is something to pay by.
ELIGIBLE = (Assessment.ELIGIBLE, Assessment.PART)


class ClaimRow(NamedTuple):
    """A claim of a run as it was read; ``state`` is where it stood then."""

    pk: int
    collaboration_id: int
    state: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run of a period is calculated from on a day. ``claims`` in the order of their ids."""

    claims: tuple[ClaimRow, ...]
    terms: Terms
    facts: tuple[CollaborationFacts, ...]

    @property
    def digest(self) -> str:
        return input_digest(self.terms, self.facts)


class Receiver(NamedTuple):
    """Who receives a collaboration's money on a day, under which supplier reference (S9).

    ``is_frozen``: another payee is named, and both have not signed yet.
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
    facts = facts_of(
        paid.period,
        year.criteria,
        on=on,
        groups=groups,
        waivers=_waivers([claim.pk for claim in claims]),
        period_id=period.pk,
    )
    terms = left_to_share(year.terms(paid), _approved_before(run))
    return Inputs(tuple(claims), terms, of_claims(facts, groups))


def _waivers(claims: Collection[int]) -> Waivers:
    """What was let pass of these claims and not taken back, by collaboration and member."""
    rows = ClaimWaiver.objects.filter(claim__in=claims, taken_back_at=None).order_by("pk")
    waivers: dict[int, dict[int | None, list[Waiver]]] = defaultdict(lambda: defaultdict(list))
    for group, member, kind, person, at, reason in rows.values_list(
        "claim__collaboration_id", "membership_id", "kind", "by__full_name", "at", "reason"
    ):
        waivers[group][member].append(Waiver(Kind(kind), person, timezone.localdate(at), reason))
    return waivers


def _approved_before(run: Run) -> dict[str, int]:
    """By component, what earlier runs of the same period approved, corrections among it, in pence."""
    lines = RunLine.objects.filter(run__period=run.period_id, run__state__in=FIXED).exclude(run=run.pk)
    sums = lines.order_by().values_list("component").annotate(pence=Sum("pence"))
    return dict(sums)


def receivers_of(groups: Collection[int], *, on: date) -> dict[int, Receiver]:
    """S9: who receives for each collaboration on a day. Two statements."""
    in_force = Q(in_force_on__lte=on) & (Q(ended_on=None) | Q(ended_on__gt=on))
    proposed = Q(in_force_on=None, withdrawn_at=None)
    rows = Payee.objects.filter(in_force | proposed, collaboration__in=groups).order_by("in_force_on", "pk")
    payees: dict[int, int] = {}
    changing: set[int] = set()
    for group, setting, since in rows.values_list("collaboration_id", "provider_id", "in_force_on"):
        if since is None:
            changing.add(group)
        else:
            payees[group] = setting
    references = dict(
        SupplierReference.objects.filter(provider__in=set(payees.values()))
        .order_by()
        .values_list("provider_id", "reference")
    )
    return {
        group: Receiver(
            payees.get(group), references.get(payees.get(group, 0), ""), group in changing and group in payees
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
    return {group: Last(*last) for group, *last in found}
