"""Reads of corrections (S8): what waits for a run, what a run carries, and what is proposed."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils import timezone

from supplement.models.checks import ProposedCorrection
from supplement.models.claims import Claim
from supplement.models.runs import Adjustment, Run, RunLine
from supplement.rules.corrections import Corrected, corrected_lines
from supplement.rules.runs import FIXED
from supplement.rules.snapshot import Unreadable, went_into
from supplement.selectors import run_inputs, runs
from supplement.selectors.run_inputs import ClaimRow


def corrections() -> QuerySet[Adjustment]:
    rows = Adjustment.objects.select_related("claim__collaboration", "claim__period", "membership__provider")
    return rows.select_related("by", "run").order_by("-at", "-pk")


def adjustments_waiting(groups: Collection[int]) -> list[Adjustment]:
    """S8: corrections of these collaborations that no run carries yet, locked, in the order of their making."""
    rows = Adjustment.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.filter(run=None, claim__collaboration__in=groups).select_related("claim", "membership")
    return list(rows.order_by("pk"))


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
