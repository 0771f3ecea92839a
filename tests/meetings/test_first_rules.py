"""The rules of a first meeting (C1, G1): when it is arranged, whom to remind, who comes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collaborations.rules import State
from meetings.rules.first import (
    ARRANGING,
    REMIND_AFTER,
    FirstFacts,
    Word,
    is_reminded,
    may_arrange,
    may_say_who_came,
    tally,
)
from meetings.rules.states import MeetingState

TODAY = date(2026, 11, 10)


def said(refusals: list) -> list[tuple[str, str]]:
    return [(refusal.field, str(refusal.reason)) for refusal in refusals]


@pytest.mark.parametrize("state", State)
def test_c1_it_is_arranged_while_a_group_is_proposed_or_waits_for_it(state: State) -> None:
    refused = may_arrange(FirstFacts(state), on=TODAY, today=TODAY)
    assert (not refused) is (state in {State.PROPOSED, State.INITIAL_MEETING})
    assert (not refused) is (state in ARRANGING)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (FirstFacts(State.ENQUIRY), "Record first that the group is proposed"),
        (FirstFacts(State.ACTIVE), "while the group is being formed"),
        (FirstFacts(State.INITIAL_MEETING, is_arranged=True), "is arranged already"),
        (FirstFacts(State.DRAFTING, is_arranged=True, is_recorded=True), "is recorded already"),
    ],
)
def test_c1_why_it_is_not_arranged_is_said_once(facts: FirstFacts, words: str) -> None:
    [(field, sentence)] = said(may_arrange(facts, on=TODAY, today=TODAY))
    assert field == ""
    assert words in sentence


def test_c1_it_lies_ahead_and_every_reason_is_said_at_once() -> None:
    facts = FirstFacts(State.PROPOSED, is_arranged=True)
    refused = said(may_arrange(facts, on=TODAY - timedelta(1), today=TODAY))
    assert [field for field, _words in refused] == ["", "on"]


@pytest.mark.parametrize(
    ("state", "days", "number", "words"),
    [
        (MeetingState.PLANNED, 0, 1, ""),
        (MeetingState.HELD, -3, 1, ""),
        (MeetingState.PLANNED, 1, 1, "Who came can be recorded from then on"),
        (MeetingState.CANCELLED, 0, 1, "This meeting is cancelled"),
        (MeetingState.PLANNED, 0, 0, "at least one"),
    ],
)
def test_g1_who_came_is_said_from_the_day_on(state: MeetingState, days: int, number: int, words: str) -> None:
    on = TODAY + timedelta(days)
    refused = said(may_say_who_came(state, meeting_on=on, today=TODAY, number=number))
    assert bool(refused) is bool(words)
    assert all(words in sentence for _field, sentence in refused)


@pytest.mark.parametrize(
    ("word", "days", "reminded"),
    [("", 2, True), ("", 1, False), ("", 0, False), ("", 30, True), *((word, 30, False) for word in Word)],
)
def test_g1_only_who_has_not_answered_is_reminded_and_not_again_within_two_days(
    word: str, days: int, reminded: bool
) -> None:
    assert is_reminded(word, last_on=TODAY - timedelta(days), today=TODAY) is reminded
    assert timedelta(2) == REMIND_AFTER


@given(st.lists(st.sampled_from(["", *Word.values])))
def test_g1_everybody_invited_is_counted_once(words: list[str]) -> None:
    counted = tally(words)
    assert counted.invited == len(words)
    assert (counted.yes, counted.waiting) == (words.count("yes"), words.count(""))
    assert counted.yes + counted.maybe + counted.no + counted.waiting == len(words)
