"""Reading and printing the ways of working in a real browser: their page, a version, the PDF with its
progress, all as one file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from tests.browser.clicks import click_in_place, leave
from tests.browser.conftest import Look
from tests.factories.groups import Group, make_group
from tests.factories.printing import adopted, written

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_ways_of_working_are_read_and_printed(
    look: Look, sign_in: Callable[[Any], None], transactional_db: None, larkshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire):
        group: Group = make_group(amina)
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        adopted(group.collaboration, group.lena, on=date(2026, 3, 2))
        adopted(group.collaboration, group.lena, payee=str(group.acorns.provider_id), unused=("1.14", "1.11"))
        written(group.collaboration, group.lena)
    where = f"/larkshire/collaborations/{group.collaboration.pk}/ways-of-working/"
    sign_in(group.lena)
    look.at(where, "terms-hub")
    page = look.at(f"{where}2/", "terms-version")
    leave(page.get_by_role("link", name="1.9 Behaviours", exact=True))
    expect(page.locator("[id='1.9'] h2")).to_be_in_viewport()
    leave(page.get_by_role("link", name="Print it: the same as a PDF"))
    look.check("terms-pdf-ask")
    leave(page.get_by_role("button", name="Make the PDF"))
    expect(page.get_by_text("The document is ready.")).to_be_visible()
    look.check("terms-pdf-ready")
    with page.expect_download() as download:
        click_in_place(page.get_by_role("button", name="Download the file"))
    assert download.value.suggested_filename == "Riverside, ways of working, version 2.pdf"
    sign_in(amina)
    page = look.at("/larkshire/collaborations/ways-of-working/print/", "terms-print")
    leave(page.get_by_role("button", name="Make the file"))
    expect(page.get_by_text("The file is ready, with 1 document.")).to_be_visible()
    look.check("terms-print-ready")
