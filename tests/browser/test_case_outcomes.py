"""How a leadership case ends, in a real browser: five outcomes, each gone by what the pages offer from where
the outcome's own way begins (L3, O6).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.rules.stages import Stage
from leadership.rules.steps import StepKind
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from leadership.services.eligibility import review_leaders
from memberships.models.members import LeaderAppointment
from tests.browser.clicks import follow, leave, press
from tests.browser.conftest import Look, assert_reflows
from tests.browser.phone import Phone, enter_day
from tests.factories.conversation import CaseStepFactory, PossibleSuccessorFactory, ReinstatementFactory
from tests.factories.groups import Group, judged
from tests.factories.leadership import LeadershipCaseFactory

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]
LIST = "/larkshire/leadership/"
BELOW, GOOD = 3, 2


@pytest.fixture
def phone(without_script: BrowserContext, live_server: Any) -> Phone:
    return Phone(without_script, live_server.url)


def group_page(group: Group) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/"


def case_of_lena(group: Group, officer: User, by: User, *, stage: Stage, **facts: Any) -> LeadershipCase:
    """Published and talked over, with an officer: where it stands is ``stage``. In the scope of the caller."""
    now, today = timezone.now(), timezone.localdate()
    with every_case():
        inspection = judged(group.acorns.provider, BELOW, on=today - timedelta(days=60))
        case = LeadershipCaseFactory(
            appointment=LeaderAppointment.objects.get(user=group.lena),
            inspection=inspection,
            opened_at=now - timedelta(days=40),
        )
        assign_case(case_id=case.pk, officer=officer, by=by, at=now)
        facts = {"published_on": today - timedelta(days=30), "told_leader_at": now, **facts}
        LeadershipCase.objects.filter(pk=case.pk).update(stage=stage, stage_since=today, **facts)
        CaseStepFactory(case=case, by=officer, kind=StepKind.SUCCESSION)
        case.refresh_from_db()
    return case


def back_to_the_case(page: Page) -> None:
    """From any page: nothing of a group leads to a case, so by the head and the list."""
    leave(page.get_by_role("banner").get_by_role("link", name="Support"))
    follow(page, "Leadership cases")
    follow(page, "Lena Hartley")


def problem(page: Page) -> None:
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()


def test_l3_somebody_agrees_is_appointed_and_the_leaders_time_ends(
    look: Look, sign_in: SignIn, larkshire: Authority, led: Group, amina: User, maya: User
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire), every_case():
        case = case_of_lena(led, amina, maya, stage=Stage.SUCCESSION)
        PossibleSuccessorFactory(case=case, membership=led.bluebells, user=led.mo, noted_by=amina)
    sign_in(amina)
    page = look.at(f"{LIST}{case.pk}/", "outcome-succession")
    follow(page, "Record what they say")
    page.get_by_label("Yes").check()
    press(page, "Record it")
    look.check("outcome-somebody-agrees")
    press(page, "Appoint the next leader")
    page.get_by_label("Mo Siddiqui, Bluebells").check()
    enter_day(page, "starts_on", today)
    press(page, "Appoint the leader")
    expect(page.get_by_text("Mo Siddiqui").first).to_be_visible()

    back_to_the_case(page)
    press(page, "End the leader’s time")
    enter_day(page, "ends_on", today - timedelta(days=1))
    press(page, "Record the end")
    back_to_the_case(page)
    expect(page.get_by_role("button", name="Record that the leader has stepped down")).to_be_visible()
    sign_in(led.lena)
    page.goto(f"{look.base}{group_page(led)}")
    expect(page.get_by_role("main")).to_contain_text("Mo Siddiqui")


def test_l3_the_leader_has_stepped_down(
    look: Look, sign_in: SignIn, larkshire: Authority, led: Group, amina: User, maya: User
) -> None:
    with authority_scope(larkshire), every_case():
        case = case_of_lena(led, amina, maya, stage=Stage.SUCCESSION)
        LeaderAppointment.objects.filter(user=led.lena).update(ends_on=timezone.localdate())
    sign_in(amina)
    page = look.at(f"{LIST}{case.pk}/", "outcome-no-longer-leads")
    press(page, "Record that the leader has stepped down")
    page.get_by_label("What the leader reads").fill(
        "Thank you for three years of leading, and for handing over."
    )
    press(page, "Record it")
    look.check("outcome-stepped-down")
    press(page, "Close the case")
    press(page, "Close the case")
    problem(page)
    page.get_by_label("The leader has stepped down").check()
    page.get_by_label("Why?").fill("Mo leads now. They met and went through the papers.")
    press(page, "Close the case")
    expect(page.get_by_text("The case is closed.")).to_be_visible()
    look.check("outcome-succeeded")


def test_l3_the_leader_stays_and_each_support_says_what_follows_and_where(
    look: Look, sign_in: SignIn, phone: Phone, larkshire: Authority, led: Group, amina: User, maya: User
) -> None:
    with authority_scope(larkshire), every_case():
        case = case_of_lena(led, amina, maya, stage=Stage.SUCCESSION)
    sign_in(maya)
    page = look.at(f"{LIST}{case.pk}/", "outcome-before-they-stay")
    follow(page, "Record that the leader stays")
    press(page, "Record it")
    problem(page)
    look.check("outcome-stays-error")
    page.get_by_label("Why does the leader stay?").fill("The members asked her to go on until summer.")
    press(page, "Record it")
    look.check("outcome-stays")
    press(page, "Decide which support pauses")
    look.check("outcome-switches")
    for follows in CONSEQUENCES:
        expect(page.get_by_role("main")).to_contain_text(follows)
    press(page, "Switch support off")
    for box in page.get_by_role("checkbox").all():
        box.check()
    press(page, "Continue")
    look.check("outcome-switches-preview")
    for follows in CONSEQUENCES:
        expect(page.get_by_role("main")).to_contain_text(follows)
    press(page, "Switch it off")
    expect(page.get_by_role("main").get_by_text("Off", exact=True)).to_have_count(len(CONSEQUENCES))
    look.check("outcome-switches-off")

    at_the_group = phone.of(led.lena, group_page(led))
    for words in PAUSED:
        expect(at_the_group.get_by_role("main")).to_contain_text(words)
    expect(at_the_group.get_by_role("main")).not_to_contain_text("stays")
    assert_reflows(at_the_group)

    follow(page, "Switch it on again")
    press(page, "Switch it on again")
    still_off = len(CONSEQUENCES) - 1
    expect(page.get_by_role("main").get_by_text("Off", exact=True)).to_have_count(still_off)


#: What is read of each kind of support before it is switched off, and what whoever runs the group reads.
CONSEQUENCES = (
    "is not invited to Leaders’ Days",
    "Officers cannot refer settings to Riverside",
    "cannot ask the team to help at a first meeting",
    "cannot invite the team to its meetings",
    "The next payment to Riverside waits",
)
PAUSED = (
    "Invitations to Leaders’ Days",
    "Referrals of other settings to your group",
    "Help at a first meeting",
    "Visits of the early years team to your meetings",
    "Payments of the supplement",
)


def test_l2_a_new_judgement_closes_a_case(
    phone: Phone, larkshire: Authority, led: Group, amina: User, maya: User
) -> None:
    now, today = timezone.now(), timezone.localdate()
    with authority_scope(larkshire), every_case():
        case = case_of_lena(led, amina, maya, stage=Stage.SUPPORT)
        judged(led.acorns.provider, GOOD, on=today - timedelta(days=5))
        review_leaders(slot="night", on=today, at=now)
    page = phone.of(amina, "/larkshire/")
    follow(page, "no longer finds anything")
    if "/leadership/?" in page.url:
        follow(page, "Lena Hartley")
    expect(page.get_by_role("main")).to_contain_text("The check no longer finds anything")
    assert_reflows(page)
    press(page, "Close the case")
    page.get_by_label("The leader may lead").check()
    page.get_by_label("Why?").fill("A new report is out, and it is Good.")
    press(page, "Close the case")
    problem(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("Close the case as no longer needed")
    expect(page.get_by_label("Why?")).to_have_value("A new report is out, and it is Good.")
    assert_reflows(page)
    page.get_by_label("The case is no longer needed").check()
    press(page, "Close the case")
    expect(page.get_by_text("The case is closed.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("The case is no longer needed")
    assert_reflows(page)
    with authority_scope(larkshire), every_case():
        assert LeadershipCase.objects.get(pk=case.pk).outcome == "not_needed"


def test_l3_after_a_better_judgement_the_person_leads_again(
    look: Look, sign_in: SignIn, larkshire: Authority, led: Group, amina: User, maya: User
) -> None:
    now, today = timezone.now(), timezone.localdate()
    with authority_scope(larkshire), every_case():
        case = case_of_lena(
            led,
            amina,
            maya,
            stage=Stage.CLOSED,
            closed_at=now - timedelta(days=10),
            closed_by=maya,
            outcome="succeeded",
            outcome_words="Thank you",
        )
        LeaderAppointment.objects.filter(user=led.lena).update(ends_on=today - timedelta(days=10))
        judged(led.acorns.provider, GOOD, on=today - timedelta(days=5))
        ReinstatementFactory(case=case)
    sign_in(amina)
    page = look.at("/larkshire/", "outcome-home-again")
    follow(page, "Talk with 1 person about leading again")
    look.check("outcome-again")
    press(page, "Record the conversation")
    page.get_by_label("The person leads again").check()
    press(page, "Record it")
    problem(page)
    look.check("outcome-again-error")
    page.get_by_label("In a few words").fill("She would like to lead jointly with Mo.")
    press(page, "Record it")
    look.check("outcome-again-decided")
    follow(page, "Appoint a leader")
    page.get_by_label("Lena Hartley, Acorns").check()
    enter_day(page, "starts_on", today)
    press(page, "Appoint the leader")
    expect(page.get_by_role("main")).to_contain_text("Lena Hartley")


def test_o6_an_outcome_that_is_never_published_leaves_nothing(
    phone: Phone, larkshire: Authority, led: Group, amina: User
) -> None:
    before = read_by(phone, led)
    page = phone.of(amina, LIST)
    follow(page, "Open a case")
    page.get_by_role("searchbox", name="Search the leaders").fill("Lena")
    press(page, "Search")
    page.get_by_label("Lena Hartley").check()
    enter_day(page, "inspected_on", date.today() - timedelta(days=3))
    press(page, "Open the case")
    problem(page)
    assert_reflows(page)
    page.get_by_label("What was said, or why you open a case").fill("They were told at the feedback meeting.")
    press(page, "Open the case")
    expect(page.get_by_text("The case is open.")).to_be_visible()
    assert_reflows(page)
    assert read_by(phone, led) == before
    page = phone.of(amina, LIST)
    follow(page, "Lena Hartley")
    press(page, "Close the case")
    page.get_by_label("The outcome was not published").check()
    page.get_by_label("Why?").fill("Ofsted changed the outcome before the report.")
    press(page, "Close the case")
    expect(page.get_by_text("The case is closed.")).to_be_visible()
    assert_reflows(page)
    assert read_by(phone, led) == before


def read_by(phone: Phone, group: Group) -> list[str]:
    """What the leader and a member read at home and of the group."""
    pages = [(who, where) for who in (group.lena, group.mo) for where in ("/larkshire/", group_page(group))]
    return [phone.of(who, where).get_by_role("main").inner_text() for who, where in pages]
