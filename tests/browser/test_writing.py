"""Writing ways of working in a real browser: begun, saved as it is
typed, two writers, an error, the list of sections.
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
from tests.browser.clicks import click_in_place, leave, press
from tests.browser.conftest import Look
from tests.factories import terms
from tests.factories.groups import Group, make_group

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]


@pytest.fixture
def group(transactional_db: None, larkshire: Authority, amina: User) -> Group:
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(
            membership=made.acorns, user=made.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
    return made


def test_a_section_is_written_by_two(
    look: Look, sign_in: SignIn, larkshire: Authority, group: Group, amina: User
) -> None:
    root = f"/larkshire/collaborations/{group.collaboration.pk}/ways-of-working/"
    sign_in(group.lena)
    page = look.at(f"{root}start/", "terms-start")
    press(page, "Begin")
    look.check("terms-write")
    leave(page.get_by_role("link", name="1.2 Purpose"))
    page.wait_for_load_state()  # what is typed is saved from then on
    page.get_by_label("What does the group want to achieve?").fill("We visit each other in May.")
    expect(page.get_by_text("Saved at")).to_be_visible()
    click_in_place(page.locator("#question-aims summary"))
    click_in_place(page.locator("#question-aims").get_by_role("button", name="We visit each other, pass on"))
    expect(page.get_by_label("What does the group want to achieve?")).to_have_value(
        "We visit each other in May.\nWe visit each other, pass on what works, and grow in knowledge and"
        " confidence."
    )
    with authority_scope(larkshire):
        ways = group.collaboration.ways_of_working.get()
        terms.write(ways, "1.2", amina, texts={"aims": "We visit each other in June.", "set_up": "In 2025."})
    press(page, "Save and continue")
    expect(page.get_by_text("Amina Yusuf has changed this section")).to_be_visible()
    look.check("terms-both")
    press(page, "Save what you have chosen")
    look.check("terms-both-error")
    page.get_by_label("Keep what is in the box below").first.check()
    press(page, "Save what you have chosen")
    expect(page.get_by_text("Section 1.2 is saved.")).to_be_visible()
    page.goto(f"{look.base}{root}write/1.14/")
    page.get_by_label("At least this share of the members").check()
    press(page, "Save and continue")
    look.check("terms-section-error")
    press(page, "We do not use this section")
    leave(page.get_by_role("link", name="1.14 Decision Making"))
    look.check("terms-section-unused")


def test_the_template_is_written_and_published(
    look: Look, sign_in: SignIn, larkshire: Authority, maya: User
) -> None:
    root = "/larkshire/collaborations/ways-of-working/templates/"
    sign_in(maya)
    page = look.at(f"{root}start/")
    press(page, "Begin")
    leave(page.get_by_role("link", name="Change 1.8 Meeting Management"))
    page.get_by_label("Papers go out", exact=True).fill("soon")
    press(page, "Save")
    look.check("template-section-error")
    page.get_by_label("Papers go out", exact=True).fill("10")
    press(page, "Save")
    look.check("template-draft")
    press(page, "Publish it")
    expect(page.get_by_role("heading", name="Publish version 1")).to_be_visible()
    press(page, "Publish it")
    look.check("templates")
