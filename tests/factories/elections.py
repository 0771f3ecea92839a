"""Elections for tests, made in the authority in scope, through the services."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from collaborations.models import Collaboration
from meetings.models.elections import Election, Nomination
from meetings.selectors import elections as selectors
from meetings.services import election_ballots, elections, voting
from memberships.models.members import SettingRole
from tests.factories.groups import Group


def called(
    collaboration: Collaboration, by: User, *, office: str = "chair", days: int = 14, **facts: Any
) -> Election:
    """An election of which nominations are open for so many days; the term begins two weeks later."""
    at = facts.pop("at", None) or timezone.now()
    until = timezone.localdate(at) + timedelta(days=days)
    values = {
        "nominate_until": until,
        "starts_on": until + timedelta(days=14),
        "words": "",
        "opens_now": True,
    }
    return elections.call_election(
        collaboration=collaboration, office=office, **(values | facts), by=by, at=at
    )


def nominated(election: Election, person: User, by: User, *, stands: bool | None = None) -> Nomination:
    """Somebody nominated; with ``stands`` the answer too."""
    now = timezone.now()
    roles = selectors.people_to_nominate(election.collaboration, on=timezone.localdate(now))
    role = roles.filter(user=person).first()
    assert role is not None
    row = elections.nominate(election_id=election.pk, role=role, words="", by=by, at=now)
    if stands is not None:
        elections.answer_nomination(nomination_id=row.pk, accepts=stands, statement="", by=person, at=now)
    row.refresh_from_db()
    return row


def elected(election: Election, by: User, *, starts_on: date | None = None, **facts: Any) -> Election:
    """The result recorded now."""
    election.refresh_from_db()
    return elections.declare_elected(
        election_id=election.pk,
        starts_on=starts_on or election.starts_on,
        ends_on=facts.pop("ends_on", None),
        by=by,
        at=timezone.now(),
        **facts,
    )


def contested(led: Group, *people: User) -> Election:
    """Nominations close today, and these people stand."""
    election = called(led.collaboration, led.lena, days=0)
    for person in people:
        nominated(election, person, person)
    return election


def opened(
    election: Election, by: User, *, is_secret: bool = False, closes_on: date | None = None
) -> Election:
    """The ballot opened now, for a week."""
    now = timezone.now()
    return election_ballots.open_ballot(
        election_id=election.pk,
        is_secret=is_secret,
        closes_on=closes_on or timezone.localdate(now) + timedelta(days=7),
        by=by,
        at=now,
    )


def say(election: Election, membership: Any, by: User, choice: object) -> None:
    """The vote of a setting in the ballot."""
    assert election.ballot is not None
    voting.cast_vote(
        vote_id=election.ballot.pk, membership=membership, choice=str(choice), by=by, at=timezone.now()
    )


def three_votes(led: Group, election: Election, *choices: object) -> None:
    """Of Acorns, Bluebells and Cara's, in this order."""
    voters = ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara))
    for (membership, person), choice in zip(voters, choices, strict=False):
        say(election, membership, person, choice)


def counted(election: Election, by: User) -> Election:
    """The ballot closed and counted now."""
    return election_ballots.count_ballot(election_id=election.pk, by=by, at=timezone.now())


def election_rows(membership: Any, people: dict[str, User]) -> dict[str, Any]:
    """Rows of the stage: an election of a chair whose nominations end today, and the leader nominated in it; an
    earlier one in which nobody stood.
    """
    group, leader = membership.collaboration, people["leader"]
    before = called(group, leader, days=0, words="Before")
    elections.record_nobody(election_id=before.pk, by=leader, at=timezone.now())
    election = called(group, leader, days=0, words="Two hours a month.")
    return {
        "election": election,
        "election of nobody": before,
        "nomination": nominated(election, leader, people["member"]),
        "role of member": SettingRole.objects.filter(user=people["member"], ends_on=None).latest("pk"),
    }


def contested_elections(group: Collaboration, by: User, first: User, second: User) -> list[Election]:
    """Two people stand for each office: the ballot of one is to be opened, that of the other to be counted."""
    now, both = timezone.now(), []
    for office in ("chair", "administrator"):
        election = called(group, by, office=office, days=0)
        for person in (first, second):
            nominated(election, person, person)
        both.append(election)
    closes_on = timezone.localdate(now) + timedelta(days=2)
    election_ballots.open_ballot(election_id=both[1].pk, is_secret=False, closes_on=closes_on, by=by, at=now)
    return both


def elections_in_other_states(group: Collaboration, leader: User, member: User) -> list[Election]:
    """For walking every page: one in which somebody stands."""
    one = called(group, leader, office="administrator", days=0)
    nominated(one, member, leader, stands=True)
    return [one]
