"""S6, C4, O2: a setting that was taken over keeps its line; a group that divided or merged is one until the
end.
"""

from datetime import date

import pytest

from supplement.rules.calculation import calculate
from supplement.rules.facts import Elsewhere, PlanShare
from supplement.rules.passing import carried_by_take_over, final_shares, of_claims
from supplement.rules.schemes import Counting, Twice
from tests.supplement.facts import LONG_AGO, group, member, terms

CHANGED = date(2026, 11, 1)


def lines_of(calculation) -> list[tuple[int, int, int, int]]:
    return [
        (line.collaboration_id, line.membership_id, line.provider_id, line.pence)
        for line in calculation.lines
    ]


@pytest.mark.parametrize("rule", Counting)
def test_s6_a_setting_that_was_taken_over_keeps_its_line(rule):
    before = member(1, 6, left_on=CHANGED, elsewhere=(Elsewhere(2, 1, CHANGED),))
    after = member(2, 8, joined_on=CHANGED, carried_from=1)
    calculation = calculate(terms(joiners=rule, leavers=rule), [group(after, before)])
    assert lines_of(calculation) == [(1, 1, 1001, 7500)]


def test_s6_its_number_is_that_of_the_count_date_or_of_the_first():
    september = date(2026, 9, 15)
    before = member(1, 6, left_on=september)
    after = member(2, 8, joined_on=september, carried_from=1)
    assert lines_of(calculate(terms(), [group(before, after)])) == [(1, 1, 1002, 10000)]
    late = member(1, 6, joined_on=CHANGED, left_on=date(2026, 12, 1))
    later = member(2, 8, joined_on=date(2026, 12, 1), carried_from=1)
    by_days = calculate(terms(joiners=Counting.DAYS, leavers=Counting.DAYS), [group(late, later)])
    assert lines_of(by_days) == [(1, 1, 1001, 3750)]


@pytest.mark.parametrize("rule", Counting)
def test_s6_a_group_that_divided_is_one_until_the_end_and_its_sum_goes_on_by_shares(rule):
    closed = group(
        member(1, 6, left_on=CHANGED), member(2, 3, left_on=CHANGED),
        id=1, passes_to=(PlanShare(2, 2), PlanShare(3, 1)),
    )  # fmt: skip
    one = group(member(3, 6, joined_on=CHANGED, carried_from=1), id=2)
    other = group(member(4, 3, joined_on=CHANGED, carried_from=2), id=3)
    calculation = calculate(terms(joiners=rule, leavers=rule), [other, closed, one])
    assert lines_of(calculation) == [(1, 1, 1001, 7500), (1, 2, 1002, 3750)]
    assert [(to.collaboration_id, to.pence) for to in calculation.results[0].recipients] == [
        (2, 7500),
        (3, 3750),
    ]


def test_s6_a_membership_that_is_carried_out_of_a_group_that_goes_on_is_its_own():
    open_group = group(member(1, 6, left_on=CHANGED), id=1)
    moved = group(member(2, 6, joined_on=CHANGED, carried_from=1), id=2)
    by_days = terms(joiners=Counting.DAYS, leavers=Counting.DAYS)
    assert lines_of(calculate(by_days, [open_group, moved])) == [(1, 1, 1001, 3750), (2, 2, 1002, 3750)]


def test_s6_what_is_carried_from_a_membership_that_is_not_there_is_its_own():
    assert lines_of(calculate(terms(), [group(member(3, 1, carried_from=99))])) == [(1, 3, 1003, 1250)]


def test_s6_of_two_that_carry_the_same_on_one_has_a_line_of_its_own():
    both = group(member(1, 6), member(2, 4, carried_from=1), member(3, 2, carried_from=1))
    assert lines_of(calculate(terms(), [both])) == [(1, 1, 1002, 5000), (1, 3, 1003, 2500)]


@pytest.mark.parametrize("chain", [{1: 1}, {1: 2, 2: 1}, {1: 3, 2: 1, 3: 2}])
def test_s6_a_circle_of_memberships_is_refused(chain):
    members = [member(one, 6, carried_from=other) for one, other in chain.items()]
    with pytest.raises(ValueError, match="carries itself on"):
        calculate(terms(), [group(*members)])


def test_s5_groups_elsewhere_stay_with_the_chain():
    first = member(
        1, 6, left_on=CHANGED, elsewhere=(Elsewhere(2, 1, CHANGED), Elsewhere(7, 9, date(2025, 1, 1)))
    )
    second = member(2, 6, joined_on=CHANGED, carried_from=1, elsewhere=(Elsewhere(7, 9, date(2025, 1, 1)),))
    (line,) = calculate(terms(), [group(first, second)]).lines
    assert (line.membership_id, line.pence) == (1, 7500)


