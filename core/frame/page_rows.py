"""What the contributions of several apps read for one page, in one statement.

A page that asks each subject by itself takes a query for each. An app gives the queryset of what it would ask
here, and its contribution takes the rows from ``page_rows``. What the page of a collaboration alone shows is
read with the rest there, and nowhere else; what the authority's team is shown, for whoever holds a permission
of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject

from core.frame.registry import Registry
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.prepared import prepared


class PageRow(NamedTuple):
    """One row: its id, and what was asked of it by name. Days and times are text there (ISO 8601)."""

    pk: int
    facts: Mapping[str, Any]


#: ``(groups, settings, user, on) -> queryset``, with the columns key, id and facts.
Source = Callable[..., QuerySet[Any]]
sources: Registry[Source] = Registry("what a page reads in one statement")
sources_of_group: Registry[Source] = Registry("what the page of a collaboration reads in the same statement")
sources_of_team: Registry[Source] = Registry(
    "what a page of the authority's team reads in the same statement"
)
#: Whoever holds one of these over the authority is of its team.
_of_team: set[str] = set()


def add_page_rows(
    rows: Source,
    *,
    key: str,
    facts: Mapping[str, Any],
    of_group_alone: bool = False,
    permission: str | None = None,
) -> None:
    """``rows(groups, settings, user, on)`` gives a queryset, which is not asked by itself and is prepared
    (``core.prepared``): the ids of the groups and settings that the page is about, the reader, and the day.
    ``facts`` are the columns that the contribution reads, by name: paths or expressions. ``of_group_alone``:
    only the page of a collaboration shows it. ``permission``: over the authority, of whom is shown it;
    whoever holds none of the team's is not asked for it, and a contribution asks for its own before it takes
    the rows.
    """
    if permission is not None:
        _of_team.add(permission)

    def read(*values: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = rows(*values).order_by().values_list(Value(key), "pk", JSONObject(**facts))
        return found

    registry = sources_of_group if of_group_alone else sources if permission is None else sources_of_team
    registry.add(read, key=key, order=0)


def page_rows(visitor: Visitor, key: str) -> list[PageRow]:
    """The rows of one kind for the page, by their ids. One query for all kinds, whichever is asked first."""
    of_group = visitor.section is Section.COLLABORATION or key in sources_of_group.keys()  # noqa: SIM118
    of_team = any(visitor.allows(permission) for permission in sorted(_of_team))
    about = (visitor.groups, visitor.settings, visitor.user)
    rows = visitor.once(_by_kind, *about, on=visitor.on, of_group=of_group, of_team=of_team)
    return rows.get(key, [])


def _by_kind(
    groups: Any, settings: Any, user: Any, on: Any, of_group: bool, of_team: bool
) -> dict[str, list[PageRow]]:
    found: dict[str, list[PageRow]] = defaultdict(list)
    if not len(sources.keys()):
        return found
    rows = _rows(groups=groups, settings=settings, user=user, on=on, of_group=of_group, of_team=of_team)
    for key, pk, facts in sorted(rows, key=_place):
        found[key].append(PageRow(pk, facts))
    return dict(found)


def _place(row: tuple[str, int, Any]) -> tuple[str, int]:
    return row[0], row[1]


@prepared
def _rows(groups: Any, settings: Any, user: Any, on: Any, of_group: bool, of_team: bool) -> QuerySet[Any]:
    asked = (*sources, *(sources_of_group if of_group else ()), *(sources_of_team if of_team else ()))
    first, *others = (read(groups, settings, user, on) for read in asked)
    return first.union(*others, all=True)
