"""S10: a receipt that was added by mistake is removed, and brought back, until the spending is reported."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from supplement.models.fund import Receipt, Spending
from supplement.selectors.fund import paid_without_receipt
from supplement.selectors.receipts import MAX_RECEIPTS
from supplement.services import spending
from supplement.services.spend_returns import report_spending
from supplement.services.spending import Upload
from tests.factories.fund import decided, opened, ordered, paid
from tests.factories.groups import Group
from tests.factories.library import pdf
from tests.factories.supplement import open_period

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> TimeMachineFixture:
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def bought(larkshire: Authority, led: Group, fred: User) -> Spending:
    """A paid order of Riverside with one receipt."""
    with authority_scope(larkshire):
        opened(led.collaboration, 100_000, by=fred, at=NOW)
        decision = decided(led.collaboration, 60_000, by=led.lena, at=NOW)
        files = [upload("Shop")]
        return ordered(decision, 100, by=led.lena, at=NOW, paid_on=NOW.date(), receipts=files)


def upload(words: str) -> Upload:
    return Upload(io.BytesIO(pdf(words).read()), f"{words}.pdf")


def remove(led: Group, receipt: Receipt, words: str = "Of another order", at: datetime = LATER) -> Receipt:
    facts: dict[str, Any] = {"collaboration_id": led.collaboration.pk, "receipt_id": receipt.pk}
    return spending.remove_receipt(**facts, words=words, by=led.lena, at=at)


def bring_back(led: Group, receipt: Receipt) -> Receipt:
    facts: dict[str, Any] = {"collaboration_id": led.collaboration.pk, "receipt_id": receipt.pk}
    return spending.bring_receipt_back(**facts, by=led.lena)


def test_s10_a_receipt_that_is_removed_counts_no_more_and_stays_in_the_history(
    larkshire: Authority, led: Group, bought: Spending
) -> None:
    with authority_scope(larkshire):
        receipt, missing = Receipt.objects.get(), paid_without_receipt([led.collaboration.pk])
        assert not missing.exists()
        for words, field in ((" ", "words"), ("Sort code 20-45-45 12345678", "words")):
            with pytest.raises(ValidationError) as refused:
                remove(led, receipt, words)
            assert set(refused.value.message_dict) == {field}
        remove(led, receipt)
        remove(led, receipt, "Again")  # removed already
        receipt.refresh_from_db()
        assert (receipt.removed_by, receipt.removed_at, receipt.removed_words) == (
            led.lena, LATER, "Of another order",
        )  # fmt: skip
        assert missing.get() == bought
        bring_back(led, receipt)
        bring_back(led, receipt)  # there already
        assert not missing.exists()
        actions = Entry.objects.filter(action__startswith="receipt_", about_id=receipt.spending_id).order_by(
            "pk"
        )
        assert list(actions.values_list("action", flat=True)) == ["receipt_removed", "receipt_restored"]
        assert list(receipt.history.order_by("pgh_id").values_list("removed_words", flat=True)) == [
            "",
            "Of another order",
        ]


def test_s10_the_same_file_may_come_again_and_there_is_room_for_so_many(
    larkshire: Authority, led: Group, bought: Spending
) -> None:
    add: dict[str, Any] = {"collaboration_id": led.collaboration.pk, "spending_id": bought.pk, "by": led.lena}
    with authority_scope(larkshire):
        receipt = remove(led, Receipt.objects.get())
        spending.add_receipts(**add, receipts=[upload("Shop")], at=LATER)
        assert Receipt.objects.filter(removed_at=None).count() == 1
        with pytest.raises(ValidationError, match="The same file was added again"):
            bring_back(led, receipt)
        remove(led, Receipt.objects.get(removed_at=None))
        for number in range(MAX_RECEIPTS):
            spending.add_receipts(**add, receipts=[upload(f"Page {number}")], at=LATER)
        with pytest.raises(ValidationError, match="At most 10 receipts"):
            bring_back(led, receipt)


def test_s10_once_the_spending_is_reported_its_receipts_stay_as_they_were(
    larkshire: Authority, led: Group, bought: Spending, amina: User, maya: User
) -> None:
    with authority_scope(larkshire):
        first = Receipt.objects.get()
        spending.add_receipts(
            collaboration_id=led.collaboration.pk, spending_id=bought.pk, receipts=[upload("Page 2")],
            by=led.lena, at=NOW,
        )  # fmt: skip
        second = Receipt.objects.exclude(pk=first.pk).get()
        remove(led, second)
        period = open_period(amina, on=NOW.date())
        entry = paid(period, led.collaboration, {led.acorns: 17_500}, by=led.lena, approver=maya, at=NOW)
        assert entry.payment is not None
        report_spending(
            collaboration_id=led.collaboration.pk, claim_id=entry.payment.claim_id, words="Talk", by=led.lena,
            at=LATER + timedelta(hours=1),
        )  # fmt: skip
        for deed in (lambda: remove(led, first), lambda: bring_back(led, second)):
            with pytest.raises(ValidationError, match="The spending was reported on 30 November 2026"):
                deed()
        with pytest.raises(ValidationError, match="no longer there"):
            spending.bring_receipt_back(collaboration_id=0, receipt_id=first.pk, by=led.lena)


def test_s10_the_leader_removes_a_receipt_on_the_page_and_brings_it_back(
    larkshire: Authority,
    led: Group,
    bought: Spending,
    browse: Browse,
    amina: User,
    sam: User,
    otto: User,
    now: TimeMachineFixture,
) -> None:
    base = f"/larkshire/collaborations/{led.collaboration.pk}/fund/"
    with authority_scope(larkshire):
        receipt = Receipt.objects.get()
    page, lena = f"{base}decisions/{bought.decision_id}/", browse(led.lena)
    now.move_to(LATER, tick=False)
    assert f"receipts/{receipt.pk}/remove/" in lena.get(page).content.decode()
    for person, status in ((led.mo, 403), (amina, 403), (sam, 404), (otto, 404)):
        for deed in ("remove", "back"):
            assert browse(person).get(f"{base}receipts/{receipt.pk}/{deed}/").status_code == status
    assert "Remove the receipt" in lena.get(f"{base}receipts/{receipt.pk}/remove/").content.decode()
    answer = lena.post(f"{base}receipts/{receipt.pk}/remove/", {"words": ""})
    assert set(answer.context["form"].errors) == {"words"}
    answer = lena.post(f"{base}receipts/{receipt.pk}/remove/", {"words": "A wrong photograph"}, follow=True)
    text = " ".join(answer.content.decode().split())
    assert "You can bring it back until the spending is reported" in text
    assert "removed by Lena Hartley on 30 November 2026" in text
    assert "A wrong photograph" in text
    assert "Missing" in text
    assert lena.get(f"{base}receipts/{receipt.pk}/").status_code == 404  # opened by nobody
    assert "remove/" not in browse(led.mo).get(page).content.decode()
    answer = lena.post(f"{base}receipts/{receipt.pk}/back/", {}, follow=True)
    assert "The receipt is back" in answer.content.decode()
    answer = lena.get(f"{base}receipts/{receipt.pk}/")
    assert answer.status_code == 200
    answer.close()
