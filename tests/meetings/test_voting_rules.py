"""G6: who votes, when, how often and how secretly; one vote a setting, whatever arrives in whatever order.

No database.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collaborations.rules import Refusal
from core.dates import Span
from meetings.rules.elections import votes_of
from meetings.rules.outcomes import Choice, Method, QuorumKind, Tally, TieRule, Turnout, VotingRule, outcome
from meetings.rules.voting import (
    MIN_SECRET_VOTERS,
    CastVote,
    Vote,
    Voter,
    base_of,
    counting_votes,
    electorate,
    may_be_secret,
    may_stand_aside,
    may_vote,
    refusals_of_proposal,
    refusals_of_window,
    shown_tally,
    tally_of,
    to_remind,
    turnout_of,
)

OPENS = datetime(2026, 11, 20, 9, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=7)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
BETWEEN = Vote(OPENS, CLOSES)
IN_TIME = OPENS + DAY
SECRET = Vote(OPENS, CLOSES, is_secret=True)
FOR, AGAINST, ABSTAIN, OBJECT = Choice


def cast(
    setting: int, choice: Choice, hours: int, number: int = 1, key: str = "", *, secs: int = 0
) -> CastVote:
    return CastVote(setting, choice, OPENS + timedelta(hours=hours, seconds=secs), number, key)


def words(refusals: list[Refusal]) -> list[str]:
    return [str(refusal.reason) for refusal in refusals]


# --- who decides --------------------------------------------------------------------------------------------

OPENS_ON, CLOSES_ON = date(2026, 11, 20), date(2026, 11, 27)
MEMBERS = {
    1: Span(date(2025, 1, 1)),
    2: Span(OPENS_ON),
    3: Span(OPENS_ON + DAY),  # joins while it is open
    4: Span(date(2025, 1, 1), CLOSES_ON),  # has left on the day it closes
    5: Span(date(2025, 1, 1), CLOSES_ON + DAY),
    6: Span(date(2025, 1, 1), OPENS_ON),
}


def test_g6_who_has_a_vote() -> None:
    days = {"opens_on": OPENS_ON, "closes_on": CLOSES_ON}
    assert electorate(MEMBERS, **days, is_secret=False) == {1, 2, 5}
    assert electorate(MEMBERS, **days, is_secret=True) == {1, 2, 4, 5}


def test_g6_who_stood_aside_is_in_neither_side_of_the_quorum() -> None:
    base = base_of({1, 2, 3, 4, 5, 6, 7, 8}, {7, 8, 99})
    assert base == {1, 2, 3, 4, 5, 6}
    assert turnout_of(base, voted={1, 7}, attended={1, 2, 8, 50}) == Turnout(6, 2)
    assert turnout_of(base, voted={1, 2, 7}) == Turnout(6, 2)


def test_g6_only_those_who_have_not_voted_are_reminded() -> None:
    assert to_remind(base_of({1, 2, 3, 4}, {4}), {1, 4, 9}) == {2, 3}


# --- counting -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ([cast(1, FOR, 1), cast(1, AGAINST, 2, 2)], AGAINST),  # the last one counts
        ([cast(1, FOR, 1, 2), cast(1, AGAINST, 1, 1)], FOR),  # at one instant by the row
        ([cast(1, FOR, 1, 1, "a"), cast(1, AGAINST, 2, 2), cast(1, FOR, 3, 3, "a")], AGAINST),  # sent again
        ([cast(1, FOR, 0)], FOR),  # as it opens
        ([cast(1, FOR, 0, secs=-1)], None),
        ([cast(1, FOR, 168, secs=-1)], FOR),
        ([cast(1, FOR, 168)], None),  # as it closes
        ([cast(1, FOR, 1), cast(1, AGAINST, 168)], FOR),
        ([cast(1, OBJECT, 1)], None),  # the method knows none
        ([cast(9, FOR, 1)], None),
    ],
)
def test_g6_one_vote_a_setting(votes: list[CastVote], expected: Choice | None) -> None:
    for arrived in (votes, votes[::-1], votes * 2):
        counted = counting_votes(arrived, BETWEEN, base={1, 2})
        assert counted.get(1, CastVote(1, ABSTAIN, OPENS, 0)).choice is (expected or ABSTAIN)
        assert len(counted) == (expected is not None)


def test_g6_a_ballot_names_a_candidate_or_abstains() -> None:
    ballot = Vote(OPENS, CLOSES, candidates=(70, 80))
    ballots = [
        CastVote(1, 70, OPENS, 1),
        CastVote(1, 80, IN_TIME, 2),  # the last one counts here too
        CastVote(2, ABSTAIN, OPENS, 3),
        CastVote(3, 90, OPENS, 4),  # does not stand
        CastVote(4, FOR, OPENS, 5),
        CastVote(5, 80, OPENS, 6),
    ]
    counted = counting_votes(ballots, ballot, base={1, 2, 3, 4, 5})
    assert {setting: each.choice for setting, each in counted.items()} == {1: 80, 2: ABSTAIN, 5: 80}
    assert votes_of((each.choice for each in counted.values()), (80, 70)) == {70: 0, 80: 2}
    assert may_vote(Voter(), ballot, 70, at=IN_TIME) == []
    for choice in (90, FOR, None):
        assert words(may_vote(Voter(), ballot, choice, at=IN_TIME)) == ["Select how your setting votes."]


def test_g6_at_the_meeting_votes_count_until_it_is_closed() -> None:
    assert counting_votes([cast(1, FOR, 999)], Vote(OPENS), base={1}) == {1: cast(1, FOR, 999)}


def test_g6_a_secret_ballot_belongs_to_no_setting() -> None:
    with pytest.raises(ValueError):
        counting_votes([cast(1, FOR, 1)], SECRET, base={1})


VOTES = st.lists(
    st.builds(
        cast,
        st.integers(1, 5),
        st.sampled_from(Choice),
        st.integers(-1, 170),
        st.integers(1, 9),
        st.sampled_from(["", "a", "b"]),
    ),
    max_size=12,
)
RULES = st.builds(
    VotingRule,
    st.sampled_from(Method),
    st.integers(51, 100),
    st.sampled_from(QuorumKind),
    st.integers(1, 100),
    st.sampled_from(TieRule),
)
SETTINGS = st.frozensets(st.integers(1, 5))


@given(VOTES, st.sampled_from(Method), SETTINGS, st.data())
def test_g6_any_order_and_any_repetition_count_the_same(
    votes: list[CastVote], method: Method, base: frozenset[int], data: st.DataObject
) -> None:
    vote = Vote(OPENS, CLOSES, method)
    again = data.draw(st.lists(st.sampled_from(votes), max_size=6)) if votes else []
    counted = counting_votes(votes, vote, base=base)
    assert counting_votes(data.draw(st.permutations([*votes, *again])), vote, base=base) == counted
    assert counted.keys() <= base
    assert tally_of(each.choice for each in counted.values()).cast == len(counted)


@given(VOTES, RULES, SETTINGS, SETTINGS, SETTINGS)
def test_g6_standing_aside_is_as_if_the_setting_were_no_member(
    votes: list[CastVote],
    rule: VotingRule,
    members: frozenset[int],
    aside: frozenset[int],
    attended: frozenset[int],
) -> None:
    """From the votes to the outcome, also where it voted or was there before it stood aside."""
    vote = Vote(OPENS, CLOSES, rule.method)

    def decided(electors: frozenset[int], stood_aside: frozenset[int], cast_votes: list[CastVote]) -> object:
        base = base_of(electors, stood_aside)
        counted = counting_votes(cast_votes, vote, base=base)
        turnout = turnout_of(base, voted=counted.keys(), attended=attended)
        return outcome(tally_of(each.choice for each in counted.values()), rule, turnout=turnout)

    without = [each for each in votes if each.setting not in aside]
    assert decided(members, aside, votes) == decided(members - aside, frozenset(), without)


@given(SETTINGS, SETTINGS, SETTINGS, SETTINGS)
def test_g6_a_reminder_goes_to_whoever_may_and_did_not(
    members: frozenset[int], aside: frozenset[int], voted: frozenset[int], attended: frozenset[int]
) -> None:
    base = base_of(members, aside)
    reminded = to_remind(base, voted)
    assert not reminded & (voted | aside)
    assert len(reminded) + turnout_of(base, voted=voted).taking_part == len(base)
    assert turnout_of(base, voted=voted, attended=attended).taking_part <= len(base)


# --- secrecy ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "is_refused"), [(0, True), (4, True), (5, False), (9, False)])
def test_g6_secrecy_is_refused_where_it_would_be_a_fiction(number: int, is_refused: bool) -> None:
    refusals = may_be_secret(range(number))
    assert bool(refusals) is is_refused
    if is_refused:
        assert words(refusals) == [
            f"A secret vote needs at least 5 settings that can vote, and there are {number}. With fewer, people"
            " could work out who voted how."
        ]


@pytest.mark.parametrize(
    ("vote", "cast_number", "at", "is_shown"),
    [
        (BETWEEN, 1, OPENS, True),
        (SECRET, 8, CLOSES - SECOND, False),
        (SECRET, 8, CLOSES, True),
        (SECRET, MIN_SECRET_VOTERS, CLOSES, True),
        (SECRET, MIN_SECRET_VOTERS - 1, CLOSES, False),  # for good
        (Vote(OPENS, is_secret=True), 8, CLOSES, False),
    ],
)
def test_g6_the_numbers_of_a_secret_vote_are_hidden(
    vote: Vote, cast_number: int, at: datetime, is_shown: bool
) -> None:
    tally = Tally(cast_number - 1, 1)
    assert shown_tally(tally, vote, at=at) == (tally if is_shown else None)


# --- what is refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voter", "vote", "choice", "at", "refusals"),
    [
        (Voter(), BETWEEN, FOR, OPENS, []),
        (Voter(has_voted=True), BETWEEN, AGAINST, IN_TIME, []),  # an open vote can be changed
        (Voter(), Vote(OPENS, method=Method.CONSENSUS), OBJECT, IN_TIME, []),
        (Voter(is_eligible=False), BETWEEN, FOR, IN_TIME, ["Your setting has no vote on this."]),
        (
            Voter(stood_aside=True),
            BETWEEN,
            FOR,
            IN_TIME,
            ["Your setting has stood aside, so it cannot vote."],
        ),
        (Voter(), BETWEEN, FOR, OPENS - SECOND, ["This vote is not open yet."]),
        (Voter(), BETWEEN, FOR, CLOSES, ["This vote is closed."]),
        (
            Voter(has_voted=True),
            SECRET,
            FOR,
            IN_TIME,
            ["Your setting has voted. A secret vote cannot be changed."],
        ),
        (Voter(), BETWEEN, OBJECT, IN_TIME, ["Select how your setting votes."]),
        (Voter(), BETWEEN, None, IN_TIME, ["Select how your setting votes."]),
    ],
)
def test_g6_who_can_vote_now(
    voter: Voter, vote: Vote, choice: Choice | None, at: datetime, refusals: list[str]
) -> None:
    assert words(may_vote(voter, vote, choice, at=at)) == refusals


@pytest.mark.parametrize(
    ("voter", "vote", "interest", "at", "refusals"),
    [
        (Voter(has_voted=True), BETWEEN, "We sell it.", IN_TIME, []),
        (Voter(), SECRET, "We sell it.", OPENS - DAY, []),
        (Voter(is_eligible=False), BETWEEN, "x", IN_TIME, ["Your setting has no vote on this."]),
        (Voter(), BETWEEN, "x", CLOSES, ["This vote is closed."]),
        (
            Voter(has_voted=True),
            SECRET,
            "x",
            IN_TIME,
            ["Your setting has voted. A secret vote cannot be taken out again."],
        ),
        (Voter(), BETWEEN, " ", IN_TIME, ["Enter what your interest is."]),
    ],
)
def test_g6_who_can_stand_aside(
    voter: Voter, vote: Vote, interest: str, at: datetime, refusals: list[str]
) -> None:
    assert words(may_stand_aside(voter, vote, interest=interest, at=at)) == refusals


@pytest.mark.parametrize(
    ("closes_at", "refusal"),
    [
        (OPENS + DAY, None),
        (OPENS + 60 * DAY, None),
        (None, "Enter when the vote closes."),
        (OPENS, "The vote must close in the future."),
        (OPENS + DAY - SECOND, "The vote must be open for at least 1 day."),
        (OPENS + 60 * DAY + SECOND, "The vote must be open for no more than 60 days."),
    ],
)
def test_g6_how_long_a_vote_between_meetings_is_open(closes_at: datetime | None, refusal: str | None) -> None:
    assert words(refusals_of_window(OPENS, closes_at, now=OPENS)) == ([refusal] if refusal else [])


def test_g6_a_vote_that_opened_long_ago_is_open_for_a_day_from_now() -> None:
    now = OPENS + 5 * DAY
    assert words(refusals_of_window(OPENS, now + DAY - SECOND, now=now)) == [
        "The vote must be open for at least 1 day."
    ]


def test_g6_what_is_put_to_the_vote() -> None:
    assert refusals_of_proposal("We buy a minibus.", base={1, 2}) == []
    assert words(refusals_of_proposal(" ", base={1})) == [
        "Enter what is proposed.",
        "At least two settings without an interest are needed for a vote.",
    ]
