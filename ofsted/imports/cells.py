"""Cells to values.

Each reader answers the value, None for "no value here", or raises CellProblem with a reason.

"No value here" (blank, a dash, REDACTED, Not Recorded) never overwrites what the authority holds (O7).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason, Term
from core.text import one_line
from ofsted.rules.regimes import REQUIREMENTS, UnknownGrade, Vocabulary
from providers.rules.register import is_ofsted_urn, normalise_postcode

Reader = Callable[[str], Any]

NO_VALUE: Final = frozenset({"", "-", "–", "redacted", "not recorded", "null", "none", "n/a", "unknown", "not judged",
                             "not applicable"})  # fmt: skip
# Characters that the register keeps.
MAX_POSTCODE: Final = 10
MAX_TELEPHONE: Final = 40
LONGEST_NUMBER: Final = 12
PROVIDER_TYPES: Final = (
    "Childminder", "Childminder without domestic premises", "Childcare on domestic premises",
    "Childcare on non-domestic premises", "Home childcarer", "Childminder agency",
)  # fmt: skip
_TYPE_OF: Final = {kind.casefold(): kind for kind in PROVIDER_TYPES}
MAX_PLACES: Final = 9999
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2099
REMEMBERED: Final = 20_000

_MONTH: Final = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# What Excel makes of "9-10", of a long number, and of what it cannot show.
EXCEL_DAMAGE: Final = re.compile(
    rf"\d{{1,2}}-{_MONTH}(?:-\d\d)?|{_MONTH}-\d\d|\d(?:\.\d+)?E[+-]\d+|#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|#{{3,}}",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?: 00:00(?::00)?)?")
_ISO_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00)?)?")
_CODE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z/_ -]*")
_NATIONAL_NUMBER: Final = re.compile(r"[1-9]\d{8,9}")

BAD_URN: Final = gettext_noop(
    "This is not an Ofsted URN. It should be six or seven digits, or EY or VC and six digits."
)
BAD_DATE: Final = gettext_noop(
    "There is no such date. Dates should be day/month/year, for example 14/06/2024."
)
FUTURE: Final = gettext_noop("The date is in the future.")
BAD_GRADE: Final = gettext_noop("This judgement is not known. It should be one of: %(allowed)s.")
BAD_TYPE: Final = gettext_noop("This type of setting is not known. It should be one of: %(allowed)s.")
BAD_FLAG: Final = gettext_noop("This should be Y or N.")
BAD_NUMBER: Final = gettext_noop("This is not a number of places.")
BAD_CODE: Final = gettext_noop("This is not a reference number.")
TOO_LONG: Final = gettext_noop("This is longer than %(limit)d characters.")
EXCEL: Final = gettext_noop(
    "The file was opened and saved in Excel, which changed this value. Use the file as Ofsted publishes it."
)


class CellProblem(ValueError):
    """A cell that cannot be read, with its reason."""

    def __init__(self, sentence: str, **facts: Fact) -> None:
        self.reason = Reason("O7", sentence, facts)
        super().__init__(sentence)


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
    tidy = one_line(text)
    if tidy.casefold() in NO_VALUE:
        return None
    if EXCEL_DAMAGE.fullmatch(tidy):
        raise CellProblem(EXCEL)
    if len(tidy) > limit:
        raise CellProblem(TOO_LONG, limit=limit)
    return tidy


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
        tidy = tidied(text, limit)
        if tidy is None:
            return None
        if not tidy.isascii() or not _CODE.fullmatch(tidy):
            raise CellProblem(BAD_CODE)
        return tidy.upper()

    return read_code


def read_urn(text: str) -> str:
    """The setting's Ofsted URN (O1). Every row has one."""
    urn = text.strip().upper()
    if not is_ofsted_urn(urn):
        raise CellProblem(EXCEL if EXCEL_DAMAGE.fullmatch(urn) else BAD_URN)
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


def read_flag(text: str) -> bool | None:
    """Y or N."""
    tidy = text.strip().casefold()
    if tidy in ("y", "yes"):
        return True
    if tidy in ("n", "no"):
        return False
    if tidy in NO_VALUE:
        return None
    raise CellProblem(BAD_FLAG)


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
        raise CellProblem(EXCEL if EXCEL_DAMAGE.fullmatch(tidy) else BAD_NUMBER)
    return round(number, 2) or None


def read_places(text: str) -> int | None:
    """A whole number of places. Nought stands for "not known"."""
    number = read_decimal_places(text)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise CellProblem(BAD_NUMBER)
    return int(number)


def read_date(text: str) -> date | None:
    """A day as dd/mm/yyyy, perhaps with midnight after it."""
    tidy = text.strip()
    if tidy.casefold() in NO_VALUE:
        return None
    if form := _DATE.fullmatch(tidy):
        day, _, month, year = form.groups()
    elif form := _ISO_DATE.fullmatch(tidy):
        year, month, day = form.groups()
    else:
        raise CellProblem(EXCEL if EXCEL_DAMAGE.fullmatch(tidy) else BAD_DATE)
    if not tidy.isascii() or not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        raise CellProblem(BAD_DATE)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CellProblem(BAD_DATE) from None


def date_reader(today: date | None) -> Reader:
    """A reader of past days: with `today`, a later day is refused."""

    def read_past_date(text: str) -> date | None:
        day = read_date(text)
        if day is not None and today is not None and day > today:
            raise CellProblem(FUTURE)
        return day

    return read_past_date


def grade_reader(grades: Vocabulary, *, or_met: bool = False) -> Reader:
    """A reader of a vocabulary.

    With `or_met`, "Met" where a grade is expected is read too, as a negative number.
    """

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
        if EXCEL_DAMAGE.fullmatch(tidy):
            raise CellProblem(EXCEL)
        raise CellProblem(BAD_GRADE, allowed=Term(", ".join(grades.words.values())))

    return read_grade
