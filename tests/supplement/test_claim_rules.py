"""S7: the life of a claim as one table. No database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from core.moves import diagram_of, table_of
from supplement.rules.claims import (
    BEFORE_APPROVAL,
    CLAIM_MOVES,
    ENDED,
    MAY_BE_APPEALED,
    MAY_WAIT,
    Actor,
    Assessment,
    ClaimFacts,
    ClaimState,
    is_corrected_after_appeal,
    may_move,
    moves_from,
    upheld,
)
from tests.supplement.test_deciding_rules import AUTUMN

S = ClaimState
IN_TIME = date(2026, 10, 12)


def refused(facts: ClaimFacts, to: ClaimState, actor: Actor, **said: object) -> list[tuple[str, str]]:
    asked: dict = {"period": AUTUMN, "today": IN_TIME, **said}
    return [(row.field, str(row.reason)) for row in may_move(facts, to, actor=actor, **asked)]


def test_s7_each_move_stands_in_the_table_once_and_only_the_ends_are_left_by_nobody() -> None:
    pairs = [(row.start, row.to) for row in CLAIM_MOVES]
    assert len(pairs) == len(set(pairs))
    assert set(S) - {row.start for row in CLAIM_MOVES} == ENDED
    assert set(S) - {row.to for row in CLAIM_MOVES} == {S.DRAFT}


def test_s7_the_page_shows_the_table_and_the_diagram() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/S7.md").read_text()
    assert table_of(CLAIM_MOVES) in page
    assert diagram_of(CLAIM_MOVES, S, S.DRAFT) in page


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 4), ["You can send a claim for Autumn 2026 from 5 October 2026 to 30 October 2026."]),
        (date(2026, 10, 5), []),
        (date(2026, 10, 30), []),
        (
            date(2026, 10, 31),
            ["You can send a claim for Autumn 2026 from 5 October 2026 to 30 October 2026."],
        ),
    ],
)
def test_s7_a_claim_is_sent_within_its_window(day: date, words: list[str]) -> None:
    found = refused(ClaimFacts(S.DRAFT), S.SUBMITTED, Actor.LEADER, today=day)
    assert [sentence for _field, sentence in found] == words


def test_s7_what_needs_words_asks_for_them_at_the_field() -> None:
    asked = [("words", "Enter the reason.")]
    assert refused(ClaimFacts(S.CHECKING), S.RETURNED, Actor.OFFICER, words=" ") == asked
    assert refused(ClaimFacts(S.CHECKING), S.RETURNED, Actor.OFFICER, words="Which minutes?") == []


def test_s7_only_an_eligible_claim_is_calculated() -> None:
    unsaid = refused(ClaimFacts(S.CHECKING), S.ASSESSED, Actor.OFFICER)
    assert unsaid == [("assessment", "Say whether the claim is eligible, eligible in part or not eligible.")]
    allowed = {
        word: refused(ClaimFacts(S.ASSESSED, assessment=word), S.CALCULATED, Actor.RUN) for word in Assessment
    }
    assert [word for word in Assessment if not allowed[word]] == [Assessment.ELIGIBLE, Assessment.PART]


@pytest.mark.parametrize(("by", "words"), [(7, 1), (8, 0), (None, 1)])
def test_s7_whoever_calculated_does_not_approve(by: int | None, words: int) -> None:
    facts = ClaimFacts(S.REVIEWED, calculated_by=7)
    assert len(refused(facts, S.APPROVED, Actor.APPROVER, by=by)) == words


@pytest.mark.parametrize("state", S)
def test_s7_a_claim_is_withdrawn_until_it_is_approved(state: ClaimState) -> None:
    found = refused(ClaimFacts(state), S.WITHDRAWN, Actor.LEADER, words="We have closed.")
    assert (not found) == (state in BEFORE_APPROVAL)


@pytest.mark.parametrize("stood", MAY_WAIT)
def test_s7_what_was_on_hold_goes_on_where_it_stood(stood: ClaimState) -> None:
    facts = ClaimFacts(S.ON_HOLD, stood=stood)
    assert [row.to for row in moves_from(facts, Actor.FINANCE)] == [stood]
    other = next(state for state in MAY_WAIT if state is not stood)
    assert refused(facts, other, Actor.FINANCE, words="It is here.") == [
        ("", "The claim did not stand there before.")
    ]
    assert refused(facts, stood, Actor.FINANCE, words="It is here.") == []


@pytest.mark.parametrize("stood", MAY_BE_APPEALED)
def test_s7_an_upheld_appeal_is_checked_again_before_approval_and_corrected_after(stood: ClaimState) -> None:
    facts = ClaimFacts(S.APPEALED, stood=stood)
    right = {S.PAID: S.ADJUSTED, S.APPROVED: S.APPROVED}.get(stood, S.CHECKING)
    assert (upheld(stood), is_corrected_after_appeal(stood)) == (right, right is not S.CHECKING)
    assert {row.to for row in moves_from(facts, Actor.OFFICER)} == {stood, right}
    assert refused(facts, right, Actor.OFFICER, words="You are right.") == []
    for wrong in {S.CHECKING, S.ADJUSTED} - {right}:
        assert len(refused(facts, wrong, Actor.OFFICER, words="You are right.")) == 1


def test_s7_spending_is_reported_with_a_report() -> None:
    assert refused(ClaimFacts(S.PAID), S.REPORTED, Actor.LEADER) == [
        ("", "Report what the money was spent on first.")
    ]
    assert refused(ClaimFacts(S.PAID, has_report=True), S.REPORTED, Actor.LEADER) == []


@given(state=st.sampled_from(S), to=st.sampled_from(S), actor=st.sampled_from(Actor))
def test_s7_nobody_makes_a_move_of_somebody_else(state: ClaimState, to: ClaimState, actor: Actor) -> None:
    facts = ClaimFacts(state, stood=to, assessment=Assessment.ELIGIBLE, calculated_by=7, has_report=True)
    found = refused(facts, to, actor, by=8, words="Because.")
    offered = {row.to for row in moves_from(facts, actor)}
    assert (not found) == (to in offered)
