"""News of groups, and what is due: what the weekly email and the home page tell.

An app contributes functions in its ``frame`` module. News can be switched off; what is due cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.frame.registry import Registry


@dataclass(frozen=True, slots=True)
class News:
    """Something new in a group: on which day, what, the page that shows it, and the group's name.

    ``url`` is the path below the authority's address (``core.emails.within_authority``).
    """

    on: date
    what: str
    url: str
    group: str


@dataclass(frozen=True, slots=True)
class Due:
    """Something that a person is to do by a day, for a group or setting of this name."""

    due_on: date
    what: str
    url: str
    group: str


#: ``(user, since, until) -> news``: what that person may know of ``[since, until)`` and did not do alone.
news: Registry[Callable[[Any, date, date], Iterable[News]]] = Registry("the news of groups")
#: ``(user, on, until) -> dues``: what is late on the day, or due before the end.
dues: Registry[Callable[[Any, date, date], Iterable[Due]]] = Registry("what people are to do")


def news_for(user: Any, *, since: date, until: date) -> list[News]:
    """What is new for a person, by group, the latest first."""
    items = [item for contribute in news for item in contribute(user, since, until)]
    return sorted(sorted(items, key=lambda item: item.on, reverse=True), key=lambda item: item.group)


def dues_for(user: Any, *, on: date, until: date) -> list[Due]:
    """What a person is to do, the longest due first."""
    return sorted(
        (item for contribute in dues for item in contribute(user, on, until)), key=lambda item: item.due_on
    )
