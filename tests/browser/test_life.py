"""The life of a collaboration in a real browser: from an enquiry to
an active group, a leader's review, and closing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from providers.models import Provider
from tests.browser.clicks import leave
from tests.factories.groups import Group, make_group
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/collaborations/"


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    """Riverside, led by Lena; and a setting in no group."""
    with authority_scope(larkshire):
        made = make_group(amina)
        Collaboration.objects.filter(pk=made.collaboration.pk).update(
            terms_adopted_on=timezone.localdate() - timedelta(60)
        )
        appoint_leader(
            membership=made.acorns,
            user=made.lena,
            manner="joint",
            starts_on=timezone.localdate() - timedelta(30),
            by=amina,
        )
        ProviderFactory(name="Foxglove Nursery", urn="EY999002")
    return made


def fill_date(page: Page, name: str, day: Any) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"#id_{name}_{part}").fill(str(getattr(day, part)))


def add_members_and_leader(group: Group, by: User) -> None:
    """Foxglove and Acorns join Hilltop, and Lena leads it: journeys of their own show how."""
    hilltop, today = Collaboration.objects.get(name__startswith="Hilltop"), timezone.localdate()
    join(collaboration=hilltop, provider=Provider.objects.get(urn="EY999002"), on=today, by=by)
    acorns = join(collaboration=hilltop, provider=group.acorns.provider, on=today, by=by)
    appoint_leader(membership=acorns, user=group.lena, manner="joint", starts_on=today, by=by)


def test_an_officer_takes_an_enquiry_to_an_active_group(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group, larkshire: Authority
) -> None:
    sign_in(amina)
    page = look.at(f"{LIST}start/", "life-start")
    page.get_by_label("An enquiry", exact=True).check()
    page.get_by_label("Name").fill("Hilltop and Vale Early Years Collaboration")
    fill_date(page, "started_on", timezone.localdate() - timedelta(21))
    leave(page.get_by_role("button", name="Start the collaboration"))
    expect(page.get_by_role("alert").get_by_text("Enter who asked.")).to_be_visible()
    look.check("life-start-errors")
    page.get_by_label("Who asked").fill("Gita Rowe, Foxglove Nursery, gita@foxglove.example")
    page.get_by_label("What they asked for").fill(
        "Three settings in the vale would like to meet and share training."
    )
    leave(page.get_by_role("button", name="Start the collaboration"))
    expect(page.get_by_role("heading", name="Where it stands", level=2)).to_be_visible()
    life = page.url
    look.check("life-enquiry")
    page.goto(f"{look.base}/larkshire/")
    expect(page.get_by_role("link", name="Take up the enquiry about Hilltop")).to_be_visible()
    look.check("life-home-enquiry")
    leave(page.get_by_role("link", name="Take up the enquiry about Hilltop"))
    leave(page.get_by_role("button", name="Record that it is proposed"))
    look.check("life-move")
    fill_date(page, "on", timezone.localdate() + timedelta(2))
    leave(page.get_by_role("button", name="Record that it is proposed"))
    expect(page.get_by_role("alert").get_by_text("The day must be today or in the past.")).to_be_visible()
    look.check("life-move-errors")
    fill_date(page, "on", timezone.localdate() - timedelta(14))
    leave(page.get_by_role("button", name="Record that it is proposed"))
    expect(page.get_by_text("It is “Proposed” from")).to_be_visible()
    leave(page.get_by_role("link", name="Arrange the first meeting").first)
    fill_date(page, "on", timezone.localdate() + timedelta(7))
    page.get_by_label("From").fill("6:30pm")
    page.get_by_label("Until").fill("8pm")
    page.get_by_label("Where?").fill("Village hall, Vale Road")
    leave(page.get_by_role("button", name="Save and choose whom to invite"))
    page.get_by_label("Name (optional)", exact=True).fill("Gita Rowe")
    page.get_by_label("Email address").fill("gita@foxglove.example")
    look.check("life-first-invite")
    leave(page.get_by_role("button", name="Send the invitations"))
    expect(page.get_by_text("No answer yet: 1.")).to_be_visible()
    look.check("life-first-invited")
    leave(page.get_by_role("link", name="Cancel the meeting"))
    page.get_by_label("Why is it cancelled?").fill("They met at the village hall before that day.")
    leave(page.get_by_role("button", name="Cancel the meeting"))
    page.goto(life)
    leave(page.get_by_role("link", name="Record the first meeting").first)
    look.check("life-first-meeting")
    fill_date(page, "held_on", timezone.localdate() - timedelta(7))
    page.get_by_label("Where").fill("Village hall, Vale Road")
    leave(page.get_by_role("button", name="Save the first meeting"))
    look.check("life-first-meeting-errors")
    page.get_by_label("What was agreed").fill(
        "Three settings came. They want to visit each other, and meet again in January."
    )
    leave(page.get_by_role("button", name="Save the first meeting"))
    leave(page.get_by_role("button", name="Begin the ways of working"))
    leave(page.get_by_role("button", name="Begin the ways of working"))
    expect(page.get_by_text("It is “Drafting ways of working” from")).to_be_visible()
    look.check("life-drafting-missing")
    expect(page.get_by_role("button", name="Make it active")).to_have_count(0)
    leave(page.locator("li", has_text="adopt their ways of working").get_by_role("link"))
    look.check("life-terms")
    leave(page.get_by_role("button", name="Save the day"))
    for name in ("Add a member", "Appoint a leader"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    with authority_scope(larkshire):
        add_members_and_leader(group, amina)
    page.goto(life)
    look.check("life-ready")
    leave(page.get_by_role("button", name="Make it active"))
    page.get_by_label("Why").fill("The members agreed at their first meeting.")
    leave(page.get_by_role("button", name="Make it active"))
    expect(page.get_by_text("It is “Active” from")).to_be_visible()
    look.check("life-active")
    with authority_scope(larkshire):
        assert Collaboration.objects.get(name__startswith="Hilltop").state == "active"


def test_a_leader_begins_a_review_and_an_officer_closes_the_collaboration(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group
) -> None:
    sign_in(group.lena)
    page = look.at(f"{LIST}{group.collaboration.pk}/administration/", "life-leader")
    expect(page.get_by_role("link", name="Close it")).to_have_count(0)
    leave(page.get_by_role("button", name="Begin a review"))
    leave(page.get_by_role("button", name="Begin a review"))
    expect(page.get_by_text("It is “Under review” from")).to_be_visible()
    look.check("life-leader-review")
    sign_in(amina)
    page = look.at(f"{LIST}{group.collaboration.pk}/life/close/", "life-close")
    leave(page.get_by_role("button", name="Close it for good"))
    expect(page.get_by_role("alert").get_by_text("Enter why")).to_be_visible()
    look.check("life-close-errors")
    page.get_by_label("Why").fill("The members join two other groups.")
    leave(page.get_by_role("button", name="Close it for good"))
    expect(page.get_by_text("It is “Closed” from")).to_be_visible()
    look.check("life-closed")
    look.at(f"{LIST}?state=closed", "life-list-closed")
    look.at(
        f"/larkshire/admin/collaborations/collaboration/{group.collaboration.pk}/change/",
        "admin-collaboration-life",
    )
