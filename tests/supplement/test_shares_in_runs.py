"""S5, S8: the share of a leaver goes off the next payment as a signed line, once, and is taken out until then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from supplement.models.claims import Claim
from supplement.models.fund import FundEntry, LeaverSettlement, SpendingDecision
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment, Run, RunClaim, RunLine
from supplement.rules.answers import Outcome
from supplement.rules.fund import Entry
from supplement.selectors.fund import balance_of
from supplement.selectors.invariants.all import CHECKS
from supplement.services import runs
from supplement.services.leaver_lines import take_share_out_of_runs
from supplement.services.leavers import Said, settle_share
from supplement.services.payment_answers import mark_payment
from tests.factories.agreed import agreed
from tests.factories.fund import objective_of
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.payments import PAY_ON, approved_run, exported
from tests.factories.runs import (
    APPROVED,
    AT,
    assessed,
    calculated,
    calculated_again,
    certified,
    paid_period,
    payee_of,
    reviewed,
)
from tests.factories.supplement import approved

#: Cara's is a member until 31 July: 31 of 153 days of its £12.50 are left.
LEFT, SHARE = date(2026, 8, 1), 253
SETTLED = datetime(2026, 8, 5, 10, tzinfo=UTC)
LATER = AT + timedelta(days=300)
pytestmark = pytest.mark.django_db


@pytest.fixture
def left(
    in_larkshire: Authority,
    led: Group,
    elsewhere: Collaboration,
    maya: User,
    fred: User,
    time_machine: TimeMachineFixture,
) -> Group:
    """Riverside was paid £175.00 for Summer 2026; then Cara's left. Hillside had a claim in the same run."""
    at = AT.replace(day=20)
    time_machine.move_to(at, tick=False)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    period = paid_period(maya)
    claim = assessed(period, led.collaboration, maya)
    assessed(period, elsewhere, maya)
    payee_of(led.collaboration, led.acorns, maya)
    run = approved_run(period, fred, maya, at=at)
    exported(run, fred)
    payment = Payment.objects.get(claim=claim)
    mark_payment(payment_id=payment.pk, outcome=Outcome.PAID, on=PAY_ON, by=fred, at=at)
    led.caras.left_on = LEFT
    led.caras.save()
    time_machine.move_to(SETTLED, tick=False)
    return led


def terms(group: Group, by: User, goes: str) -> None:
    values: dict[str, object] = {"leaver_funding": goes, "leaver_amount": "time_left"}
    agreed(group.collaboration, by, on=date(2026, 4, 1), values=values)


def settled(group: Group, **facts: Any) -> LeaverSettlement:
    return settle_share(
        collaboration_id=group.collaboration.pk,
        membership_id=group.caras.pk,
        said=Said(by_run=True, **facts),
        by=group.lena,
        at=SETTLED,
    )


def taken_out(
    group: Group, *, at: datetime = SETTLED, words: str = "We pay it ourselves."
) -> LeaverSettlement:
    return take_share_out_of_runs(
        collaboration_id=group.collaboration.pk,
        membership_id=group.caras.pk,
        words=words,
        by=group.lena,
        at=at,
    )


def next_run(group: Group, maya: User, fred: User) -> Run:
    """Of Summer 2027, with Daisies instead of Cara's: £175.00 less what goes off."""
    period = approved(maya, at=APPROVED, starts_on=date(2027, 4, 1)).periods.get()
    daisies = MembershipFactory(collaboration=group.collaboration, joined_on=date(2026, 9, 1))
    counted = ReturnPeriodFactory(name="Summer 2027", count_date=period.count_on)
    for member, number in ((group.acorns, 9), (group.bluebells, 4), (daisies, 1)):
        StaffReturnFactory(period=counted, provider=member.provider, staff=number, certified_by=maya)
    assessed(period, group.collaboration, maya)
    return calculated(period, fred, at=LATER)


def failing() -> dict[str, list[int]]:
    return {check.name: ids for check in CHECKS if (ids := check.failing())}


def test_s5_a_share_that_is_returned_goes_off_the_next_payment_once(
    left: Group, amina: User, maya: User, fred: User, time_machine: TimeMachineFixture
) -> None:
    terms(left, amina, "returned")
    row = settled(left)
    assert settled(left) == row  # pressed twice
    line = Adjustment.objects.get()
    assert (line.pence, line.cause, line.membership, line.settlement) == (-SHARE, "leaver", left.caras, row)
    assert not FundEntry.objects.exclude(kind=Entry.RECEIVED).exists()
    balance = balance_of(left.collaboration.pk)
    assert (balance.left_pence, balance.waiting_pence, balance.free_pence) == (17_500, SHARE, 17_500 - SHARE)
    time_machine.move_to(LATER, tick=False)
    run = next_run(left, maya, fred)
    claim = RunClaim.objects.get(run=run, claim__collaboration=left.collaboration)
    assert (claim.adjusted_pence, claim.pence) == (-SHARE, 17_500 - SHARE)
    calculated_again(run, fred, at=LATER)
    assert RunLine.objects.filter(adjustment=line).count() == 1
    runs.approve_run(run_id=reviewed(run, fred, at=LATER).pk, by=maya, at=LATER)
    assert balance_of(left.collaboration.pk).waiting_pence == 0
    payment = Payment.objects.get(run=run)
    assert payment.pence == 17_500 - SHARE
    with pytest.raises(ValidationError, match="An approved run has moved this share"):
        taken_out(left, at=LATER)
    exported(run, fred, at=LATER, pay_on=payment.pay_on)
    mark_payment(payment_id=payment.pk, outcome=Outcome.PAID, on=LATER.date(), by=fred, at=LATER)
    assert balance_of(left.collaboration.pk).free_pence == 35_000 - SHARE
    assert failing() == {}


