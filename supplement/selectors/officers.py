"""S7: what an officer is to a claim, and what each saw of it the last time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, QuerySet

from accounts.models import User, holds_on
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on
from supplement.models.claims import Claim, ClaimLook, ClaimStep, ClaimWaiver
from supplement.models.runs import Adjustment, RunLine
from supplement.rules.assessing import Standings, Tie
from supplement.rules.claims import ClaimState
from supplement.rules.runs import FIXED


def ties_of(user: User, claim: Claim, *, on: date) -> frozenset[Tie]:
    """What ties a person to the collaboration of a claim on a day. One query.

    A setting ties that is a member on the day or was one on the count date.
    """
    group = claim.collaboration_id
    members = Membership.objects.filter(
        is_member_on(on) | is_member_on(claim.period.count_on), collaboration=group
    )
    of_person = {"user": user, "membership__collaboration": group}
    tests = {
        Tie.LEADS: Exists(LeaderAppointment.objects.filter(holds_on(on), **of_person)),
        Tie.OFFICE: Exists(OfficeHolder.objects.filter(holds_on(on), **of_person)),
        Tie.WORKS: Exists(
            SettingRole.objects.filter(holds_on(on), user=user, provider__in=members.values("provider"))
        ),
    }
    row = Claim.objects.filter(pk=claim.pk).order_by().values_list(*(test for test in tests.values())).get()
    ties = {tie for tie, holds in zip(tests, row, strict=True) if holds}
    if user.pk in (claim.opened_by_id, claim.submitted_by_id):
        ties.add(Tie.CLAIMED)
    if claim.state == ClaimState.APPEALED and user.pk == claim.assessed_by_id:
        ties.add(Tie.ASSESSED)
    return frozenset(ties)


def looks_of(user: User, claim_ids: Collection[int]) -> dict[int, ClaimLook]:
    """By claim what a person saw the last time."""
    rows = ClaimLook.objects.filter(by=user, claim__in=claim_ids)
    return {row.claim_id: row for row in rows}


def seen_by(user: User, claim: Claim) -> Standings | None:
    look = looks_of(user, [claim.pk]).get(claim.pk)
    return look.standings if look is not None else None


def waiver_for_update(waiver_id: int) -> ClaimWaiver | None:
    """The waiver with its claim, which is locked until the transaction ends."""
    row = ClaimWaiver.objects.filter(pk=waiver_id).values_list("claim_id", flat=True).first()
    if row is None:
        return None
    Claim.objects.select_for_update(of=("self",)).get(pk=row)
    return ClaimWaiver.objects.select_related("claim__period", "claim__collaboration").get(pk=waiver_id)


def waivers_in(claim: Claim) -> QuerySet[ClaimWaiver]:
    """Every waiver of a claim, those taken back among them, the latest first."""
    rows = claim.waivers.select_related("by", "taken_back_by", "membership__provider")
    return rows.order_by("-at", "-pk")


def appeal_of(claim: Claim) -> ClaimStep | None:
    """The step by which a claim was appealed the last time."""
    rows = claim.steps.filter(to=ClaimState.APPEALED).select_related("by")
    return rows.order_by("-at", "-pk").first()


def was_corrected(step: ClaimStep) -> bool:
    """Whether an appeal that this step decided brought a correction."""
    rows = Adjustment.objects.filter(claim=step.claim_id, cause=Adjustment.Cause.APPEAL, at=step.at)
    return rows.exists()


def approved_lines(claim: Claim) -> QuerySet[RunLine]:
    """What of a claim was approved, by component and setting."""
    rows = RunLine.objects.filter(claim=claim, run__state__in=sorted(FIXED))
    return rows.select_related("provider").order_by("component", "provider__search_text", "pk")


def approved_pence(claim: Claim) -> dict[tuple[int, str], int]:
    """By member and component what a claim comes to: approved lines, and every correction of them, whether it waits
    or a run carries it as a line of a later claim.
    """
    sums: dict[tuple[int, str], int] = {}
    lines = approved_lines(claim).filter(adjustment=None).order_by("pk")
    corrected = Adjustment.objects.filter(claim=claim, taken_back_at=None, settlement=None).order_by("pk")
    for rows in (lines, corrected):
        for membership, component, pence in rows.values_list("membership_id", "component", "pence"):
            sums[membership, component] = sums.get((membership, component), 0) + pence
    return sums
