"""The leader's own page on a phone of 320 px, as the leader goes through it (L3): read, write, let somebody read it,
open a letter, see whom to ring.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.steps import LeaderWords
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from memberships.models.members import LeaderAppointment
from tests.browser.clicks import click_in_place, follow, press
from tests.browser.conftest import PHONE, Look, assert_reflows
from tests.browser.phone import Phone
from tests.factories.conversation import CaseStepFactory, CaseSupportFactory
from tests.factories.groups import Group, person_of
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.letters import let_read_page, sent_letter

pytestmark = pytest.mark.django_db(transaction=True)
AGREED = "We meet at the setting on Tuesday.\nYou tell the members yourself, and we are there with you."


@pytest.fixture
def dora(larkshire: Authority, led: Group, amina: User) -> User:
    """Works at Lena's setting."""
    with authority_scope(larkshire):
        return person_of(led.acorns.provider, "Dora Deputy", amina)


@pytest.fixture
def told(larkshire: Authority, led: Group, amina: User, maya: User) -> LeadershipCase:
    """Lena's case after the first conversation: what was agreed, a visit, a letter."""
    Authority.objects.filter(pk=larkshire.pk).update(contact_phone="01632 960000")
    now = timezone.now()
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointment.objects.get(user=led.lena)
        case = LeadershipCaseFactory(appointment=appointment, ground="told", opened_at=now)
        assign_case(case_id=case.pk, officer=amina, by=maya, at=now)
        LeadershipCase.objects.filter(pk=case.pk).update(told_leader_at=now, stage="publication")
        let_read_page(case, led.lena, is_exceptional=False)
        today = timezone.localdate(now)
        CaseStepFactory(case=case, by=amina, on_day=today, at=now, agreed=AGREED, words="Only for the team")
        CaseSupportFactory(case=case, by=amina, offered_on=today, at=now)
        sent_letter(case, amina, now)
    return case


def walk_to(page: Page, name: str) -> None:
    """The Tab key, until what bears the name has the focus."""
    focused = page.locator("main :focus", has_text=name)
    for _time in range(60):
        page.keyboard.press("Tab")
        if focused.count():
            return
    raise AssertionError(f"the Tab key does not come to {name}")


def test_l3_the_leader_reads_writes_and_lets_somebody_read_on_a_phone(
    look: Look,
    sign_in: Callable[[Any], None],
    larkshire: Authority,
    led: Group,
    dora: User,
    told: LeadershipCase,
) -> None:
    sign_in(led.lena)
    page = look.page
    page.set_viewport_size(PHONE)
    page.goto(f"{look.base}/larkshire/")
    follow(page, "Something for you")
    main = page.get_by_role("main")
    for said in ("Thank you, Lena Hartley", "We meet at the setting on Tuesday.", "Amina Yusuf"):
        expect(main).to_contain_text(said)
    expect(main).not_to_contain_text("Only for the team")
    assert page.locator("main a[href^='tel:']").count() == 1
    assert page.locator("main a[href^='mailto:']").count() == 1
    look.check("leader-page")

    page.set_viewport_size(PHONE)
    with page.expect_download() as download:
        click_in_place(main.get_by_role("link", name="(PDF)"))
    assert download.value.suggested_filename == "Letter.pdf"

    walk_to(page, "Add your own words")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press(page, "Add them")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Write what you would like to add")
    look.check("leader-page-words-error")
    page.get_by_label("What would you like to add?").fill("I would like to tell them at the next meeting.")
    press(page, "Add them")
    expect(main).to_contain_text("I would like to tell them at the next meeting.")

    follow(page, "Let somebody at your setting read this")
    press(page, "Let them read it")
    look.check("leader-page-let-read-error")
    page.get_by_label("Dora Deputy").check()
    press(page, "Let them read it")
    expect(main).to_contain_text("This person can read the page now.")
    look.check("leader-page-shared")

    with authority_scope(larkshire), every_case():
        assert LeaderWords.objects.get().words == "I would like to tell them at the next meeting."


def test_l3_who_was_let_in_reads_it_without_script_until_it_is_ended(
    without_script: BrowserContext,
    live_server: Any,
    larkshire: Authority,
    led: Group,
    dora: User,
    told: LeadershipCase,
) -> None:
    phone = Phone(without_script, live_server.url)
    with authority_scope(larkshire):
        let_read_page(told, dora, is_exceptional=True)
    reads = phone.of(dora, "/larkshire/")
    follow(reads, "Something for you")
    expect(reads.get_by_role("main")).to_contain_text("We meet at the setting on Tuesday.")
    expect(reads.get_by_role("link", name="Add your own words")).to_have_count(0)
    assert_reflows(reads)
    leader = phone.of(led.lena, f"/larkshire/leadership/mine/{told.pk}/")
    follow(leader, "Stop")
    assert_reflows(leader)
    press(leader, "Stop it")
    expect(leader.get_by_role("main")).to_contain_text("This person can no longer read the page.")
    gone = phone.of(dora, f"/larkshire/leadership/mine/{told.pk}/")
    expect(gone.get_by_role("main")).not_to_contain_text("We meet at the setting")
