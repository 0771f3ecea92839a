"""W2: the life of a version, the members' answers, and what an adoption needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ways_of_working.rules.adoption import (
    TRANSITIONS,
    WRITABLE,
    AdoptionFacts,
    AdoptionRule,
    MemberAnswer,
    State,
    Tally,
    is_met,
    may_adopt,
    may_answer,
    may_take_back,
    rule_for,
    state_on,
    still_to_answer,
    tally_of,
    transition_of,
)
from ways_of_working.rules.effective import Adopted, effective_terms

SENT, DAY, TODAY = date(2026, 9, 1), date(2026, 9, 20), date(2026, 9, 21)
ALL, MAJORITY = AdoptionRule.ALL, AdoptionRule.MAJORITY
YES, CHANGE, PASS = MemberAnswer.AGREES, MemberAnswer.CHANGE, MemberAnswer.ABSTAINS


def facts(
    answers: str, *, rule: AdoptionRule = ALL, state: State = State.CIRCULATED, is_material: bool = True
) -> AdoptionFacts:
    """One character a member: y agrees, c asks for a change, a abstains, - is silent."""
    meaning = {"y": YES, "c": CHANGE, "a": PASS}
    given_answers = {number: meaning[email] for number, email in enumerate(answers) if email != "-"}
    return AdoptionFacts(
        state, SENT, rule, frozenset(range(len(answers))), given_answers, is_material, date(2026, 1, 1)
    )


def said(found: AdoptionFacts, *, on: date = DAY, decision: str = "At the meeting.") -> list[str]:
    return [str(refusal.reason) for refusal in may_adopt(found, on=on, today=TODAY, decision=decision)]


@pytest.mark.parametrize(
    ("rule_", "answers", "is_material", "refusals"),
    [
        (ALL, "yyyyyy", True, []),
        (ALL, "yyyyya", True, []),
        (ALL, "yaaaaa", True, []),
        (ALL, "aaaaaa", True, ["Every member abstains. At least one must agree."]),
        (ALL, "yyyyy-", True, ["One member has not answered."]),
        (ALL, "yyyy--", True, ["2 members have not answered."]),
        (ALL, "yyyyyc", True, ["One member asks for a change."]),
        (ALL, "yyycc-", True, ["2 members ask for a change.", "One member has not answered."]),
        (ALL, "", True, ["There are no members on that day who could adopt it."]),
        (ALL, "------", False, []),
        (ALL, "---c--", False, ["One member asks for a change."]),
        (MAJORITY, "yyyy--", True, []),
        (MAJORITY, "yyyyca", True, []),
        (MAJORITY, "yyy---", True, ["More than half of the members must agree. So far 3 of 6 do."]),
        (MAJORITY, "yyyaaa", True, ["More than half of the members must agree. So far 3 of 6 do."]),
        (MAJORITY, "yyycc-a", True, ["More than half of the members must agree. So far 3 of 7 do."]),
        (MAJORITY, "", True, ["There are no members on that day who could adopt it."]),
        (MAJORITY, "------", False, []),
        (MAJORITY, "--c---", False, ["More than half of the members must agree. So far 0 of 6 do."]),
    ],
)
def test_w2_who_must_agree(rule_: AdoptionRule, answers: str, is_material: bool, refusals: list[str]) -> None:
    assert said(facts(answers, rule=rule_, is_material=is_material)) == refusals


@pytest.mark.parametrize("state", [state for state in State if state is not State.CIRCULATED])
def test_w2_only_what_is_with_the_members_is_adopted(state: State) -> None:
    assert len(said(facts("yy", state=state))) == 1


def test_w2_every_reason_at_once() -> None:
    found = may_adopt(facts("y-"), on=date(2025, 12, 1), today=TODAY, decision=" ")
    assert [refusal.field for refusal in found] == ["on", "on", "decision", "answers"]
    assert {refusal.reason.code for refusal in found} == {"W2"}
    assert said(facts("y"), on=date(2026, 9, 22)) == ["The day must be today or in the past."]


def test_w2_who_left_does_not_count_and_who_joined_does() -> None:
    answers = {1: YES, 2: CHANGE}
    assert tally_of({1, 3}, answers) == Tally(members=2, agree=1, change=0, abstain=0)
    assert still_to_answer({1, 3}, answers) == {3}


@pytest.mark.parametrize(
    ("state", "answer", "words", "is_member", "fields"),
    [
        (State.CIRCULATED, YES, "", True, []),
        (State.CIRCULATED, PASS, "", True, []),
        (State.CIRCULATED, CHANGE, "Meet on Mondays.", True, []),
        (State.CIRCULATED, CHANGE, " ", True, ["words"]),
        (State.CIRCULATED, YES, "", False, ["answer"]),
        (State.DRAFT, YES, "", True, ["answer"]),
        (State.ADOPTED, CHANGE, "", False, ["answer", "answer", "words"]),
    ],
)
def test_w2_an_answer(
    state: State, answer: MemberAnswer, words: str, is_member: bool, fields: list[str]
) -> None:
    assert [
        refusal.field for refusal in may_answer(state, answer, words=words, is_member=is_member)
    ] == fields


@pytest.mark.parametrize(
    ("state", "change", "refused"),
    [(State.CIRCULATED, 1, 0), (State.CIRCULATED, 0, 1), (State.DRAFT, 1, 1), (State.ADOPTED, 1, 1)],
)
def test_w2_it_is_taken_back_when_a_change_is_asked_for(state: State, change: int, refused: int) -> None:
    assert len(may_take_back(state, Tally(6, 2, change, 0))) == refused


def test_w2_the_rule_is_the_one_in_force_before() -> None:
    nothing = effective_terms(on=DAY, adopted=(), defaults=())
    agreed = effective_terms(on=DAY, adopted=[Adopted(1, SENT, {"adoption_rule": "majority"})], defaults=())
    assert (rule_for(nothing), rule_for(agreed)) == (ALL, MAJORITY)


@pytest.mark.parametrize(
    ("kept", "due", "shown"),
    [
        (State.ADOPTED, None, State.ADOPTED),
        (State.ADOPTED, date(2026, 9, 22), State.ADOPTED),
        (State.ADOPTED, TODAY, State.REVIEW_DUE),
        (State.SUPERSEDED, SENT, State.SUPERSEDED),
        (State.DRAFT, SENT, State.DRAFT),
    ],
)
def test_w2_a_review_falls_due_by_the_clock(kept: State, due: date | None, shown: State) -> None:
    assert state_on(kept, review_due_on=due, today=TODAY) is shown


def test_w2_what_ended_has_no_way_on_and_only_a_draft_is_written() -> None:
    assert {row.start for row in TRANSITIONS}.isdisjoint({State.SUPERSEDED, State.DISCARDED})
    assert {State.DRAFT} == WRITABLE
    assert [row.start for row in TRANSITIONS if row.to is State.DRAFT] == [State.CIRCULATED]
    assert len({(row.start, row.to) for row in TRANSITIONS}) == len(TRANSITIONS)


@settings(deadline=None, max_examples=60)
@given(members=st.integers(1, 30), data=st.data())
def test_w2_more_agreement_never_hurts(members: int, data: st.DataObject) -> None:
    agree = data.draw(st.integers(0, members))
    change = data.draw(st.integers(0, members - agree))
    tally = Tally(members, agree, change, data.draw(st.integers(0, members - agree - change)))
    for one in AdoptionRule:
        if is_met(one, tally) and tally.silent:
            assert is_met(one, tally._replace(agree=agree + 1))
    assert is_met(MAJORITY, tally) == (agree > members - agree)
    if is_met(ALL, tally):
        assert (tally.change, tally.silent) == (0, 0)


@settings(deadline=None, max_examples=100)
@given(rule_=st.sampled_from(AdoptionRule), answers=st.text("yca-", min_size=1, max_size=9))
@example(rule_=ALL, answers="aaa")
def test_w2_it_is_refused_exactly_when_too_few_agree(rule_: AdoptionRule, answers: str) -> None:
    found = facts(answers, rule=rule_)
    assert is_met(rule_, tally_of(found.members, found.answers)) == (said(found) == [])


class Life(RuleBasedStateMachine):
    """A version that anybody pushes about: no way leads round the
    table, and what was adopted is never written again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.state = State.DRAFT
        self.members = {1, 2, 3}
        self.answers: dict[int, MemberAnswer] = {}
        self.was_adopted = False

    @rule(to=st.sampled_from(State))
    def push(self, to: State) -> None:
        if to is State.ADOPTED and self.state is State.CIRCULATED:
            found = AdoptionFacts(self.state, SENT, ALL, self.members, self.answers)
            if may_adopt(found, on=DAY, today=TODAY, decision="Yes."):
                return
            assert set(self.answers) >= self.members
            assert tally_of(self.members, self.answers).change == 0
        elif to is State.DRAFT and may_take_back(self.state, tally_of(self.members, self.answers)):
            return
        if transition_of(self.state, to) is None:
            return
        self.state = to
        self.was_adopted |= to is State.ADOPTED
        if to is State.DRAFT:
            self.answers = {}

    @rule(
        member=st.integers(1, 5),
        answer=st.sampled_from(MemberAnswer),
        words=st.sampled_from(["", "Other day."]),
    )
    def answer(self, member: int, answer: MemberAnswer, words: str) -> None:
        if not may_answer(self.state, answer, words=words, is_member=member in self.members):
            self.answers[member] = answer

    @rule(member=st.integers(1, 5))
    def come_or_go(self, member: int) -> None:
        self.members = self.members ^ {member}

    @invariant()
    def adopted_is_never_written(self) -> None:
        if self.was_adopted:
            assert self.state in {State.ADOPTED, State.REVIEW_DUE, State.SUPERSEDED}
            assert self.state not in WRITABLE


Life.TestCase.settings = settings(deadline=None, max_examples=40)
TestLife = Life.TestCase


def test_w2_the_page_has_the_table() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/rules/W2.md").read_text()
    rows = [
        f"| {row.start.label} | {row.to.label} | {row.actor.replace('_', ' ')} | {row.deed} |"
        for row in TRANSITIONS
    ]
    assert [line for line in page.splitlines() if line.startswith("| ")][2 : 2 + len(rows)] == rows
