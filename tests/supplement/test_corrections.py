"""S8, S11: corrections wait for the next run and are paid with it; proposals of the night; statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from documents.models import OutboxMessage
from supplement.emails.appeals import AppealDecided
from supplement.models.checks import ProposedCorrection
from supplement.models.claims import Claim, ClaimStep
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment, Run, RunClaim, RunLine
from supplement.rules.answers import Outcome
from supplement.selectors.invariants.all import CHECKS
from supplement.services import assessing, runs
from supplement.services.claims import appeal_claim
from supplement.services.corrections import (
    add_correction,
    propose_corrections,
    put_proposal_aside,
    take_proposal,
)
from supplement.services.payment_answers import mark_payment
from supplement.services.statements import send_statements
from tests.factories.groups import Group
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.payments import PAY_ON, approved_run, exported
from tests.factories.runs import (
    APPROVED,
    AT,
    assessed,
    calculated,
    certified,
    corrected,
    paid_period,
    payee_of,
    reviewed,
)
from tests.factories.supplement import approved

LATER = AT + timedelta(days=300)
pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(
    in_larkshire: Authority, led: Group, maya: User, fred: User, time_machine: TimeMachineFixture
) -> Run:
    """Riverside's £175.00 of Summer 2026, paid."""
    time_machine.move_to(AT.replace(day=20), tick=False)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    run = approved_run(Claim.objects.get().period, fred, maya, at=AT.replace(day=20))
    exported(run, fred)
    mark_payment(
        payment_id=Payment.objects.get().pk, outcome=Outcome.PAID, on=PAY_ON, by=fred, at=AT.replace(day=20)
    )
    run.refresh_from_db()
    return run


def correction(led: Group, fred: User, pence: int = -2_500, words: str = "Counted twice") -> Adjustment:
    line = RunLine.objects.filter(membership=led.bluebells, adjustment=None).earliest("pk")
    return add_correction(
        claim_id=line.claim_id,
        membership_id=led.bluebells.pk,
        component=line.component,
        cause="recovery",
        pence=pence,
        words=words,
        by=fred,
        at=AT.replace(day=21),
    )


def test_s8_a_correction_is_carried_by_the_next_run_and_paid_with_it(
    paid: Run, led: Group, fred: User, maya: User, time_machine: TimeMachineFixture
) -> None:
    first = correction(led, fred)
    assert correction(led, fred) == first  # pressed twice
    assert Claim.objects.get().state == "adjusted"
    time_machine.move_to(LATER, tick=False)
    period = approved(maya, at=APPROVED, starts_on=date(2027, 4, 1)).periods.get()
    certified_later(led, maya, period.count_on)
    assessed(period, led.collaboration, maya)
    run = calculated(period, fred, at=LATER)
    row = RunClaim.objects.get(run=run)
    assert (row.adjusted_pence, row.pence) == (-2_500, 15_000)
    again = runs.cancel_run(run_id=run.pk, words="A typing error", by=fred, at=LATER)
    assert again.state == "cancelled"
    first.refresh_from_db()
    assert first.run is None
    run = reviewed(calculated(period, fred, at=LATER), fred, at=LATER)
    assert run.total_pence == 15_000
    runs.approve_run(run_id=run.pk, by=maya, at=LATER)
    payment = Payment.objects.get(run=run)
    assert payment.pence == 15_000
    exported(run, fred, at=LATER, pay_on=payment.pay_on)
    mark_payment(payment_id=payment.pk, outcome=Outcome.PAID, on=LATER.date(), by=fred, at=LATER)
    assert set(Claim.objects.values_list("state", flat=True)) == {"paid"}
    assert {check.name: ids for check in CHECKS if (ids := check.failing())} == {}


