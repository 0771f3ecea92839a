"""Emails about votes: it is open, it closes soon, what was decided (G6). None says what anybody voted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.emails import AsOf, Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_of
from core.wording import day_and_month, time_in_words
from meetings.models.votes import Vote, Voter
from meetings.selectors import votes
from memberships.emails.reasons import why_manage, why_member
from memberships.selectors.contacts import contact_of, leader_contact


class Asked(NamedTuple):
    """A vote, the setting that is asked, and when."""

    vote: Vote
    voter: Voter
    at: datetime


def page_of(vote: Vote) -> str:
    """The address of a vote's page within the authority."""
    return within_authority("meetings:vote", vote.collaboration_id, vote.pk)


def until_in_words(vote: Vote) -> str:
    """“12 January, 5pm”; "" in the room."""
    if vote.closes_at is None:
        return ""
    day = day_and_month(timezone.localdate(vote.closes_at))
    return _("%(day)s, %(time)s") % {"day": day, "time": time_in_words(vote.closes_at)}


@dataclass(frozen=True, kw_only=True)
class AsksToVote(EmailToUser[Asked]):
    """What the emails to a setting that has not voted share."""

    template = "meetings/vote_asked"
    vote_id: int
    membership_id: int
    by_id: int

    def load(self, at: datetime, /) -> Asked | None:
        vote = votes.vote_by_id(self.vote_id)
        voter = votes.voter_in(vote, self.membership_id) if vote is not None else None
        return Asked(vote, voter, at) if vote and voter else None

    def still_true(self, row: Asked, /) -> bool:
        is_over = row.vote.closes_at is not None and row.vote.closes_at <= row.at
        return row.vote.is_open and not is_over and not row.voter.has_voted and not row.voter.stood_aside

    def subject(self, row: Asked, to: Recipient, /) -> str:
        until = until_in_words(row.vote)
        what = _("a vote until %(when)s") % {"when": until} if until else _("a vote is open")
        return subject_of(str(row.vote.collaboration), what, again=self.again)

    @property
    def again(self) -> Again:
        return Again.NO

    def reference(self, row: Asked, /) -> str:
        return f"vote-{row.vote.pk}-{row.voter.membership_id}"

    def context(self, row: Asked, /) -> Mapping[str, Any]:
        return {
            "vote": row.vote,
            "group": row.vote.collaboration,
            "setting": row.voter.membership.provider,
            "by": User.objects.filter(pk=self.by_id).first(),
            "is_reminder": self.again is not Again.NO,
        }

    def link(self, row: Asked, to: Recipient, /) -> Link:
        return Link(_("Vote"), page_of(row.vote))

    def contact(self, row: Asked, to: Recipient, /) -> Contact | None:
        return leader_contact(row.vote.collaboration_id, on=timezone.localdate(row.at), but=self.user_id)

    def why(self, row: Asked, to: Recipient, /) -> str:
        return why_manage(row.voter.membership.provider)


@email_kind("meetings.vote_opened")
class VoteOpened(AsksToVote):
    """To everybody who manages a setting with a vote: what is proposed, and until when it is open."""


@email_kind("meetings.vote_reminder")
class VoteReminder(AsksToVote):
    """To the managers of the settings that have not voted, those alone."""

    sent_on: str

    @property
    def again(self) -> Again:
        return Again.REMINDER

    def reference(self, row: Asked, /) -> str:
        return f"{super().reference(row)}-{self.sent_on}"


@email_kind("meetings.vote_closed")
class VoteClosed(EmailToUser[AsOf[Vote]]):
    """To everybody who is told of the group's meetings: what came of the vote."""

    template = "meetings/vote_closed"
    pace = Pace.NEWS
    vote_id: int
    by_id: int
    outcome: str

    def load(self, at: datetime, /) -> AsOf[Vote] | None:
        vote = votes.vote_by_id(self.vote_id)
        return AsOf(vote, timezone.localdate(at)) if vote is not None else None

    def still_true(self, row: AsOf[Vote], /) -> bool:
        return row.row.outcome == self.outcome

    def subject(self, row: AsOf[Vote], to: Recipient, /) -> str:
        day = day_and_month(timezone.localdate(row.row.closed_at))
        return subject_of(str(row.row.collaboration), _("result of the vote of %(day)s") % {"day": day})

    def reference(self, row: AsOf[Vote], /) -> str:
        return f"vote-{row.row.pk}-{self.outcome}"

    def context(self, row: AsOf[Vote], /) -> Mapping[str, Any]:
        return {"vote": row.row, "group": row.row.collaboration}

    def link(self, row: AsOf[Vote], to: Recipient, /) -> Link:
        return Link(_("See the result"), page_of(row.row))

    def contact(self, row: AsOf[Vote], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        return by or leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[Vote], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)
