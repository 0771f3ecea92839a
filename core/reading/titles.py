"""Days inside a longer text, as titles and file names say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from core.reasons import MONTHS

#: A day in words ("31 December 2025", "30 Sep 2022", "1st of June 2026"), month first ("June 30, 2026"), or in figures.
_MONTH: Final = "|".join(sorted({*MONTHS, *(month[:3] for month in MONTHS), "Sept"}, key=len, reverse=True))
_WORDS: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)? ?(?:of )?({_MONTH})\.?,? ?(\d{{4}})(?!\d)", re.IGNORECASE | re.ASCII
)
_MONTH_FIRST: Final = re.compile(
    rf"(?<![a-z])({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.IGNORECASE | re.ASCII
)
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4})[ ./]?(\d{2})[ ./]?(\d{2})(?!\d)", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2})[ ./](\d{1,2})[ ./](\d{4})(?!\d)", re.ASCII)
_AS_AT: Final = re.compile(r"\bas (?:at|of|on)\b", re.IGNORECASE)


def day_in(text: str) -> date | None:
    """The one day that a title or a file name says. Underscores and hyphens stand for spaces."""
    spaced = " ".join(re.sub(r"[\W_]+", _separated, text).split())
    for part in (*_AS_AT.split(spaced)[1:], spaced):
        days = set(_days(part))
        if len(days) == 1:
            return days.pop()
        if days and part is not spaced:
            return next(_days(part))
    return None


def _separated(between: re.Match[str]) -> str:
    """Full stops and strokes between figures are kept: they belong to a day."""
    return between[0] if between[0] in (".", "/") else " "


def _days(text: str) -> Iterator[date]:
    """The days in a text, in its order."""
    matches = [
        *((match.start(), match[3], _month(match[2]), match[1]) for match in _WORDS.finditer(text)),
        *((match.start(), match[3], _month(match[1]), match[2]) for match in _MONTH_FIRST.finditer(text)),
        *((match.start(), match[1], match[2], match[3]) for match in _YEAR_FIRST.finditer(text)),
        *((match.start(), match[3], match[2], match[1]) for match in _DAY_FIRST.finditer(text)),
    ]
    for _, year, month, day in sorted(matches):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def _month(word: str) -> str:
    return str(
        next(number for number, month in enumerate(MONTHS, 1) if month[:3].casefold() == word[:3].casefold())
    )
