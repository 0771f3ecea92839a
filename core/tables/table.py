"""A list as one thing: its columns, filters, order and rows, read by its page (``core.tables.pages``) and its
export (``core.exports``). Declared in the ``tables`` of the app whose subject it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Any, ClassVar

from django.db.models import QuerySet

from core.searching import Correction
from core.tables.columns import Column, Row, backwards
from core.tables.filters import Filter, Values

DRESSED_AT_ONCE = 500


class Table:
    """A list.

    A subclass gives ``rows`` (from a selector), ``columns`` and ``filters``; any of them may be a property.

    ``on_page`` and ``in_sheet`` name the columns of the page and of the sheet, in their order; empty is all
    of them. ``ordering`` is the key of the column that sorts the page, "-" before it for falling.
    ``sheet_ordering`` are the order_by terms of a sheet; without any it is in the order of the selector.
    ``on_choice`` names columns that the page leaves out and anybody who sees it may add.
    ``second_rank`` names those that a window between a phone and a desktop has no room for.
    """

    ordering: ClassVar[str] = ""
    sheet_ordering: ClassVar[Sequence[str]] = ()
    on_choice: ClassVar[Sequence[str]] = ()
    second_rank: ClassVar[Sequence[str]] = ()
    #: Columns of the page that a sheet says in full under another name.
    in_sheet_as: ClassVar[Mapping[str, str]] = MappingProxyType({})
    #: What ``filtered`` corrected of the words that were searched for.
    correction: Correction | None = None

    def __init__(self, *, by: Any, on: date, scope: Values, about: Any = None) -> None:
        """``by`` is who reads; None asks only for the names of columns and filters. ``on`` is the day.

        ``scope`` is what the address of the page or the filters of the export say of filters in scope;
        ``about`` is what a table without export lists something of.
        """
        self.by, self.on, self.about = by, on, about
        self.chosen: frozenset[str] = frozenset()
        names = {filter_.name for filter_ in self.all_filters if filter_.in_scope}
        self.scope = {name: value for name, value in scope.items() if name in names}

    @property
    def columns(self) -> Sequence[Column]:
        return ()

    @property
    def filters(self) -> Sequence[Filter]:
        return ()

    @property
    def on_page(self) -> Sequence[str]:
        return ()

    @property
    def in_sheet(self) -> Sequence[str]:
        return ()

    def rows(self) -> QuerySet[Any]:
        """Hook: everything that the person may see here."""
        raise NotImplementedError

    def count(self, rows: QuerySet[Any], *, is_narrowed: bool) -> int:
        """Hook: the number of rows, where it is known without counting them (``core.counts``)."""
        return rows.count()

    def sorted(self, rows: QuerySet[Any], key: str, falls: bool) -> QuerySet[Any]:
        """The rows in the order of a column of the page."""
        order = next((column.order for column in self.sortable if column.sort_key == key), ())
        return rows.order_by(*(backwards(order) if falls else order), "pk")

    @cached_property
    def sortable(self) -> tuple[Column, ...]:
        """The columns that may sort the page: also one that a person left out, which sorts it by itself."""
        return tuple(column for column in (*self.page_columns, *self.default_columns) if column.order)

    def allows(self, permission: str, about: Any = None) -> bool:
        return bool(self.by.has_perm(str(permission), about))

    @cached_property
    def all_filters(self) -> tuple[Filter, ...]:
        return tuple(self.filters)

    @cached_property
    def form_filters(self) -> tuple[Filter, ...]:
        """The filters that the page asks for."""
        return tuple(filter_ for filter_ in self.all_filters if not filter_.in_scope)

    @cached_property
    def default_columns(self) -> tuple[Column, ...]:
        """The columns of the page for whoever chose none."""
        shown = named(self.columns, self.on_page)
        return tuple(
            replace(column, second=True) if column.name in self.second_rank else column for column in shown
        )

    @cached_property
    def choosable(self) -> tuple[Column, ...]:
        """The columns that a person may show or leave out: neither the first, which names its row,
        nor what can be done with it.
        """
        shown = {column.name for column in self.default_columns}
        more = [name for name in self.on_choice if name not in shown]
        usual = [column for column in self.default_columns[1:] if not column.acts]
        return (*usual, *(named(self.columns, more) if more else ()))

    @cached_property
    def page_columns(self) -> tuple[Column, ...]:
        """The columns of the page: its own, or those that ``chosen`` names, of first rank then."""
        chosen = [replace(column, second=False) for column in self.choosable if column.name in self.chosen]
        acts = [column for column in self.default_columns if column.acts]
        return (*self.default_columns[:1], *chosen, *acts) if chosen else self.default_columns

    @cached_property
    def sheet_columns(self) -> tuple[Column, ...]:
        return named(self.columns, self.in_sheet)

    @property
    def chosen_for_sheet(self) -> list[str]:
        """The columns of a sheet for whoever chose those of the page; none where nobody chose."""
        if not self.chosen:
            return []
        there = {column.name for column in self.sheet_columns}
        shown = [self.in_sheet_as.get(column.name, column.name) for column in self.page_columns]
        return [name for name in shown if name in there]

    def sort_of(self, asked: str) -> tuple[str, bool]:
        """The key of the column that sorts the page, and whether it falls. An unknown key is ignored."""
        known = {column.sort_key for column in self.sortable}
        for key in (asked, self.ordering):
            if key.removeprefix("-") in known:
                return key.removeprefix("-"), key.startswith("-")
        return "", False

    def filtered(self, values: Mapping[str, Any]) -> QuerySet[Any]:
        """The rows that these values of filters leave: a form's, or an export's cleaned ones."""
        rows = self.rows()
        for filter_ in self.all_filters:
            matches = filter_.match(rows, values)
            rows, self.correction = matches.rows, matches.correction or self.correction
        return rows

    def sheet_rows(self, values: Values) -> QuerySet[Any]:
        rows = self.filtered(values)
        return rows.order_by(*self.sheet_ordering) if self.sheet_ordering else rows

    def dressed(self, rows: list[Any]) -> list[Any]:
        """Hook: some rows with what their columns say and the database gives better for all of them at once."""
        return rows

    def sheet(self, rows: Iterable[Any]) -> Iterator[Row]:
        """The rows as cells of a sheet."""
        cells = [column.of_sheet() for column in self.sheet_columns]
        waiting = iter(rows)
        while some := list(islice(waiting, DRESSED_AT_ONCE)):
            for row in self.dressed(some):
                yield tuple([read(row) for read in cells])


def named(columns: Sequence[Column], names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of these names, in their order; all where none is named."""
    if not names:
        return tuple(columns)
    by_name = {column.name: column for column in columns}
    return tuple(by_name[name] for name in names)
