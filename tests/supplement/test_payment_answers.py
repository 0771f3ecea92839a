"""S8, S10, S11: the finance system's answer is recorded once, whatever is uploaded again; and runs are
closed.
"""

from __future__ import annotations

import io
from typing import Any

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from documents.models import OutboxMessage
from supplement.models.answers import PaymentAnswers
from supplement.models.claims import Claim
from supplement.models.fund import FundEntry
from supplement.models.payments import Payment
from supplement.models.runs import Run, RunStep
from supplement.rules.answers import Outcome
from supplement.rules.payments import PaymentState, reference_of
from supplement.selectors import answers as selectors
from supplement.services.closing import close_run
from supplement.services.payment_answers import apply_answers, keep_answers, mark_payment
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.payments import PAY_ON, approved_run, exported
from tests.factories.runs import AT, assessed, certified, paid_period, payee_of

HEADINGS = "Reference;Amount;Status;Date paid;System reference;Reason"


@pytest.fixture
def stage(in_larkshire: Authority, led: Group, maya: User, time_machine: TimeMachineFixture) -> Group:
    time_machine.move_to(AT.replace(day=20), tick=False)
    return prepared(led, maya)


def prepared(led: Group, maya: User) -> Group:
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    return led


@pytest.fixture
def run(stage: Group, fred: User, maya: User) -> Run:
    run = approved_run(Claim.objects.get().period, fred, maya)
    exported(run, fred)
    return run


def ours() -> str:
    payment = Payment.objects.select_related("run").get()
    return reference_of(payment.run.number, payment.pk)


def uploaded(run: Run, by: User, *lines: str) -> PaymentAnswers:
    content = io.BytesIO("\r\n".join([HEADINGS, *lines]).encode("utf-8-sig"))
    return keep_answers(run_id=run.pk, file=content, name="answer.csv", by=by, at=AT.replace(day=20))


def recorded(answers: PaymentAnswers, by: User) -> list[Outcome]:
    return [each.outcome for each in apply_answers(answers_id=answers.pk, by=by, at=AT.replace(day=20))]


@pytest.mark.django_db
def test_s11_what_was_paid_is_in_the_fund_and_people_are_told(run: Run, stage: Group, fred: User) -> None:
    paid = f"{ours()};175.00;Paid;15/07/2026;B77;"
    answers = uploaded(run, fred, paid, "SLS9-9;1.00;Paid;15/07/2026;;")
    assert uploaded(run, fred, paid, "SLS9-9;1.00;Paid;15/07/2026;;") == answers
    assert Payment.objects.get().state == PaymentState.IN_FILE  # looked at first
    assert recorded(answers, fred) == [Outcome.PAID, Outcome.REFUSED]
    payment = Payment.objects.get()
    assert (payment.state, payment.paid_on, payment.finance_reference) == ("paid", PAY_ON, "B77")
    entry = FundEntry.objects.get()
    assert (entry.pence, entry.on, entry.payment) == (17_500, PAY_ON, payment)
    run.refresh_from_db()
    assert (run.state, Claim.objects.get().state) == ("paid", "paid")
    told = OutboxMessage.objects.filter(ids__kind="supplement.money_paid")
    assert {row.ids["ids"]["user_id"] for row in told} == {stage.lena.pk}
    assert recorded(answers, fred) == [Outcome.KNOWN, Outcome.REFUSED]
    again = uploaded(run, fred, paid)  # the same said by another file
    assert recorded(again, fred) == [Outcome.KNOWN]
    assert FundEntry.objects.count() == 1
    assert told.count() == 1


@pytest.mark.django_db
def test_s11_what_failed_is_due_again_in_a_later_file(run: Run, fred: User) -> None:
    recorded(uploaded(run, fred, f"{ours()};175.00;Rejected;;;Account closed"), fred)
    payment = Payment.objects.get()
    assert (payment.state, payment.failed_words) == ("failed", "Account closed")
    assert Claim.objects.get().state == "approved"
    assert not FundEntry.objects.exists()
    second = exported(run, fred)
    assert (second.number, second.count) == (2, 1)
    assert (Payment.objects.get().file, Claim.objects.get().state) == (second, "in_run")
    recorded(uploaded(run, fred, f"{ours()};175.00;Paid;20/07/2026;;"), fred)
    assert Payment.objects.get().state == "paid"


