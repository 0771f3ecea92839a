"""What an export writes straight away is what it would have written after looking at it closely."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.exports.cells import (
    BLANKS,
    FORMULA_STARTS,
    TELEPHONE,
    as_pounds,
    as_text,
    guarded,
    is_plain,
    without_control_characters,
)
from core.exports.notes import Notes
from core.exports.sheets import Format, write_sheet
from core.money import plain_pounds
from core.tables.columns import Column, Kind

#: Any text, lone surrogates and what XML forbids among it, often beginning as a formula does.
TEXTS = st.builds(
    str.__add__,
    st.sampled_from(["", *sorted(FORMULA_STARTS), *BLANKS, " \xa0=", "+4"]),
    st.text(st.characters(exclude_categories=[])),
)
NOTES = Notes("Sheet", dt.datetime(2026, 7, 1, tzinfo=dt.UTC), "Amina Officer")


@given(TEXTS)
@example("\ufffe")
@example("\ud800")
@example("a\r\nb")
@example("a\u2028b")
@example("")
def test_a_plain_text_is_written_as_it_is_and_any_other_is_read(text: str) -> None:
    if is_plain(text):
        assert as_text(text) == text
        assert without_control_characters(text) == text


@given(TEXTS)
def test_a_text_is_guarded_by_its_first_letter_that_is_seen(text: str) -> None:
    first = text.lstrip(BLANKS)[:1]
    runs = first in FORMULA_STARTS and bool(first) and not TELEPHONE.fullmatch(text)
    assert guarded(text) == (f"'{text}" if runs else text)


@given(st.integers(min_value=-(10**20), max_value=10**20))
@example(-5)
@example(0)
def test_pence_are_the_same_pounds_however_they_are_written(pence: int) -> None:
    assert plain_pounds(pence) == str(as_pounds(pence))
    assert pence / 100 == float(Decimal(pence).scaleb(-2))


@pytest.mark.parametrize("wanted", [Format.CSV, Format.XLSX, Format.ODS])
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.MONEY, True),
        (Kind.MONEY, 1.5),
        (Kind.MONEY, "100"),
        (Kind.NUMBER, True),
        (Kind.NUMBER, "100"),
        (Kind.DATE, dt.datetime(2026, 7, 1, tzinfo=dt.UTC)),
        (Kind.DATETIME, dt.date(2026, 7, 1)),
        (Kind.DATETIME, dt.datetime(2026, 7, 1)),
    ],
)
def test_a_value_of_another_kind_is_refused_in_every_format(wanted: Format, kind: Kind, value: Any) -> None:
    with pytest.raises(TypeError):
        write_sheet(wanted, io.BytesIO(), [Column("x", "X", kind)], [(value,)], NOTES)
