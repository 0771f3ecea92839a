"""G7: what a clock on the wall shows in London, and the instant that it is.

A meeting is at a day and a time as people say them, without a zone: "4 pm" is 4 pm before and after the
clocks change. Minutes are added to instants, so that a meeting over a change of the clocks lasts as long as
it says. Half past midnight belongs to its own day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

LONDON: Final = ZoneInfo("Europe/London")


def instant_of(day: date, at: time) -> datetime:
    """The instant, in UTC, of a day and a time in London.

    A time that the clock shows twice in autumn is the first of them; one that it skips in spring is as far
    after the change as it says.
    """
    return instant_shown(datetime.combine(day, at))


def instant_shown(shown: datetime) -> datetime:
    """The instant, in UTC, at which the clock in London shows a day and a time (without a zone)."""
    return shown.replace(tzinfo=LONDON, fold=0).astimezone(UTC)


def localtime(instant: datetime) -> datetime:
    """What the clock in London shows at an instant, without a zone."""
    return instant.astimezone(LONDON).replace(tzinfo=None, fold=0)


def localdate(instant: datetime) -> date:
    """The day in London of an instant."""
    return localtime(instant).date()


def later_on_the_clock(shown: datetime, minutes: int) -> datetime:
    """What the clock in London shows so many minutes after it showed this."""
    return localtime(instant_shown(shown) + timedelta(minutes=minutes))


def minutes_between(shown: datetime, later: datetime) -> int:
    """Whole minutes that pass from one time on the clock in London to another; negative backwards."""
    return (instant_shown(later) - instant_shown(shown)) // timedelta(minutes=1)
