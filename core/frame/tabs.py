"""Section tabs: the pages of one collaboration, setting or person, by plain links.

An app says which tab its pages belong to; a tab is shown to whom its condition admits, and the tab of the
page that is open is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from core.frame.registry import Registry
from core.frame.sections import Section
from core.frame.visitor import Visitor

#: ``(visitor, thing)``: whether the tab is shown; and how many things wait behind it.
Condition = Callable[[Visitor, Any], bool]
Count = Callable[[Visitor, Any], int]


def everybody(visitor: Visitor, thing: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Tab:
    """``url_name`` is reversed with the id of the thing; ``pages`` are the names of all addresses that belong
    to the tab, its own among them by itself. ``address`` gives the address where the name alone does not.
    """

    label: Any
    url_name: str
    pages: Collection[str] = ()
    shown: Condition = everybody
    waiting: Count | None = None
    address: Callable[[Any], str] | None = None

    def url(self, thing: Any) -> str:
        return self.address(thing) if self.address else reverse(self.url_name, args=[thing.pk])


@dataclass(frozen=True, slots=True)
class ShownTab:
    label: str
    url: str
    is_current: bool
    is_page: bool
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class SectionTabs:
    """The tabs of one thing as a page shows them."""

    name: str
    tabs: list[ShownTab] = field(default_factory=list)

    @property
    def current(self) -> ShownTab | None:
        return next((tab for tab in self.tabs if tab.is_current), None)


tabs: dict[Section, Registry[Tab]] = {section: Registry(f"the tabs of a {section}") for section in Section}


#: Pages that an app adds to a tab of another: (section, key of the tab) -> names of addresses.
_more_pages: dict[tuple[Section, str], set[str]] = {}


def add_tab(section: Section, tab: Tab, *, key: str, order: int) -> None:
    tabs[section].add(tab, key=key, order=order)


def add_pages(section: Section, key: str, *names: str) -> None:
    """Pages of one app that stand below a tab of another (staff numbers below Members)."""
    _more_pages.setdefault((section, key), set()).update(names)


def pages_of(section: Section) -> dict[str, str]:
    """Key of the tab that each named address belongs to."""
    pairs = zip(tabs[section].keys(), tabs[section], strict=True)
    return {
        name: key
        for key, tab in pairs
        for name in (tab.url_name, *tab.pages, *_more_pages.get((section, key), ()))
    }


def tabs_for(section: Section, visitor: Visitor, thing: Any, *, page: str, path: str) -> SectionTabs:
    """The tabs that a reader sees on a page. ``page`` is the name of its address, ``path`` the address."""
    current = pages_of(section).get(page, "")
    shown = []
    for key, tab in zip(tabs[section].keys(), tabs[section], strict=True):
        if tab.shown(visitor, thing):
            url = tab.url(thing)
            waiting = tab.waiting(visitor, thing) if tab.waiting else 0
            shown.append(ShownTab(str(tab.label), url, key == current, url == path, waiting))
    return SectionTabs(str(thing), shown)
