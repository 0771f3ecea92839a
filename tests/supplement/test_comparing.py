"""S2, S11: two calculations side by side: winners and losers, rates, the ceiling."""

from dataclasses import replace
from decimal import Decimal

import pytest

from supplement.rules.calculation import calculate
from supplement.rules.comparing import ceiling, change_percent, compare
from supplement.rules.schemes import Basis, Component, Pot
from tests.supplement.facts import A_HEAD, group_of, terms

DEARER = replace(A_HEAD, rate=Decimal("15.00"))
EACH = Component("each", "For each group", Basis.COLLABORATION, Decimal(10))


def test_s2_two_versions_on_the_same_facts_show_who_gets_more_and_less():
    facts = [group_of(20, id=1), group_of(1, id=2), group_of(4, id=3), group_of(10, id=4)]
    before = calculate(terms(replace(A_HEAD, rate=Decimal(10)), EACH), facts)
    after = calculate(terms(replace(A_HEAD, rate=Decimal("12.50"))), facts)
    comparison = compare(before, after)
    assert [(row.collaboration_id, row.pence) for row in comparison.winners] == [(1, 4000), (4, 1500)]
    assert [(row.collaboration_id, row.pence, row.percent) for row in comparison.losers] == [(2, -750, -38)]
    assert [row.collaboration_id for row in comparison.unchanged] == [3]
    assert (comparison.pence, comparison.percent) == (4750, 12)
    assert [(rate.key, rate.before, rate.after, rate.percent) for rate in comparison.rates] == [
        ("a_head", Decimal(10), Decimal("12.50"), 25),
        ("each", Decimal(10), None, None),
    ]


def test_s11_a_group_of_one_period_only_is_shown_with_nothing_in_the_other():
    before = calculate(terms(), [group_of(4, id=2)])
    after = calculate(terms(DEARER), [group_of(4, id=1)])
    rows = compare(before, after).changes
    assert [(row.name, row.before_pence, row.after_pence, row.percent) for row in rows] == [
        ("Group 1", 0, 6000, None),
        ("Group 2", 5000, 0, -100),
    ]


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [(100, 120, 20), (200, 201, 1), (200, 199, -1), (3, 2, -33), (0, 5, None), (7, 7, 0), (-100, -50, 50)],
)
def test_s11_a_change_is_told_in_whole_per_cent(before, after, percent):
    assert change_percent(before, after) == percent


def test_s11_the_total_stands_against_twelve_per_cent_of_planned_funding():
    within = ceiling(Pot(planned_funding_pence=100_001), 12_000)
    assert (within.most_pence, within.left_pence, within.is_exceeded) == (12_000, 0, False)
    over = ceiling(Pot(planned_funding_pence=100_000, ceiling_percent=10), 10_001)
    assert (over.most_pence, over.left_pence, over.is_exceeded) == (10_000, -1, True)
    assert ceiling(Pot(), 1) is None
