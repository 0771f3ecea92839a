"""L4: the life of an event, its programme, feedback and pledges. No database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from collaborations.rules import Refusal
from core.moves import move_of
from meetings.rules.events import (
    EVENT_MOVES,
    MIN_ANSWERS,
    SECTORS,
    Answer,
    EventFacts,
    EventState,
    Kept,
    Slot,
    Useful,
    event_diagram,
    event_table,
    feedback_is_due,
    feedback_open,
    may_move_event,
    needs_end_on,
    pledge_is_due,
    pledge_open,
    refusals_of_choice,
    refusals_of_session,
    summary_of,
)
from providers.models import Provider

DRAFT, PUBLISHED, CANCELLED, HELD = EventState
STARTS = datetime(2027, 3, 10, 9, 30, tzinfo=UTC)
ENDS = datetime(2027, 3, 10, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def words(refusals: list[Refusal]) -> list[str]:
    return [str(refusal.reason) for refusal in refusals]


def test_l4_the_page_shows_the_table_and_the_diagram_of_events() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/L4.md").read_text()
    assert event_table() in page
    assert event_diagram() in page


def test_l4_every_type_of_setting_has_a_sector() -> None:
    assert set(SECTORS) == set(Provider.Type.values)


@pytest.mark.parametrize(
    ("state", "was_published", "to", "at", "said", "refused"),
    [
        (DRAFT, False, PUBLISHED, STARTS - MINUTE, "", []),
        (DRAFT, False, PUBLISHED, STARTS, "", ["It has begun already. Give it a later day first."]),
        (DRAFT, False, CANCELLED, STARTS, "Too early", []),
        (DRAFT, False, HELD, ENDS, "", ["No move leads from “Draft” to “Held”."]),
        (PUBLISHED, True, CANCELLED, STARTS, "Snow", []),
        (PUBLISHED, True, CANCELLED, STARTS, " ", ["Say why it is cancelled."]),
        (PUBLISHED, True, CANCELLED, ENDS, "Snow", ["This event is over."]),
        (PUBLISHED, True, HELD, ENDS, "", []),
        (PUBLISHED, True, HELD, ENDS - MINUTE, "", ["This event is not over yet."]),
        (CANCELLED, True, PUBLISHED, STARTS - MINUTE, "", []),
        (CANCELLED, False, PUBLISHED, STARTS - MINUTE, "", ["It comes back as what it was."]),
        (CANCELLED, False, DRAFT, STARTS - MINUTE, "", []),
        (CANCELLED, True, DRAFT, STARTS - MINUTE, "", ["It comes back as what it was."]),
        (CANCELLED, True, PUBLISHED, ENDS, "", ["This event is over."]),
        (HELD, True, PUBLISHED, ENDS, "", ["No move leads from “Held” to “Published”."]),
    ],
)
def test_l4_which_moves_can_be_made(
    state: EventState, was_published: bool, to: EventState, at: datetime, said: str, refused: list[str]
) -> None:
    facts = EventFacts(state, STARTS, ENDS, was_published)
    assert words(may_move_event(facts, to, at=at, words=said)) == refused


@given(st.sampled_from(EventState), st.sampled_from(EventState), st.booleans(), st.integers(-600, 600))
def test_l4_no_move_outside_the_table(
    state: EventState, to: EventState, was_published: bool, minutes: int
) -> None:
    facts = EventFacts(state, STARTS, ENDS, was_published)
    if not may_move_event(facts, to, at=STARTS + minutes * MINUTE, words="Snow"):
        assert move_of(EVENT_MOVES, state, to) is not None


# --- the programme ------------------------------------------------------------------------------------------

TALK = Slot(1, "Talk", time(10), time(11))
WALK = Slot(2, "Walk", time(10, 30), time(11, 30), places=2, taken=1)
FULL = Slot(3, "Full", time(11, 30), time(12), places=2, taken=2)


@pytest.mark.parametrize(
    ("chosen", "already", "refused"),
    [
        ([], [], []),
        ([TALK], [], []),
        ([TALK, WALK], [], ["“Talk” and “Walk” are at the same time. Choose one of them."]),
        ([WALK, FULL], [], ["“Full” is full."]),
        ([WALK, FULL], [3], []),  # one ends as the other begins
    ],
)
def test_l4_sessions_at_the_same_time_and_full_ones_are_refused(
    chosen: list[Slot], already: list[int], refused: list[str]
) -> None:
    assert words(refusals_of_choice(chosen, already=already)) == refused


slots = st.builds(
    lambda number, start, length: Slot(number, f"S{number}", time(start), time(start + length)),
    st.integers(1, 99),
    st.integers(8, 15),
    st.integers(1, 6),
)


@given(st.lists(slots, max_size=5, unique_by=lambda slot: slot.number))
def test_l4_a_choice_is_refused_where_any_two_meet(chosen: list[Slot]) -> None:
    meets = any(first.meets(second) for first in chosen for second in chosen if first.number != second.number)
    assert bool(refusals_of_choice(chosen)) is meets


@pytest.mark.parametrize(
    ("starts", "ends", "field"),
    [
        (time(9, 30), time(15), None),
        (time(10), time(10), "ends_at"),
        (time(9), time(10), "starts_at"),
        (time(14), time(16), "starts_at"),
    ],
)
def test_l4_a_session_is_within_the_event(starts: time, ends: time, field: str | None) -> None:
    refused = refusals_of_session(starts, ends, event_from=time(9, 30), event_until=time(15))
    assert [refusal.field for refusal in refused] == ([field] if field else [])


# --- feedback -----------------------------------------------------------------------------------------------


def test_l4_below_five_answers_only_their_number_is_shown() -> None:
    answers = [Answer(5, "Read more", "Well done", "done", "They listen")] * (MIN_ANSWERS - 1)
    few = summary_of(answers, asked=9)
    assert (few.asked, few.answers, few.is_shown) == (9, 4, False)
    assert (few.useful, few.pledges, few.words, few.kept, few.kept_words) == ((), (), (), (), ())


def test_l4_from_five_on_numbers_and_words_are_shown_in_no_order_of_people() -> None:
    answers = [
        Answer(5, "b"),
        Answer(4, "A", "Thanks"),
        Answer(4),
        Answer(1),
        Answer(3, kept="done", kept_words="x"),
    ]
    summary = summary_of(answers, asked=5)
    assert summary.is_shown
    assert summary.useful == (
        ("Very useful", 1), ("Useful", 2), ("Partly useful", 1), ("A little useful", 0), ("Not useful", 1),
    )  # fmt: skip
    assert summary.pledges == ("A", "b")
    assert summary.words == ("Thanks",)
    assert (summary.kept, summary.kept_words) == ((), ())  # one alone could be told
    kept = summary_of([Answer(5, "b", kept="partly", kept_words="x")] * 5, asked=5)
    assert kept.kept == (
        ("I have done it", 0),
        ("I have begun", 5),
        ("Not yet", 0),
        ("It does not fit any more", 0),
    )
    assert kept.kept_words == ("x",) * 5


@given(
    st.lists(
        st.builds(
            Answer,
            st.sampled_from([each.value for each in Useful]),
            st.just("pledge"),
            st.just("words"),
            st.sampled_from(["", *Kept.values]),
            st.just("what"),
        ),
        max_size=12,
    )
)
def test_l4_no_word_of_fewer_than_five_is_shown(answers: list[Answer]) -> None:
    summary = summary_of(answers, asked=len(answers))
    shown = bool(summary.pledges or summary.words or summary.useful)
    assert shown is (len(answers) >= MIN_ANSWERS)
    if sum(bool(answer.kept) for answer in answers) < MIN_ANSWERS:
        assert not summary.kept_words
        assert not summary.kept


@pytest.mark.parametrize(
    ("ends", "at", "due"),
    [
        (ENDS, datetime(2027, 3, 10, 16, 59, tzinfo=UTC), False),  # before five
        (ENDS, datetime(2027, 3, 10, 17, tzinfo=UTC), True),
        (ENDS, datetime(2027, 3, 13, 14, 59, tzinfo=UTC), True),  # a run was missed
        (ENDS, datetime(2027, 3, 13, 15, tzinfo=UTC), False),
        (datetime(2027, 3, 10, 20, tzinfo=UTC), datetime(2027, 3, 10, 19, tzinfo=UTC), False),
        (datetime(2027, 7, 7, 14, tzinfo=UTC), datetime(2027, 7, 7, 16, tzinfo=UTC), True),  # five in summer
    ],
)
def test_l4_feedback_is_asked_for_in_the_evening(ends: datetime, at: datetime, due: bool) -> None:
    assert feedback_is_due(ends, at=at) is due


def test_l4_feedback_can_be_given_for_a_fortnight_and_a_pledge_is_asked_after_after_a_term() -> None:
    day, held = timedelta(days=1), date(2027, 3, 10)
    assert not feedback_open(ENDS, at=ENDS - MINUTE)
    assert feedback_open(ENDS, at=ENDS)
    assert not feedback_open(ENDS, at=ENDS + 14 * day)
    assert [pledge_is_due(held, on=held + days * day) for days in (119, 120, 126, 127)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert [pledge_open(held, on=held + days * day) for days in (119, 120, 147, 148)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_l4_needs_are_kept_until_the_day_is_over() -> None:
    assert needs_end_on(date(2027, 3, 10)) == date(2027, 3, 11)
