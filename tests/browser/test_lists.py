"""Every list and every table in a real browser: nothing is cut on a desktop, a phone has it all as cards, and
paper holds each column.

The pages are all addresses whose page holds a table, as their fullest reader gets them. They are rendered
first and given to the browser from memory: what is asked here is how they are laid out.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache as cache_by_name
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from playwright.sync_api import Route as Request

from collaborations.models import Collaboration
from core.scoping import authority_scope
from core.tables.pages import ListPage
from core.views import Page as View
from tests.architecture.authorities import build_authority
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.routes import ROUTES, Route
from tests.architecture.test_rendered_pages import FULLEST
from tests.architecture.test_templates import TEMPLATES
from tests.browser.conftest import SCREENSHOTS, TAKES_PICTURES
from tests.cast import sign_in
from tests.factories.support import SupportRequestFactory

pytestmark = pytest.mark.django_db
#: Desktops and phones: a rule of the style sheet may begin between two widths of a kind.
WIDTHS = (1280, 1920, 375, 320)
QUESTIONS = (Path(__file__).parent / "lists.js").read_text()
HOST = "http://lists.test"
TABLE = 'role="table"'
DRAWN = re.compile(r"{%\s*table\b|role=.table|list_table|chart")
NAMED = re.compile(r"{%\s*(?:include|extends)\s+(\S+)")
ACROSS, UPRIGHT = 1032, 703  # the width of A4 in pixels at 96 dpi, less 12 mm at each side

#: Lists that show their rows otherwise than as a table, or that no reader of the matrix sees with rows.
WITHOUT_TABLE = {
    "memberships:find": "each group is a card",
    "audit:security": "drawn as the entries are; nobody of the matrix failed to sign in",
}


def ask(page: Page, question: str, argument: Any = None) -> list[str]:
    """Have a function of lists.js answer."""
    return list(page.evaluate(f"argument => {{ {QUESTIONS}; return lists.{question}(argument) }}", argument))


def is_list(route: Route) -> bool:
    view = getattr(route.view, "view_class", None)
    return view is not None and issubclass(view, ListPage)


@cache_by_name
def draws_table(template: str) -> bool:
    """Whether a template, or one that it names, draws a table; where it names one by a variable, it may."""
    file = TEMPLATES / template
    if not file.exists():  # of Django or of a package
        return False
    source = file.read_text()
    if DRAWN.search(source):
        return True
    names = NAMED.findall(source)
    return any(not name.startswith('"') or draws_table(name.strip('"')) for name in names)


def may_hold_table(route: Route) -> bool:
    """Whether the page is worth rendering: of the records' pages their lists and histories hold tables."""
    view = getattr(route.view, "view_class", None)
    if route.is_admin:
        return route.name.endswith(("_changelist", "_history"))
    if view is None or not issubclass(view, View) or view.get_template_names is not View.get_template_names:
        return True
    return view.template_name is None or draws_table(view.template_name)


@pytest.fixture
def pages(tmp_path: Path, settings: Any) -> dict[str, tuple[Route, str]]:
    """The address, route and HTML of every page with a table, for its fullest reader."""
    settings.DEMONSTRATION, settings.MAIL_ROOT = True, tmp_path / "mail"
    settings.EMAIL_BACKEND = "core.mail.MaildirBackend"
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    cache.clear()
    here = build_authority("Larkshire")
    with authority_scope(here.authority):  # for the list of meetings to attend
        group = Collaboration.objects.get(pk=here.rows["collaboration"])
        day = timezone.localdate() + timedelta(days=30)
        SupportRequestFactory(
            collaboration=group, asked_by=here.people["leader"], kind="attend", wanted_on=day
        )
    clients = {role: Client(raise_request_exception=False) for role in here.people}
    for role, person in here.people.items():
        sign_in(clients[role], person)
    endpoints, found = {**ENDPOINTS, **ADMIN}, {}
    for route in ROUTES:
        endpoint = endpoints.get(route.name)
        roles = next((roles for method, roles in endpoint.acts() if method == "get"), ()) if endpoint else ()
        if not roles or not may_hold_table(route):
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
    assert len(shown) > 70
    wrong = []
    for path, (route, html) in pages.items():
        served.emulate_media(media="screen")
        served.set_viewport_size({"width": 1280, "height": 900})
        served.goto(f"{HOST}{path}")
        served.evaluate("() => document.querySelectorAll('main details').forEach(d => { d.open = true })")
        for width in WIDTHS:
            served.set_viewport_size({"width": width, "height": 900})
            faults = [*ask(served, "cut"), *ask(served, "missing", width < 640)]
            wrong += [f"{route.name} at {width}: {fault}" for fault in faults]
            take_picture(served, f"list-{route.name}-{width}")
        served.emulate_media(media="print")
        paper = ACROSS if 'class="app-list"' in html or route.name.endswith("_changelist") else UPRIGHT
        served.set_viewport_size({"width": paper, "height": 900})
        wrong += [f"{route.name} on paper: {fault}" for fault in ask(served, "offPaper", paper)]
        take_picture(served, f"list-{route.name}-paper")
    assert not wrong, "\n".join(wrong)
    short = next(path for path, (route, _html) in pages.items() if route.name == "provision:all_vacancies")
    served.goto(f"{HOST}{short}")
    sheets = re.findall(rb"/Type\s*/Page\b", served.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1, "no empty sheet stands before the list"


def take_picture(page: Page, name: str) -> None:
    if TAKES_PICTURES:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name.replace(':', '-')}.png", full_page=True)
