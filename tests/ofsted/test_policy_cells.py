"""O5: how a version of the leading policy is kept, compared and laid out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ofsted.rules.policy import ALL_CELLS, SHIPPED_CELLS, Cell, LeadingPolicy, Verdict
from ofsted.rules.policy_cells import differences, from_stored, in_lines, stored

policies = st.fixed_dictionaries({cell: st.sampled_from(Verdict) for cell in ALL_CELLS}).map(
    lambda cells: LeadingPolicy(4, cells)
)


@given(policies)
def test_o5_a_table_comes_back_as_it_was_kept(policy: LeadingPolicy) -> None:
    assert from_stored(4, stored(policy)) == policy


def test_o5_a_kept_table_can_be_read_without_this_program() -> None:
    kept = stored(LeadingPolicy.shipped())
    assert kept["report_card.rc_inclusion.4"] == "officer_decides"
    assert kept["legacy.overall.3"] == "below_line"
    assert len(kept) == len(ALL_CELLS)


def test_o5_a_line_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        from_stored(1, {"legacy.overall.9": "may_lead"})


@given(policies, policies)
def test_o5_the_comparison_names_each_line_that_differs(one: LeadingPolicy, other: LeadingPolicy) -> None:
    found = differences(one, other)
    assert {each.cell for each in found} == {
        cell for cell in ALL_CELLS if one.cells[cell] is not other.cells[cell]
    }
    assert all((each.one, each.other) == (one.cells[each.cell], other.cells[each.cell]) for each in found)


def test_o5_a_difference_is_named_in_words() -> None:
    strict = LeadingPolicy(2, {**SHIPPED_CELLS, Cell("rc_inclusion", 4): Verdict.BELOW_LINE})
    (each,) = differences(LeadingPolicy.shipped(), strict)
    assert (each.group, each.area, each.judgement) == ("Report card", "Inclusion", "Needs attention")


def test_o5_the_table_has_every_line_once() -> None:
    lines = [
        cell
        for group in in_lines(LeadingPolicy.shipped())
        for area in group.areas
        for cell, _word, _verdict in area.lines
    ]
    assert lines == list(ALL_CELLS)
