"""S8: a member that was left out of an approved run is brought in by the next, and one that was in it wrongly is
taken out: agreed to by a second person, never below what was approved.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from memberships.models.members import Membership
from supplement.models.claims import Claim
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment, Run, RunClaim, RunLine
from supplement.rules.answers import Outcome
from supplement.selectors import corrections as selectors
from supplement.selectors.invariants.all import CHECKS
from supplement.services import runs
from supplement.services.corrections import (
    add_correction,
    agree_to_correction,
    bring_in_or_take_out,
    take_correction_back,
)
from supplement.services.payment_answers import mark_payment
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

PAID = AT.replace(day=20)
NOW = AT.replace(day=21)
LATER = AT + timedelta(days=300)
pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(
    in_larkshire: Authority, led: Group, maya: User, fred: User, time_machine: TimeMachineFixture
) -> Run:
    """Riverside's £175.00 of Summer 2026, paid."""
    time_machine.move_to(PAID, tick=False)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    run = approved_run(Claim.objects.get().period, fred, maya, at=PAID)
    exported(run, fred)
    mark_payment(payment_id=Payment.objects.get().pk, outcome=Outcome.PAID, on=PAY_ON, by=fred, at=PAID)
    time_machine.move_to(NOW, tick=False)
    return run


@pytest.fixture
def daisies(paid: Run, led: Group, maya: User) -> Membership:
    """A member since before the count date, of which nobody had told: 6 members of staff then."""
    row = MembershipFactory(collaboration=led.collaboration, joined_on=date(2026, 1, 1))
    certified(maya, {row: 6})
    return row


def brought(
    claim: Claim, member: Membership, by: User, *, is_in: bool, words: str = "Told late."
) -> list[Adjustment]:
    return bring_in_or_take_out(
        claim_id=claim.pk, membership_id=member.pk, is_in=is_in, words=words, by=by, at=NOW
    )


def next_run(led: Group, maya: User, fred: User) -> Run:
    period = approved(maya, at=APPROVED, starts_on=date(2027, 4, 1)).periods.get()
    counted = ReturnPeriodFactory(name="Summer 2027", count_date=period.count_on)
    for member, number in ((led.acorns, 9), (led.bluebells, 4), (led.caras, 1)):
        StaffReturnFactory(period=counted, provider=member.provider, staff=number, certified_by=maya)
    assessed(period, led.collaboration, maya)
    return calculated(period, fred, at=LATER)


def failing() -> dict[str, list[int]]:
    return {check.name: ids for check in CHECKS if (ids := check.failing())}


def test_s8_a_member_that_was_left_out_is_brought_in_by_the_next_run_once_a_second_person_agrees(
    daisies: Membership, led: Group, fred: User, maya: User, time_machine: TimeMachineFixture
) -> None:
    claim = Claim.objects.get()
    assert [(row.membership_id, row.pence) for row in selectors.members_left_out(claim)] == [
        (daisies.pk, 7_500)
    ]
    (row,) = brought(claim, daisies, fred, is_in=True)
    assert brought(claim, daisies, fred, is_in=True) == [row]  # pressed twice
    assert (row.pence, row.cause, row.component) == (7_500, "left_out", RunLine.objects.first().component)  # type: ignore[union-attr]
    assert selectors.members_left_out(claim) == []
    assert daisies.pk not in {each.membership_id for each in selectors.members_to_take_out(claim)}
    time_machine.move_to(LATER, tick=False)
    run = next_run(led, maya, fred)
    assert not RunLine.objects.filter(adjustment=row).exists()  # nobody has agreed yet
    with pytest.raises(ValidationError, match="Somebody else agrees"):
        agree_to_correction(row_id=row.pk, by=fred, at=LATER)
    agree_to_correction(row_id=row.pk, by=maya, at=LATER)
    assert agree_to_correction(row_id=row.pk, by=maya, at=LATER).agreed_by == maya  # pressed twice
    calculated_again(run, fred, at=LATER)
    told = RunClaim.objects.get(run=run)
    assert told.adjusted_pence == 7_500
    assert RunLine.objects.get(adjustment=row).provider == daisies.provider
    runs.approve_run(run_id=reviewed(run, fred, at=LATER).pk, by=maya, at=LATER)
    assert selectors.members_left_out(claim) == []
    assert failing() == {}


