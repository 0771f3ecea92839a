"""School holidays, and the one rule of days on which schools are closed: G7, without a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.dates import Span
from meetings.rules.bank_holidays import bank_holidays_of
from meetings.rules.holidays import (
    LONGEST_DAYS,
    MAX_NAME,
    Holiday,
    holidays_in,
    is_asked,
    may_keep,
    why_closed,
)

HALF_TERM = Holiday("Autumn half term", Span(date(2026, 10, 26), date(2026, 10, 31)))
EARLY_MAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (EARLY_MAY, "4 May 2026 is a bank holiday: Early May bank holiday."),
        (date(2026, 10, 26), "26 October 2026 is in the school holidays: Autumn half term."),
        (date(2026, 10, 30), "30 October 2026 is in the school holidays: Autumn half term."),
        (date(2026, 10, 31), None),
        (date(2026, 10, 25), None),
    ],
)
def test_g7_a_closed_day_is_said_by_its_name(day: date, said: str | None) -> None:
    why = why_closed(day, bank_holidays=bank_holidays_of(2026), school_holidays=[HALF_TERM])
    assert (None if why is None else str(why)) == said


@pytest.mark.parametrize(
    ("day", "before", "asked"),
    [
        (EARLY_MAY, None, True),
        (EARLY_MAY, EARLY_MAY, False),
        (EARLY_MAY, date(2026, 5, 5), True),
        (date(2026, 4, 20), None, True),
        (date(2026, 4, 19), None, False),
    ],
)
def test_g7_it_is_asked_of_a_new_day_that_is_not_over(day: date, before: date | None, asked: bool) -> None:
    assert is_asked(day, before=before, today=date(2026, 4, 20)) is asked


def span(first: date, last: date) -> Span:
    return Span(first, last + timedelta(days=1))


@pytest.mark.parametrize(
    ("of", "field", "words"),
    [
        (span(date(2026, 10, 31), date(2026, 11, 1)), None, ""),
        (span(date(2026, 10, 25), date(2026, 10, 25)), None, ""),
        (
            span(date(2026, 10, 30), date(2026, 11, 1)),
            "starts_on",
            "“Autumn half term” has some of these days",
        ),
        (span(date(2026, 11, 2), date(2026, 11, 1)), "ends_on", "the same as or after the first day"),
        (span(date(2026, 7, 1), date(2026, 7, 1) + timedelta(days=LONGEST_DAYS - 1)), None, ""),
        (
            span(date(2026, 7, 1), date(2026, 7, 1) + timedelta(days=LONGEST_DAYS)),
            "ends_on",
            "at most 70 days",
        ),
    ],
)
def test_g7_a_holiday_is_forwards_apart_and_of_a_likely_length(
    of: Span, field: str | None, words: str
) -> None:
    refusals = may_keep(Holiday("Other", of), [HALF_TERM])
    assert [refusal.field for refusal in refusals] == ([field] if field else [])
    assert all(words in str(refusal.reason) for refusal in refusals)


def test_g7_a_year_is_read_from_lines_and_from_cells() -> None:
    text = "Autumn half term, 26 October 2026, 30/10/2026\n\nChristmas\t21/12/2026\t2027-01-01\nA, B and C, 1/2/2027, 1/2/2027"
    found, wrong = holidays_in(text)
    assert wrong == []
    assert found == [
        HALF_TERM,
        Holiday("Christmas", Span(date(2026, 12, 21), date(2027, 1, 2))),
        Holiday("A, B and C", Span(date(2027, 2, 1), date(2027, 2, 2))),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Christmas", "Write the name, the first day and the last day"),
        ("Christmas, 21/12/2026", "Write the name, the first day and the last day"),
        ("Christmas, soon, 1/1/2027", "This is not a date"),
        (f"{'x' * (MAX_NAME + 1)}, 21/12/2026, 1/1/2027", "80 characters or fewer"),
        ("Christmas, 21/12/2026, 1/1/2026", "the same as or after the first day"),
        ("Other, 30/10/2026, 1/11/2026", "“Autumn half term” has some of these days"),
    ],
)
def test_g7_a_line_that_cannot_be_read_is_named(line: str, words: str) -> None:
    _found, wrong = holidays_in(f"Autumn half term, 26/10/2026, 30/10/2026\n{line}")
    assert [each.number for each in wrong] == [2]
    assert words in str(wrong[0].why)
