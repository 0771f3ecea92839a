"""Cards, the map of districts and settings with no collaboration, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from portal.demonstration.outlines import ATTRIBUTION, outlines_file
from portal.demonstration.places import SHIRES
from tests.browser.clicks import click_in_place, leave
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import make_group
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
BASE = "/larkshire/collaborations/"


@pytest.fixture
def county(transactional_db: None, larkshire: Authority, amina: User) -> None:
    """Five districts with settings, each but one with collaborations of different sizes."""
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        for number, town in enumerate(SHIRES[0].towns):
            district = DistrictFactory(name=f"{town} district")
            settings = ProviderFactory.create_batch(6, district=district)
            for group in range(number):
                collaboration = CollaborationFactory(name=f"{town} {group + 1}", district=district)
                for provider in settings[group : number + 2]:
                    join(collaboration=collaboration, provider=provider, on=date(2024, 9, 1), by=amina)


def test_cards_map_and_settings_without(
    look: Any, sign_in: Callable[[Any], None], amina: User, county: None, tmp_path: Path
) -> None:
    sign_in(amina)
    page = look.at(f"{BASE}?q=riverside", "collaborations-one")
    leave(page.get_by_role("rowheader").get_by_role("link", name="Riverside"))
    expect(page.get_by_text("One person leads alone").first).to_be_visible()
    page = look.at(f"{BASE}cards/", "collaborations-cards")
    expect(page).to_have_url(f"{look.base}{BASE}")  # the cards of before are the list
    click_in_place(page.get_by_text("More filters"))
    page.get_by_role("combobox", name="Leader", exact=True).select_option("some")
    leave(page.get_by_role("button", name="Apply filters"))
    leave(page.get_by_role("link", name="Districts", exact=True))
    expect(page.get_by_role("link", name="Remove filter: Leader: Has a leader")).to_be_visible()
    look.at(f"{BASE}map/", "collaborations-districts-bars")
    leave(page.get_by_role("link", name="Load outlines"))
    leave(page.get_by_role("button", name="Load the outlines"))
    look.check("outlines-load-errors")
    file = tmp_path / "districts.geojson"
    file.write_bytes(outlines_file(SHIRES[1]))
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_label("Where the boundaries come from").fill(ATTRIBUTION)
    leave(page.get_by_role("button", name="Load the outlines"))
    expect(page.get_by_role("alert").get_by_text("Found:").first).to_be_visible()
    look.check("outlines-load-refused")
    file.write_bytes(outlines_file(SHIRES[0]))
    page.locator("input[type=file]").set_input_files(file)
    leave(page.get_by_role("button", name="Load the outlines"))
    expect(page.get_by_text("The outlines of 5 districts are loaded.")).to_be_visible()
    look.check("collaborations-map")
    assert len(page.locator("svg.app-map__drawing").evaluate("e => e.outerHTML")) < 26_000
    leave(page.locator("svg.app-map__drawing a").nth(3))
    expect(page.get_by_role("link", name="Remove filter: District: Millbrook district")).to_be_visible()
    leave(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Data"))
    leave(page.get_by_role("main").get_by_role("link", name="Settings in no group"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Settings with no collaboration")
    look.check("settings-without-collaboration")
    look.at(f"{BASE}map/outlines/remove/", "outlines-remove")
    leave(page.get_by_role("button", name="Remove the outlines"))
    expect(page.get_by_text("The outlines are removed.")).to_be_visible()
