"""The days of the demonstration's story: it is built at any hour of the day, in summer and in winter."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from portal.demonstration.story import Story


@pytest.mark.parametrize("days", [0, 1, 40, 200, 420])
@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 29, 23, 39, tzinfo=UTC),  # winter: 200 days ago the clocks stood an hour later
        datetime(2026, 7, 1, 23, 30, tzinfo=UTC),  # summer: half past midnight of the next day
        datetime(2026, 7, 2, 11, 0, tzinfo=UTC),
    ],
    ids=str,
)
def test_a_time_so_many_days_ago_is_of_that_day(at: datetime, days: int) -> None:
    story = Story.__new__(Story)  # the days alone: the rest of it reads the groups that were built
    story.at, story.today = at, timezone.localdate(at)
    assert timezone.localdate(story.then(days)) == story.ago(days)
