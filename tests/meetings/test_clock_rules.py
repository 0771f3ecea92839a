"""G7: times of London's clock, over both changes of the clocks. No database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.clock import (
    instant_of,
    instant_shown,
    later_on_the_clock,
    localdate,
    localtime,
    minutes_between,
)

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        (date(2026, 1, 15), time(16), datetime(2026, 1, 15, 16, tzinfo=UTC)),
        (date(2026, 7, 15), time(16), datetime(2026, 7, 15, 15, tzinfo=UTC)),
        (date(2026, 7, 15), time(0, 30), datetime(2026, 7, 14, 23, 30, tzinfo=UTC)),
        (SPRING, time(0, 30), datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        (SPRING, time(1, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # skipped: it shows 2.30
        (SPRING, time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (AUTUMN, time(1, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of two
        (AUTUMN, time(2, 30), datetime(2026, 10, 25, 2, 30, tzinfo=UTC)),
    ],
)
def test_g7_a_time_in_london_is_an_instant(day: date, at: time, instant: datetime) -> None:
    assert instant_of(day, at) == instant
    assert instant_of(day, at.replace(fold=1)) == instant
    assert instant_shown(datetime.combine(day, at)) == instant


def test_g7_half_past_midnight_belongs_to_its_own_day() -> None:
    assert localdate(instant_of(date(2026, 7, 15), time(0, 30))) == date(2026, 7, 15)
    assert localdate(datetime(2026, 7, 14, 23, 30, tzinfo=UTC)) == date(2026, 7, 15)
    assert localdate(datetime(2026, 1, 14, 23, 30, tzinfo=UTC)) == date(2026, 1, 14)


@pytest.mark.parametrize(
    ("shown", "minutes", "later"),
    [
        (datetime(2026, 3, 29, 0, 30), 60, datetime(2026, 3, 29, 2, 30)),
        (datetime(2026, 3, 28, 16), 90, datetime(2026, 3, 28, 17, 30)),
        (datetime(2026, 10, 25, 0, 30), 150, datetime(2026, 10, 25, 2)),
        (datetime(2026, 6, 1, 23, 30), 60, datetime(2026, 6, 2, 0, 30)),
    ],
)
def test_g7_minutes_pass_over_a_change_of_the_clocks(shown: datetime, minutes: int, later: datetime) -> None:
    assert later_on_the_clock(shown, minutes) == later
    assert minutes_between(shown, later) == minutes
    assert minutes_between(later, shown) == -minutes


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.times())
def test_g7_what_the_clock_shows_comes_back(day: date, at: time) -> None:
    shown = localtime(instant_of(day, at))
    skipped = shown - datetime.combine(day, at)
    assert skipped in {timedelta(0), timedelta(hours=1)}  # an hour only where the clock skips it
    assert localdate(instant_of(day, at)) == day
