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
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
# preload would make axe put the page's style sheets into the page once more, which the policy blocks and the console notes.
# Contrast is two thirds of axe's time and hangs on colours, not on width. So a look at the same document ``again``, in
# another size, asks it of what has changed since: what came into sight, has other colours, or is no longer large text.
AXE_RUN = """async again => {
  const looked = e => {
    const s = getComputedStyle(e), box = e.getBoundingClientRect(), size = parseFloat(s.fontSize);
    return [e.checkVisibility(), box.width > 1 && box.height > 1, s.visibility, s.color, s.backgroundColor, s.backgroundImage,
      s.opacity, s.textShadow, s.mixBlendMode, size >= 24 || (size >= 18.66 && s.fontWeight >= 700)].join('|');
  };
  const all = [...document.querySelectorAll('body, body *')], before = again && window.lookedBefore;
  window.lookedBefore = new Map(all.map(e => [e, looked(e)]));
  const changed = before ? all.filter(e => e.checkVisibility() && before.get(e) !== window.lookedBefore.get(e)) : [];
  const always = {preload: false, reporter: 'no-passes'};
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = [await axe.run(document, {...always, runOnly: tags, rules: before ? {'color-contrast': {enabled: false}} : {}})];
  if (changed.length) found.push(await axe.run({include: changed}, {...always, runOnly: {type: 'rule', values: ['color-contrast']}}));
  return found.flatMap(one => one.violations).map(
    v => `${v.impact} ${v.id}: ${v.help} — ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`);
}"""
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.app-scroller'))
  .slice(0, 5).map(e => e.tagName + '.' + e.className)"""
SCREENSHOTS = Path(__file__).resolve().parents[2] / ".local" / "screenshots"
#: Pictures for a person to look at: taken by a test that runs by itself (-n0), and by all with SCREENSHOTS=1.
TAKES_PICTURES = os.environ.get("SCREENSHOTS", "0" if "PYTEST_XDIST_WORKER" in os.environ else "1") == "1"
PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London", "viewport": DESKTOP}


def assert_accessible(page: Page, *, again: bool = False) -> None:
    """No axe finding of any impact. Injected through the debugger: the page's own policy stays as strict as it is."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    assert page.evaluate(AXE_RUN, again) == [], page.url


def assert_reflows(page: Page) -> None:
    """Nothing scrolls sideways at 320 px (WCAG 2.2 1.4.10), except inside a named scroller."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"], f"{page.url} is {wide} px wide: {page.evaluate(TOO_WIDE)}"


class Look:
    """Opens pages and looks at them; remembers what the browser complained about."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
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
        self.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
        self.page.goto(f"{self.base}{address}")
        self.check(name or address.strip("/").replace("/", "-") or "home")
        return self.page

    def check(self, name: str) -> None:
        """The page as it stands now (an error state, for example), on a desktop and on a phone."""
        self.page.wait_for_load_state()  # a click may have begun to load another page
        self._one_size(DESKTOP, f"{name}-desktop")
        self._one_size(PHONE, f"{name}-phone", again=True)
        assert_reflows(self.page)
        self.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
        assert self.complaints == [], name

    def _one_size(self, size: dict[str, int], name: str, *, again: bool = False) -> None:
        self.page.set_viewport_size(size)  # type: ignore[arg-type]
        if TAKES_PICTURES:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
        assert_accessible(self.page, again=again)


@pytest.fixture
def look(page: Page, live_server: Any) -> Look:
    return Look(page, live_server.url)


@pytest.fixture
def without_script(browser: Any, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser in which scripts are off."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def sign_in(context: BrowserContext, live_server: Any) -> Callable[[Any], None]:
    """Puts a session of somebody into the browser: ``sign_in(user)``."""
    from django.test import Client

    def do(user: Any) -> None:
        client = Client()
        client.force_login(user)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])

    return do
