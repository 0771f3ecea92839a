"""G6: elections as a table; who stands, who wins, what a lot settles, and when it is due again.

No database.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from core.dates import Span
from meetings.rules.elections import (
    ELECTION_MOVES,
    Answer,
    ElectionFacts,
    ElectionState,
    Nomination,
    Result,
    candidates_of,
    due_on,
    election_diagram,
    election_table,
    may_answer,
    may_close,
    may_declare,
    may_move,
    may_nominate,
    may_start,
    refusals_of_days,
    result_of,
    state_on,
    term_of,
    with_lot,
)
from meetings.rules.moves import Actor

CALLED, NOMINATIONS, BALLOT, TIED, ELECTED, NOBODY, IN_POST, DUE, WITHDRAWN = ElectionState
AT = datetime(2026, 11, 30, 16, tzinfo=UTC)
HOUR = timedelta(hours=1)
YES, NO = Answer


def test_g6_each_move_stands_in_the_table_once() -> None:
    pairs = [(row.start, row.to) for row in ELECTION_MOVES]
    assert len(pairs) == len(set(pairs))
    assert {row.to for row in ELECTION_MOVES} == set(ElectionState) - {CALLED}
    ends = set(ElectionState) - {row.start for row in ELECTION_MOVES}
    assert ends == {DUE, WITHDRAWN}


def test_g6_the_page_shows_the_table_and_the_diagram() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/G6.md").read_text()
    assert election_table() in page
    assert election_diagram() in page


# --- who stands ---------------------------------------------------------------------------------------------


def test_g6_whoever_accepts_stands_once_and_the_last_answer_counts() -> None:
    nominations = [
        Nomination(1, 10, 1, YES, AT),
        Nomination(2, 10, 1, YES, AT + HOUR),  # by two people
        Nomination(3, 20, 2, YES, AT),
        Nomination(4, 20, 2, NO, AT + HOUR),  # has thought again
        Nomination(5, 30, 3),  # silent
        Nomination(6, 40, 9, YES, AT),  # of no member
        Nomination(7, 50, 3, NO, AT),
        Nomination(8, 50, 3, YES, AT),  # at one instant by the row
    ]
    for order in (nominations, nominations[::-1]):
        assert candidates_of(order, members={1, 2, 3}) == (10, 50)


# --- who is elected -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("votes", "posts", "result"),
    [
        ({1: 3, 2: 2}, 1, Result((1,))),
        ({1: 2, 2: 3, 3: 3}, 1, Result((), (2, 3), 1)),
        ({1: 2, 2: 3, 3: 3}, 2, Result((2, 3))),
        ({1: 5, 2: 2, 3: 2, 4: 2}, 3, Result((1,), (2, 3, 4), 2)),
        ({1: 5, 2: 0}, 2, Result((1,))),  # nobody is elected without a vote
        ({1: 0, 2: 0}, 1, Result()),
        ({}, 1, Result()),
    ],
)
def test_g6_most_votes_win(votes: dict[int, int], posts: int, result: Result) -> None:
    assert result_of(votes, posts=posts) == result


@pytest.mark.parametrize(
    ("drawn", "elected"),
    [((3, 2), (1, 3, 2)), ((2,), None), ((2, 2), None), ((2, 1), None), ((2, 3, 4), None), ((), None)],
)
def test_g6_a_lot_settles_a_tie(drawn: tuple[int, ...], elected: tuple[int, ...] | None) -> None:
    settled = with_lot(Result((1,), (2, 3, 4), 2), drawn)
    assert settled == (Result(elected) if elected else None)


@given(st.dictionaries(st.integers(1, 8), st.integers(0, 5)), st.integers(1, 4))
def test_g6_nobody_with_fewer_votes_is_elected(votes: dict[int, int], posts: int) -> None:
    result = result_of(votes, posts=posts)
    others = set(votes) - set(result.elected)
    assert all(votes[winner] >= votes[other] for winner in result.elected for other in others)
    assert all(votes[winner] > 0 for winner in result.elected)
    assert len(result.elected) + result.open <= posts
    if result.tied:
        assert len(result.tied) > result.open > 0
        assert len({votes[person] for person in result.tied}) == 1
        settled = with_lot(result, result.tied[: result.open])
        assert settled is not None
        assert len(settled.elected) == posts
    else:
        assert len(result.elected) == min(posts, sum(number > 0 for number in votes.values()))


# --- moves --------------------------------------------------------------------------------------------------

LEVEL = {1: 2, 2: 2, 3: 1}


@pytest.mark.parametrize(
    ("facts", "to", "words", "refusals"),
    [
        (ElectionFacts(CALLED), NOMINATIONS, "", []),
        (ElectionFacts(CALLED), WITHDRAWN, "The chair goes on.", []),
        (ElectionFacts(CALLED), WITHDRAWN, " ", [("words", "Say why it is called off.")]),
        (ElectionFacts(CALLED), BALLOT, "", [("to", "An election cannot be moved there now.")]),
        (ElectionFacts(NOMINATIONS, (1,)), ELECTED, "", []),
        (ElectionFacts(NOMINATIONS), ELECTED, "", [
            ("to", "Only as many candidates as posts are elected unopposed."),
        ]),
        (ElectionFacts(NOMINATIONS, (1, 2)), ELECTED, "", [
            ("to", "Only as many candidates as posts are elected unopposed."),
        ]),
        (ElectionFacts(NOMINATIONS, (1, 2), posts=2), ELECTED, "", []),
        (ElectionFacts(NOMINATIONS, (1, 2)), BALLOT, "", []),
        (ElectionFacts(NOMINATIONS, (1,)), BALLOT, "", [("to", "A ballot needs more candidates than posts.")]),
        (ElectionFacts(NOMINATIONS), NOBODY, "", []),
        (ElectionFacts(NOMINATIONS, (1,)), NOBODY, "", [("to", "Somebody has accepted a nomination.")]),
        (ElectionFacts(BALLOT, (1, 2), {1: 2, 2: 1}), ELECTED, "", []),
        (ElectionFacts(BALLOT, (1, 2), {1: 1, 9: 1}), ELECTED, "", []),  # 9 does not stand
        (ElectionFacts(BALLOT, (1, 2)), ELECTED, "", [("to", "The votes have not decided this election.")]),
        (ElectionFacts(BALLOT, (1, 2, 3), LEVEL), ELECTED, "", [
            ("to", "The votes have not decided this election."),
        ]),
        (ElectionFacts(BALLOT, (1, 2, 3), LEVEL), TIED, "", []),
        (ElectionFacts(BALLOT, (1, 2), {1: 1}), TIED, "", [("to", "The votes are not equal.")]),
        (ElectionFacts(BALLOT, (1, 2), {1: 0}), NOBODY, "", []),
        (ElectionFacts(BALLOT, (1, 2), {9: 5}), NOBODY, "", []),  # 9 does not stand
        (ElectionFacts(BALLOT, (1, 2), {1: 1}), NOBODY, "", [("to", "Somebody was voted for.")]),
        (ElectionFacts(TIED, (1, 2, 3), LEVEL, (2,)), ELECTED, "", []),
        (ElectionFacts(TIED, (1, 2, 3), LEVEL, (3,)), ELECTED, "", [
            ("drawn", "Select who was drawn, from those with equal votes."),
        ]),
        (ElectionFacts(TIED, (1, 2, 3), LEVEL), ELECTED, "", [
            ("drawn", "Select who was drawn, from those with equal votes."),
        ]),
        (ElectionFacts(TIED, (1, 3), LEVEL), ELECTED, "", []),  # 2 has withdrawn: nobody is level with 1
        (ElectionFacts(TIED, (1, 2, 3)), ELECTED, "", [
            ("drawn", "Select who was drawn, from those with equal votes."),
        ]),
        (ElectionFacts(TIED, (1, 2, 3), LEVEL), BALLOT, "", []),
        (ElectionFacts(TIED, (1,), LEVEL), BALLOT, "", [("to", "A ballot needs more candidates than posts.")]),
        (ElectionFacts(TIED, (), LEVEL), NOBODY, "", []),
        (ElectionFacts(TIED, (1,), LEVEL), NOBODY, "", [("to", "Somebody has accepted a nomination.")]),
        (ElectionFacts(NOBODY), NOMINATIONS, "", []),
        (ElectionFacts(ELECTED), IN_POST, "", [("to", "An election cannot be moved there now.")]),
    ],
)  # fmt: skip
def test_g6_what_a_move_of_an_election_needs(
    facts: ElectionFacts, to: ElectionState, words: str, refusals: list[tuple[str, str]]
) -> None:
    got = may_move(facts, to, actor=Actor.ORGANISER, words=words)
    assert [(refusal.field, str(refusal.reason)) for refusal in got] == refusals


def test_g6_the_clock_begins_a_term() -> None:
    assert may_move(ElectionFacts(ELECTED), IN_POST, actor=Actor.CLOCK) == []


@given(
    st.frozensets(st.integers(1, 4)), st.dictionaries(st.integers(1, 5), st.integers(0, 3)), st.integers(1, 2)
)
def test_g6_nominations_and_a_ballot_lead_to_one_state(
    candidates: frozenset[int], votes: dict[int, int], posts: int
) -> None:
    for state, ways in ((NOMINATIONS, (ELECTED, BALLOT, NOBODY)), (BALLOT, (ELECTED, TIED, NOBODY))):
        facts = ElectionFacts(state, tuple(sorted(candidates)), votes, posts=posts)
        assert sum(not may_move(facts, to, actor=Actor.ORGANISER) for to in ways) == 1


def test_g6_whoever_is_elected_does_not_record_the_result() -> None:
    assert may_declare((1, 2), by=3) == []
    (refusal,) = may_declare((1, 2), by=2)
    assert refusal.reason.code == "A1"
    assert str(refusal.reason) == "You are elected yourself. Ask somebody else to record the result."


# --- nominations --------------------------------------------------------------------------------------------

TODAY = date(2026, 11, 30)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("until", "starts_on", "refusals"),
    [
        (TODAY, TODAY, []),
        (TODAY + 120 * DAY, TODAY + 120 * DAY, []),
        (TODAY - DAY, TODAY, [("nominate_until", "The last day for nominations must be today or later.")]),
        (TODAY + 121 * DAY, TODAY + 130 * DAY, [
            ("nominate_until", "Nominations can be open for no more than 120 days."),
        ]),
        (TODAY + DAY, TODAY, [
            ("starts_on", "The first day in post must be on or after the last day for nominations."),
        ]),
    ],
)  # fmt: skip
def test_g6_the_days_of_an_election(until: date, starts_on: date, refusals: list[tuple[str, str]]) -> None:
    got = refusals_of_days(until, starts_on, today=TODAY)
    assert [(refusal.field, str(refusal.reason)) for refusal in got] == refusals


@pytest.mark.parametrize(
    ("state", "until", "sentence"),
    [
        (NOMINATIONS, TODAY, ""),
        (NOMINATIONS, TODAY - DAY, "The last day for nominations was 29 November 2026."),
        *((state, TODAY, "Nominations are not open.") for state in ElectionState if state is not NOMINATIONS),
    ],
)
def test_g6_when_people_can_be_nominated(state: ElectionState, until: date, sentence: str) -> None:
    got = [str(refusal.reason) for refusal in may_nominate(state, until, today=TODAY)]
    assert got == ([sentence] if sentence else [])


BEGUN, OVER = "The vote has begun: nobody can stand any more.", "This election is over."


@pytest.mark.parametrize(
    ("state", "accepts", "stands", "sentence"),
    [
        (NOMINATIONS, True, False, ""),
        (NOMINATIONS, False, False, ""),
        (NOMINATIONS, False, True, ""),
        (BALLOT, False, True, ""),  # withdraws
        (TIED, False, True, ""),
        (BALLOT, True, False, BEGUN),
        (BALLOT, True, True, BEGUN),
        (BALLOT, False, False, BEGUN),
        (TIED, True, False, BEGUN),
        *((state, False, True, OVER) for state in (CALLED, ELECTED, NOBODY, IN_POST, DUE, WITHDRAWN)),
    ],
)
def test_g6_until_when_a_nominee_answers(
    state: ElectionState, accepts: bool, stands: bool, sentence: str
) -> None:
    got = [str(refusal.reason) for refusal in may_answer(state, accepts=accepts, stands=stands)]
    assert got == ([sentence] if sentence else [])


@pytest.mark.parametrize(("until", "closes"), [(TODAY - DAY, True), (TODAY, True), (TODAY + DAY, False)])
def test_g6_nominations_are_closed_on_their_last_day_or_later(until: date, closes: bool) -> None:
    got = [str(refusal.reason) for refusal in may_close(until, today=TODAY)]
    words = "Members can nominate somebody until 1 December 2026. Close nominations on that day or later."
    assert got == ([] if closes else [words])


# --- in post, and due again ---------------------------------------------------------------------------------

START = date(2026, 12, 1)


def test_g6_a_term_begins_on_the_day_of_the_election_or_later() -> None:
    assert may_start(START, elected_on=START) == []
    assert [str(refusal.reason) for refusal in may_start(START, elected_on=date(2026, 12, 2))] == [
        "The first day must be on or after 2 December 2026, the day of the election."
    ]


@pytest.mark.parametrize(
    ("months", "term", "due"),
    [
        (12, Span(START, date(2027, 12, 1)), date(2027, 10, 1)),
        (1, Span(START, date(2027, 1, 1)), START),
        (None, Span(START), None),
    ],
)
def test_g6_a_term_has_dates_and_is_due_again(months: int | None, term: Span, due: date | None) -> None:
    assert term_of(START, months) == term
    assert due_on(term) == due


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 11, 30), ELECTED),
        (START, IN_POST),
        (date(2027, 9, 30), IN_POST),
        (date(2027, 10, 1), DUE),
        (date(2028, 1, 1), DUE),
    ],
)
def test_g6_what_the_clock_says(today: date, state: ElectionState) -> None:
    assert state_on(term_of(START, 12), today) is state
    assert state_on(term_of(START, None), today) is (ELECTED if today < START else IN_POST)
