"""Values in words (core.wording)."""

import datetime
from typing import Any

import pytest

from core import wording

LONDON_SUMMER = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime.date(2026, 11, 21), "21 November 2026"),
        (datetime.time(17, 30), "5:30pm"),
        (datetime.time(9), "9am"),
        (datetime.time(12), "midday"),
        (datetime.time(0), "midnight"),
        (datetime.time(0, 5), "12:05am"),
        (datetime.time(12, 1), "12:01pm"),
        (LONDON_SUMMER, "2 July 2026 at 12:30am"),  # British Summer Time: the next day in London
        (True, "Yes"),
        (False, "No"),
        (None, ""),
        (7, 7),
        ("as it is", "as it is"),
    ],
)
def test_in_words(value: Any, words: Any) -> None:
    assert wording.in_words(value) == words


def test_the_date_of_an_instant_is_the_one_in_london() -> None:
    assert wording.date_in_words(LONDON_SUMMER) == "2 July 2026"
    assert wording.time_in_words(LONDON_SUMMER) == "12:30am"


@pytest.mark.parametrize(
    ("pence", "words"),
    [(0, "£0"), (5, "£0.05"), (123400, "£1,234"), (123450, "£1,234.50"), (-250, "−£2.50"), (None, "")],
)
def test_pounds(pence: int | None, words: str) -> None:
    assert wording.pounds(pence) == words


@pytest.mark.parametrize("write", [wording.date_in_words, wording.time_in_words, wording.instant_in_words])
def test_nothing_is_written_as_nothing(write: Any) -> None:
    assert write(None) == ""


def test_a_long_name_may_break_after_its_punctuation() -> None:
    assert wording.breakable("a_file-2026.csv") == "a_<wbr>file-<wbr>2026.<wbr>csv"
    assert wording.breakable("no break <b>") == "no break &lt;b&gt;"
