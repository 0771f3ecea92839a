"""A leader's page of the group on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.services.applications import apply_to_join
from memberships.services.leaders import appoint_leader
from memberships.services.staff_told import confirm_staff_told
from memberships.services.standing import update_standing
from provision.services.returns import add_period, certify_staff
from tests.browser.clicks import click_in_place, leave
from tests.cast import person
from tests.factories.groups import Group, make_group
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def group(larkshire: Authority, amina: User) -> Group:
    sam, now, today = person(larkshire, "Sam Wilder"), timezone.now(), timezone.localdate()
    with authority_scope(larkshire):
        group = make_group(amina)
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        clover = ProviderFactory(name="Clover Nursery and Pre-school of the Upper Valley")
        apply_to_join(provider=clover, collaboration=group.collaboration, words="", by=sam, at=now)
        period = add_period(
            name="Autumn",
            count_date=today,
            opens_on=today,
            due_on=today,
            definition="Who works there",
            by=amina,
        )
        certify_staff(period=period, provider=group.acorns.provider, staff=9, by=group.lena, at=now)
        update_standing(membership=group.acorns, held=6, attended=6, on=today, by=None)
        update_standing(membership=group.bluebells, held=6, attended=4, on=today, by=None)
        confirm_staff_told(membership=group.acorns, by=group.lena, at=now)
    return group


def test_a_leader_sees_what_waits_and_how_the_group_is_doing(
    look: Any, sign_in: Callable[[Any], None], group: Group
) -> None:
    sign_in(group.lena)
    page = look.at("/larkshire/", "home-leader")
    leave(page.locator("#main-content").get_by_role("link", name="Riverside", exact=True))
    expect(page.get_by_role("heading", name="Do next")).to_be_visible()
    look.check("group-leader")
    click_in_place(page.get_by_text("See all 8"))
    for words in ("asks to join", "has missed more meetings", "owe their staff number"):
        expect(page.get_by_text(words).first).to_be_visible()
    leave(page.get_by_role("link", name="How the group is doing"))
    expect(page.get_by_role("img", name="Members, month by month")).to_be_visible()
    look.check("group-health")
