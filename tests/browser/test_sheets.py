"""A spreadsheet of collaborations in a real browser: template, upload, preview, refusals, load."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from tests.browser.clicks import click_in_place, leave
from tests.exchange.sheets import as_csv, as_xlsx, line
from tests.factories.groups import judged
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
BASE = "/larkshire/collaborations/import/"


@pytest.fixture
def register(transactional_db: None, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        DistrictFactory(name="North Larkshire")
        for number, name in enumerate(
            (
                "Acorns",
                "Bluebells",
                "Clover",
                "Daisy Chain Pre-school and Out of School Club at the Village Hall",
            )
        ):
            judged(ProviderFactory(urn=f"EY10000{number}", name=name), 2)


def rows() -> list[list[Any]]:
    lena = {"person": "Lena Hartley", "email": "lena@larkshire.example", "role": "Manager", "leads": "yes"}
    return [
        line(collaboration="Riverside", district="North Larkshire", urn="EY100000", **lena),
        line(collaboration="Riverside", urn="EY100001", person="Mo Siddiqui", email="mo at home"),
        line(collaboration="Riverside", urn="EY100003", person="Ada", email="ada@larkshire.example"),
        line(collaboration="Hillside", urn="EY999999"),
        line(collaboration="Hillside", urn="EY100002", joined_on="31/02/2024"),
    ]


def test_an_officer_brings_a_spreadsheet(
    look: Any, sign_in: Callable[[Any], None], amina: User, register: None, tmp_path: Path
) -> None:
    sign_in(amina)
    page = look.at("/larkshire/collaborations/", "collaborations-list-to-import")
    leave(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Administration"))
    leave(page.get_by_role("main").get_by_role("link", name="Spreadsheet of groups"))
    look.check("sheets-empty")
    leave(page.get_by_role("button", name="Upload a spreadsheet"))
    click_in_place(page.get_by_text("What each column means"))
    look.check("sheet-upload")
    file = tmp_path / "our list.csv"
    file.write_bytes(as_csv([], ["Name", "Telephone"]))
    page.locator("input[type=file]").set_input_files(file)
    leave(page.get_by_role("button", name="Upload and check"))
    look.check("sheet-upload-refused")
    file = tmp_path / "our list.xlsx"
    file.write_bytes(as_xlsx(rows(), above=2))
    page.locator("input[type=file]").set_input_files(file)
    leave(page.get_by_role("button", name="Upload and check"))
    expect(page.get_by_role("heading", name="What would be loaded")).to_be_visible()
    look.check("sheet-preview")
    leave(page.get_by_role("link", name="Look at what cannot be loaded, and why"))
    expect(page.get_by_text("This is not an email address.")).to_be_visible()
    look.check("sheet-refused-lines")
    page.go_back()
    leave(page.get_by_role("link", name="Look at what is new"))
    expect(page.get_by_text("Lena Hartley as a leader from 1 September 2024")).to_be_visible()
    look.check("sheet-new-lines")
    page.go_back()
    leave(page.get_by_role("link", name="Put this spreadsheet aside"))
    look.check("sheet-discard")
    page.go_back()
    leave(page.get_by_role("button", name="Load what is new"))
    expect(page.get_by_role("heading", name="What was loaded")).to_be_visible()
    look.check("sheet-loaded")
    leave(page.get_by_role("link", name="See the collaborations"))
    expect(page.get_by_role("link", name="Riverside")).to_be_visible()
