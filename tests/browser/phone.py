"""A telephone without script, and what a thumb does on any page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page

from accounts.models import User
from tests.browser.conftest import PHONE
from tests.cast import sign_in as give_session


@dataclass
class Phone:
    """A telephone without script, in the hand of one person after the other."""

    context: BrowserContext
    base: str

    def of(self, user: User | None, address: str) -> Page:
        self.context.clear_cookies()
        if user is not None:
            client = Client()
            give_session(client, user)
            session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.base}
            self.context.add_cookies([session])  # type: ignore[list-item]
        page = self.context.new_page()
        page.set_viewport_size(PHONE)
        page.goto(f"{self.base}{address}")
        return page


def press(page: Page, name: str) -> None:
    """A button of the page, and the page that comes of it: what is asked next is asked of that one."""
    leave(page, page.get_by_role("main").get_by_role("button", name=name).first)


def follow(page: Page, name: str) -> None:
    """A link of the page, and the page behind it."""
    leave(page, page.locator("main a").filter(has_text=name).first)


def leave(page: Page, what: Locator) -> None:
    """Click what leads to another page, and wait until that page is there."""
    with page.expect_navigation():
        what.click()


def enter_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))
