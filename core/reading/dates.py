"""Days as people and files write them: the one reader for forms and for every import.

A text that means one day is read: 1 September 2024, 01/09/24, 1.9.2024, 01-Sep-24, September 1, 2024,
2024-09-01 00:00. A profile says what is allowed; it never parses. Day and month in figures are in this order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_noop

from core.reading.damage import SPREADSHEET, is_changed_by_spreadsheet
from core.reading.results import Answer, CellProblem
from core.reasons import Reason

TWO_FIGURES_PIVOT: Final = 70  # 69 is 2069, 70 is 1970
SHORTEST_MONTH_NAME: Final = 3
ENGLISH_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: The day before a spreadsheet's day 1, as all but the first sixty of its days count.
_SERIAL_ZERO: Final = date(1899, 12, 30)
_SERIAL: Final = re.compile(r"[1-9]\d{4}(?:\.0+)?", re.ASCII)
_BETWEEN: Final = re.compile(r"[\s/.,\-]+")
_MIDNIGHT: Final = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?Z?$", re.ASCII)
_TIME: Final = re.compile(r"[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]m)?Z?$", re.ASCII | re.IGNORECASE)
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


class DateFault(StrEnum):
    """Each way in which a text can fail to be a day. The value is the sentence that says so."""

    NOT_A_DATE = gettext_noop("This is not a date. Write the day, month and year, for example 14/06/2024.")
    NO_SUCH_DAY = gettext_noop("There is no such date. Check the day and the month.")
    MONTH_FIRST = gettext_noop(
        "The month seems to stand before the day. Dates should be day/month/year, for example 14/06/2024."
    )
    NO_DAY = gettext_noop("This names no day, only a month. Write the whole date, for example 14/06/2024.")
    NO_YEAR = gettext_noop("This names no year. Write the whole date, for example 14/06/2024.")
    TWO_FIGURES = gettext_noop("The year has two figures. Write all four, for example 14/06/2024.")
    YEAR_FIGURES = gettext_noop("The year should have four figures, for example 14/06/2024.")
    OUT_OF_RANGE = gettext_noop("The year should be between %(earliest)s and %(latest)s.")
    FUTURE = gettext_noop("The date is in the future.")
    SPREADSHEET = SPREADSHEET


READ_AS: Final = gettext_noop("This was read as %(day)s.")


class UnreadDate(CellProblem):
    """Why a text names no day."""

    def __init__(self, fault: DateFault, profile: DateProfile) -> None:
        years = {"earliest": str(profile.earliest_year), "latest": str(profile.latest_year)}
        super().__init__(fault.value, **(years if fault is DateFault.OUT_OF_RANGE else {}))
        self.fault = fault


@dataclass(frozen=True, slots=True)
class DateProfile:
    """What is allowed. ``months``: names of the months besides the English ones, January first.

    ``has_serials``: a number of five figures is a spreadsheet's own for a day. ``has_times``: a time of day
    may follow; midnight always may.
    """

    has_two_figure_years: bool = True
    has_serials: bool = False
    has_times: bool = False
    earliest_year: int = 1900
    latest_year: int = 2199
    months: Sequence[str] = ()


ANY: Final = DateProfile()


def read_date(text: str, profile: DateProfile = ANY, *, today: date | None = None) -> Answer[date]:
    """The day that a text names; raises UnreadDate.

    With ``today``, a later day is refused. The remark names the day where a person might have meant another.
    """
    tidy = " ".join(text.translate(_INVISIBLE).split())
    if profile.has_serials and _SERIAL.fullmatch(tidy):
        day = _SERIAL_ZERO + timedelta(days=int(tidy.partition(".")[0]))
        return _checked(day, profile, today, Reason("O7", READ_AS, {"day": day}))
    bare = (_TIME if profile.has_times else _MIDNIGHT).sub("", tidy)
    pieces = [piece for piece in _BETWEEN.split(bare) if piece and not _is_weekday(piece)]
    try:
        day_text, month_text, year_text = _in_order(pieces, profile)
        day = day_of_parts(day_text, month_text, year_text, profile)
    except UnreadDate as problem:
        if problem.fault is DateFault.NOT_A_DATE and is_changed_by_spreadsheet(tidy):
            raise UnreadDate(DateFault.SPREADSHEET, profile) from None
        raise
    has_century = len(year_text.lstrip("'’")) != 2
    return _checked(day, profile, today, None if has_century else Reason("O7", READ_AS, {"day": day}))


def day_of_parts(day_text: str, month_text: str, year_text: str, profile: DateProfile = ANY) -> date:
    """The day of three texts; raises UnreadDate."""
    day, month = day_number(day_text), month_number(month_text, profile)
    if not day or not month:
        if is_month_first(day_text, month_text):
            raise UnreadDate(DateFault.MONTH_FIRST, profile)
        is_numeric = (day_text + month_text).isdecimal()
        raise UnreadDate(DateFault.NO_SUCH_DAY if is_numeric else DateFault.NOT_A_DATE, profile)
    try:
        return date(year_number(year_text, profile), month, day)
    except ValueError as error:
        if isinstance(error, UnreadDate):
            raise
        raise UnreadDate(DateFault.NO_SUCH_DAY, profile) from None


def is_month_first(day_text: str, month_text: str) -> bool:
    """Whether day and month in figures are impossible in this order and possible in the other."""
    return 1 <= _number(day_text) <= 12 < _number(month_text) <= 31


def day_number(text: str) -> int:
    """The day of a month, perhaps as "1st"; 0 for anything else."""
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", text, flags=re.IGNORECASE | re.ASCII)
    number = int(match[1]) if match else 0
    return number if number <= 31 else 0


def month_number(text: str, profile: DateProfile = ANY) -> int:
    """The month in figures or as a word of three letters at least; 0 for anything else."""
    if re.fullmatch(r"\d{1,2}", text, flags=re.ASCII):
        return _number(text) if _number(text) <= 12 else 0
    name = text.rstrip(".").casefold()
    if len(name) < SHORTEST_MONTH_NAME:
        return 0
    for names in (ENGLISH_MONTHS, profile.months):
        numbers = [number for number, month in enumerate(names, 1) if month.casefold().startswith(name)]
        if len(numbers) == 1:
            return numbers[0]
    return 9 if name == "sept" else 0


def year_number(text: str, profile: DateProfile = ANY) -> int:
    """A year of four figures, or of two where the profile allows them; raises UnreadDate."""
    figures = text.lstrip("'’")
    if not re.fullmatch(r"\d+", figures, flags=re.ASCII):
        raise UnreadDate(DateFault.NOT_A_DATE, profile)
    if len(figures) == 2:
        if not profile.has_two_figure_years:
            raise UnreadDate(DateFault.TWO_FIGURES, profile)
        return int(figures) + (2000 if int(figures) < TWO_FIGURES_PIVOT else 1900)
    if len(figures) != 4:
        raise UnreadDate(DateFault.YEAR_FIGURES, profile)
    if not profile.earliest_year <= int(figures) <= profile.latest_year:
        raise UnreadDate(DateFault.OUT_OF_RANGE, profile)
    return int(figures)


def _in_order(pieces: Sequence[str], profile: DateProfile) -> tuple[str, str, str]:
    """Day, month and year of the pieces of a text."""
    if len(pieces) == 4 and pieces[1].casefold() == "of":
        pieces = [pieces[0], *pieces[2:]]
    if len(pieces) != 3:
        raise UnreadDate(_what_lacks(pieces, profile), profile)
    first, second, third = pieces
    if re.fullmatch(r"\d{4}", first, flags=re.ASCII):
        return third, second, first
    if month_number(first, profile) and not _number(first):
        return second, first, third
    return first, second, third


def _what_lacks(pieces: Sequence[str], profile: DateProfile) -> DateFault:
    words = [piece for piece in pieces if month_number(piece, profile) and not piece.isdecimal()]
    others = [piece for piece in pieces if piece not in words]
    if len(pieces) == 2 and all(map(_number, others)):
        figures = [len(piece) for piece in others]
        if 4 in figures:
            return DateFault.NO_DAY
        if len(words) <= 1 and day_number(pieces[0]):
            return DateFault.NO_YEAR
    if len(words) == len(pieces) == 1 or (words and len(pieces) == 2 and all(map(_number, others))):
        return DateFault.NO_DAY
    return DateFault.NOT_A_DATE


def _checked(day: date, profile: DateProfile, today: date | None, remark: Reason | None) -> Answer[date]:
    if not profile.earliest_year <= day.year <= profile.latest_year:
        raise UnreadDate(DateFault.OUT_OF_RANGE, profile)
    if today is not None and day > today:
        raise UnreadDate(DateFault.FUTURE, profile)
    return Answer(day, remark)


def _is_weekday(piece: str) -> bool:
    name = piece.rstrip(".").casefold()
    return len(name) >= 3 and any(day.startswith(name) for day in _WEEKDAYS)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else 0