def test_s5_a_share_is_taken_out_until_the_run_is_approved_and_then_stands_in_the_fund(
    left: Group, amina: User, maya: User, fred: User, time_machine: TimeMachineFixture
) -> None:
    terms(left, amina, "returned")
    settled(left)
    time_machine.move_to(LATER, tick=False)
    run = reviewed(next_run(left, maya, fred), fred, at=LATER)
    with pytest.raises(ValidationError) as refused:
        taken_out(left, at=LATER, words=" ")
    assert list(refused.value.message_dict) == ["words"]
    row = taken_out(left, at=LATER)
    assert taken_out(left, at=LATER) == row  # pressed twice
    entry = FundEntry.objects.exclude(kind=Entry.RECEIVED).get()
    assert (entry.kind, entry.pence, row.entry, row.by_run) == (Entry.RETURNED, SHARE, entry, False)
    assert balance_of(left.collaboration.pk).free_pence == 17_500 - SHARE
    with pytest.raises(ValidationError, match="was taken back since"):
        runs.approve_run(run_id=run.pk, by=maya, at=LATER)
    with pytest.raises(DatabaseError, match="was taken back"), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(state="approved", approved_by=maya, approved_at=LATER)
    run = reviewed(calculated_again(run, fred, at=LATER), fred, at=LATER)
    assert runs.approve_run(run_id=run.pk, by=maya, at=LATER).total_pence == 17_500
    assert failing() == {}


def test_s5_what_follows_a_setting_goes_off_one_group_and_on_to_the_next(
    left: Group, elsewhere: Collaboration, amina: User
) -> None:
    terms(left, amina, "follows")
    joined = MembershipFactory(collaboration=elsewhere, provider=left.caras.provider, joined_on=LEFT)
    row = settled(left)
    lines = {line.claim.collaboration: line for line in Adjustment.objects.filter(settlement=row)}
    assert {group: line.pence for group, line in lines.items()} == {
        left.collaboration: -SHARE,
        elsewhere: SHARE,
    }
    assert lines[elsewhere].membership == joined
    assert balance_of(elsewhere.pk).free_pence == 0  # it comes with a payment
    taken_out(left)
    came = FundEntry.objects.get(kind=Entry.FROM_LEAVER)
    assert (came.collaboration, came.pence, came.came_from) == (
        elsewhere,
        SHARE,
        row.__class__.objects.get().entry,
    )
    assert set(Adjustment.objects.values_list("taken_back_by", flat=True)) == {left.lena.pk}
    assert failing() == {}


def test_s5_what_is_paid_to_the_setting_does_not_go_with_payments(left: Group, amina: User) -> None:
    terms(left, amina, "paid_to_leaver")
    with pytest.raises(ValidationError) as refused:
        settled(left)
    assert list(refused.value.message_dict) == ["by_run"]
    assert not LeaverSettlement.objects.exists()


def test_s5_the_database_keeps_a_share_from_moving_twice(left: Group, amina: User, fred: User) -> None:
    terms(left, amina, "returned")
    row = settled(left)
    line = Adjustment.objects.get()
    entry = FundEntry.objects.get()
    twice = {
        "claim": line.claim, "membership": line.membership, "component": "x", "cause": "leaver", "words": "x",
        "settlement": row, "by": fred, "at": SETTLED,
    }  # fmt: skip
    promised = {
        "collaboration": left.collaboration, "what": "Toys", "pence": 17_500, "minute_words": "Our meeting",
        "objective": objective_of(left.collaboration, left.lena), "decided_on": date(2026, 8, 1),
        "recorded_by": left.lena, "recorded_at": SETTLED,
    }  # fmt: skip
    settlement = LeaverSettlement.objects.filter(pk=row.pk)
    deeds: list[tuple[str, Callable[[], object]]] = [
        ("share_goes_off_once", lambda: Adjustment.objects.create(**twice, pence=-1)),
        ("are taken back first", lambda: settlement.update(by_run=False)),
        ("are taken back first", lambda: settlement.update(by_run=False, entry=entry)),
        ("stays as it is", lambda: settlement.update(pence=1)),
        ("no more than what is free", lambda: SpendingDecision.objects.create(**promised)),
    ]
    for why, deed in deeds:
        with pytest.raises((DatabaseError, ValidationError), match=why), transaction.atomic():
            deed()


def test_s5_a_leader_settles_a_share_with_the_next_payments_and_takes_it_out(
    left: Group, amina: User, browse: Callable[[User], Client], sam: User
) -> None:
    terms(left, amina, "returned")
    address = f"/larkshire/collaborations/{left.collaboration.pk}/fund/leavers/{left.caras.pk}/"
    client = browse(left.lena)
    assert "How does the money move?" in client.get(address).content.decode()
    page = client.post(address, {"words": "", "by_run": "run"}, follow=True).content.decode()
    assert "Waits for the next payment run" in page
    assert "Take it out of the next payments" in page
    assert browse(left.mo).get(f"{address}take-out/").status_code == 403
    assert browse(sam).get(f"{address}take-out/").status_code in (403, 404)
    assert "words" in client.post(f"{address}take-out/", {"words": ""}).context["form"].errors
    page = client.post(f"{address}take-out/", {"words": "We transfer it."}, follow=True).content.decode()
    assert "Taken out by Lena" in page
    assert "Take it out of the next payments" not in page
    fund = client.get(f"/larkshire/collaborations/{left.collaboration.pk}/fund/").content.decode()
    assert "Returned to the local authority" in fund


def test_s8_no_claim_moves_while_a_share_waits(left: Group, amina: User) -> None:
    terms(left, amina, "returned")
    settled(left)
    assert set(Claim.objects.filter(collaboration=left.collaboration).values_list("state", flat=True)) == {
        "paid"
    }
