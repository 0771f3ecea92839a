"""A1 and the dates that every kind of appointment shares, as tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.rules import (
    NOT_FOR_ONESELF,
    EndTerms,
    Kind,
    Step,
    overlaps,
    refused_end,
    refused_for_oneself,
    refused_time,
    refused_withdrawal,
)
from core.dates import Span

MARCH, APRIL, MAY, JUNE = (date(2026, month, 1) for month in (3, 4, 5, 6))
ONCE = EndTerms(too_early="not before %(day)s", ended_before="ended on %(day)s")
MOVABLE = EndTerms(too_early="not before %(day)s", may_end_on_first_day=True)


@pytest.mark.parametrize(
    ("ends_on", "words"),
    [
        (None, None),
        (date(2026, 4, 2), None),
        (APRIL, "The last day must be the first day or later."),
        (MARCH, "The last day must be the first day or later."),
    ],
)
def test_a1_an_appointment_lasts_a_day_at_least(ends_on: date | None, words: str | None) -> None:
    refused = refused_time(Span(APRIL, ends_on))
    assert (refused and str(refused)) == words


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (Span(MARCH, APRIL), False),  # ended on the day on which this begins
        (Span(MAY, None), False),  # begins on the day on which this ends
        (Span(MARCH, date(2026, 4, 2)), True),
        (Span(date(2026, 4, 30), None), True),
        (Span(MARCH, None), True),
        (Span(APRIL, MAY), True),
    ],
)
def test_a1_two_times_overlap_where_they_share_a_day(other: Span, answer: bool) -> None:
    assert overlaps(Span(APRIL, MAY), [Span(JUNE, None), other]) is answer
    assert overlaps(other, [Span(APRIL, MAY)]) is answer


def test_a1_nothing_overlaps_nothing() -> None:
    assert not overlaps(Span(APRIL, None), [])


@pytest.mark.parametrize(
    ("terms", "end", "ends_on", "words"),
    [
        (ONCE, None, MAY, None),
        (ONCE, None, date(2026, 4, 2), None),
        (ONCE, None, APRIL, "not before 1 April 2026"),
        (ONCE, None, MARCH, "not before 1 April 2026"),
        (ONCE, JUNE, MAY, None),  # earlier than was said
        (ONCE, JUNE, JUNE, None),
        (ONCE, MAY, JUNE, "ended on 30 April 2026"),
        (ONCE, MAY, APRIL, "not before 1 April 2026"),
        (MOVABLE, MAY, JUNE, None),
        (MOVABLE, None, APRIL, None),
        (MOVABLE, None, MARCH, "not before 1 April 2026"),
    ],
)
def test_a1_on_which_day_an_appointment_may_end(
    terms: EndTerms, end: date | None, ends_on: date, words: str | None
) -> None:
    refused = refused_end(Span(APRIL, end), ends_on, terms)
    assert (refused and str(refused)) == words


@given(st.dates(), st.none() | st.dates(), st.dates())
def test_a1_what_may_end_leaves_a_time_that_may_be_given(
    start: date, end: date | None, ends_on: date
) -> None:
    if refused_end(Span(start, end), ends_on, ONCE) is None:
        assert refused_time(Span(start, ends_on)) is None


@pytest.mark.parametrize(
    ("starts_on", "words"),
    [
        (date(2026, 4, 2), None),
        (APRIL, "This began on 1 April 2026, so it can only be ended."),
        (MARCH, "This began on 1 March 2026, so it can only be ended."),
    ],
)
def test_a1_only_what_has_not_begun_is_withdrawn(starts_on: date, words: str | None) -> None:
    refused = refused_withdrawal(starts_on, today=APRIL)
    assert (refused and str(refused)) == words


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("kind", Kind)
def test_a1_nobody_does_for_himself_or_herself_what_the_table_names(kind: Kind, step: Step) -> None:
    refused = refused_for_oneself(kind, step, person_id=7, by_id=7)
    assert (refused and refused.sentence) == NOT_FOR_ONESELF.get((kind, step))
    assert refused_for_oneself(kind, step, person_id=7, by_id=8) is None
    assert refused_for_oneself(kind, step, person_id=7, by_id=None) is None
