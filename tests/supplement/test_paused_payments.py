"""S8, L3: while support is paused a payment waits, whoever lets it go on, and goes on when it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from leadership.models.support import SupportSwitch
from leadership.rules.support import Switch
from supplement.models.claims import Claim
from supplement.models.payments import Payment
from supplement.models.runs import Run
from supplement.rules.payments import PaymentState, Waits
from supplement.selectors import payments as selectors
from supplement.services.payment_files import make_file
from supplement.services.payments import make_payments, pay_what_waited
from tests.factories.groups import Group
from tests.factories.leadership import SupportSwitchFactory
from tests.factories.payments import PAY_ON, approved_run
from tests.factories.runs import AT, assessed, certified, paid_period, payee_of

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture
def stage(in_larkshire: Authority, led: Group, maya: User, time_machine: TimeMachineFixture) -> Group:
    """Riverside with 14 staff: £175.00, assessed, Acorns its payee."""
    time_machine.move_to(AT, tick=False)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    return led


def paused(group: Collaboration, by: User) -> SupportSwitch:
    return SupportSwitchFactory(collaboration=group, kind=Switch.PAYMENT, off_on=TODAY, by=by)


def goes_on(row: SupportSwitch) -> None:
    row.on_again_on = TODAY
    row.save(update_fields=["on_again_on"])


def run_of(fred: User, maya: User) -> Run:
    return approved_run(Claim.objects.get().period, fred, maya)


def test_s8_l3_a_claim_waits_while_support_is_paused(stage: Group, fred: User, maya: User) -> None:
    row = paused(stage.collaboration, maya)
    run = run_of(fred, maya)
    [waiting] = selectors.unpaid_claims(run, on=TODAY)
    assert (waiting.why, waiting.why_words) == (Waits.PAUSED, "Support is paused")
    with pytest.raises(ValidationError, match="Support is paused for Riverside"):
        pay_what_waited(run_id=run.pk, claim_id=waiting.row.claim_id, words="Now.", by=fred, at=AT)
    assert make_payments(run_id=run.pk, by=fred, at=AT) == 0
    goes_on(row)
    assert make_payments(run_id=run.pk, by=fred, at=AT) == 1
    assert Payment.objects.get().pence == 17_500


def test_s8_l3_what_was_due_goes_into_no_file_while_support_is_paused(
    stage: Group, fred: User, maya: User
) -> None:
    run = run_of(fred, maya)
    row = paused(stage.collaboration, maya)
    assert [payment.pence for payment in selectors.paused_payments(run, on=TODAY)] == [17_500]
    assert selectors.paused_payments(run, on=TODAY - timedelta(days=1)) == []
    with pytest.raises(ValidationError, match="Nothing is to be paid"):
        make_file(run_id=run.pk, pay_on=PAY_ON, by=fred, at=AT)
    goes_on(row)
    assert make_file(run_id=run.pk, pay_on=PAY_ON, by=fred, at=AT).total_pence == 17_500
    assert Payment.objects.get().state == PaymentState.IN_FILE


def test_s8_l3_another_group_is_paid_as_before(
    stage: Group, elsewhere: Collaboration, fred: User, maya: User
) -> None:
    paused(elsewhere, maya)
    run = run_of(fred, maya)
    assert Payment.objects.get(run=run).pence == 17_500
    assert selectors.unpaid_claims(run, on=TODAY) == []
