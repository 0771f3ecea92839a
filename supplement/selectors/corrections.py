"""Reads of corrections (S8): what waits for a run, what a run carries, and what is proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from memberships.models.members import Membership
from supplement.models.checks import ProposedCorrection
from supplement.models.claims import Claim
from supplement.models.runs import Adjustment, Run, RunLine
from supplement.rules.corrections import (
    AGREED_FIRST,
    COUNTED,
    LEFT_OUT,
    Corrected,
    corrected_lines,
    left_out_lines,
)
from supplement.rules.runs import FIXED
from supplement.rules.snapshot import Unreadable, went_into
from supplement.selectors import officers, run_inputs, runs
from supplement.selectors.run_inputs import ClaimRow

#: So many corrections that wait stand on the page; the list has all.
MAX_WAITING = 50


def corrections() -> QuerySet[Adjustment]:
    rows = Adjustment.objects.select_related("claim__collaboration", "claim__period", "membership__provider")
    return rows.select_related("by", "run", "agreed_by").order_by("-at", "-pk")


def adjustments_waiting(groups: Collection[int]) -> list[Adjustment]:
    """S8: corrections of these collaborations that no run carries yet and the next can, locked, in the order
    of their making. What was taken back, and what a second person must still agree to, is not among them.
    """
    rows = Adjustment.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.filter(run=None, taken_back_at=None, claim__collaboration__in=groups)
    rows = rows.exclude(cause__in=sorted(AGREED_FIRST), agreed_at=None)
    return list(rows.select_related("claim", "membership").order_by("pk"))


def taken_back_since(run: Run) -> int:
    """How many corrections a calculated run has lines of that were taken back since."""
    return RunLine.objects.filter(run=run, adjustment__taken_back_at__isnull=False).count()


def correction_for_update(row_id: int) -> Adjustment | None:
    """The row, locked, with the run that carries it."""
    rows = Adjustment.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.select_related("claim__collaboration", "claim__period", "membership__provider", "run")
    return rows.filter(pk=row_id).first()


def proposals() -> QuerySet[ProposedCorrection]:
    """What nobody has decided about yet."""
    rows = ProposedCorrection.objects.filter(decided_at=None)
    return rows.select_related("run__period", "line__claim__collaboration", "membership__provider").order_by(
        "pk"
    )


def proposal_by_id(proposal_id: int) -> ProposedCorrection | None:
    rows = ProposedCorrection.objects.select_related("run__period", "line__claim__collaboration")
    return rows.select_related("membership__provider").filter(pk=proposal_id).first()


def claim_to_correct(claim_id: int) -> Claim | None:
    """A claim that an approved run pays for."""
    rows = Claim.objects.filter(pk=claim_id, run_claims__run__state__in=FIXED)
    return rows.select_related("period__scheme", "collaboration").distinct().first()


def lines_to_correct(claim: Claim) -> list[RunLine]:
    """The lines of a claim in approved runs, by member and component."""
    rows = RunLine.objects.filter(claim=claim, run__state__in=FIXED, adjustment=None)
    return list(
        rows.select_related("provider").order_by("provider__search_text", "membership_id", "component")
    )


def waiting_corrections() -> list[Adjustment]:
    """S8: what no run carries yet and was not taken back, the latest first; so many stand on the page."""
    rows = corrections().filter(run=None, taken_back_at=None).select_related("agreed_by")
    return list(rows[:MAX_WAITING])


def together_with(row: Adjustment) -> QuerySet[Adjustment]:
    """A correction with those that were added with it: the components of one member."""
    return Adjustment.objects.filter(
        claim=row.claim_id, membership=row.membership_id, cause=row.cause, at=row.at, by=row.by_id
    )


def is_carried_for_good(row: Adjustment) -> bool:
    """Whether an approved run carries a correction, or one that was added with it."""
    return together_with(row).filter(run__state__in=FIXED).exists()


class Member(NamedTuple):
    """A member of a claim that can be brought in, or taken out, by its membership: what its lines come to."""

    membership_id: int
    name: str
    pence: int
    lines: tuple[tuple[str, int], ...]


def members_left_out(claim: Claim) -> list[Member]:
    """S8: members that the approved run of a claim did not know, with what the count date's facts come to."""
    run = (
        Run.objects.filter(claims__claim=claim, state__in=FIXED)
        .select_related("period__scheme")
        .earliest("number")
    )
    kept = runs.snapshot_of(run)
    if kept is None:
        return []
    try:
        went = went_into(kept[0])
    except Unreadable:
        return []
    on = timezone.localdate(run.calculated_at) if run.calculated_at else run.period.count_on
    rows = [ClaimRow(claim.pk, claim.collaboration_id, claim.state)]
    found = left_out_lines(went, run_inputs.inputs_of(run, rows, on=on).facts)
    paid = officers.approved_pence(claim)
    waiting = set(_bringing(claim, LEFT_OUT).values_list("membership_id", flat=True))
    lines: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for row in found:
        if row.membership_id not in waiting and (row.membership_id, row.component) not in paid:
            lines[row.membership_id].append((row.component, row.pence))
    return _named(lines)


def members_to_take_out(claim: Claim) -> list[Member]:
    """S8: members that a claim paid for, with what stands of each of their lines: no more can be taken off."""
    waiting = {
        member
        for cause in (COUNTED, LEFT_OUT)
        for member in _bringing(claim, cause).values_list("membership_id", flat=True)
    }
    lines: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for (membership, component), pence in sorted(officers.approved_pence(claim).items()):
        if pence > 0 and membership not in waiting:
            lines[membership].append((component, -pence))
    return _named(lines)


def _bringing(claim: Claim, cause: str) -> QuerySet[Adjustment]:
    return Adjustment.objects.filter(claim=claim, cause=cause, run=None, taken_back_at=None).order_by()


def _named(lines: Mapping[int, list[tuple[str, int]]]) -> list[Member]:
    rows = Membership.objects.filter(pk__in=lines).select_related("provider")
    return [
        Member(
            row.pk, str(row.provider), sum(pence for _component, pence in lines[row.pk]), tuple(lines[row.pk])
        )
        for row in rows.order_by("provider__search_text", "pk")
    ]


def corrected_of(run: Run) -> list[Corrected]:
    """S8: the lines of an approved run that would be others by what is certified today."""
    kept = runs.snapshot_of(run)
    if kept is None:
        return []
    try:
        went = went_into(kept[0])
    except Unreadable:
        return []
    claims = [
        ClaimRow(*row)
        for row in Claim.objects.filter(run_claims__run=run)
        .order_by("pk")
        .values_list("pk", "collaboration_id", "state")
    ]
    on = timezone.localdate(run.calculated_at) if run.calculated_at else run.period.count_on
    return corrected_lines(went, run_inputs.inputs_of(run, claims, on=on).facts)
