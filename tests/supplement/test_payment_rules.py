"""S6, S8, S11: what is paid of a claim on which day, what waits, and how a file says it. No database."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplement.rules.layouts import (
    USUAL,
    Key,
    Layout,
    LayoutColumn,
    PaymentFacts,
    cells_of,
    digest_of,
    read_layout,
    refusals_to,
    rows_of,
)
from supplement.rules.payments import Due, Part, Receives, Waits, dues_of, reference_of, waits_for

JULY, MARCH = date(2026, 7, 15), date(2027, 3, 15)
DAYS = (JULY, MARCH)


@pytest.mark.parametrize(
    ("parts", "correction", "dues"),
    [
        ([Part(1, (600, 400))], 0, [(1, JULY, 600), (1, MARCH, 400)]),
        ([Part(1, (600, 0))], 0, [(1, JULY, 600)]),
        ([Part(1, (0, 0))], 0, []),
        ([Part(1, (600, 400)), Part(2, (60, 40))], 0, [(1, JULY, 600), (1, MARCH, 400), (2, JULY, 60), (2, MARCH, 40)]),
        ([Part(1, (600, 400))], 50, [(1, JULY, 650), (1, MARCH, 400)]),
        ([Part(1, (600, 400))], -50, [(1, JULY, 550), (1, MARCH, 400)]),
        ([Part(1, (600, 400))], -700, [(1, MARCH, 300)]),
        ([Part(1, (600, 400)), Part(2, (60, 40))], -1_050, [(2, JULY, 10), (2, MARCH, 40)]),
        ([Part(1, (600, 400))], -1_200, [(1, JULY, -200)]),
        ([Part(1, (0, 0))], -125, [(1, JULY, -125)]),
    ],
)  # fmt: skip
def test_s8_a_claim_is_paid_by_day_and_recipient(parts: list[Part], correction: int, dues: list[Any]) -> None:
    assert dues_of(parts, correction, DAYS) == [Due(*due) for due in dues]


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=4),
    st.integers(-(10**7), 10**7),
)
def test_s8_payments_together_are_parts_and_correction(sums: list[tuple[int, int]], correction: int) -> None:
    parts = [Part(number, pence) for number, pence in enumerate(sums)]
    dues = dues_of(parts, correction, DAYS)
    assert sum(due.pence for due in dues) == sum(map(sum, sums)) + correction
    assert sum(due.pence < 0 for due in dues) <= (correction < 0)
    assert all(due.pence for due in dues)


def test_s8_parts_of_other_days_and_corrections_of_nobody_are_mistakes() -> None:
    with pytest.raises(ValueError, match="other days"):
        dues_of([Part(1, (600,))], 0, DAYS)
    for parts, days in (([], DAYS), ([Part(1, ())], ())):
        with pytest.raises(ValueError, match="nobody"):
            dues_of(parts, 5, days)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, None),
        ({"is_held": True}, Waits.HELD),
        ({"is_held": True, "was_let_go": True}, None),
        ({"is_frozen": True, "was_let_go": True}, Waits.FROZEN),
        ({"is_on_hold": True, "was_let_go": True}, Waits.ON_HOLD),
        ({"is_paused": True, "was_let_go": True}, Waits.PAUSED),
        ({"is_paused": True, "is_on_hold": True}, Waits.ON_HOLD),
        ({"payee_id": None}, Waits.NO_PAYEE),
        ({"reference": ""}, Waits.NO_REFERENCE),
        ({"is_held": True, "is_frozen": True}, Waits.HELD),
    ],
)
def test_s8_why_a_claim_is_not_paid_yet(facts: dict[str, Any], why: Waits | None) -> None:
    assert waits_for(Receives(**{"payee_id": 7, "reference": "LK-1", **facts})) is why


# --- layouts ----------------------------------------------------------------------------------------------

PAYMENT = PaymentFacts(
    payment_id=12,
    supplier="LK-1001",
    ours=reference_of(3, 12),
    payee="Acorns",
    group="Riverside",
    period="Summer 2026",
    run=3,
    pay_on=JULY,
    pence=17_500,
)
NEEDED = (
    LayoutColumn(Key.SUPPLIER, "Supplier"),
    LayoutColumn(Key.OURS, "Ref"),
    LayoutColumn(Key.SUM, "Net"),
)


def test_s11_a_row_is_written_in_the_columns_of_the_layout() -> None:
    assert cells_of(USUAL, PAYMENT) == [
        *("LK-1001", "Acorns", "Riverside", "Summer 2026", "SLS3-12", "15/07/2026"),
        17_500,
    ]
    layout = Layout((LayoutColumn(Key.TEXT, "Type", "PI"), *NEEDED, LayoutColumn(Key.RUN, "Run")), "%Y%m%d")
    assert cells_of(layout, PAYMENT) == ["PI", "LK-1001", "SLS3-12", 17_500, "3"]


def test_s11_a_layout_is_kept_and_read_back() -> None:
    layout = Layout(
        (*NEEDED, LayoutColumn(Key.TEXT, "Type", "PI")), "%Y%m%d", minor_units=True, has_headings=False
    )
    assert read_layout(layout.kept()) == layout
    assert refusals_to(layout) == []
    assert refusals_to(USUAL) == []


@pytest.mark.parametrize(
    ("layout", "fields", "words"),
    [
        (Layout(NEEDED[:2]), ["sum_place"], "Give “Sum” a place."),
        (Layout((*NEEDED, LayoutColumn(Key.DAY, " "))), ["day_heading"], "Enter a heading for “Day of payment”."),
        (Layout((*NEEDED, LayoutColumn(Key.TEXT, "", "PI"))), [""], "Enter a heading for “Always the same text”."),
        (Layout((*NEEDED, LayoutColumn(Key.DAY, "REF"), LayoutColumn(Key.RUN, "ref"))), ["", "", ""], "Two columns"),
        (Layout((*NEEDED, LayoutColumn(Key.TEXT, "Bank", "20-45-45 12345678"))), [""], "bank details"),
        (Layout(NEEDED, "%d"), ["date_format"], "Select how dates are written."),
    ],
)  # fmt: skip
def test_s11_a_layout_nobody_could_be_paid_by_is_refused(
    layout: Layout, fields: list[str], words: str
) -> None:
    refusals = refusals_to(layout)
    assert [refusal.field for refusal in refusals] == fields
    assert words in refusals[0].reason.in_words()


def test_s11_the_digest_is_of_layout_and_rows_whatever_their_order() -> None:
    other = PaymentFacts(**{**{name: getattr(PAYMENT, name) for name in PAYMENT.__slots__}, "payment_id": 5})
    rows = rows_of(USUAL, [PAYMENT, other])
    assert rows == rows_of(USUAL, [other, PAYMENT])
    assert [row[0] for row in rows] == [5, 12]
    assert digest_of(USUAL.kept(), rows) != digest_of(USUAL.kept(), rows[:1])
