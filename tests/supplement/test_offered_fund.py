"""S9, S10: no page of a fund or about a payee shows a form that can only be refused as things stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from supplement.models.claims import Claim
from supplement.models.fund import Receipt, Spending, SpendingDecision, SpendingProposal
from supplement.models.payees import Payee
from supplement.services import fund, payees, spending
from supplement.services.proposals import end_proposal
from supplement.services.spend_returns import report_spending
from tests.factories.fund import carried_while_less_was_free, decided, objective_of, opened, ordered, paid
from tests.factories.groups import Group
from tests.factories.library import pdf
from tests.factories.supplement import open_period
from tests.supplement.offered import ask

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
WHY = {"words": "It was wrong."}
Deed = tuple[str, User, str, Mapping[str, Any]]


def day(name: str, on: datetime = NOW) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


class Life:
    """A fund from its beginning on, and every form about it at each step."""

    def __init__(self, led: Group, maya: User, amina: User, fred: User) -> None:
        self.led, self.maya, self.amina, self.fred = led, maya, amina, fred
        self.group = led.collaboration
        self.given: dict[str, Any] = {"collaboration_id": self.group.pk, "by": led.lena, "at": NOW}

    def deeds(self) -> Iterator[Deed]:
        lena, base = self.led.lena, f"/larkshire/collaborations/{self.group.pk}/fund/"
        objective = SpendingDecision.objects.values_list("objective", flat=True).first() or self.objective
        what = {"what": "Books", "pence": "1", "objective": str(objective)}
        elsewhere = {"decided": "elsewhere", "words": "Our meeting", **day("on")}
        yield "open the fund", self.amina, f"{base}open/", {"pence": "5", **day("on"), "words": "Before"}
        yield "decide", lena, f"{base}decide/", {**what, **elsewhere}
        yield "propose", lena, f"{base}vote/", {**what, **day("closes_on", NOW + timedelta(days=5))}
        for decision in SpendingDecision.objects.all():
            page = f"{base}decisions/{decision.pk}/"
            yield "close", lena, f"{page}close/", WHY
            yield (
                "order",
                lena,
                f"{page}order/",
                {"what": "Cups", "pence": "1", **day("ordered_on"), "key": "k"},
            )
        for row in Spending.objects.all():
            page = f"{base}spending/{row.pk}/"
            yield "pay", lena, f"{page}paid/", day("paid_on")
            yield "take back", lena, f"{page}take-back/", WHY
        for receipt in Receipt.objects.all():
            yield "remove", lena, f"{base}receipts/{receipt.pk}/remove/", WHY
            yield "bring back", lena, f"{base}receipts/{receipt.pk}/back/", {}
        for proposal in SpendingProposal.objects.all():
            yield "decide what was carried", lena, f"{base}votes/{proposal.pk}/decide/", {}
            yield "end", lena, f"{base}votes/{proposal.pk}/end/", WHY
        for claim in Claim.objects.all():
            yield "report", lena, f"{base}returns/{claim.pk}/report/", {"words": "Calmer mornings."}
        yield from self.about_the_payee()

    def about_the_payee(self) -> Iterator[Deed]:
        base = f"/larkshire/collaborations/{self.group.pk}/supplement/payee/"
        bluebells = {"provider": str(self.led.bluebells.provider_id), "why": "It has the time."}
        yield "name", self.led.lena, f"{base}name/", bluebells
        yield "remind", self.led.lena, f"{base}remind/", {}
        for payee in Payee.objects.all():
            yield "withdraw", self.led.lena, f"{base}{payee.pk}/withdraw/", {"why": "No."}
            yield "end the payee", self.amina, f"{base}{payee.pk}/end/", {"why": "It does not hand over."}

    def steps(self) -> Iterator[str]:
        group, lena, given = self.group, self.led.lena, self.given
        self.objective = 0
        yield "nothing"
        self.objective = objective_of(group, lena).pk
        yield "a plan"
        opened(group, 10_000, by=self.fred, at=NOW)
        carried_while_less_was_free(group, by=lena, at=NOW)
        decision = decided(group, 6_000, by=lena, at=NOW)
        yield "money, and a decision"
        row = ordered(decision, 5_000, by=lena, at=NOW)
        rest = ordered(decision, 1_000, by=lena, at=NOW, what="Pens")
        spending.take_back(**given, spending_id=rest.pk, words="Given back")
        yield "an order"
        files = [spending.Upload(pdf(name), f"{name}.pdf") for name in ("One", "Two")]
        spending.pay(**given, spending_id=row.pk, paid_on=NOW.date(), receipts=files)
        spending.remove_receipt(**given, receipt_id=Receipt.objects.earliest("pk").pk, words="Wrong")
        period = open_period(self.maya, on=NOW.date(), is_standing=True)
        paid(period, group, {self.led.acorns: 2_500}, by=self.fred, approver=self.maya, at=NOW)
        payees.name_payee(
            collaboration_id=group.pk, provider_id=self.led.bluebells.provider_id, by=lena, at=NOW
        )
        yield "paid, and a payee proposed"
        report_spending(**given, claim_id=Claim.objects.get().pk, words="Calmer mornings.")
        fund.close_decision(**given, decision_id=decision.pk, words="Everything is bought")
        payees.withdraw_proposal(payee_id=Payee.objects.get().pk, why="No.", by=lena, at=NOW)
        yield "reported and closed"
        end_proposal(**given, proposal_id=SpendingProposal.objects.get().pk, words="A later year")
        decided(group, 7_500, by=lena, at=NOW, what="A tent")
        yield "nothing is free"


@pytest.fixture
def life(
    larkshire: Authority, led: Group, maya: User, amina: User, fred: User, time_machine: TimeMachineFixture
) -> Life:
    time_machine.move_to(NOW, tick=False)
    return Life(led, maya, amina, fred)


STEPS = (
    "nothing",
    "a plan",
    "money, and a decision",
    "an order",
    "paid, and a payee proposed",
    "reported and closed",
    "nothing is free",
)
#: At which steps the form of a deed is shown; each is hidden at another.
OFFERED: dict[str, set[str]] = {
    "open the fund": {"nothing", "a plan"},
    "name": {
        "nothing",
        "a plan",
        "money, and a decision",
        "an order",
        "reported and closed",
        "nothing is free",
    },
    "decide": {"money, and a decision", "an order", "paid, and a payee proposed", "reported and closed"},
    "propose": {"money, and a decision", "an order", "paid, and a payee proposed", "reported and closed"},
    "close": {"money, and a decision", "paid, and a payee proposed", "nothing is free"},
    "order": {"money, and a decision", "an order", "paid, and a payee proposed", "nothing is free"},
    "end": {"money, and a decision", "an order", "paid, and a payee proposed", "reported and closed"},
    "pay": {"an order"},
    "take back": {"an order", "paid, and a payee proposed", "reported and closed", "nothing is free"},
    "bring back": {"paid, and a payee proposed"},
    "remove": {"paid, and a payee proposed"},
    "report": {"paid, and a payee proposed"},
    "remind": {"paid, and a payee proposed"},
    "withdraw": {"paid, and a payee proposed"},
    "decide what was carried": {"reported and closed"},
}
#: Nobody receives here: test_payee_ended.
NEVER = {"end the payee"}


@pytest.mark.parametrize("step", STEPS)
def test_s10_a_form_of_a_fund_is_shown_only_while_it_can_be_sent(
    step: str, larkshire: Authority, life: Life, browse: Browse
) -> None:
    with authority_scope(larkshire):
        assert step in life.steps()  # which goes on until it is reached
        deeds = list(life.deeds())
    offered, hidden = set(), set()
    for name, person, path, body in deeds:
        answer = ask(browse(person), path, body)
        assert not (answer.offered and (answer.refused or answer.fields)), (name, answer)
        (offered if answer.offered else hidden).add(name)
    assert offered == {name for name, at in OFFERED.items() if step in at}
    assert hidden <= OFFERED.keys() | NEVER
