"""S8: finance closes a period once nothing of it goes on; then nothing is begun or changed in it, whoever
writes, until a second person opens it again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from supplement.models.claims import Claim
from supplement.models.closing import PeriodClosing
from supplement.models.parts import SchemePeriod
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment, Run, RunLine
from supplement.rules.answers import Outcome
from supplement.rules.claims import Actor, ClaimState
from supplement.selectors import closing as selectors
from supplement.selectors import runs as run_selectors
from supplement.services import runs
from supplement.services.claim_moves import move_claim
from supplement.services.closing import close_run
from supplement.services.corrections import add_correction
from supplement.services.payment_answers import mark_payment
from supplement.services.periods import close_period, reopen_period
from supplement.services.spend_returns import report_spending
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.payments import PAY_ON, approved_run, exported
from tests.factories.runs import AT, assessed, certified, paid_period, payee_of

PAID = AT.replace(day=20)
#: The period ends on 31 August.
OVER = datetime(2026, 9, 10, 10, tzinfo=UTC)
WHY = "The rest is written off."
pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(
    in_larkshire: Authority, led: Group, maya: User, fred: User, time_machine: TimeMachineFixture
) -> Run:
    """Summer 2026, paid, and over; its run is not closed."""
    time_machine.move_to(PAID, tick=False)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    run = approved_run(Claim.objects.get().period, fred, maya, at=PAID)
    exported(run, fred)
    mark_payment(payment_id=Payment.objects.get().pk, outcome=Outcome.PAID, on=PAY_ON, by=fred, at=PAID)
    time_machine.move_to(OVER, tick=False)
    return run


@pytest.fixture
def period(paid: Run, fred: User) -> SchemePeriod:
    """Every run of it is closed; its spending is not reported."""
    close_run(run_id=paid.pk, by=fred, at=OVER)
    return paid.period


def closed(period: SchemePeriod, by: User, words: str = WHY) -> PeriodClosing:
    return close_period(period_id=period.pk, words=words, by=by, at=OVER)


def opened_again(period: SchemePeriod, by: User, words: str = "A payment failed.") -> SchemePeriod:
    return reopen_period(period_id=period.pk, words=words, by=by, at=OVER)


def correction(led: Group, fred: User) -> Adjustment:
    line = RunLine.objects.filter(membership=led.bluebells).earliest("pk")
    return add_correction(
        claim_id=line.claim_id, membership_id=led.bluebells.pk, component=line.component, cause="recovery",
        pence=-100, words="Twice", by=fred, at=OVER,
    )  # fmt: skip


def test_s8_a_period_is_closed_once_nothing_of_it_goes_on_and_what_stays_open_is_said(
    paid: Run, led: Group, fred: User, maya: User
) -> None:
    period = paid.period
    Claim.objects.create(
        period=period, collaboration=CollaborationFactory(), opened_by=maya, opened_at=AT, moved_at=AT
    )
    assert selectors.open_of(period) == {"runs": 1, "drafts": 1, "unreported": 1}
    with pytest.raises(ValidationError, match="goes on"):
        closed(period, fred)
    close_run(run_id=paid.pk, by=fred, at=OVER)
    with pytest.raises(ValidationError) as refused:
        closed(period, fred, " ")
    assert list(refused.value.message_dict) == ["words"]
    row = closed(period, fred)
    assert closed(period, fred, "Again") == row  # pressed twice
    assert (row.words, row.left) == (WHY, {"drafts": 1, "unreported": 1})
    entry = Entry.objects.filter(action="period_closed").latest("pk")
    assert "closed the period Summer 2026" in str(entry)
    assert entry.facts["words"] == WHY


def test_s8_what_was_reported_is_closed_with_its_period_and_needs_no_words(
    period: SchemePeriod, led: Group, fred: User
) -> None:
    claim = Claim.objects.get()
    report_spending(
        collaboration_id=led.collaboration.pk,
        claim_id=claim.pk,
        words="Calmer mornings.",
        by=led.lena,
        at=OVER,
    )
    assert selectors.open_of(period) == {}
    assert closed(period, fred, "").words == ""
    claim.refresh_from_db()
    assert claim.state == "closed"


def test_s8_a_period_is_not_closed_before_it_is_over_nor_while_a_correction_waits(
    period: SchemePeriod, led: Group, fred: User, time_machine: TimeMachineFixture
) -> None:
    early = datetime(2026, 8, 31, 10, tzinfo=UTC)
    with pytest.raises(ValidationError, match="after its last day"):
        close_period(period_id=period.pk, words=WHY, by=fred, at=early)
    assert list(selectors.periods_to_close(early.date())) == []
    assert list(selectors.periods_to_close(OVER.date())) == [period]
    correction(led, fred)
    assert selectors.open_of(period)["corrections"] == 1
    with pytest.raises(ValidationError, match="goes on"):
        closed(period, fred)
    assert list(selectors.periods_to_close(OVER.date())) == []


def test_s8_nothing_is_begun_or_changed_in_a_closed_period(
    period: SchemePeriod, led: Group, fred: User
) -> None:
    closed(period, fred)
    claim = Claim.objects.get()
    deeds: list[Callable[[], object]] = [
        lambda: runs.start_run(period_id=period.pk, by=fred, at=OVER),
        lambda: correction(led, fred),
        lambda: move_claim(
            claim_id=claim.pk, to=ClaimState.ADJUSTED, actor=Actor.FINANCE, by=fred, at=OVER, words="x"
        ),
        lambda: report_spending(
            collaboration_id=led.collaboration.pk, claim_id=claim.pk, words="Late.", by=led.lena, at=OVER
        ),
    ]
    for deed in deeds:
        with pytest.raises(ValidationError, match="was closed on 10 September 2026"):
            deed()
    assert run_selectors.periods_to_pay() == []


def test_s8_the_database_holds_a_closed_period_whoever_writes(
    period: SchemePeriod, led: Group, fred: User, maya: User
) -> None:
    row, claim, run, payment = (
        closed(period, fred),
        Claim.objects.get(),
        Run.objects.get(),
        Payment.objects.get(),
    )
    deeds: list[tuple[str, Callable[[], object]]] = [
        ("closed period", lambda: Claim.objects.filter(pk=claim.pk).update(state="reported")),
        (
            "closed period",
            lambda: Claim.objects.create(
                period=period, collaboration=CollaborationFactory(), opened_by=maya, opened_at=AT, moved_at=AT
            ),
        ),
        (
            "closed period",
            lambda: Run.objects.create(period=period, number=9, started_by=fred, started_at=AT, moved_at=AT),
        ),
        ("closed period", lambda: Run.objects.filter(pk=run.pk).update(state="paid")),
        (
            "closed period",
            lambda: Payment.objects.create(
                run=run, claim=claim, collaboration=led.collaboration, payee=payment.payee, reference="x",
                pay_on=OVER.date(), pence=1,
            ),
        ),
        (
            "closed period",
            lambda: Adjustment.objects.create(
                claim=claim, membership=led.acorns, component="x", cause="other", pence=1, words="x", by=fred,
                at=AT,
            ),
        ),
        (
            "does not open it again",
            lambda: PeriodClosing.objects.update(reopened_by=fred, reopened_at=OVER, reopened_words="x"),
        ),
        (
            "reopened_with_a_reason",
            lambda: PeriodClosing.objects.update(reopened_by=maya, reopened_at=OVER),
        ),
        (
            "supplement_closed_once",
            lambda: PeriodClosing.objects.create(period=period, closed_by=maya, closed_at=OVER),
        ),
        ("stays as it is", row.delete),
    ]  # fmt: skip
    for why, deed in deeds:
        with pytest.raises(DatabaseError, match=why), transaction.atomic():
            deed()
    Claim.objects.update(submitted_by=maya)  # two accounts of one person become one


def test_s8_a_second_person_opens_a_period_again_with_a_reason(
    period: SchemePeriod, led: Group, fred: User, maya: User
) -> None:
    with pytest.raises(ValidationError, match="This period is open"):
        opened_again(period, maya)
    closed(period, fred)
    with pytest.raises(ValidationError, match="You closed this period"):
        opened_again(period, fred)
    with pytest.raises(ValidationError) as refused:
        opened_again(period, maya, " ")
    assert list(refused.value.message_dict) == ["words"]
    opened_again(period, maya)
    assert correction(led, fred).pence == -100
    row = PeriodClosing.objects.get()
    assert (row.reopened_by, row.reopened_words) == (maya, "A payment failed.")
    assert "opened the period Summer 2026" in str(Entry.objects.filter(action="period_reopened").latest("pk"))


def test_s8_finance_closes_a_period_and_the_manager_opens_it_again_on_the_pages(
    period: SchemePeriod, fred: User, maya: User, amina: User, otto: User, browse: Callable[[User], Client]
) -> None:
    page = f"/larkshire/supplement/periods/{period.pk}/"
    client = browse(fred)
    assert "Summer 2026" in client.get("/larkshire/supplement/periods/?open=on").content.decode()
    assert "The period Summer 2026 can be closed" in client.get("/larkshire/").content.decode()
    assert "can be closed" not in browse(amina).get("/larkshire/").content.decode()
    assert browse(amina).get(f"{page}close/").status_code == 403
    assert browse(otto).get(page).status_code == 404
    assert "Claims whose spending is not reported</a>: 1" in client.get(page).content.decode()
    assert set(client.post(f"{page}close/", {"words": ""}).context["form"].errors) == {"words"}
    shown = client.post(f"{page}close/", {"words": WHY}, follow=True).content.decode()
    assert "The period is closed." in shown
    assert "Open it again" not in shown
    assert client.get(f"{page}close/").status_code == 302
    assert "You closed this period" in client.post(f"{page}open/", {"words": "x"}).content.decode()
    other = browse(maya)
    assert "Open it again" in other.get(page).content.decode()
    shown = other.post(f"{page}open/", {"words": "A payment failed."}, follow=True).content.decode()
    assert "The period is open again." in shown
    assert "A payment failed." in shown
    assert client.get(f"{page}open/").status_code == 302
