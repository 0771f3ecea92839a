"""What the deeds of votes share: when one may be opened or ended, its entry in the audit log, its emails
(G6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.services import refuse
from core.wording import instant_in_words
from documents.services.outbox import send_email
from meetings.emails.votes import VoteClosed
from meetings.models.planning import Meeting
from meetings.models.votes import Vote, Voter
from meetings.rules import voting as rules
from meetings.rules.states import MeetingState
from meetings.selectors import planning
from meetings.selectors import votes as selectors
from meetings.signals import vote_over
from ways_of_working.selectors.effective import effective_terms

State = Vote.State


def decided_by(collaboration: Collaboration, at: datetime) -> dict[str, Any]:
    return selectors.rule_from_terms(effective_terms(collaboration, on=timezone.localdate(at)))


def must_take_place(meeting: Meeting | None, closes_at: datetime | None, *, at: datetime) -> None:
    """In the room: on the day of a meeting that takes place. Else for a time."""
    if closes_at is not None:
        refuse(rules.refusals_of_window(at, closes_at, now=at))
        return
    if meeting is None:
        refuse(rules.refusals_of_window(at, None, now=at))
        return
    row = planning.meeting_for_update(meeting.pk)
    if row.state == MeetingState.CANCELLED or row.on != timezone.localdate(at):
        words = _(
            "You vote in the room on the day of the meeting. For another day, say until when the vote is open."
        )
        raise ValidationError({"closes_at": words})


def must_be_open(vote: Vote) -> None:
    if vote.state == State.WITHDRAWN:
        raise ValidationError({NON_FIELD_ERRORS: _("This vote was withdrawn.")})
    if vote.state == State.CLOSED:
        raise ValidationError({NON_FIELD_ERRORS: _("This vote is closed.")})


def must_be_proposal(vote: Vote) -> None:
    """The ballot of an election is ended on the page of the election, which keeps its result."""
    if vote.kind != Vote.Kind.PROPOSAL:
        raise ValidationError({NON_FIELD_ERRORS: _("Count this ballot on the page of its election.")})


def must_be_over(vote: Vote, voters: Sequence[Voter], *, at: datetime) -> None:
    is_over = vote.at_the_meeting or selectors.as_rule(vote).is_closed(at)
    if not is_over and selectors.still_to_vote(vote, voters):
        words = _("It is open until %(when)s, and not everybody has voted.")
        raise ValidationError({NON_FIELD_ERRORS: words % {"when": instant_in_words(vote.closes_at)}})


def record_vote(action: Action, vote: Vote, by: User | None, **facts: Any) -> None:
    record(
        action, about=vote, by=by, confidential=vote.members_only, collaboration=vote.collaboration, **facts
    )


def write_to_voters(
    vote: Vote, kind: Any, voters: Sequence[Voter], *, by: User | None, at: datetime, **facts: Any
) -> None:
    """To everybody who manages one of these settings, once for each setting."""
    providers = {voter.membership.provider_id: voter.membership_id for voter in voters}
    people = selectors.managers_of(providers, on=timezone.localdate(at))
    for provider_id, membership_id in providers.items():
        for user_id in people.get(provider_id, ()):
            send_email(
                kind(
                    user_id=user_id,
                    vote_id=vote.pk,
                    membership_id=membership_id,
                    by_id=by.pk if by else 0,
                    **facts,
                )
            )


def tell_result(vote: Vote, *, by: User | None, at: datetime) -> None:
    for person in planning.people_told(vote.collaboration, on=timezone.localdate(at)):
        if by is None or person.pk != by.pk:
            send_email(
                VoteClosed(user_id=person.pk, vote_id=vote.pk, by_id=by.pk if by else 0, outcome=vote.outcome)
            )


def tell_subject(vote: Vote, *, by: User | None, at: datetime) -> None:
    """News for what was put to the vote from elsewhere (docs/events.md)."""
    if vote.subject_kind:
        vote_over.send(sender=Vote, vote=vote, by=by, at=at)


def wanted(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The lookups of a row that says just this."""
    return {name: value for name, value in facts.items() if value is not None} | {
        f"{name}__isnull": True for name, value in facts.items() if value is None
    }


def voter_with_a_vote(vote: Vote, membership_id: int) -> Voter | None:
    """A setting that has a vote today; None where it has none."""
    voter = selectors.voter_in(vote, membership_id)
    return voter if voter is not None and voter.membership_id in selectors.eligible(vote, [voter]) else None


def as_asking(voter: Voter | None) -> rules.Voter:
    """Who asks to vote, as the rules take it."""
    if voter is None:
        return rules.Voter(is_eligible=False)
    return rules.Voter(stood_aside=voter.stood_aside, has_voted=voter.has_voted)
