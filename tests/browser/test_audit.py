"""The audit log in a real browser: the list with its filters, one
entry with its story, and whoever may not read it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, User
from accounts.services.authorities import change_authority
from core.scoping import authority_scope
from providers.models import Provider
from providers.services import register
from tests.browser.clicks import click_in_place, leave
from tests.browser.conftest import Look
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
AUDIT_LOG = "/larkshire/audit/"
SignIn = Callable[[Any], None]


@pytest.fixture
def acorns(larkshire: Authority, amina: User, maya: User) -> Provider:
    """A setting with a past: thirty changes by an officer, and one of the authority by its manager."""
    with authority_scope(larkshire):
        acorns = ProviderFactory(name="Acorns Nursery and Pre-school at St Bartholomew's Community Centre")
        for number in range(30):
            register.change_provider(
                provider_id=acorns.pk, changes={"telephone": f"01632 9600{number:02}"}, by=amina
            )
        change_authority(
            authority=larkshire, changes={"team_name": "Larkshire early years and childcare"}, by=maya
        )
    return acorns


def test_the_audit_log_is_filtered_and_an_entry_read(
    look: Look, acorns: Provider, maya: User, amina: User, sign_in: SignIn
) -> None:
    sign_in(maya)
    page = look.at(AUDIT_LOG, "audit")
    expect(page.get_by_role("navigation", name="Pages")).to_be_visible()
    page.get_by_label("Words in the entry").fill("changed SETTING")
    page.get_by_role("combobox", name="Who", exact=True).select_option("Amina Yusuf")
    click_in_place(page.get_by_text("More filters"))
    page.get_by_label("When from").fill("31 February 26")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.get_by_role("alert")).to_contain_text("must be a real date")
    expect(page.get_by_text("Showing 1 to 25 of 30 entries")).to_be_visible()
    look.check("audit-filtered-error")
    leave(page.get_by_role("row", name="Amina Yusuf").first.get_by_role("link"))
    expect(page.get_by_text("01632 960028 → 01632 960029")).to_be_visible()
    expect(page.get_by_role("heading", name="Everything about Acorns Nursery")).to_be_visible()
    look.check("audit-entry")
    page = look.at(f"{AUDIT_LOG}?words=nothing+of+that+kind", "audit-empty")
    leave(page.get_by_role("link", name="Remove filter: Contains “nothing of that kind”"))
    expect(page.get_by_role("columnheader", name="When")).to_have_attribute("aria-sort", "descending")
    sign_in(amina)  # who may not read it is told so
    page = look.at(AUDIT_LOG, "audit-forbidden")
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot open this page")