@pytest.mark.parametrize("twice", Twice)
@pytest.mark.parametrize("rule", Counting)
def test_s5_a_setting_of_a_divided_group_and_of_another_is_paid_once(rule, twice):
    """Its membership of the group that divided goes on in a successor, and it is in group 9 as well."""
    before, after, besides = (
        Elsewhere(1, 1, LONG_AGO, CHANGED),
        Elsewhere(2, 2, CHANGED),
        Elsewhere(3, 9, LONG_AGO),
    )
    closed = group(
        member(1, 8, left_on=CHANGED, elsewhere=(after, besides)), id=1, passes_to=(PlanShare(2, 1),)
    )
    successor = group(member(2, 8, joined_on=CHANGED, carried_from=1, elsewhere=(before, besides)), id=2)
    other = group(member(3, 8, elsewhere=(before, after)), id=9)
    made_up = terms(joiners=rule, leavers=rule, twice=twice)
    paid = {line[0]: line[3] for line in lines_of(calculate(made_up, [closed, successor, other]))}
    assert sum(paid.values()) == 10000
    assert paid == ({1: 5000, 9: 5000} if twice is Twice.SPLIT else paid)


@pytest.mark.parametrize(
    ("left_on", "joined_on", "carried"),
    [
        (CHANGED, CHANGED, 1),
        (CHANGED, date(2026, 11, 2), None),
        (date(2026, 11, 2), CHANGED, None),
        (None, CHANGED, None),
    ],
)
def test_o2_a_take_over_without_gap_or_overlap_carries_the_line_on(left_on, joined_on, carried):
    before, after = member(1, left_on=left_on), member(2, joined_on=joined_on)
    links = [(before.provider_id, after.provider_id)]
    assert [each.carried_from for each in carried_by_take_over([before, after], links)] == [None, carried]
    assert carried_by_take_over([before, after], []) == (before, after)


def test_o2_what_carries_another_on_already_stays():
    before = member(1, left_on=CHANGED)
    moved = member(2, joined_on=CHANGED, carried_from=7)
    links = [(before.provider_id, moved.provider_id)]
    assert carried_by_take_over([before, moved], links) == (before, moved)


@pytest.mark.parametrize(
    ("went", "shares"),
    [
        ({1: {2: 2, 3: 1}}, {1: [(2, 2), (3, 1)]}),
        ({1: {2: 2, 3: 0}}, {1: [(2, 1)]}),
        ({1: {2: 0}}, {}),
        ({1: {2: 1, 3: 1}, 3: {4: 1, 5: 2}}, {1: [(2, 3), (4, 1), (5, 2)], 3: [(4, 1), (5, 2)]}),
        ({1: {3: 4}, 2: {3: 1}}, {1: [(3, 1)], 2: [(3, 1)]}),
        ({1: {2: 1}, 2: {3: 0}}, {1: [(2, 1)]}),
        ({}, {}),
    ],
)
def test_c4_a_sum_reaches_those_that_are_there_in_the_end(went, shares):
    found = {
        group: [(share.collaboration_id, share.parts) for share in rows]
        for group, rows in final_shares(went).items()
    }
    assert found == shares


def test_c4_nothing_becomes_itself():
    with pytest.raises(ValueError, match="became itself"):
        final_shares({1: {2: 1}, 2: {1: 1}})


def test_s6_whatever_claims_nothing_gets_nothing_but_what_a_claiming_group_became():
    divided = group(
        member(1, left_on=CHANGED), member(2, left_on=CHANGED), id=1, passes_to=(PlanShare(2, 1),)
    )
    heir = group(member(3, carried_from=1, joined_on=CHANGED), member(4), id=2, passes_to=(PlanShare(3, 1),))
    last = group(member(5, carried_from=3, joined_on=CHANGED), member(6), id=3)
    other = group(member(7, carried_from=4), id=4)
    everybody = [other, last, heir, divided]
    kept = {each.id: [row.membership_id for row in each.members] for each in of_claims(everybody, {1})}
    assert kept == {1: [1, 2], 2: [3], 3: [5]}
    kept = {each.id: [row.membership_id for row in each.members] for each in of_claims(everybody, {2, 4})}
    assert kept == {2: [3, 4], 3: [5], 4: [7]}
    assert of_claims([heir], {2}) == (heir,)
    assert of_claims(everybody, set()) == ()
