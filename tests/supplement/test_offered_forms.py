"""S4 to S10: no page of the supplement shows a form that can only be refused as things stand. It leads back,
and says why in the words with which what is sent all the same is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from core.views import FormPage
from supplement.models.claims import Claim
from supplement.models.payees import SupplierReference
from supplement.models.payments import Payment
from supplement.models.runs import Adjustment
from supplement.rules.answers import Outcome
from supplement.services import runs
from supplement.services.closing import close_run
from supplement.services.corrections import add_correction, bring_in_or_take_out, take_correction_back
from supplement.services.payment_answers import mark_payment
from supplement.services.periods import close_period
from supplement.urls import urlpatterns
from supplement.views.possible import WhenPossible
from tests.factories.groups import Group
from tests.factories.payments import PAY_ON, exported
from tests.factories.runs import AT, assessed, calculated_again, certified, paid_period, payee_of
from tests.supplement.offered import ask

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]

WHY = {"words": "It was wrong."}
#: Forms that can be sent whenever they can be opened, or whose page shows them only then, and where that is tested.
ALWAYS = {
    "supplement:start_run": "shows no form without a period, test_run_pages",
    "supplement:payment_layout": "a setting of the authority",
    "supplement:begin": "another year can always be begun",
    "supplement:looked_at_claim": "kept by a button; not a page",
    "supplement:answer": "hides its form after the last day, test_scheme_pages",
    "supplement:simulation": "an estimate of what is there",
    "supplement:run_again": "shows no form without a snapshot",
    "supplement:statements": "shows no button before the approval",
    "supplement:money_checks": "can be asked for at any time",
    "supplement:upload_answers": "a file may hold anything; each line is judged",
    "supplement:answers": "shows no form once nothing is to be recorded, test_payment_pages",
    "supplement:mark_payment": "shows its form while the payment is in a file, test_payment_pages",
    "supplement:hold_claim": "says what cannot be done, below",
    "supplement:references": "a list",
    "supplement:reference": "a reference can be changed at any time",
    "supplement:import_references": "each line is judged",
    "supplement:setting_hours": "hours can be changed at any time",
    "supplement:import_hours": "each line is judged",
    "supplement:decide_to_spend": "hides its form while nothing is free, test_offered_fund",
    "supplement:propose_spending": "hides its form while nothing is free, test_offered_fund",
    "supplement:hand_on_balance": "hides its form while nothing is free, test_offered_fund",
    "supplement:tell_effect": "what a decision changed can be told at any time",
    "supplement:leaver": "shows its form while the share can be settled, test_leavers",
    "supplement:accept": "404 once there is nothing to sign",
    "supplement:hand_over": "404 once there is nothing to sign",
    "supplement:mandate": "404 once there is nothing to sign",
    "supplement:accept_by_link": "the link says what was done",
    "supplement:hand_over_by_link": "the link says what was done",
    "supplement:mandate_by_link": "the link says what was done",
    "supplement:withdraw_mandate": "404 once it is withdrawn",
}


def test_s8_every_form_of_the_supplement_asks_first_whether_it_can_be_done() -> None:
    forms = {}
    for row in urlpatterns:
        assert isinstance(row, URLPattern)
        view = getattr(row.callback, "view_class", None)
        if view is not None and issubclass(view, FormPage):
            forms[f"supplement:{row.name}"] = view
    unasked = {name for name, view in forms.items() if not issubclass(view, WhenPossible)}
    assert unasked - ALWAYS.keys() == set(), "let it inherit WhenPossible, or say why it needs not"
    assert ALWAYS.keys() - forms.keys() <= {"supplement:references"}
    assert not ALWAYS.keys() & (forms.keys() - unasked)


class Deed(NamedTuple):
    """Who sends what to which address."""

    name: str
    by: User
    path: str
    body: Mapping[str, Any]


OVER = datetime(2026, 9, 10, 10, tzinfo=UTC)


class Life:
    """A run from its beginning until its period is closed, and every form about it at each step."""

    def __init__(self, led: Group, fred: User, maya: User, amina: User) -> None:
        self.led, self.fred, self.maya, self.amina = led, fred, maya, amina
        self.claim = Claim.objects.get()
        self.component = self.claim.period.scheme.components.get().key
        self.run = runs.start_run(period_id=self.claim.period_id, by=fred, at=AT)

    def deeds(self) -> Iterator[Deed]:
        self.run.refresh_from_db()
        self.claim.refresh_from_db()
        yield from self.of_the_run()
        yield from self.of_the_claim()
        for row in Adjustment.objects.order_by("pk"):
            base = f"/larkshire/supplement/corrections/{row.pk}/"
            yield Deed(f"take back {row.cause}", self.fred, f"{base}back/", WHY)
            yield Deed(f"agree to {row.cause}", self.maya, f"{base}agree/", {})
            yield Deed(f"agree to own {row.cause}", self.fred, f"{base}agree/", {})

    def of_the_run(self) -> Iterator[Deed]:
        base = f"/larkshire/supplement/runs/{self.run.pk}/"
        period = f"/larkshire/supplement/periods/{self.claim.period_id}/"
        seen = {"seen": self.run.input_hash}
        yield Deed("calculate", self.fred, f"{base}calculate/", {})
        yield Deed("review", self.fred, f"{base}review/", {})
        yield Deed("approve", self.maya, f"{base}approve/", seen)
        yield Deed("approve own", self.fred, f"{base}approve/", seen)
        yield Deed("send back", self.maya, f"{base}back/", WHY)
        yield Deed("cancel", self.fred, f"{base}cancel/", WHY)
        if self.run.claims.exists():
            yield Deed("look", self.fred, f"{base}claims/{self.claim.pk}/look/", WHY)
            yield Deed("let go", self.fred, f"{base}payments/claims/{self.claim.pk}/", WHY)
        yield Deed("make the file", self.fred, f"{base}payments/make/{PAY_ON}/", {})
        yield Deed("make the file of no day", self.fred, f"{base}payments/make/2026-01-01/", {})
        yield Deed("close the run", self.fred, f"{base}close/", WHY)
        yield Deed("close the period", self.fred, f"{period}close/", WHY)
        yield Deed("open the period", self.maya, f"{period}open/", WHY)
        yield Deed("open own period", self.fred, f"{period}open/", WHY)

    def of_the_claim(self) -> Iterator[Deed]:
        claim = self.claim.pk
        money = f"/larkshire/supplement/claims/{claim}/"
        checked = f"/larkshire/supplement/evidence/{claim}/"
        own = f"/larkshire/collaborations/{self.led.collaboration.pk}/supplement/claims/{claim}/"
        line = {
            "line": f"{self.led.acorns.pk}:{self.component}",
            "cause": "recovery",
            "pence": "-1.00",
            **WHY,
        }
        yield Deed("hold", self.fred, f"{money}hold/", WHY)
        if self.run.state in ("approved", "exported", "paid", "closed"):
            yield Deed("correct", self.fred, f"{money}correct/", line)
            out = {"member": f"out:{self.led.bluebells.pk}", **WHY}
            yield Deed("take out", self.fred, f"{money}members/", out)
        yield Deed("begin the check", self.amina, f"{checked}begin/", {})
        yield Deed("ask the leaders", self.amina, f"{checked}ask/", WHY)
        yield Deed("check again", self.amina, f"{checked}again/", WHY)
        yield Deed("let it stand", self.amina, f"{checked}appeal/", {"decision": "stand", **WHY})
        yield Deed("send", self.led.lena, f"{own}send/", {"words": "", "confirmed": "1"})
        yield Deed("answer", self.led.lena, f"{own}answer/", WHY)
        yield Deed("withdraw", self.led.lena, f"{own}withdraw/", WHY)
        yield Deed("appeal", self.led.lena, f"{own}appeal/", WHY)
        yield Deed("ask for numbers", self.led.lena, f"{own}ask/", {})
        report = f"/larkshire/collaborations/{self.led.collaboration.pk}/fund/returns/{claim}/report/"
        yield Deed("report", self.led.lena, report, {"words": "Calmer mornings."})

    def corrections(self) -> Iterator[Adjustment]:
        """One of a line, and one that a second person agrees to."""
        facts: dict[str, Any] = {"claim_id": self.claim.pk, "words": "Twice", "by": self.fred, "at": OVER}
        yield add_correction(
            membership_id=self.led.acorns.pk, component=self.component, cause="recovery", pence=-100, **facts
        )
        yield from bring_in_or_take_out(membership_id=self.led.caras.pk, is_in=False, **facts)


@pytest.fixture
def life(
    larkshire: Authority, led: Group, fred: User, maya: User, amina: User, time_machine: TimeMachineFixture
) -> Life:
    time_machine.move_to(AT, tick=False)
    with authority_scope(larkshire):
        certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
        assessed(paid_period(maya), led.collaboration, maya)
        payee_of(led.collaboration, led.acorns, maya)
        SupplierReference.objects.all().delete()
        return Life(led, fred, maya, amina)


STEPS = (
    "open",
    "calculated, with something unusual",
    "looked at",
    "reviewed",
    "approved, and nobody receives",
    "approved",
    "in a file",
    "paid",
    "its run is closed",
    "corrections wait",
    "closed",
)
#: At which steps the form of a deed is shown.
OFFERED: dict[str, set[str]] = {
    "calculate": {"open", "calculated, with something unusual", "looked at", "reviewed"},
    "cancel": {"open", "calculated, with something unusual", "looked at", "reviewed"},
    "hold": {
        "open",
        "calculated, with something unusual",
        "looked at",
        "reviewed",
        "approved, and nobody receives",
        "approved",
    },
    "check again": {"open"},
    "withdraw": {"open", "calculated, with something unusual", "looked at", "reviewed"},
    "appeal": {
        "open",
        "calculated, with something unusual",
        "looked at",
        "reviewed",
        "approved, and nobody receives",
        "approved",
        "paid",
        "its run is closed",
    },
    "look": {"calculated, with something unusual", "looked at"},
    "review": {"looked at"},
    "approve": {"reviewed"},
    "send back": {"reviewed"},
    "close the run": {"approved, and nobody receives", "approved", "paid"},
    "correct": {
        "approved, and nobody receives",
        "approved",
        "in a file",
        "paid",
        "its run is closed",
        "corrections wait",
    },
    "take out": {
        "approved, and nobody receives",
        "approved",
        "in a file",
        "paid",
        "its run is closed",
        "corrections wait",
    },
    "make the file": {"approved", "in a file", "paid", "its run is closed", "corrections wait", "closed"},
    "report": {"paid", "its run is closed"},
    "close the period": {"its run is closed"},
    "take back recovery": {"corrections wait"},
    "take back counted": {"corrections wait"},
    "agree to counted": {"corrections wait"},
    "open the period": {"closed"},
}
#: What nobody may do here, what another has to do, and what stands at another place of a claim's life.
NEVER = {
    "agree to own counted",
    "agree to own recovery",
    "agree to recovery",
    "answer",
    "approve own",
    "ask for numbers",
    "ask the leaders",
    "begin the check",
    "let go",
    "let it stand",
    "make the file of no day",
    "open own period",
    "send",
}


@pytest.mark.parametrize("step", STEPS)
def test_s8_a_form_of_a_run_or_its_claim_is_shown_only_while_it_can_be_sent(
    step: str, larkshire: Authority, life: Life, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    assert step in steps(life, larkshire, time_machine)  # which goes on until it is reached
    with authority_scope(larkshire):
        deeds = list(life.deeds())
    offered = set()
    for deed in deeds:
        answer = ask(browse(deed.by), deed.path, deed.body)
        where = (deed.name, answer)
        assert not (answer.offered and (answer.refused or answer.fields)), where
        if not answer.offered and answer.refused and answer.told:
            assert answer.refused == answer.told or "now." in answer.told, where
        if answer.offered:
            offered.add(deed.name)
    assert offered == {name for name, at in OFFERED.items() if step in at}
    assert {deed.name for deed in deeds} <= OFFERED.keys() | NEVER


def steps(life: Life, larkshire: Authority, time_machine: TimeMachineFixture) -> Iterator[str]:
    """The name of each step, once it is reached."""

    def scope() -> Any:
        return authority_scope(larkshire)

    run, fred, maya = life.run, life.fred, life.maya
    yield "open"
    with scope():
        calculated_again(run, fred)
    yield "calculated, with something unusual"
    with scope():
        for row in run.claims.exclude(exceptions=[]):
            runs.look_at(run_id=run.pk, claim_id=row.claim_id, words="Asked.", by=fred, at=AT)
    yield "looked at"
    with scope():
        runs.review_run(run_id=run.pk, by=fred, at=AT)
    yield "reviewed"
    with scope():
        runs.approve_run(run_id=run.pk, by=maya, at=AT)
    yield "approved, and nobody receives"
    with scope():
        acorns = life.led.acorns.provider
        SupplierReference.objects.create(provider=acorns, reference="LK-1001", set_by=fred, set_at=AT)
    yield "approved"
    with scope():
        exported(run, fred)
    yield "in a file"
    with scope():
        mark_payment(payment_id=Payment.objects.get().pk, outcome=Outcome.PAID, on=PAY_ON, by=fred,
                     at=AT.replace(day=20))  # fmt: skip
    time_machine.move_to(OVER, tick=False)
    yield "paid"
    with scope():
        close_run(run_id=run.pk, by=fred, at=OVER)
    yield "its run is closed"
    with scope():
        rows = [*life.corrections()]
    yield "corrections wait"
    with scope():
        for row in rows:
            take_correction_back(row_id=row.pk, words="It was right.", by=fred, at=OVER)
        close_period(period_id=life.claim.period_id, words="It is written off.", by=fred, at=OVER)
    yield "closed"
