"""Funds of collaborations for tests, in the authority in scope: payments past the services, all else by them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from collaborations.models import Collaboration
from development.models import Objective
from development.services import plans
from meetings.models.votes import Vote
from meetings.rules.outcomes import OutcomeKind
from memberships.models.members import Membership
from supplement.models.claims import Claim
from supplement.models.fund import (
    FundEntry,
    LeaverSettlement,
    Spending,
    SpendingDecision,
    SpendingProposal,
)
from supplement.models.parts import SchemePeriod
from supplement.models.payments import Payment, PaymentFile
from supplement.models.runs import Adjustment, Run, RunLine
from supplement.rules.fund import Entry
from supplement.selectors.proposals import SPENDING
from supplement.services import fund, proposals, spending
from supplement.services.fund import Decided
from tests.factories.collaborations import CollaborationFactory
from tests.factories.development import plan_with_action
from tests.factories.library import pdf
from tests.factories.memberships import MembershipFactory
from tests.factories.supplement import drafted, standing


def paid(
    period: SchemePeriod,
    group: Collaboration,
    shares: Mapping[Membership, int],
    *,
    by: User,
    approver: User,
    at: datetime,
    pence: int | None = None,
) -> FundEntry:
    """A payment of a period that came: ``shares`` are the members' lines in pence, ``pence`` what of them
    came.

    The claim stands at "paid". A second one is of a further run.
    """
    claim, _new = Claim.objects.get_or_create(
        period=period, collaboration=group, defaults={"opened_by": by, "opened_at": at, "moved_at": at}
    )
    Claim.objects.filter(pk=claim.pk).update(state="paid")
    number = Run.objects.count() + 1
    run = Run.objects.create(
        period=period, number=number, state="reviewed", started_by=by, started_at=at, calculated_by=by,
        calculated_at=at, reviewed_by=by, reviewed_at=at, moved_at=at,
    )  # fmt: skip
    for membership, share in shares.items():
        RunLine.objects.create(
            run=run, claim=claim, membership=membership, provider=membership.provider, component="a-head",
            pence=share,
        )  # fmt: skip
    run.state, run.approved_by, run.approved_at = "approved", approver, at
    run.save()
    total = sum(shares.values()) if pence is None else pence
    on = timezone.localdate(at)
    file = PaymentFile.objects.create(
        run=run, pay_on=on, number=1, count=1, total_pence=total, digest="0" * 64, made_by=by, made_at=at
    )
    payment = Payment.objects.create(
        run=run, claim=claim, collaboration=group, payee=next(iter(shares)).provider, reference="S1",
        pay_on=on, pence=total, state="paid", paid_on=on, file=file,
    )  # fmt: skip
    return FundEntry.objects.create(
        collaboration=group, kind=Entry.RECEIVED, pence=total, on=on, payment=payment, at=at
    )


def opened(group: Collaboration, pence: int, *, by: User, at: datetime) -> FundEntry:
    """A fund with an opening balance."""
    return fund.open_fund(
        collaboration_id=group.pk,
        pence=pence,
        on=timezone.localdate(at) - timedelta(days=30),
        words="Spend return of the year before",
        by=by,
        at=at,
    )


def objective_of(group: Collaboration, by: User) -> Objective:
    """An objective of the plan that the group works by, begun where there is none."""
    row = Objective.objects.filter(plan__collaboration=group, plan__state="current").first()
    if row is not None:
        return row
    action = plan_with_action(group, by)
    plans.begin_work_by_plan(plan=action.objective.plan, by=by)
    return action.objective


def decided(
    group: Collaboration, pence: int, *, by: User, at: datetime, what: str = "Training", **facts: Any
) -> SpendingDecision:
    """A decision to spend that was taken elsewhere."""
    where = facts.pop("decided", Decided(words="At our meeting in October", on=date(2026, 10, 5)))
    return fund.decide(
        collaboration_id=group.pk,
        what=what,
        pence=pence,
        objective_id=objective_of(group, by).pk,
        decided=where,
        by=by,
        at=at,
    )


def ordered(decision: SpendingDecision, pence: int, *, by: User, at: datetime, **facts: Any) -> Spending:
    """What was ordered by a decision on the day; not paid unless ``paid_on`` says so."""
    values = {
        "what": "A day of training", "supplier": "Talking Tots", "ordered_on": timezone.localdate(at),
        "paid_on": None, "key": "", **facts,
    }  # fmt: skip
    return spending.order(
        collaboration_id=decision.collaboration_id,
        decision_id=decision.pk,
        pence=pence,
        **values,
        by=by,
        at=at,
    )


def share_that_waits(member: Membership, claim_id: int, by: User, *, at: datetime) -> Membership:
    """A setting that left the member's group, whose share goes with the next payments."""
    gone = MembershipFactory(
        collaboration=member.collaboration, joined_on=date(2016, 1, 4), left_on=date(2016, 6, 2)
    )
    share = LeaverSettlement.objects.create(
        membership=gone, goes="returned", pence=100, steps=[], by_run=True, by=by, at=at
    )
    Adjustment.objects.create(
        claim_id=claim_id, membership=gone, component="leavers-share", cause="leaver", pence=-100,
        words="It left.", settlement=share, by=by, at=at,
    )  # fmt: skip
    return gone


