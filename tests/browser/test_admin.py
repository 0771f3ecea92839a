"""The officers' admin in a real browser: every kind of page and state
without an axe finding, a policy error or sideways scroll.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import Affiliation, Authority, RoleAppointment, User
from accounts.roles import Role
from accounts.services.authorities import create_authority
from core.scoping import authority_scope
from tests.browser.clicks import click_in_place, leave
from tests.factories.people import appointed
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
ADMIN = "/larkshire/admin/"
ROLES = f"{ADMIN}accounts/roleappointment/"
SMALL_TARGETS = """() => [...document.querySelectorAll('#changelist-filter a, .paginator a, .breadcrumbs a, #footer a, .app-nav a')]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.textContent.trim())"""
#: Controls whose right edge is hidden by the box they stand in, which no measure of the page's width sees.
CUT_OFF = """() => [...document.querySelectorAll('.form-row input, .form-row select, .form-row textarea')]
    .filter(e => e.getBoundingClientRect().right > e.closest('.form-row').getBoundingClientRect().right).map(e => e.id)"""


@pytest.fixture
def larkshire(transactional_db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire", brand_colour="#7a1f5c")


@pytest.fixture
def maya(larkshire: Authority) -> User:
    """Early years manager of Larkshire, with a team that fills more than one page."""
    maya = appointed(larkshire, "Maya Patel", Role.MANAGER)
    with authority_scope(larkshire):
        colleagues = User.objects.bulk_create(
            User(email=f"colleague{number}@larkshire.example", full_name=f"Colleague{number} Long-Surname")
            for number in range(30)
        )
        Affiliation.objects.bulk_create(Affiliation(user=user, authority=larkshire) for user in colleagues)
        RoleAppointment.objects.bulk_create(
            RoleAppointment(
                user=user,
                role=(Role.OFFICER, Role.FINANCE)[number % 2],
                starts_on=date(2024, 1, 1),
                authority=larkshire,
            )
            for number, user in enumerate(colleagues)
        )
    return maya


@pytest.fixture
def as_maya(sign_in: Callable[[Any], None], maya: User) -> None:
    sign_in(maya)


def role_of(authority: Authority, person: User) -> int:
    with authority_scope(authority):
        return RoleAppointment.objects.get(user=person).pk


def add_a_role(page: Page, **typed: str) -> None:
    for name, text in {
        "email": "nora@larkshire.example",
        "full_name": "Nora New",
        "starts_on": "27 March 26",
        **typed,
    }.items():
        page.fill(f"#id_{name}", text)
    page.select_option("#id_role", "officer")
    leave(page.get_by_role("button", name="Save", exact=True))


def test_whoever_is_not_signed_in_sees_the_sign_in_page_and_whoever_may_not_sees_why(
    look: Any, larkshire: Authority, sign_in: Callable[[Any], None]
) -> None:
    page = look.at(ROLES, "admin-signed-out")
    assert page.url.endswith(f"/larkshire/accounts/login/?next={ROLES}")
    sign_in(appointed(larkshire, "Mo Adeyemi", None))
    page = look.at(ADMIN, "admin-forbidden")
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot open this page")


@pytest.mark.usefixtures("as_maya")
def test_the_first_page_and_a_subject(look: Any) -> None:
    page = look.at(ADMIN, "admin-first-page")
    expect(page.get_by_role("link", name="Add to roles")).to_be_visible()
    look.at(f"{ADMIN}accounts/", "admin-subject")


@pytest.mark.usefixtures("as_maya")
def test_a_list_its_filters_its_search_and_nothing_found(look: Any) -> None:
    page = look.at(ROLES, "admin-list")
    assert page.evaluate(SMALL_TARGETS) == []
    filters = page.get_by_role("navigation", name="Filter")
    click_in_place(filters.get_by_text("By role"))
    leave(filters.get_by_role("link", name="Finance officer"))
    expect(page.get_by_role("navigation", name="Pages")).to_contain_text("15 roles")
    look.check("admin-list-filtered")
    page.locator("#searchbar").fill("nobody of this name")
    page.locator("#searchbar").press("Enter")
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    look.check("admin-list-empty")


@pytest.mark.usefixtures("as_maya")
def test_a_mistake_and_a_refusal_are_shown_and_lead_to_the_field(look: Any, maya: User) -> None:
    page = look.at(f"{ROLES}add/", "admin-add")
    add_a_role(page, starts_on="31 February 26")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    look.check("admin-mistake")
    click_in_place(summary.get_by_role("link", name="From must be a real date"))
    expect(page.locator("#id_starts_on")).to_be_focused()
    expect(page.locator("#id_email")).to_have_value("nora@larkshire.example")
    add_a_role(page, email=maya.email)
    expect(page.get_by_role("alert")).to_contain_text("You cannot give yourself a role.")
    look.check("admin-refusal")
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.usefixtures("as_maya")
def test_a_role_is_given_ended_and_its_history_read(look: Any, larkshire: Authority) -> None:
    page = look.at(f"{ROLES}add/", "admin-add")
    add_a_role(page)
    expect(page.locator(".messagelist")).to_contain_text("Nora New: Early years officer")
    look.check("admin-saved")
    nora = role_of(larkshire, User.with_invited.get(email="nora@larkshire.example"))
    page = look.at(f"{ROLES}{nora}/change/", "admin-change")
    page.fill("#id_ends_on", "1/9/2026")
    leave(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".messagelist")).to_contain_text("Nora New")
    page = look.at(f"{ROLES}{nora}/history/", "admin-history")
    expect(page.get_by_role("row").nth(1)).to_contain_text(
        "ended the role of Nora New as Early years officer: last day 1 September 2026"
    )


@pytest.mark.usefixtures("as_maya")
def test_a_person_and_the_authority_s_settings(look: Any, larkshire: Authority, maya: User) -> None:
    page = look.at(f"{ADMIN}accounts/user/{maya.pk}/change/", "admin-person")
    expect(page.get_by_role("region", name="Roles here")).to_contain_text("Early years manager")
    page = look.at(f"{ADMIN}accounts/authority/", "admin-authority")
    page.fill("#id_brand_colour", "#ffdd00")
    leave(page.get_by_role("button", name="Save", exact=True))
    look.check("admin-authority-mistake")


@pytest.mark.usefixtures("as_maya")
def test_an_officer_s_page_that_may_only_be_looked_at(
    look: Any, larkshire: Authority, maya: User, sign_in: Callable[[Any], None]
) -> None:
    sign_in(appointed(larkshire, "Amina Okafor", Role.OFFICER))
    page = look.at(f"{ROLES}{role_of(larkshire, maya)}/change/", "admin-view-only")
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)


@pytest.fixture
def sample_districts(settings: Any, larkshire: Authority) -> int:
    """A district with two settings on the sample site
    (tests/core/sample_admin.py), whose rows may be edited.
    """
    settings.AUTHORITY_URLCONF = "tests.core.sample_admin"
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        ProviderFactory.create_batch(2, district=north)
        return int(north.pk)


@pytest.mark.usefixtures("as_maya")
def test_rows_below_a_record_a_mistake_deleting_and_choosing_one_of_thousands(
    look: Any, sample_districts: int
) -> None:
    page = look.at(f"{ADMIN}providers/district/{sample_districts}/change/", "admin-rows")
    click_in_place(page.get_by_role("button", name="Add another Setting"))
    expect(page.get_by_label("Name, new row").first).to_be_visible()
    look.check("admin-rows-one-more")
    page.get_by_label("Registered on, row 1").fill("31 February 26")
    leave(page.get_by_role("button", name="Save", exact=True))
    look.check("admin-rows-mistake")
    look.at(f"{ADMIN}providers/district/{sample_districts}/delete/", "admin-delete")
    page = look.at(f"{ADMIN}providers/district/{sample_districts}/change/", "admin-rows")
    chooser = page.get_by_role("combobox", name="Childminder agency, row 1")
    chooser.focus()
    page.keyboard.press("Enter")
    page.get_by_role("searchbox", name="Childminder agency, row 1").fill("little")
    expect(page.get_by_role("option", name="Little Acorns").first).to_be_visible()
    look.check("admin-choosing")
    page.keyboard.press("Enter")
    expect(chooser).to_contain_text("Little Acorns")


@pytest.mark.usefixtures("as_maya")
def test_it_works_without_script(
    without_script: BrowserContext, context: BrowserContext, live_server: Any, larkshire: Authority
) -> None:
    without_script.add_cookies(context.cookies())  # type: ignore[arg-type]
    page = without_script.new_page()
    page.goto(f"{live_server.url}{ROLES}add/")
    add_a_role(page)
    expect(page.locator(".messagelist")).to_contain_text("Nora New: Early years officer")


@pytest.mark.usefixtures("as_maya")
def test_it_works_with_the_keyboard_alone(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}{ROLES}add/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#id_email")).to_be_focused()
    for text in ("nora@larkshire.example", "Nora New"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.type("Early years officer")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("27 March 26")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Nora New: Early years officer")
