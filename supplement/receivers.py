"""News from below (docs/events.md)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from meetings.models.votes import Vote
from meetings.signals import vote_over
from supplement.selectors.proposals import SPENDING
from supplement.services.proposals import take_result


@receiver(vote_over, dispatch_uid="supplement.vote_over")
def take_result_of_vote(sender: Any, *, vote: Vote, by: User | None, at: datetime, **kwargs: Any) -> None:
    """A proposal to spend that was carried becomes a decision; any other ends."""
    if vote.subject_kind == SPENDING and vote.subject_id is not None:
        take_result(proposal_id=vote.subject_id, vote=vote, by=by, at=at)
