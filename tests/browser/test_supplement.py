"""The supplement as people meet it, in a real browser: a claim from the payee to the assessment, money from the
run to the fund. Finance and officers at a desk; leaders and members on a phone of 320 px, without script.

Each way is gone by what the pages offer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, expect

from accounts.models import Authority, User
from accounts.selectors import token_of
from core.scoping import authority_scope
from supplement.models.claims import Claim
from supplement.models.fund import FundEntry
from supplement.models.payees import Payee
from supplement.models.runs import Run
from supplement.rules.payees import Part
from tests.browser.clicks import click_in_place, follow, leave, press
from tests.browser.conftest import Look, assert_reflows
from tests.browser.phone import Phone, enter_day
from tests.factories.fund import decided, objective_of, opened
from tests.factories.groups import Group
from tests.factories.library import pdf
from tests.factories.payees import link_to_sign, receives
from tests.factories.runs import assessed, certified
from tests.factories.supplement import open_period

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]


@pytest.fixture
def phone(without_script: BrowserContext, live_server: Any) -> Phone:
    return Phone(without_script, live_server.url)


def money(group: Group) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/supplement/"


def test_a_payee_is_signed_for_and_a_claim_is_sent_checked_and_assessed(
    look: Look, sign_in: SignIn, phone: Phone, larkshire: Authority, maya: User, amina: User, led: Group
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        open_period(maya, on=today)
    leader = phone.of(led.lena, money(led))
    follow(leader, "Who receives the money")
    follow(leader, "Name who receives the money")
    press(leader, "Propose it")
    expect(leader.get_by_text("There is a problem")).to_be_visible()
    assert_reflows(leader)
    leader.get_by_label("Acorns").check()
    press(leader, "Propose it")
    expect(leader.get_by_text("Everybody who signs gets an email with a link.")).to_be_visible()
    assert_reflows(leader)
    with authority_scope(larkshire):
        payee = Payee.objects.get()
        accept = token_of(link_to_sign(Part.ACCEPT, payee.pk))
        mandate = token_of(link_to_sign(Part.MANDATE, led.bluebells.pk))
    by_link = phone.of(None, f"/larkshire/supplement/accept/{accept}/")
    press(by_link, "accept")
    expect(by_link.get_by_text("Thank you. You have accepted.")).to_be_visible()
    by_link = phone.of(None, f"/larkshire/supplement/mandate/{mandate}/")
    by_link.get_by_label("Type your name to sign").fill("Mo Siddiqui")
    press(by_link, "Sign")
    expect(by_link.get_by_text("Thank you. Your mandate is signed.")).to_be_visible()
    assert_reflows(by_link)

    sign_in(led.lena)
    page = look.at("/larkshire/", "supplement-home")
    follow(page, "Claim the supplement for Autumn")
    press(page, "Begin the claim")
    look.check("supplement-claim")
    follow(page, "Send the claim")
    leave(page.get_by_role("main").get_by_role("button").first)
    look.check("supplement-claim-checked")
    press(page, "Send the claim")
    expect(page.get_by_text("The claim is sent.")).to_be_visible()

    sign_in(amina)
    page = look.at("/larkshire/supplement/evidence/", "supplement-queue")
    follow(page, "Riverside")
    follow(page, "Begin the check")
    press(page, "Begin the check")
    look.check("supplement-evidence")
    follow(page, "Assess")
    press(page, "Record the assessment")
    look.check("supplement-assess-nothing-chosen")
    page.get_by_label("Eligible", exact=True).check()
    press(page, "Record the assessment")
    expect(page.get_by_text("The assessment is recorded, and the leaders are told.")).to_be_visible()
    with authority_scope(larkshire):
        assert Claim.objects.get().state == "assessed"
    told = phone.of(led.lena, money(led))
    assert_reflows(told)


def test_a_run_is_approved_by_another_and_its_payment_comes_to_the_fund(
    look: Look, sign_in: SignIn, phone: Phone, larkshire: Authority, maya: User, fred: User, led: Group
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        period = open_period(maya, on=today)
        certified(led.lena, {led.acorns: 9, led.bluebells: 4, led.caras: 1}, on=period.count_on)
        assessed(period, led.collaboration, maya)
        receives(led.acorns, led.lena, on=today - timedelta(days=25))
    sign_in(fred)
    page = look.at("/larkshire/supplement/references/", "supplement-references")
    leave(page.get_by_role("row", name="Acorns").get_by_role("link").last)
    page.get_by_role("main").get_by_role("textbox").first.fill("LK-1001")
    leave(page.get_by_role("main").get_by_role("button").first)
    page = look.at("/larkshire/supplement/runs/", "supplement-runs")
    follow(page, "Begin a payment run")
    page.get_by_role("main").get_by_role("radio").first.check()
    press(page, "Begin")
    follow(page, "Calculate")
    press(page, "Calculate")
    page.reload()
    look.check("supplement-run-calculated")
    expect(page.get_by_text("£175").first).to_be_visible()
    follow(page, "Record the review")
    press(page, "Record the review")
    expect(page.get_by_text("A second person can approve the run now.")).to_be_visible()
    assert page.get_by_role("button", name="Approve").count() == 0
    with authority_scope(larkshire):
        run = Run.objects.get()
    sign_in(maya)
    page = look.at(f"/larkshire/supplement/runs/{run.pk}/", "supplement-run-reviewed")
    follow(page, "Approve")
    press(page, "Approve it for good")
    expect(page.get_by_text("The run is approved.")).to_be_visible()

    sign_in(fred)
    page = look.at(f"/larkshire/supplement/runs/{run.pk}/", "supplement-run-approved")
    follow(page, "Payments")
    look.check("supplement-payments")
    follow(page, "Make the payment file")
    press(page, "Make the payment file")
    look.check("supplement-payment-file")
    with page.expect_download() as taken:
        click_in_place(page.locator("main a").filter(has_text="CSV").first)
    assert taken.value.suggested_filename.endswith(".csv")
    with authority_scope(larkshire):
        payment = run.payments.get()
    page = look.at(f"/larkshire/supplement/runs/{run.pk}/payments/{payment.pk}/", "supplement-mark-payment")
    page.get_by_role("radio", name="It was paid").check()
    enter_day(page, "on", today)
    press(page, "Record it")
    expect(page.get_by_text("Recorded.")).to_be_visible()
    with authority_scope(larkshire):
        assert FundEntry.objects.get().pence == 17_500
    reader = phone.of(led.mo, money(led))
    expect(reader.get_by_text("£175").first).to_be_visible()
    assert_reflows(reader)
    follow(reader, "Show working")
    expect(reader.get_by_text("12.50").first).to_be_visible()
    assert_reflows(reader)


def test_members_decide_and_the_leader_spends_with_a_receipt(
    phone: Phone, larkshire: Authority, maya: User, led: Group
) -> None:
    now = timezone.now()
    with authority_scope(larkshire):
        objective = objective_of(led.collaboration, led.lena)
        opened(led.collaboration, 50_000, by=maya, at=now)
        decided(led.collaboration, 20_000, by=led.lena, at=now)
    page = phone.of(led.lena, money(led))
    follow(page, "The fund")
    assert_reflows(page)
    follow(page, "Record a decision to spend")
    page.get_by_label("What is the money for?").fill("Books about feelings")
    page.get_by_label("How much may be spent?").fill("£300.01")
    page.get_by_label(objective.aim).check()
    page.get_by_label("Somewhere else").check()
    page.get_by_label("Where was it?").fill("Our meeting in October, item 4")
    enter_day(page, "on", timezone.localdate())
    press(page, "Record the decision")
    expect(page.get_by_text("£300 is free").first).to_be_visible()
    assert_reflows(page)
    page.get_by_label("How much may be spent?").fill("300")
    press(page, "Record the decision")
    expect(page.get_by_text("The decision is recorded.")).to_be_visible()
    follow(page, "Books about feelings")
    follow(page, "Record what you ordered or bought")
    page.get_by_label("What did you order or buy?").fill("Twelve picture books")
    page.get_by_label("How much").first.fill("84.50")
    enter_day(page, "ordered_on", timezone.localdate())
    page.locator("[name=files]").set_input_files(
        {"name": "receipt.pdf", "mimeType": "application/pdf", "buffer": pdf().getvalue()}
    )
    press(page, "Record it")
    expect(page.get_by_text("It is recorded.")).to_be_visible()
    expect(page.get_by_text("£84.50").first).to_be_visible()
    assert_reflows(page)
