"""A clause as it is read."""

from __future__ import annotations

import pytest

from ways_of_working.rules.clauses import Clause


@pytest.mark.parametrize(
    ("lines", "words", "is_answered"),
    [
        ((), "", False),
        (("75%",), "", True),
        ((), "We meet at Acorns.", True),
        (("75%",), "Or send a deputy.", True),
    ],
)
def test_w1_a_clause_is_answered_by_its_lines_or_its_words(
    lines: tuple[str, ...], words: str, is_answered: bool
) -> None:
    assert Clause("attendance", "1.9", "Attendance", lines, words).is_answered is is_answered
