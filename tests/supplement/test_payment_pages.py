"""S8, S11: finance pays a run by its pages; who only reads is offered nothing, and others find nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from supplement.models.answers import PaymentAnswers
from supplement.models.claims import Claim
from supplement.models.payments import Payment, PaymentFile
from supplement.models.runs import Run
from supplement.rules.payments import reference_of
from tests.factories.groups import Group
from tests.factories.payments import PAY_ON, approved_run
from tests.factories.runs import AT, assessed, certified, paid_period, payee_of

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]


@pytest.fixture
def run(larkshire: Authority, led: Group, fred: User, maya: User, time_machine: TimeMachineFixture) -> Run:
    time_machine.move_to(AT.replace(day=20), tick=False)
    with authority_scope(larkshire):
        certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
        assessed(paid_period(maya), led.collaboration, maya)
        payee_of(led.collaboration, led.acorns, maya)
        return approved_run(Claim.objects.get().period, fred, maya)


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_s11_finance_pays_a_run(
    larkshire: Authority, run: Run, led: Group, fred: User, amina: User, browse: Browse
) -> None:
    page = f"/larkshire/supplement/runs/{run.pk}/payments/"
    finance = browse(fred)
    assert "Make the payment file" in words(finance.get(page))
    assert "Make the payment file" not in words(browse(amina).get(page))
    made = finance.post(f"{page}make/{PAY_ON}/")
    assert made.status_code == 302
    assert "£175" in words(finance.get(made["Location"]))
    taken = finance.get(f"{made['Location']}csv/")
    assert taken["Content-Disposition"] == f'attachment; filename="payments-run-{run.number}-{PAY_ON}-1.csv"'
    assert b"LK-1001" in b"".join(taken.streaming_content)
    assert browse(amina).get(f"{made['Location']}csv/").status_code == 403
    with authority_scope(larkshire):
        ours = reference_of(run.number, Payment.objects.get().pk)
        assert Entry.objects.filter(action="payment_file_taken", by=fred).count() == 1
    content = f"Reference,Amount,Status,Date\n{ours},175,Paid,15/07/2026\nX,1,Paid,\n".encode()
    upload = {"file": SimpleUploadedFile("answer.csv", content, "text/csv")}
    shown = finance.post(f"{page}answers/", upload)
    assert shown.status_code == 302
    preview = words(finance.get(shown["Location"]))
    assert "No payment of this run has the reference “X”." in preview
    recorded = finance.post(shown["Location"], follow=True)
    assert "Recorded: 1 paid, 0 failed." in words(recorded)
    assert "Nothing of this file is to be recorded any more." in words(finance.get(shown["Location"]))
    with authority_scope(larkshire):
        payment = Payment.objects.get()
        assert payment.state == "paid"
    assert "Paid on" in words(browse(amina).get(f"{page}{payment.pk}/"))
    assert finance.post(f"/larkshire/supplement/runs/{run.pk}/close/").status_code == 302
    with authority_scope(larkshire):
        run.refresh_from_db()
    assert run.state == "closed"


def test_s11_nobody_else_finds_them(
    larkshire: Authority, run: Run, led: Group, otto: User, browse: Browse
) -> None:
    addresses = ("payments/", f"payments/make/{PAY_ON}/", "payments/answers/", "statements/", "close/")
    for address in addresses:
        assert browse(otto).get(f"/larkshire/supplement/runs/{run.pk}/{address}").status_code == 404
        assert browse(led.lena).get(f"/larkshire/supplement/runs/{run.pk}/{address}").status_code == 403
    assert browse(led.lena).get("/larkshire/supplement/checks/").status_code == 403


def test_s11_a_file_of_another_run_and_a_day_that_is_none_are_not_there(
    larkshire: Authority, run: Run, fred: User, browse: Browse
) -> None:
    page = f"/larkshire/supplement/runs/{run.pk}/payments/"
    finance = browse(fred)
    made = finance.post(f"{page}make/{PAY_ON}/")["Location"]
    assert finance.get(f"{page}make/tomorrow/").status_code == 404
    assert finance.get(f"{made}pdf/").status_code == 404
    with authority_scope(larkshire):
        other = Run.objects.create(
            number=90, period=run.period, started_by=fred, started_at=AT, moved_at=AT, state="cancelled"
        )
        file = PaymentFile.objects.get()
    assert finance.get(f"/larkshire/supplement/runs/{other.pk}/payments/files/{file.pk}/").status_code == 404
    assert "not approved yet" in words(finance.get(f"/larkshire/supplement/runs/{other.pk}/payments/"))


def test_s11_what_is_no_answer_says_so_at_the_file(
    larkshire: Authority, run: Run, fred: User, browse: Browse
) -> None:
    page = f"/larkshire/supplement/runs/{run.pk}/payments/answers/"
    assert "Choose the file" in words(browse(fred).post(page))
    upload = {"file": SimpleUploadedFile("answer.csv", b"a,b\n1,2\n", "text/csv")}
    assert "The columns cannot be found." in words(browse(fred).post(page, upload))
    with authority_scope(larkshire):
        assert not PaymentAnswers.objects.exists()


def test_s11_the_layout_is_chosen_column_by_column(
    larkshire: Authority, run: Run, fred: User, browse: Browse
) -> None:
    page = "/larkshire/supplement/payments/columns/"
    sent = {
        "date_format": "%Y%m%d",
        "unit": "pence",
        "headings": "yes",
        "supplier_place": "1",
        "supplier_heading": "Supplier",
        "ours_place": "2",
        "ours_heading": "Ref",
        "sum_place": "2",
        "sum_heading": "Net",
    }
    assert "Two columns have this place." in words(browse(fred).post(page, sent))
    without = {**sent, "sum_place": ""}
    assert "Give “Sum” a place." in words(browse(fred).post(page, without))
    more = {**sent, "sum_place": "3", "text0_place": "4", "text0_heading": "Type", "text0_text": "PI"}
    assert browse(fred).post(page, more).status_code == 302
    assert "Set by Fred" in words(browse(fred).get(page))


def test_s11_the_list_of_payments_asks_as_often_for_one_as_for_many(
    larkshire: Authority, run: Run, fred: User, browse: Browse
) -> None:
    page = "/larkshire/supplement/payments/"
    browse(fred).get(page)
    with CaptureQueriesContext(connection) as one:
        assert "Riverside" in words(browse(fred).get(page))
    with authority_scope(larkshire):
        payment = Payment.objects.get()
        for days in (1, 2, 3):
            Payment.objects.create(
                run=run,
                claim=payment.claim,
                collaboration=payment.collaboration,
                payee=payment.payee,
                reference="LK-1001",
                pay_on=PAY_ON.replace(day=15 + days),
                pence=100,
            )
    with CaptureQueriesContext(connection) as four:
        browse(fred).get(page)
    assert len(four) == len(one)
