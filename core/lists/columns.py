"""A column of a list: its heading, the value of each row, how it sorts. Rows are drawn here, in one pass, not by templates.

Half of a list's time went into template tags inside the row loop; 25 rows drawn here cost about as much as one of them did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from operator import attrgetter, itemgetter
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from core.wording import in_words

Getter = Callable[[Any], Any]


def getter(path: str | Getter) -> Getter:
    """Reads "provider.name" off a row (or a key, where rows are dictionaries); a method found there is called."""
    if callable(path):
        return path
    by_attribute, by_key = attrgetter(path), itemgetter(path)

    def read(row: Any) -> Any:
        value = by_key(row) if isinstance(row, dict) else by_attribute(row)
        return value() if callable(value) else value

    return read


@dataclass(frozen=True)
class Column:
    """``value``, ``link`` and ``tag`` are a path such as "provider.name" or a function of the row.

    ``sort`` are the order_by terms of a rising sort; without any the heading is plain. ``link`` gives the address of the
    cell's link ("" for none), ``tag`` the colour of a GOV.UK tag around the value ("" for plain text). ``wide`` is for
    sentences: they keep room on a phone.
    """

    label: Any
    value: str | Getter
    sort: str | Sequence[str] = ()
    key: str = ""
    numeric: bool = False
    wide: bool = False
    link: str | Getter | None = None
    tag: str | Getter | None = None

    @property
    def name(self) -> str:
        """Its name in the address (``?sort=name``)."""
        if self.key:
            return self.key
        return self.value.split(".")[-1] if isinstance(self.value, str) else slugify(str(self.label))

    @property
    def order(self) -> tuple[str, ...]:
        return (self.sort,) if isinstance(self.sort, str) else tuple(self.sort)


def backwards(order: Sequence[str]) -> tuple[str, ...]:
    return tuple(term[1:] if term.startswith("-") else f"-{term}" for term in order)


def escaped(value: Any) -> str:
    """As Django's conditional_escape, without the lazy wrapping that costs more than the escaping."""
    if type(value) is str:
        return escape(value)
    return str(value.__html__()) if hasattr(value, "__html__") else escape(str(value))


def _cell(column: Column, is_first: bool) -> Callable[[Any], str]:
    read = getter(column.value)
    link = getter(column.link) if column.link else None
    colour = getter(column.tag) if column.tag else None
    element, kind = ("th", "header") if is_first else ("td", "cell")
    classes = f"govuk-table__{kind}" + (f" govuk-table__{kind}--numeric" if column.numeric else "") + (" app-wide" if column.wide else "")
    scope = ' scope="row"' if is_first else ""
    start, dated, end = f'<{element}{scope} class="{classes}">', f'<{element}{scope} class="{classes} app-date">', f"</{element}>"

    def draw(row: Any) -> str:
        value = read(row)
        text = escaped(in_words(value))
        if colour and text and (shade := colour(row)):
            text = f'<strong class="govuk-tag govuk-tag--{escaped(shade)}">{text}</strong>'
        if link and (address := link(row)):
            text = f'<a class="govuk-link" href="{escaped(address)}">{text}</a>'
        return f"{dated if isinstance(value, date) else start}{text}{end}"

    return draw


def draw_rows(columns: Sequence[Column], rows: Sequence[Any]) -> SafeString:
    """The body of the table. Every value is escaped unless it is marked safe; the first column names its row."""
    cells = [_cell(column, number == 0) for number, column in enumerate(columns)]
    lines = ['<tr class="govuk-table__row">' + "".join(draw(row) for draw in cells) + "</tr>" for row in rows]
    return mark_safe("\n".join(lines))  # noqa: S308 - each cell was escaped above
