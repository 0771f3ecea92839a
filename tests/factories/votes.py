"""Votes for tests, in the authority in scope, through the services."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from collaborations.models import Collaboration
from meetings.models.votes import Vote
from meetings.rules.outcomes import Choice, TieRule
from meetings.selectors import votes as selectors
from meetings.services import ballots, voting
from memberships.models.members import Membership
from tests.factories.groups import JOINED
from tests.factories.memberships import MembershipFactory, SettingRoleFactory
from tests.factories.providers import ProviderFactory

PROPOSAL = "We share one store for outdoor toys."


def more_members(collaboration: Collaboration, number: int) -> dict[Membership, User]:
    """Further members, each with somebody who manages the setting."""
    people = {}
    for place in range(number):
        member = MembershipFactory(
            collaboration=collaboration, provider=ProviderFactory(name=f"Setting {place}"), joined_on=JOINED
        )
        person = User.objects.create_user(email=f"v{member.pk}@larkshire.example", full_name=f"Val {place}")
        SettingRoleFactory(user=person, provider=member.provider, starts_on=JOINED)
        people[member] = person
    return people


def vote_on(collaboration: Collaboration, by: User, *, at: datetime, days: int = 7, **facts: Any) -> Vote:
    """Open for days, about a shared store."""
    values = {
        "title": "A shared store",
        "proposal": PROPOSAL,
        "closes_at": at + timedelta(days=days),
        **facts,
    }
    return voting.put_to_vote(collaboration=collaboration, **values, by=by, at=at)


def cast(vote: Vote, member: Membership, choice: str, by: User, *, at: datetime, key: str = "") -> bool:
    return voting.cast_vote(vote_id=vote.pk, membership=member, choice=choice, client_key=key, by=by, at=at)


def votes_rows(membership: Membership, meeting: Any, leader: User) -> dict[str, Any]:
    """Rows of the stage: a vote between meetings, and one in the room of today's meeting."""
    group, now = membership.collaboration, timezone.now()
    return {
        "vote": vote_on(group, leader, at=now),
        "vote in the room": vote_on(group, leader, at=now, title="Hands", meeting=meeting, closes_at=None),
    }


def votes_in_other_states(membership: Membership, leader: User) -> list[Vote]:
    """For walking every page: one that is closed with equal votes by lot, one that is repeated, one
    withdrawn.
    """
    group, now = membership.collaboration, timezone.now()
    members = selectors.members_on(group, on=timezone.localdate(now))[:2]
    votes = []
    for title, rule in (("By lot", TieRule.LOT), ("Once more", TieRule.AGAIN)):
        vote = vote_on(group, leader, at=now, title=title)
        Vote.objects.filter(pk=vote.pk).update(tie_rule=rule, quorum="none", quorum_number=None)
        for member, choice in zip(members, (Choice.FOR, Choice.AGAINST), strict=True):
            voter = vote.voters.get(membership=member)
            ballots.say(vote, voter, choice, client_key="", by=leader, at=now)
        votes.append(voting.close_vote(vote_id=vote.pk, by=leader, at=now + timedelta(days=8)))
    gone = vote_on(group, leader, at=now, title="Wrong words")
    votes.append(voting.withdraw_vote(vote_id=gone.pk, because="Wrong words", by=leader, at=now))
    return votes
