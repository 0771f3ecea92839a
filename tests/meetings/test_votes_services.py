"""Votes as they are put, cast, closed and settled (G6)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from meetings.models.votes import BallotBox, CastVote, SecretBallot, Vote, Voter
from meetings.rules.attendance import Mark
from meetings.services import agenda, attendance, voting
from meetings.services.ballots import UnreadableBallots
from memberships.models.members import Membership
from memberships.models.offices import OfficeHolder
from tests.factories.groups import Group
from tests.factories.meetings import item_on, meeting_on, tap
from tests.factories.votes import PROPOSAL, cast, more_members, vote_on
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 10, 17, tzinfo=UTC)
TODAY = date(2026, 11, 10)
LATER = NOW + timedelta(hours=1)
OVER = NOW + timedelta(days=7)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def vote(led: Group) -> Vote:
    return vote_on(led.collaboration, led.lena, at=NOW)


@pytest.fixture
def five(led: Group) -> dict[Membership, User]:
    """Five settings with their managers, Acorns first."""
    more = more_members(led.collaboration, 2)
    return {led.acorns: led.lena, led.bluebells: led.mo, led.caras: led.cara, **more}


def close(vote: Vote, by: User | None = None, at: datetime = OVER) -> Vote:
    return voting.close_vote(vote_id=vote.pk, by=by, at=at)


def refused(words: str) -> Any:
    return pytest.raises(ValidationError, match=words)


def test_a_vote_keeps_how_it_is_decided_and_who_has_a_vote(led: Group, vote: Vote) -> None:
    assert (vote.method, vote.quorum, vote.quorum_number, vote.tie_rule) == (
        "simple_majority",
        "share",
        50,
        "not_carried",
    )
    assert {voter.membership_id for voter in vote.voters.all()} == {
        led.acorns.pk,
        led.bluebells.pk,
        led.caras.pk,
    }
    assert vote_on(led.collaboration, led.lena, at=LATER, days=6) == vote  # pressed twice
    assert deliver() == ["meetings.vote_opened"] * 3


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"title": " "}, "what the vote is about"),
        ({"proposal": "\u200b"}, "what is proposed"),
        ({"closes_at": None}, "when the vote closes"),
        ({"days": 0}, "in the future"),
        ({"days": 61}, "no more than 60 days"),
        ({"is_secret": True}, "at least 5 settings"),
    ],
)
def test_what_cannot_be_put_to_the_vote(led: Group, facts: dict[str, Any], words: str) -> None:
    with refused(words):
        vote_on(led.collaboration, led.lena, at=NOW, **facts)
    assert not Vote.objects.exists()


def test_the_last_word_of_an_open_vote_counts_and_one_press_is_one(led: Group, vote: Vote) -> None:
    assert cast(vote, led.acorns, "for", led.lena, at=NOW, key="press-1")
    assert not cast(vote, led.acorns, "for", led.lena, at=NOW, key="press-1")
    assert not cast(vote, led.acorns, "against", led.lena, at=LATER, key="press-2")
    assert not cast(vote, led.acorns, "for", led.lena, at=LATER, key="press-1")  # came late, once more
    cast(vote, led.bluebells, "against", led.mo, at=LATER)
    assert CastVote.objects.count() == 3
    closed = close(vote)
    assert (closed.outcome, closed.counts, closed.base, closed.taking_part) == (
        "not_carried",
        {"against": 2},
        3,
        2,
    )
    assert "voted for Bluebells" in Entry.objects.filter(action="vote_cast").latest("pk").sentence


def test_only_who_manages_the_setting_votes_for_it(led: Group, vote: Vote, amina: User) -> None:
    for person in (amina, led.mo):
        with refused("Only who manages"):
            cast(vote, led.acorns, "for", person, at=NOW)


def test_who_joined_later_or_leaves_before_it_closes_has_no_vote(led: Group) -> None:
    late = next(iter(more_members(led.collaboration, 1)))
    Membership.objects.filter(pk=late.pk).update(joined_on=TODAY + timedelta(days=1))
    vote = vote_on(led.collaboration, led.lena, at=NOW)
    cast(vote, led.caras, "for", led.cara, at=NOW)
    Membership.objects.filter(pk=led.caras.pk).update(left_on=TODAY + timedelta(days=3))
    with refused("has no vote"):
        cast(vote, led.caras, "against", led.cara, at=LATER)
    cast(vote, led.acorns, "for", led.lena, at=LATER)
    closed = close(vote)
    assert (closed.base, closed.taking_part, closed.counts) == (2, 1, {"for": 1})


def test_who_stands_aside_is_on_no_side(led: Group, vote: Vote) -> None:
    cast(vote, led.caras, "against", led.cara, at=NOW)
    with refused("what your interest is"):
        voting.stand_aside(vote_id=vote.pk, membership=led.caras, interest=" ", by=led.cara, at=NOW)
    for _press in range(2):
        voting.stand_aside(vote_id=vote.pk, membership=led.caras, interest="My shed", by=led.cara, at=LATER)
    with refused("stood aside"):
        cast(vote, led.caras, "for", led.cara, at=LATER)
    cast(vote, led.acorns, "for", led.lena, at=LATER)
    closed = close(vote)
    assert (closed.outcome, closed.counts, closed.base) == ("carried", {"for": 1}, 2)
    assert Entry.objects.filter(action="vote_stood_aside").count() == 1


def test_a_vote_closes_when_its_time_is_over_or_all_have_voted(led: Group, vote: Vote) -> None:
    cast(vote, led.acorns, "for", led.lena, at=NOW)
    with refused("It is open until 17 November 2026 at 5pm"):
        close(vote, led.lena, LATER)
    with refused("This vote is closed"):
        cast(vote, led.bluebells, "for", led.mo, at=OVER)
    cast(vote, led.bluebells, "for", led.mo, at=LATER)
    cast(vote, led.caras, "abstain", led.cara, at=LATER)
    closed = close(vote, led.lena, LATER)
    assert (closed.outcome, closed.closes_at, closed.closed_by) == ("carried", LATER, led.lena)
    assert close(vote, led.mo, OVER).closed_by == led.lena
    with refused("This vote is closed"):
        cast(vote, led.acorns, "against", led.lena, at=LATER)
    deliver_kinds = deliver()
    assert deliver_kinds.count("meetings.vote_closed") == 2


def test_the_clock_closes_and_reminds_once_of_those_that_have_not_voted(led: Group, vote: Vote) -> None:
    cast(vote, led.acorns, "for", led.lena, at=NOW)
    deliver()
    soon = OVER - timedelta(hours=30)
    assert voting.close_due(at=soon - timedelta(hours=20)) == 0
    assert deliver() == []
    for _run in range(2):
        assert voting.close_due(at=soon) == 0
    assert deliver() == ["meetings.vote_reminder"] * 2
    assert voting.remind(vote_id=vote.pk, by=led.lena, at=soon) == 0
    assert [voting.close_due(at=OVER) for _run in range(2)] == [1, 0]
    vote.refresh_from_db()
    assert (vote.outcome, vote.closed_by) == ("no_quorum", None)


def test_at_the_meeting_hands_are_counted_and_whoever_is_there_takes_part(led: Group) -> None:
    meeting = meeting_on(led.collaboration, TODAY, led.lena)
    item = item_on(meeting, led.lena)
    facts: dict[str, Any] = {"meeting": meeting, "item": item, "closes_at": None}
    vote = vote_on(led.collaboration, led.lena, at=NOW, **facts)
    marks = [tap(led.acorns), tap(led.bluebells), tap(led.caras, Mark.ABSENT)]
    attendance.record_taps(meeting_id=meeting.pk, taps=marks, by=led.lena, by_chair=True, at=NOW)
    hands = {led.acorns.pk: "for"}
    assert [
        voting.record_hands(vote_id=vote.pk, hands=hands, by=led.lena, at=NOW) for _press in range(2)
    ] == [1, 0]
    closed = close(vote, led.lena, NOW)
    assert (closed.outcome, closed.counts, closed.taking_part, closed.closes_at) == (
        "carried",
        {"for": 1},
        2,
        NOW,
    )
    with refused("A vote belongs to this item"):
        agenda.remove_item(item_id=item.pk, by=led.lena)
    with refused("on the day of the meeting"):
        vote_on(led.collaboration, led.lena, at=NOW + timedelta(days=1), **facts, title="Later")


def test_hands_are_not_counted_in_a_secret_vote(led: Group, five: dict[Membership, User]) -> None:
    meeting = meeting_on(led.collaboration, TODAY, led.lena)
    vote = vote_on(led.collaboration, led.lena, at=NOW, meeting=meeting, closes_at=None, is_secret=True)
    with refused("open vote in the room"):
        voting.record_hands(vote_id=vote.pk, hands={led.acorns.pk: "for"}, by=led.lena, at=NOW)


def tied(led: Group, rule: str) -> Vote:
    vote = vote_on(led.collaboration, led.lena, at=NOW)
    Vote.objects.filter(pk=vote.pk).update(tie_rule=rule)
    cast(vote, led.acorns, "for", led.lena, at=NOW)
    cast(vote, led.bluebells, "against", led.mo, at=NOW)
    return vote


@pytest.mark.parametrize(("rule", "waits"), [("chair", "chair_decides"), ("lot", "to_be_drawn")])
def test_people_settle_an_equal_vote_once(led: Group, rule: str, waits: str) -> None:
    vote = close(tied(led, rule))
    assert vote.outcome == waits
    for _press in range(2):
        settled = voting.settle_vote(vote_id=vote.pk, is_carried=True, by=led.lena, at=OVER)
        assert settled.outcome == "carried"
    assert "1 for and 1 against" in settled.outcome_words
    with refused("nothing to settle"):
        voting.settle_vote(vote_id=vote.pk, is_carried=False, by=led.lena, at=OVER)


def test_the_chair_alone_decides_and_not_after_standing_aside(led: Group) -> None:
    OfficeHolder.objects.create(
        membership=led.caras, user=led.cara, office="chair", starts_on=TODAY, decision="Elected"
    )
    vote = close(tied(led, "chair"))
    with refused("The chair decides"):
        voting.settle_vote(vote_id=vote.pk, is_carried=True, by=led.lena, at=OVER)
    assert (
        voting.settle_vote(vote_id=vote.pk, is_carried=False, by=led.cara, at=OVER).outcome == "not_carried"
    )
    again = tied(led, "chair")
    voting.stand_aside(vote_id=again.pk, membership=led.caras, interest="My shed", by=led.cara, at=NOW)
    assert close(again).outcome_words == "Not carried: 1 for and 1 against, and the chair has stood aside."


def test_an_equal_vote_is_repeated_once_and_then_not_carried(led: Group) -> None:
    first = close(tied(led, "again"))
    assert first.outcome == "vote_again"
    second = vote_on(led.collaboration, led.lena, at=NOW, follows=first)
    assert vote_on(led.collaboration, led.lena, at=NOW, follows=first) == second
    Vote.objects.filter(pk=second.pk).update(tie_rule="again")
    cast(second, led.acorns, "for", led.lena, at=NOW)
    cast(second, led.bluebells, "against", led.mo, at=NOW)
    assert close(second).outcome == "not_carried"
    with refused("Only an equal vote"):
        vote_on(led.collaboration, led.lena, at=NOW, follows=second)


def test_a_vote_is_withdrawn_before_anybody_has_voted(led: Group, vote: Vote) -> None:
    with refused("Say why"):
        voting.withdraw_vote(vote_id=vote.pk, because=" ", by=led.lena, at=NOW)
    for _press in range(2):
        gone = voting.withdraw_vote(vote_id=vote.pk, because="Wrong words", by=led.lena, at=NOW)
    assert gone.state == "withdrawn"
    with refused("withdrawn"):
        cast(vote, led.acorns, "for", led.lena, at=NOW)
    other = vote_on(led.collaboration, led.lena, at=NOW)
    cast(other, led.acorns, "for", led.lena, at=NOW)
    with refused("has voted already"):
        voting.withdraw_vote(vote_id=other.pk, because="Wrong words", by=led.lena, at=NOW)
    deliver()  # nobody hears of the one that was withdrawn


def test_a_secret_vote_is_counted_without_any_setting(led: Group, five: dict[Membership, User]) -> None:
    vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=True)
    for (member, person), choice in zip(
        five.items(), ("for", "against", "for", "for", "abstain"), strict=True
    ):
        cast(vote, member, choice, person, at=NOW)
    with refused("cannot be changed"):
        cast(vote, led.acorns, "against", led.lena, at=NOW)
    with refused("cannot be taken out"):
        voting.stand_aside(vote_id=vote.pk, membership=led.acorns, interest="My shed", by=led.lena, at=NOW)
    closed = close(vote)
    assert (closed.outcome, closed.counts) == ("carried", {"abstain": 1, "against": 1, "for": 3})
    assert sorted(SecretBallot.objects.values_list("choice", flat=True)) == sorted(
        ["for", "against", "for", "for", "abstain"]
    )
    assert not BallotBox.objects.exists()
    assert not CastVote.objects.exists()
    assert not Entry.objects.filter(action="vote_cast").exists()


def test_under_five_ballots_no_number_is_kept_anywhere(led: Group, five: dict[Membership, User]) -> None:
    vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=True)
    for member, person in list(five.items())[:4]:
        cast(vote, member, "for", person, at=NOW)
    closed = close(vote)
    assert (closed.outcome, closed.outcome_words, closed.counts) == ("carried", "Carried.", None)
    assert not SecretBallot.objects.exists()
    assert not BallotBox.objects.exists()


def test_ballots_that_no_key_opens_keep_the_vote_open(
    led: Group, five: dict[Membership, User], settings: Any
) -> None:
    vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=True)
    cast(vote, led.acorns, "for", led.lena, at=NOW)
    keys = settings.KEYS
    settings.KEYS = {**keys, "ballots": ["another"]}
    with pytest.raises(UnreadableBallots, match="put the old key back"):
        close(vote)
    assert voting.close_due(at=OVER) == 0
    settings.KEYS = {**keys, "ballots": ["another", *keys["ballots"]]}
    cast(vote, led.bluebells, "for", led.mo, at=NOW)  # locked by the new key from now on
    settings.KEYS = {**keys, "ballots": ["another"]}
    assert voting.close_due(at=OVER) == 1


@pytest.mark.parametrize("is_secret", [False, True])
def test_a_closed_vote_is_never_changed(led: Group, five: dict[Membership, User], is_secret: bool) -> None:
    vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=is_secret)
    for member, person in five.items():
        cast(vote, member, "for", person, at=NOW)
    close(vote)
    mine = Voter.objects.filter(vote=vote)
    deeds = [
        lambda: Vote.objects.filter(pk=vote.pk).update(outcome="not_carried"),
        lambda: Vote.objects.filter(pk=vote.pk).update(counts={"against": 5}),
        lambda: Vote.objects.filter(pk=vote.pk).update(state="open"),
        lambda: Vote.objects.filter(pk=vote.pk).delete(),
        lambda: mine.update(stood_aside=True),
        lambda: mine.delete(),
        lambda: CastVote.objects.create(
            vote=vote, membership=led.acorns, choice="against", at=NOW, by=led.lena
        ),
        lambda: CastVote.objects.filter(vote=vote).update(choice="against"),
        lambda: SecretBallot.objects.create(vote=vote, choice="against"),
        lambda: SecretBallot.objects.filter(vote=vote).update(choice="against"),
        lambda: SecretBallot.objects.filter(vote=vote)._raw_delete("default"),
    ]
    for deed in deeds:
        with pytest.raises((DatabaseError, Exception)), transaction.atomic():
            deed()
    assert Vote.objects.get(pk=vote.pk).counts == {"for": 5}
    Vote.objects.filter(pk=vote.pk).update(opened_by=led.mo)  # two accounts of one person become one


def test_an_election_is_counted_for_whoever_declares_it(led: Group, five: dict[Membership, User]) -> None:
    facts: dict[str, Any] = {
        "title": "Chair",
        "candidates": {7: "Mo Siddiqui", 9: "Cara Finch"},
        "by": led.lena,
        "at": NOW,
    }
    vote = voting.open_election_ballot(
        collaboration=led.collaboration, is_secret=True, closes_at=OVER, **facts
    )
    for (member, person), choice in zip(five.items(), ("7", "9", "7", "abstain", "7"), strict=True):
        cast(vote, member, choice, person, at=NOW)
    assert voting.close_due(at=OVER) == 0  # people declare it
    with refused("on the page of its election"):
        close(vote)
    counts = voting.close_election_ballot(vote_id=vote.pk, by=led.lena, at=OVER)
    assert counts == {7: 3, 9: 1, "abstain": 1}
    assert voting.close_election_ballot(vote_id=vote.pk, by=led.lena, at=OVER) == counts
    with refused("Select how"):
        other = voting.open_election_ballot(
            collaboration=led.collaboration, is_secret=False, closes_at=OVER, **facts
        )
        cast(other, led.acorns, "8", led.lena, at=NOW)


def test_the_proposal_is_in_the_email(led: Group, vote: Vote, mailoutbox: list[Any]) -> None:
    deliver()
    mails = {mail.to[0]: mail for mail in mailoutbox}
    assert mails[led.mo.email].subject == "Riverside: a vote until 17 November, 5pm"
    assert PROPOSAL in mails[led.mo.email].body
