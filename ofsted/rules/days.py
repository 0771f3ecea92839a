"""Which day a file stands for (O7): as somebody typed it, as its title says it, as its name says it.

All that say a day must say the same one, and it has passed. One function answers for the page and the
command.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from django.utils.translation import gettext_noop

from core.reading.titles import day_in
from core.reasons import Reason, Term

NO_DAY: Final = gettext_noop(
    "Enter the date that the file is for: neither its first lines nor its name say it."
)
IN_FUTURE: Final = gettext_noop(
    "The file cannot be for %(day)s, as %(source)s says: that day is in the future."
)
DIFFER: Final = gettext_noop(
    "It is not clear which date the file is for: %(source)s says %(day)s, %(other)s says %(other_day)s."
    " %(remedy)s"
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
