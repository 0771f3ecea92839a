"""S11: the reports on their pages and in their sheets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.exports.registry import find_export
from core.scoping import authority_scope
from supplement.models.fund import FundEntry, Spending, SpendingDecision
from supplement.models.payments import Payment, PaymentFile
from supplement.models.runs import Run
from supplement.models.schemes import Scheme
from supplement.rules.criteria import Consequence, Kind
from supplement.services import runs
from tests.factories.development import plan_with_action
from tests.factories.groups import Group
from tests.factories.runs import assessed, calculated, certified, criteria_of, paid_period, payee_of, reviewed
from tests.factories.supplement import approved, open_period

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
BASE = "/larkshire/supplement/reports/"
PAGES = ("", "rules/", "ceiling/", "over-500/", "rates/", "balances/", "objectives/", "settings/")


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def sheet(authority: Authority, by: User, identifier: str, **filters: str) -> list[tuple[object, ...]]:
    with authority_scope(authority):
        return [tuple(row) for row in find_export(identifier).rows(filters, by=by)]


@pytest.fixture
def run(larkshire: Authority, led: Group, maya: User, fred: User) -> Run:
    """Acorns has 8 staff, Bluebells 3, Cara 1: £100, £37.50 and £12.50, approved."""
    with authority_scope(larkshire):
        period = paid_period(maya)
        certified(maya, {led.acorns: 8, led.bluebells: 3, led.caras: 1})
        payee_of(led.collaboration, led.acorns, maya)
        assessed(period, led.collaboration, maya)
        made = reviewed(calculated(period, fred), fred)
        runs.approve_run(run_id=made.pk, by=maya, at=NOW)
        made.refresh_from_db()
        return made


def test_s11_every_report_says_what_comes_where_nothing_is_yet(
    larkshire: Authority, fred: User, browse: Browse
) -> None:
    client = browse(fred)
    for page in PAGES:
        assert "app-empty" in client.get(f"{BASE}{page}").content.decode() or page == ""


def test_s11_nobody_but_the_team_reads_reports(
    led: Group, sam: User, otto: User, browse: Browse, larkshire: Authority
) -> None:
    for page in PAGES:
        for person in (led.lena, led.mo, sam):
            assert browse(person).get(f"{BASE}{page}").status_code == 403
        assert browse(otto).get(f"{BASE}{page}").status_code == 404


def test_s11_the_total_stands_beside_the_ceiling(
    larkshire: Authority, run: Run, fred: User, browse: Browse
) -> None:
    page = text_of(browse(fred).get(f"{BASE}ceiling/"))
    assert "£150" in page  # no planned funding is entered: no share
    with authority_scope(larkshire):
        scheme = Scheme.objects.get()
        row = sheet(larkshire, fred, "supplement-ceiling")
    assert [cell for cell in row[0] if cell == 15_000]
    assert scheme.planned_funding_pence is None


def test_s11_each_setting_is_shown_with_what_it_brought(
    larkshire: Authority, led: Group, run: Run, fred: User, browse: Browse
) -> None:
    page = text_of(browse(fred).get(f"{BASE}settings/"))
    for name, pounds in (("Acorns", "£100"), ("Bluebells", "£37.50"), ("Cara", "£12.50")):
        assert escape(name) in page
        assert pounds in page
    assert "3 lines" in page
    with authority_scope(larkshire):
        period = str(run.period_id)
    rows = sheet(larkshire, fred, "supplement-members", period=period)
    assert sum(int(str(row[4])) for row in rows) == 15_000
    assert not sheet(larkshire, fred, "supplement-members", kind="school")


def test_s11_who_did_not_meet_a_rule_is_told_by_kind_and_not_in_small_numbers(
    larkshire: Authority, led: Group, maya: User, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        scheme = approved_with_return(maya)
        period = scheme.periods.get()
        assert {row.kind for row in criteria_of(period)} == {"active_members", "return"}
        certified(maya, {led.acorns: 8}, on=period.count_on)
        assessed(period, led.collaboration, maya)
        made = reviewed(calculated(period, fred, at=NOW), fred)
        runs.approve_run(run_id=made.pk, by=maya, at=NOW)
    page = text_of(browse(fred).get(f"{BASE}rules/"))
    assert "Staff number certified" in page
    assert "Not shown: small numbers" in page
    assert "Active members" in page
    assert "1 of 1 (100%)" in page
    assert browse(fred).get(f"{BASE}rules/", {"period": "99999"}).status_code == 404
    rows = sheet(larkshire, fred, "supplement-rules", period=str(period.pk))
    assert ("Active members", "All collaborations", 1, 1, "100%", "Yes") in rows
    assert all(row[3] is None for row in rows if row[5] == "Small numbers")


def approved_with_return(by: User) -> Scheme:
    """A scheme that asks each member for its staff number."""
    criteria = [
        {"consequence": Consequence.WARN},
        {"kind": Kind.RETURN, "threshold": None, "consequence": Consequence.EXCLUDE},
    ]
    return open_period(by, on=date(2026, 10, 1), criteria=criteria).scheme


def test_s11_payments_over_500_pounds_are_those_that_were_paid(
    larkshire: Authority, led: Group, run: Run, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        claim = run.claims.get().claim
        file = PaymentFile.objects.create(
            run=run, pay_on=date(2026, 7, 15), number=1, count=1, total_pence=1, digest="0" * 64, made_by=fred,
            made_at=NOW,
        )  # fmt: skip
        for day, pence, state in ((16, 50_001, "paid"), (17, 50_000, "paid"), (18, 90_000, "due")):
            paid = {"state": state, "paid_on": date(2026, 7, day), "file": file} if state == "paid" else {}
            Payment.objects.create(
                run=run, claim=claim, collaboration=led.collaboration, payee=led.acorns.provider,
                reference="LK-1001", pay_on=date(2026, 7, day), pence=pence, **paid,
            )  # fmt: skip
    page = text_of(browse(fred).get(f"{BASE}over-500/"))
    assert "£500.01" in page
    assert "£900" not in page
    assert "1 payment" in page
    [row] = sheet(larkshire, fred, "supplement-over-500")
    assert row[:4] == (date(2026, 7, 16), "Acorns", 50_001, "Supplement 2026 to 2027, Summer 2026")
    assert not sheet(larkshire, fred, "supplement-over-500", paid_on_from="2026-07-17")
    assert "redacted in the sheet" not in page
    with authority_scope(larkshire):
        Payment.objects.create(
            run=run, claim=claim, collaboration=led.collaboration, payee=led.caras.provider, reference="LK-2",
            pay_on=date(2026, 7, 20), pence=60_000, state="paid", paid_on=date(2026, 7, 20), file=file,
        )  # fmt: skip
        name = str(led.caras.provider.name)
    page = text_of(browse(fred).get(f"{BASE}over-500/"))
    assert escape(name) in page
    assert "1 of these payments is redacted in the sheet." in page
    row = sheet(larkshire, fred, "supplement-over-500")[0]
    assert row[1] == "Redacted: personal data"
    assert not any(name in str(cell) for cell in row)


def test_s11_rates_stand_beside_those_of_the_year_before(
    larkshire: Authority, maya: User, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        for year in (2026, 2027):
            approved(maya, at=datetime(2026, 2, 2, 10, tzinfo=UTC), starts_on=date(year, 4, 1))
    page = text_of(browse(fred).get(f"{BASE}rates/"))
    assert "Supplement 2026 to 2027" in page
    assert "£12.50" in page
    assert "(0%)" in page
    assert len(sheet(larkshire, fred, "supplement-rates")) == 2


def test_s11_balances_and_objectives_add_up(
    larkshire: Authority, led: Group, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        objective = plan_with_action(led.collaboration, led.lena).objective
        facts = {"collaboration": led.collaboration, "at": NOW}
        FundEntry.objects.create(kind="opening", pence=100_000, on=NOW.date(), **facts)
        FundEntry.objects.create(kind="returned", pence=10_000, on=NOW.date(), words="Too much", **facts)
        decision = SpendingDecision.objects.create(
            collaboration=led.collaboration, what="Books", pence=40_000, objective=objective,
            minute_words="May", decided_on=NOW.date(), recorded_by=led.lena, recorded_at=NOW,
        )  # fmt: skip
        for pence, paid_on, taken_back in (
            (12_345, NOW.date(), None), (5_000, None, None), (7_777, NOW.date(), NOW)
        ):  # fmt: skip
            back = {"taken_back_at": NOW, "taken_back_by": led.lena} if taken_back else {}
            Spending.objects.create(
                decision=decision, what="Books", pence=pence, ordered_on=NOW.date(), paid_on=paid_on,
                recorded_by=led.lena, recorded_at=NOW, **back,
            )  # fmt: skip
    page = text_of(browse(fred).get(f"{BASE}balances/"))
    assert "£776.55" in page  # £1,000 - £100 - £123.45
    assert [row[2:] for row in sheet(larkshire, fred, "supplement-balances")] == [
        (100_000, 10_000, 12_345, 5_000, 77_655)
    ]
    page = text_of(browse(fred).get(f"{BASE}objectives/"))
    assert "£123.45" in page
    [row] = sheet(larkshire, fred, "supplement-objectives")
    assert row[3:] == (40_000, 5_000, 12_345)
