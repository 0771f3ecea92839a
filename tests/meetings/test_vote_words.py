"""G6: how a vote is decided, in words."""

from __future__ import annotations

import pytest

from meetings.rules.outcomes import Method, QuorumKind, TieRule, VotingRule
from meetings.rules.vote_words import method_words, quorum_words, tie_words


@pytest.mark.parametrize("method", Method)
def test_every_method_says_when_it_is_carried(method: Method) -> None:
    words = method_words(VotingRule(method, percent=67)).in_words()
    assert words.endswith(("side.", "way."))
    assert ("67 per cent" in words) is (method is Method.QUALIFIED_MAJORITY)


@pytest.mark.parametrize(
    ("quorum", "number", "words"),
    [
        (QuorumKind.NONE, None, "At least 1 setting must take part."),
        (QuorumKind.NUMBER, 3, "At least 3 of 7 settings must take part."),
        (
            QuorumKind.SHARE,
            50,
            "At least 4 of 7 settings must take part: 50 per cent, rounded up.",
        ),
    ],
)
def test_the_quorum_says_how_many(quorum: QuorumKind, number: int | None, words: str) -> None:
    assert quorum_words(VotingRule(quorum=quorum, quorum_number=number), 7).in_words() == words


@pytest.mark.parametrize("tie", TieRule)
def test_the_tie_rule_is_said_where_there_can_be_a_tie(tie: TieRule) -> None:
    words = tie_words(VotingRule(tie=tie))
    assert words is not None
    assert words.in_words().startswith("If votes are equal,")
    assert tie_words(VotingRule(Method.CONSENSUS, tie=tie)) is None
