"""W1: when a review clock next falls due, when its task opens, when
it is overdue: a table, and every date there is.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ways_of_working.rules.effective import CLOCKS, Adopted, Clock, Defaults, effective_terms
from ways_of_working.rules.reviews import (
    CLOCK_NAMES,
    PastReview,
    first_not_overdue,
    is_overdue,
    is_to_open,
    next_due,
    opens_on,
    sources_of_clock,
)

YEARLY = Clock(9, 12)
TODAY = date(2026, 11, 21)
days = st.dates(date(2000, 1, 1), date(2080, 12, 31))
clocks = st.builds(Clock, st.none() | st.integers(1, 12), st.none() | st.integers(3, 36))


def months(day: date) -> int:
    return day.year * 12 + day.month


@pytest.mark.parametrize(
    ("clock", "adopted_on", "last", "on", "due_on"),
    [
        pytest.param(
            YEARLY,
            date(2026, 11, 1),
            None,
            TODAY,
            date(2027, 9, 1),
            id="the September nearest to a year later",
        ),
        pytest.param(
            YEARLY,
            date(2026, 2, 1),
            None,
            date(2026, 2, 1),
            date(2026, 9, 1),
            id="which may be seven months later",
        ),
        pytest.param(
            YEARLY,
            date(2026, 3, 1),
            None,
            date(2026, 3, 1),
            date(2026, 9, 1),
            id="of two as near, the earlier",
        ),
        pytest.param(
            YEARLY,
            date(2026, 8, 20),
            None,
            date(2026, 8, 20),
            date(2027, 9, 1),
            id="not a month after the adoption",
        ),
        pytest.param(
            Clock(9, 6),
            date(2026, 11, 1),
            None,
            TODAY,
            date(2027, 3, 1),
            id="every six months in September is March too",
        ),
        pytest.param(Clock(9, 24), date(2026, 11, 1), None, TODAY, date(2028, 9, 1), id="every two years"),
        pytest.param(
            Clock(9, 18), date(2026, 9, 1), None, TODAY, date(2028, 3, 1), id="every eighteen months"
        ),
        pytest.param(
            Clock(None, 6),
            date(2026, 8, 31),
            None,
            TODAY,
            date(2027, 2, 1),
            id="no month: counted from the adoption's",
        ),
        pytest.param(
            Clock(9, None), date(2026, 11, 1), None, TODAY, date(2027, 9, 1), id="no interval: once a year"
        ),
        pytest.param(Clock(None, None), date(2026, 11, 1), None, TODAY, None, id="nobody says when"),
        pytest.param(YEARLY, None, None, TODAY, None, id="nothing adopted yet"),
        pytest.param(
            YEARLY, date(2019, 1, 1), None, TODAY, date(2027, 9, 1), id="what passed is not made up for"
        ),
        pytest.param(
            YEARLY,
            date(2019, 1, 1),
            None,
            date(2026, 9, 30),
            date(2026, 9, 1),
            id="the month has not ended yet",
        ),
        pytest.param(
            YEARLY,
            date(2019, 1, 1),
            PastReview(date(2026, 9, 1), date(2026, 9, 28)),
            TODAY,
            date(2027, 9, 1),
            id="a year after the last",
        ),
        pytest.param(
            YEARLY,
            date(2019, 1, 1),
            PastReview(date(2026, 9, 1), date(2026, 8, 3)),
            TODAY,
            date(2027, 9, 1),
            id="done early all the same",
        ),
        pytest.param(
            YEARLY,
            date(2019, 1, 1),
            PastReview(date(2025, 9, 1), date(2026, 8, 5)),
            date(2026, 8, 5),
            date(2027, 9, 1),
            id="done so late that the next would open at once",
        ),
        pytest.param(
            Clock(5, 12),
            date(2019, 1, 1),
            PastReview(date(2026, 9, 1), date(2026, 9, 2)),
            TODAY,
            date(2027, 5, 1),
            id="the month has changed",
        ),
        pytest.param(
            Clock(1, 12),
            date(2019, 1, 1),
            PastReview(date(2026, 1, 1), date(2026, 1, 31)),
            date(2026, 12, 31),
            date(2027, 1, 1),
            id="over the end of the year",
        ),
    ],
)
def test_w1_when_a_clock_next_falls_due(clock, adopted_on, last, on, due_on):
    assert next_due("work", clock, adopted_on=adopted_on, last=last, on=on) == due_on


def test_w1_a_new_version_sets_back_only_the_clock_of_the_ways_of_working():
    facts = {
        "adopted_on": date(2027, 1, 15),
        "last": PastReview(date(2026, 9, 1), date(2026, 9, 20)),
        "on": date(2027, 1, 20),
    }
    june = date(2027, 6, 1)
    assert [next_due(name, Clock(6, 12), **facts) for name in CLOCKS] == [june, date(2028, 6, 1), june, june]


def test_w1_the_task_opens_thirty_days_before_and_the_whole_month_is_there_for_it():
    due_on = date(2027, 3, 1)
    assert opens_on(due_on) == date(2027, 1, 30)
    assert [
        is_to_open(due_on, on=day) for day in (date(2027, 1, 29), date(2027, 1, 30), date(2027, 3, 5))
    ] == [False, True, True]
    assert not is_to_open(None, on=due_on)
    assert [is_overdue(due_on, on=day) for day in (due_on, date(2027, 3, 31), date(2027, 4, 1))] == [
        False,
        False,
        True,
    ]
    assert opens_on(date(2028, 3, 1)) == date(2028, 1, 31)


@given(
    name=st.sampled_from(CLOCKS),
    clock=clocks,
    adopted_on=st.none() | days,
    last=st.none() | st.tuples(days, days),
    on=days,
)
def test_w1_whatever_the_dates(name, clock, adopted_on, last, on):
    past = PastReview(last[0].replace(day=1), last[1]) if last else None
    due_on = next_due(name, clock, adopted_on=adopted_on, last=past, on=on)
    if due_on is None:
        assert clock == Clock(None, None) or (adopted_on is None and past is None)
        return
    assert due_on.day == 1
    assert not is_overdue(due_on, on=on)
    if past is not None:
        assert opens_on(due_on) > past.done_on or name == "terms"
        assert due_on > past.due_on or name == "terms"
    if clock.month is not None and (clock.every_months or 12) % 12 == 0:
        assert due_on.month == clock.month
    later = next_due(name, clock, adopted_on=adopted_on, last=past, on=due_on)
    assert later == due_on  # it is the same until its month has ended


@given(clock=clocks, done_on=days)
def test_w1_one_review_after_another_keeps_about_the_interval(clock, done_on):
    every = clock.every_months or 12
    first = next_due("work", clock, adopted_on=done_on, last=None, on=done_on)
    if first is None:
        return
    assert every // 2 <= months(first) - months(done_on) <= every * 1.5 + 1
    then = next_due("work", clock, adopted_on=done_on, last=PastReview(first, first), on=first)
    assert then is not None
    assert months(then) - months(first) == every


@given(day=days, due_on=days.map(lambda day: day.replace(day=1)))
def test_w1_a_list_asks_as_the_rule_does(day, due_on):
    assert is_overdue(due_on, on=day) == (due_on < first_not_overdue(day))


def test_w1_a_clock_names_the_clauses_that_it_comes_from_each_once():
    defaults = [
        Defaults(
            1, date(2025, 1, 1), {"review_work_month": 9, "review_work_every": 12, "review_terms_every": 12}
        )
    ]
    adopted = [Adopted(2, date(2026, 3, 1), {"review_work_month": 5})]
    terms = effective_terms(on=TODAY, adopted=adopted, defaults=defaults)
    assert [str(one) for one in sources_of_clock(terms, "work")] == [
        "Ways of working, section 1.11, version 2, adopted on 1 March 2026",
        "The local authority's default since 1 January 2025",
    ]
    assert [str(one) for one in sources_of_clock(terms, "terms")] == [
        "The local authority's default since 1 January 2025"
    ]
    assert sources_of_clock(terms, "membership") == ()
    assert set(CLOCK_NAMES) == set(CLOCKS)
