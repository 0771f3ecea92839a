"""What becomes of an email: at once, held for the day's or the week's, or not sent (decision 0060)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.rules import NEAR, Fate, Updates, fate_of, is_collected_on, next_collected_on

pytestmark = pytest.mark.pure
TUESDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 30)


def fate(
    updates: Updates, needed_by: date | None = None, *, can_wait: bool = True, can_stop: bool = True
) -> Fate:
    return fate_of(can_wait=can_wait, can_stop=can_stop, updates=updates, needed_by=needed_by, today=TUESDAY)


@pytest.mark.parametrize(
    ("updates", "can_wait", "can_stop", "needed_by", "becomes"),
    [
        (Updates.DAILY, True, True, None, Fate.HELD),
        (Updates.DAILY, True, True, date(2026, 11, 27), Fate.AT_ONCE),
        (Updates.DAILY, True, True, date(2026, 11, 28), Fate.HELD),
        (Updates.DAILY, True, False, date(2026, 11, 23), Fate.AT_ONCE),
        (Updates.WEEKLY, True, True, None, Fate.HELD),
        # the next email is on 30 November: what is needed by the days after that cannot wait for it either
        (Updates.WEEKLY, True, True, date(2026, 12, 2), Fate.AT_ONCE),
        (Updates.WEEKLY, True, True, date(2026, 12, 3), Fate.HELD),
        (Updates.AT_ONCE, True, True, None, Fate.AT_ONCE),
        (Updates.OFF, True, True, None, Fate.NOT_SENT),
        (Updates.OFF, True, True, date(2026, 11, 24), Fate.NOT_SENT),
        (Updates.OFF, True, False, None, Fate.HELD),
        (Updates.OFF, True, False, date(2026, 11, 25), Fate.AT_ONCE),
        (Updates.OFF, False, False, None, Fate.AT_ONCE),
        (Updates.WEEKLY, False, False, None, Fate.AT_ONCE),
    ],
)
def test_what_becomes_of_an_email(
    updates: Updates, can_wait: bool, can_stop: bool, needed_by: date | None, becomes: Fate
) -> None:
    assert fate(updates, needed_by, can_wait=can_wait, can_stop=can_stop) == becomes


@pytest.mark.parametrize(
    ("updates", "today", "following"),
    [
        (Updates.DAILY, TUESDAY, date(2026, 11, 25)),
        (Updates.WEEKLY, TUESDAY, MONDAY),
        (Updates.WEEKLY, date(2026, 11, 29), MONDAY),
        (Updates.WEEKLY, MONDAY, date(2026, 12, 7)),
    ],
)
def test_the_next_email_that_collects(updates: Updates, today: date, following: date) -> None:
    assert next_collected_on(updates, today) == following


@given(updates=st.sampled_from(Updates), today=st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_the_next_one_is_a_day_of_such_an_email_and_none_is_passed_over(
    updates: Updates, today: date
) -> None:
    following = next_collected_on(updates, today)
    assert today < following <= today + timedelta(days=7)
    assert is_collected_on(updates, following)
    between = [today + timedelta(days=number) for number in range(1, (following - today).days)]
    assert not any(is_collected_on(updates, day) for day in between)


@given(
    updates=st.sampled_from(Updates),
    can_stop=st.booleans(),
    days=st.integers(-10, 30),
    today=st.dates(date(2020, 1, 1), date(2100, 1, 1)),
)
def test_nothing_is_held_beyond_the_days_before_it_is_needed(
    updates: Updates, can_stop: bool, days: int, today: date
) -> None:
    needed_by = today + timedelta(days=days)
    becomes = fate_of(can_wait=True, can_stop=can_stop, updates=updates, needed_by=needed_by, today=today)
    if becomes == Fate.HELD:
        assert next_collected_on(updates, today) + NEAR <= needed_by
    if not can_stop:
        assert becomes != Fate.NOT_SENT
