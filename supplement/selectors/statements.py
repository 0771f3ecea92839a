"""S11: the statement of a collaboration for a run, in words: how it was worked out, who receives it, paid
when.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from supplement.models.payments import Payment
from supplement.models.runs import Run, RunClaim, RunLine
from supplement.rules.snapshot import Unreadable
from supplement.selectors import runs
from supplement.selectors.working import Working, working_in_words


@dataclass(frozen=True, slots=True)
class Statement:
    """``working`` is None where the snapshot does not show the collaboration."""

    row: RunClaim
    working: Working | None
    digest: str
    corrections: tuple[RunLine, ...]
    payments: tuple[Payment, ...]

    @property
    def was_let_go(self) -> bool:
        """A rule that was not met held the payment back, and finance let it go on (S8)."""
        return self.row.is_held and bool(self.payments)


def statement_of(run: Run, row: RunClaim, *, only: Collection[int] | None = None) -> Statement:
    """All of it, or of the members and their corrections only those of the settings that are named."""
    group = row.claim.collaboration_id
    try:
        found = runs.working_of(run, group)
    except Unreadable:
        found = None
    lines = RunLine.objects.filter(run=run, claim=row.claim_id, adjustment__isnull=False)
    if only is not None:
        lines = lines.filter(provider__in=only)
    payments = Payment.objects.filter(run=run, claim=row.claim_id).select_related("payee", "collaboration")
    return Statement(
        row,
        working_in_words(found[0], only=only) if found else None,
        found[1] if found else "",
        tuple(lines.select_related("adjustment__claim__period", "provider").order_by("pk")),
        tuple(payments.order_by("pay_on", "pk")),
    )


def groups_of(run: Run) -> list[RunClaim]:
    """The claims of a run that have a statement, by name of the collaboration."""
    return list(runs.run_claims(run.pk).order_by("claim__collaboration__name__in_order", "pk"))
