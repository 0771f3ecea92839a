"""Documents in a real browser: a refused file, one for
named people, its reader, a newer version, the log.
"""

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
from tests.browser.clicks import click_in_place, leave, press
from tests.browser.conftest import Look
from tests.factories.groups import Group, make_group
from tests.factories.library import shared

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        shared(
            made.collaboration,
            made.lena,
            "How we welcome children who have just moved here",
            review_on=date(2026, 8, 1),
        )
    return made


def test_a_document_for_named_people(look: Look, sign_in: SignIn, group: Group, tmp_path: Path) -> None:
    root = f"/larkshire/collaborations/{group.collaboration.pk}/library/"
    page_in_disguise, first, second = tmp_path / "notes.pdf", tmp_path / "Notes.pdf", tmp_path / "Notes 2.pdf"
    page_in_disguise.write_text("<html>")
    first.write_bytes(b"%PDF-1.7 one")
    second.write_bytes(b"%PDF-1.7 two")
    sign_in(group.lena)
    page = look.at(root, "library")
    press(page, "Add a document")
    page.get_by_label("Title").fill("Notes of the visit to Bluebells")
    page.get_by_label("People you name").check()
    page.get_by_label("Copyright").fill("Made by Acorns, for our own settings only.")
    page.locator("input[type=file]").set_input_files(page_in_disguise)
    press(page, "Add the document")
    look.check("library-add-error")
    expect(page.get_by_label("Title")).to_have_value("Notes of the visit to Bluebells")
    page.locator("input[type=file]").set_input_files(first)
    press(page, "Add the document")
    press(page, "Name a reader")
    page.get_by_label("Mo Siddiqui").check()
    look.check("library-reader")
    press(page, "Name the reader")
    leave(page.get_by_role("link", name="Replace by a new version"))
    page.locator("input[type=file]").set_input_files(second)
    press(page, "Add the new version")
    with page.expect_download() as download:
        click_in_place(page.get_by_role("button", name="Download version 2"))
    assert download.value.suggested_filename == "Notes of the visit to Bluebells.pdf"
    page.reload()
    look.check("library-document")
    leave(page.get_by_role("link", name="Remove the document"))
    press(page, "Remove the document")
    look.check("library-removed")
    expect(page.get_by_role("link", name="Bring it back")).to_be_visible()
