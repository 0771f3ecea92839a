"""Votes for tests, in the authority in scope, through the services."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from collaborations.models import Collaboration
from meetings.models.votes import Vote
from meetings.services import voting
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
