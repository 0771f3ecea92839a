"""A telephone without script, and what a thumb does on any page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.test import Client
from playwright.sync_api import BrowserContext, Page

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


def enter_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))
