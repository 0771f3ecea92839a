"""What a hand does on a page. A click that leads to another page waits for it, so that what is asked next is
asked of that page; `tests/architecture/test_clicks_wait.py` refuses any other click of the browser tests.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def leave(what: Locator) -> None:
    """Click what leads to another page, and wait until that page is there."""
    with what.page.expect_navigation():
        what.click()


def press(page: Page, name: str) -> None:
    """A button of the page, and the page that comes of it."""
    leave(page.get_by_role("main").get_by_role("button", name=name).first)


def follow(page: Page, name: str) -> None:
    """A link of the page, and the page behind it."""
    leave(page.locator("main a").filter(has_text=name).first)


def click_in_place(what: Locator) -> None:
    """Click what leaves the page where it is: details, a script, a link within the page, a download."""
    what.click()
