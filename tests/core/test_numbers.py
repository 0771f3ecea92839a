"""Numbers in addresses (core.forms.numbers)."""

import pytest

from core.forms.numbers import whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("0", 0), ("9" * 15, 10**15 - 1)]
    + [
        (text, None)
        for text in ("", None, "²", "٣", "７", "-1", "+1", "1.0", " 1", "1_0", "x", "9" * 16, "9" * 5000)
    ],
)
def test_a_whole_number_or_nothing(text: str | None, number: int | None) -> None:
    assert whole_number(text) == number
