"""What the contributions of several apps read for one page, in one statement.

A home page that asks each subject by itself takes a query for each. An app gives the queryset of what it would
ask here, and its contribution takes the rows from ``page_rows``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject

from core.frame.registry import Registry
from core.frame.visitor import Visitor
from core.prepared import prepared


class PageRow(NamedTuple):
    """One row: its id, and what was asked of it by name. Days and times are text there (ISO 8601)."""

    pk: int
    facts: Mapping[str, Any]


#: ``(groups, settings, user, on) -> queryset``, with the columns key, id and facts.
sources: Registry[Callable[..., QuerySet[Any]]] = Registry("what a page reads in one statement")


def add_page_rows(rows: Callable[..., QuerySet[Any]], *, key: str, facts: Mapping[str, Any]) -> None:
    """``rows(groups, settings, user, on)`` gives a queryset, which is not asked by itself and is prepared
    (``core.prepared``): the ids of the groups and settings that the page is about, the reader, and the day.
    ``facts`` are the columns that the contribution reads, by name: paths or expressions.
    """

    def read(*values: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = rows(*values).order_by().values_list(Value(key), "pk", JSONObject(**facts))
        return found

    sources.add(read, key=key, order=0)


def page_rows(visitor: Visitor, key: str) -> list[PageRow]:
    """The rows of one kind for the page, by their ids. One query for all kinds, whichever is asked first."""
    return visitor.once(_by_kind, visitor.groups, visitor.settings, visitor.user, on=visitor.on).get(key, [])


def _by_kind(groups: Any, settings: Any, user: Any, on: Any) -> dict[str, list[PageRow]]:
    found: dict[str, list[PageRow]] = defaultdict(list)
    if not len(sources.keys()):
        return found
    for key, pk, facts in sorted(_rows(groups=groups, settings=settings, user=user, on=on), key=_place):
        found[key].append(PageRow(pk, facts))
    return dict(found)


def _place(row: tuple[str, int, Any]) -> tuple[str, int]:
    return row[0], row[1]


@prepared
def _rows(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    first, *others = (read(groups, settings, user, on) for read in sources)
    return first.union(*others, all=True)
