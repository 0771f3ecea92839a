"""What emails about meetings share, each with what goes into a calendar (G7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.addresses import absolute
from core.calendar_files import Event, Party, identity, several_events_file
from core.emails import FILE_TYPE, AsOf, Recipient, invitation, within_authority
from core.mail import Attachment, Contact, Link, sender_address
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


#: As long as ``documents.SentEmail`` keeps one.
MAX_REFERENCE = 200


class Meetings(NamedTuple):
    """Meetings of one group, the earliest first, and the day."""

    meetings: Sequence[Meeting]
    as_of: AsOf[Meeting]


@dataclass(frozen=True, kw_only=True)
class AboutMeetings(EmailToUser[Meetings]):
    """What emails about meetings that were planned in one act share: all of them in one email."""

    meeting_ids: str
    by_id: int

    def named(self, what: str, /) -> str:
        """A reference with the number of every meeting of a year, by which it is known who was told of it."""
        return f"{what}-{self.meeting_ids.replace(',', '-')}"[:MAX_REFERENCE]

    def rows(self, ids: Sequence[int], /) -> Iterable[Meeting]:
        """The meetings as they are told, the earliest first."""
        raise NotImplementedError  # each email says of which it tells

    def load(self, at: datetime, /) -> Meetings | None:
        ids = [int(pk) for pk in self.meeting_ids.split(",")]
        ahead = [row for row in self.rows(ids) if row.ends > at]
        return Meetings(ahead, AsOf(ahead[0], timezone.localdate(at))) if ahead else None

    def recipients(self, row: Meetings, /) -> Sequence[Recipient]:
        is_told = planning.is_told(self.user_id, row.meetings[0].collaboration, on=row.as_of.on)
        return super().recipients(row) if is_told else []

    def context(self, row: Meetings, /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"meetings": row.meetings, "group": row.meetings[0].collaboration, "by": by}

    def link(self, row: Meetings, to: Recipient, /) -> Link:
        path = within_authority("meetings:meetings", row.meetings[0].collaboration_id)
        return Link(_("See the meetings of the group"), path)

    def contact(self, row: Meetings, to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.as_of.on)
        return by or leader_contact(row.meetings[0].collaboration_id, on=row.as_of.on, but=self.user_id)

    def why(self, row: Meetings, to: Recipient, /) -> str:
        return why_member(row.meetings[0].collaboration)

    def attachments(self, row: Meetings, to: Recipient, /) -> Sequence[Attachment]:
        made_at = timezone.now()
        events = [event_of(meeting, made_at=made_at) for meeting in row.meetings]
        group = str(row.meetings[0].collaboration)
        if len(events) == 1:
            return [invitation(events[0], to, by=group)]
        # an invitation is of one event; a file of several is opened by hand (RFC 5546)
        file = several_events_file(events, organizer=Party(group, sender_address()))
        return [Attachment("meetings.ics", file, FILE_TYPE)]
