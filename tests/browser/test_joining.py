"""From application to member, an invitation by its link, and a
member that leaves: on a desktop and on a phone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import Authority, User
from accounts.selectors import token_of
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.joining import Application
from memberships.services.leaders import appoint_leader
from memberships.services.leaving import give_notice, note_hand_over
from providers.models import Provider
from tests.browser.clicks import click_in_place, leave
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group, make_group, person_of
from tests.factories.joining import ApplicationFactory, InvitationFactory, link_to
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
TOP = "/larkshire/collaborations/"


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    """Riverside in the north, led by Lena; and groups elsewhere."""
    with authority_scope(larkshire):
        north = DistrictFactory(name="North Larkshire")
        made = make_group(amina)
        Collaboration.objects.filter(pk=made.collaboration.pk).update(
            district=north, purpose="Share practice and visit each other."
        )
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        CollaborationFactory(name="Childminders of the coast", is_virtual=True, kind="themed_network")
        CollaborationFactory(name="Hilltop", district=DistrictFactory(name="South Larkshire"))
    return made


@pytest.fixture
def daisies(larkshire: Authority, group: Group) -> Provider:
    with authority_scope(larkshire):
        made: Provider = ProviderFactory(
            name="Daisy Chain Pre-school at the Village Hall", district=group.collaboration.district
        )
        made.district_id = Collaboration.objects.get(pk=group.collaboration.pk).district_id
        made.save()
    return made


@pytest.fixture
def dora(larkshire: Authority, daisies: Provider, amina: User) -> User:
    with authority_scope(larkshire):
        return person_of(daisies, "Dora Penn", amina)


def fill_date(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"#id_{name}_{part}").fill(str(getattr(day, part)))


def test_a_manager_finds_a_group_and_applies_and_a_leader_records_the_decision(
    look: Any,
    sign_in: Callable[[Any], None],
    group: Group,
    daisies: Provider,
    dora: User,
    larkshire: Authority,
) -> None:
    sign_in(dora)
    page = look.at(f"{TOP}find/{daisies.pk}/", "joining-find")
    expect(page.locator(".govuk-summary-card__title").first).to_have_text("Riverside")
    leave(page.get_by_role("link", name="Apply to join Riverside"))
    look.check("joining-apply")
    page.get_by_label("What would you like the members to know?").fill(
        "We would like to learn how you use the garden."
    )
    leave(page.get_by_role("button", name="Send the application"))
    expect(page.get_by_text("The application is sent.")).to_be_visible()
    look.check("joining-application")
    leave(page.get_by_role("link", name="Find a collaboration").first)
    look.check("joining-find-applied")
    with authority_scope(larkshire):
        address = f"{TOP}{group.collaboration.pk}/applications/{Application.objects.get().pk}/decide/"
    sign_in(group.lena)
    page = look.at(f"{TOP}{group.collaboration.pk}/applications/", "joining-applications")
    leave(page.get_by_role("link", name="Daisy Chain"))
    expect(page).to_have_url(f"{look.base}{address}")
    click_in_place(page.get_by_text("examples of words"))
    look.check("joining-decide")
    leave(page.get_by_role("button", name="Record the decision"))
    expect(page.get_by_role("alert")).to_be_visible()
    look.check("joining-decide-errors")
    page.get_by_label("The setting joins").check()
    page.get_by_label("How did the members decide?").fill("All agreed at the meeting.")
    fill_date(page, "joined_on", timezone.localdate())
    leave(page.get_by_role("button", name="Record the decision"))
    expect(page.get_by_text("is a member from")).to_be_visible()
    look.check("joining-decided")
    look.at(address, "joining-decided-before")
    sign_in(dora)
    page = look.at(f"{TOP}{group.collaboration.pk}/", "joining-member")
    expect(page.get_by_role("rowheader", name="Daisy Chain")).to_be_visible()


def test_a_leader_invites_and_the_link_answers_on_a_phone(
    look: Any, sign_in: Callable[[Any], None], group: Group, larkshire: Authority, amina: User, context: Any
) -> None:
    with authority_scope(larkshire):
        elm = ProviderFactory(name="Elm Tree Nursery", urn="EY999001")
        person_of(elm, "Nell Ives", amina)
        ProviderFactory(name="Elm Bank Nursery", urn="EY999002")
        facts = {
            "collaboration": group.collaboration,
            "sent_by": group.lena,
            "words": "Come and see us one Thursday.",
        }
        token = token_of(link_to(InvitationFactory(**facts), timezone.now()))
    sign_in(group.lena)
    look.at(f"{TOP}{group.collaboration.pk}/invite/", "joining-invite")
    page = look.at(f"{TOP}{group.collaboration.pk}/invite/?q=elm", "joining-invite-found")
    leave(page.get_by_role("button", name="Send the invitation"))
    look.check("joining-invite-errors")
    expect(page.get_by_label("Email address")).to_have_count(0)  # a leader vouches for no address
    page.get_by_label("Elm Bank Nursery").check()
    page.get_by_label("How did the members decide?").fill("All agreed at the meeting.")
    leave(page.get_by_role("button", name="Send the invitation"))
    expect(page.get_by_role("alert")).to_contain_text("We know nobody at this setting yet.")
    expect(page.get_by_role("button", name="Ask the early years team to send it")).to_be_visible()
    look.check("joining-invite-not-known")
    page.get_by_label("Elm Tree Nursery").check()
    leave(page.get_by_role("button", name="Send the invitation"))
    expect(page.get_by_text(f"{elm.name} is invited.")).to_be_visible()
    look.check("joining-invitations")
    leave(page.get_by_role("link", name="Take back").first)
    look.check("joining-invitation-take-back")
    context.clear_cookies()
    page = look.at(f"{TOP}invitations/by-link/{token}/", "joining-link")
    page.set_viewport_size({"width": 320, "height": 640})
    leave(page.get_by_role("button", name="Send the answer"))
    look.check("joining-link-errors")
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_label("Yes, our setting joins").check()
    leave(page.get_by_role("button", name="Send the answer"))
    expect(page.get_by_role("heading", name="Welcome to Riverside")).to_be_visible()
    look.check("joining-link-answered")
    look.at(f"{TOP}invitations/by-link/{token}/", "joining-link-gone")


def test_a_member_leaves_and_hands_over(
    look: Any, sign_in: Callable[[Any], None], group: Group, larkshire: Authority
) -> None:
    today = timezone.localdate()
    membership = group.bluebells
    address = f"{TOP}{group.collaboration.pk}/members/{membership.pk}/"
    sign_in(group.mo)
    page = look.at(f"{address}notice/", "leaving-notice")
    leave(page.get_by_role("button", name="Give notice"))
    look.check("leaving-notice-errors")
    fill_date(page, "left_on", today + timedelta(days=20))
    page.get_by_label("Reason").fill("The pre-school closes.")
    leave(page.get_by_role("button", name="Give notice"))
    expect(page.get_by_text("Nothing was found that this setting does for the group")).to_be_visible()
    look.check("leaving-hand-over-empty")
    leave(page.get_by_role("button", name="Add to the list"))
    page.get_by_label("What do you hand over?").fill("The plan's action on outdoor play")
    page.get_by_label("An action or a task").check()
    page.get_by_label("Who takes it over?").select_option("Acorns")
    look.check("leaving-hand-over-add")
    leave(page.get_by_role("button", name="Add it"))
    look.check("leaving-hand-over")
    leave(page.get_by_role("link", name="Record as handed over"))
    leave(page.get_by_role("button", name="Record it"))
    expect(page.get_by_text("It is recorded as handed over.")).to_be_visible()
    look.check("leaving-hand-over-done")
    leave(page.get_by_role("link", name="Take back the notice"))
    look.check("leaving-take-back")
    leave(page.get_by_role("button", name="Stay a member"))
    expect(page.get_by_text("The notice is taken back. You stay a member.")).to_be_visible()
    with authority_scope(larkshire):
        give_notice(
            membership=membership,
            left_on=today + timedelta(days=9),
            reason="Closing",
            by=group.mo,
            at=timezone.now(),
        )
        note_hand_over(
            membership=membership, kind="money", what="The tin", taken_by=None, by=group.mo, at=timezone.now()
        )
    sign_in(group.lena)
    expect(
        look.at(f"{address}hand-over/", "leaving-hand-over-leader").get_by_text("The tin").first
    ).to_be_visible()


def test_an_officer_sees_all_applications(
    look: Any, sign_in: Callable[[Any], None], group: Group, dora: User, amina: User, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        for number in range(30):
            declined = {"declined": True, "decided_by": group.lena} if number % 3 else {}
            ApplicationFactory(collaboration=group.collaboration, applied_by=dora, **declined)
    sign_in(amina)
    page = look.at(f"{TOP}applications/", "joining-all-applications")
    expect(page.get_by_text("Showing 1 to 25 of 30 applications")).to_be_visible()
    page.get_by_role("combobox", name="State", exact=True).select_option("open")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.locator("tbody tr")).to_have_count(10)
    look.at("/larkshire/admin/memberships/application/", "joining-admin-applications")
    leave(page.locator("#result_list th a").first)
    look.check("joining-admin-application")
