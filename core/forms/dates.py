"""A date as people write it: three boxes or one line, months as
numbers or words, years of two or four figures.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Literal

from django.utils.dates import MONTHS

Part = Literal["day", "month", "year"]
PARTS: tuple[Part, ...] = ("day", "month", "year")
FIRST_YEAR, LAST_YEAR = 1900, 2199
TWO_FIGURES_PIVOT = 70  # 69 is 2069, 70 is 1970
ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SHORTEST_MONTH_NAME = 3


class DateProblem(ValueError):
    """Why no date came out.

    ``parts`` are the boxes to point at: "missing", "unreal" or "year" (too few figures).
    """

    def __init__(self, kind: Literal["missing", "unreal", "year"], parts: Sequence[Part]) -> None:
        super().__init__(f"{kind}: {', '.join(parts)}")
        self.kind = kind
        self.parts = tuple(parts)


def date_from_parts(day: str, month: str, year: str) -> datetime.date | None:
    """The date of three boxes; None when all are empty. Raises DateProblem."""
    texts = dict(zip(PARTS, (text.strip() for text in (day, month, year)), strict=True))
    missing = [part for part, text in texts.items() if not text]
    if len(missing) == len(PARTS):
        return None
    if missing:
        raise DateProblem("missing", missing)
    numbers = {"day": _day(texts["day"]), "month": _month(texts["month"]), "year": _year(texts["year"])}
    unreal = [part for part in PARTS if not numbers[part]]
    if unreal:
        raise DateProblem("unreal", unreal)
    try:
        return datetime.date(numbers["year"], numbers["month"], numbers["day"])
    except ValueError as error:
        raise DateProblem("unreal", PARTS) from error


def date_from_text(text: str) -> datetime.date | None:
    """The date of one line: "27 March 26", "27/3/2026", "2026-03-27"; None when empty. Raises DateProblem."""
    pieces = [piece for piece in re.split(r"[\s/.,\-]+", text.strip()) if piece]
    if not pieces:
        return None
    if len(pieces) > len(PARTS):
        raise DateProblem("unreal", PARTS)
    if len(pieces) == len(PARTS) and re.fullmatch(r"\d{4}", pieces[0]):
        pieces.reverse()
    if not _day(pieces[0]):
        raise DateProblem("unreal", PARTS)  # "soon" lacks more than a month
    pieces += [""] * (len(PARTS) - len(pieces))
    return date_from_parts(*pieces)


def _day(text: str) -> int:
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", text, flags=re.IGNORECASE | re.ASCII)
    number = int(match[1]) if match else 0
    return number if 1 <= number <= 31 else 0


def _month(text: str) -> int:
    if re.fullmatch(r"\d{1,2}", text, flags=re.ASCII):
        number = int(text)
        return number if 1 <= number <= 12 else 0
    name = text.rstrip(".").casefold()
    if len(name) < SHORTEST_MONTH_NAME:
        return 0
    spoken = [str(MONTHS[number]).casefold() for number in range(1, 13)]
    for names in (ENGLISH_MONTHS, spoken):
        found = [number for number, month in enumerate(names, 1) if month.startswith(name)]
        if len(found) == 1:
            return found[0]
    return 0


def _year(text: str) -> int:
    text = text.lstrip("'’")
    if not re.fullmatch(r"\d+", text, flags=re.ASCII):
        return 0
    number = int(text) if len(text) <= 4 else 0
    if len(text) == 2:
        return number + (2000 if number < TWO_FIGURES_PIVOT else 1900)
    if len(text) != 4:
        raise DateProblem("year", ["year"])
    return number if FIRST_YEAR <= number <= LAST_YEAR else 0
