"""When a period can be answered, what a number may be, and what is worth a second look."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision import rules
from provision.models import MAX_STAFF
from provision.rules import PeriodState, PeriodTimes, StaffLine

COUNT, OPENS, DUE, NEXT = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 30), date(2027, 2, 1)
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("on", "next_opens_on", "state"),
    [
        (date(2026, 11, 2), None, "coming"),
        (OPENS, None, "open"),
        (DUE, None, "open"),
        (date(2026, 12, 1), None, "late"),
        (date(2027, 6, 1), None, "late"),
        (date(2027, 1, 31), NEXT, "late"),
        (NEXT, NEXT, "closed"),
    ],
)
def test_a_period_is_open_then_late_then_closed(on, next_opens_on, state):
    assert rules.period_state(PeriodTimes(COUNT, OPENS, DUE, next_opens_on), on) == state


@given(opens=DAYS, length=st.integers(0, 200), gap=st.integers(1, 200), on=DAYS)
def test_a_period_only_ever_goes_forward(opens, length, gap, on):
    due = opens + timedelta(length)
    times = PeriodTimes(opens, opens, due, due + timedelta(gap))
    order = list(PeriodState)
    today, tomorrow = (order.index(rules.period_state(times, day)) for day in (on, on + timedelta(1)))
    assert today <= tomorrow
    assert rules.can_certify(order[today]) == (opens <= on < times.next_opens_on)


@pytest.mark.parametrize(
    ("times", "fields"),
    [
        (PeriodTimes(COUNT, OPENS, DUE), []),
        (PeriodTimes(COUNT, COUNT, COUNT), []),
        (PeriodTimes(COUNT, OPENS, COUNT), ["due_on"]),
        (PeriodTimes(OPENS, COUNT, DUE), ["opens_on"]),
    ],
)
def test_the_days_of_a_period_follow_one_another(times, fields):
    assert [remark.field for remark in rules.refusals_of_period(times, [])] == fields


@pytest.mark.parametrize(
    ("opens", "due", "refused"),
    [
        (date(2026, 12, 1), date(2026, 12, 31), False),
        (DUE, date(2026, 12, 31), True),
        (date(2026, 11, 20), date(2026, 11, 25), True),
    ],
)
def test_two_periods_are_never_open_at_once(opens, due, refused):
    later = PeriodTimes(date(2026, 11, 15), opens, due)
    assert bool(rules.refusals_of_period(later, [PeriodTimes(COUNT, OPENS, DUE)])) is refused
    assert bool(rules.refusals_of_period(PeriodTimes(COUNT, OPENS, DUE), [later])) is refused


@given(st.lists(st.tuples(DAYS, st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_of_periods_that_were_let_in_at_most_one_is_open_on_any_day(wanted):
    kept: list[PeriodTimes] = []
    for count, wait, length in wanted:
        times = PeriodTimes(count, count + timedelta(wait), count + timedelta(wait + length))
        if all(times.count_date != other.count_date for other in kept) and not rules.refusals_of_period(
            times, kept
        ):
            kept.append(times)
    for times in kept:
        for day in (times.opens_on, times.due_on):
            assert sum(other.opens_on <= day <= other.due_on for other in kept) == 1


@pytest.mark.parametrize(
    ("staff", "is_childminder", "refused"),
    [
        (0, False, False),
        (1, True, False),
        (500, False, False),
        (0, True, True),
        (-1, False, True),
        (501, False, True),
        (501, True, True),
    ],
)
def test_a_number_is_whole_and_a_childminder_counts_as_one(staff, is_childminder, refused):
    assert (rules.refusal_of_number(staff, is_childminder=is_childminder) is not None) is refused


def test_the_table_and_the_rule_know_one_limit():
    assert rules.MAX_STAFF == MAX_STAFF


@pytest.mark.parametrize(
    ("before", "staff", "unusual"),
    [
        (9, 9, False),
        (9, 13, False),
        (9, 14, True),
        (9, 5, False),
        (9, 4, True),
        (1, 3, False),
        (1, 4, True),
        (0, 2, False),
        (0, 3, True),
    ],
)
def test_half_up_or_down_and_three_people_is_unusual(before, staff, unusual):
    assert rules.is_unusual(staff, before) is unusual


@given(before=st.none() | st.integers(0, 500), staff=st.integers(0, 500), lines=st.integers(0, 40))
def test_a_remark_never_refuses(before, staff, lines):
    for remark in rules.remarks_on_number(staff, before=before, lines=lines):
        assert remark.in_words(str)
    assert rules.refusal_of_number(staff, is_childminder=False) is None


def test_what_is_worth_a_second_look_is_said_in_words():
    said = [remark.in_words(str) for remark in rules.remarks_on_number(0, before=9, lines=2)]
    assert said == [
        "Last time the number was 9. Now it is 0.",
        "The number is 0: nobody works directly with children.",
        "You gave details of 2 people, and the number is 0.",
    ]


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        (StaffLine(Decimal(0)), False),
        (StaffLine(Decimal("37.5"), "Room leader", 3), False),
        (StaffLine(Decimal(60), "", 8), False),
        (StaffLine(Decimal("60.01")), True),
        (StaffLine(Decimal(-1)), True),
        (StaffLine(Decimal(20), "", 9), True),
    ],
)
def test_hours_and_levels_have_limits(line, refused):
    assert bool(rules.refusals_of_lines([line])) is refused


@pytest.mark.parametrize(
    ("certified", "period", "state"),
    [
        (True, "open", "certified"),
        (True, "late", "certified"),
        (False, "open", "owed"),
        (False, "late", "late"),
        (False, "closed", "late"),
    ],
)
def test_how_a_setting_stands(certified, period, state):
    assert rules.return_state(is_certified=certified, period=PeriodState(period)) == state


@pytest.mark.parametrize(
    ("staff", "note", "field"),
    [(21, "", None), (22, "", "note"), (22, "  ", "note"), (22, "Two houses.", None)],
)
def test_s4_a_childminder_says_why_there_are_many_assistants(
    staff: int, note: str, field: str | None
) -> None:
    """Twenty assistants, and the childminder who counts as one."""
    remark = rules.refusal_of_number(staff, is_childminder=True, note=note)
    assert (remark and remark.field) == field
