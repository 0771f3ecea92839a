"""What the members do themselves, in a real browser: offices, who leads, concerns, and that staff know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.conduct import ConductConcern
from memberships.services.leaders import appoint_leader
from memberships.services.offices import give_office
from tests.browser.clicks import leave, press
from tests.browser.conftest import Look
from tests.factories.groups import Group, make_group

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    """Riverside, led by Lena, with a purpose and a chair."""
    with authority_scope(larkshire):
        made = make_group(amina)
        purpose = (
            "To help every child to talk: we share how we listen and play, and visit each other twice a year."
        )
        Collaboration.objects.filter(pk=made.collaboration.pk).update(purpose=purpose)
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        facts = {
            "office": "chair",
            "starts_on": date(2026, 1, 5),
            "decision": "Elected at the meeting of 12 December, unopposed.",
        }
        give_office(membership=made.bluebells, user=made.mo, **facts, by=amina)  # type: ignore[arg-type]
    return made


def root(group: Group) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/"


def test_a_leader_records_offices_and_who_leads(look: Look, sign_in: SignIn, group: Group) -> None:
    sign_in(group.lena)
    page = look.at(f"{root(group)}offices/", "offices")
    leave(page.get_by_role("link", name="Record an office holder"))
    press(page, "Record the office")
    look.check("offices-give-error")
    page.get_by_label("Safeguarding contact").check()
    page.get_by_label("Cara Finch, Cara's").check()
    page.get_by_label("How did the members decide?").fill("Agreed by all members at the meeting of 12 May.")
    press(page, "Record the office")
    expect(page.get_by_text("Cara Finch is safeguarding contact")).to_be_visible()
    look.check("offices-given")
    leave(page.get_by_role("link", name="End Mo Siddiqui, Chair"))
    look.check("offices-end")
    page = look.at(f"{root(group)}leaders/decide/", "decide-leader")
    page.get_by_label("Cara Finch, Cara's").check()
    page.get_by_label("How did the members decide?").fill("Agreed by all members.")
    press(page, "Record the decision")
    expect(page.locator(".govuk-error-summary")).to_contain_text(
        "The early years team records this appointment with you."
    )
    look.check("decide-leader-ask")


def test_a_concern_from_raising_to_closing(
    look: Look, sign_in: SignIn, group: Group, larkshire: Authority
) -> None:
    sign_in(group.mo)
    page = look.at(f"{root(group)}concerns/", "concerns-empty")
    press(page, "Raise a concern")
    look.check("concern-raise")
    press(page, "Raise the concern")
    look.check("concern-raise-error")
    page.get_by_label("Cara's").check()
    page.get_by_label("What happened?").fill(
        "Twice this term papers that we shared in confidence were passed on."
    )
    press(page, "Raise the concern")
    expect(page.get_by_text("The concern is raised.")).to_be_visible()
    look.check("concerns")
    with authority_scope(larkshire):
        concern = ConductConcern.objects.get()
    sign_in(group.lena)
    page = look.at(f"{root(group)}concerns/{concern.pk}/", "concern-raised")
    for button, words in (
        ("Record the discussion", "We have talked with Cara."),
        ("Record what the group decided", "All agreed."),
    ):
        press(page, button)
        press(page, "Record the step")
        look.check(f"concern-{button.split()[-1]}-error")
        if "decided" in button:
            page.get_by_label("The member is asked to leave").check()
        page.get_by_label("What was said or agreed?").fill(words)
        press(page, "Record the step")
        expect(page.get_by_text("The step is recorded.")).to_be_visible()
    look.check("concern-decided")
    press(page, "Close the concern")
    look.check("concern-close")
    sign_in(group.cara)
    look.at(f"{root(group)}concerns/{concern.pk}/", "concern-as-the-setting")


def test_staff_are_told_on_the_page_by_the_link_and_with_the_summary(
    look: Look, sign_in: SignIn, group: Group, larkshire: Authority
) -> None:
    sign_in(group.lena)
    page = look.at(f"{root(group)}staff-told/", "staff-told-reminders")
    press(page, "Remind those who owe it")
    expect(page.get_by_text("Emails go to 2 settings.")).to_be_visible()
    look.check("staff-told-reminded")
    look.at(f"{root(group)}summary/", "staff-summary")
    look.at(root(group), "collaboration-links")
    look.at(f"{root(group)}members/{group.acorns.pk}/staff-told/", "staff-told")
    page.context.clear_cookies()
    with authority_scope(larkshire):
        link = TaskLink.objects.get(user=group.mo)
    where = f"/larkshire/collaborations/staff-told/{token_of(link)}/"
    page = look.at(where, "staff-told-link")
    page.get_by_label("How were they told?").fill("At the staff meeting")
    press(page, "Confirm that our staff know")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    look.check("staff-told-done")
    look.at(where, "staff-told-gone")


def test_an_officer_looks_after_offices_in_the_admin(
    look: Look, sign_in: SignIn, group: Group, amina: User
) -> None:
    sign_in(amina)
    page = look.at("/larkshire/admin/memberships/officeholder/", "admin-offices")
    leave(page.get_by_role("link", name="Mo Siddiqui").first)
    look.check("admin-office")
    leave(page.get_by_role("link", name="Open the page"))
    expect(page.get_by_role("heading", name="People and offices")).to_be_visible()
    look.at("/larkshire/admin/memberships/officeholder/add/", "office-of-which-group")
