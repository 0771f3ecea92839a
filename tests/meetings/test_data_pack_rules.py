"""L4: what a data pack counts, and which numbers of the county a leader may be told. No database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.data_pack import (
    EVERYTHING,
    LEAST_TOLD,
    Asked,
    Member,
    Numbers,
    Told,
    is_many,
    numbers_by_group,
    numbers_of,
    told_of_county,
)

MEMBERS = [
    Member(1, 10, "good", held=4, attended=3),
    Member(1, 11, "report_card", held=4, attended=1, is_below=True),
    Member(1, 12, "not_inspected"),
    Member(2, 10, "good", held=2, attended=2),
]
ASKED = [Asked(1, 10, True), Asked(1, 11, False), Asked(2, 10, True)]


def test_l4_a_setting_in_two_groups_counts_once_in_the_county() -> None:
    county = numbers_of(MEMBERS, ASKED)
    assert county.members == 3
    assert dict(county.judged) == {"good": 1, "report_card": 1, "not_inspected": 1}
    assert (county.held, county.attended, county.counted, county.below) == (10, 6, 3, 1)
    assert county.percent == 60
    assert (county.asked, county.certified, county.missing) == (2, 1, 1)


def test_l4_each_group_has_its_own_numbers_and_none_is_left_out() -> None:
    found = numbers_by_group([3, 1, 2], [*MEMBERS, Member(9, 99, "good")], [*ASKED, Asked(9, 99, True)])
    assert list(found) == [3, 1, 2]
    assert found[3] == Numbers()
    assert found[3].percent is None
    assert (found[1].members, found[1].percent, found[1].missing) == (3, 50, 1)
    assert (found[2].members, found[2].percent, found[2].missing) == (1, 100, 0)


@pytest.mark.parametrize(
    ("part", "whole", "many"),
    [
        (0, 3, True),
        (1, 40, False),
        (4, 40, False),
        (5, 40, True),
        (5, 9, False),
        (5, 10, True),
        (40, 40, False),
    ],
)
def test_l4_a_part_of_fewer_than_five_or_all_but_fewer_is_not_told(part: int, whole: int, many: bool) -> None:
    assert is_many(part, whole) is many


def group(counted: int = 8, below: int = 0, asked: int = 8, certified: int = 8) -> Numbers:
    held = 3 if counted else 0
    return Numbers(
        members=8, counted=counted, held=held, attended=held, below=below, asked=asked, certified=certified
    )


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        ([group()] * 6, EVERYTHING),
        ([group()] * 5, Told(attendance=False, below=False, returns=False, missing=False)),  # four others
        ([group(), *[group(below=1)] * 4, group()], Told(below=False)),  # four settings of others
        ([group(), *[group(below=1)] * 5], EVERYTHING),
        ([group(), group(certified=7), *[group()] * 4], Told(missing=False)),
        ([group(), *[group(counted=0)] * 2, *[group()] * 4], Told(attendance=False, below=False)),
        ([group(), *[group(asked=0, certified=0)] * 2, *[group()] * 4], Told(returns=False, missing=False)),
    ],
)
def test_l4_what_a_leader_of_the_first_group_is_told(groups: list[Numbers], told: Told) -> None:
    assert told_of_county(dict(enumerate(groups)), [0]) == told


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12), st.sets(st.integers(0, 11)))
def test_l4_nothing_told_less_the_own_leaves_few_settings(
    parts: list[tuple[int, int]], own: set[int]
) -> None:
    """Whoever takes the own numbers away from what is told is left with nobody, or with five at least."""
    groups = {
        number: group(counted=below + fine, below=below, asked=below + fine, certified=fine)
        for number, (below, fine) in enumerate(parts)
    }
    told = told_of_county(groups, own)
    others = [numbers for number, numbers in groups.items() if number not in own]
    below = sum(numbers.below for numbers in others)
    rest = sum(numbers.counted for numbers in others) - below
    if told.below or told.missing:
        assert below == 0 or (below >= LEAST_TOLD and rest >= LEAST_TOLD)
    if told.attendance:
        assert sum(bool(numbers.counted) for numbers in others) >= LEAST_TOLD
