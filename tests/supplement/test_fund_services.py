"""S10: what a group may promise and spend of its fund: refused in words, and by the database whoever writes."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry as AuditEntry
from core.scoping import authority_scope
from supplement.models.fund import FundEntry, LeaverSettlement, Receipt, Spending, SpendingDecision
from supplement.rules.fund import Entry
from supplement.selectors.fund import (
    balance_of,
    brought_by_members,
    left_of_groups,
    minutes_to_rest_on,
    votes_to_rest_on,
)
from supplement.services import fund, spending
from supplement.services.fund import Decided
from supplement.services.leavers import Said, hand_on_balance, mark_of_free, settle_share
from supplement.services.spending import Upload
from tests.concurrency import at_once
from tests.factories.agreed import agreed
from tests.factories.fund import decided, objective_of, opened, ordered, paid
from tests.factories.groups import Group
from tests.factories.library import pdf
from tests.factories.memberships import MembershipFactory
from tests.factories.supplement import open_period

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 40


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def rich(in_larkshire: Authority, led: Group, fred: User) -> Group:
    """Riverside with £1,000 and a plan."""
    opened(led.collaboration, 100_000, by=fred, at=NOW)
    objective_of(led.collaboration, led.lena)
    return led


def errors_of(deed: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        deed()
    return refused.value.message_dict


def decide(group: Group, pence: int, **facts: Any) -> SpendingDecision:
    return decided(group.collaboration, pence, by=group.lena, at=NOW, **facts)


# --- the opening balance ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s10_an_opening_balance_is_recorded_once(rich: Group, fred: User) -> None:
    opened(rich.collaboration, 100_000, by=fred, at=NOW)  # pressed twice
    assert FundEntry.objects.count() == 1
    with pytest.raises(
        ValidationError, match="There is an opening balance already: £1,000 on 31 October 2026"
    ):
        opened(rich.collaboration, 5, by=fred, at=NOW)
    wrong = errors_of(
        lambda: fund.open_fund(
            collaboration_id=rich.collaboration.pk, pence=0, on=date(2026, 12, 1), words=" ", by=fred, at=NOW
        )
    )
    assert set(wrong) == {"pence", "on", "words"}


@pytest.mark.django_db
def test_s10_nothing_is_received_but_by_a_payment(rich: Group, fred: User) -> None:
    with pytest.raises(DatabaseError, match="supplement_received_by_a_payment"), transaction.atomic():
        FundEntry.objects.create(
            collaboration=rich.collaboration, kind=Entry.RECEIVED, pence=5, on=NOW.date(), by=fred, at=NOW
        )


# --- deciding -----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s10_a_decision_names_where_and_what_for_and_stays_within_what_is_free(rich: Group) -> None:
    first = decide(rich, 60_000)
    assert decide(rich, 60_000).pk == first.pk  # pressed twice
    assert errors_of(lambda: decide(rich, 40_001, what="Toys")) == {
        "pence": ["£400 is free. A decision cannot be about more than that."]
    }
    assert set(errors_of(lambda: decide(rich, 5, what="Toys", decided=Decided()))) == {"decided"}
    late = Decided(words="Tomorrow", on=date(2026, 12, 1))
    assert set(errors_of(lambda: decide(rich, 5, what="Toys", decided=late))) == {"on"}
    bank = Decided(words="20-45-45 12345678", on=NOW.date())
    assert set(errors_of(lambda: decide(rich, 5, what="Toys", decided=bank))) == {"words"}
    balance = balance_of(rich.collaboration.pk)
    assert (balance.left_pence, balance.free_pence) == (100_000, 40_000)
    entry = AuditEntry.objects.get(action="spending_decided")
    assert "recorded that Riverside spends £600 on “Training”" in entry.sentence


@pytest.mark.django_db
def test_s10_an_objective_of_another_group_or_plan_is_none(rich: Group, group: Group) -> None:
    wrong = errors_of(
        lambda: fund.decide(
            collaboration_id=rich.collaboration.pk,
            what="Toys",
            pence=5,
            objective_id=999_999,
            decided=Decided(words="There", on=NOW.date()),
            by=rich.lena,
            at=NOW,
        )
    )
    assert wrong == {"objective": ["Choose the objective of the plan that this serves."]}


@pytest.mark.django_db
def test_s10_the_database_keeps_the_fund_too(rich: Group) -> None:
    first = decide(rich, 60_000)
    bought = ordered(first, 50_000, by=rich.lena, at=NOW)
    unused = decide(rich, 1, what="Glue")
    fund.close_decision(
        collaboration_id=rich.collaboration.pk, decision_id=unused.pk, words="x", by=rich.lena, at=NOW
    )

    def more() -> Any:
        row = SpendingDecision.objects.get(pk=first.pk)
        row.pk, row.pence = None, 40_001
        row._state.adding = True
        row.save()

    def overspent() -> Any:
        Spending.objects.create(
            decision=first,
            what="Much",
            pence=10_001,
            ordered_on=NOW.date(),
            recorded_by=rich.lena,
            recorded_at=NOW,
        )

    def gone() -> Any:
        FundEntry.objects.create(
            collaboration=rich.collaboration, kind=Entry.RETURNED, pence=40_001, on=NOW.date(), at=NOW
        )

    closed = {"closed_by": rich.lena, "closed_at": NOW, "closed_words": "x"}
    deeds = {
        "no more than what is free": [more, gone],
        "no more than what is left of the decision": [overspent],
        "what is ordered is paid first": [
            lambda: SpendingDecision.objects.filter(pk=first.pk).update(**closed)
        ],
        "a decision to spend stays": [
            lambda: SpendingDecision.objects.update(pence=5),
            lambda: SpendingDecision.objects.filter(pk=unused.pk).delete(),
        ],
        "spending stays": [
            lambda: Spending.objects.update(pence=5),
            lambda: Spending.objects.filter(pk=bought.pk).delete(),
        ],
        "what was recorded stays as it is": [lambda: FundEntry.objects.update(pence=5)],
    }
    for words, tries in deeds.items():
        for deed in tries:
            with pytest.raises(DatabaseError, match=words), transaction.atomic():
                deed()
    assert balance_of(rich.collaboration.pk).free_pence == 40_000


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_s10_two_who_decide_at_once_do_not_promise_one_pound_twice(
    larkshire: Authority, led: Group, fred: User, turn: int
) -> None:
    with authority_scope(larkshire):
        opened(led.collaboration, 100_000, by=fred, at=NOW)
        objective_of(led.collaboration, led.lena)
    results = at_once(
        larkshire, [lambda: decide(led, 60_000, what="A"), lambda: decide(led, 60_000, what="B")]
    )
    assert results == ["done", "£400 is free. A decision cannot be about more than that."] or results == [
        "£400 is free. A decision cannot be about more than that.",
        "done",
    ]
    with authority_scope(larkshire):
        first = SpendingDecision.objects.get()
    order = lambda what: lambda: ordered(first, 40_000, by=led.lena, at=NOW, what=what)  # noqa: E731
    results = at_once(larkshire, [order("A"), order("B")])
    assert results.count("done") == 1
    with authority_scope(larkshire):
        assert Spending.objects.count() == 1


@pytest.mark.django_db
def test_s10_a_closed_decision_frees_the_rest_and_is_not_opened_again(rich: Group) -> None:
    first = decide(rich, 60_000)
    waiting = ordered(first, 20_000, by=rich.lena, at=NOW)
    close = lambda words="Done": fund.close_decision(  # noqa: E731
        collaboration_id=rich.collaboration.pk, decision_id=first.pk, words=words, by=rich.lena, at=NOW
    )
    with pytest.raises(ValidationError, match="£200 is ordered and not paid"):
        close()
    spending.pay(
        collaboration_id=rich.collaboration.pk,
        spending_id=waiting.pk,
        paid_on=NOW.date(),
        by=rich.lena,
        at=NOW,
    )
    assert set(errors_of(lambda: close(" "))) == {"words"}
    close()
    assert close().closed_words == "Done"  # pressed twice
    assert AuditEntry.objects.filter(action="spending_closed").count() == 1
    balance = balance_of(rich.collaboration.pk)
    assert (balance.left_pence, balance.free_pence) == (80_000, 80_000)
    with pytest.raises(ValidationError, match="This decision is closed"):
        ordered(first, 1, by=rich.lena, at=NOW)
    for change in ({"closed_at": None}, {"closed_words": "Other"}):
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            SpendingDecision.objects.update(**change)


@pytest.mark.django_db
def test_s10_what_it_changed_is_not_written_over_unseen(rich: Group) -> None:
    first = decide(rich, 100)
    say = lambda words, seen=None: fund.say_what_changed(  # noqa: E731
        collaboration_id=rich.collaboration.pk, decision_id=first.pk, changed=words, seen=seen, by=rich.lena
    )
    say("Children talk more.")
    assert set(errors_of(lambda: say("Nothing", seen="another"))) == {"seen"}


# --- spending -----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s10_an_order_is_paid_or_taken_back_and_its_sum_can_be_spent_again(rich: Group) -> None:
    first = decide(rich, 60_000)
    key = "0a7c4b2e-6d1f-4a7e-9f4d-7f3c2b1a0e9d"
    bought = ordered(first, 50_000, by=rich.lena, at=NOW, key=key)
    assert ordered(first, 50_000, by=rich.lena, at=NOW, key=key).pk == bought.pk  # pressed twice
    assert errors_of(lambda: ordered(first, 10_001, by=rich.lena, at=NOW)) == {
        "pence": ["£100 of this decision is left. Decide about more before you spend more."]
    }
    given = {"collaboration_id": rich.collaboration.pk, "spending_id": bought.pk, "by": rich.lena, "at": NOW}
    assert set(errors_of(lambda: spending.pay(**given, paid_on=date(2026, 12, 1)))) == {"paid_on"}
    assert set(errors_of(lambda: spending.pay(**given, paid_on=date(2026, 11, 29)))) == {"paid_on"}
    spending.pay(**given, paid_on=NOW.date())
    assert balance_of(rich.collaboration.pk).spent_pence == 50_000
    assert set(errors_of(lambda: spending.take_back(**given, words=""))) == {"words"}
    spending.take_back(**given, words="Given back to the shop")
    balance = balance_of(rich.collaboration.pk)
    assert (balance.spent_pence, balance.left_pence, balance.free_pence) == (0, 100_000, 40_000)
    ordered(first, 60_000, by=rich.lena, at=NOW)
    with pytest.raises(DatabaseError, match="stays as it was recorded"), transaction.atomic():
        Spending.objects.filter(pk=bought.pk).update(taken_back_at=None)


@pytest.mark.django_db
def test_s10_receipts_are_photographs_or_pdf_and_the_same_one_is_kept_once(rich: Group) -> None:
    first = decide(rich, 60_000)
    photograph = lambda: Upload(io.BytesIO(JPEG), "IMG_1.jpg")  # noqa: E731
    bought = ordered(first, 100, by=rich.lena, at=NOW, receipts=[photograph(), Upload(pdf("R"), "r.pdf")])
    given = {"collaboration_id": rich.collaboration.pk, "spending_id": bought.pk, "by": rich.lena, "at": NOW}
    spending.add_receipts(**given, receipts=[photograph()])
    assert sorted(Receipt.objects.values_list("file__name", flat=True)) == ["IMG_1.jpg", "r.pdf"]
    text = Upload(io.BytesIO(b"Two pounds"), "receipt.txt")
    assert (
        "receipt.txt: The file must be one of"
        in errors_of(lambda: spending.add_receipts(**given, receipts=[text]))["files"][0]
    )
    many = [Upload(pdf(f"R{number}"), f"{number}.pdf") for number in range(9)]
    assert errors_of(lambda: spending.add_receipts(**given, receipts=many)) == {
        "files": ["At most 10 receipts."]
    }
    assert Receipt.objects.count() == 2


# --- what was brought ---------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s10_payments_are_split_by_what_each_member_s_staff_brought(
    rich: Group, maya: User, fred: User
) -> None:
    period = open_period(maya, on=NOW.date())
    shares = {rich.acorns: 11_250, rich.bluebells: 5_000, rich.caras: 1_250}
    facts = {"by": fred, "approver": maya, "at": NOW}
    paid(period, rich.collaboration, shares, **facts, pence=10_000)
    parts = {row.name: row.pence for row in brought_by_members(rich.collaboration.pk)}
    assert parts == {"Acorns": 6_429, "Bluebells": 2_857, "Cara's": 714}
    assert sum(parts.values()) == 10_000
    assert left_of_groups([rich.collaboration.pk], on=NOW.date()) == {rich.collaboration.pk: 110_000}


# --- where it was decided -----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_s10_nothing_is_offered_that_was_not_carried_or_is_used(rich: Group) -> None:
    assert votes_to_rest_on(rich.collaboration.pk) == []
    assert minutes_to_rest_on(rich.collaboration.pk) == []
    wrong = errors_of(lambda: decide(rich, 5, what="Toys", decided=Decided(vote_id=7)))
    assert wrong == {"decided": ["Another decision rests on this vote. Choose another one."]}


# --- shares of leavers, and balances of groups that ended ---------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_s5_two_who_settle_a_share_at_once_move_it_once_to_the_next_group(
    larkshire: Authority, led: Group, elsewhere: Any, amina: User, maya: User, fred: User, turn: int
) -> None:
    with authority_scope(larkshire):
        period = open_period(maya, on=NOW.date())
        shares = {led.acorns: 20_000, led.caras: 10_000}
        paid(period, led.collaboration, shares, by=fred, approver=maya, at=NOW)
        led.caras.left_on = date(2026, 11, 30)
        led.caras.save()
        agreed(led.collaboration, amina, on=date(2026, 9, 1), values={"leaver_funding": "follows"})
    settle = lambda: settle_share(  # noqa: E731
        collaboration_id=led.collaboration.pk,
        membership_id=led.caras.pk,
        said=Said(next_group_id=elsewhere.pk),
        by=led.lena,
        at=NOW,
    )
    assert "has not joined another group yet" in " ".join(at_once(larkshire, [settle]))
    with authority_scope(larkshire):
        MembershipFactory(
            collaboration=elsewhere, provider=led.caras.provider, joined_on=date(2026, 11, 30), left_on=None
        )
    assert at_once(larkshire, [settle, settle]) == ["done", "done"]
    with authority_scope(larkshire):
        row = LeaverSettlement.objects.get()
        assert (row.pence, row.goes) == (5_000, "follows")
        went = FundEntry.objects.get(kind=Entry.TO_LEAVER)
        came = FundEntry.objects.get(kind=Entry.FROM_LEAVER)
        assert (came.collaboration, came.came_from, came.pence) == (elsewhere, went, went.pence)
        assert balance_of(led.collaboration.pk).free_pence == 25_000
        assert balance_of(elsewhere.pk).free_pence == 5_000
        assert AuditEntry.objects.filter(action="leaver_share_settled").count() == 1


@pytest.mark.django_db
def test_s5_committed_money_never_moves_with_a_leaver(
    rich: Group, maya: User, fred: User, amina: User
) -> None:
    period = open_period(maya, on=NOW.date())
    paid(
        period, rich.collaboration, {rich.acorns: 20_000, rich.caras: 10_000}, by=fred, approver=maya, at=NOW
    )
    decide(rich, 129_900)
    rich.caras.left_on = date(2026, 11, 30)
    rich.caras.save()
    values = {"leaver_funding": "returned", "leaver_amount": "time_left"}
    agreed(rich.collaboration, amina, on=date(2026, 9, 1), values=values)
    row = settle_share(
        collaboration_id=rich.collaboration.pk, membership_id=rich.caras.pk, said=Said(), by=amina, at=NOW
    )
    assert row.pence == 100
    assert [step["key"] for step in row.steps][-2:] == ["leaver_free", "leaver_returned"]
    assert balance_of(rich.collaboration.pk).free_pence == 0


@pytest.mark.django_db
def test_s10_the_balance_of_a_closed_group_goes_where_its_agreement_says(rich: Group, fred: User) -> None:
    decide(rich, 60_000)
    facts: dict[str, Any] = {"collaboration_id": rich.collaboration.pk, "to_id": None, "by": fred, "at": NOW}
    hand_on = lambda pence, **more: hand_on_balance(  # noqa: E731
        **{**facts, "pence": pence, "words": "Our agreement, 1.16", "seen": mark_of_free(40_000), **more}
    )
    with pytest.raises(ValidationError, match="Only the balance of a group that is closed"):
        hand_on(40_000)
    type(rich.collaboration).objects.filter(pk=rich.collaboration.pk).update(state="closed")
    assert set(errors_of(lambda: hand_on(40_001, to_id=5, words=""))) == {"pence", "to", "words"}
    entry = hand_on(40_000)
    assert (entry.kind, entry.pence) == (Entry.RETURNED, 40_000)
    assert set(errors_of(lambda: hand_on(40_000))) == {"seen"}  # pressed twice
    assert balance_of(rich.collaboration.pk).free_pence == 0
