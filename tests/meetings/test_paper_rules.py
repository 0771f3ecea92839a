"""G2: when papers are due, how late they are, and that a second sending says only what changed.

No database.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.papers import (
    Changes,
    Pack,
    SentItem,
    SentPaper,
    change_words,
    changes_between,
    days_late,
    due_on,
    due_words,
    late_words,
)

ON = date(2026, 11, 30)
DAY = timedelta(days=1)

ITEMS = st.lists(
    st.builds(SentItem, st.integers(1, 5), st.sampled_from("AB"), st.integers(5, 6)),
    unique_by=lambda item: item.number,
).map(tuple)
PAPERS = st.lists(
    st.builds(
        SentPaper,
        st.integers(1, 5),
        st.sampled_from("AB"),
        st.none() | st.integers(1, 2),
        st.sampled_from("xy"),
    ),
    unique_by=lambda paper: paper.number,
).map(tuple)
PACKS = st.builds(Pack, ITEMS, PAPERS, st.sampled_from([("30 November",), ("1 December",)]))


@pytest.mark.parametrize(
    ("days_ahead", "sent_on", "late", "words"),
    [
        (7, ON - 8 * DAY, 0, None),
        (7, ON - 7 * DAY, 0, None),
        (7, ON - 6 * DAY, 1, "Late by 1 day"),
        (7, ON, 7, "Late by 7 days"),
        (7, ON + DAY, 8, "Late by 8 days"),
        (0, ON, 0, None),
        (0, ON + DAY, 1, "Late by 1 day"),
        (None, ON, 0, None),
    ],
)
def test_g2_late_by_so_many_days(days_ahead: int | None, sent_on: date, late: int, words: str | None) -> None:
    days = days_late(sent_on, due_on(ON, days_ahead))
    reason = late_words(days)
    assert (days, reason and str(reason)) == (late, words)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (ON - 7 * DAY, "Papers are due by 23 November 2026."),
        (ON - 6 * DAY, "Papers were due on 23 November 2026. They will be 1 day late."),
        (ON, "Papers were due on 23 November 2026. They will be 7 days late."),
    ],
)
def test_g2_the_organiser_is_told_before_sending(today: date, words: str) -> None:
    assert str(due_words(due_on(ON, 7), today=today)) == words
    assert due_words(None, today=today) is None


# --- what changed -------------------------------------------------------------------------------------------

ONE, TWO, THREE = SentItem(1, "Welcome", 5), SentItem(2, "Fund", 20), SentItem(3, "Visits", 10)
BUDGET, PLAN = SentPaper(7, "Budget", 2, "a1"), SentPaper(8, "Plan", None, "b1")
SENT = Pack((ONE, TWO, THREE), (BUDGET, PLAN), ("30 November 2026", "16:00", "Town hall"))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (SENT, []),
        (Pack((ONE, THREE, TWO), SENT.papers, SENT.meeting), ["The items are in a different order"]),
        (
            Pack((TWO, SentItem(4, "Heating", 5), SentItem(3, "Visits", 15)), SENT.papers, SENT.meeting),
            ["New item: Heating", "Changed item: Visits", "Item taken off: Welcome"],
        ),
        (
            Pack(SENT.items, (BUDGET._replace(content="a2"), SentPaper(9, "Map", 3, "c1")), SENT.meeting),
            ["New paper: Map", "New version of a paper: Budget", "Paper taken out: Plan"],
        ),
        (
            Pack(SENT.items, (BUDGET._replace(title="The budget"), PLAN._replace(item=1)), SENT.meeting),
            ["Paper renamed or moved: The budget", "Paper renamed or moved: Plan"],
        ),
        (
            Pack(SENT.items, SENT.papers, ("30 November 2026", "16:30", "Town hall")),
            ["The day, time or place of the meeting changed"],
        ),
    ],
)
def test_g2_a_second_sending_says_only_what_changed(now: Pack, words: list[str]) -> None:
    changes = changes_between(SENT, now)
    assert [str(reason) for reason in change_words(changes)] == words
    assert bool(changes) is bool(words)


def test_g2_the_first_sending_says_everything() -> None:
    changes = changes_between(None, SENT)
    assert changes == Changes(items_added=SENT.items, papers_added=SENT.papers)
    assert changes_between(None, Pack(meeting=SENT.meeting)) == Changes()


@given(PACKS, PACKS)
def test_g2_there_is_something_to_send_exactly_when_something_changed(last: Pack, now: Pack) -> None:
    """The order in which papers are listed is none of the agenda's."""

    def shown(pack: Pack) -> object:
        return pack.items, frozenset(pack.papers), pack.meeting

    changes = changes_between(last, now)
    assert bool(changes) is (shown(last) != shown(now))
    assert bool(list(change_words(changes))) is bool(changes)


@given(PACKS, PACKS)
def test_g2_the_changes_lead_from_what_was_sent_to_what_is_now(last: Pack, now: Pack) -> None:
    changes = changes_between(last, now)
    papers = {paper.number: paper for paper in last.papers}
    for paper in changes.papers_removed:
        del papers[paper.number]
    for paper in (*changes.papers_added, *changes.papers_replaced, *changes.papers_changed):
        papers[paper.number] = paper
    assert set(papers.values()) == set(now.papers)
    items = {item.number: item for item in last.items}
    for item in changes.items_removed:
        del items[item.number]
    for item in (*changes.items_added, *changes.items_changed):
        items[item.number] = item
    assert set(items.values()) == set(now.items)
