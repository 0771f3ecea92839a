"""S3, S5: what counts of a member, and for which part of the period, as tables."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from supplement.rules.counting import Parts, counted, hundredths, months_of
from supplement.rules.facts import Elsewhere, Staff
from supplement.rules.schemes import Counting, Filter, Measure, Twice
from tests.supplement.facts import AUTUMN, LONG_AGO, member, terms

FULL_TIME = 3700
STAFF = (Staff(Decimal(37), 6), Staff(Decimal(16), 3), Staff(Decimal(8)))
GRADUATES = Filter(min_level=6)
HALF_TIMERS = Filter(min_hours=Decimal(16))
SCHOOLS = Filter(provider_types=frozenset({"school"}))


@pytest.mark.parametrize(
    ("measure", "only", "number"),
    [
        (Measure.HEADS, Filter(), 400),
        (Measure.HEADS, GRADUATES, 100),
        (Measure.HEADS, HALF_TIMERS, 200),
        (Measure.HEADS, SCHOOLS, 0),
        (Measure.FTE, Filter(), 165),
        (Measure.FTE, HALF_TIMERS, 143),
        (Measure.SETTINGS, Filter(), 100),
        (Measure.SETTINGS, GRADUATES, 100),
        (Measure.SETTINGS, Filter(min_level=7), 0),
        (Measure.SETTINGS, SCHOOLS, 0),
        (Measure.HOURS, Filter(), 60_025),
        (Measure.HOURS, Filter(min_level=7), 0),
    ],
)
def test_s3_what_counts_of_a_member(measure, only, number):
    one = member(1, 4, staff=STAFF, hours=Decimal("600.25"))
    assert counted(measure, only, one, FULL_TIME) == number


@pytest.mark.parametrize(
    ("one", "measure", "only", "number"),
    [
        (member(1, None), Measure.HEADS, Filter(), 0),
        (member(1, 1, staff=STAFF), Measure.HEADS, HALF_TIMERS, 100),
        (member(1, 5), Measure.HEADS, GRADUATES, 0),
        (member(1, 5), Measure.FTE, Filter(), 0),
        (member(1, 5, fte=Decimal("3.5")), Measure.FTE, Filter(), 350),
        (member(1, 5, fte=Decimal("3.5")), Measure.FTE, GRADUATES, 0),
    ],
)
def test_s3_who_told_no_detail_passes_no_filter_that_asks_for_it(one, measure, only, number):
    assert counted(measure, only, one, FULL_TIME) == number


def test_s3_a_number_of_more_than_two_places_is_refused():
    assert hundredths(Decimal("7.25")) == 725
    with pytest.raises(ValueError, match="more places"):
        hundredths(Decimal("7.255"))


#: Joined on, left on, and the part by count date (1 October), days, months, whole period.
PARTS = [
    (LONG_AGO, None, "1", "1", "1", "1"),
    (LONG_AGO, date(2027, 1, 1), "1", "1", "1", "1"),
    (date(2026, 9, 1), None, "1", "1", "1", "1"),
    (date(2026, 9, 2), None, "1", "121/122", "3/4", "0"),
    (date(2026, 10, 1), None, "1", "92/122", "3/4", "0"),
    (date(2026, 10, 2), None, "0", "91/122", "2/4", "0"),
    (date(2026, 10, 12), None, "0", "81/122", "2/4", "0"),
    (LONG_AGO, date(2026, 10, 1), "0", "30/122", "1/4", "0"),
    (LONG_AGO, date(2026, 10, 2), "1", "31/122", "1/4", "0"),
    (LONG_AGO, date(2026, 12, 31), "1", "121/122", "3/4", "0"),
    (date(2026, 9, 15), date(2026, 11, 15), "1", "61/122", "1/4", "0"),
    (date(2026, 9, 5), date(2026, 9, 20), "0", "15/122", "0", "0"),
    (date(2027, 1, 1), None, "0", "0", "0", "0"),
    (LONG_AGO, date(2026, 9, 1), "0", "0", "0", "0"),
]


@pytest.mark.parametrize(("joined_on", "left_on", "by_count", "by_days", "by_months", "whole"), PARTS)
def test_s5_which_part_of_the_period_counts(joined_on, left_on, by_count, by_days, by_months, whole):
    for rule, part in zip(Counting, (by_count, by_days, by_months, whole), strict=True):
        assert Parts(terms(joiners=rule, leavers=rule)).of(joined_on, left_on) == Fraction(part), rule


@pytest.mark.parametrize(
    ("joined_on", "left_on", "part"),
    [
        (date(2026, 10, 12), None, "81/122"),
        (LONG_AGO, date(2026, 10, 1), "0"),
        (LONG_AGO, date(2026, 11, 1), "1"),
        (date(2026, 10, 12), date(2026, 11, 1), "81/122"),
    ],
)
def test_s5_joiners_and_leavers_may_count_differently(joined_on, left_on, part):
    mixed = terms(joiners=Counting.DAYS, leavers=Counting.COUNT_DATE)
    assert Parts(mixed).of(joined_on, left_on) == Fraction(part)


@pytest.mark.parametrize(("joined_on", "part"), [(date(2026, 8, 31), 1), (date(2026, 9, 1), 0)])
def test_s5_a_count_date_before_the_period_decides_too(joined_on, part):
    early = terms(period=replace(AUTUMN, count_on=date(2026, 8, 31)))
    assert Parts(early).of(joined_on, None) == part


def test_s5_months_begin_on_the_period_s_day_and_the_last_may_be_short():
    months = months_of(replace(AUTUMN, starts_on=date(2026, 8, 31), ends_on=date(2026, 11, 10)))
    assert [(str(month.start), str(month.end)) for month in months] == [
        ("2026-08-31", "2026-10-01"),
        ("2026-10-01", "2026-10-31"),
        ("2026-10-31", "2026-11-10"),
    ]


def parts_of(rule: Counting, twice: Twice, *spans, chosen: int | None = None) -> list[str]:
    """What each of a setting's groups (11, 12, …) pays, by the times in which it was a member of them."""
    parts = Parts(terms(joiners=rule, leavers=rule, twice=twice))
    rows = [Elsewhere(number, 10 + number, *span) for number, span in enumerate(spans, 1)]
    return [
        str(
            parts.of_member(
                row.collaboration_id,
                member(
                    row.membership_id, joined_on=row.joined_on, left_on=row.left_on, chosen_id=chosen,
                    elsewhere=tuple(other for other in rows if other is not row),
                ),
            )
        )
        for row in rows
    ]  # fmt: skip


