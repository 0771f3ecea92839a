"""A column of a list, on its page and in its sheet.

Rows of pages are drawn here, in one pass, not by templates.

Half of a list's time went into template tags inside the row loop; 25 rows drawn here cost about as much as
one of them did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

from core.tables.markup import ACTS, EMPTY, NOTHING, SECOND, TAGGED, nature_of
from core.wording import escaped, in_short_words, pounds

Text = str | Promise
Getter = Callable[[Any], Any]
Row = Sequence[object]


class Kind(StrEnum):
    """What a column holds; it decides how a cell of a sheet is written, never the look of the value."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"  # integer pence
    DATE = "date"
    DATETIME = "datetime"  # aware; written in Europe/London
    BOOLEAN = "boolean"


def getter(path: str | Getter) -> Getter:
    """Reads "provider.name" off a row (or a key, where rows are
    dictionaries); a method found there is called. Where there is no provider there is no name: None.
    """
    if callable(path):
        return path
    by_attribute, by_key = attrgetter(path), itemgetter(path)

    def read(row: Any) -> Any:
        try:
            value = by_key(row) if isinstance(row, dict) else by_attribute(row)
        except AttributeError:
            if not _stops_at_nothing(row, path):
                raise
            return None
        return value() if callable(value) else value

    return read


def _stops_at_nothing(row: Any, path: str) -> bool:
    """Whether a path cannot be followed because something on it is None, and not because it is wrong."""
    for step in path.split(".")[:-1]:
        row = getattr(row, step)
        if row is None:
            return True
    return False


@dataclass(frozen=True)
class Column:
    """One column: its name for programs, its title for people, what it holds and how wide a sheet shows it.

    ``value``, ``shown``, ``link`` and ``tag`` are a path such as "provider.name" or a function of the row.
    ``value`` is what a sheet holds and, in words, what the page shows; without it the name is the path.
    ``shown`` and ``heading`` are for a page that says it otherwise than the sheet. ``sort`` are the order_by
    terms of a rising sort; without any the heading is plain. ``key`` is what the address calls it
    (``?sort=key``) where that is not its name. ``link`` gives the address of the cell's link ("" for none),
    ``tag`` the colour of a GOV.UK tag around the value ("" for plain text). ``wide`` is for sentences: they
    keep room in the table. ``breaks`` is for addresses: they break anywhere rather than widen the table.
    ``second`` is of second rank: below 64em it is hidden unless somebody chose it. ``acts`` is for links that
    do something: at the foot of a card, and not on paper.
    """

    name: str
    label: Text
    kind: Kind = Kind.TEXT
    width: int = 16
    value: str | Getter = ""
    shown: str | Getter | None = None
    heading: Text = ""
    sort: str | Sequence[str] = ()
    key: str = ""
    numeric: bool | None = None
    wide: bool = False
    breaks: bool = False
    second: bool = False
    acts: bool = False
    link: str | Getter | None = None
    tag: str | Getter | None = None

    @property
    def sort_key(self) -> str:
        return self.key or self.name

    @property
    def order(self) -> tuple[str, ...]:
        return (self.sort,) if isinstance(self.sort, str) else tuple(self.sort)

    @property
    def is_numeric(self) -> bool:
        """Whether its cells are set to the right: as the kind says, or as it is told."""
        return self.kind in (Kind.NUMBER, Kind.MONEY) if self.numeric is None else self.numeric

    def of_page(self) -> Getter:
        """Reads what a cell of the page shows."""
        if self.shown is not None:
            return getter(self.shown)
        read = getter(self.value or self.name)
        return (lambda row: pounds(read(row))) if self.kind is Kind.MONEY else read

    def of_sheet(self) -> Getter:
        """Reads what a cell of a sheet holds; of text always a plain one."""
        read = getter(self.value or self.name)
        return (lambda row: plain(read(row))) if self.kind is Kind.TEXT else read


def plain(value: Any) -> str:
    """Text without lazy translations; nothing is empty text."""
    if type(value) is str:
        return value
    return "" if value is None else str(value)


def backwards(order: Sequence[str]) -> tuple[str, ...]:
    return tuple(term[1:] if term.startswith("-") else f"-{term}" for term in order)


def classes_of(column: Column, *, is_first: bool = False) -> str:
    """The classes of a column's cells, for its heading without those of a value's."""
    element = "header" if is_first else "cell"
    classes = [f"govuk-table__{element}"]
    if column.is_numeric:
        classes.append(f"govuk-table__{element}--numeric")
    marks = (
        (column.wide, "app-sentence"),
        (column.breaks, "app-breaks"),
        (column.second, SECOND),
        (column.acts, ACTS),
    )
    return " ".join([*classes, *(name for is_so, name in marks if is_so)])


def _cell(column: Column, is_first: bool) -> Callable[[Any], str]:
    read = column.of_page()
    link = getter(column.link) if column.link else None
    colour = getter(column.tag) if column.tag else None
    element = "th" if is_first else "td"
    label = escaped(column.heading or column.label)
    start = '<th scope="row" role="rowheader"' if is_first else f'<td role="cell" data-label="{label}"'
    classes = classes_of(column, is_first=is_first)
    keeps_words = is_first or column.acts

    def draw(row: Any) -> str:
        value = read(row)
        if type(value) is str:  # words, which hold no element
            text, more = escaped(value), ""
            is_empty = text.strip() in NOTHING
        else:
            text = escaped(in_short_words(value))
            more = " app-date" if isinstance(value, date) else ""
            is_empty = nature_of(text) == EMPTY
        if is_empty and not is_first and (not column.acts or not text):
            more += f" {EMPTY}"
        if colour and text and (shade := colour(row)):
            text = f'<strong class="govuk-tag govuk-tag--{escaped(shade)}">{text}</strong>'
            if (
                not keeps_words and column.kind is not Kind.NUMBER
            ):  # a number alone says nothing: it keeps its label
                more += f" {TAGGED}"
        if link and (address := link(row)):
            text = f'<a class="govuk-link" href="{escaped(address)}">{text}</a>'
        return f'{start} class="{classes}{more}">{text}</{element}>'

    return draw


def draw_head(columns: Sequence[Column]) -> SafeString:
    """The headings of a table that cannot be sorted."""
    cells = [
        f'<th scope="col" role="columnheader" class="{classes_of(column, is_first=True)}">'
        f"{escaped(column.heading or column.label)}</th>"
        for column in columns
    ]
    return mark_safe(f'<tr class="govuk-table__row" role="row">{"".join(cells)}</tr>')  # noqa: S308 - escaped


def draw_rows(columns: Sequence[Column], rows: Sequence[Any], row_id: str | Getter = "") -> SafeString:
    """The body of the table.

    Every value is escaped unless it is marked safe; the first column names its row. Each cell bears its role
    and its heading, for the cards of a phone (``core.tables.markup``). ``row_id`` gives the id of a row.
    """
    cells = [_cell(column, number == 0) for number, column in enumerate(columns)]
    identify = getter(row_id) if row_id else None
    lines = [
        '<tr class="govuk-table__row" role="row"'
        + (f' id="{escaped(identify(row))}">' if identify else ">")
        + "".join(draw(row) for draw in cells)
        + "</tr>"
        for row in rows
    ]
    return mark_safe("\n".join(lines))  # noqa: S308 - each cell was escaped above
