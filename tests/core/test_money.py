"""S1: money is read, shown, rounded and shared in one place (core.money), and typed in one kind of field."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.forms.money import PoundsField, RateField
from core.money import (
    exact_pounds,
    exact_rate,
    half_up,
    pence_typed,
    plain_pounds,
    pounds,
    rate_typed,
    shared,
)
from core.reasons import Reason

SUMS = st.integers(-(10**9), 10**9)


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("85", 8500),
        ("£1,250.50", 125050),
        ("1234.5", 123450),
        ("£ 1,234.5", 123450),
        ("0.29", 29),
        (".5", 50),
        (" 4 000 ", 400_000),
        ("4\xa0000.01", 400_001),
        ("1,000,000", 100_000_000),
        ("10000000.00", 10**9),
        ("007", 700),
        ("0", 0),
        ("-0", 0),
        ("", None),
        (" \t", None),
    ],
)
def test_s1_pounds_are_read_as_whole_pence(typed, pence):
    assert pence_typed(typed, code="S1") == pence


@pytest.mark.parametrize(
    "typed",
    [
        "12.505", "1e3", "85p", "a lot", "٣", "1２", "12,50", "1,2345", "1,23,456", "1,000 000", "12 50", "£", ".", "85.", "--5", "-£-5",
        "££5", "5£", "+5", "0x10", "1_000", "nan", "Infinity", "9" * 13, "0" * 41, "=1+1", "1.2.3", "£1,250.50 £3", "\x00",
    ],
)  # fmt: skip
def test_s1_what_is_no_sum_is_refused_in_words(typed):
    assert str(pence_typed(typed, code="W1")) == "Enter an amount in pounds, such as 85 or 1,250.50."
    assert pence_typed(typed, code="W1") == Reason("W1", "Enter an amount in pounds, such as 85 or 1,250.50.")
    assert str(pence_typed(typed, code="W1", unreadable="Enter the cost.")) == "Enter the cost."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1,000.01", "Enter £1,000 or less."),
        ("9.99", "Enter £10 or more."),
        ("-20", "Enter £10 or more."),
    ],
)
def test_s1_a_sum_out_of_bounds_is_told_the_bound(typed, said):
    assert str(pence_typed(typed, code="S1", most=100_000, least=1000)) == said


@pytest.mark.parametrize("typed", ["-£12.50", "£-12.50", "−12.5", "–£12.50", "- 12.50"])
def test_s1_a_minus_is_read_where_a_sum_may_be_below_nothing(typed):
    assert pence_typed(typed, code="S1", least=-5000) == -1250
    assert str(pence_typed(typed, code="S1", least=-5)) == "Enter −£0.05 or more."
    assert str(pence_typed(typed, code="S1")) == "Enter £0 or more."


@pytest.mark.parametrize(
    ("typed", "rate"),
    [("12.50", Decimal("12.5")), ("£0.0125", Decimal("0.0125")), ("1,000", Decimal(1000)), (" ", None)],
)
def test_s1_a_rate_has_at_most_four_places(typed, rate):
    assert rate_typed(typed, code="S1") == rate


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0.00125", "Enter a rate in pounds, such as 12.50 or 0.0125."),
        ("dear", "Enter a rate in pounds, such as 12.50 or 0.0125."),
        ("50.0001", "Enter £50 or less."),
        ("-0.0001", "Enter £0 or more."),
    ],
)
def test_s1_what_is_no_rate_is_refused_in_words(typed, said):
    assert str(rate_typed(typed, code="S1", most=5000)) == said


@pytest.mark.parametrize(
    ("pence", "short", "exact", "plain"),
    [
        (0, "£0", "£0.00", "0.00"),
        (5, "£0.05", "£0.05", "0.05"),
        (123450, "£1,234.50", "£1,234.50", "1234.50"),
        (123400, "£1,234", "£1,234.00", "1234.00"),
        (-1250, "−£12.50", "−£12.50", "-12.50"),
        (10**9, "£10,000,000", "£10,000,000.00", "10000000.00"),
    ],
)
def test_s1_pence_are_shown_as_pounds(pence, short, exact, plain):
    assert (pounds(pence), exact_pounds(pence), plain_pounds(pence)) == (short, exact, plain)


@pytest.mark.parametrize(
    ("rate", "shown"),
    [("12.5", "£12.50"), ("0.0125", "£0.0125"), ("0.125", "£0.125"), ("1000", "£1,000.00"), ("0", "£0.00")],
)
def test_s1_a_rate_is_shown_with_the_places_that_it_has(rate, shown):
    assert exact_rate(Decimal(rate)) == shown


@given(SUMS)
def test_s1_what_is_shown_reads_back_as_the_same_sum(pence):
    for show in (pounds, exact_pounds, plain_pounds):
        assert pence_typed(show(pence), code="S1", least=-(10**9)) == pence


@given(st.text() | st.from_regex(r"[£\-−0-9,. ]{0,30}"))
def test_s1_no_text_makes_the_readers_of_money_fail(typed):
    assert isinstance(pence_typed(typed, code="S1"), int | Reason | None)
    assert isinstance(rate_typed(typed, code="S1"), Decimal | Reason | None)


@given(st.integers(0, 10**6), st.integers(1, 10**4))
def test_s1_a_half_goes_up(numerator, denominator):
    assert half_up(numerator, denominator) == (Fraction(numerator, denominator) + Fraction(1, 2)).__floor__()


@given(st.integers(0, 10**7), st.lists(st.integers(0, 1000), max_size=9))
def test_s1_parts_make_the_whole_and_none_is_a_penny_off(total, weights):
    parts = shared(total, weights)
    whole = sum(weights)
    assert sum(parts) == (total if whole else 0)
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if not weight)
    for part, weight in zip(parts, weights, strict=True):
        assert not whole or abs(part - Fraction(total * weight, whole)) < 1


def test_s1_the_largest_remainder_takes_the_penny_and_ties_go_to_the_first():
    assert shared(100, [1, 1, 1]) == [34, 33, 33]
    assert shared(5, [1, 3]) == [1, 4]
    assert shared(1_000_000, [36, 29, 52]) == [307692, 247863, 444445]


def test_s1_a_field_of_pounds_gives_whole_pence_and_shows_them_to_type():
    field = PoundsField(most=100_000, nothing=0, required=False)
    assert [field.clean(typed) for typed in ("£1,000", "12.5", "")] == [100_000, 1250, 0]
    assert [field.prepare_value(value) for value in (125050, 8500, 0, None, "12,5")] == [
        "1250.50", "85", "", None, "12,5",
    ]  # fmt: skip
    assert PoundsField(required=False).clean("") is None
    with pytest.raises(ValidationError, match="Enter £1,000 or less"):
        field.clean("1000.01")


def test_s1_a_field_of_a_rate_gives_a_decimal():
    field = RateField(most=5000)
    assert field.clean("0.0125") == Decimal("0.0125")
    assert [field.prepare_value(value) for value in (Decimal("12.5000"), Decimal(1250), "x")] == [
        "12.50", "1250.00", "x",
    ]  # fmt: skip
    assert RateField(required=False).clean("") is None
    with pytest.raises(ValidationError, match="Enter £50 or less"):
        field.clean("50.01")
