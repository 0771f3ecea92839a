"""A development plan from its beginning to its end, and the reviews of a group, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from development.models import DevelopmentPlan, Objective
from development.services import plans
from memberships.services.leaders import appoint_leader
from tests.browser.clicks import leave
from tests.factories.development import ReviewFactory, plan_with_action
from tests.factories.groups import Group, make_group

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/collaborations/"
LONG = "Donaudampfschifffahrtsgesellschaftskapitaen" * 3


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        made.collaboration.terms_adopted_on = timezone.localdate() - timedelta(200)
        made.collaboration.save()
    return made


def fill_date(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"#id_{name}_{part}").fill(str(getattr(day, part)))


def test_a_leader_keeps_a_plan(
    look: Any, sign_in: Callable[[Any], None], group: Group, amina: User, larkshire: Authority
) -> None:
    sign_in(group.lena)
    page = look.at(f"{LIST}{group.collaboration.pk}/development/", "development-empty")
    leave(page.get_by_role("button", name="Begin a plan"))
    page.get_by_label("What is it called?").fill("Talk more, listen better")
    fill_date(page, "starts_on", date(2026, 9, 1))
    fill_date(page, "ends_on", date(2026, 8, 31))
    leave(page.get_by_role("button", name="Begin the plan"))
    look.check("development-start-errors")
    fill_date(page, "ends_on", date(2027, 8, 31))
    leave(page.get_by_role("button", name="Begin the plan"))
    leave(page.get_by_role("button", name="Add an objective"))
    page.get_by_label("What do you want to change?").fill("Children talk more at meal times")
    page.get_by_label("The data behind it").fill("Nine of twenty children speak in single words.")
    leave(page.get_by_role("button", name="Add it"))
    with authority_scope(larkshire):
        plan = DevelopmentPlan.objects.get()
        plans.add_objective(plan=plan, aim=LONG, data_behind="", success_measure="", by=group.lena)
    leave(page.get_by_role("link", name=re.compile("Add an action.*Children")))
    page.get_by_label("What is to be done?").fill("Film a meal and watch it together")
    page.get_by_label("What does it cost?").fill("twelve")
    leave(page.get_by_role("button", name="Add it"))
    look.check("development-action-errors")
    page.get_by_label("What does it cost?").fill("1,250.50")
    page.get_by_label("Which setting does it?").select_option(label="Bluebells")
    leave(page.get_by_role("button", name="Add it"))
    leave(page.get_by_role("button", name="Start working by this plan"))
    leave(page.get_by_role("button", name="Start working by this plan"))
    expect(page.get_by_text("You work by this plan now.")).to_be_visible()
    leave(page.get_by_role("button", name=re.compile(f"Up.*{LONG}")))
    look.check("development-plan")
    leave(page.get_by_role("link", name=re.compile("Change.*Children")))
    with authority_scope(larkshire):
        objective = Objective.objects.get(aim__startswith="Children")
        words = {
            "aim": "Children tell each other what they did",
            "data_behind": "",
            "success_measure": "",
            "seen": seen_of(objective),
        }
        plans.change_objective(objective=objective, **words, by=amina)
    page.get_by_label("What do you want to change?").fill("Children talk and listen")
    leave(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("alert").get_by_text("Amina Yusuf has changed this")).to_be_visible()
    look.check("development-two-editors")
    leave(page.get_by_role("button", name="Save"))
    leave(page.get_by_role("link", name="Close the plan"))
    leave(page.get_by_role("button", name="Close the plan"))
    look.check("development-close-errors")
    for box in page.get_by_role("textbox").all():
        box.fill("Children ask each other questions now.")
    leave(page.get_by_role("button", name="Close the plan"))
    expect(page.get_by_text("The plan is closed.")).to_be_visible()
    leave(page.get_by_role("link", name="Print"))
    look.check("development-print")
    page.emulate_media(media="print")
    expect(page.get_by_text("This page prints on plain paper")).to_be_hidden()
    expect(page.get_by_role("navigation")).to_be_hidden()
    page.emulate_media(media="screen")
    sign_in(amina)
    look.at(f"{LIST}development-plans/", "development-all")


def seen_of(objective: Objective) -> str:
    from development.selectors import edition_of_objective

    return edition_of_objective(objective)


def test_a_leader_records_a_review(
    look: Any, sign_in: Callable[[Any], None], group: Group, amina: User, larkshire: Authority
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        for clock, due_on in (("work", date(today.year - 1, 9, 1)), ("terms", today.replace(day=1))):
            ReviewFactory(
                collaboration=group.collaboration, clock=clock, due_on=due_on, opened_at=timezone.now()
            )
        plan_with_action(group.collaboration, amina)
    sign_in(group.lena)
    page = look.at(f"{LIST}{group.collaboration.pk}/reviews/", "reviews")
    leave(page.get_by_role("link", name=re.compile("Record what you found.*The ways of working")))
    leave(page.get_by_role("button", name="Record the review"))
    look.check("review-errors")
    page.get_by_label("What did you find and agree?").fill(
        "Section 1.8 is too long. We meet four times a year from now on."
    )
    leave(page.get_by_role("button", name="Record the review"))
    expect(page.get_by_text("The review is recorded.")).to_be_visible()
    look.check("review-done")
    sign_in(amina)
    look.at(f"{LIST}reviews/", "reviews-all")
