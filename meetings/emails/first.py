"""Emails to those who are invited to the first meeting of a forming group (C1): one link, no account (G1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import short_name
from accounts.models import TaskLink
from accounts.selectors import token_of
from core.calendar_files import Event
from core.emails import AsOf, Email, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.subjects import subject_of
from meetings.emails.bases import event_of, when_in_words, words_of
from meetings.models.first import FirstInvited
from meetings.models.planning import Meeting
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors import first as selectors
from meetings.selectors import planning
from memberships.selectors.contacts import contact_of


class Asked(NamedTuple):
    """Who is invited, and the link of one address."""

    invited: FirstInvited
    link: TaskLink

    @property
    def meeting(self) -> Meeting:
        return self.invited.meeting


def event_of_first(meeting: Meeting, *, made_at: datetime) -> Event:
    """The meeting as those keep it who are invited: nothing of the members' page."""
    return replace(event_of(meeting, made_at=made_at), words=words_of(meeting), url="")


@email_kind("meetings.first_invited")
class FirstInvitation(Email[AsOf[Asked]]):
    """To somebody who is invited: when and where, and the link that answers. Nothing else of the group."""

    template = "meetings/first_invited"
    invited_id: int
    link_id: int

    def load(self, at: datetime, /) -> AsOf[Asked] | None:
        invited = selectors.invited_by_id(self.invited_id)
        link = TaskLink.objects.select_related("user").filter(pk=self.link_id).first()
        if invited is None or link is None:
            return None
        return AsOf(Asked(invited, link), timezone.localdate(at))

    def still_true(self, row: AsOf[Asked], /) -> bool:
        return self._may_use(row) and row.row.meeting.state in AHEAD and row.row.meeting.on >= row.on

    @staticmethod
    def _may_use(row: AsOf[Asked]) -> bool:
        is_open = row.row.link.withdrawn_at is None
        return is_open and selectors.may_use_link(row.row.link, row.row.invited, on=row.on)

    def recipients(self, row: AsOf[Asked], /) -> Sequence[Recipient]:
        user = row.row.link.user
        return [Recipient(row.row.link.email, short_name(user.full_name if user else row.row.invited.name))]

    def subject(self, row: AsOf[Asked], to: Recipient, /) -> str:
        meeting = row.row.meeting
        what = _("first meeting on %(when)s, will you come?") % {"when": when_in_words(meeting)}
        return subject_of(str(meeting.collaboration), what)

    def reference(self, row: AsOf[Asked], /) -> str:
        return f"first-meeting-{row.row.link.pk}"

    def context(self, row: AsOf[Asked], /) -> Mapping[str, Any]:
        invited, meeting = row.row.invited, row.row.meeting
        return {"invited": invited, "meeting": meeting, "group": meeting.collaboration}

    def link(self, row: AsOf[Asked], to: Recipient, /) -> Link | None:
        token = token_of(row.row.link)
        return Link(_("Say whether you will come"), within_authority("collaborations:first_by_link", token))

    def contact(self, row: AsOf[Asked], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.invited.invited_by, on=row.on)

    def why(self, row: AsOf[Asked], to: Recipient, /) -> str:
        return _(
            "You get this email because you are invited to the first meeting of a new group of settings."
        )

    def attachments(self, row: AsOf[Asked], to: Recipient, /) -> Sequence[Attachment]:
        meeting = row.row.meeting
        event = event_of_first(meeting, made_at=timezone.now())
        return [invitation(event, to, by=str(meeting.collaboration))]


@email_kind("meetings.first_reminded")
class FirstReminder(FirstInvitation):
    """To somebody who has not answered. Nothing once they have."""

    template = "meetings/first_reminded"
    asked_on: str

    def still_true(self, row: AsOf[Asked], /) -> bool:
        return super().still_true(row) and not row.row.invited.word

    def subject(self, row: AsOf[Asked], to: Recipient, /) -> str:
        meeting = row.row.meeting
        what = _("reminder: first meeting on %(when)s") % {"when": when_in_words(meeting)}
        return subject_of(str(meeting.collaboration), what)

    def reference(self, row: AsOf[Asked], /) -> str:
        return f"first-meeting-{row.row.link.pk}-{self.asked_on}"


@email_kind("meetings.first_told")
class FirstTold(FirstInvitation):
    """To everybody invited: another day, time or place, or it is cancelled. Nothing once changed again."""

    template = "meetings/first_told"
    edition: int

    def still_true(self, row: AsOf[Asked], /) -> bool:
        meeting = row.row.meeting
        is_now = meeting.edition == self.edition and meeting.state != MeetingState.HELD
        return is_now and self._may_use(row)

    def subject(self, row: AsOf[Asked], to: Recipient, /) -> str:
        meeting = row.row.meeting
        if meeting.state == MeetingState.CANCELLED:
            what = _("no first meeting on %(when)s, it is cancelled")
        elif self._was_cancelled(meeting):
            what = _("the first meeting on %(when)s takes place after all")
        else:
            what = _("first meeting now on %(when)s")
        return subject_of(str(meeting.collaboration), what % {"when": when_in_words(meeting)})

    def reference(self, row: AsOf[Asked], /) -> str:
        return f"first-meeting-{row.row.link.pk}-e{self.edition}"

    def context(self, row: AsOf[Asked], /) -> Mapping[str, Any]:
        meeting = row.row.meeting
        return {
            **super().context(row),
            "is_cancelled": meeting.state == MeetingState.CANCELLED,
            "was_cancelled": self._was_cancelled(meeting),
            "before": planning.meeting_before(meeting, self.edition),
        }

    def _was_cancelled(self, meeting: Meeting) -> bool:
        before = planning.meeting_before(meeting, self.edition)
        return before is not None and before.state == MeetingState.CANCELLED

    def link(self, row: AsOf[Asked], to: Recipient, /) -> Link | None:
        return None if row.row.meeting.state == MeetingState.CANCELLED else super().link(row, to)
