"""Which day a file stands for (O7): as somebody typed it, as its title says it, as its name says it.

All that say a day must say the same one, and it has passed. One function answers for the page and the command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import MONTHS, Reason, Term

NO_DAY: Final = gettext_noop(
    "Enter the date that the file is for: neither its first lines nor its name say it."
)
IN_FUTURE: Final = gettext_noop(
    "The file cannot be for %(day)s, as %(source)s says: that day is in the future."
)
DIFFER: Final = gettext_noop(
    "It is not clear which date the file is for: %(source)s says %(day)s, %(other)s says %(other_day)s. %(remedy)s"
)
DROP_TYPED: Final = Term(
    gettext_noop("Leave the date empty to use what the file says, or choose the file of your date.")
)
OWN_NAME: Final = Term(
    gettext_noop("Download the file again and upload it under the name that Ofsted gave it.")
)
TYPED: Final = Term(gettext_noop("the date that you entered"))
TITLE: Final = Term(gettext_noop("the title in the file"))
NAME: Final = Term(gettext_noop("the name of the file"))

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


class DayRefused(ValueError):
    """Nobody knows the day of a file, or what says it does not agree; ``reason`` is for the person."""

    def __init__(self, sentence: str, **facts: date | Term) -> None:
        self.reason = Reason("O7", sentence, facts)
        super().__init__(self.reason.in_words())


def day_of_file(*, typed: date | None, titles: str, name: str, today: date) -> date:
    """The day that a file stands for; raises DayRefused.

    ``titles`` is the text above the header. Of a text that names several days none counts, unless one of them
    stands after "as at" or "as of".
    """
    said = [
        (source, day)
        for source, day in ((TYPED, typed), (TITLE, day_in(titles)), (NAME, day_in(name)))
        if day is not None
    ]
    if not said:
        raise DayRefused(NO_DAY)
    for source, day in said:
        if day > today:
            raise DayRefused(IN_FUTURE, source=source, day=day)
    first, day = said[0]
    for source, other in said[1:]:
        if other != day:
            remedy = DROP_TYPED if first is TYPED else OWN_NAME
            raise DayRefused(DIFFER, source=first, day=day, other=source, other_day=other, remedy=remedy)
    return day


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
    found = [
        *((match.start(), match[3], _month(match[2]), match[1]) for match in _WORDS.finditer(text)),
        *((match.start(), match[3], _month(match[1]), match[2]) for match in _MONTH_FIRST.finditer(text)),
        *((match.start(), match[1], match[2], match[3]) for match in _YEAR_FIRST.finditer(text)),
        *((match.start(), match[3], match[2], match[1]) for match in _DAY_FIRST.finditer(text)),
    ]
    for _, year, month, day in sorted(found):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def _month(word: str) -> str:
    return str(
        next(number for number, month in enumerate(MONTHS, 1) if month[:3].casefold() == word[:3].casefold())
    )