@pytest.mark.django_db
def test_s11_another_amount_is_refused(run: Run, fred: User) -> None:
    answers = uploaded(run, fred, f"{ours()};157.00;Paid;15/07/2026;;")
    assert recorded(answers, fred) == [Outcome.REFUSED]
    assert Payment.objects.get().state == PaymentState.IN_FILE
    with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
        PaymentAnswers.objects.update(lines=[])


@pytest.mark.django_db
def test_s11_a_workbook_is_read_too(run: Run, fred: User) -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADINGS.split(";"))
    sheet.write_row(1, 0, [ours(), 175, "Paid", "15/07/2026"])
    book.close()
    target.seek(0)
    answers = keep_answers(run_id=run.pk, file=target, name="answer.xlsx", by=fred, at=AT.replace(day=20))
    assert recorded(answers, fred) == [Outcome.PAID]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"Name,Sum\r\nAcorns,5\r\n", "columns cannot be found"),
        (b"", "empty"),
    ],
)
def test_s11_what_is_no_answer_is_refused_at_the_file(run: Run, fred: User, content: bytes, why: str) -> None:
    with pytest.raises(ValidationError) as refused:
        keep_answers(run_id=run.pk, file=io.BytesIO(content), name="answer.csv", by=fred, at=AT)
    assert why in refused.value.message_dict["file"][0]
    assert not PaymentAnswers.objects.exists()


@pytest.mark.django_db
def test_s11_marked_by_hand(run: Run, fred: User) -> None:
    mark = {"payment_id": Payment.objects.get().pk, "by": fred, "at": AT.replace(day=20)}
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"outcome": Outcome.PAID, "on": None}, "on"),
        ({"outcome": Outcome.PAID, "on": PAY_ON.replace(day=21)}, "on"),
        ({"outcome": Outcome.FAILED, "on": None}, "words"),
        ({"outcome": Outcome.FAILED, "on": None, "words": "sort code 20-45-45"}, "words"),
    ]
    for facts, field in wrong:
        with pytest.raises(ValidationError) as refused:
            mark_payment(**facts, **mark)
        assert list(refused.value.message_dict) == [field]
    paid = {"outcome": Outcome.PAID, "on": PAY_ON, "finance_reference": "B77"}
    for _twice in range(2):
        assert mark_payment(**paid, **mark).state == PaymentState.PAID
    assert FundEntry.objects.count() == 1
    with pytest.raises(ValidationError, match="recorded already"):
        mark_payment(outcome=Outcome.FAILED, on=None, words="Came back", **mark)


@pytest.mark.django_db
def test_s8_a_run_is_closed_once_everything_is_answered(run: Run, fred: User) -> None:
    close = {"run_id": run.pk, "by": fred, "at": AT.replace(day=20)}
    with pytest.raises(ValidationError, match="Record of every payment"):
        close_run(**close)
    recorded(uploaded(run, fred, f"{ours()};175.00;no;;;"), fred)
    with pytest.raises(ValidationError, match="Enter the reason"):
        close_run(**close)
    for _twice in range(2):
        assert close_run(words="The group has closed its account.", **close).state == "closed"
    assert [step.to for step in RunStep.objects.filter(run=run)][-2:] == ["paid", "closed"]
    assert RunStep.objects.filter(run=run).last().words == "The group has closed its account."  # type: ignore[union-attr]
    with pytest.raises(ValidationError, match="closed"):
        exported(run, fred)


@pytest.mark.django_db(transaction=True)
def test_s11_the_same_answer_recorded_twice_at_once_pays_once(
    larkshire: Authority, led: Group, fred: User, maya: User, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(AT.replace(day=20), tick=False)
    with authority_scope(larkshire):
        prepared(led, maya)
    with authority_scope(larkshire):
        run = approved_run(Claim.objects.get().period, fred, maya)
        exported(run, fred)
        answers = uploaded(run, fred, f"{ours()};175.00;Paid;15/07/2026;;")
    deed = lambda: apply_answers(answers_id=answers.pk, by=fred, at=AT.replace(day=20))  # noqa: E731
    assert at_once(larkshire, [deed, deed]) == ["done", "done"]
    with authority_scope(larkshire):
        assert FundEntry.objects.get().pence == 17_500
        assert selectors.paid_pence(run) == 17_500
