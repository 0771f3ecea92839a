"""A worker killed in the middle of an election's closing, of the offers of an event, of reminders: run again, the
work is done once (G6, L4).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from time_machine import TimeMachineFixture

from accounts.models import Authority, TaskLink, User
from audit.models import Entry
from core.scoping import authority_scope
from documents.models import OutboxMessage
from meetings.models.elections import Election, Nomination
from meetings.models.events import Booking
from meetings.models.votes import Vote, Voter
from meetings.services import booking, election_ballots, voting
from meetings.services.elections_due import tell_of_elections_due
from memberships.models.offices import OfficeHolder
from memberships.services.offices import give_office
from tests.factories.elections import called, elected, nominated
from tests.factories.events import booked, open_event
from tests.factories.groups import Group
from tests.factories.votes import cast, vote_on
from tests.killed import same_after_each_kill
from tests.meetings.votes import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _scope(larkshire: Authority, time_machine: TimeMachineFixture) -> Any:
    time_machine.move_to(NOW, tick=False)
    with authority_scope(larkshire):
        yield


def asked_for() -> list[tuple[str, str]]:
    """What was asked of the worker, emails above all: of which kind, to whom. New rows have other numbers
    each time.
    """
    named = ("kind", "user_id", "address")
    return sorted(
        (row.task, str({name: row.ids.get(name) for name in named})) for row in OutboxMessage.objects.all()
    )


def told() -> list[str]:
    return sorted(Entry.objects.values_list("action", flat=True))


def a_ballot(led: Group) -> Election:
    election = called(led.collaboration, led.lena, days=0)
    for person in (led.mo, led.cara):
        nominated(election, person, person)
    closes_on = timezone.localdate() + timedelta(days=7)
    election_ballots.open_ballot(
        election_id=election.pk, is_secret=False, closes_on=closes_on, by=led.lena, at=NOW
    )
    election.refresh_from_db()
    return election


@pytest.mark.parametrize("choices", [("mo", "mo", "cara"), ("mo", "cara", "abstain"), ("abstain",) * 3])
def test_g6_the_closing_of_an_election(led: Group, choices: tuple[str, ...]) -> None:
    """Won, level, and nobody voted for; where it is won, with the record of who is in post."""
    election, people = a_ballot(led), {"mo": led.mo.pk, "cara": led.cara.pk}
    voters = ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara))
    for (member, person), choice in zip(voters, choices, strict=True):
        said = str(people.get(choice, choice))
        voting.cast_vote(vote_id=election.ballot_id or 0, membership=member, choice=said, by=person, at=NOW)

    def work() -> None:
        election_ballots.count_ballot(election_id=election.pk, by=led.lena, at=NOW)
        if choices.count("mo") == 2:
            elected(election, led.lena)

    def outcome() -> object:
        return (
            list(Election.objects.values_list("state", "elected")),
            sorted(Nomination.objects.values_list("person", "is_first")),
            list(Vote.objects.values_list("state", "counts")),
            list(OfficeHolder.objects.values_list("user", "office")),
            asked_for(),
            told(),
        )

    assert same_after_each_kill(work, outcome) > 4


def test_l4_the_offers_of_an_event(led: Group, amina: User) -> None:
    """An offer that nobody answered lapses, and the next one is offered the place, at two events."""
    for title in ("Spring", "Summer"):
        event = open_event(amina, places=1, title=title)
        booked(event, led.acorns.provider, led.lena, "offered", answer_by=NOW - timedelta(hours=1))
        for minutes, member, person in ((2, led.bluebells, led.mo), (1, led.caras, led.cara)):
            booked(event, member.provider, person, "waiting", at=NOW - timedelta(minutes=minutes))

    def outcome() -> object:
        return (
            sorted(Booking.objects.values_list("event__title", "person__full_name", "state", "answer_by")),
            sorted(TaskLink.objects.values_list("purpose", "about_id")),
            asked_for(),
            told(),
        )

    assert same_after_each_kill(lambda: booking.settle_all(at=NOW), outcome) > 8
    booking.settle_all(at=NOW)
    states = Booking.objects.order_by("event__title", "person__full_name").values_list("state", flat=True)
    assert list(states) == ["waiting", "lapsed", "offered"] * 2


def test_g6_the_reminders_of_votes_and_of_terms_that_end(
    led: Group, amina: User, time_machine: TimeMachineFixture
) -> None:
    """One vote is over, of another those who have not voted are reminded; of a term that ends people hear
    once.
    """
    over = vote_on(led.collaboration, led.lena, at=NOW - timedelta(days=8))
    soon = vote_on(led.collaboration, led.lena, at=NOW - timedelta(days=6, hours=12), title="Open gardens")
    cast(over, led.acorns, "for", led.lena, at=NOW - timedelta(days=2))
    cast(soon, led.acorns, "for", led.lena, at=NOW - timedelta(days=2))
    today = timezone.localdate()
    facts: dict[str, Any] = {"starts_on": today - timedelta(days=300), "ends_on": today + timedelta(days=60)}
    give_office(membership=led.bluebells, user=led.mo, office="chair", decision="Agreed.", **facts, by=amina)

    def work() -> None:
        voting.close_due(at=NOW)
        tell_of_elections_due(on=today)

    def outcome() -> object:
        return (
            sorted(Vote.objects.values_list("title", "state", "outcome", "reminded_on")),
            sorted(Voter.objects.values_list("vote__title", "has_voted")),
            asked_for(),
            told(),
        )

    assert same_after_each_kill(work, outcome) > 4
