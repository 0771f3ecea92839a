"""Money of the stage that is walked, in the states that the rows of the matrix have not
(`tests.frame.stage`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from memberships.models.members import Membership
from supplement.models.claims import Claim
from supplement.models.payments import Payment
from supplement.models.runs import Run
from supplement.rules.criteria import Consequence
from supplement.services.spend_returns import report_spending
from tests.architecture.authorities import AuthorityWithRows
from tests.factories.collaborations import CollaborationFactory
from tests.factories.fund import decided, paid, share_that_waits
from tests.factories.memberships import MembershipFactory
from tests.factories.payments import approved_run
from tests.factories.runs import assessed, calculated, certified, payee_of
from tests.factories.supplement import open_period, period_that_is_over


def money_in_other_states(here: AuthorityWithRows) -> Iterator[str]:
    """A run with a payment that is due and a claim that is held, one that is paid, one that can be reviewed;
    spending that is reported, and a decision by which nothing is ordered.
    """
    rows, people, at = here.rows, here.people, timezone.now()
    manager, finance, leader = people["manager"], people["finance"], people["leader"]
    member = Membership.objects.get(pk=rows["membership"])
    period = open_period(
        manager, on=date(2022, 11, 10), criteria=[{"consequence": Consequence.HOLD, "threshold": 90}]
    )
    holding = MembershipFactory(
        collaboration=CollaborationFactory(name=f"{here.authority.name} Holding"),
        joined_on=date(2020, 1, 1),
    )
    certified(manager, {holding: 5}, on=period.count_on)
    payee_of(holding.collaboration, holding, manager, reference="LK-9003")
    waits = assessed(period, holding.collaboration, manager)
    paid_claim = assessed(period, CollaborationFactory(name=f"{here.authority.name} Paid"), manager)
    run = approved_run(period, finance, manager, at=at)
    Payment.objects.create(
        run=run,
        claim=paid_claim,
        collaboration=paid_claim.collaboration,
        payee=member.provider,
        reference="LK-9002",
        pay_on=period.instalments.get().pay_on,
        pence=100,
    )
    yield from (f"supplement/runs/{run.pk}/", f"supplement/runs/{run.pk}/payments/")
    yield f"supplement/runs/{run.pk}/claims/{waits.pk}/"
    earlier = open_period(manager, on=date(2020, 11, 10))
    paid(earlier, member.collaboration, {member: 500}, by=finance, approver=manager, at=at)
    answered = f"supplement/runs/{Run.objects.get(period=earlier).pk}/"
    yield from (answered, f"{answered}payments/")
    reported = Claim.objects.get(period=earlier, collaboration=member.collaboration)
    report_spending(
        collaboration_id=member.collaboration_id,
        claim_id=reported.pk,
        words="Calmer mornings.",
        by=leader,
        at=at - timedelta(days=1),  # receipts that were added since may be removed
    )
    yield f"collaborations/{member.collaboration_id}/fund/returns/{reported.pk}/"
    yield f"supplement/hours/{rows['period by hours']}/settings/{rows['setting with hours']}/"
    gone = share_that_waits(member, int(rows["paid claim"]), finance, at=at)
    yield f"collaborations/{member.collaboration_id}/fund/leavers/{gone.pk}/"
    over = period_that_is_over(manager, at=at).pk
    yield from (f"supplement/periods/{pk}/" for pk in (rows["closed period"], over))
    empty = open_period(manager, on=date(2005, 11, 10))
    assessed(empty, CollaborationFactory(name=f"{here.authority.name} Empty"), manager)
    yield f"supplement/runs/{calculated(empty, finance).pk}/"
    books = decided(member.collaboration, 1_000, by=leader, at=at, what="Books")
    yield f"collaborations/{member.collaboration_id}/fund/decisions/{books.pk}/"
