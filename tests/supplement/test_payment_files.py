"""S8, S11: payments are made once at approval, and their file once for a day, the same bytes again."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import pgtrigger
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.template.loader import render_to_string
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.exports.sheets import Format
from core.scoping import authority_scope
from supplement.models.claims import Claim
from supplement.models.payees import Payee, SupplierReference
from supplement.models.payments import Payment, PaymentFile
from supplement.models.runs import Run
from supplement.rules.claims import Actor, ClaimState
from supplement.rules.criteria import Consequence
from supplement.rules.layouts import USUAL, Key, Layout, LayoutColumn
from supplement.rules.payments import PaymentState, Waits
from supplement.selectors import payments as selectors
from supplement.selectors.statements import statement_of
from supplement.services.claim_moves import move_claim
from supplement.services.payment_files import file_bytes, make_file, set_layout
from supplement.services.payments import make_payments, pay_what_waited
from supplement.services.statements import TEMPLATE, statement_as_words
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.payments import PAY_ON, approved_run, exported
from tests.factories.runs import (
    AT,
    assessed,
    calculated,
    certified,
    criteria_of,
    paid_period,
    payee_of,
)

FORMATS = (Format.CSV, Format.XLSX, Format.ODS)


@pytest.fixture
def stage(in_larkshire: Authority, led: Group, maya: User, time_machine: TimeMachineFixture) -> Group:
    """Riverside with 14 staff: £175.00, assessed, Acorns its payee."""
    time_machine.move_to(AT, tick=False)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    return led


@pytest.fixture
def run(stage: Group, fred: User, maya: User) -> Run:
    return approved_run(Claim.objects.get().period, fred, maya)


def text_of(file: PaymentFile, **facts: Any) -> list[list[str]]:
    content = file_bytes(file, Format.CSV, authority="Larkshire", **facts)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.django_db
def test_s8_payments_are_made_at_approval_and_once(run: Run, stage: Group, fred: User) -> None:
    payment = Payment.objects.get()
    assert (payment.pence, payment.pay_on, payment.reference) == (17_500, PAY_ON, "LK-1001")
    assert (payment.collaboration, payment.payee) == (stage.collaboration, stage.acorns.provider)
    assert make_payments(run_id=run.pk, by=fred, at=AT) == 0
    assert Payment.objects.count() == 1
    assert "made 1 payment of £175" in Entry.objects.get(action="payments_made").sentence


@pytest.mark.django_db
def test_s8_no_payment_of_a_run_that_is_not_approved(stage: Group, fred: User) -> None:
    run = calculated(Claim.objects.get().period, fred)
    with pytest.raises(ValidationError, match="not approved yet"):
        make_payments(run_id=run.pk, by=fred, at=AT)
    with pytest.raises(DatabaseError, match="no payment without an approved run"), transaction.atomic():
        Payment.objects.create(
            run=run,
            claim=Claim.objects.get(),
            collaboration=stage.collaboration,
            payee=stage.acorns.provider,
            reference="LK-1001",
            pay_on=PAY_ON,
            pence=1,
        )


@pytest.mark.django_db
def test_s8_what_a_criterion_holds_back_is_paid_once_finance_lets_it_go(
    stage: Group, fred: User, maya: User
) -> None:
    period = Claim.objects.get().period
    with pgtrigger.ignore("supplement.SchemeCriterion:approved_is_kept"):
        criteria_of(period).update(consequence=Consequence.HOLD, threshold=5)
    run = approved_run(period, fred, maya)
    assert not Payment.objects.exists()
    [waiting] = selectors.unpaid_claims(run, on=AT.date())
    assert waiting.why is Waits.HELD
    told = "A rule that was not met held this payment back. Finance then let it go on, and gave a reason."
    assert told not in render_to_string(TEMPLATE, statement_as_words(run, statement_of(run, waiting.row)))
    with pytest.raises(ValidationError, match="Nothing is to be paid on this day"):
        make_file(run_id=run.pk, pay_on=PAY_ON, by=fred, at=AT)
    with pytest.raises(ValidationError, match="Enter the reason"):
        pay_what_waited(run_id=run.pk, claim_id=waiting.row.claim_id, words=" ", by=fred, at=AT)
    let_go = {
        "run_id": run.pk,
        "claim_id": waiting.row.claim_id,
        "words": "Two more joined.",
        "by": fred,
        "at": AT,
    }
    assert pay_what_waited(**let_go) == 1
    assert pay_what_waited(**let_go) == 0
    assert Payment.objects.get().pence == 17_500
    assert told in render_to_string(TEMPLATE, statement_as_words(run, statement_of(run, waiting.row)))


@pytest.mark.django_db
def test_s9_a_change_of_payee_freezes_it_until_both_have_signed(stage: Group, fred: User, maya: User) -> None:
    new = Payee.objects.create(
        collaboration=stage.collaboration, provider=stage.bluebells.provider, named_by=maya, named_at=AT
    )
    run = approved_run(Claim.objects.get().period, fred, maya)
    claim = Claim.objects.get()
    words = {"words": "Both have signed.", "by": fred, "at": AT}
    with pytest.raises(ValidationError, match="changing its payee"):
        pay_what_waited(run_id=run.pk, claim_id=claim.pk, **words)
    old = Payee.objects.exclude(pk=new.pk).get()
    old.ended_on, new.in_force_on = AT.date(), AT.date()
    new.accepted_by, new.accepted_at = maya, AT
    old.save()
    new.save()
    with pytest.raises(ValidationError, match="Enter the supplier reference"):
        pay_what_waited(run_id=run.pk, claim_id=claim.pk, **words)
    SupplierReference.objects.create(
        provider=stage.bluebells.provider, reference="LK-2002", set_by=maya, set_at=AT
    )
    pay_what_waited(run_id=run.pk, claim_id=claim.pk, **words)
    payment = Payment.objects.get()
    assert (payment.payee, payment.reference) == (stage.bluebells.provider, "LK-2002")


@pytest.mark.django_db
def test_s9_a_missing_reference_is_refused_by_name_and_nothing_is_written(
    stage: Group, fred: User, maya: User
) -> None:
    SupplierReference.objects.all().delete()
    run = approved_run(Claim.objects.get().period, fred, maya)
    with pytest.raises(ValidationError, match="Riverside has no payee or no supplier reference"):
        make_file(run_id=run.pk, pay_on=PAY_ON, by=fred, at=AT)
    assert not PaymentFile.objects.exists()
    assert not Payment.objects.exists()
    SupplierReference.objects.create(
        provider=stage.acorns.provider, reference="LK-1001", set_by=maya, set_at=AT
    )
    assert exported(run, fred).count == 1  # entered meanwhile: paid with the file


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", FORMATS)
def test_s11_a_file_is_the_same_bytes_whenever_it_is_asked_for(
    run: Run, stage: Group, fred: User, wanted: Format, time_machine: TimeMachineFixture
) -> None:
    file = exported(run, fred)
    first = file_bytes(file, wanted, authority="Larkshire")
    stage.collaboration.name = "=Lakeside"
    stage.collaboration.save()
    fred.full_name = "Fred Renamed"
    fred.save()
    time_machine.move_to(AT + timedelta(days=400), tick=False)
    again = PaymentFile.objects.get()
    assert file_bytes(again, wanted, authority="Larkshire") == first


@pytest.mark.django_db
def test_s11_a_file_has_its_control_totals_and_moves_claims_and_run(run: Run, fred: User) -> None:
    file = exported(run, fred)
    assert (file.number, file.count, file.total_pence) == (1, 1, 17_500)
    payment = Payment.objects.get()
    assert text_of(file) == [
        [column.heading for column in USUAL.columns],
        [
            "LK-1001",
            "Acorns",
            "Riverside",
            "Summer 2026",
            f"SLS{run.number}-{payment.pk}",
            "15/07/2026",
            "175.00",
        ],
    ]
    assert (payment.state, payment.file) == (PaymentState.IN_FILE, file)
    assert (run.state, Claim.objects.get().state) == ("exported", "in_run")
    assert make_file(run_id=run.pk, pay_on=PAY_ON, by=fred, at=AT) == file
    assert Entry.objects.filter(action="payment_file_made").count() == 1
    with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
        PaymentFile.objects.update(count=2)


@pytest.mark.django_db
def test_s11_a_day_without_payments_has_no_file(run: Run, fred: User) -> None:
    with pytest.raises(ValidationError, match="Nothing is to be paid on this day"):
        make_file(run_id=run.pk, pay_on=date(2026, 8, 1), by=fred, at=AT)


@pytest.mark.django_db
def test_s11_a_name_like_a_formula_is_no_formula(run: Run, stage: Group, fred: User) -> None:
    stage.collaboration.name = '=HYPERLINK("http://x")'
    stage.collaboration.save()
    assert text_of(exported(run, fred))[1][2].startswith("'=HYPERLINK")


@pytest.mark.django_db
def test_s11_columns_are_laid_out_as_the_finance_system_wants_them(run: Run, fred: User) -> None:
    layout = Layout(
        (
            LayoutColumn(Key.TEXT, "Type", "PI"),
            LayoutColumn(Key.SUPPLIER, "Supplier"),
            LayoutColumn(Key.SUM, "Pence"),
            LayoutColumn(Key.DAY, "Due"),
            LayoutColumn(Key.OURS, "Ref"),
        ),
        "%Y%m%d",
        minor_units=True,
        has_headings=False,
    )
    row = set_layout(layout=layout, by=fred, at=AT)
    assert set_layout(layout=layout, by=fred, at=AT) == row
    assert Entry.objects.filter(action="payment_layout_set").count() == 1
    file = exported(run, fred)
    assert text_of(file) == [
        ["PI", "LK-1001", "17500", "20260715", f"SLS{run.number}-{Payment.objects.get().pk}"]
    ]
    set_layout(layout=USUAL, by=fred, at=AT)
    assert len(text_of(PaymentFile.objects.get())) == 1  # a file stays as it was laid out
    with pytest.raises(ValidationError) as refused:
        set_layout(layout=Layout(USUAL.columns[:2]), by=fred, at=AT)
    assert set(refused.value.message_dict) == {"ours_place", "sum_place"}


@pytest.mark.django_db
def test_s7_a_claim_on_hold_is_not_in_the_file_and_goes_on_later(run: Run, fred: User) -> None:
    claim = Claim.objects.get()
    hold = {"claim_id": claim.pk, "actor": Actor.FINANCE, "by": fred, "at": AT}
    move_claim(to=ClaimState.ON_HOLD, words="The auditor asks.", **hold)
    assert Payment.objects.get().state == PaymentState.HELD
    with pytest.raises(ValidationError, match="Nothing is to be paid"):
        make_file(run_id=run.pk, pay_on=PAY_ON, by=fred, at=AT)
    move_claim(to=ClaimState.APPROVED, words="Answered.", **hold)
    assert exported(run, fred).count == 1


@pytest.mark.django_db(transaction=True)
def test_s11_two_at_once_make_one_file(
    larkshire: Authority, led: Group, fred: User, maya: User, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(AT, tick=False)
    with authority_scope(larkshire):
        certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
        assessed(paid_period(maya), led.collaboration, maya)
        payee_of(led.collaboration, led.acorns, maya)
    with authority_scope(larkshire):
        run = approved_run(Claim.objects.get().period, fred, maya)
    deed = lambda: make_file(run_id=run.pk, pay_on=PAY_ON, by=fred, at=AT)  # noqa: E731
    assert at_once(larkshire, [deed, deed]) == ["done", "done"]
    with authority_scope(larkshire):
        assert PaymentFile.objects.get().count == Payment.objects.count() == 1
