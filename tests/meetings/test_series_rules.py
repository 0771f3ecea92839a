"""G7 and W1: the days of a year's series, what they avoid, and what clashes. No database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import Span
from meetings.rules.bank_holidays import bank_holidays
from meetings.rules.clock import instant_of
from meetings.rules.holidays import Holiday
from meetings.rules.series import (
    LAST,
    DayOfMonth,
    Engagement,
    NthWeekday,
    SeriesPlan,
    pattern_of,
    proposed_days,
    wanted_days,
    why_not,
)

MONDAY, TUESDAY, SATURDAY = 0, 1, 5
SECOND_TUESDAY = NthWeekday(2, TUESDAY)
SUMMER = Holiday("Summer holiday", Span(date(2027, 7, 22), date(2027, 9, 2)))


def plan(number: int = 3, first_on: date = date(2026, 9, 1), **values: object) -> SeriesPlan:
    usual = {"pattern": SECOND_TUESDAY, "at": time(16), "minutes": 90, "bank_holidays": {}}
    return SeriesPlan(number, first_on, **usual | values)  # type: ignore[arg-type]


# --- bank holidays ------------------------------------------------------------------------------------------


def test_g7_bank_holidays_are_those_that_gov_uk_lists() -> None:
    """https://www.gov.uk/bank-holidays, England and Wales, without weekends."""
    days = {day: name for day, name in bank_holidays([2026, 2027]).items() if day.weekday() < SATURDAY}
    assert days == {
        date(2026, 1, 1): "New Year’s Day",
        date(2026, 4, 3): "Good Friday",
        date(2026, 4, 6): "Easter Monday",
        date(2026, 5, 4): "Early May bank holiday",
        date(2026, 5, 25): "Spring bank holiday",
        date(2026, 8, 31): "Summer bank holiday",
        date(2026, 12, 25): "Christmas Day",
        date(2026, 12, 28): "Boxing Day (substitute day)",
        date(2027, 1, 1): "New Year’s Day",
        date(2027, 3, 26): "Good Friday",
        date(2027, 3, 29): "Easter Monday",
        date(2027, 5, 3): "Early May bank holiday",
        date(2027, 5, 31): "Spring bank holiday",
        date(2027, 8, 30): "Summer bank holiday",
        date(2027, 12, 27): "Christmas Day (substitute day)",
        date(2027, 12, 28): "Boxing Day (substitute day)",
    }


def test_g7_a_day_granted_once_is_known() -> None:
    assert bank_holidays([2023])[date(2023, 5, 8)] == "Coronation of Charles III"


