"""Cells to values.

Each reader answers the value, None for "no value here", or raises CellProblem with a reason. What the texts
mean is read by ``core.reading``; here stands what Ofsted's file allows.

"No value here" (blank, a dash, REDACTED, Not Recorded) never overwrites what the authority holds (O7).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.translation import gettext_noop

from core.reading.answers import YesNoProfile, read_yes_no
from core.reading.damage import SPREADSHEET, damage_of, is_changed_by_spreadsheet
from core.reading.dates import DateFault, DateProfile, UnreadDate, read_date
from core.reading.results import CellProblem
from core.text import one_line
from ofsted.rules.regimes import LEGACY_GRADES, REQUIREMENTS, UnknownGrade, Vocabulary
from providers.rules.identifiers import BAD_URN
from providers.rules.register import is_ofsted_urn, normalise_postcode

Reader = Callable[[str], Any]

NO_VALUE: Final = frozenset({"", "-", "–", "redacted", "not recorded", "null", "none", "n/a", "unknown", "not judged",
                             "not applicable"})  # fmt: skip
LONGEST_NO_VALUE: Final = max(map(len, NO_VALUE))
# Characters that the register keeps.
MAX_POSTCODE: Final = 10
MAX_TELEPHONE: Final = 40
MAX_STATUS: Final = 40
LONGEST_NUMBER: Final = 12
PROVIDER_TYPES: Final = (
    "Childminder", "Childminder without domestic premises", "Childcare on domestic premises",
    "Childcare on non-domestic premises", "Home childcarer", "Childminder agency",
)  # fmt: skip
ACTIVE: Final = frozenset({"active"})
_TYPE_OF: Final = {kind.casefold(): kind for kind in PROVIDER_TYPES}
MAX_PLACES: Final = 9999
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2099
REMEMBERED: Final = 10_000

_DATE: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_CODE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z/_ -]*")
_PLAIN_CODE: Final = re.compile(r"[A-Z]{2}[0-9]+")
_NATIONAL_NUMBER: Final = re.compile(r"[1-9]\d{8,9}")

BAD_GRADE: Final = gettext_noop("This judgement is not known. Ofsted’s file writes: %(allowed)s.")
BAD_TYPE: Final = gettext_noop("This type of setting is not known. It should be one of: %(allowed)s.")
BAD_NUMBER: Final = gettext_noop("This is not a number of places.")
BAD_CODE: Final = gettext_noop("This is not a reference number.")
TOO_LONG: Final = gettext_noop("This is longer than %(limit)d characters.")

#: Ofsted's file writes the year with four figures: with two, nobody knows the century of a registration.
DATES: Final = DateProfile(has_two_figure_years=False, latest_year=LATEST_YEAR)
FLAGS: Final = YesNoProfile(yes=("y", "yes"), no=("n", "no"), has_ticks=False, shown=("Y", "N"))


class Remembered(dict[Any, Any]):
    """A reader's answers, so that each distinct text, or tuple of texts, is read once."""

    def __init__(self, reader: Callable[[Any], Any]) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, text: Any) -> Any:
        value = self._reader(text)
        if len(self) >= REMEMBERED:
            self.clear()
        self[text] = value
        return value


def tidied(text: str, limit: int) -> str | None:
    """A text with its spaces in order, or None when it stands for "no value here"."""
    if text == "" or text == "REDACTED":
        return None
    tidy = " ".join(text.split())
    if not tidy.isprintable():
        _refuse_damage(text)
        tidy = one_line(text)
    elif not tidy.isascii():
        tidy = one_line(text)
    if len(tidy) <= LONGEST_NO_VALUE and tidy.casefold() in NO_VALUE:
        return None
    if not tidy.isascii() or is_changed_by_spreadsheet(tidy):
        _refuse_damage(tidy)
    if len(tidy) > limit:
        raise CellProblem(TOO_LONG, limit=limit)
    return tidy


def _refuse_damage(text: str) -> None:
    if (damage := damage_of(text)) is not None:
        raise CellProblem(damage)


def text_reader(limit: int) -> Reader:
    """A reader of texts up to a length."""

    def read_text(text: str) -> str | None:
        return tidied(text, limit)

    return read_text


