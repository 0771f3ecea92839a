"""The actions of groups as one list (G5), whatever recorded them: a meeting, the development plan.

An app that keeps actions of its own adds a source in its ``frame`` module. Lists read all sources at once and
name no app (decision 0056).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, NullIf

from core.frame.registry import Registry
from core.ordering import InOrder

#: What a row of the list says. ``source`` is the key of the source and ``number`` the id of the action there;
#: ``parent_id`` that of the meeting or plan. ``rank``: 0 overdue, 1 due, 2 without a day, 3 done.
FIELDS = (
    "source", "number", "group_id", "group_name", "parent_id", "anchor_id", "what", "owner_id", "setting_name", "person_id",
    "person_name", "due_on", "done_on", "done_words", "rank", "due_in_order", "done_in_order",
    "setting_in_order", "person_in_order", "group_in_order",
)  # fmt: skip
#: As ``meetings.rules.actions.in_order``.
IN_ORDER = ("rank", "due_in_order", "-done_in_order")
OVERDUE, DUE, WITHOUT_DAY, DONE = range(4)
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Actions of one app. ``rows`` gives those that are asked for, of a model with ``what``, ``owner``,
    ``person``, ``due_on``, ``done_on`` and ``done_words``; ``group`` and ``parent`` are the paths of the ids
    of their group and of what they were recorded at. ``page`` gives the address where a row stands,
    ``finish`` where it is recorded as done, ``postpone`` where it gets a new day. ``anchor`` is the path of
    the id under which it stands on its page.
    """

    label: Any
    rows: Callable[[], QuerySet[Any]]
    group: str
    parent: str
    page: Callable[[Row], str]
    finish: Callable[[Row], str]
    postpone: Callable[[Row], str]
    anchor: str = "pk"


sources: Registry[Source] = Registry("the list of actions")


class Actions:
    """The rows of all sources, narrowed and ordered as a queryset is; each row is a dictionary of ``FIELDS``."""

    def __init__(self, parts: Sequence[QuerySet[Any]], order: Sequence[str] = IN_ORDER) -> None:
        self.parts, self.order = tuple(parts), tuple(order)

    def filter(self, *conditions: Any, **lookups: Any) -> Actions:
        """Conditions name ``FIELDS``, or ``owner`` and ``person`` and what lies behind them."""
        return Actions([part.filter(*conditions, **lookups) for part in self.parts], self.order)

    def order_by(self, *terms: str) -> Actions:
        """Terms are names of ``FIELDS``. The same order every time: by source and number in the end."""
        return Actions(self.parts, terms)

    def count(self) -> int:
        return sum(part.count() for part in self.parts)

    def __getitem__(self, which: slice) -> list[dict[str, Any]]:
        return list(self._together()[which])

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._together())

    def iterator(self, chunk_size: int) -> Iterator[dict[str, Any]]:
        return iter(self._together().iterator(chunk_size))

    def _together(self) -> QuerySet[Any]:
        first, *others = (part.order_by().values(*FIELDS) for part in self.parts)
        rows = first.union(*others, all=True) if others else first
        return rows.order_by(*self.order, "source", "number")


def actions(*, on: date, group_id: int | None = None, only: str = "") -> Actions:
    """The actions of a group, or of all; overdue on the day ``on`` first, as in ``IN_ORDER``. ``only``: those
    of one source.
    """
    keyed = zip(sources.keys(), sources, strict=True)
    parts = [_part(key, source, on) for key, source in keyed if only in ("", key)]
    found = Actions(parts)
    return found if group_id is None else found.filter(group_id=group_id)


#: What a line of a page says of an open action: few columns, so that the read is quick.
OF_PAGE = (
    "source", "number", "group_id", "group_name", "parent_id", "anchor_id", "what", "owner_id", "setting_name",
    "person_id", "due_on",
)  # fmt: skip


def open_rows(about: Callable[[Source], Q]) -> QuerySet[Any]:
    """The open actions of all sources that ``about`` describes, the earliest due first, as dictionaries of
    ``OF_PAGE``. One query.
    """
    keyed = zip(sources.keys(), sources, strict=True)
    first, *others = (open_rows_of(key, source, about(source)).values(*OF_PAGE) for key, source in keyed)
    rows = first.union(*others, all=True) if others else first
    return rows.order_by(F("due_on").asc(nulls_last=True), "source", "number")


def open_rows_of(key: str, source: Source, about: Q) -> QuerySet[Any]:
    """The open actions of one source that ``about`` describes, with the columns ``OF_PAGE``, in no order."""
    return source.rows().filter(about, done_on=None).order_by().annotate(**_places(key, source))


def source_of(row: Row) -> Source:
    return dict(zip(sources.keys(), sources, strict=True))[row["source"]]


def _places(key: str, source: Source) -> dict[str, Any]:
    group = source.group.removesuffix("_id")
    return {
        "source": Value(key, output_field=CharField()),
        "number": F("pk"),
        "group_id": F(source.group),
        "group_name": F(f"{group}__name"),
        "parent_id": F(source.parent),
        "anchor_id": F(source.anchor),
        "setting_name": Coalesce(NullIf("owner__name", Value("")), "owner__urn", Value("")),
    }


def _part(key: str, source: Source, on: date) -> QuerySet[Any]:
    group = source.group.removesuffix("_id")
    is_done = When(done_on__isnull=False, then=Value(DONE))
    is_due = Case(
        is_done,
        When(due_on__lt=on, then=Value(OVERDUE)),
        When(due_on__isnull=True, then=Value(WITHOUT_DAY)),
        default=Value(DUE),
        output_field=IntegerField(),
    )
    due = Case(When(done_on__isnull=False, then=Value(date.max)), default=Coalesce("due_on", Value(date.max)))
    return source.rows().annotate(
        **_places(key, source),
        person_name=Coalesce("person__full_name", Value("")),
        rank=is_due,
        due_in_order=due,
        done_in_order=Coalesce("done_on", Value(date.min), output_field=DateField()),
        setting_in_order=InOrder("owner__name"),
        person_in_order=InOrder("person__full_name"),
        group_in_order=InOrder(f"{group}__name"),
    )


def owners_named(*, on: date, group_id: int) -> list[tuple[int, str]]:
    """The settings that do something in a group, or did, by name: for a filter."""
    return _named(on, group_id, "owner_id", "setting_name", "setting_in_order")


def people_named(*, on: date, group_id: int) -> list[tuple[int, str]]:
    """The people who were named for something, by name: for a filter."""
    return _named(on, group_id, "person_id", "person_name", "person_in_order")


def _named(on: date, group_id: int, key: str, name: str, order: str) -> list[tuple[int, str]]:
    parts = actions(on=on, group_id=group_id).filter(**{f"{key}__isnull": False}).parts
    first, *others = (part.order_by().values_list(key, name, order) for part in parts)
    rows = first.union(*others)  # each once
    return [(row[0], row[1]) for row in rows.order_by(order, key)]
