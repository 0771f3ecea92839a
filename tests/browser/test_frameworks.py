"""A quality framework in a real browser: the quality lead begins with one that is ready, mends it, writes words for
childminders, publishes it, and begins the next version.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, User
from tests.browser.clicks import follow, leave, press
from tests.browser.conftest import Look

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_quality_lead_begins_mends_and_publishes_a_framework(
    look: Look, sign_in: Callable[[Any], None], larkshire: Authority, quinn: User, tmp_path: Any
) -> None:
    sign_in(quinn)
    page = look.at("/larkshire/quality/", "quality")
    follow(page, "Quality frameworks")
    look.check("frameworks-none")
    follow(page, "Load one from a file")
    broken = tmp_path / "broken.yaml"
    broken.write_text('format: "1"\nkey: "mine"\nnam: "Mine"\n')
    page.locator("input[type=file]").set_input_files(broken)
    press(page, "Load it")
    expect(page.get_by_text("Line 3: “nam” is not known here.")).to_be_visible()
    look.check("framework-file-error")

    page.goto(page.url.replace("begin/file/", "begin/"))
    page.get_by_label("Quality in early years settings").check()
    press(page, "Begin")
    look.check("framework-draft")
    follow(page, "Add a level")
    press(page, "Save")
    look.check("framework-level-error")
    page.get_by_label("What is the level called?").fill("Exploring")
    press(page, "Save")
    expect(page.get_by_text("looks like at the level “Exploring”").first).to_be_visible()
    follow(page, "Exploring")
    follow(page, "Remove it from the draft")
    press(page, "Remove it")

    follow(page, "Talk all day")
    look.check("framework-standard")
    page.get_by_label("What does it ask?").fill("Children hear and use language with all staff.")
    press(page, "Save")
    expect(page.get_by_text("A childminder would read the word “staff”")).to_be_visible()
    follow(page, "add words for childminders : Talk all day")
    look.check("framework-words")
    page.get_by_label("What does it ask?").fill("Children hear and use language with you all day.")
    press(page, "Save")
    leave(page.get_by_role("main").get_by_role("button", name="Down Leading and improving"))
    follow(page, "Publish it")
    look.check("framework-publish")
    press(page, "Publish it for good")
    expect(page.get_by_text("Published by Quinn")).to_be_visible()
    follow(page, "Begin the next version")
    press(page, "Begin the next version")
    follow(page, "Talk all day")
    follow(page, "Remove it from the draft")
    press(page, "Remove it")
    follow(page, "Talk all day")
    look.check("framework-successors")
    page.get_by_label("Planned from children").first.check()
    press(page, "Save")
    follow(page, "What changes for those in the middle")
    look.check("framework-changes")
