"""Leadership cases in a real browser: the list, a case, its forms and their errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Authority, User
from accounts.roles import Role
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from leadership.services.eligibility import review_leaders
from leadership.services.outcomes import record_outcome
from tests.browser.clicks import leave
from tests.browser.conftest import Look
from tests.cast import person
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/leadership/"


@pytest.fixture
def case(larkshire: Authority, amina: User, maya: User) -> LeadershipCase:
    """A report card below the line, assigned to Amina, with an outcome
    that is not published; eleven more cases beside it.
    """
    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire), every_case():
        policy = LeadingPolicyFactory(version=1)
        appointment = LeaderAppointmentFactory(
            user=lena, membership__provider__name="Willow Nursery and Pre-school at the Old Mill"
        )
        inspection = InspectionFactory(
            provider=appointment.membership.provider,
            card=True,
            rc_leadership_and_governance=4,
            rc_inclusion=4,
        )
        review_leaders(slot="first", on=date(2026, 7, 1), at=timezone.now())
        case = LeadershipCase.objects.get(inspection=inspection)
        assign_case(case_id=case.pk, officer=amina, by=maya, at=timezone.now())
        words = "Told at the feedback meeting that leadership has improved."
        record_outcome(
            case_id=case.pk, inspected_on=date(2026, 6, 20), outcome=words, by=amina, at=timezone.now()
        )
        for each in LeaderAppointmentFactory.create_batch(11, user=lena):
            LeadershipCaseFactory(
                appointment=each, policy=policy, ground=LeadershipCase.Ground.DECISION_NEEDED
            )
    return case


def test_a_manager_looks_at_the_cases_and_assigns_one(
    look: Look, sign_in: Callable[[Any], None], case: LeadershipCase, maya: User, larkshire: Authority
) -> None:
    sign_in(maya)
    look.at(f"{LIST}{case.pk}/readers/add/", "case-share-nobody")
    person(larkshire, "Olive Marsh", Role.OFFICER)
    look.at(LIST, "cases")
    page = look.at(f"{LIST}{case.pk}/", "case-manager")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leadership case")
    leave(page.get_by_role("link", name="Let somebody else read this case"))
    look.check("case-share")
    leave(page.get_by_role("button", name="Let them read it"))
    look.check("case-share-error")
    look.at(f"{LIST}{case.pk}/assign/", "case-assign")


def test_the_officer_assigned_decides(
    look: Look, sign_in: Callable[[Any], None], case: LeadershipCase, amina: User
) -> None:
    sign_in(amina)
    page = look.at(f"{LIST}{case.pk}/", "case-officer")
    leave(page.get_by_role("button", name="Close the case"))
    look.check("case-decide")
    page.get_by_label("The leader may lead").check()
    page.get_by_label("Why?").fill("I have visited and I know the setting well.")
    leave(page.get_by_role("button", name="Close the case"))
    expect(page.locator(".govuk-error-summary")).to_contain_text("below the line of the leading policy")
    look.check("case-decide-error")
    look.at(f"{LIST}{case.pk}/outcomes/add/", "case-outcome")
    leave(page.get_by_role("button", name="Save"))
    look.check("case-outcome-error")
