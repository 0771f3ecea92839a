"""W1, W3: how far a section is."""

from __future__ import annotations

from typing import Any

import pytest

from ways_of_working.rules.progress import Progress, mark_of, progress_of
from ways_of_working.rules.questions import questions_of

ALL_OF_PURPOSE = {question.key: "Words" for question in questions_of("1.2")}


@pytest.mark.parametrize(
    ("key", "said", "expected"),
    [
        ("1.2", {}, (Progress.NOT_STARTED, 0, 2)),
        ("1.2", {"texts": {"aims": "   "}}, (Progress.NOT_STARTED, 0, 2)),
        ("1.2", {"texts": {"aims": "Words"}}, (Progress.IN_PROGRESS, 1, 2)),
        ("1.2", {"texts": ALL_OF_PURPOSE}, (Progress.COMPLETE, 2, 2)),
        ("1.2", {"texts": ALL_OF_PURPOSE, "is_used": False}, (Progress.NOT_USED, 2, 2)),
        ("1.14", {"values": {"quorum": "share:50"}}, (Progress.IN_PROGRESS, 1, 6)),
        ("1.14", {"values": {"quorum": "nobody"}}, (Progress.NOT_STARTED, 0, 6)),
        ("1.5", {"title": "Our fair"}, (Progress.IN_PROGRESS, 0, 1)),
        ("1.5", {"texts": {"local_1_5": "In July"}}, (Progress.IN_PROGRESS, 1, 1)),
        ("1.5", {"title": "Our fair", "texts": {"local_1_5": "In July"}}, (Progress.COMPLETE, 1, 1)),
    ],
)
def test_how_far_a_section_is(key: str, said: dict[str, Any], expected: tuple[Progress, int, int]) -> None:
    facts: dict[str, Any] = {"is_used": True, "title": "", "texts": {}, "values": {}}
    assert progress_of(key, **facts | said) == expected


def test_a_mark_is_the_same_for_the_same() -> None:
    assert mark_of({"a": 1, "b": [2]}) == mark_of({"b": [2], "a": 1}) != mark_of({"a": 1})
