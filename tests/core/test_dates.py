"""Dates as people write them (core.forms.dates): every line of the table is something a person has typed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.forms.dates import DateProblem, date_from_parts, date_from_text

MARCH_27 = datetime.date(2026, 3, 27)


@pytest.mark.parametrize(
    ("day", "month", "year", "expected"),
    [
        ("27", "3", "2026", MARCH_27),
        ("27", "March", "26", MARCH_27),
        (" 27 ", "mar", "2026", MARCH_27),
        ("27th", "MARCH", "'26", MARCH_27),
        ("1", "Sept", "2026", datetime.date(2026, 9, 1)),
        ("01", "09", "2026", datetime.date(2026, 9, 1)),
        ("29", "2", "2028", datetime.date(2028, 2, 29)),
        ("31", "12", "69", datetime.date(2069, 12, 31)),
        ("31", "12", "70", datetime.date(1970, 12, 31)),
        ("", "", "", None),
        (" ", "", "", None),
    ],
)
def test_three_boxes(day: str, month: str, year: str, expected: datetime.date | None) -> None:
    assert date_from_parts(day, month, year) == expected


@pytest.mark.parametrize(
    ("day", "month", "year", "kind", "parts"),
    [
        ("27", "3", "", "missing", ("year",)),
        ("27", "", "", "missing", ("month", "year")),
        ("", "3", "2026", "missing", ("day",)),
        ("32", "3", "2026", "unreal", ("day",)),
        ("0", "3", "2026", "unreal", ("day",)),
        ("-1", "3", "2026", "unreal", ("day",)),
        ("27", "13", "2026", "unreal", ("month",)),
        ("27", "Ma", "2026", "unreal", ("month",)),
        ("27", "Marchember", "2026", "unreal", ("month",)),
        ("27", "Ju", "2026", "unreal", ("month",)),
        ("xx", "yy", "2026", "unreal", ("day", "month")),
        ("31", "4", "2026", "unreal", ("day", "month", "year")),
        ("29", "2", "2027", "unreal", ("day", "month", "year")),
        ("27", "3", "202", "year", ("year",)),
        ("27", "3", "20266", "year", ("year",)),
        ("27", "3", "1066", "unreal", ("year",)),
        ("27", "3", "२०२६", "unreal", ("year",)),
    ],
)
def test_three_boxes_that_make_no_date(
    day: str, month: str, year: str, kind: str, parts: tuple[str, ...]
) -> None:
    with pytest.raises(DateProblem) as caught:
        date_from_parts(day, month, year)
    assert (caught.value.kind, caught.value.parts) == (kind, parts)


@pytest.mark.parametrize(
    "text", ["27 March 26", "27/3/2026", "27.3.26", "2026-03-27", "27-03-2026", "  27th  march 2026 "]
)
def test_one_line(text: str) -> None:
    assert date_from_text(text) == MARCH_27


def test_an_empty_line_is_no_date() -> None:
    assert date_from_text("  ") is None


@pytest.mark.parametrize(
    "text", ["27 March", "March 2026 27", "27 3 2026 10", "tomorrow", "31/4/2026", "3/27/2026"]
)
def test_one_line_that_is_no_date(text: str) -> None:
    with pytest.raises(DateProblem):
        date_from_text(text)


@given(st.dates(min_value=datetime.date(1970, 1, 1), max_value=datetime.date(2069, 12, 31)))
def test_every_date_survives_each_way_of_writing_it(date: datetime.date) -> None:
    assert date_from_parts(str(date.day), str(date.month), str(date.year)) == date
    assert date_from_text(date.strftime("%d %B %y")) == date
    assert date_from_text(date.isoformat()) == date


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_nothing_that_is_typed_breaks_it(day: str, month: str, year: str) -> None:
    try:
        found = date_from_parts(day, month, year)
    except DateProblem:
        return
    assert found is None or isinstance(found, datetime.date)
