"""Who reads a page, on which day, and what has been read for that person already."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils import timezone

from core.frame.sections import Section

Fact = TypeVar("Fact")


class Visitor:
    """The reader of one page. Contributions to that page share what they read through ``once``.

    ``groups`` and ``settings`` are those that the page is about, so that what is read of all of them is
    read in one query, whichever contribution asks first. ``section`` is what the page shows one of, with all
    its blocks; None of any other page. ``authority`` is the one whose pages are read, where a request has
    read it; else None.
    """

    def __init__(self, user: Any, on: date, authority: Any = None) -> None:
        self.user, self.on, self.authority = user, on, authority
        self.groups: tuple[Any, ...] = ()
        self.settings: tuple[Any, ...] = ()
        self.section: Section | None = None
        self._facts: dict[Hashable, Any] = {}
        self._held: dict[tuple[str, Any], bool] = {}

    def looks_at(
        self, *, groups: Iterable[Any] = (), settings: Iterable[Any] = (), section: Section | None = None
    ) -> None:
        """Add the groups and settings that the page is about, before anything is read of them."""
        self.section = section or self.section
        self.groups = tuple(dict.fromkeys((*self.groups, *groups)))
        self.settings = tuple(dict.fromkeys((*self.settings, *settings)))

    def allows(self, permission: str, about: Any = None) -> bool:
        """Whether the reader holds a permission, over the authority or on an object; asked for once for a
        page.
        """
        key = (permission, about)
        if key not in self._held:
            self._held[key] = bool(self.user.has_perm(str(permission), about))
        return self._held[key]

    def once(self, read: Callable[..., Fact], *about: Hashable, **named: Any) -> Fact:
        """What ``read(*about, **named)`` gives, asked for once for this page however many contributions ask.

        ``read`` is known by its identity: give a function of a module, never a lambda.
        """
        key = (read, about, tuple(sorted(named.items())) if named else ())
        try:
            fact: Fact = self._facts[key]
        except KeyError:
            pass
        else:
            return fact
        fact = self._facts[key] = read(*about, **named)
        return fact


def visitor_of(request: HttpRequest) -> Visitor:
    """The one visitor of a request: the page and its head share what they read.

    Whoever signs in or out during the request is another one.
    """
    visitor = getattr(request, "visitor", None)
    if not isinstance(visitor, Visitor) or visitor.user is not request.user:
        authority = getattr(request, "authority", None)
        visitor = request.visitor = Visitor(request.user, timezone.localdate(), authority)  # type: ignore[attr-defined]
    return visitor