def test_s8_a_member_that_was_counted_wrongly_is_taken_out_to_nothing_and_no_further(
    paid: Run, led: Group, fred: User, maya: User, time_machine: TimeMachineFixture
) -> None:
    claim = Claim.objects.get()
    component = RunLine.objects.earliest("pk").component
    line = {"claim_id": claim.pk, "membership_id": led.bluebells.pk, "component": component, "cause": "other"}
    with pytest.raises(ValidationError, match="No more can be taken off"):
        add_correction(**line, pence=-5_001, words="Too much", by=fred, at=NOW)
    add_correction(**line, pence=-1_000, words="One fewer", by=fred, at=NOW)
    (row,) = brought(claim, led.bluebells, fred, is_in=False)
    assert row.pence == -4_000  # of £50.00, £10.00 is taken off already
    assert led.bluebells.pk not in {each.membership_id for each in selectors.members_to_take_out(claim)}
    with pytest.raises(ValidationError, match="No more can be taken off"):
        add_correction(**line, pence=-1, words="More", by=fred, at=NOW)
    agree_to_correction(row_id=row.pk, by=maya, at=NOW)
    time_machine.move_to(LATER, tick=False)
    run = next_run(led, maya, fred)
    assert RunClaim.objects.get(run=run).adjusted_pence == -5_000
    assert failing() == {}


def test_s8_a_correction_is_taken_back_until_an_approved_run_carries_it(
    daisies: Membership, led: Group, fred: User, maya: User, time_machine: TimeMachineFixture
) -> None:
    claim = Claim.objects.get()
    (row,) = brought(claim, daisies, fred, is_in=True)
    claim.refresh_from_db()
    assert claim.state == "adjusted"
    taken = take_correction_back(row_id=row.pk, words="It had not joined.", by=fred, at=NOW)
    assert take_correction_back(row_id=row.pk, words="Again", by=fred, at=NOW) == taken
    claim.refresh_from_db()
    assert claim.state == "paid"
    with pytest.raises(ValidationError, match="was taken back"):
        agree_to_correction(row_id=row.pk, by=maya, at=NOW)
    (second,) = brought(claim, daisies, fred, is_in=True)
    assert second != row
    agree_to_correction(row_id=second.pk, by=maya, at=NOW)
    time_machine.move_to(LATER, tick=False)
    run = reviewed(next_run(led, maya, fred), fred, at=LATER)
    runs.approve_run(run_id=run.pk, by=maya, at=LATER)
    with pytest.raises(ValidationError, match="An approved run carries"):
        take_correction_back(row_id=second.pk, words="No", by=fred, at=LATER)


def test_s8_the_database_holds_the_second_person(daisies: Membership, fred: User, maya: User) -> None:
    (row,) = brought(Claim.objects.get(), daisies, fred, is_in=True)
    rows = Adjustment.objects.filter(pk=row.pk)
    again = Adjustment(
        claim=row.claim, membership=daisies, component=row.component, cause=row.cause, pence=1, words="x",
        by=fred, at=NOW,
    )  # fmt: skip
    deeds: list[tuple[str, Callable[[], object]]] = [
        ("a second person agrees", lambda: rows.update(agreed_by=fred, agreed_at=NOW)),
        ("carried_once_agreed", lambda: rows.update(run=Run.objects.get())),
        ("brought_in_once", again.save),
    ]
    for why, deed in deeds:
        with pytest.raises(DatabaseError, match=why), transaction.atomic():
            deed()
    rows.update(agreed_by=maya, agreed_at=NOW)
    with pytest.raises(DatabaseError, match="a second person agrees"), transaction.atomic():
        rows.update(agreed_at=LATER)


def test_s8_finance_brings_a_member_in_and_the_manager_agrees_on_the_pages(
    daisies: Membership, fred: User, maya: User, amina: User, browse: Callable[[User], Client]
) -> None:
    claim = Claim.objects.get()
    address, name = f"/larkshire/supplement/claims/{claim.pk}/members/", str(daisies.provider)
    client = browse(fred)
    page = client.get(address).content.decode()
    assert f"{name} was left out: £75" in page
    assert "Bluebells was counted wrongly: -£50" in page.replace("−", "-")
    assert set(client.post(address, {}).context["form"].errors) == {"member", "words"}
    sent = {"member": f"in:{daisies.pk}", "words": "Told late."}
    page = client.post(address, sent, follow=True).content.decode()
    assert "Corrections that wait" in page
    assert "Waits for a second person" in page
    row = Adjustment.objects.get()
    agree = f"/larkshire/supplement/corrections/{row.pk}/agree/"
    assert browse(amina).get(agree).status_code == 403
    assert "Somebody else agrees" in client.post(agree).content.decode()
    assert agree in browse(maya).get("/larkshire/supplement/corrections/").content.decode()
    page = browse(maya).post(agree, follow=True).content.decode()
    assert "Agreed. The next run of this collaboration carries it." in page
    back = f"/larkshire/supplement/corrections/{row.pk}/back/"
    page = client.post(back, {"words": "A mistake."}, follow=True).content.decode()
    assert "Corrections that wait" not in page
    assert "A mistake." in page
