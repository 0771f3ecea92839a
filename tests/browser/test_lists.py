"""Every list and every table in a real browser: nothing is cut on a desktop, a phone has it all as cards, and
paper holds each column.

The pages are all addresses whose page holds a table, as their fullest reader gets them. They are rendered
first and given to the browser from memory: what is asked here is how they are laid out.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page
from playwright.sync_api import Route as Request

from core.tables.pages import ListPage
from tests.architecture.authorities import build_authority
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.routes import ROUTES, Route
from tests.architecture.test_rendered_pages import FULLEST
from tests.browser.conftest import SCREENSHOTS, TAKES_PICTURES
from tests.cast import sign_in

pytestmark = pytest.mark.django_db
HOST = "http://lists.test"
TABLE = 'role="table"'
ACROSS, UPRIGHT = 1032, 703  # the width of A4 in pixels at 96 dpi, less 12 mm at each side
#: Lists that show their rows otherwise than as a table, or that no reader of the matrix sees with rows.
WITHOUT_TABLE = {
    "memberships:find": "each group is a card",
    "audit:security": "drawn as the entries are; nobody of the matrix failed to sign in",
}
#: What is hidden sideways: in a region, or beyond the page.
CUT = """() => [...document.querySelectorAll('[role=table]')].filter(t => t.checkVisibility()).flatMap(table => {
    const region = table.closest('[role=region]'), wide = document.documentElement.scrollWidth;
    return [
        ...(region.scrollWidth > region.clientWidth + 1 ? [`${region.ariaLabel}: ${region.scrollWidth} in ${region.clientWidth}`] : []),
        ...(wide > innerWidth ? [`the page: ${wide} in ${innerWidth}`] : []),
    ];
})"""
#: Columns that are not shown at this width, and values that have no heading beside them.
MISSING = """phone => [...document.querySelectorAll('[role=table]')].filter(t => t.checkVisibility()).flatMap(table => {
    const heads = [...table.querySelectorAll('thead [role=columnheader]')];
    const rows = [...table.querySelectorAll('tbody [role=row]')].filter(r => r.checkVisibility());
    const said = (cell) => cell.textContent.trim() && !['–', '-'].includes(cell.textContent.trim());
    const cells = rows.flatMap(r => [...r.children]);
    if (!phone) return heads.filter(h => !h.checkVisibility()).map(h => `no column ${h.textContent.trim()}`);
    return [
        ...cells.filter(c => said(c) && !c.checkVisibility()).map(c => `hidden: ${c.textContent.trim()}`),
        ...cells.filter(c => said(c) && c.role === 'cell' && !c.dataset.label && !c.querySelector('input, select'))
            .map(c => `no label: ${c.textContent.trim()}`),
        ...cells.filter(c => !said(c) && !c.querySelector('input, svg, select') && c.role === 'cell' && c.checkVisibility())
            .map(c => `empty: ${c.dataset.label}`),
        ...rows.filter(r => !r.querySelector('[role=rowheader]')).map(r => `no heading: ${r.textContent.trim()}`),
        ...rows.flatMap(r => [...r.querySelectorAll('.app-acts :is(a, button)')])
            .filter(a => a.getBoundingClientRect().height < 44).map(a => `small: ${a.textContent.trim()}`),
        ...cells.filter(c => c.checkVisibility() && c.getBoundingClientRect().right > innerWidth).map(c => `beyond: ${c.textContent.trim()}`),
    ];
})"""
#: Headings that stand outside the page, and controls that are printed.
OFF_PAPER = """width => [...document.querySelectorAll('[role=table]')].filter(t => t.checkVisibility()).flatMap(table => [
    ...[...table.querySelectorAll('thead [role=columnheader]')].filter(h => h.checkVisibility())
        .filter(h => h.getBoundingClientRect().right > width + 1 || h.scrollWidth > h.clientWidth + 1).map(h => `heading ${h.textContent.trim()}`),
    ...[...document.querySelectorAll('main button, .app-list form, .app-acts, .actions, #toolbar, [role=table] input[type=checkbox]')]
        .filter(e => e.checkVisibility()).map(e => `control ${e.className} ${e.textContent.trim().slice(0, 30)}`),
])"""


def is_list(route: Route) -> bool:
    view = getattr(route.view, "view_class", None)
    return view is not None and issubclass(view, ListPage)


@pytest.fixture
def pages(tmp_path: Path, settings: Any) -> dict[str, tuple[Route, str]]:
    """The address, route and HTML of every page with a table, for its fullest reader."""
    settings.DEMONSTRATION, settings.MAIL_ROOT = True, tmp_path / "mail"
    settings.EMAIL_BACKEND = "core.mail.MaildirBackend"
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    cache.clear()
    here = build_authority("Larkshire")
    clients = {role: Client(raise_request_exception=False) for role in here.people}
    for role, person in here.people.items():
        sign_in(clients[role], person)
    endpoints, found = {**ENDPOINTS, **ADMIN}, {}
    for route in ROUTES:
        endpoint = endpoints.get(route.name)
        roles = next((roles for method, roles in endpoint.acts() if method == "get"), ()) if endpoint else ()
        if not roles:
            continue
        path = f"/{here.slug}/{route.path(endpoint, here.rows)}"
        for role in (role for role in FULLEST if role in roles):
            response = clients[role].get(path)
            if response.streaming:
                b"".join(response.streaming_content)  # to its end, which closes the file
                break
            if TABLE in response.text:
                found[path] = (route, response.text)
                break
            if not is_list(route):
                break
    return found


@pytest.fixture
def served(page: Page, pages: dict[str, tuple[Route, str]]) -> Iterator[Page]:
    """A browser that gets these pages and our static files, and nothing else."""

    def answer(request: Request) -> None:
        path = urlsplit(request.request.url).path
        if path in pages:
            request.fulfill(body=pages[path][1], content_type="text/html; charset=utf-8")
        elif file := finders.find(path.partition("/static/")[2]) if "/static/" in path else None:
            kind = mimetypes.guess_type(path)[0] or "text/plain"
            request.fulfill(path=file, content_type=kind)
        else:
            request.fulfill(status=204)

    page.route("**/*", answer)
    yield page
    page.unroute_all(behavior="ignoreErrors")


def test_every_list_is_whole_on_a_desktop_on_a_phone_and_on_paper(
    served: Page, pages: dict[str, tuple[Route, str]]
) -> None:
    lists = {route.name for route in ROUTES if is_list(route)}
    shown = {route.name for route, _html in pages.values()}
    assert lists - shown - set(WITHOUT_TABLE) == set()
    assert len(shown) > 60
    wrong = []
    for path, (route, html) in pages.items():
        served.emulate_media(media="screen")
        served.set_viewport_size({"width": 1280, "height": 900})
        served.goto(f"{HOST}{path}")
        served.evaluate("() => document.querySelectorAll('main details').forEach(d => { d.open = true })")
        for width in (1280, 1920, 375, 320):
            served.set_viewport_size({"width": width, "height": 900})
            faults = [*served.evaluate(CUT), *served.evaluate(MISSING, width < 640)]
            wrong += [f"{route.name} at {width}: {fault}" for fault in faults]
            take_picture(served, f"list-{route.name}-{width}")
        served.emulate_media(media="print")
        paper = ACROSS if 'class="app-list"' in html or route.name.endswith("_changelist") else UPRIGHT
        served.set_viewport_size({"width": paper, "height": 900})
        wrong += [f"{route.name} on paper: {fault}" for fault in served.evaluate(OFF_PAPER, paper)]
        take_picture(served, f"list-{route.name}-paper")
    assert not wrong, "\n".join(wrong)


def take_picture(page: Page, name: str) -> None:
    if TAKES_PICTURES:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name.replace(':', '-')}.png", full_page=True)
