"""S9: bank details are refused wherever they are typed, and what only looks a little like them is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import exact_pounds
from supplement.rules.bank_details import looks_like_bank_details, refusal_of


@pytest.mark.parametrize(
    "text",
    [
        "20-45-45 12345678",
        "sort 204545, account 12345678",
        "20454512345678",
        "20 45 45, 1234 5678",
        "Sort code: 204545",
        "Please pay to sort-code 20-45-45",
        "account number 12345678",
        "A/C no. 12345678",
        "20-45-45",
        "20–45–45",
        "GB29 NWBK 6016 1331 9268 19",
        "gb29nwbk60161331926819",
        "GB29 NWBK 6016 1331 9268 19 is it",
        "IBAN DE89 3704 0044 0532 0130 00",
        "IBAN: 4",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
    ],
)
def test_s9_bank_details_are_refused(text: str) -> None:
    assert looks_like_bank_details(f"Our new payee. {text}. Thank you.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Supplier 10023456",
        "LK-1001",
        "01622 696969",
        "+44 7700 900123",
        "07700 900 123",
        "12-10-26",
        "12.10.26",
        "£1,234.50 of £20,454.50",
        "EY123456 and EY654321",
        "Invoice 2026-11-30/12345",
        "Account for what you spent: 3 books",
        "We sort code books by colour",
        "GB29 NWBK 6016 1331 9268 18",
        "4111 1111 1111 1112",
        "Order 1234567890123456789012345678901234567890",
    ],
)
def test_s9_other_numbers_are_left_alone(text: str) -> None:
    assert not looks_like_bank_details(text)


def test_s9_the_refusal_says_what_to_do() -> None:
    assert refusal_of("Training for six") is None
    assert str(refusal_of("20-45-45 12345678")).startswith("This looks like bank details. We keep none")


@given(sort=st.integers(0, 999_999), account=st.integers(0, 99_999_999), mark=st.sampled_from(["", "-", " "]))
def test_s9_a_sort_code_with_its_account_is_refused_however_it_is_written(
    sort: int, account: int, mark: str
) -> None:
    code = f"{sort:06}"
    assert looks_like_bank_details(f"{mark.join((code[:2], code[2:4], code[4:]))} {account:08}")


@given(pence=st.integers(0, 10**10), day=st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_s9_sums_and_days_never_are(pence: int, day: date) -> None:
    assert not looks_like_bank_details(
        f"{exact_pounds(pence)} on {day:%d-%m-%y}, {day.isoformat()}, {day:%d/%m/%Y}"
    )
