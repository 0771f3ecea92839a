"""S10, S5: the fund on its pages, for its leader, members, the team and everybody else."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.roles import appoint_to_role
from core.frame.news import news_for
from core.scoping import authority_scope
from supplement.models.claims import Claim
from supplement.models.fund import LeaverSettlement, Receipt, Spending, SpendingDecision, SpendReturn
from supplement.services.fund import say_what_changed
from supplement.services.spending import Upload, add_receipts
from tests.factories.agreed import agreed
from tests.factories.fund import decided, objective_of, opened, ordered, paid
from tests.factories.groups import Group
from tests.factories.library import pdf
from tests.factories.supplement import open_period

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
TODAY = {"day": "30", "month": "11", "year": "2026"}


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def rich(larkshire: Authority, led: Group, fred: User) -> Group:
    """Riverside with £1,000 and a plan."""
    with authority_scope(larkshire):
        opened(led.collaboration, 100_000, by=fred, at=NOW)
        objective_of(led.collaboration, led.lena)
    return led


@pytest.fixture
def base(rich: Group) -> str:
    return f"/larkshire/collaborations/{rich.collaboration.pk}/fund/"


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def day(name: str) -> dict[str, str]:
    return {f"{name}_{part}": value for part, value in TODAY.items()}


def test_s10_a_leader_decides_orders_pays_and_tells_what_it_changed(
    larkshire: Authority, rich: Group, base: str, browse: Browse
) -> None:
    client = browse(rich.lena)
    assert "Nothing is decided yet" in text_of(client.get(base))
    with authority_scope(larkshire):
        objective = objective_of(rich.collaboration, rich.lena)
    form = {"what": "Training", "pence": "£600", "objective": str(objective.pk), "decided": "elsewhere"}
    answer = client.post(f"{base}decide/", form)
    assert set(answer.context["form"].errors) == {"words"}
    form |= {"words": "Our meeting of November, item 4", **day("on")}
    too_much = client.post(f"{base}decide/", {**form, "pence": "1,000.01"})
    assert too_much.context["form"].errors == {
        "pence": ["£1,000 is free. A decision cannot be about more than that."]
    }
    page = text_of(client.post(f"{base}decide/", form, follow=True))
    assert "The decision is recorded" in page
    with authority_scope(larkshire):
        decision = SpendingDecision.objects.get()
    of_decision = f"{base}decisions/{decision.pk}/"
    assert "Our meeting of November, item 4" in text_of(client.get(of_decision))
    photograph = SimpleUploadedFile("IMG_7.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 40, "image/jpeg")
    receipt = SimpleUploadedFile("receipt.pdf", pdf("R").read(), "application/pdf")
    bought = {"what": "A day", "pence": "250.50", **day("ordered_on"), "key": "k1"}
    sent = {**bought, "photographs": [photograph], "files": [receipt]}
    assert client.post(f"{of_decision}order/", sent).status_code == 302
    assert client.post(f"{of_decision}order/", bought).status_code == 302  # pressed twice
    with authority_scope(larkshire):
        row = Spending.objects.get()
        assert Receipt.objects.count() == 2
    wrong = {**day("paid_on"), "files": [SimpleUploadedFile("a.txt", b"two pounds")]}
    assert set(client.post(f"{base}spending/{row.pk}/paid/", wrong).context["form"].errors) == {"files"}
    assert client.post(f"{base}spending/{row.pk}/paid/", day("paid_on")).status_code == 302
    page = text_of(client.get(of_decision))
    assert "£250.50" in page
    assert "IMG_7.jpg" in page.replace("<wbr>", "")
    assert (
        client.post(f"{of_decision}changed/", {"changed": "Children talk more.", "seen": ""}).status_code
        == 200
    )
    mark = client.get(f"{of_decision}changed/").context["form"]["seen"].value()
    sent = {"changed": "Children talk more.", "seen": mark}
    assert client.post(f"{of_decision}changed/", sent).status_code == 302
    assert client.post(f"{base}spending/{row.pk}/take-back/", {"words": "Twice"}).status_code == 302
    assert client.post(f"{of_decision}close/", {"words": "Done"}).status_code == 302
    page = text_of(client.get(of_decision))
    assert "Children talk more." in page
    assert "Twice" in page
    page = text_of(client.get(base))
    assert "£1,000" in page
    assert "Closed" in page


def test_s10_members_and_the_team_read_and_do_not_write(
    larkshire: Authority, rich: Group, base: str, browse: Browse, amina: User, fred: User, quinn: User
) -> None:
    with authority_scope(larkshire):
        decision = decided(rich.collaboration, 60_000, by=rich.lena, at=NOW)
        bought = ordered(decision, 100, by=rich.lena, at=NOW)
        add_receipts(
            collaboration_id=rich.collaboration.pk, spending_id=bought.pk,
            receipts=[Upload(io.BytesIO(pdf("R").read()), "r.pdf")], by=rich.lena, at=NOW,
        )  # fmt: skip
        receipt = Receipt.objects.get()
    pages = ("", "entries/", "spending/", f"decisions/{decision.pk}/")
    for person in (rich.mo, amina, fred, rich.lena):
        client = browse(person)
        for page in pages:
            assert client.get(f"{base}{page}").status_code == 200, (person, page)
    for person in (rich.mo, amina, fred):
        client = browse(person)
        for page in ("decide/", f"decisions/{decision.pk}/order/", f"spending/{bought.pk}/take-back/"):
            assert client.post(f"{base}{page}", {}).status_code == 403, (person, page)
    assert browse(quinn).get(base).status_code == 403
    answer = browse(rich.mo).get(f"{base}receipts/{receipt.pk}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cache-Control"] == "private, no-store"
    answer.close()
    assert "The fund" in text_of(browse(rich.mo).get(base.replace("fund/", "supplement/")))


def test_s10_to_others_the_fund_does_not_exist(
    larkshire: Authority, rich: Group, base: str, browse: Browse, sam: User, elsewhere: Any, otto: User
) -> None:
    with authority_scope(larkshire):
        decision = decided(rich.collaboration, 60_000, by=rich.lena, at=NOW)
    for person in (sam, otto):
        for page in ("", "entries/", "decide/", f"decisions/{decision.pk}/", "open/"):
            assert browse(person).get(f"{base}{page}").status_code == 404, (person, page)
    other = f"/larkshire/collaborations/{elsewhere.pk}/fund/decisions/{decision.pk}/"
    with authority_scope(larkshire):
        appoint_to_role(user=sam, role=Role.OFFICER, starts_on=date(2026, 1, 1), by=None)
    assert browse(sam).get(other).status_code == 404


def test_s10_the_team_records_the_opening_balance_once(
    larkshire: Authority, led: Group, browse: Browse, fred: User
) -> None:
    base = f"/larkshire/collaborations/{led.collaboration.pk}/fund/"
    client = browse(fred)
    assert "Record the opening balance" in text_of(client.get(base))
    form = {"pence": "1,234.50", "words": "Spend return of July", **day("on")}
    bank = client.post(f"{base}open/", {**form, "words": "20-45-45 12345678"})
    assert set(bank.context["form"].errors) == {"words"}
    assert "£1,234.50" in text_of(client.post(f"{base}open/", form, follow=True))
    assert "Record the opening balance" not in text_of(client.get(base))
    assert browse(led.lena).get(f"{base}open/").status_code == 403


def test_s10_a_leader_reports_the_spending_of_a_paid_claim_once(
    larkshire: Authority, rich: Group, base: str, browse: Browse, maya: User, fred: User
) -> None:
    with authority_scope(larkshire):
        period = open_period(maya, on=NOW.date())
        paid(
            period,
            rich.collaboration,
            {rich.acorns: 20_000, rich.bluebells: 10_000},
            by=fred,
            approver=maya,
            at=NOW,
        )
        decision = decided(rich.collaboration, 110_000, by=rich.lena, at=NOW)
        ordered(decision, 105_000, by=rich.lena, at=NOW, paid_on=NOW.date())
        claim = Claim.objects.get()
    client = browse(rich.lena)
    assert "Not reported" in text_of(client.get(base))
    report = f"{base}returns/{claim.pk}/report/"
    page = text_of(client.get(report))
    assert "These payments have no receipt yet" in page
    assert set(client.post(report, {"words": " "}).context["form"].errors) == {"words"}
    page = text_of(client.post(report, {"words": "Two settings trained."}, follow=True))
    assert "Two settings trained." in page
    client.post(report, {"words": "Other words"})  # pressed twice
    with authority_scope(larkshire):
        row = SpendReturn.objects.get()
        figures = (row.received_pence, row.spent_pence, row.committed_pence, row.left_pence)
        assert figures == (30_000, 5_000, 5_000, 25_000)
        assert (row.missing_receipts, row.words) == (1, "Two settings trained.")
        assert Claim.objects.get().state == "reported"
    assert client.get(report).status_code == 302
    assert browse(rich.mo).get(f"{base}returns/{claim.pk}/").status_code == 200


def test_s5_a_share_that_is_voted_on_is_settled_in_steps_that_stay(
    larkshire: Authority, rich: Group, base: str, browse: Browse, maya: User, fred: User, amina: User
) -> None:
    with authority_scope(larkshire):
        period = open_period(maya, on=NOW.date())
        shares = {rich.acorns: 20_000, rich.caras: 10_000}
        paid(period, rich.collaboration, shares, by=fred, approver=maya, at=NOW)
        rich.caras.left_on = date(2026, 11, 30)
        rich.caras.save()
        agreed(rich.collaboration, amina, on=date(2026, 9, 1), values={"leaver_funding": "vote"})
    address = f"{base}leavers/{rich.caras.pk}/"
    client = browse(rich.lena)
    assert "Share of Cara" in text_of(client.get(base))
    assert "How the sum is worked out" in text_of(client.get(address))
    assert browse(rich.mo).post(address, {}).status_code == 403
    assert set(client.post(address, {"words": ""}).context["form"].errors) == {"goes"}
    none = client.post(address, {"goes": "returned", "words": ""})
    assert set(none.context["form"].errors) == {"words"}
    page = text_of(client.post(address, {"goes": "returned", "words": "Meeting of 28 November"}, follow=True))
    assert "Its share of what came is £100.00 of £300.00" in page
    client.post(address, {"goes": "stays", "words": "Other"})  # pressed twice
    with authority_scope(larkshire):
        row = LeaverSettlement.objects.get()
        assert (row.goes, row.pence) == ("returned", row.entry.pence)
        assert row.pence == 5_000  # 60 of 120 days


def test_s10_a_fund_takes_as_many_queries_whatever_it_holds(
    larkshire: Authority, rich: Group, base: str, browse: Browse
) -> None:
    client = browse(rich.lena)
    numbers = []
    for number in (1, 3):
        with authority_scope(larkshire):
            for place in range(number):
                row = decided(rich.collaboration, 1_000, by=rich.lena, at=NOW, what=f"{number} {place}")
                ordered(row, 100, by=rich.lena, at=NOW)
        client.get(base)
        with CaptureQueriesContext(connection) as queries:
            client.get(base)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_s10_a_leader_is_told_at_home_what_is_still_to_do_and_members_in_their_news(
    larkshire: Authority,
    rich: Group,
    browse: Browse,
    maya: User,
    fred: User,
    time_machine: TimeMachineFixture,
) -> None:
    with authority_scope(larkshire):
        period = open_period(maya, on=NOW.date())
        paid(period, rich.collaboration, {rich.acorns: 20_000, rich.caras: 1}, by=fred, approver=maya, at=NOW)
        decision = decided(rich.collaboration, 50_000, by=rich.lena, at=NOW)
        ordered(decision, 5_000, by=rich.lena, at=NOW, paid_on=NOW.date())
        rich.caras.left_on = date(2026, 11, 29)
        rich.caras.save()
        days = {"since": date(2026, 11, 30), "until": date(2026, 12, 1)}
        assert "Decision to spend: Training" in [item.what for item in news_for(rich.mo, **days)]
        assert news_for(rich.lena, **days) == []
    time_machine.move_to(datetime(2027, 3, 1, 10, tzinfo=UTC), tick=False)
    page = text_of(browse(rich.lena).get("/larkshire/"))
    assert "Report what the money was spent on: Autumn" in page
    assert "1 payment of your fund has no receipt" in page
    assert "Settle the share of Cara" in page
    assert "no receipt" not in text_of(browse(rich.mo).get("/larkshire/"))


def test_s10_what_money_changed_is_offered_where_the_plan_is_evaluated_and_its_objective_stays(
    larkshire: Authority, rich: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        decision = decided(rich.collaboration, 50_000, by=rich.lena, at=NOW)
        say_what_changed(
            collaboration_id=rich.collaboration.pk,
            decision_id=decision.pk,
            changed="Children talk more.",
            by=rich.lena,
        )
        objective = decision.objective
    client = browse(rich.lena)
    plan = f"/larkshire/collaborations/{rich.collaboration.pk}/development/{objective.plan_id}/"
    assert "Children talk more." in text_of(client.get(f"{plan}effect/"))
    page = text_of(client.post(f"{plan}objectives/{objective.pk}/remove/"))
    assert "A decision to spend money names this objective, so it stays." in page
