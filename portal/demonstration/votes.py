"""Votes of an invented county: one that is open, one that was carried, and a secret one where enough may
vote.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from meetings.rules.voting import MIN_SECRET_VOTERS
from meetings.services import voting

if TYPE_CHECKING:
    from meetings.models.votes import Vote
    from portal.demonstration.story import Story

CARRIED = ("for", "for", "against", "for", "abstain")


class Votes:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._open(0)
        self._closed(0)
        self._secret(0)

    def _put(
        self, number: int, title: str, proposal: str, *, days_ago: int, days: int, is_secret: bool = False
    ) -> Vote:
        at = self.story.then(days_ago)
        return voting.put_to_vote(
            collaboration=self.story.group(number),
            title=title,
            proposal=proposal,
            is_secret=is_secret,
            closes_at=timezone.localtime(at + timedelta(days=days)).replace(hour=23, minute=59),
            by=self.story.leader(number),
            at=at,
        )

    def _cast(self, vote: Vote, choices: tuple[str, ...], at: datetime) -> None:
        members = self.story.memberships(0)
        for membership, choice in zip(members, choices, strict=False):
            by = self.story.manager_of(membership.provider)
            voting.cast_vote(vote_id=vote.pk, membership=membership, choice=choice, by=by, at=at)

    def _open(self, number: int) -> None:
        """Two have voted; the others are asked on their home."""
        proposal = (
            "We take offer one: an evening in March with a speech and language therapist, for 240 pounds."
        )
        vote = self._put(number, "The training evening", proposal, days_ago=2, days=9)
        self._cast(vote, ("for", "abstain"), self.story.then(1))

    def _closed(self, number: int) -> None:
        proposal = "Each term one setting opens its garden to the others for an afternoon."
        vote = self._put(number, "Open gardens", proposal, days_ago=40, days=10)
        self._cast(vote, CARRIED, self.story.then(38))
        voting.close_vote(vote_id=vote.pk, by=None, at=self.story.then(29))

    def _secret(self, number: int) -> None:
        if len(self.story.memberships(number)) < MIN_SECRET_VOTERS:
            return
        proposal = "We go on meeting in the library, although the hall would cost less."
        vote = self._put(number, "Where we meet", proposal, days_ago=30, days=10, is_secret=True)
        self._cast(vote, CARRIED, self.story.then(28))
        voting.close_vote(vote_id=vote.pk, by=None, at=self.story.then(19))
