"""S2: what a copy carries over to the next year, and two versions side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.names import MAX_KEY, key_of
from supplement.rules.schemes import (
    Instalment,
)
from supplement.rules.side_by_side import merged, side_by_side
from supplement.rules.years import (
    a_year_later,
    end_a_year_later,
    moved_a_year,
    next_years_name,
)
from tests.supplement.test_scheme_rules import PERIOD

# --- the next year ------------------------------------------------------------------------------------------


def test_s2_a_copy_moves_every_day_and_keeps_its_key() -> None:
    later = moved_a_year(replace(PERIOD, name="Summer 2027"))
    assert (later.key, later.name, later.starts_on, later.ends_on) == (
        "summer",
        "Summer 2028",
        date(2028, 4, 1),
        date(2028, 9, 1),
    )
    assert later.instalments[1] == Instalment(date(2028, 8, 16), 40)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_s2_a_year_later_is_the_same_day_and_an_end_follows_its_last_day(day: date) -> None:
    later = a_year_later(day)
    assert later.year == day.year + 1
    assert (later.month, later.day) in {(day.month, day.day), (2, 28)}
    assert end_a_year_later(day) > later.replace(day=1) if day.day > 1 else True


def test_s2_the_last_day_of_february_stays_the_last() -> None:
    assert a_year_later(date(2028, 2, 29)) == date(2029, 2, 28)
    assert end_a_year_later(date(2027, 3, 1)) == date(2028, 2, 29)
    assert end_a_year_later(date(2028, 4, 1)) == date(2029, 4, 1)


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("Autumn 2026", "Autumn 2027"),
        ("Supplement 2026 to 2027", "Supplement 2027 to 2028"),
        ("2026/27", "2027/28"),
        ("2026-27 and 99", "2027-28 and 99"),
        ("1999/00", "2000/01"),
        ("Term 3", "Term 3"),
        ("Room 12/13", "Room 12/13"),
        ("Nr 20261", "Nr 20261"),
        ("", ""),
    ],
)
def test_s2_a_name_moves_its_years(name: str, later: str) -> None:
    assert next_years_name(name) == later


def test_s2_keys_are_made_of_names_and_are_never_twice() -> None:
    assert key_of("Each member of staff", ()) == "each-member-of-staff"
    assert key_of("Each member of staff", {"each-member-of-staff"}) == "each-member-of-staff-2"
    assert key_of("Élan, 2 – 3", ()) == "elan-2-3"
    assert key_of("日本", {"part"}) == "part-2"


@given(st.text(max_size=200), st.sets(st.sampled_from(["part", "a", "a-2"])))
def test_s2_every_name_has_a_key(name: str, taken: set[str]) -> None:
    key = key_of(name, taken)
    assert key not in taken
    assert 0 < len(key) <= MAX_KEY


# --- side by side -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("abc", "abc", "abc"),
        ("abc", "ac", "abc"),
        ("xab", "ab", "xab"),
        ("ab", "", "ab"),
        ("", "ab", "ab"),
        ("axyb", "ab", "axyb"),
    ],
)
def test_s2_what_one_version_has_alone_stands_in_its_place(first: str, second: str, together: str) -> None:
    assert "".join(merged(list(first), list(second))) == together


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_s2_nothing_of_two_versions_is_lost_or_shown_twice(first: list[str], second: list[str]) -> None:
    together = merged(first, second)
    assert sorted(together) == sorted(set(first) | set(second))
    assert [key for key in together if key in second] == second


def test_s2_side_by_side_says_what_differs() -> None:
    from types import SimpleNamespace as Thing

    def part(key: str, **words: str) -> Thing:
        lines = [Thing(key=name, label=name, words=text) for name, text in words.items()]
        return Thing(key=key, title=key, lines=lines)

    both = side_by_side(
        [part("a", x="1", y="2"), part("gone", z="3")], [part("a", x="1", y="4"), part("new", w="5")]
    )
    assert [(p.title, p.differs) for p in both] == [("a", True), ("gone", True), ("new", True)]
    assert [(line.first, line.second, line.differs) for line in both[0].lines] == [
        ("1", "1", False),
        ("2", "4", True),
    ]
    assert [(line.first, line.second) for p in both[1:] for line in p.lines] == [("3", None), (None, "5")]
