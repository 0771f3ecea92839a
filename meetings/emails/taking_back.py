"""The email that meetings were planned by mistake, to those who were told of them (G1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.calendar_files import Party, several_events_file
from core.emails import FILE_TYPE, AsOf, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link, sender_address
from core.subjects import subject_of
from meetings.emails.bases import event_of, when_in_words
from meetings.models.planning import Meeting
from meetings.selectors import planning
from meetings.selectors.taking_back import meetings_taken_back, was_told
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


class TakenBack(NamedTuple):
    """Meetings that are gone, as they were last, and the day."""

    meetings: Sequence[Meeting]
    as_of: AsOf[Meeting]


@email_kind("meetings.taken_back")
class PlanningTakenBack(EmailToUser[TakenBack]):
    """To who was told that meetings are planned: they were planned by mistake. Nothing to anybody else."""

    template = "meetings/taken_back"
    meeting_ids: str
    by_id: int

    def load(self, at: datetime, /) -> TakenBack | None:
        rows = meetings_taken_back([int(pk) for pk in self.meeting_ids.split(",")])
        meetings = [row for row in rows if row.ends > at]
        return TakenBack(meetings, AsOf(meetings[0], timezone.localdate(at))) if meetings else None

    def recipients(self, row: TakenBack, /) -> Sequence[Recipient]:
        is_told = planning.is_told(self.user_id, row.meetings[0].collaboration, on=row.as_of.on)
        knows = is_told and was_told(self.user_id, [meeting.pk for meeting in row.meetings])
        return super().recipients(row) if knows else []

    def subject(self, row: TakenBack, to: Recipient, /) -> str:
        number, first = len(row.meetings), row.meetings[0]
        what = ngettext(
            "no meeting on %(when)s, it was planned by mistake",
            "no meetings on %(number)d days, planned by mistake",
            number,
        )
        return subject_of(str(first.collaboration), what % {"number": number, "when": when_in_words(first)})

    def reference(self, row: TakenBack, /) -> str:
        return f"meetings-taken-back-{self.meeting_ids.replace(',', '-')[:60]}"

    def context(self, row: TakenBack, /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"meetings": row.meetings, "group": row.meetings[0].collaboration, "by": by}

    def link(self, row: TakenBack, to: Recipient, /) -> Link:
        path = within_authority("meetings:meetings", row.meetings[0].collaboration_id)
        return Link(_("See the meetings of the group"), path)

    def contact(self, row: TakenBack, to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.as_of.on)
        return by or leader_contact(row.meetings[0].collaboration_id, on=row.as_of.on, but=self.user_id)

    def why(self, row: TakenBack, to: Recipient, /) -> str:
        return why_member(row.meetings[0].collaboration)

    def attachments(self, row: TakenBack, to: Recipient, /) -> Sequence[Attachment]:
        made_at = timezone.now()
        events = [event_of(meeting, made_at=made_at) for meeting in row.meetings]
        group = str(row.meetings[0].collaboration)
        if len(events) == 1:
            return [invitation(events[0], to, by=group)]
        file = several_events_file(events, organizer=Party(group, sender_address()))
        return [Attachment("meetings.ics", file, FILE_TYPE)]
