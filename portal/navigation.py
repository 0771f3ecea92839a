"""The navigation of the page's head: what this person may open, in the order of the day's work.

The team has one entry for each kind of thing; members have their groups and settings by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import HUB_NAMES, Hub, addresses_of, hub_address, places
from core.frame.visitor import Visitor, visitor_of
from core.scoping import authority_id_or_none
from portal.selectors.own import own_groups, own_settings

#: So many groups, or settings, stand in the head by name; from one more on, one entry leads to all of them.
MAX_GROUPS_NAMED, MAX_SETTINGS_NAMED = 2, 1


@dataclass(frozen=True, slots=True)
class Link:
    """``above``: the addresses that stand below it in the breadcrumbs too (each of the own groups, or
    settings).
    """

    label: str
    url: str
    is_current: bool = False
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the head. ``pages`` are the addresses at and below which it is the current one.

    ``is_list``: they stand on its page alone, so the way to each begins with it.
    """

    label: Any
    url: str
    pages: tuple[str, ...] = ()
    is_exact: bool = False
    is_list: bool = False

    def reach(self, path: str) -> int:
        """How much of a page's address belongs to the entry; 0 for another's page."""
        if self.is_exact:
            return len(path) if path == self.url else 0
        pages = (self.url, *self.pages)
        if not path.startswith(pages):
            return 0
        return max(len(page) for page in pages if path.startswith(page))


#: (label, name of the address, further pages of the entry, permission) of the team's own entries.
TEAM: tuple[tuple[Any, str, tuple[str, ...], Permission], ...] = (
    (_("Settings"), "providers:settings", ("admin:providers_provider_changelist",), Permission.VIEW_SETTINGS),
    (_("Collaborations"), "collaborations:list", (), Permission.VIEW_COLLABORATIONS),
    (_("People"), "accounts:people", ("admin:accounts_user_changelist",), Permission.VIEW_PEOPLE),
)


def navigation_for(request: HttpRequest) -> list[Link]:
    """Links for the head of the page; none outside an authority, before sign-in, and while a second factor is
    still to be proved: such a page is drawn with no authority in scope.
    """
    user = getattr(request, "user", None)
    if getattr(request, "authority", None) is None or user is None or not user.is_authenticated:
        return []
    if authority_id_or_none() is None:
        return []
    entries = list(_entries(visitor_of(request)))
    reaches = [entry.reach(request.path) for entry in entries]
    furthest = max(reaches)
    current = reaches.index(furthest) if furthest else -1
    return [
        Link(str(entry.label), entry.url, place == current, entry.pages if entry.is_list else ())
        for place, entry in enumerate(entries)
    ]


def _entries(visitor: Visitor) -> Iterator[Entry]:
    yield Entry(_("Home"), reverse("home"), is_exact=True)
    if visitor.allows(Permission.VIEW_COLLABORATIONS):
        yield from _of_team(visitor)
    else:
        yield from _of_members(visitor)


def _of_team(visitor: Visitor) -> Iterator[Entry]:
    """What the reader may open is asked for each page; the entries follow from that and from the addresses."""
    needed: set[str] = {permission for *_names, permission in TEAM}
    needed |= {place.permission for registry in places.values() for place in registry}
    held = frozenset(permission for permission in needed if visitor.allows(permission))
    yield from _entries_of(held, get_script_prefix(), get_urlconf())


@lru_cache(maxsize=1024)
def _entries_of(held: frozenset[str], prefix: str, urlconf: Any) -> tuple[Entry, ...]:
    """The entries of whoever holds these permissions, of those that an entry or a place asks for."""
    entries = [
        Entry(label, reverse(name), tuple(addresses_of(more)))
        for label, name, more, permission in TEAM
        if permission in held
    ]
    for hub in (Hub.SUPPORT, Hub.MONEY, Hub.QUALITY, Hub.DATA, Hub.ADMINISTRATION):
        shown = [place for place in places[hub] if place.permission in held]
        if shown and (hub is not Hub.ADMINISTRATION or Permission.VIEW_PEOPLE in held):
            pages = tuple(page for place in shown for page in place.addresses())
            entries.append(Entry(HUB_NAMES[hub], hub_address(hub), pages))
    return tuple(entries)


def _of_members(visitor: Visitor) -> Iterator[Entry]:
    groups = visitor.once(own_groups, user=visitor.user, on=visitor.on)
    settings = visitor.once(own_settings, user=visitor.user, on=visitor.on)
    addresses = [reverse("collaborations:detail", args=[group.pk]) for group in groups]
    if len(groups) > MAX_GROUPS_NAMED:
        yield Entry(_("My groups"), reverse("portal:my_groups"), tuple(addresses), is_list=True)
    else:
        yield from (Entry(group.name, url) for group, url in zip(groups, addresses, strict=True))
    homes = [reverse("portal:setting", args=[setting.pk]) for setting in settings]
    if len(settings) > MAX_SETTINGS_NAMED:
        yield Entry(_("My settings"), reverse("portal:my_settings"), tuple(homes), is_list=True)
    else:
        yield from (
            Entry(setting, url)
            for setting, url in zip(settings, homes, strict=True)
            if setting.is_managed  # type: ignore[attr-defined]
        )
    if settings:
        yield Entry(_("Free places"), reverse("provision:all_vacancies"))
