"""Reads of claims (S7)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from accounts.models import User, holds_on
from collaborations.models import Collaboration
from memberships.models.members import Membership, SettingRole
from supplement.models.claims import Claim, ClaimStep
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import Assessment, ClaimFacts, ClaimState
from supplement.selectors.consultation import leading


def periods_to_claim(*, on: date) -> QuerySet[SchemePeriod]:
    """Periods of approved schemes for which a claim can be sent on a day, the earliest last day first."""
    rows = SchemePeriod.objects.filter(
        scheme__state="approved", claims_from_on__lte=on, claims_until_on__gte=on
    )
    return rows.select_related("scheme").order_by("claims_until_on", "pk")


def period_by_id(period_id: int) -> SchemePeriod | None:
    rows = SchemePeriod.objects.select_related("scheme").prefetch_related("instalments")
    return rows.filter(pk=period_id).first()


def claims() -> QuerySet[Claim]:
    return Claim.objects.select_related("period__scheme", "collaboration")


def claims_of(collaboration_id: int) -> list[Claim]:
    """A collaboration's claims, the latest period first."""
    rows = claims().filter(collaboration=collaboration_id).prefetch_related("period__instalments")
    return list(rows.order_by("-period__starts_on", "-pk"))


def claim_of(collaboration_id: int, claim_id: int) -> Claim | None:
    rows = claims().filter(collaboration=collaboration_id, pk=claim_id)
    return rows.select_related("opened_by", "submitted_by", "assessed_by").first()


def claims_for_time_of(period: SchemePeriod) -> QuerySet[Claim]:
    """Claims for some of the days of a period, whichever version of the scheme they were begun under."""
    return claims().filter(period__starts_on__lt=period.ends_on, period__ends_on__gt=period.starts_on)


def periods_shown(*, on: date) -> list[SchemePeriod]:
    """What a group's page of money lists besides its claims: periods of approved schemes that hold on a day,
    the latest first.
    """
    rows = SchemePeriod.objects.filter(
        scheme__state="approved", scheme__starts_on__lte=on, scheme__ends_on__gt=on
    )
    return list(rows.select_related("scheme").prefetch_related("instalments").order_by("-starts_on", "-pk"))


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


def step_by_id(step_id: int) -> ClaimStep | None:
    rows = ClaimStep.objects.select_related("by", "claim__period__scheme", "claim__collaboration")
    return rows.filter(pk=step_id).first()


def leaders_who_owe(period: SchemePeriod, *, on: date) -> list[tuple[int, int]]:
    """S7: of the groups that have sent no claim for the time of a period, each leader with the group: user
    and collaboration, by their ids. One statement.
    """
    sent = claims_for_time_of(period).exclude(state=ClaimState.DRAFT)
    rows = leading(on=on).exclude(membership__collaboration__in=sent.order_by().values("collaboration_id"))
    pairs = rows.order_by("membership__collaboration_id", "user_id")
    return list(pairs.values_list("user_id", "membership__collaboration_id").distinct())


def is_led(collaboration: Collaboration, *, on: date) -> bool:
    """Whether somebody leads a group that works, and so can claim for it."""
    return leading(on=on).filter(membership__collaboration=collaboration).exists()


def own_memberships(person: User, memberships: Collection[Membership], *, on: date) -> set[int]:
    """Of some memberships those of settings where a person works on a day."""
    settings = {row.provider_id for row in memberships}
    roles = SettingRole.objects.filter(holds_on(on), user=person, provider__in=settings)
    at = set(roles.values_list("provider_id", flat=True))
    return {row.pk for row in memberships if row.provider_id in at}
