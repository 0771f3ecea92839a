"""School holidays of an invented county, for the school year of the day and the one after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter

from core.dates import Span
from meetings.rules.holidays import Holiday
from meetings.services.holidays import add_holidays

if TYPE_CHECKING:
    from portal.demonstration.story import Story

#: The first month of a school year.
SEPTEMBER = 9


class Holidays:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        today = self.story.today
        year = today.year if today.month >= SEPTEMBER else today.year - 1
        for first in (year, year + 1):
            add_holidays(holidays=holidays_of(first), by=self.story.officer)


def holidays_of(year: int) -> list[Holiday]:
    """The holidays of the school year that begins in September of a year."""
    after, sunday = year + 1, easter(year + 1)
    return [
        _from(f"Autumn half term {year}", _monday(date(year, 10, 24)), 5),
        _from(f"Christmas holiday {year}", _monday(date(year, 12, 19)), 14),
        _from(f"Spring half term {after}", _monday(date(after, 2, 13)), 5),
        _from(f"Easter holiday {after}", sunday - timedelta(days=6), 14),
        _from(f"Summer half term {after}", _monday(date(after, 5, 25)), 5),
        _from(f"Summer holiday {after}", date(after, 7, 22), 42),
    ]


def _monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _from(name: str, day: date, days: int) -> Holiday:
    return Holiday(name, Span(day, day + timedelta(days=days)))
