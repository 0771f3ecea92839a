"""Collaborations in a real browser: the list, the page for an officer,
a leader and a member, each form and its mistakes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import Membership, SettingRole
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from memberships.services.members import leave as end_membership
from tests.browser.attendance import attendance_is_taken
from tests.browser.clicks import click_in_place, leave
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group, make_group
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/collaborations/"
ADMIN = "/larkshire/admin/"


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    """Riverside with three members, one that leaves and one that
    joins, a leader; and thirty other collaborations.
    """
    with authority_scope(larkshire):
        north = DistrictFactory(name="North Larkshire")
        made = make_group(amina)
        Collaboration.objects.filter(pk=made.collaboration.pk).update(
            district=north, purpose="Share practice and visit each other."
        )
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        today = timezone.localdate()
        end_membership(
            membership=made.bluebells, on=today + timedelta(20), reason="The pre-school closes.", by=amina
        )
        later = ProviderFactory(
            name="Daisy Chain Pre-school and Out of School Club at the Village Hall", urn="EY999001"
        )
        join(collaboration=made.collaboration, provider=later, on=today + timedelta(40), by=amina)
        gone = join(
            collaboration=made.collaboration,
            provider=ProviderFactory(name="Elm Tree"),
            on=date(2024, 9, 1),
            by=amina,
        )
        end_membership(membership=gone, on=date(2025, 9, 1), reason="Moved to another group", by=amina)
        ProviderFactory(name="Foxglove Nursery", urn="EY999002")
        for number in range(30):
            CollaborationFactory(name=f"Collaboration {number}", district=north if number % 2 else None)
    return made


def fill_date(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"#id_{name}_{part}").fill(str(getattr(day, part)))


def test_an_officer_lists_filters_and_starts_a_collaboration(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group
) -> None:
    sign_in(amina)
    page = look.at(LIST, "collaborations-list")
    expect(page.get_by_text("Showing 1 to 25 of 31 collaborations")).to_be_visible()
    click_in_place(page.get_by_text("More filters"))
    page.get_by_role("combobox", name="Leader", exact=True).select_option("some")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.locator("tbody tr")).to_have_count(1)
    look.check("collaborations-list-filtered")
    page.get_by_role("combobox", name="Size", exact=True).select_option("large")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    look.check("collaborations-list-nothing")
    page.goto(f"{look.base}{LIST}")
    leave(page.get_by_role("button", name="Start a collaboration"))
    leave(page.get_by_role("button", name="Start the collaboration"))
    expect(page).to_have_title("Error: Start a collaboration – Early years collaborations – Larkshire")
    look.check("collaborations-start-errors")
    page.get_by_label("A group that already runs").check()
    page.get_by_label("Name").fill("Hilltop")
    fill_date(page, "started_on", date(2026, 9, 1))
    leave(page.get_by_role("button", name="Start the collaboration"))
    expect(page.get_by_role("heading", name="Hilltop")).to_be_visible()
    look.check("collaboration-empty")


def test_an_officer_keeps_the_members_and_leaders(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group
) -> None:
    sign_in(amina)
    address = f"{LIST}{group.collaboration.pk}/"
    page = look.at(f"{address}members/", "collaboration-members")
    click_in_place(page.get_by_text("Earlier members"))
    expect(page.get_by_text("Moved to another group")).to_be_visible()
    page = look.at(address, "collaboration-officer")
    leave(page.get_by_role("button", name="Add a member"))
    look.check("collaboration-add-member")
    page.locator("#id_q").fill("foxglove")
    leave(page.get_by_role("search", name="Search the register").get_by_role("button"))
    page.locator("#id_joined_on_month").fill("13")
    leave(page.get_by_role("button", name="Add the member"))
    look.check("collaboration-add-member-errors")
    fill_date(page, "joined_on", date(2026, 10, 1))
    leave(page.get_by_role("button", name="Add the member"))
    expect(page.get_by_text("Foxglove Nursery is a member from 1 October 2026.")).to_be_visible()
    leave(page.get_by_role("link", name="Foxglove Nursery", exact=True))
    look.check("collaboration-member-without-people")
    leave(page.get_by_role("button", name="Add a person"))
    look.check("collaboration-add-person")
    page.get_by_label("Full name").fill("Gita Rowe")
    page.get_by_label("Email address").fill("gita@larkshire.example")
    page.get_by_label("Manager").check()
    leave(page.get_by_role("button", name="Add the person"))
    expect(
        page.get_by_text("Gita Rowe is added, and gets an email with a link to accept by.")
    ).to_be_visible()
    look.check("collaboration-member")
    page.goto(f"{look.base}{address}leaders/appoint/")
    page.get_by_label("Gita Rowe, Foxglove Nursery").check()
    leave(page.get_by_role("button", name="Appoint the leader"))
    expect(page.get_by_role("alert").get_by_text("leaves this to an officer")).to_be_visible()
    look.check("collaboration-appoint-errors")
    page.get_by_label("Your decision").fill(
        "Visited on 3 October: strong practice, supported by the manager of Acorns."
    )
    leave(page.get_by_role("button", name="Appoint the leader"))
    expect(page.get_by_text("Gita Rowe leads from")).to_be_visible()
    look.check("collaboration-officer-two-leaders")
    page.goto(f"{look.base}{address}")
    look.at_each_tab("collaboration-officer")


def test_an_officer_opens_a_setting_a_person_and_the_pages_of_the_menu(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group
) -> None:
    sign_in(amina)
    for address in ("data/", "administration/", "support/", "search/?q=", "search/?q=lena", "search/?q=zzz"):
        page = look.at(f"/larkshire/{address}", f"menu-{address.strip('/')}")
    look.at("/larkshire/search/?q=early", "search-found")
    page.get_by_role("searchbox", name="Search settings, people, groups").first.fill("acorns")
    page.keyboard.press("Enter")  # the only one of the name, so its page opens
    expect(page.get_by_role("heading", level=1)).to_contain_text("Acorns")
    look.at_each_tab("setting-officer")
    page = look.at("/larkshire/search/?q=hartley", "search-person")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lena Hartley")
    look.at_each_tab("person-officer")


def test_a_leader_and_a_member_see_their_group(
    look: Any,
    context: BrowserContext,
    without_script: BrowserContext,
    sign_in: Callable[[Any], None],
    group: Group,
    larkshire: Authority,
) -> None:
    for who, leads in (("lena", 1), ("mo", 0)):
        sign_in(getattr(group, who))
        page = look.at(f"{LIST}{group.collaboration.pk}/", f"collaboration-{who}")
        expect(page.get_by_role("heading", name="Do next")).to_have_count(leads)
        expect(page.get_by_role("button", name="Add a member")).to_have_count(0)
        look.at_each_tab(f"collaboration-{who}")
        page.goto(f"{look.base}{LIST}")
        expect(page.get_by_role("heading", level=1)).to_contain_text("You")
        look.check(f"collaborations-refused-{who}")
    sign_in(group.lena)
    attendance_is_taken(look, context, without_script, larkshire, group)


def test_every_form_of_an_officer_is_accessible(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group, larkshire: Authority
) -> None:
    sign_in(amina)
    with authority_scope(larkshire):
        leader = group.acorns.leaders.get()
        later = Membership.objects.get(provider__urn="EY999001")
        role = SettingRole.objects.get(user=group.lena)
    base = f"{LIST}{group.collaboration.pk}/"
    for rest, name in (
        ("change/", "change"),
        (f"members/{group.acorns.pk}/leave/", "leave"),
        (f"members/{later.pk}/withdraw/", "withdraw-member"),
        (f"members/{group.acorns.pk}/people/{role.pk}/end/", "end-person"),
        (f"leaders/{leader.pk}/end/", "end-leader"),
    ):
        look.at(base + rest, f"collaboration-form-{name}")


def test_the_admin_of_collaborations_members_people_and_leaders(
    look: Any, sign_in: Callable[[Any], None], amina: User, group: Group, larkshire: Authority
) -> None:
    sign_in(amina)
    with authority_scope(larkshire):
        leader = group.acorns.leaders.get()
    for rest, name in (
        ("collaborations/collaboration/", "collaborations"),
        ("collaborations/collaboration/?leader=none&size=empty", "collaborations-filtered"),
        (f"collaborations/collaboration/{group.collaboration.pk}/change/", "collaboration"),
        ("memberships/membership/", "members"),
        ("memberships/membership/add/", "member-add"),
        (f"memberships/membership/{group.acorns.pk}/change/", "member"),
        ("memberships/leaderappointment/", "leaders"),
        (f"memberships/leaderappointment/{leader.pk}/change/", "leader"),
        ("memberships/settingrole/", "people-of-settings"),
        ("memberships/settingrole/add/", "person-of-setting-add"),
    ):
        look.at(ADMIN + rest, f"admin-{name}")
    page = look.at(f"{ADMIN}memberships/membership/", "admin-members-again")
    leave(page.locator(".object-tools .addlink"))
    page.get_by_role("searchbox", name="Which collaboration?").fill("Riverside")
    leave(page.locator("main").get_by_role("button", name="Search"))
    expect(page.get_by_role("heading", name="Add a member")).to_be_visible()
    look.check("member-add-from-the-admin")
