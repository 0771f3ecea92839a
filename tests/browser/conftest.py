"""What every test in the real browser asks: no error under the
security policy, no axe finding, no sideways scroll.

The browser itself is found in the root conftest.py. A test takes ``look``, opens a page with it, and has all
three asked.
"""

from __future__ import annotations

import importlib.resources
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize

from tests.browser.ledger import Ledger, Templates
from tests.cast import sign_in as give_session

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
LOOK = (Path(__file__).parent / "look.js").read_text()
SCREENSHOTS = Path(__file__).resolve().parents[2] / ".local" / "screenshots"
#: Pictures for a person to look at, with SCREENSHOTS=1.
TAKES_PICTURES = os.environ.get("SCREENSHOTS") == "1"
PHONE: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London", "viewport": DESKTOP}


@pytest.fixture(scope="session")
def shared_context(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """One context a worker: styles and scripts are kept in its cache."""
    context = browser.new_context(**browser_context_args)
    yield context
    context.close()


@pytest.fixture(scope="session")
def shared_context_without_script(
    browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[BrowserContext]:
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context
    context.close()


def _empty(context: BrowserContext) -> None:
    """As good as new: no page is open and nobody is signed in."""
    for page in context.pages:
        page.close()
    context.clear_cookies()


@pytest.fixture
def context(shared_context: BrowserContext) -> Iterator[BrowserContext]:
    yield shared_context
    _empty(shared_context)


@pytest.fixture
def without_script(shared_context_without_script: BrowserContext) -> Iterator[BrowserContext]:
    """A browser in which scripts are off."""
    yield shared_context_without_script
    _empty(shared_context_without_script)


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return Ledger(Path(os.environ["TEST_FOLDER"]) / "axe-passed")


@pytest.fixture(scope="session")
def page_templates() -> Templates:
    templates = Templates()
    templates.listen()
    return templates


def _ask(page: Page, question: str, argument: Any = None, *, axe: bool = False) -> Any:
    """Have a function of look.js answer."""
    if axe and page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    return page.evaluate(f"argument => {{ {LOOK}; return looks.{question}(argument) }}", argument)


def assert_accessible(page: Page) -> None:
    """No axe finding of any impact in the whole page, whatever has passed before."""
    assert _ask(page, "everything", axe=True) == [], page.url


def assert_reflows(page: Page) -> None:
    """Nothing scrolls sideways at 320 px (WCAG 2.2 1.4.10), except inside a named scroller, in the page's
    font or in a wide one.
    """
    page.set_viewport_size(PHONE)
    for font, (width, elements) in _ask(page, "widths").items():
        assert width <= PHONE["width"], f"{page.url} is {width} px wide in {font}: {elements}"


class Look:
    """Opens pages and looks at them; remembers what the browser complained about."""

    def __init__(self, page: Page, base: str, ledger: Ledger, templates: Templates) -> None:
        self.page, self.base, self.ledger, self.templates = page, base, ledger, templates
        self.complaints: list[str] = []
        self.expected = re.compile(
            r"Failed to load resource: the server responded with a status of (4|5)\d\d"
        )
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _console(self, message: ConsoleMessage) -> None:
        # The browser notes a page's own 403 or 404 as an error too; a missing style or script is another
        # address.
        own_answer = self.expected.search(message.text) and message.location.get("url") == self.page.url
        if message.type in ("error", "warning") and not own_answer:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def at(self, address: str, name: str = "") -> Page:
        """Open an address and check it whole."""
        self.page.goto(f"{self.base}{address}")
        self.check(name or address.strip("/").replace("/", "-") or "home")
        return self.page

    def at_each_tab(self, name: str) -> None:
        """The page behind each tab that the page shows: of a group, a setting or a person."""
        tabs = self.page.locator(".app-tabs__list a").all()
        addresses = [tab.get_attribute("href") or "" for tab in tabs]
        assert len(addresses) > 1, f"{self.page.url} has no tabs"
        for number, address in enumerate(addresses, start=1):
            self.at(address, f"{name}-tab-{number}")

    def check(self, name: str) -> None:
        """The page as it stands now (an error state, for example), on a desktop and on a phone."""
        self.page.set_viewport_size(DESKTOP)
        self.page.wait_for_load_state()  # a click may have begun to load another page
        assert not self.page.title().startswith("Sorry") or name.startswith("error-"), self.page.url
        self._take_picture(f"{name}-desktop")
        state = f"{self.templates.of(self.page.url)}\n{_ask(self.page, 'state')}"
        self._assert_accessible(state, "structure")
        assert_reflows(self.page)
        self._take_picture(f"{name}-phone")
        self._assert_accessible(f"{state}\non a phone", "targets")
        self.page.set_viewport_size(DESKTOP)
        assert self.complaints == [], name

    def _assert_accessible(self, state: str, question: str) -> None:
        """No axe finding to the question, nor of the contrast of texts,
        where the state or the appearance has not passed yet.
        """
        for names, question_of_them in (([state], question), (_ask(self.page, "appearances"), "contrast")):
            if new := self.ledger.new(names):
                assert _ask(self.page, question_of_them, new, axe=True) == [], self.page.url
                self.ledger.add(new)

    def _take_picture(self, name: str) -> None:
        if TAKES_PICTURES:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


@pytest.fixture
def look(page: Page, live_server: Any, ledger: Ledger, page_templates: Templates) -> Look:
    return Look(page, live_server.url, ledger, page_templates)


@pytest.fixture
def sign_in(context: BrowserContext, live_server: Any) -> Callable[[Any], None]:
    """Puts a session of somebody into the browser: ``sign_in(user)``."""

    def do(user: Any) -> None:
        client = Client()
        give_session(client, user)
        context.add_cookies(
            [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
        )

    return do
