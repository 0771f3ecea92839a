"""The address of a list by its name, for what leads to a list that somebody saved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from core.tables.pages import LIST_PAGES, SAVED, ListPage


def list_address(name: str, *, query: str, saved: int) -> str:
    """Where the list of this name opens as it was saved.

    "" for a list that is below something else, as one group's, and for one that is no longer there.
    """
    page = LIST_PAGES.get(name)
    address_name = _names().get(page, "") if page is not None else ""
    if not address_name:
        return ""
    return f"{reverse(address_name)}?{query}{'&' if query else ''}{SAVED}={saved}"


@cache
def _names() -> dict[type[ListPage], str]:
    """The name of the address of each list that has one of its own, the first where it has several."""
    names: dict[type[ListPage], str] = {}
    for name, pattern in _patterns(get_resolver(settings.AUTHORITY_URLCONF), ""):
        page = getattr(pattern.callback, "view_class", None)
        if isinstance(page, type) and issubclass(page, ListPage) and not pattern.pattern.converters:
            names.setdefault(page, name)
    return names


def _patterns(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, URLPattern]]:
    """Every named address, with the namespaces before its name; none below something that an address names."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{namespace}{pattern.name}", pattern
        elif not pattern.pattern.converters:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _patterns(pattern, inner)
