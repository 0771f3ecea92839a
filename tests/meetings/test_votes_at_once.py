"""Votes that race, and every method, quorum, interest and tie against the rules (G6)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from time_machine import TimeMachineFixture

from accounts.models import Authority
from core.scoping import authority_scope
from meetings.models.votes import CastVote, SecretBallot, Vote
from meetings.rules import voting as rules
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
    without_numbers,
)
from meetings.services import voting
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.votes import cast, more_members, vote_on

NOW = datetime(2026, 11, 10, 17, tzinfo=UTC)
OVER = NOW + timedelta(days=7)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


# --- two at once --------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_one_press_that_arrives_twice_at_once_is_one_vote(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        vote = vote_on(led.collaboration, led.lena, at=NOW)
    press = lambda: cast(vote, led.acorns, "for", led.lena, at=NOW, key="one-press")  # noqa: E731
    assert at_once(larkshire, [press, press]) == ["done", "done"]
    with authority_scope(larkshire):
        assert CastVote.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_secret_ballots_that_arrive_at_once_are_all_in_the_box_and_none_twice(
    larkshire: Authority, led: Group
) -> None:
    with authority_scope(larkshire):
        people = {led.acorns: led.lena, led.bluebells: led.mo, led.caras: led.cara}
        people |= more_members(led.collaboration, 2)
        vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=True)

    def ballot(member: Any, person: Any) -> Any:
        return lambda: cast(vote, member, "for", person, at=NOW)

    deeds = [ballot(member, person) for member, person in people.items()]
    said = at_once(larkshire, [*deeds, deeds[0]])
    assert said == sorted([*["done"] * 5, "Your setting has voted. A secret vote cannot be changed."])
    with authority_scope(larkshire):
        assert voting.close_vote(vote_id=vote.pk, by=None, at=OVER).counts == {"for": 5}
        assert SecretBallot.objects.count() == 5


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_secret", [False, True])
def test_a_vote_that_arrives_while_it_is_closed_is_counted_or_refused(
    larkshire: Authority, led: Group, is_secret: bool
) -> None:
    with authority_scope(larkshire):
        more = more_members(led.collaboration, 3)
        vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=is_secret)
        for member, person in [*list(more.items()), (led.caras, led.cara), (led.bluebells, led.mo)]:
            cast(vote, member, "for", person, at=NOW)

    def late() -> None:
        cast(vote, led.acorns, "against", led.lena, at=OVER - timedelta(seconds=1))

    def close() -> None:
        voting.close_vote(vote_id=vote.pk, by=None, at=OVER)

    said = at_once(larkshire, [late, close])
    with authority_scope(larkshire):
        vote.refresh_from_db()
        assert vote.state == "closed"
        counted = (vote.counts or {}).get("against", 0)
    assert (said, counted) in ((["This vote is closed.", "done"], 0), (["done", "done"], 1))


@pytest.mark.django_db(transaction=True)
def test_two_who_put_the_same_to_the_vote_at_once_open_one(larkshire: Authority, led: Group) -> None:
    put = lambda: vote_on(led.collaboration, led.lena, at=NOW)  # noqa: E731
    assert at_once(larkshire, [put, put]) == ["done", "done"]
    with authority_scope(larkshire):
        assert Vote.objects.count() == 1


# --- the service says what the rules say --------------------------------------------------------------------

SAID = st.sampled_from(["none", "aside", *Choice])
TIES = st.sampled_from(TieRule)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(Method),
    quorum=st.sampled_from(QuorumKind),
    number=st.integers(1, 100),
    percent=st.integers(51, 100),
    tie=TIES,
    said=st.lists(SAID, min_size=6, max_size=6),
    is_secret=st.booleans(),
    settled=st.booleans(),
)
def test_every_method_quorum_interest_and_tie_comes_out_as_the_rules_say(
    in_larkshire: Authority, led: Group, method: Method, quorum: QuorumKind, number: int, percent: int,
    tie: TieRule, said: list[str], is_secret: bool, settled: bool,
) -> None:  # fmt: skip
    people = {led.acorns: led.lena, led.bluebells: led.mo, led.caras: led.cara}
    people |= more_members(led.collaboration, 3) if led.collaboration.memberships.count() < 6 else {}
    if len(people) < 6:
        others = led.collaboration.memberships.exclude(pk__in=[member.pk for member in people])
        people |= {member: member.provider.people.get().user for member in others}
    vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=is_secret, title=f"{method} {tie}")
    columns = {
        "method": method,
        "percent": percent,
        "quorum": quorum,
        "quorum_number": number,
        "tie_rule": tie,
    }
    Vote.objects.filter(pk=vote.pk).update(**columns)
    rule = VotingRule(method, percent, quorum, number, tie)
    choices: list[rules.Said] = []
    aside = 0
    for (member, person), word in zip(people.items(), said, strict=True):
        if word == "aside":
            voting.stand_aside(vote_id=vote.pk, membership=member, interest="Mine", by=person, at=NOW)
            aside += 1
        elif word in choices_of(method):
            cast(vote, member, word, person, at=NOW)
            choices.append(Choice(word))
    closed = voting.close_vote(vote_id=vote.pk, by=None, at=OVER)
    tally, turnout = rules.tally_of(choices), Turnout(6 - aside, len(choices))
    expected = outcome(tally, rule, turnout=turnout, tie=Tie())
    hidden = is_secret and len(choices) < rules.MIN_SECRET_VOTERS
    words = without_numbers(expected.kind) if hidden else expected.reason
    assert (closed.outcome, closed.outcome_words) == (expected.kind, words.in_words())
    assert (closed.base, closed.taking_part) == turnout
    assert (closed.counts is None) is hidden
    if expected.kind in (OutcomeKind.CHAIR_DECIDES, OutcomeKind.TO_BE_DRAWN):
        after = voting.settle_vote(vote_id=vote.pk, is_carried=settled, by=led.lena, at=OVER)
        assert after.outcome == (OutcomeKind.CARRIED if settled else OutcomeKind.NOT_CARRIED)
    assert isinstance(tally, Tally)