def code_reader(limit: int) -> Reader:
    """A reader of reference numbers: letters, digits, no prose."""

    def read_code(text: str) -> str | None:
        if not text or (text.isdecimal() and text.isascii() and len(text) <= limit):
            return text or None
        if len(text) <= limit and _PLAIN_CODE.fullmatch(text):
            return text
        tidy = tidied(text, limit)
        if tidy is None:
            return None
        if not tidy.isascii() or not _CODE.fullmatch(tidy):
            raise CellProblem(BAD_CODE)
        return tidy.upper()

    return read_code


def read_urn(text: str) -> str:
    """The setting's Ofsted URN (O1). Every row has one.

    One that has to be mended is refused here, and read with its remark by ``read_ofsted_urn``.
    """
    urn = text.strip().upper()
    if not is_ofsted_urn(urn):
        raise CellProblem(BAD_URN)
    return urn


def read_postcode(text: str) -> str | None:
    """A postcode in its normal form."""
    tidy = tidied(text, MAX_POSTCODE)
    return tidy if tidy is None else normalise_postcode(tidy)


def read_telephone(text: str) -> str | None:
    """A telephone number; the leading zero that a spreadsheet took away is put back."""
    tidy = tidied(text, MAX_TELEPHONE)
    return f"0{tidy}" if tidy and _NATIONAL_NUMBER.fullmatch(tidy) else tidy


def read_type(text: str) -> str:
    """The type of setting, as published.

    Every row has one: without it nobody knows whether the address is a home.
    """
    kind = _TYPE_OF.get(" ".join(text.split()).casefold())
    if kind is None:
        raise CellProblem(BAD_TYPE, allowed=", ".join(PROVIDER_TYPES))
    return kind


def read_status(text: str) -> str | None:
    """Ofsted's word for the state of a registration, None for an active one. Any other word ends the listing."""
    tidy = tidied(text, MAX_STATUS)
    return None if tidy is None or tidy.casefold() in ACTIVE else tidy


def read_flag(text: str) -> bool | None:
    """Y or N."""
    return None if text.strip().casefold() in NO_VALUE else read_yes_no(text, FLAGS).value


def read_decimal_places(text: str) -> Decimal | None:
    """A number of places with estimates, such as 46.35. Nought stands for "not known"."""
    tidy = text.strip().replace(",", "")
    if tidy.casefold() in NO_VALUE:
        return None
    try:
        number = Decimal(tidy) if tidy.isascii() and len(tidy) <= LONGEST_NUMBER else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or not 0 <= number <= MAX_PLACES:
        raise CellProblem(SPREADSHEET if is_changed_by_spreadsheet(tidy) else BAD_NUMBER)
    return round(number, 2) or None


def read_places(text: str) -> int | None:
    """A whole number of places. Nought stands for "not known"."""
    number = read_decimal_places(text)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise CellProblem(BAD_NUMBER)
    return int(number)


def read_day(text: str) -> date | None:
    """A day as Ofsted's file writes it, day/month/year, or in another form that means one day."""
    if form := _DATE.fullmatch(text):
        day, month, year = map(int, form.groups())
        if EARLIEST_YEAR <= year <= LATEST_YEAR:
            with contextlib.suppress(ValueError):
                return date(year, month, day)
    if text.strip().casefold() in NO_VALUE:
        return None
    return read_date(text, DATES).value


def date_reader(today: date | None) -> Reader:
    """A reader of past days: with `today`, a later day is refused."""

    def read_past_date(text: str) -> date | None:
        day = read_day(text)
        if day is not None and today is not None and day > today:
            raise UnreadDate(DateFault.FUTURE, DATES)
        return day

    return read_past_date


def grade_reader(grades: Vocabulary, *, or_met: bool = False) -> Reader:
    """A reader of a vocabulary.

    With `or_met`, "Met" where a grade is expected is read too, as a negative number. Reasons name what the file
    itself writes: figures for the grades of the old frameworks, words for the rest.
    """
    written = map(str, grades.words) if grades is LEGACY_GRADES else grades.words.values()
    allowed = ", ".join((*written, *((REQUIREMENTS.words[1],) if or_met else ())))

    def read_grade(text: str) -> int | None:
        tidy = " ".join(text.split()).casefold()
        if tidy in NO_VALUE:
            return None
        try:
            return grades.value_of(tidy)
        except UnknownGrade:
            pass
        if or_met:
            try:
                return -REQUIREMENTS.value_of(tidy)
            except UnknownGrade:
                pass
        if is_changed_by_spreadsheet(tidy):
            raise CellProblem(SPREADSHEET)
        raise CellProblem(BAD_GRADE, allowed=allowed)

    return read_grade
