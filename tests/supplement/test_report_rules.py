"""S11: the arithmetic of the reports. No database."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplement.rules.criteria import Kind
from supplement.rules.reports import (
    Asked,
    Ceiling,
    failures_of_groups,
    failures_of_members,
    is_redacted,
    rates_by_year,
    share_in_tenths,
    tenths_in_words,
)
from supplement.rules.schemes import Basis, Component, Filter, Measure


def asked(kind: Kind, setting: str, failed: int, number: int) -> list[Asked]:
    return [Asked(kind, setting, place < failed) for place in range(number)]


@pytest.mark.parametrize(
    ("cells", "told", "all_told"),
    [
        ({"nursery": (6, 20), "childminder": (7, 30)}, {"nursery", "childminder"}, True),
        ({"nursery": (0, 3), "childminder": (7, 30)}, {"nursery", "childminder"}, True),
        ({"nursery": (4, 20), "childminder": (7, 30)}, {"childminder"}, False),
        ({"nursery": (17, 20), "childminder": (7, 30)}, {"childminder"}, False),  # three alone did not fail
        ({"nursery": (4, 20), "school": (3, 20)}, set(), True),  # 7 of 40 tell of nobody
        ({"nursery": (1, 20), "school": (2, 20)}, set(), False),
    ],
)
def test_s11_small_numbers_are_told_neither_by_kind_nor_by_the_total(
    cells: dict[str, tuple[int, int]], told: set[str], all_told: bool
) -> None:
    rows = [row for setting, numbers in cells.items() for row in asked(Kind.RETURN, setting, *numbers)]
    [found] = failures_of_members(rows)
    assert {setting for setting, cell in found.by_setting if cell.is_told} == told
    assert found.all.is_told is all_told
    assert (found.all.failed, found.all.asked) == tuple(map(sum, zip(*cells.values(), strict=True)))


@given(
    st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1)
)
def test_s11_what_is_not_told_cannot_be_worked_out(numbers: dict[str, tuple[int, int]]) -> None:
    cells = {setting: (failed, failed + others) for setting, (failed, others) in numbers.items()}
    rows = [row for setting, part in cells.items() for row in asked(Kind.RETURN, setting, *part)]
    for found in failures_of_members(rows):
        hidden = [cell for _setting, cell in found.by_setting if not cell.is_told]
        if found.all.is_told and hidden:
            assert len(hidden) > 1
            assert sum(cell.failed for cell in hidden) >= 5


def test_s11_of_groups_everything_is_told_in_the_order_of_the_criteria() -> None:
    rows = [
        *asked(Kind.PLAN, "", 1, 4),
        *asked(Kind.MEETINGS, "", 0, 4),
        *asked(Kind.ACTIVE_MEMBERS, "", 4, 4),
    ]
    found = failures_of_groups(rows)
    assert [(row.kind, row.all.failed, row.all.tenths) for row in found] == [
        (Kind.ACTIVE_MEMBERS, 4, 1000),
        (Kind.PLAN, 1, 250),
        (Kind.MEETINGS, 0, 0),
    ]


@pytest.mark.parametrize(
    ("part", "whole", "tenths", "words"),
    [
        (0, 100, 0, "0%"),
        (1, 3, 333, "33.3%"),
        (2, 3, 667, "66.7%"),
        (1, 2000, 1, "0.1%"),  # half a tenth goes up
        (1, 2001, 0, "0%"),
        (12, 100, 120, "12%"),
        (-1, 3, -333, "-33.3%"),
        (-1, 300, -3, "-0.3%"),
        (3, 2, 1500, "150%"),
        (1, 0, None, "–"),
    ],
)
def test_s11_a_share_is_whole_tenths_of_a_per_cent(
    part: int, whole: int, tenths: int | None, words: str
) -> None:
    assert share_in_tenths(part, whole) == tenths
    assert tenths_in_words(tenths) == words


@pytest.mark.parametrize(
    ("approved", "planned", "most", "left", "tenths", "is_exceeded"),
    [
        (100_000, 1_000_000, 120_000, 20_000, 100, False),
        (120_000, 1_000_000, 120_000, 0, 120, False),
        (120_001, 1_000_000, 120_000, -1, 120, True),
        (500, 999, 119, -381, 501, True),
        (500, None, None, None, None, False),
    ],
)
def test_s11_the_total_stands_beside_the_ceiling(
    approved: int,
    planned: int | None,
    most: int | None,
    left: int | None,
    tenths: int | None,
    is_exceeded: bool,
) -> None:
    ceiling = Ceiling(approved, planned, 12)
    assert (ceiling.most_pence, ceiling.left_pence, ceiling.tenths) == (most, left, tenths)
    assert ceiling.is_exceeded is is_exceeded


@pytest.mark.parametrize(
    ("approved", "words"), [(0, "0%"), (1, "<0.1%"), (50, "0.1%"), (-1, "<0.1%"), (12_300, "12.3%")]
)
def test_s11_a_share_that_is_little_is_not_called_nothing(approved: int, words: str) -> None:
    assert Ceiling(approved, 100_000, 12).share == words


def component(key: str, rate: str, basis: Basis = Basis.HEADS) -> Component:
    return Component(
        key=key, name=f"{key} {rate}", basis=basis, rate=Decimal(rate), sum_pence=0, measure=Measure.HEADS,
        tiers=(), only=Filter(), member_cap_pence=None, collaboration_cap_pence=None,
    )  # fmt: skip


def test_s11_rates_of_a_component_over_the_years() -> None:
    years = [
        [component("heads", "10"), component("gone", "5")],
        [component("heads", "12.50"), component("pot", "0", Basis.POT)],
        [component("heads", "12.00"), component("new", "1.2345")],
    ]
    rows = {row.key: row for row in rates_by_year(years)}
    assert set(rows) == {"gone", "heads", "new"}  # a pot has no rate
    heads = rows["heads"]
    assert heads.rates == (Decimal("10"), Decimal("12.50"), Decimal("12.00"))
    assert (heads.name, heads.change, heads.tenths) == ("heads 12.00", Decimal("-0.50"), -40)
    assert (rows["gone"].rates, rows["gone"].change) == ((Decimal(5), None, None), None)
    assert (rows["new"].change, rows["new"].tenths) == (None, None)


def test_s11_a_rate_of_another_basis_is_not_compared() -> None:
    [row] = rates_by_year([[component("a", "10")], [component("a", "20", Basis.FTE)]])
    assert (row.rates, row.change) == ((Decimal(10), Decimal(20)), None)
    assert rates_by_year([]) == []
    [alone] = rates_by_year([[component("a", "10")]])
    assert alone.change is None
    [from_nothing] = rates_by_year([[component("a", "0")], [component("a", "1")]])
    assert (from_nothing.change, from_nothing.tenths) == (Decimal(1), None)


@pytest.mark.parametrize(
    ("kind", "kept_back"), [("childminder", True), ("home", True), ("group", False), ("", False)]
)
def test_s11_the_published_sheet_names_no_person(kind: str, kept_back: bool) -> None:
    assert is_redacted(kind) is kept_back
