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
from core.prepared import prepared


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
    """Something that a person is to do by a day, for a group or setting of this name.

    ``kind`` and ``pk`` are its identity in calendars; without a kind it stands there already as an event of
    its own (``core.frame.diary``), or is nothing for a calendar.
    """

    due_on: date
    what: str
    url: str
    group: str
    kind: str = ""
    pk: int = 0


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
    """One kind of news. ``rows`` gives a queryset, which is not asked by itself: the kinds are one query.

    That query is prepared. ``decided``: what of the person decides how the rows are looked for; it is asked
    before, and ``rows`` is told the answer.
    """

    rows: Callable[..., QuerySet[Any]]
    tell: Callable[[Row], News]
    decided: Callable[[Any], bool] | None = None


#: ``(user, since, until) -> news``: what that person may know of ``[since, until)`` and did not do alone.
news: Registry[Source] = Registry("the news of groups")
#: ``(user, on, until) -> dues``: what is late on the day, or due before the end.
dues: Registry[Callable[[Any, date, date], Iterable[Due]]] = Registry("what people are to do")


def add_news(
    rows: Callable[..., QuerySet[Any]],
    tell: Callable[[Row], News],
    *,
    decided: Callable[[Any], bool] | None = None,
    key: str,
    order: int,
    columns: tuple[Any, Any, Any, str, str],
) -> None:
    """``columns`` of the rows: day, number, title, id and name of the group; "" is a title of none."""

    def read(*values: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = rows(*values).order_by().values_list(Value(key), *columns, "pk")
        return found

    news.add(Source(read, tell, decided), key=key, order=order)


def news_for(user: Any, *, since: date, until: date) -> list[News]:
    """What is new for a person, by group, the latest first. One query."""
    sources = dict(zip(news.keys(), news, strict=True))
    if not sources:
        return []
    decided = {key: source.decided(user) for key, source in sources.items() if source.decided}
    places = {key: place for place, key in enumerate(sources)}
    rows = _rows(user=user, since=since, until=until, **decided)
    found = sorted(rows, key=lambda row: (places[row[0]], row[-1]))
    items = [sources[key].tell(Row(*row)) for key, *row in found]
    return sorted(sorted(items, key=lambda item: item.on, reverse=True), key=lambda item: item.group)


@prepared
def _rows(user: Any, since: date, until: date, **decided: bool) -> QuerySet[Any]:
    """What is decided of the person by the keys of the kinds of news."""
    first, *others = (
        source.rows(user, since, until, *([decided[key]] if key in decided else []))
        for key, source in zip(news.keys(), news, strict=True)
    )
    return first.union(*others, all=True)


def dues_for(user: Any, *, on: date, until: date) -> list[Due]:
    """What a person is to do, the longest due first."""
    return sorted(
        (item for contribute in dues for item in contribute(user, on, until)), key=lambda item: item.due_on
    )
