"""Undoing the planning of a meeting: G1, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from meetings.rules.taking_back import PlannedFacts, may_take_back

#: Half past midnight in summer: the day before by universal time.
AT = datetime.fromisoformat("2026-06-30T23:30:00+00:00")
DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (DAY, []),
        (
            date(2026, 6, 30),
            ["Planning can be undone only on the day it was done, which was 1 July 2026."],
        ),
        (
            date(2026, 7, 2),
            ["Planning can be undone only on the day it was done, which was 1 July 2026."],
        ),
    ],
)
def test_g1_planning_is_undone_within_its_day_in_london(today: date, said: list[str]) -> None:
    assert [str(refusal.reason) for refusal in may_take_back(PlannedFacts(AT), today=today)] == said


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        ("is_first", "first meeting"),
        ("has_marks", "marked"),
        ("has_votes", "vote"),
        ("has_minutes", "Minutes"),
        ("has_papers", "Papers"),
        ("has_answers", "whether they come"),
        ("has_items", "items"),
    ],
)
def test_g1_what_stands_on_a_meeting_keeps_it(stands: str, words: str) -> None:
    facts: Any = {stands: True}
    [refusal] = may_take_back(replace(PlannedFacts(AT), **facts), today=DAY)
    assert words in str(refusal.reason)
