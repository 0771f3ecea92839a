"""G6: what a vote decided, over methods, quorum, standing aside and ties. No database."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from meetings.rules.outcomes import (
    Choice,
    Method,
    OutcomeKind,
    QuorumKind,
    Tally,
    Tie,
    TieRule,
    Turnout,
    VotingRule,
    choices_of,
    outcome,
    quorum_of,
    without_numbers,
)
from ways_of_working.rules import choices

CONSENSUS, SIMPLE, QUALIFIED, EVERY = Method
CARRIED, NOT_CARRIED, NO_QUORUM, CHAIR_DECIDES, VOTE_AGAIN, TO_BE_DRAWN = OutcomeKind

SMALL = st.integers(0, 6)
TALLIES = st.builds(Tally, SMALL, SMALL, SMALL, SMALL)
RULES = st.builds(
    VotingRule,
    st.sampled_from(Method),
    st.integers(51, 100),
    st.sampled_from(QuorumKind),
    st.integers(1, 100),
    st.sampled_from(TieRule),
)
TIES = st.builds(Tie, st.booleans(), st.booleans(), st.none() | st.booleans())


def decided(
    tally: Tally,
    rule: VotingRule,
    *,
    base: int = 8,
    part: int | None = None,
    tie: Tie | None = None,
) -> OutcomeKind:
    turnout = Turnout(base, tally.cast if part is None else part)
    return outcome(tally, rule, turnout=turnout, tie=tie or Tie()).kind


def test_g6_the_codes_are_those_of_the_ways_of_working() -> None:
    """The selector hands what the members agreed down as it is stored."""
    assert {*choices.DECISION_METHODS} | {*choices.SPENDING_DECISIONS} - {"as_we_decide"} == {*Method.values}
    assert list(choices.QUORUMS) == QuorumKind.values
    assert list(choices.TIE_RULES) == TieRule.values


@pytest.mark.parametrize(
    "values",
    [
        {"method": QUALIFIED},
        {"method": QUALIFIED, "percent": 50},
        {"method": QUALIFIED, "percent": 101},
        {"quorum": QuorumKind.SHARE},
        {"quorum": QuorumKind.SHARE, "quorum_number": 101},
        {"quorum": QuorumKind.NUMBER, "quorum_number": 0},
    ],
)
def test_g6_a_rule_that_says_too_little_is_none(values: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        VotingRule(**values)  # type: ignore[arg-type]


def test_g6_consensus_knows_an_objection_and_the_others_a_vote_against() -> None:
    assert choices_of(CONSENSUS) == (Choice.FOR, Choice.ABSTAIN, Choice.OBJECT)
    for method in (SIMPLE, QUALIFIED, EVERY):
        assert choices_of(method) == (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


# --- quorum -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "number", "base", "needed"),
    [
        (QuorumKind.SHARE, 50, 8, 4),
        (QuorumKind.SHARE, 50, 7, 4),  # 3.5 rounded up
        (QuorumKind.SHARE, 50, 6, 3),  # two stood aside
        (QuorumKind.SHARE, 1, 8, 1),
        (QuorumKind.SHARE, 67, 3, 3),  # 2.01 rounded up
        (QuorumKind.SHARE, 100, 8, 8),
        (QuorumKind.NUMBER, 5, 8, 5),
        (QuorumKind.NUMBER, 5, 3, 5),  # cannot be reached where too many stood aside
        (QuorumKind.NONE, None, 8, 1),
    ],
)
def test_g6_so_many_must_take_part(kind: QuorumKind, number: int | None, base: int, needed: int) -> None:
    rule = VotingRule(quorum=kind, quorum_number=number)
    assert quorum_of(rule, base) == needed
    for part in range(base + 1):
        is_none = decided(Tally(1), rule, base=base, part=part) is NO_QUORUM
        assert is_none is (part < needed)


def test_g6_one_setting_alone_decides_nothing() -> None:
    said = outcome(Tally(1), VotingRule(), turnout=Turnout(1, 1))
    assert said.kind is NO_QUORUM
    assert str(said.reason) == ("Too few settings can decide: at least two without an interest are needed.")


# --- methods ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "tally", "kind", "words"),
    [
        (VotingRule(CONSENSUS), Tally(5, 0, 2), CARRIED, "Agreed by consensus: 5 for, 2 abstained, nobody objected."),
        (VotingRule(CONSENSUS), Tally(7, 0, 0, 1), NOT_CARRIED, "Not agreed: 1 setting objected."),
        (VotingRule(CONSENSUS), Tally(6, 0, 0, 2), NOT_CARRIED, "Not agreed: 2 settings objected."),
        (VotingRule(CONSENSUS), Tally(0, 0, 8), NOT_CARRIED, "Not agreed: nobody spoke for it."),
        (VotingRule(), Tally(4, 3, 1), CARRIED, "Carried: 4 for, 3 against, 1 abstained."),
        (VotingRule(), Tally(3, 4, 1), NOT_CARRIED, "Not carried: 3 for, 4 against, 1 abstained."),
        (VotingRule(), Tally(1, 0, 7), CARRIED, "Carried: 1 for, 0 against, 7 abstained."),
        (VotingRule(), Tally(0, 0, 8), NOT_CARRIED, "Not carried: nobody voted for or against it."),
        (
            VotingRule(QUALIFIED, 67), Tally(4, 2, 2), NOT_CARRIED,  # 66.67 is below 67
            "Not carried: 4 for, 2 against, 2 abstained. At least 67 per cent of the votes must be for it.",
        ),
        (
            VotingRule(QUALIFIED, 66), Tally(4, 2, 2), CARRIED,
            "Carried: 4 for, 2 against, 2 abstained. At least 66 per cent of the votes must be for it.",
        ),
        (
            VotingRule(QUALIFIED, 75), Tally(6, 2), CARRIED,
            "Carried: 6 for, 2 against, 0 abstained. At least 75 per cent of the votes must be for it.",
        ),
        (VotingRule(QUALIFIED, 100), Tally(0, 0, 3), NOT_CARRIED, "Not carried: nobody voted for or against it."),
        (VotingRule(EVERY), Tally(8), CARRIED, "Carried: all 8 settings voted for it."),
        (VotingRule(EVERY), Tally(7, 0, 1), NOT_CARRIED, "Not carried: 7 of 8 settings voted for it, and all must."),
        (VotingRule(EVERY), Tally(7), NOT_CARRIED, "Not carried: 7 of 8 settings voted for it, and all must."),
    ],
)  # fmt: skip
def test_g6_each_method(rule: VotingRule, tally: Tally, kind: OutcomeKind, words: str) -> None:
    said = outcome(tally, rule, turnout=Turnout(8, tally.cast))
    assert (said.kind, str(said.reason)) == (kind, words)


def test_g6_too_few_is_said_with_the_numbers() -> None:
    rule = VotingRule(quorum=QuorumKind.SHARE, quorum_number=50)
    assert str(outcome(Tally(3), rule, turnout=Turnout(8, 3)).reason) == (
        "Too few took part: 3 of 8 settings. At least 4 must."
    )


# --- ties ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "tie", "kind", "words"),
    [
        (TieRule.NOT_CARRIED, Tie(), NOT_CARRIED, "Not carried: 3 for and 3 against."),
        (TieRule.NOT_CARRIED, Tie(settled=True), NOT_CARRIED, "Not carried: 3 for and 3 against."),
        (TieRule.CHAIR, Tie(), CHAIR_DECIDES, "3 for and 3 against. The chair decides."),
        (
            TieRule.CHAIR,
            Tie(settled=True),
            CARRIED,
            "Carried: 3 for and 3 against, and the chair decided for it.",
        ),
        (
            TieRule.CHAIR,
            Tie(settled=False),
            NOT_CARRIED,
            "Not carried: 3 for and 3 against, and the chair decided against it.",
        ),
        (
            TieRule.CHAIR,
            Tie(chair_may_decide=False, settled=True),
            NOT_CARRIED,
            "Not carried: 3 for and 3 against, and the chair has stood aside.",
        ),
        (TieRule.AGAIN, Tie(), VOTE_AGAIN, "3 for and 3 against. Vote once more at the next meeting."),
        (TieRule.AGAIN, Tie(is_second=True), NOT_CARRIED, "Not carried: 3 for and 3 against."),
        (TieRule.LOT, Tie(), TO_BE_DRAWN, "3 for and 3 against. Draw lots and record the result."),
        (TieRule.LOT, Tie(settled=True), CARRIED, "Carried: 3 for and 3 against, and the lot was for it."),
        (
            TieRule.LOT,
            Tie(settled=False),
            NOT_CARRIED,
            "Not carried: 3 for and 3 against, and the lot was against it.",
        ),
    ],
)
def test_g6_each_tie_rule(rule: TieRule, tie: Tie, kind: OutcomeKind, words: str) -> None:
    said = outcome(Tally(3, 3, 2), VotingRule(tie=rule), turnout=Turnout(8, 8), tie=tie)
    assert (said.kind, str(said.reason)) == (kind, words)


def test_g6_the_chair_and_the_lot_settle_equal_votes_alone() -> None:
    for rule, settled in product(TieRule, (True, False)):
        assert decided(Tally(4, 3), VotingRule(tie=rule), tie=Tie(settled=settled)) is CARRIED
        assert (
            decided(Tally(3, 3), VotingRule(QUALIFIED, 51, tie=rule), tie=Tie(settled=settled)) is NOT_CARRIED
        )


# --- properties ---------------------------------------------------------------------------------------------


@given(TALLIES, RULES, st.integers(0, 30), st.integers(0, 30), TIES)
def test_g6_every_vote_has_one_outcome_with_words(
    tally: Tally, rule: VotingRule, base: int, part: int, tie: Tie
) -> None:
    said = outcome(tally, rule, turnout=Turnout(base, part), tie=tie)
    assert said.reason.in_words()
    assert without_numbers(said.kind).in_words()
    too_few = base < 2 or part < quorum_of(rule, base)
    assert (said.kind is NO_QUORUM) is too_few
    if said.kind is CARRIED:
        assert tally.in_favour > 0
    if said.kind in {CHAIR_DECIDES, VOTE_AGAIN, TO_BE_DRAWN}:
        assert rule.method is SIMPLE
        assert tally.in_favour == tally.against > 0
        assert tie.settled is None or rule.tie is TieRule.AGAIN


@given(TALLIES, RULES, TIES, st.integers(0, 6))
def test_g6_a_vote_more_for_it_never_undoes_it(tally: Tally, rule: VotingRule, tie: Tie, silent: int) -> None:
    base = tally.cast + silent + 1
    before = outcome(tally, rule, turnout=Turnout(base, tally.cast), tie=tie).kind
    more = tally._replace(in_favour=tally.in_favour + 1)
    after = outcome(more, rule, turnout=Turnout(base, more.cast), tie=tie).kind
    assert before is not CARRIED or after is CARRIED


@given(TALLIES, RULES, TIES, st.integers(0, 6))
def test_g6_a_vote_more_against_it_never_carries_it(
    tally: Tally, rule: VotingRule, tie: Tie, silent: int
) -> None:
    """With the quorum met either way."""
    base = tally.cast + silent + 1
    assume(tally.cast >= quorum_of(rule, base))
    before = outcome(tally, rule, turnout=Turnout(base, tally.cast), tie=tie).kind
    field = "objected" if rule.method is CONSENSUS else "against"
    more = tally._replace(**{field: getattr(tally, field) + 1})
    after = outcome(more, rule, turnout=Turnout(base, more.cast), tie=tie).kind
    if before in {NOT_CARRIED, NO_QUORUM}:
        assert after is not CARRIED or (tie.settled and more.in_favour == more.against)
