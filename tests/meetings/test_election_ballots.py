"""The ballot of an election: opened, voted, counted, equal votes, withdrawn candidates, secrecy: G6."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.frame.lines import lines_of_groups
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from meetings.models.elections import Election, Nomination
from meetings.models.votes import SecretBallot, Vote
from meetings.selectors import elections as selectors
from meetings.services import elections, voting
from memberships.models.offices import OfficeHolder
from tests.factories.elections import (
    called,
    contested,
    counted,
    elected,
    nominated,
    opened,
    say,
    three_votes,
)
from tests.factories.groups import Group, one_more_member
from tests.factories.terms import adopted
from tests.meetings.pages import Browse, errors_of, text_of
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
AFTER = datetime.fromisoformat("2026-11-20T09:00:00+00:00")
TODAY, LAST = date(2026, 11, 10), date(2026, 11, 17)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def first_of(election: Election) -> set[User]:
    return {row.person for row in Nomination.objects.filter(election=election, is_first=True)}


def test_g6_most_votes_win_and_whoever_wins_is_in_post(
    in_larkshire: Authority, led: Group, mailoutbox: list[Any]
) -> None:
    election = opened(contested(led, led.mo, led.cara), led.lena)
    assert (election.state, election.ballot.title) == (
        "ballot",
        "Election of the chair from 24 November 2026",
    )
    assert "meetings.vote_opened" in deliver()
    three_votes(led, election, led.mo.pk, led.mo.pk, led.cara.pk)
    with pytest.raises(ValidationError, match="Count the ballot first"):
        elected(election, led.lena)
    for _twice in range(2):
        election = counted(election, led.lena)
    assert (election.state, first_of(election)) == ("ballot", {led.mo})
    mailoutbox.clear()
    elected(election, led.lena)
    election.refresh_from_db()
    assert (election.elected, election.how) == (led.mo, "votes")
    assert OfficeHolder.objects.get().decision == "Elected by the members on 10 November 2026."
    deliver()
    assert "Riverside: the chair is elected, from 24 November" in {mail.subject for mail in mailoutbox}


def test_g6_opened_twice_is_one_ballot(in_larkshire: Authority, led: Group) -> None:
    election = contested(led, led.mo, led.cara)
    assert opened(election, led.lena).ballot == opened(election, led.lena).ballot
    assert Vote.objects.count() == 1


def test_g6_a_ballot_needs_two_candidates_and_the_end_of_nominations(
    in_larkshire: Authority, led: Group
) -> None:
    with pytest.raises(ValidationError, match="A ballot needs more candidates than posts"):
        opened(contested(led, led.mo), led.lena)
    later = called(led.collaboration, led.lena, office="administrator")
    for person in (led.mo, led.cara):
        nominated(later, person, person)
    with pytest.raises(ValidationError, match="Members can nominate somebody until"):
        opened(later, led.lena)
    assert not Vote.objects.exists()


def test_g6_it_is_not_counted_while_settings_can_vote(
    in_larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    election = opened(contested(led, led.mo, led.cara), led.lena)
    three_votes(led, election, led.mo.pk)
    with pytest.raises(ValidationError, match="not everybody has voted"):
        counted(election, led.lena)
    time_machine.move_to(AFTER, tick=False)
    counted(election, led.lena)
    assert first_of(election) == {led.mo}


@pytest.mark.parametrize("close", [voting.close_vote, voting.withdraw_vote])
def test_g6_the_ballot_is_ended_by_the_election_alone(
    in_larkshire: Authority, led: Group, time_machine: TimeMachineFixture, close: Any
) -> None:
    election = opened(contested(led, led.mo, led.cara), led.lena)
    time_machine.move_to(AFTER, tick=False)
    facts = {"because": "A mistake"} if close is voting.withdraw_vote else {}
    with pytest.raises(ValidationError, match="on the page of its election"):
        close(vote_id=election.ballot.pk, by=led.lena, at=AFTER, **facts)
    assert voting.close_due(at=AFTER) == 0
    assert Vote.objects.get().is_open


def test_g6_equal_votes_are_settled_by_lot(in_larkshire: Authority, led: Group) -> None:
    election = opened(contested(led, led.mo, led.cara), led.lena)
    three_votes(led, election, led.mo.pk, led.mo.pk, led.cara.pk)
    say(election, led.acorns, led.lena, "abstain")
    election = counted(election, led.lena)
    assert (election.state, first_of(election)) == ("tied", {led.mo, led.cara})
    for drawn in (None, led.lena.pk):
        with pytest.raises(ValidationError, match="Select who was drawn"):
            elected(election, led.lena, drawn=drawn)
    elected(election, led.lena, drawn=led.cara.pk)
    election.refresh_from_db()
    assert (election.elected, election.how) == (led.cara, "lot")
    assert OfficeHolder.objects.get().decision == "Elected on 10 November 2026 by lot, after equal votes."


def test_g6_or_by_voting_again_among_those_with_equal_votes(in_larkshire: Authority, led: Group) -> None:
    election = opened(contested(led, led.lena, led.mo, led.cara), led.lena)
    three_votes(led, election, "abstain", led.mo.pk, led.cara.pk)
    election = counted(election, led.lena)
    assert election.state == "tied"
    again = opened(election, led.lena)
    assert {number for number, _name in again.ballot.candidates} == {led.mo.pk, led.cara.pk}
    assert first_of(again) == set()
    three_votes(led, again, led.cara.pk, led.mo.pk, led.cara.pk)
    election = counted(again, led.lena)
    assert first_of(election) == {led.cara}
    elected(election, led.lena)
    assert OfficeHolder.objects.get().user == led.cara


def withdraw(election: Election, person: User) -> None:
    row = Nomination.objects.get(election=election, person=person)
    facts: dict[str, Any] = {"accepts": False, "statement": "", "by": person, "at": timezone.now()}
    elections.answer_nomination(nomination_id=row.pk, **facts)


def test_g6_votes_for_whoever_withdraws_are_none(in_larkshire: Authority, led: Group) -> None:
    election = opened(contested(led, led.mo, led.cara), led.lena)
    three_votes(led, election, led.mo.pk, led.mo.pk, led.cara.pk)
    withdraw(election, led.mo)
    election = counted(election, led.lena)
    assert first_of(election) == {led.cara}
    with pytest.raises(ValidationError, match="The vote has begun: nobody can stand any more"):
        elections.answer_nomination(
            nomination_id=Nomination.objects.get(person=led.mo).pk,
            accepts=True,
            statement="",
            by=led.mo,
            at=timezone.now(),
        )


def test_g6_a_tie_ends_when_one_of_two_withdraws_and_nobody_is_left_when_both_do(
    in_larkshire: Authority, led: Group
) -> None:
    election = opened(contested(led, led.lena, led.mo, led.cara), led.lena)
    three_votes(led, election, "abstain", led.mo.pk, led.cara.pk)
    election = counted(election, led.lena)
    withdraw(election, led.mo)
    assert selectors.who_is_elected(election, on=TODAY).person == led.cara  # type: ignore[union-attr]
    withdraw(election, led.cara)
    assert selectors.who_is_elected(election, on=TODAY) is None
    elections.record_nobody(election_id=election.pk, by=led.lena, at=timezone.now())
    election.refresh_from_db()
    assert election.state == "nobody"


def test_g6_where_nobody_was_voted_for_everybody_hears_of_it(in_larkshire: Authority, led: Group) -> None:
    election = opened(contested(led, led.mo, led.cara), led.lena)
    three_votes(led, election, "abstain", "abstain", "abstain")
    deliver()
    assert counted(election, led.lena).state == "nobody"
    assert deliver().count("meetings.election_result") == 2


def test_g6_secrecy_is_refused_for_fewer_than_five_settings(in_larkshire: Authority, led: Group) -> None:
    election = contested(led, led.mo, led.cara)
    with pytest.raises(ValidationError, match="needs at least 5 settings") as refused:
        opened(election, led.lena, is_secret=True)
    assert set(refused.value.error_dict) == {"is_secret"}
    election.refresh_from_db()
    assert (election.state, election.ballot) == ("nominations", None)


def test_g6_of_a_secret_ballot_that_few_cast_the_winner_alone_is_kept(
    in_larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    for _number in range(2):
        one_more_member(led.collaboration)
    election = opened(contested(led, led.mo, led.cara), led.lena, is_secret=True)
    three_votes(led, election, led.cara.pk, led.mo.pk, led.cara.pk)
    time_machine.move_to(AFTER, tick=False)
    election = counted(election, led.lena)
    assert first_of(election) == {led.cara}
    assert (election.ballot.counts, SecretBallot.objects.count()) == (None, 0)
    elected(election, led.lena)  # and counting again would find nothing any more
    assert OfficeHolder.objects.get().user == led.cara


# --- pages and lines ----------------------------------------------------------------------------------------


def test_g6_a_ballot_on_the_pages(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        election = contested(led, led.mo, led.cara)
    lena, mo = browse(led.lena), browse(led.mo)
    base = f"/larkshire/collaborations/{led.collaboration.pk}/"
    address = f"{base}elections/{election.pk}/"
    assert "Open the ballot" in text_of(lena.get(address))
    chosen = text_of(mo.get(f"{address}nominate/"))
    assert "Cara&#x27;s. Nominated already." in chosen
    assert "Stand yourself" not in chosen  # he does
    assert "Stand yourself" in text_of(lena.get(f"{address}nominate/"))
    assert mo.get(f"{address}ballot/").status_code == 403
    assert "Mo Siddiqui, Bluebells" in text_of(lena.get(f"{address}ballot/"))
    day = {"closes_at_day": "17", "closes_at_month": "11", "closes_at_year": "2026"}
    assert errors_of(lena.post(f"{address}ballot/", {})) == {"closes_at": ["Enter the last day to vote"]}
    past = errors_of(lena.post(f"{address}ballot/", {**day, "closes_at_day": "9"}))
    assert list(past) == ["closes_at"]
    secret = errors_of(lena.post(f"{address}ballot/", {**day, "is_secret": "on"}))
    assert list(secret) == ["is_secret"]
    page = lena.post(f"{address}ballot/", day, follow=True)
    assert "0 of 3 settings have voted." in text_of(page)
    assert "Go to the ballot" in text_of(mo.get(address))
    with authority_scope(larkshire):
        election.refresh_from_db()
    vote = f"{base}meetings/votes/{election.ballot_id}/"
    assert "Cara Finch, Cara" in text_of(mo.get(vote))
    assert f'href="{address}"' in text_of(mo.get(vote))  # back to who stands
    assert "Close the vote" not in text_of(lena.get(vote))
    for membership, client in ((led.acorns, lena), (led.bluebells, mo), (led.caras, browse(led.cara))):
        assert client.post(f"{vote}cast/{membership.pk}/", {"choice": str(led.cara.pk)}).status_code == 302
    ready = lena.get(address)
    assert "3 of 3 settings have voted." in text_of(ready)
    assert "Close the ballot and count it" in text_of(ready)
    page = lena.post(f"{address}count/", follow=True)
    assert "The ballot is counted. Now record who is elected." in text_of(page)
    assert "Ballot counted" in text_of(page)
    assert "Ballot open" not in text_of(page)
    form = lena.get(f"{address}result/")
    assert "Cara Finch, Cara" in text_of(form)
    assert "becomes chair" in text_of(form)
    term = {"starts_on_day": "24", "starts_on_month": "11", "starts_on_year": "2026"}
    page = lena.post(f"{address}result/", term, follow=True)
    assert "By most votes" in text_of(page)


def test_g6_the_lot_on_the_page(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        election = opened(contested(led, led.mo, led.cara), led.lena)
        three_votes(led, election, "abstain", led.mo.pk, led.cara.pk)
        counted(election, led.lena)
    lena = browse(led.lena)
    address = f"/larkshire/collaborations/{led.collaboration.pk}/elections/{election.pk}/"
    page = text_of(lena.get(address))
    assert "The votes are equal for:" in page
    assert "Record the result of the lot" in page
    assert "Vote again" in page
    term = {"starts_on_day": "24", "starts_on_month": "11", "starts_on_year": "2026"}
    assert list(errors_of(lena.post(f"{address}result/", term))) == ["drawn"]
    assert list(errors_of(lena.post(f"{address}result/", {**term, "drawn": str(led.lena.pk)}))) == ["drawn"]
    page = lena.post(f"{address}result/", {**term, "drawn": str(led.mo.pk)}, follow=True)
    assert "By lot, after equal votes" in text_of(page)


def test_g6_it_is_secret_by_default_where_the_members_say_so(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    address = f"/larkshire/collaborations/{led.collaboration.pk}/elections/"
    with authority_scope(larkshire):
        election = contested(led, led.mo, led.cara)
        texts = {"chair_election": "Each setting votes, in a secret ballot."}
        adopted(led.collaboration, led.lena, on=date(2026, 11, 9), texts=texts, values={})
    lena = browse(led.lena)
    url = f"{address}{election.pk}/ballot/"
    assert lena.get(url).context["form"].initial["is_secret"] is False  # three settings
    with authority_scope(larkshire):
        for _number in range(2):
            one_more_member(led.collaboration)
    assert lena.get(url).context["form"].initial["is_secret"] is True


@pytest.mark.urls("config.authority_urls")
def test_g6_home_says_that_a_ballot_is_to_be_counted_and_recorded(
    in_larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    def asked() -> list[str]:
        on = timezone.localdate()
        lines = lines_of_groups(Visitor(led.lena, on), [led.collaboration])
        return [line.what for line in lines if "elections" in line.url]

    election = opened(contested(led, led.mo, led.cara), led.lena)
    assert asked() == []
    three_votes(led, election, led.mo.pk, led.mo.pk, led.cara.pk)
    time_machine.move_to(NOW + timedelta(days=9), tick=False)
    assert asked() == ["Count the ballot for the chair"]
    counted(election, led.lena)
    assert asked() == ["Record who is elected as chair"]
    elected(election, led.lena)
    assert asked() == []
