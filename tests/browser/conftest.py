"""What every test in the real browser asks: no error under the security policy, no axe finding, no sideways scroll.

The browser itself is found in the root conftest.py. A test takes ``look``, opens a page with it, and has all three asked.
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

from tests.browser.ledger import STATE, Ledger, Templates

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
# preload would make axe put the page's style sheets into the page once more, which the policy blocks and the console notes.
AXE_FUNCTIONS = """window.looks ??= {
  appearance: e => {
    const s = getComputedStyle(e), box = e.getBoundingClientRect(), size = parseFloat(s.fontSize);
    return [e.checkVisibility(), box.width > 1 && box.height > 1, s.visibility, s.color, s.backgroundColor, s.backgroundImage,
      s.opacity, s.textShadow, s.mixBlendMode, size >= 24 || (size >= 18.66 && s.fontWeight >= 700)].join('|');
  },
  appearances: () => new Map([...document.querySelectorAll('body, body *')].map(e => [e, looks.appearance(e)])),
  run: (what, only) => axe.run(what, {preload: false, reporter: 'no-passes', runOnly: only}),
  words: results => results.flatMap(result => result.violations).map(
    v => `${v.impact} ${v.id}: ${v.help} — ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`),
};"""
AXE_RUN = """async () => {
  looks.before = looks.appearances();
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return looks.words([await looks.run(document, tags)]);
}"""
# What hangs on the width: the size of targets, and the contrast of what came into sight, has other colours, or is no longer
# large text. Contrast is two thirds of axe's time.
AXE_ON_A_PHONE = """async () => {
  const only = rule => ({type: 'rule', values: [rule]});
  const changed = [...looks.appearances()].filter(([e, now]) => e.checkVisibility() && looks.before.get(e) !== now).map(([e]) => e);
  const results = [await looks.run(document, only('target-size'))];
  if (changed.length) results.push(await looks.run({include: changed}, only('color-contrast')));
  return looks.words(results);
}"""
#: The page's width in its own font and in a wide one (a machine without an Arial shows such a one), and what sticks out.
WIDTHS = """() => {
  const measure = () => [document.documentElement.scrollWidth, [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.app-scroller'))
    .slice(0, 5).map(e => `${e.tagName}.${e.className}`)];
  const own = measure(), sheets = document.adoptedStyleSheets, wide = new CSSStyleSheet();
  wide.replaceSync('* { font-family: "DejaVu Sans", Verdana, sans-serif !important }');
  document.adoptedStyleSheets = [...sheets, wide];
  const inWideFont = measure();
  document.adoptedStyleSheets = sheets;
  return {'its own font': own, 'DejaVu Sans': inWideFont};
}"""
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
    """One context a worker: styles and scripts stay in its cache."""
    context = browser.new_context(**browser_context_args)
    yield context
    context.close()


@pytest.fixture(scope="session")
def shared_context_without_script(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
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


def assert_accessible(page: Page) -> None:
    """No axe finding of any impact. Injected through the debugger: the page's own policy stays as strict as it is."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
        page.evaluate(AXE_FUNCTIONS)
    assert page.evaluate(AXE_RUN) == [], page.url


def assert_accessible_on_a_phone(page: Page) -> None:
    """What another width can change, after ``assert_accessible`` on a desktop."""
    assert page.evaluate(AXE_ON_A_PHONE) == [], page.url


def assert_reflows(page: Page) -> None:
    """Nothing scrolls sideways at 320 px (WCAG 2.2 1.4.10), except inside a named scroller."""
    page.set_viewport_size(PHONE)
    for font, (width, elements) in page.evaluate(WIDTHS).items():
        assert width <= PHONE["width"], f"{page.url} is {width} px wide in {font}: {elements}"


class Look:
    """Opens pages and looks at them; remembers what the browser complained about."""

    def __init__(self, page: Page, base: str, ledger: Ledger, templates: Templates) -> None:
        self.page, self.base, self.ledger, self.templates = page, base, ledger, templates
        self.complaints: list[str] = []
        self.expected = re.compile(r"Failed to load resource: the server responded with a status of (4|5)\d\d")
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _console(self, message: ConsoleMessage) -> None:
        # The browser notes a page's own 403 or 404 as an error too; a missing style or script is another address.
        own_answer = self.expected.search(message.text) and message.location.get("url") == self.page.url
        if message.type in ("error", "warning") and not own_answer:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def at(self, address: str, name: str = "") -> Page:
        """Open an address and check it whole."""
        self.page.goto(f"{self.base}{address}")
        self.check(name or address.strip("/").replace("/", "-") or "home")
        return self.page

    def check(self, name: str) -> None:
        """The page as it stands now (an error state, for example), on a desktop and on a phone."""
        self.page.set_viewport_size(DESKTOP)
        self.page.wait_for_load_state()  # a click may have begun to load another page
        state = self._state()
        is_new = not self.ledger.has(state)
        self._take_picture(f"{name}-desktop")
        if is_new:
            assert_accessible(self.page)
        assert_reflows(self.page)
        self._take_picture(f"{name}-phone")
        if is_new:
            assert_accessible_on_a_phone(self.page)
            self.ledger.add(state)
        self.page.set_viewport_size(DESKTOP)
        assert self.complaints == [], name

    def _state(self) -> str:
        return f"{self.templates.of(self.page.url)}\n{self.page.evaluate(STATE)}"

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
        client.force_login(user)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])

    return do
