"""O7: what a load asks twice, and which day a file stands for."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted.rules.loads import day_in_name, doubts_about, month_of_layout

SUMMER, AUTUMN = date(2026, 6, 30), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("gone", "stay", "asked"),
    [
        (0, 0, False),
        (10, 0, False),
        (11, 0, True),
        (11, 99, False),
        (11, 98, True),
        (200, 1800, False),
        (201, 1799, True),
    ],
)
def test_o7_many_settings_gone_are_asked_about(gone: int, stay: int, asked: bool) -> None:
    """More than ten, and more than a tenth of those listed before."""
    counts = {"vanished": gone, "unchanged": stay}
    doubts = doubts_about(counts, listed_on=AUTUMN, newest=SUMMER)
    assert [doubt.code for doubt in doubts] == (["many_gone"] if asked else [])


@pytest.mark.parametrize(
    ("listed_on", "newest", "asked"),
    [
        (SUMMER, AUTUMN, True),
        (AUTUMN, AUTUMN, False),
        (AUTUMN, SUMMER, False),
        (SUMMER, None, False),
        (None, AUTUMN, False),
    ],
)
def test_o7_an_older_file_is_asked_about(listed_on: date | None, newest: date | None, asked: bool) -> None:
    doubts = doubts_about({}, listed_on=listed_on, newest=newest)
    assert [doubt.code for doubt in doubts] == (["older"] if asked else [])


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ofsted_childcare_providers_2021-08-31_england.csv.gz", date(2021, 8, 31)),
        ("providers.csv", None),
        ("providers_2021-13-31.csv", None),
        ("providers_2021-02-30.csv", None),
    ],
)
def test_o7_the_day_in_a_file_s_name(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("layout", "month"), [("2026-06", date(2026, 6, 1)), ("2026-13", None), ("another", None)]
)
def test_a_layout_bears_its_first_month(layout: str, month: date | None) -> None:
    assert month_of_layout(layout) == month
