"""The register of settings in a real browser: list, filters, a setting
with all its panels, take-overs, districts, mistakes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.authorities import create_authority
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import Membership
from providers.models import Provider
from providers.services import register as register_services
from tests.browser.clicks import click_in_place, leave
from tests.cast import sign_in
from tests.factories.ofsted import InspectionFactory
from tests.factories.people import appointed
from tests.factories.providers import DistrictFactory, ProviderFactory, ProviderIdentityFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/admin/providers/provider/"


@pytest.fixture
def larkshire(transactional_db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire", brand_colour="#7a1f5c")


@pytest.fixture
def maya(larkshire: Authority) -> User:
    """Early years manager of Larkshire."""
    return appointed(larkshire, "Maya Patel", Role.MANAGER)


@pytest.fixture
def oak(larkshire: Authority, maya: User) -> Provider:
    """A nursery with something in each panel, among forty other settings."""
    with authority_scope(larkshire):
        north = DistrictFactory(name="North Larkshire")
        oak = ProviderFactory(
            name="Old Oak Nursery and Pre-school",
            urn="EY900001",
            registered_on=date(2025, 11, 3),
            postcode="LK3 3CC",
        )
        ProviderFactory(
            name="Old Oak Nursery", urn="EY800001", postcode="LK3 3CC", unlisted_since=date(2025, 12, 31)
        )
        InspectionFactory(
            provider=oak, regime="cif", inspected_on=date(2017, 3, 2), overall=3, leadership_and_management=2
        )
        InspectionFactory(provider=oak, quality_of_education=2, behaviour_and_attitudes=1)
        InspectionFactory(provider=oak, card=True, rc_inclusion=4)
        ProviderIdentityFactory(provider=oak, scheme="laestab", value="8861234")
        group = Collaboration.objects.create(name="Larkford Early Years Group", started_on=date(2024, 1, 1))
        Membership.objects.create(collaboration=group, provider=oak, joined_on=date(2025, 12, 1))
        register_services.change_provider(
            provider_id=oak.pk, changes={"telephone": "01632 960001", "district": north}, by=maya
        )
        for number in range(40):
            ProviderFactory(childminder=number % 2 == 0, district=north if number % 3 else None)
    return oak


@pytest.fixture
def as_maya(sign_in: Callable[[Any], None], maya: User) -> None:
    sign_in(maya)


@pytest.mark.usefixtures("as_maya")
def test_the_list_is_searched_filtered_and_empty(look: Any, oak: Provider) -> None:
    page = look.at(LIST, "register-list")
    expect(page.get_by_role("navigation", name="Pages")).to_contain_text("42 settings")
    expect(page.get_by_role("button", name="XLSX")).to_be_visible()
    expect(page.get_by_role("link", name="Import")).to_be_visible()
    page.locator("#searchbar").fill("old OAK lk33cc")
    page.locator("#searchbar").press("Enter")
    filters = page.get_by_role("navigation", name="Filter")
    click_in_place(filters.get_by_text("More filters"))
    click_in_place(filters.get_by_text("By judgement"))
    leave(filters.get_by_role("link", name="Report card, an area needs attention"))
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    look.check("register-list-filtered")
    click_in_place(filters.get_by_text("By judgement"))
    leave(filters.get_by_role("link", name="Outstanding"))
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    look.check("register-list-empty")


@pytest.mark.usefixtures("as_maya")
def test_a_setting_shows_all_that_is_known_of_it(look: Any, oak: Provider) -> None:
    page = look.at(f"{LIST}{oak.pk}/change/", "register-setting")
    judgements = page.get_by_role("region", name="Judgements")
    expect(judgements.get_by_role("heading", level=3)).to_contain_text(
        ["Report card", "education inspection framework", "common"]
    )
    expect(judgements.get_by_role("table").first).not_to_contain_text("Overall")
    expect(page.get_by_role("region", name="Take-overs")).to_contain_text("Same postcode, LK3 3CC.")
    expect(page.get_by_role("region", name="Audit log").last).to_contain_text(
        "telephone: empty → 01632 960001"
    )
    page.fill("#id_postcode", "nowhere")
    leave(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("alert")).to_be_focused()
    look.check("register-setting-mistake")


@pytest.mark.usefixtures("as_maya")
def test_a_take_over_is_recorded_and_removed(look: Any, oak: Provider) -> None:
    page = look.at(f"{LIST}{oak.pk}/change/", "register-setting")
    leave(page.get_by_role("link", name="Old Oak Nursery (EY800001)"))
    expect(page.get_by_label("Ofsted URN or name of the earlier registration")).to_have_value("EY800001")
    look.check("register-take-over")
    page.get_by_label("Took over on").fill("31 February 2025")
    leave(page.get_by_role("button", name="Record the take-over"))
    expect(page.get_by_role("alert")).to_contain_text("The day of the take-over must be a real date")
    look.check("register-take-over-mistake")
    page.get_by_label("Took over on").fill("3 November 25")
    page.get_by_label("Reason").fill("Sold to a trust")
    leave(page.get_by_role("button", name="Record the take-over"))
    expect(page.locator(".messagelist")).to_contain_text("took over from Old Oak Nursery")
    leave(page.get_by_role("link", name="Remove the take-over from Old Oak Nursery"))
    look.check("register-unlink")
    leave(page.get_by_role("button", name="Yes, remove it"))
    expect(page.locator(".messagelist")).to_contain_text("was removed")


@pytest.mark.usefixtures("as_maya")
def test_settings_are_moved_to_a_district(look: Any, oak: Provider) -> None:
    page = look.at(LIST, "register-list")
    for row in (0, 1):
        page.locator("#result_list tbody .action-select").nth(row).check()
    page.locator("select[name=action]").select_option("move_to_district")
    leave(page.get_by_role("button", name="Go"))
    page.get_by_label("District").select_option("North Larkshire")
    look.check("register-move")
    leave(page.get_by_role("button", name="Move them"))
    expect(page.locator(".messagelist")).to_be_visible()
    look.check("register-moved")


@pytest.mark.usefixtures("as_maya")
def test_a_setting_and_a_district_are_added(look: Any, oak: Provider) -> None:
    page = look.at(f"{LIST}add/", "register-add")
    leave(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("alert")).to_contain_text("required")
    look.check("register-add-mistake")
    page.get_by_label("Name", exact=False).first.fill("Larkford Infant School")
    page.get_by_label("Type").select_option("school")
    leave(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".messagelist")).to_contain_text("Larkford Infant School")
    look.at("/larkshire/admin/providers/district/", "register-districts")
    look.at("/larkshire/admin/providers/district/add/", "register-district-add")


def test_it_works_without_script(
    without_script: BrowserContext, live_server: Any, maya: User, oak: Provider
) -> None:
    from django.test import Client

    client = Client()
    sign_in(client, maya)
    without_script.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page = without_script.new_page()
    page.goto(f"{live_server.url}{LIST}?q=oak")
    page.locator("#result_list tbody .action-select").first.check()
    page.locator("select[name=action]").select_option("move_to_district")
    leave(page.get_by_role("button", name="Go"))
    leave(page.get_by_role("button", name="Move them"))
    expect(page.locator(".messagelist")).to_be_visible()
