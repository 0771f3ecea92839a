"""The routes of an authority's addresses, read from the URL configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.endpoint import Endpoint

AUTHORITY_URLS = "config.authority_urls"


@dataclass(frozen=True, slots=True)
class Route:
    name: str
    pattern: str
    view: Any

    def __str__(self) -> str:
        return self.name

    @property
    def is_admin(self) -> bool:
        return self.pattern.startswith("admin/")

    def path(self, endpoint: Endpoint, rows: Mapping[str, str]) -> str:
        """The path with the rows that the matrix names for its arguments."""
        named_rows = {argument: rows[kind] for argument, kind in endpoint.rows.items()}
        arguments = {**named_rows, **endpoint.words}
        plain = re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", self.pattern).replace("^", "").replace("$", "")
        return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: arguments[match[1]], plain)


def routes_of(urlconf: str) -> list[Route]:
    """All but those of signing in, which are the same for everybody (allauth)."""
    routes = _routes(get_resolver(urlconf).url_patterns)
    return [route for route in routes if not route.pattern.startswith("accounts/")]


def _routes(patterns: Any, prefix: str = "", namespace: str = "") -> Iterator[Route]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _routes(pattern.url_patterns, path, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            # the admin's unnamed ones lead on to named ones, or nowhere
            yield Route(namespace + pattern.name, path, pattern.callback)


ROUTES = routes_of(AUTHORITY_URLS)
