"""The leading policy's admin in a real browser: versions, the
table, what would change, adopting, comparing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from ofsted.models import LeadingPolicy
from ofsted.services.policy import change_policy, draft_policy, ensure_first_policy
from tests.browser.clicks import leave
from tests.browser.conftest import Look
from tests.cast import person
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory

pytestmark = pytest.mark.django_db(transaction=True)
BASE = "/larkshire/admin/ofsted/leadingpolicy/"


@pytest.fixture
def draft(larkshire: Authority, maya: User) -> LeadingPolicy:
    """Version 2 puts Good below the line; thirty members are Good, and Lena leads for them."""
    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire):
        ensure_first_policy(on=date(2025, 1, 1))
        draft = draft_policy(by=maya, on=timezone.localdate(), note="From September we ask for Outstanding.")
        for appointment in LeaderAppointmentFactory.create_batch(30, user=lena):
            InspectionFactory(provider=appointment.membership.provider, overall=2)
        return change_policy(
            policy_id=draft.pk,
            cells={"legacy.overall.2": "below_line"},
            note=draft.note,
            edits_seen=0,
            by=maya,
        )


def test_a_manager_changes_and_adopts_a_version_and_an_officer_reads_it(
    look: Look, sign_in: Callable[[Any], None], draft: LeadingPolicy, maya: User, amina: User
) -> None:
    sign_in(maya)
    look.at(BASE, "policy-list")
    page = look.at(f"{BASE}{draft.pk}/change/", "policy-draft")
    page.get_by_label("Needs attention").first.select_option("Below the line")
    leave(page.get_by_role("button", name="Save and see what would change"))
    expect(page.get_by_role("button", name="Adopt this version")).to_be_visible()
    look.at(f"{BASE}{draft.pk}/compare/", "policy-compare")
    look.at(f"{BASE}{draft.pk}/changes/", "policy-changes")
    page = look.at(f"{BASE}{draft.pk}/adopt/", "policy-adopt")
    page.get_by_label("In force from").fill("1 January 2020")
    leave(page.get_by_role("button", name="Adopt this version"))
    look.check("policy-adopt-error")
    today = timezone.localdate()
    page.get_by_label("In force from").fill(f"{today.day}/{today.month}/{today.year}")
    leave(page.get_by_role("button", name="Adopt this version"))
    expect(page.get_by_text("Version 2 is adopted.")).to_be_visible()
    look.check("policy-adopted")

    sign_in(amina)
    look.at(f"{BASE}{draft.pk}/change/", "policy-read")
