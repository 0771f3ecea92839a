"""S8: what lines of an approved run would come to by corrected numbers. No database."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplement.rules.calculation import calculate
from supplement.rules.corrections import (
    Brought,
    Corrected,
    corrected_lines,
    left_out_lines,
    refusals_to_agree,
    refusals_to_take_back,
)
from supplement.rules.facts import CollaborationFacts
from supplement.rules.schemes import Basis, Component, Pot
from supplement.rules.snapshot import Unreadable, Went, snapshot, went_into
from tests.supplement.facts import group, group_of, member, terms

BEFORE = (group_of(9, 4, 1), group_of(2, 2, 2, id=2))


def went(*facts: CollaborationFacts, **more: Any) -> Went:
    return went_into(snapshot(calculate(terms(**more), facts), facts).text)


def now(*facts: CollaborationFacts) -> list[CollaborationFacts]:
    return list(facts)


def test_s8_only_the_line_of_a_corrected_number_differs() -> None:
    found = corrected_lines(went(*BEFORE), now(group_of(9, 6, 1), BEFORE[1]))
    assert found == [Corrected(1, 101, "a_head", 4, 6, 2_500)]
    assert corrected_lines(went(*BEFORE), BEFORE) == []
    assert corrected_lines(went(*BEFORE), []) == []


def test_s8_a_number_that_was_taken_back_takes_back_its_money() -> None:
    less = group(member(100, 9), member(101, None), member(102, 1))
    assert corrected_lines(went(*BEFORE), [less]) == [Corrected(1, 101, "a_head", 4, 0, -5_000)]
    more = went(group(member(1, None), member(2, 3)))
    assert corrected_lines(more, [group(member(1, 2), member(2, 3))]) == [
        Corrected(1, 1, "a_head", 0, 2, 2_500)
    ]


def test_s8_who_was_a_member_stays_as_it_was() -> None:
    moved = replace(group_of(9, 4, 1).members[0], provider_type="childminder", heads=9)
    assert corrected_lines(went(*BEFORE), [group(moved)]) == []


def test_s8_with_a_pot_everybody_is_calculated_with_the_others_as_they_were() -> None:
    [found] = corrected_lines(went(*BEFORE, pot=Pot(10_000, 0)), [group_of(9, 6, 1)])
    assert (found.membership_id, found.was, found.now) == (101, 4, 6)
    assert 0 < found.pence < 2_500


def test_s8_a_shared_sum_is_a_pot_too() -> None:
    shared = Component("pot", "A pot", Basis.POT, Decimal(0), sum_pence=10_000)
    facts = (group_of(1, 1, id=1), group_of(2, id=2))
    kept = went_into(snapshot(calculate(terms(shared), facts), facts).text)
    found = corrected_lines(kept, [group_of(3, 1, id=1)])
    assert found[0].pence == 2_500  # 3 of 6 instead of 1 of 4


def test_s8_what_is_no_snapshot_is_refused() -> None:
    with pytest.raises(Unreadable):
        went_into("{}")


# --- who was left out, or was in it wrongly -------------------------------------------------------------------


def test_s8_who_was_left_out_is_brought_in_with_everything_else_as_it_was() -> None:
    later = [group_of(9, 4, 1, 6), BEFORE[1]]
    assert left_out_lines(went(*BEFORE), later) == [Brought(1, 103, "a_head", 7_500)]
    assert left_out_lines(went(*BEFORE), BEFORE) == []
    assert left_out_lines(went(*BEFORE), []) == []
    assert left_out_lines(went(*BEFORE), [group_of(9, 4, 1, 0)]) == []


def test_s8_with_a_pot_who_is_brought_in_shares_it_with_the_others() -> None:
    [found] = left_out_lines(went(*BEFORE, pot=Pot(10_000, 0)), [group_of(9, 4, 1, 6)])
    assert (found.membership_id, 0 < found.pence < 7_500) == (103, True)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=5), st.integers(1, 40))
def test_s8_bringing_in_whoever_was_left_out_is_what_the_run_would_have_come_to(
    before: list[int], late: int
) -> None:
    kept, whole = went(group_of(*before)), [group_of(*before, late)]
    brought = sum(row.pence for row in left_out_lines(kept, whole))
    assert calculate(terms(), [group_of(*before)]).pence + brought == calculate(terms(), whole).pence


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, ""),
        ({"cause": "recovery"}, "needs nobody"),
        ({"is_taken_back": True}, "was taken back"),
        ({"by": 1}, "You added this correction"),
    ],
)
def test_s8_a_second_person_agrees(facts: dict[str, Any], why: str) -> None:
    values = {"cause": "left_out", "added_by": 1, "by": 2, "is_taken_back": False, **facts}
    found = refusals_to_agree(**values)
    assert len(found) == bool(why)
    assert why in " ".join(str(row.reason) for row in found)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, ""),
        ({"is_taken_back": True}, "was taken back"),
        ({"is_approved": True}, "An approved run carries"),
        ({"is_share": True}, "share of a setting that left"),
    ],
)
def test_s8_what_can_be_taken_back(facts: dict[str, bool], why: str) -> None:
    values = {"is_taken_back": False, "is_approved": False, "is_share": False, **facts}
    found = refusals_to_take_back(**values)
    assert len(found) == bool(why)
    assert why in " ".join(str(row.reason) for row in found)
