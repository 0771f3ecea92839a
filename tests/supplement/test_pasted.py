"""S9, S3: pasted lines of a URN and a value, with what is wrong told at its line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reasons import Reason
from supplement.rules.pasted import MAX_LINES, cells_of, read_hours, read_pairs, read_reference, urns_in

SETTINGS = {"EY123456": 1, "EY234567": 2, "304545": 3}


def read(text: str) -> tuple[dict[int, str], list[tuple[int, str]]]:
    pasted = read_pairs(text, SETTINGS, read_reference)
    return dict(pasted.values), [(fault.line, str(fault.reason)) for fault in pasted.faults]


@pytest.mark.parametrize(
    "text",
    [
        "EY123456,V001\n304545,12345678",
        "URN,Supplier reference\n\nEY123456;V001\n304545\t12345678\n",
        'ey 123456 ,V001,,\n\n  \n"304545",12345678',
        "EY123456|V001\r\n304545|12345678\r\n",
    ],
)
def test_s9_lines_are_read_as_spreadsheets_give_them(text: str) -> None:
    assert read(text) == ({1: "V001", 3: "12345678"}, [])


def test_s9_every_line_that_is_wrong_is_told() -> None:
    text = "EY123456,V001\nEY999999,V002\nEY234567\nEY123456,V003\nEY234567,20-45-45 12345678\n304545,\n,V1"
    values, faults = read(text)
    assert values == {1: "V001"}
    assert [line for line, _words in faults] == [2, 3, 4, 5, 6, 7]
    words = [words for _line, words in faults]
    assert words[0] == "There is no setting with the URN EY999999."
    assert words[1] == "Enter a URN and one value, with a comma or a tab between."
    assert words[2] == "EY123456 stands in line 1 already."
    assert "bank details" in words[3]


def test_s9_too_many_lines_are_not_read_at_all() -> None:
    values, faults = read("EY123456,V001\n" * (MAX_LINES + 1))
    assert (values, faults[0][0]) == ({}, MAX_LINES + 1)
    assert read("EY123456,V001\n" + "\n" * (MAX_LINES - 1)) == ({1: "V001"}, [])


@pytest.mark.parametrize(
    ("text", "is_good"),
    [("V001", True), (" a ", True), ("x" * 40, True), ("x" * 41, False), ("", False), ("--", False)],
)
def test_s9_a_reference_has_something_in_it(text: str, is_good: bool) -> None:
    assert isinstance(read_reference(text), str) == is_good


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1250", Decimal(1250)),
        ("1,250.50", Decimal("1250.50")),
        ("0", Decimal(0)),
        ("999999.99", Decimal("999999.99")),
        ("1000000", None),
        ("1.255", None),
        ("-3", None),
        ("", None),
        (".", None),
        ("1e3", None),
        ("١٢", None),
        ("many", None),
    ],
)
def test_s3_funded_hours_are_read_with_and_without_commas(text: str, hours: Decimal | None) -> None:
    found = read_hours(text)
    assert (None if isinstance(found, Reason) else found) == hours


def test_s9_the_urns_of_a_text_are_those_that_are_looked_up() -> None:
    assert urns_in("EY123456,V001\n\nnot-one,V2") == {"EY123456", "NOT-ONE"}


@given(st.text())
def test_s9_whatever_is_pasted_every_line_is_read_or_told(text: str) -> None:
    pasted = read_pairs(text, SETTINGS, read_reference)
    filled = [line for line in text.splitlines() if any(cells_of(line))]
    assert len(pasted.values) + len(pasted.faults) in (len(filled), max(len(filled) - 1, 0))
