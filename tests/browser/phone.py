"""A telephone without script, and what a thumb does on any page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.test import Client
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from meetings.rules.bank_holidays import bank_holidays_of
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


def day_to_meet(days: int) -> date:
    """A day so many days from now, or the next that is no bank holiday: nobody is asked about it (G7)."""
    day = timezone.localdate() + timedelta(days=days)
    while day in bank_holidays_of(day.year):
        day += timedelta(days=1)
    return day