def proposed_to_spend(
    group: Collaboration, pence: int, *, by: User, at: datetime, what: str, **facts: Any
) -> SpendingProposal:
    """A spending decision that the members vote on for a week."""
    values: dict[str, Any] = {"closes_at": at + timedelta(days=7), "objective_id": objective_of(group, by).pk}
    values |= facts
    return proposals.propose_spending(
        collaboration_id=group.pk, what=what, pence=pence, **values, by=by, at=at
    )


def carried_while_less_was_free(group: Collaboration, *, by: User, at: datetime) -> SpendingProposal:
    """A proposal whose vote was carried, past the services: nothing became of it yet."""
    row = proposed_to_spend(group, 7_500, by=by, at=at, what="A shed")
    Vote.objects.filter(subject_kind=SPENDING, subject_id=row.pk).update(
        state=Vote.State.CLOSED, outcome=OutcomeKind.CARRIED, outcome_words="Carried.", closes_at=at,
        closed_at=at, closed_by=by, base=3, taking_part=3, counts={"for": 3},
    )  # fmt: skip
    return row


def fund_rows(member: Membership, people: Mapping[str, User]) -> dict[str, Any]:
    """Rows of the stage: a fund with money, a decision, an order that is paid with a receipt and one that is
    not, a claim whose spending is to be reported, a member that left, and a group that is closed.
    """
    at, group = timezone.now(), member.collaboration
    today = timezone.localdate(at)
    leader, manager, finance = people["leader"], people["manager"], people["finance"]
    opened(group, 100_000, by=people["officer"], at=at)
    scheme = standing(drafted(manager, at=at, starts_on=date(2016, 4, 1)), manager, at=at)
    paid(scheme.periods.get(), group, {member: 12_500}, by=finance, approver=manager, at=at)
    decision = decided(group, 60_000, by=leader, at=at)
    receipts = [spending.Upload(pdf("Receipt"), "receipt.pdf")]
    bought = ordered(decision, 20_000, by=leader, at=at, paid_on=today, receipts=receipts)
    receipt = bought.receipts.get()
    again = [spending.Upload(pdf("Wrong"), "wrong.pdf")]
    of_bought: dict[str, Any] = {"collaboration_id": group.pk, "by": leader, "at": at}
    spending.add_receipts(**of_bought, spending_id=bought.pk, receipts=again)
    removed = spending.remove_receipt(
        **of_bought, receipt_id=bought.receipts.exclude(pk=receipt.pk).get().pk, words="Of another order"
    )
    waiting = ordered(decision, 10_000, by=leader, at=at, what="A room")
    return {
        "spending decision": decision,
        "spending": bought,
        "order": waiting,
        "receipt": receipt,
        "removed receipt": removed,
        "spending proposal": proposed_to_spend(group, 5_000, by=leader, at=at, what="A tent"),
        "carried proposal": carried_while_less_was_free(group, by=leader, at=at),
        "paid claim": Claim.objects.get(state="paid", collaboration=group),
        "leaver": MembershipFactory(
            collaboration=group, joined_on=date(2016, 1, 4), left_on=date(2016, 6, 1)
        ),
        "closed collaboration": CollaborationFactory(name=f"{group.name} that was", state="closed"),
    }
