"""The officers' list of ways of working, and a leader's page that names the clause it goes by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from memberships.services.standing import update_standing
from tests.browser.clicks import click_in_place, leave
from tests.factories.agreed import agreed
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group, make_group

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def group(larkshire: Authority, amina: User) -> Group:
    values: dict[str, object] = {
        "attendance_threshold": "80", "optimum_size": "2", "leadership_form": "joint", "who_chairs": "elected", "chair_term_months": "24",
        "leader_term_months": "36", "decision_method": "qualified_majority:67", "quorum": "share:50",
    }  # fmt: skip
    texts = {
        "leader_resigns": (
            "A deputy steps in at once and leads until the members choose somebody at their next"
            " meeting.\nTwo lines."
        ),
        "chair_election": "Names are collected two weeks before. " * 6,
    }
    with authority_scope(larkshire):
        group = make_group(amina)
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        agreed(group.collaboration, amina, on=date(2026, 1, 10), values=values, texts=texts)
        CollaborationFactory(name="Hillside and the Settings of the Upper Valley of Larkshire")
        update_standing(membership=group.bluebells, held=10, attended=6, on=date(2026, 2, 1), by=None)
    return group


def test_what_holds_is_named_where_it_is_applied(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group, context: Any
) -> None:
    sign_in(amina)
    page = look.at("/larkshire/collaborations/ways-of-working/", "terms-overview")
    expect(page.get_by_text("How the group is led; Attendance; Size")).to_be_visible()
    leave(page.get_by_role("link", name="Riverside", exact=True))
    expect(page.get_by_role("heading", name="The agreement, and how it is going")).to_be_visible()
    look.check("collaboration-drift")
    context.clear_cookies()
    sign_in(group.lena)
    page = look.at(
        f"/larkshire/collaborations/{group.collaboration.pk}/offices/give/?office=chair",
        "office-by-the-agreement",
    )
    click_in_place(page.get_by_text("What your ways of working say"))
    leave(
        page.get_by_role(
            "link", name="Ways of working, section 1.6, version 1, adopted on 10 January 2026"
        ).first
    )
    assert page.url.endswith("/ways-of-working/1/#1.6")
    expect(page.locator("[id='1.6']")).to_be_in_viewport()
