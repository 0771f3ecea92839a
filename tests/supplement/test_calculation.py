"""S1, S3, S5, S6: the vectors of the domain, and each step of the order, as tables."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.money import shared
from supplement.rules.calculation import calculate
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.facts import PlanShare, Staff, Unmet
from supplement.rules.schemes import (
    Basis,
    Caps,
    Component,
    Counting,
    Filter,
    Instalment,
    Measure,
    Pot,
    Tier,
)
from tests.supplement.facts import A_HEAD, AUTUMN, group, group_of, member, terms

BLOCKED = Unmet(Kind.PLAN, Consequence.BLOCK)
HELD = Unmet(Kind.PAYEE, Consequence.HOLD)
LEFT_OUT = Unmet(Kind.RETURN, Consequence.EXCLUDE)
A_TENTH = Unmet(Kind.ATTENDANCE, Consequence.REDUCE, 10)
A_FIFTH = Unmet(Kind.MINUTES, Consequence.REDUCE, 20)
WARNED = Unmet(Kind.MEETINGS, Consequence.WARN)


def pence_of_lines(terms, *groups) -> list[int]:
    return [line.pence for line in calculate(terms, groups).lines]


def test_s1_each_line_is_rounded_once_and_the_sum_is_of_the_lines():
    calculation = calculate(terms(), [group_of(9, 4, 1, 14, 6, 2)])
    assert [line.pence for line in calculation.lines] == [11250, 5000, 1250, 17500, 7500, 2500]
    assert calculation.pence == calculation.results[0].pence == 45000


def test_s1_a_half_penny_goes_up_once():
    rate = Component("rate", "Rate", Basis.HEADS, Decimal("0.0050"))
    assert pence_of_lines(terms(rate), group_of(1, 2, 3, 4)) == [1, 1, 2, 2]


def test_s1_a_fixed_sum_in_three_parts_is_whole():
    fixed = Component("each", "For each group", Basis.COLLABORATION, Decimal(100))
    assert pence_of_lines(terms(fixed), group_of(5, 1, 9)) == [3334, 3333, 3333]
    assert shared(10000, [1, 1, 1]) == [3334, 3333, 3333]


def test_s1_a_fixed_sum_is_shared_by_the_largest_remainder():
    pot = Component("pot", "A share", Basis.POT, sum_pence=1_000_000)
    groups = [group_of(30, 6, id=1), group_of(29, id=2), group_of(50, 1, 1, id=3)]
    assert [result.pence for result in calculate(terms(pot), groups).results] == [307692, 247863, 444445]


def test_s5_a_joiner_by_days_is_paid_for_its_days():
    by_days = terms(joiners=Counting.DAYS)
    assert pence_of_lines(by_days, group(member(1, 6, joined_on=date(2026, 10, 12)))) == [4980]


def test_s3_posts_are_rounded_to_two_places_before_they_are_paid():
    posts = Component("posts", "For each post", Basis.FTE, Decimal(25))
    staff = tuple(Staff(Decimal(hours)) for hours in ("37", "30", "22.5", "16", "8"))
    (line,) = calculate(terms(posts), [group(member(1, 5, staff=staff))]).lines
    assert (line.counted, line.pence) == (307, 7675)


@pytest.mark.parametrize(
    ("component", "pence"),
    [
        (A_HEAD, [7500, 5000]),
        (replace(A_HEAD, only=Filter(provider_types=frozenset({"childminder"}))), [0, 5000]),
        (Component("setting", "", Basis.SETTING, Decimal(80)), [8000, 8000]),
        (Component("hours", "", Basis.HOURS, Decimal("0.0125")), [750, 0]),
        (Component("pot", "", Basis.POT, sum_pence=1001), [601, 400]),
        (Component("pot", "", Basis.POT, sum_pence=1001, measure=Measure.SETTINGS), [501, 500]),
        (Component("pot", "", Basis.POT, sum_pence=1001, measure=Measure.HOURS), [1001, 0]),
        (Component("tiers", "", Basis.TIERS, tiers=(Tier(Decimal(11), 9000),)), [0, 0]),
        (Component("tiers", "", Basis.TIERS, tiers=(Tier(Decimal(10), 9000),)), [5400, 3600]),
        (Component("tiers", "", Basis.TIERS, tiers=(Tier(Decimal(10), 9), Tier(Decimal(0), 5))), [5, 4]),
        (
            Component("tiers", "", Basis.TIERS, tiers=(Tier(Decimal(2), 75),), measure=Measure.SETTINGS),
            [38, 37],
        ),
    ],
)
def test_s3_every_basis_has_its_lines(component, pence):
    two = group(member(1, 6, hours=Decimal(600)), member(2, 4, provider_type="childminder"))
    assert pence_of_lines(terms(component), two) == pence


def test_s6_first_the_member_caps_then_the_collaboration_caps_then_the_pot():
    second = Component("b_setting", "Each setting", Basis.SETTING, Decimal(50))
    first = replace(A_HEAD, member_cap_pence=10000, collaboration_cap_pence=15000)
    capped = terms(first, second, caps=Caps(12000, 20000), pot=Pot(30000, 5000))
    calculation = calculate(capped, [group_of(20, 6, id=1), group_of(10, id=2)])
    one, other = calculation.results
    # £250 → £100, with £50 more than £120: £80 and £40; £75 and £50 → £120: £72 and £48
    assert [line.rounded_pence for line in one.lines] == [25000, 5000, 7500, 5000]
    assert [line.capped_pence for line in one.lines] == [8000, 4000, 7200, 4800]
    assert (one.sum_pence, one.asked_pence, other.asked_pence) == (24000, 20000, 12000)
    assert (one.pence, other.pence) == (15625, 9375)
    assert sum(line.pence for line in one.lines) == 15625
    assert (calculation.asked_pence, calculation.pence, calculation.left_pence) == (32000, 25000, 5000)


def test_s6_a_pot_that_is_large_enough_changes_nothing_and_keeps_its_rest():
    calculation = calculate(terms(pot=Pot(46000, 1000)), [group_of(36)])
    assert (calculation.pence, calculation.left_pence) == (45000, 1000)
    assert calculate(terms(), [group_of(36)]).left_pence is None


def test_s6_the_cap_of_a_component_for_the_group_is_shared_back_to_its_members():
    capped = replace(A_HEAD, collaboration_cap_pence=1000)
    assert pence_of_lines(terms(capped), group_of(1, 1, 1)) == [334, 333, 333]


def test_s6_each_line_is_split_into_instalments_that_make_it_again():
    third = tuple(
        Instalment(date(2026, month, 1), percent) for month, percent in ((10, 33), (11, 33), (12, 34))
    )
    calculation = calculate(terms(period=replace(AUTUMN, instalments=third)), [group_of(1, 2)])
    (result,) = calculation.results
    assert [line.instalments for line in result.lines] == [(413, 412, 425), (825, 825, 850)]
    assert result.instalments == (1238, 1237, 1275)


@pytest.mark.parametrize(
    ("unmet", "of_member", "pence", "flags"),
    [
        ((), (), [7500, 5000], (False, False)),
        ((WARNED,), (WARNED,), [7500, 5000], (False, False)),
        ((BLOCKED,), (), [0, 0], (True, False)),
        ((), (BLOCKED,), [0, 0], (True, False)),
        ((HELD,), (), [7500, 5000], (False, True)),
        ((), (HELD,), [7500, 5000], (False, True)),
        ((), (LEFT_OUT,), [7500, 0], (False, False)),
        ((A_TENTH,), (), [6750, 4500], (False, False)),
        ((A_TENTH, A_FIFTH), (), [5250, 3500], (False, False)),
        ((A_TENTH,), (A_FIFTH,), [6750, 3500], (False, False)),
        ((Unmet(Kind.PLAN, Consequence.REDUCE, 100), A_TENTH), (), [0, 0], (False, False)),
    ],
)
def test_s4_what_is_not_met_has_its_consequence(unmet, of_member, pence, flags):
    (result,) = calculate(terms(), [group(member(1, 6), member(2, 4, unmet=of_member), unmet=unmet)]).results
    assert [line.pence for line in result.lines] == pence
    assert (result.is_blocked, result.is_held) == flags


def test_s4_a_reduction_cannot_be_lost_above_a_cap():
    reduced = group_of(100, unmet=(A_TENTH,))
    assert pence_of_lines(terms(caps=Caps(member_pence=10000)), reduced) == [9000]
    assert pence_of_lines(terms(caps=Caps(collaboration_pence=10000)), reduced) == [9000]
    assert pence_of_lines(terms(replace(A_HEAD, member_cap_pence=10000)), reduced) == [9000]
    assert pence_of_lines(terms(replace(A_HEAD, collaboration_cap_pence=10000)), reduced) == [9000]


def test_s4_a_member_s_reduction_lessens_its_part_of_the_group_s_own_sum_alone():
    each = Component("each", "", Basis.COLLABORATION, Decimal("1.90"))
    assert pence_of_lines(terms(each), group(member(1), member(2, unmet=(A_TENTH,)))) == [100, 90]
    assert pence_of_lines(terms(each), group_of(1, 1, unmet=(A_TENTH,))) == [86, 85]


def test_s6_a_group_that_divided_passes_its_sum_on_by_the_plan_s_shares():
    divided = group_of(1, 2, passes_to=(PlanShare(8, 1), PlanShare(7, 2)))
    halves = (Instalment(date(2026, 10, 1), 50), Instalment(date(2026, 12, 1), 50))
    (result,) = calculate(terms(period=replace(AUTUMN, instalments=halves)), [divided]).results
    assert [(to.collaboration_id, to.pence, to.instalments) for to in result.recipients] == [
        (7, 2500, (1250, 1250)),
        (8, 1250, (625, 625)),
    ]
    (whole,) = calculate(terms(), [group_of(1, passes_to=(PlanShare(8, 0),))]).results
    assert [(to.collaboration_id, to.pence) for to in whole.recipients] == [(1, 1250)]


def test_s8_a_run_with_nobody_to_pay_pays_nothing():
    assert calculate(terms(), []).pence == 0
    (result,) = calculate(terms(caps=Caps(1, 1)), [group()]).results
    assert (result.lines, result.pence, result.instalments) == ((), 0, (0,))


def test_s8_lines_come_by_collaboration_member_and_the_component_s_key():
    second = Component("b", "", Basis.SETTING, Decimal(1))
    lines = calculate(terms(second, A_HEAD), [group_of(1, 1, id=2), group_of(1, id=1)]).lines
    assert [(line.collaboration_id, line.membership_id, line.component) for line in lines] == [
        (1, 100, "a_head"), (1, 100, "b"),
        (2, 200, "a_head"), (2, 200, "b"), (2, 201, "a_head"), (2, 201, "b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "groups"),
    [
        (lambda: terms(A_HEAD, A_HEAD), []),
        (lambda: terms(replace(A_HEAD, rate=Decimal("0.00001"))), []),
        (lambda: terms(replace(A_HEAD, rate=Decimal(-1))), []),
        (lambda: terms(caps=Caps(member_pence=-1)), []),
        (terms, [group_of(1), group_of(2)]),
        (terms, [group(member(1), id=1), group(member(1), id=2)]),
        (
            lambda: terms(Component("h", "", Basis.HOURS, Decimal(1))),
            [group(member(1, hours=Decimal("1.005")))],
        ),
    ],
)
def test_s8_what_no_scheme_can_hold_is_refused(wrong, groups):
    with pytest.raises(ValueError, match=r"."):
        calculate(wrong(), groups)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: member(1, -1),
        lambda: member(1, fte=Decimal(-1)),
        lambda: member(1, hours=Decimal(-1)),
        lambda: Staff(Decimal(-1)),
        lambda: Unmet(Kind.PLAN, Consequence.REDUCE, 101),
        lambda: PlanShare(1, -1),
        lambda: group(unmet=(LEFT_OUT,)),
    ],
)
def test_s8_facts_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        wrong()
