"""What a collaboration's page of money reads: its periods with their claims, and what was paid (S7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collaborations.models import Collaboration
from supplement.models.claims import Claim
from supplement.models.parts import SchemePeriod
from supplement.models.payments import Payment
from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.deciding import Verdict
from supplement.rules.next_steps import NextStep, Window, next_step, window_on
from supplement.rules.payments import PaymentState
from supplement.selectors.claims import claims_of, periods_shown
from supplement.selectors.schemes import period_value
from supplement.selectors.standing import verdict_before_claim, verdicts_of

#: States in which the evidence still decides something.
STILL_DECIDED = frozenset(
    {
        *(ClaimState.DRAFT, ClaimState.SUBMITTED, ClaimState.CHECKING, ClaimState.RETURNED),
        *(ClaimState.ASSESSED, ClaimState.CALCULATED, ClaimState.REVIEWED),
        *(ClaimState.ON_HOLD, ClaimState.APPEALED),
    }
)


@dataclass(frozen=True, slots=True)
class PeriodOfGroup:
    """A period for one group: its claim, if it is begun, what to tell of it, and how the criteria stand while
    they decide something.
    """

    period: SchemePeriod
    claim: Claim | None
    step: NextStep
    window: Window
    verdict: Verdict | None


def step_of(claim: Claim | None, period: SchemePeriod, *, on: date) -> NextStep:
    state = ClaimState(claim.state) if claim is not None else None
    assessment = Assessment(claim.assessment) if claim is not None and claim.assessment else None
    waits = claim is not None and state is ClaimState.APPROVED and _has_no_payment(claim)
    return next_step(state, period_value(period), assessment=assessment, waits=waits, today=on)


def _has_no_payment(claim: Claim) -> bool:
    """Whether nothing is made of what was approved of a claim: it waits, or comes to nothing."""
    ready = (PaymentState.DUE, PaymentState.IN_FILE, PaymentState.FAILED, PaymentState.PAID)
    return not claim.payments.filter(state__in=ready).exists()


def periods_of(collaboration: Collaboration, *, on: date) -> list[PeriodOfGroup]:
    """Each claim of the group, and each period of today's scheme that it has none for, the latest first."""
    claims = claims_of(collaboration.pk)
    rows: list[tuple[SchemePeriod, Claim | None]] = [(claim.period, claim) for claim in claims]
    rows += [(period, None) for period in periods_shown(on=on) if not _overlaps(period, claims)]
    decided = [claim for claim in claims if claim.state in STILL_DECIDED]
    verdicts = verdicts_of(decided, on=on)
    found = []
    for period, claim in sorted(rows, key=lambda row: (row[0].starts_on, row[0].pk), reverse=True):
        window = window_on(period_value(period), on)
        verdict = verdicts.get(claim.pk) if claim is not None else None
        if claim is None and window is Window.OPEN:
            verdict = verdict_before_claim(period, collaboration.pk, on=on)
        found.append(PeriodOfGroup(period, claim, step_of(claim, period, on=on), window, verdict))
    return found


def _overlaps(period: SchemePeriod, claims: Sequence[Claim]) -> bool:
    """Whether the group has claimed for the same time, under whichever version of the scheme."""
    return any(
        claim.period.starts_on < period.ends_on and claim.period.ends_on > period.starts_on
        for claim in claims
    )


@dataclass(frozen=True, slots=True)
class Payments:
    """What a group was paid, and what is due to it: each payment, and the sums in pence."""

    rows: tuple[Payment, ...]
    paid_pence: int
    due_pence: int


def payments_to(collaboration: Collaboration) -> Payments:
    """The latest first. What failed is due again; what is on hold is not."""
    rows = Payment.objects.filter(collaboration=collaboration).select_related("claim__period", "payee")
    found = tuple(rows.order_by("-pay_on", "-pk"))
    due = (PaymentState.DUE, PaymentState.IN_FILE, PaymentState.FAILED)
    return Payments(
        found,
        sum(row.pence for row in found if row.state == PaymentState.PAID),
        sum(row.pence for row in found if row.state in due),
    )
