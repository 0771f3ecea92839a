"""C7 of many members: rates in whole numbers, and groups that have not met for a term. No database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.rates import TERM, Rate, added, has_not_met

ON = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("held", "attended", "percent"),
    [(0, 0, None), (1, 0, 0), (1, 1, 100), (3, 2, 66), (1000, 799, 79), (1000, 800, 80), (7, 7, 100)],
)
def test_c7_a_rate_is_never_rounded_up(held: int, attended: int, percent: int | None) -> None:
    assert Rate(held, attended).percent == percent


@pytest.mark.parametrize(
    ("held", "attended", "threshold", "is_enough"),
    [(5, 4, 80, True), (9, 7, 80, False), (0, 0, 80, True), (9, 0, None, True)],
)
def test_c7_whole_numbers_decide(held: int, attended: int, threshold: int | None, is_enough: bool) -> None:
    assert Rate(held, attended).passes(threshold) is is_enough


COUNTS = st.integers(0, 1000)


@given(st.lists(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS), max_size=5))
def test_c7_the_parts_add_up_to_the_whole(parts: list[tuple[int, int, int, int]]) -> None:
    total = Rate()
    for part in parts:
        total = added(total, Rate(*part))
    assert total == Rate(*(sum(part[place] for part in parts) for place in range(4)))


@pytest.mark.parametrize(
    ("last_met", "started_on", "quiet"),
    [
        (None, ON - TERM, False),
        (None, ON - TERM - timedelta(days=1), True),
        (ON - TERM, date(2020, 9, 1), False),
        (ON - TERM - timedelta(days=1), date(2020, 9, 1), True),
        (ON, date(2020, 9, 1), False),
        # recorded of a day before the group began
        (date(2020, 1, 1), ON - timedelta(days=3), False),
    ],
)
def test_a_group_has_not_met_for_a_term(last_met: date | None, started_on: date, quiet: bool) -> None:
    assert has_not_met(last_met=last_met, started_on=started_on, on=ON) is quiet
