"""What emails about meetings share, each with what goes into a calendar (G7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.addresses import absolute
from core.calendar_files import Event, identity
from core.emails import AsOf, Recipient, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.wording import day_and_month, time_in_words
from meetings.models.planning import Meeting
from meetings.rules.states import MeetingState
from meetings.selectors import planning
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


def page_of(meeting: Meeting) -> str:
    """The address of a meeting's page within the authority."""
    return within_authority("meetings:meeting", meeting.collaboration_id, meeting.pk)


def when_in_words(meeting: Meeting) -> str:
    """“12 January, 2pm”."""
    begins = time_in_words(meeting.starts_at)
    return _("%(day)s, %(time)s") % {"day": day_and_month(meeting.on), "time": begins}


def words_of(meeting: Meeting) -> str:
    """What a calendar says of a meeting to everybody who is invited."""
    return "\n".join(filter(None, [meeting.access_notes, meeting.online_url]))


def event_of(meeting: Meeting, *, made_at: datetime) -> Event:
    """A meeting as the calendar of a member keeps it. Its identity stays, whatever changes."""
    page = absolute(f"/{meeting.authority.slug}/{page_of(meeting)}")
    is_cancelled = meeting.state == MeetingState.CANCELLED
    answer = "" if is_cancelled else _("Say here whether you will come: %(page)s") % {"page": page}
    return Event(
        uid=identity("meeting", meeting.authority, meeting.pk),
        title=f"{meeting.collaboration}: {meeting.title}",
        day=meeting.on,
        made_at=made_at,
        starts_at=meeting.begins,
        ends_at=meeting.ends,
        place=meeting.place or meeting.online_url,
        words="\n".join(filter(None, [words_of(meeting), answer])),
        url=page,
        edition=meeting.edition,
        is_cancelled=is_cancelled,
    )


@dataclass(frozen=True, kw_only=True)
class AboutMeeting(EmailToUser[AsOf[Meeting]]):
    """What emails about one meeting share."""

    meeting_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[Meeting] | None:
        meeting = planning.meeting_by_id(self.meeting_id)
        return AsOf(meeting, timezone.localdate(at)) if meeting is not None else None

    def recipients(self, row: AsOf[Meeting], /) -> Sequence[Recipient]:
        is_told = planning.is_told(self.user_id, row.row.collaboration, on=row.on)
        return super().recipients(row) if is_told else []

    def context(self, row: AsOf[Meeting], /) -> Mapping[str, Any]:
        meeting = row.row
        by = User.objects.filter(pk=self.by_id).first()
        return {"meeting": meeting, "group": meeting.collaboration, "by": by}

    def link(self, row: AsOf[Meeting], to: Recipient, /) -> Link:
        return Link(_("See the meeting"), page_of(row.row))

    def contact(self, row: AsOf[Meeting], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        return by or leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[Meeting], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)

    def attachments(self, row: AsOf[Meeting], to: Recipient, /) -> Sequence[Attachment]:
        event = event_of(row.row, made_at=timezone.now())
        return [invitation(event, to, by=str(row.row.collaboration))]
