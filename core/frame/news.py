"""News of groups, and what is due: what the weekly email and the home page tell.

An app contributes functions in its ``frame`` module. News can be switched off; what is due cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet, Value

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


class Row(NamedTuple):
    """What is read of a piece of news: the day, a number and a name of it, its group, and its id."""

    on: date
    number: int
    title: str
    group_id: int
    group: str
    pk: int


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of news. ``rows`` gives a queryset, which is not asked by itself: the kinds are one query."""

    rows: Callable[[Any, date, date], QuerySet[Any]]
    tell: Callable[[Row], News]


#: ``(user, since, until) -> news``: what that person may know of ``[since, until)`` and did not do alone.
news: Registry[Source] = Registry("the news of groups")
#: ``(user, on, until) -> dues``: what is late on the day, or due before the end.
dues: Registry[Callable[[Any, date, date], Iterable[Due]]] = Registry("what people are to do")


def add_news(
    rows: Callable[[Any, date, date], QuerySet[Any]],
    tell: Callable[[Row], News],
    *,
    key: str,
    order: int,
    columns: tuple[Any, Any, Any, str, str],
) -> None:
    """``columns`` of the rows: day, number, title, id and name of the group; "" is a title of none."""

    def read(user: Any, since: date, until: date) -> QuerySet[Any]:
        found: QuerySet[Any] = rows(user, since, until).order_by().values_list(Value(key), *columns, "pk")
        return found

    news.add(Source(read, tell), key=key, order=order)


def news_for(user: Any, *, since: date, until: date) -> list[News]:
    """What is new for a person, by group, the latest first. One query."""
    sources = dict(zip(news.keys(), news, strict=True))
    if not sources:
        return []
    first, *others = (source.rows(user, since, until) for source in sources.values())
    places = {key: place for place, key in enumerate(sources)}
    found = sorted(first.union(*others, all=True), key=lambda row: (places[row[0]], row[-1]))
    items = [sources[key].tell(Row(*row)) for key, *row in found]
    return sorted(sorted(items, key=lambda item: item.on, reverse=True), key=lambda item: item.group)


def dues_for(user: Any, *, on: date, until: date) -> list[Due]:
    """What a person is to do, the longest due first."""
    return sorted(
        (item for contribute in dues for item in contribute(user, on, until)), key=lambda item: item.due_on
    )
