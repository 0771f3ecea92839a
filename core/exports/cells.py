"""One value as a cell: the same words in every format, and nothing that a spreadsheet would run."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeGuard
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from core.tables.columns import Kind
from core.text import with_line_ends

LONDON = ZoneInfo("Europe/London")
TELEPHONE = re.compile(r"\+\d[\d ()]*")  # holds no name and no function that a spreadsheet could run
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")  # the full-width forms are run too
BLANKS = " \xa0\u3000\ufeff"
_SUSPECT = FORMULA_STARTS.union(BLANKS)
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Number = int | float | Decimal


def guarded(text: str) -> str:
    """Text that a spreadsheet reading CSV takes for text: one that begins like a formula gets an apostrophe
    before it. A telephone number with its country code is left as it is.
    """
    if text[:1] not in _SUSPECT or TELEPHONE.fullmatch(text):
        return text
    start = text.lstrip(BLANKS)[:1]
    return f"'{text}" if start and start in FORMULA_STARTS else text


def without_control_characters(text: str) -> str:
    """Text that may stand in XML: breaks are line feeds, and characters that XML forbids are left out."""
    text = with_line_ends(text)
    return NOT_IN_XML.sub("", text) if NOT_IN_XML.search(text) else text


def is_plain(value: object) -> TypeGuard[str]:
    """Whether it is a text without a break or any other character that nobody sees but blanks: nearly every
    one is, and no more of it is looked at.
    """
    return type(value) is str and value.isprintable()


def as_text(value: object) -> str:
    """Any value as plain text, its breaks as line feeds. Lazy translations are resolved here."""
    return with_line_ends(value if type(value) is str else str(value))


def as_number(value: object) -> Number:
    """A number as it is. Raises TypeError for anything else: a text is never let through as a number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError(f"{value!r} is not a number")
    return value


def as_pounds(value: object) -> Decimal:
    """Integer pence as exact pounds. Raises TypeError for anything that is not whole pence."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is not whole pence")
    return Decimal(value).scaleb(-2)


def as_date(value: object) -> dt.date:
    """A day. Raises TypeError for an instant: which day it is depends on where one stands."""
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise TypeError(f"{value!r} is not a date")
    return value


def as_london_time(value: object) -> dt.datetime:
    """An instant on London's clock, without its zone.

    Raises TypeError when it does not say which instant it is.
    """
    if not isinstance(value, dt.datetime) or value.tzinfo is None:
        raise TypeError(f"{value!r} is not an aware time")
    return value.astimezone(LONDON).replace(tzinfo=None, microsecond=0)


def as_minute(value: object) -> dt.datetime:
    """An instant on London's clock, without zone and seconds. Raises TypeError."""
    return as_london_time(value).replace(second=0)


def as_yes_or_no(value: object) -> str:
    return _("Yes") if value else _("No")


def is_blank(value: object) -> bool:
    """None and empty text are an empty cell; nought and False are not."""
    return value is None or value == "" or (isinstance(value, Promise) and not str(value))


READ: dict[Kind, Callable[[object], object]] = {
    Kind.TEXT: as_text,
    Kind.NUMBER: as_number,
    Kind.MONEY: as_pounds,
    Kind.DATE: as_date,
    Kind.DATETIME: as_minute,
    Kind.BOOLEAN: as_yes_or_no,
}
