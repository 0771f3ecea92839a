"""What a page's contributions read of votes."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.frame.page_rows import add_page_rows
from meetings.models.votes import Vote, Voter
from meetings.rules.outcomes import OutcomeKind
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on


def _votes(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """The votes that wait for somebody, of the page's groups and of those of its settings: open ones, and
    equal ones that people settle or repeat.

    Each with ``waiting``, the ids of the memberships that may still vote. Votes of members alone too: a line
    about one is shown only for a setting that has a vote.
    """
    members = Membership.objects.filter(is_member_on(on), provider__in=settings).values("collaboration_id")
    voters = Voter.objects.filter(vote=OuterRef("pk"), has_voted=False, stood_aside=False)
    equal = (OutcomeKind.CHAIR_DECIDES, OutcomeKind.TO_BE_DRAWN, OutcomeKind.VOTE_AGAIN)
    repeated = Vote.objects.filter(follows=OuterRef("pk")).exclude(state=Vote.State.WITHDRAWN)
    waits = Q(state=Vote.State.OPEN) | (Q(outcome__in=equal) & ~Exists(repeated))
    rows = Vote.objects.filter(waits, Q(collaboration__in=groups) | Q(collaboration__in=members))
    return rows.annotate(waiting=ArraySubquery(voters.order_by("pk").values("membership_id")))


add_page_rows(
    _votes,
    key="votes",
    facts={
        "group_id": "collaboration_id",
        "group": "collaboration__name",
        "title": "title",
        "state": "state",
        "opens_at": "opens_at",
        "closes_at": "closes_at",
        "at_the_meeting": "at_the_meeting",
        "members_only": "members_only",
        "outcome": "outcome",
        "outcome_words": "outcome_words",
        "waiting": "waiting",
    },
)