ALWAYS, FROM_12_OCTOBER = (LONG_AGO, None), (date(2026, 10, 12), None)
UNTIL_NOVEMBER = (LONG_AGO, date(2026, 11, 1))


@pytest.mark.parametrize(
    ("rule", "twice", "spans", "parts"),
    [
        (Counting.DAYS, Twice.FIRST_JOINED, [ALWAYS, FROM_12_OCTOBER], ["1", "0"]),
        (Counting.DAYS, Twice.LAST_JOINED, [ALWAYS, FROM_12_OCTOBER], ["41/122", "81/122"]),
        (Counting.DAYS, Twice.CHOSEN, [ALWAYS, FROM_12_OCTOBER], ["41/122", "81/122"]),
        (Counting.DAYS, Twice.SPLIT, [ALWAYS, FROM_12_OCTOBER], ["163/244", "81/244"]),
        (Counting.DAYS, Twice.FIRST_JOINED, [UNTIL_NOVEMBER, FROM_12_OCTOBER], ["1/2", "1/2"]),
        (Counting.DAYS, Twice.LAST_JOINED, [UNTIL_NOVEMBER, FROM_12_OCTOBER], ["41/122", "81/122"]),
        (Counting.MONTHS, Twice.SPLIT, [ALWAYS, FROM_12_OCTOBER], ["3/4", "1/4"]),
        (Counting.MONTHS, Twice.LAST_JOINED, [ALWAYS, FROM_12_OCTOBER], ["1/2", "1/2"]),
        (Counting.COUNT_DATE, Twice.SPLIT, [ALWAYS, ALWAYS, ALWAYS], ["1/3", "1/3", "1/3"]),
        (Counting.COUNT_DATE, Twice.LAST_JOINED, [ALWAYS, ALWAYS], ["0", "1"]),
        (Counting.COUNT_DATE, Twice.FIRST_JOINED, [ALWAYS, FROM_12_OCTOBER], ["1", "0"]),
        (Counting.COUNT_DATE, Twice.LAST_JOINED, [ALWAYS, FROM_12_OCTOBER], ["1", "0"]),
        (Counting.WHOLE, Twice.FIRST_JOINED, [UNTIL_NOVEMBER, ALWAYS], ["0", "1"]),
        (Counting.DAYS, Twice.SPLIT, [ALWAYS], ["1"]),
    ],
)
def test_s5_a_setting_in_two_groups_is_paid_once(rule, twice, spans, parts):
    assert parts_of(rule, twice, *spans, chosen=12) == parts


def test_s5_who_names_no_group_is_paid_in_the_one_that_it_joined_first():
    assert parts_of(Counting.DAYS, Twice.CHOSEN, ALWAYS, FROM_12_OCTOBER) == ["1", "0"]


def test_s5_parts_of_mixed_rules_are_no_more_than_one_period():
    mixed = terms(joiners=Counting.DAYS, leavers=Counting.COUNT_DATE, twice=Twice.SPLIT)
    earlier = member(1, left_on=date(2026, 10, 5), elsewhere=(Elsewhere(2, 12, date(2026, 10, 12)),))
    later = member(
        2, joined_on=date(2026, 10, 12), elsewhere=(Elsewhere(1, 11, LONG_AGO, date(2026, 10, 5)),)
    )
    parts = [Parts(mixed).of_member(11, earlier), Parts(mixed).of_member(12, later)]
    assert parts == [Fraction(122, 203), Fraction(81, 203)]