# --- the pattern --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "month", "day"),
    [
        (SECOND_TUESDAY, date(2026, 9, 30), date(2026, 9, 8)),
        (NthWeekday(1, MONDAY), date(2027, 2, 1), date(2027, 2, 1)),
        (NthWeekday(4, 6), date(2027, 2, 1), date(2027, 2, 28)),
        (NthWeekday(LAST, TUESDAY), date(2026, 12, 1), date(2026, 12, 29)),
        (NthWeekday(LAST, 3), date(2026, 12, 1), date(2026, 12, 31)),
        (DayOfMonth(15), date(2027, 2, 1), date(2027, 2, 15)),
        (DayOfMonth(31), date(2027, 2, 1), date(2027, 2, 28)),
        (DayOfMonth(31), date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_g7_the_day_of_a_pattern(pattern: NthWeekday | DayOfMonth, month: date, day: date) -> None:
    assert pattern.day_in(month) == day


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_g7_a_first_day_suggests_a_pattern_that_it_is_of(day: date) -> None:
    assert pattern_of(day).day_in(day) == day


@pytest.mark.parametrize(
    ("number", "first_on", "pattern", "days"),
    [
        (3, date(2026, 9, 1), SECOND_TUESDAY, [date(2026, 9, 8), date(2027, 1, 12), date(2027, 5, 11)]),
        (1, date(2026, 9, 9), SECOND_TUESDAY, [date(2026, 10, 13)]),  # September's has passed
        (2, date(2026, 9, 8), SECOND_TUESDAY, [date(2026, 9, 8), date(2027, 3, 9)]),
        (
            5,
            date(2026, 9, 15),
            DayOfMonth(15),
            [date(2026, 9, 15), date(2026, 11, 15), date(2027, 1, 15), date(2027, 4, 15), date(2027, 6, 15)],
        ),
        (0, date(2026, 9, 8), SECOND_TUESDAY, []),
    ],
)
def test_g7_so_many_days_a_year(
    number: int, first_on: date, pattern: NthWeekday | DayOfMonth, days: list[date]
) -> None:
    assert wanted_days(plan(number, first_on, pattern=pattern)) == days


def test_g7_more_than_twelve_a_year_are_counted_in_weeks() -> None:
    days = wanted_days(plan(26, date(2026, 9, 3)))
    assert days[:3] == [date(2026, 9, 8), date(2026, 9, 22), date(2026, 10, 6)]
    assert len(days) == 26
    assert wanted_days(plan(13, date(2026, 9, 3), pattern=DayOfMonth(3)))[:2] == [
        date(2026, 9, 3),
        date(2026, 10, 1),
    ]
    assert len(wanted_days(plan(99, date(2026, 9, 3)))) == 52


# --- what is avoided ----------------------------------------------------------------------------------------


def shown(days_of: SeriesPlan) -> list[tuple[date, date, str | None]]:
    return [
        (day.wanted_on, day.on, day.avoided and str(day.avoided))  # type: ignore[misc]
        for day in proposed_days(days_of)
    ]


def test_g7_a_bank_holiday_gives_way_to_the_same_weekday_and_says_so() -> None:
    first_monday = plan(
        1, date(2026, 5, 1), pattern=NthWeekday(1, MONDAY), bank_holidays=bank_holidays([2026])
    )
    why = "4 May 2026 is a bank holiday: Early May bank holiday."
    assert shown(first_monday) == [(date(2026, 5, 4), date(2026, 5, 11), why)]


def test_g7_a_weekend_gives_way_to_the_nearest_weekday() -> None:
    saturday = plan(1, date(2026, 8, 1), pattern=DayOfMonth(15))
    assert shown(saturday) == [(date(2026, 8, 15), date(2026, 8, 14), "15 August 2026 is a Saturday.")]
    sunday = plan(1, date(2026, 11, 1), pattern=DayOfMonth(15))
    assert shown(sunday) == [(date(2026, 11, 15), date(2026, 11, 16), "15 November 2026 is a Sunday.")]


def test_g7_of_two_days_as_near_it_is_the_later() -> None:
    wednesday = date(2026, 9, 16)
    year = plan(1, pattern=DayOfMonth(16), bank_holidays={wednesday: "A wedding"})
    assert shown(year) == [(wednesday, date(2026, 9, 17), "16 September 2026 is a bank holiday: A wedding.")]


def test_g7_nothing_is_proposed_before_the_first_day() -> None:
    saturday = plan(1, date(2026, 8, 15), pattern=DayOfMonth(15))
    assert [on for _wanted, on, _why in shown(saturday)] == [date(2026, 8, 17)]


def test_g7_a_group_that_chose_saturdays_has_them() -> None:
    saturdays = plan(2, pattern=NthWeekday(1, SATURDAY))
    assert [on for _wanted, on, _why in shown(saturdays)] == [date(2026, 9, 5), date(2027, 3, 6)]


def test_g7_school_holidays_are_avoided_to_the_nearer_side() -> None:
    august = plan(1, date(2027, 8, 1), school_holidays=(SUMMER,))
    why = "10 August 2027 is in the school holidays: Summer holiday."
    assert shown(august) == [(date(2027, 8, 10), date(2027, 9, 7), why)]
    late_july = plan(1, date(2027, 7, 1), pattern=NthWeekday(LAST, TUESDAY), school_holidays=(SUMMER,))
    assert [on for _wanted, on, _why in shown(late_july)] == [date(2027, 7, 20)]


def test_g7_two_meetings_never_share_a_day() -> None:
    """Those of July and August both give way to September's side; each has a day of its own."""
    year = plan(12, date(2026, 10, 1), pattern=NthWeekday(4, TUESDAY), school_holidays=(SUMMER,))
    days = [on for _wanted, on, _why in shown(year)]
    assert days[-3:] == [date(2027, 7, 20), date(2027, 9, 7), date(2027, 9, 28)]
    assert days == sorted(set(days))


def test_g7_a_day_behind_the_meeting_before_says_why_it_is_later() -> None:
    closed = Holiday("Refurbishment", Span(date(2026, 9, 8), date(2026, 9, 22)))
    weekly = plan(52, date(2026, 9, 8), school_holidays=(closed,))
    days = proposed_days(weekly)
    assert [day.on for day in days[:3]] == [date(2026, 9, 22), date(2026, 9, 29), date(2026, 10, 6)]
    assert str(days[2].avoided) == "The meeting before it is on or after 22 September 2026."


def test_g7_where_no_day_is_near_enough_none_is_proposed() -> None:
    closed = Holiday("Closed", Span(date(2026, 1, 1), date(2027, 1, 1)))
    assert shown(plan(1, school_holidays=(closed,))) == []


# --- what clashes -------------------------------------------------------------------------------------------


def engagement(day: date, begins: time, ends: time, title: str = "Leaders’ Day") -> Engagement:
    return Engagement(datetime.combine(day, begins), datetime.combine(day, ends), title, 2)


def test_g7_clashes_are_shown_and_move_nothing() -> None:
    on = date(2026, 9, 8)
    at_once = engagement(on, time(17, 29), time(18))
    before = engagement(on, time(14), time(16))
    after = engagement(on, time(17, 30), time(18), "Visit")
    another_day = engagement(on + timedelta(days=1), time(16), time(17))
    (day,) = proposed_days(plan(1, engagements=(after, another_day, before, at_once)))
    assert (day.on, day.starts_at) == (on, datetime(2026, 9, 8, 16))
    assert day.clashes == (at_once,)
    assert day.same_day == (before, after)


def test_g7_it_is_four_o_clock_before_and_after_the_clocks_change() -> None:
    days = proposed_days(plan(12))
    assert {day.starts_at.time() for day in days} == {time(16)}
    assert {instant_of(day.on, day.starts_at.time()).time() for day in days} == {time(15), time(16)}


PATTERNS = st.builds(NthWeekday, st.sampled_from([1, 2, 3, 4, LAST]), st.integers(0, 6)) | st.builds(
    DayOfMonth, st.integers(1, 31)
)
SPANS = st.builds(
    lambda start, days: Span(start, start + timedelta(days=days)),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(1, 45),
)


@given(
    st.integers(1, 52), st.dates(date(2026, 1, 1), date(2027, 1, 31)), PATTERNS, st.lists(SPANS, max_size=4)
)
def test_g7_every_proposed_day_suits_and_says_what_it_gave_way_to(
    number: int, first_on: date, pattern: NthWeekday | DayOfMonth, spans: list[Span]
) -> None:
    year = plan(
        number,
        first_on,
        pattern=pattern,
        bank_holidays=bank_holidays([2026, 2027]),
        school_holidays=tuple(Holiday("Holiday", span) for span in spans),
    )
    days = proposed_days(year)
    assert len(days) <= number
    assert [day.on for day in days] == sorted({day.on for day in days})
    for day in days:
        assert day.on >= first_on
        assert why_not(year, day.on) is None
        assert (day.avoided is None) is (day.on == day.wanted_on)
    otherwise = proposed_days(replace(year, school_holidays=year.school_holidays[::-1]))
    assert [day.on for day in otherwise] == [day.on for day in days]
