"""Reads of claims (S7)."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from supplement.models.claims import Claim, ClaimStep
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import Assessment, ClaimFacts, ClaimState


def periods_to_claim(*, on: date) -> QuerySet[SchemePeriod]:
    """Periods of approved schemes for which a claim can be sent on a day, the earliest last day first."""
    rows = SchemePeriod.objects.filter(
        scheme__state="approved", claims_from_on__lte=on, claims_until_on__gte=on
    )
    return rows.select_related("scheme").order_by("claims_until_on", "pk")


def claims() -> QuerySet[Claim]:
    return Claim.objects.select_related("period__scheme", "collaboration")


def claim_for_update(claim_id: int) -> Claim | None:
    """The claim, locked until the transaction ends."""
    return claims().select_for_update(of=("self",)).filter(pk=claim_id).first()


def claim_facts(
    claim: Claim, *, calculated_by: int | None = None, assessment: str = "", has_report: bool = False
) -> ClaimFacts:
    """What a move of a claim is judged by. ``calculated_by``: the run's; ``assessment``: made with the move."""
    chosen = assessment or claim.assessment
    return ClaimFacts(
        state=ClaimState(claim.state),
        stood=ClaimState(claim.stood) if claim.stood else None,
        assessment=Assessment(chosen) if chosen else None,
        calculated_by=calculated_by,
        has_report=has_report,
    )


def steps_of(claim: Claim) -> QuerySet[ClaimStep]:
    """Every step of a claim, the newest first."""
    return claim.steps.select_related("by").order_by("-at", "-pk")