def test_s7_an_appeal_upheld_from_approved_is_paid_by_a_signed_line_of_a_later_run(
    paid: Run, led: Group, fred: User, maya: User, amina: User, time_machine: TimeMachineFixture
) -> None:
    """The sum that was approved waits for the decision and is paid as it was approved; nothing is calculated
    anew, and the next run carries what the appeal brought, once.
    """
    time_machine.move_to(LATER, tick=False)
    period = approved(maya, at=APPROVED, starts_on=date(2027, 4, 1)).periods.get()
    certified_later(led, maya, period.count_on)
    claim = assessed(period, led.collaboration, maya)
    run = approved_run(period, fred, maya, at=LATER)
    payment = Payment.objects.get(run=run)
    appeal_claim(claim_id=claim.pk, words="Two were left out.", by=led.lena, at=LATER)
    payment.refresh_from_db()
    assert payment.state == "held"
    with pytest.raises(ValidationError, match="cannot be moved there now"):
        assessing.check_again(claim_id=claim.pk, words="Yes.", by=amina, at=LATER)
    line = RunLine.objects.get(run=run, membership=led.bluebells)
    upheld = {"claim_id": claim.pk, "membership_id": led.bluebells.pk, "component": line.component}
    for pence, why in ((0, "not nothing"), (-line.pence - 1, "No more can be taken off")):
        with pytest.raises(ValidationError, match=why):
            assessing.correct_after_appeal(**upheld, pence=pence, words="Yes.", by=amina, at=LATER)
    assessing.correct_after_appeal(**upheld, pence=2_500, words="Two were.", by=amina, at=LATER)
    claim.refresh_from_db()
    payment.refresh_from_db()
    assert (claim.state, claim.stood, payment.state, payment.pence) == ("approved", "", "due", 17_500)
    decided = ClaimStep.objects.filter(claim=claim).latest("at", "pk")
    told = AppealDecided(user_id=led.lena.pk, step_id=decided.pk).load(LATER)
    assert told is not None
    assert AppealDecided(user_id=led.lena.pk, step_id=decided.pk).context(told)["is_corrected"]
    with pytest.raises(ValidationError, match="cannot be moved"):
        assessing.correct_after_appeal(**upheld, pence=2_500, words="Two were.", by=amina, at=LATER)
    exported(run, fred, at=LATER, pay_on=payment.pay_on)
    mark_payment(payment_id=payment.pk, outcome=Outcome.PAID, on=LATER.date(), by=fred, at=LATER)
    much_later = LATER + timedelta(days=365)
    time_machine.move_to(much_later, tick=False)
    following = approved(maya, at=APPROVED, starts_on=date(2028, 4, 1)).periods.get()
    certified_later(led, maya, following.count_on)
    assessed(following, led.collaboration, maya)
    next_run = approved_run(following, fred, maya, at=much_later)
    carried = RunLine.objects.get(run=next_run, adjustment__isnull=False)
    assert (carried.pence, carried.adjustment.cause, carried.membership) == (2_500, "appeal", led.bluebells)
    assert Payment.objects.get(run=next_run).pence == 20_000
    assert RunClaim.objects.filter(claim=claim).count() == 1
    assert {check.name: ids for check in CHECKS if (ids := check.failing())} == {}


def certified_later(led: Group, maya: User, count_on: date) -> None:

    period = ReturnPeriodFactory(name=f"Summer {count_on.year}", count_date=count_on)
    for member, number in ((led.acorns, 9), (led.bluebells, 4), (led.caras, 1)):
        StaffReturnFactory(period=period, provider=member.provider, staff=number, certified_by=maya)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"pence": 0}, "pence"),
        ({"words": " "}, "words"),
        ({"words": "sort code 20-45-45"}, "words"),
    ],
)
def test_s8_a_correction_says_how_much_and_why(
    paid: Run, led: Group, fred: User, facts: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        correction(led, fred, **facts)  # type: ignore[arg-type]
    assert list(refused.value.message_dict) == [field]
    assert not Adjustment.objects.exists()


def test_s8_a_number_that_was_corrected_is_proposed_and_never_paid_by_itself(
    paid: Run, led: Group, fred: User
) -> None:
    at = AT.replace(day=21)
    assert propose_corrections(at=at) == 0
    corrected(led.bluebells, 6)
    assert propose_corrections(at=at) == 1
    assert propose_corrections(at=at) == 0
    proposal = ProposedCorrection.objects.get()
    assert (proposal.was, proposal.now, proposal.pence) == (4, 6, 2_500)
    assert not Adjustment.objects.exists()
    taken = take_proposal(proposal_id=proposal.pk, by=fred, at=at)
    assert take_proposal(proposal_id=proposal.pk, by=fred, at=at) == taken
    assert (taken.pence, taken.cause) == (2_500, "staff")
    with pytest.raises(ValidationError, match="made this a correction"):
        put_proposal_aside(proposal_id=proposal.pk, words="No", by=fred, at=at)
    corrected(led.bluebells, 5)
    assert propose_corrections(at=at) == 1
    second = ProposedCorrection.objects.latest("pk")
    put_proposal_aside(proposal_id=second.pk, words="Known", by=fred, at=at)
    with pytest.raises(ValidationError, match="put this aside"):
        take_proposal(proposal_id=second.pk, by=fred, at=at)


def test_s11_statements_are_read_printed_and_sent_once(
    paid: Run, led: Group, fred: User, browse: Callable[[User], Client]
) -> None:
    page = f"/larkshire/collaborations/{led.collaboration.pk}/supplement/runs/{paid.pk}/statement/"
    of_leader = browse(led.lena).get(page).content.decode()
    assert "£175" in of_leader
    assert "Bluebells" in of_leader
    of_member = browse(led.cara).get(page).content.decode()
    assert "Bluebells" not in of_member
    assert browse(led.cara).get(f"{page}pdf/").status_code == 403
    printed = browse(led.lena).get(f"{page}pdf/")
    assert printed.status_code == 200
    assert b"".join(printed.streaming_content)[:5] == b"%PDF-"
    assert send_statements(run_id=paid.pk, by=fred, at=AT.replace(day=21)) == 1
    assert send_statements(run_id=paid.pk, by=fred, at=AT.replace(day=21)) == 0
    assert OutboxMessage.objects.filter(ids__kind="supplement.statement_ready").count() == 1
