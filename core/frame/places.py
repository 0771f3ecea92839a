"""Places: the pages that a hub of the head leads to (Data, Support, Money, Quality, Administration),
contributed by the apps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.translation import gettext_lazy as _

from core.frame.registry import Registry
from core.frame.visitor import Visitor


class Hub(StrEnum):
    """An entry of the head with several pages behind it."""

    DATA = "data"
    SUPPORT = "support"
    MONEY = "money"
    QUALITY = "quality"
    ADMINISTRATION = "administration"


HUB_NAMES = {
    Hub.DATA: _("Data"),
    Hub.SUPPORT: _("Support"),
    Hub.MONEY: _("Money"),
    Hub.QUALITY: _("Quality"),
    Hub.ADMINISTRATION: _("Administration"),
}


def addresses_of(names: Iterable[str]) -> Iterator[str]:
    """The addresses of these names that need no id."""
    yield from _addresses(tuple(names), get_script_prefix(), get_urlconf())


@lru_cache(maxsize=4096)
def _addresses(names: tuple[str, ...], prefix: str, urlconf: Any) -> tuple[str, ...]:
    """Reversed once for an authority's prefix: the head asks on every page, mostly about names that need an
    id.
    """
    return tuple(_reversed(names))


def _reversed(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        try:
            yield reverse(name)
        except NoReverseMatch:
            continue


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a hub: its name, one sentence about it, its address, and who may open it.

    ``heading``: what it stands under among others of its kind. ``permission``: what is needed. ``query`` is
    appended to the address ("?state=open"). ``also`` are other pages that belong to it and mark the hub in
    the head.
    """

    label: Any
    detail: Any
    url_name: str
    permission: str
    query: str = ""
    also: tuple[str, ...] = ()
    heading: Any = ""

    @property
    def url(self) -> str:
        return reverse(self.url_name) + self.query

    def addresses(self) -> Iterator[str]:
        """The addresses at and below which its hub is the current entry of the head; those with an id in them
        stand below one of these.
        """
        return addresses_of(self.pages)

    @property
    def pages(self) -> tuple[str, ...]:
        return (self.url_name, *self.also)


places: dict[Hub, Registry[Place]] = {hub: Registry(f"the hub {hub}") for hub in Hub}


def add_place(hub: Hub, place: Place, *, key: str, order: int) -> None:
    places[hub].add(place, key=key, order=order)


def places_for(hub: Hub, visitor: Visitor) -> list[Place]:
    return [place for place in places[hub] if visitor.allows(place.permission)]


def places_by_heading(hub: Hub, visitor: Visitor) -> list[tuple[Any, list[Place]]]:
    """The same under their headings, each once, in the order of its first place; "" for places without one."""
    groups: dict[str, tuple[Any, list[Place]]] = {}
    for place in places_for(hub, visitor):
        groups.setdefault(str(place.heading), (place.heading, []))[1].append(place)
    return list(groups.values())


def hub_address(hub: Hub) -> str:
    """The page that lists the places of a hub."""
    return reverse(f"portal:{hub}")


def place_of(name: str) -> tuple[Hub, Place] | None:
    """The hub and the place that a named address belongs to."""
    return next(((hub, place) for hub in Hub for place in places[hub] if name in place.pages), None)


def way_to_place(name: str, visitor: Visitor) -> list[tuple[Any, str]]:
    """Label and address of the steps above a page of a hub: the hub, and its place where the page
    is below it.

    Empty for a page of no hub, and for whoever may not open the place.
    """
    found = place_of(name)
    if found is None or not visitor.allows(found[1].permission):
        return []
    hub, place = found
    above = [(HUB_NAMES[hub], hub_address(hub))]
    return above if name == place.url_name else [*above, (place.label, place.url)]
