"""S7: where a claim stands in plain words, and what happens next. No database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.next_steps import Window, leaves_a_run, next_step, pays_on, window_on
from supplement.rules.schemes import Instalment
from tests.supplement.test_deciding_rules import AUTUMN

S = ClaimState
BEFORE, FIRST, LAST, AFTER = date(2026, 10, 4), date(2026, 10, 5), date(2026, 10, 30), date(2026, 10, 31)


@pytest.mark.parametrize(
    ("day", "window"),
    [(BEFORE, Window.COMING), (FIRST, Window.OPEN), (LAST, Window.OPEN), (AFTER, Window.OVER)],
)
def test_s7_both_ends_of_the_window_belong_to_it(day: date, window: Window) -> None:
    assert window_on(AUTUMN, day) is window


@pytest.mark.parametrize(
    ("state", "day", "now", "then", "due_on"),
    [
        (
            None,
            BEFORE,
            "Claims for Autumn 2026 are not open yet.",
            "can begin the claim on 5 October 2026",
            None,
        ),
        (None, FIRST, "Nobody has begun the claim yet.", "sends it by 30 October 2026", LAST),
        (
            None,
            AFTER,
            "No claim was sent by 30 October 2026, the last day.",
            "ask the early years team",
            None,
        ),
        (S.DRAFT, BEFORE, "The claim is being written.", "send it from 5 October 2026", None),
        (S.DRAFT, LAST, "The claim is being written.", "sends it by 30 October 2026", LAST),
        (S.DRAFT, AFTER, "The claim was not sent by 30 October 2026, the last day.", "ask the early", None),
        (S.SUBMITTED, LAST, "The claim is with the early years team.", "13 November 2026", None),
        (S.RETURNED, AFTER, "sent the claim back with a question", "A leader answers", date(2026, 11, 13)),
        (S.RETURNED, date(2026, 11, 14), "sent the claim back with a question", "A leader answers", None),
        (S.CALCULATED, AFTER, "worked out, and not approved", "payment is 4 December 2026", None),
        (S.WITHDRAWN, AFTER, "Nothing is paid for Autumn 2026", "one claim a period", None),
    ],
)
def test_s7_what_is_told(
    state: ClaimState | None, day: date, now: str, then: str, due_on: date | None
) -> None:
    step = next_step(state, AUTUMN, today=day)
    assert now in str(step.now)
    assert then in str(step.then)
    assert step.due_on == due_on


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("day", [BEFORE, LAST, AFTER])
def test_s7_every_state_is_told_in_whole_sentences(state: ClaimState, day: date) -> None:
    step = next_step(state, AUTUMN, today=day)
    for reason in (step.now, step.then):
        assert reason is None or str(reason).endswith(".")
    assert (step.then is None) == (state is S.CLOSED)


@pytest.mark.parametrize(
    ("assessment", "words"),
    [
        (Assessment.ELIGIBLE, "can be paid"),
        (Assessment.PART, "can be paid"),
        (Assessment.NOT, "nothing is paid"),
    ],
)
def test_s7_what_is_not_eligible_is_told_with_the_way_to_appeal(assessment: Assessment, words: str) -> None:
    step = next_step(S.ASSESSED, AUTUMN, assessment=assessment, today=AFTER)
    assert words in str(step.now)
    assert ("appeal" in str(step.then)) == (assessment is Assessment.NOT)


def test_s7_after_all_days_of_payment_none_is_promised() -> None:
    late = date(2027, 3, 1)
    for state, words in (
        (S.ASSESSED, "The finance team works out the sum."),
        (S.CALCULATED, "A second person checks and approves the sums of all groups."),
        (S.APPROVED, "It goes out with the next payment file."),
    ):
        assert str(next_step(state, AUTUMN, today=late).then) == words
    refused = next_step(S.ASSESSED, AUTUMN, assessment=Assessment.NOT, today=late)
    assert "appeal" in str(refused.then)


def test_s7_what_keeps_an_approved_sum_from_being_paid_is_said_to_wait() -> None:
    step = next_step(S.APPROVED, AUTUMN, waits=True, today=AFTER)
    assert "its payment waits" in str(step.now)
    assert next_step(S.PAID, AUTUMN, waits=True, today=AFTER) == next_step(S.PAID, AUTUMN, today=AFTER)


def test_s7_the_next_day_of_payment_is_named_and_the_last_one_after_all() -> None:
    two = replace(AUTUMN, instalments=(Instalment(date(2027, 1, 8), 40), Instalment(date(2026, 12, 4), 60)))
    assert pays_on(two, date(2026, 12, 4)) == date(2026, 12, 4)
    assert pays_on(two, date(2026, 12, 5)) == date(2027, 1, 8)
    assert pays_on(two, date(2027, 2, 1)) == date(2027, 1, 8)


def test_s8_what_was_calculated_and_is_withdrawn_leaves_its_run() -> None:
    assert {state for state in S if leaves_a_run(state)} == {S.CALCULATED, S.REVIEWED}
