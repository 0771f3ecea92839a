"""The map of the pages: what each role is led to from its home, by links and by forms that only read.

A route is visited with the row that the matrix names for it (tests/<app>/endpoints.py) and with the rows of
the stage (stage.py); with any other row only where none of these is offered; and with a query by the first
role alone. Nothing is typed, and nothing is posted.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from django.urls import Resolver404, get_resolver

from tests.architecture.endpoint import Endpoint
from tests.architecture.routes import AUTHORITY_URLS, ROUTES
from tests.frame.pages import CRUMBS, MAIN, TABS, Drawn, drawn

HOST = "http://testserver"

#: ``(role, path) -> response``.
Ask = Callable[[str, str], Any]


@dataclass(frozen=True, slots=True)
class Visit:
    """One page as one role got it. ``page`` is None for a download."""

    role: str
    route: str
    path: str
    came_from: str
    status: int
    page: Drawn | None
    led_to: str = ""

    def __str__(self) -> str:
        return f"{self.path} ({self.route}), for the {self.role}, offered on {self.came_from or 'no page'}"


@dataclass
class SiteMap:
    """All visits, and the routes that some page offers, with the roles to which it does.

    ``offered`` counts what a button posts to as well, which is not followed.
    """

    visits: list[Visit] = field(default_factory=list)
    offered: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unknown: set[tuple[str, str, str]] = field(default_factory=set)

    def pages(self) -> Iterator[tuple[Visit, Drawn]]:
        return ((visit, visit.page) for visit in self.visits if visit.page is not None)


class Crawler:
    """Walks the addresses of one authority as one role after the other."""

    def __init__(
        self,
        slug: str,
        rows: Mapping[str, str],
        endpoints: Mapping[str, Endpoint],
        ask: Ask,
        known: Collection[str] = (),
    ) -> None:
        self.prefix, self.ask = f"/{slug}/", ask
        self.resolver = get_resolver(AUTHORITY_URLS)
        self.routes: dict[str, str] = {}
        self.map = SiteMap()
        self.queried: set[tuple[str, bool]] = set()
        of_matrix = (
            self.prefix + route.path(endpoints[route.name], rows)
            for route in ROUTES
            if route.name in endpoints
        )
        self.known = frozenset(of_matrix) | frozenset(known)

    def route_of(self, path: str) -> str:
        """The name of the route; "" for another's address (signing in), and for a mistake."""
        if path not in self.routes:  # each page names the same hundred addresses in its head
            self.routes[path] = self._resolved("/" + path.removeprefix(self.prefix))
        return self.routes[path]

    def _resolved(self, path: str) -> str:
        try:
            return self.resolver.resolve(path).view_name or ""
        except Resolver404:
            return ""

    def walk(self, role: str) -> None:
        """Follow what is offered to a role from its home: known rows first."""
        visited = set(self.queried)
        seen, waiting, later = {self.prefix}, deque([(self.prefix, "")]), deque[tuple[str, str]]()
        while waiting or later:
            is_known = bool(waiting)
            address, came_from = (waiting or later).popleft()
            path, _mark, query = address.partition("?")
            kind = (self.route_of(path), bool(query))
            if kind in visited and not is_known:
                continue
            visited.add(kind)
            if query:
                self.queried.add(kind)
            visit = self._visit(role, kind[0], address, came_from)
            self.map.visits.append(visit)
            for target in self._targets(role, visit):
                if target not in seen:
                    seen.add(target)
                    (waiting if target in self.known else later).append((target, path))

    def _visit(self, role: str, route: str, address: str, came_from: str) -> Visit:
        response = self.ask(role, address)
        led_to = response.headers.get("Location", "") if response.status_code in (301, 302) else ""
        is_page = not response.streaming and response.headers.get("Content-Type", "").startswith("text/html")
        page = drawn(response.text) if is_page and not led_to else None
        return Visit(role, route, address, came_from, response.status_code, page, led_to)

    def _targets(self, role: str, visit: Visit) -> Iterator[str]:
        """The addresses of this authority that the page leads to; what a button posts to is only noted."""
        here = HOST + visit.path
        if visit.led_to:
            yield from self._own(role, visit, urljoin(here, visit.led_to), followed=True)
        if visit.page is None:
            return
        for href in dict.fromkeys(link.href for link in visit.page.links):
            yield from self._own(role, visit, urljoin(here, href), followed=True)
        for form in visit.page.forms:
            target = urljoin(here, form.action) if form.action else here
            is_read = form.method == "get"
            if is_read:
                values = urlencode(form.values(), doseq=True)
                target = f"{target.partition('?')[0]}?{values}" if values else target
            yield from self._own(role, visit, target, followed=is_read)

    def _own(self, role: str, visit: Visit, target: str, *, followed: bool) -> Iterator[str]:
        parts = urlsplit(target)
        if f"{parts.scheme}://{parts.netloc}" != HOST or parts.path.startswith("/static/"):
            return
        if not parts.path.startswith(self.prefix):
            return
        route = self.route_of(parts.path)
        if route:
            self.map.offered[route].add(role)
        else:
            self.map.unknown.add((role, visit.path, parts.path))
        if followed:
            yield f"{parts.path}?{parts.query}" if parts.query else parts.path


def ways_on(page: Drawn) -> list[str]:
    """Where the page leads by itself: crumbs, tabs and what stands on it; neither head nor foot."""
    hrefs = [link.href for link in page.of(CRUMBS, TABS, MAIN) if link.href and link.href[0] != "#"]
    return hrefs + [form.action for form in page.forms if form.region == MAIN]
