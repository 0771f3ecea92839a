"""Emails about meetings that are planned, moved and cancelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.calendar_files import Party, several_events_file
from core.emails import FILE_TYPE, AsOf, Pace, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link, sender_address
from core.subjects import subject_of
from meetings.emails.bases import AboutMeeting, event_of, page_of, when_in_words
from meetings.models.planning import Meeting
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors import planning
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


class Planned(NamedTuple):
    """Meetings that were planned in one act and are still to be held, and the day."""

    meetings: Sequence[Meeting]
    as_of: AsOf[Meeting]


@email_kind("meetings.planned")
class MeetingsPlanned(EmailToUser[Planned]):
    """To everybody who is told of a group's meetings: what was planned in one act, all of it in one email."""

    template = "meetings/planned"
    pace = Pace.DAILY
    meeting_ids: str
    by_id: int

    def load(self, at: datetime, /) -> Planned | None:
        ids = [int(pk) for pk in self.meeting_ids.split(",")]
        rows = Meeting.objects.select_related("collaboration", "authority").filter(
            pk__in=ids, state__in=AHEAD
        )
        meetings = [row for row in rows.order_by("on", "starts_at", "pk") if row.ends > at]
        return Planned(meetings, AsOf(meetings[0], timezone.localdate(at))) if meetings else None

    def recipients(self, row: Planned, /) -> Sequence[Recipient]:
        is_told = planning.is_told(self.user_id, row.meetings[0].collaboration, on=row.as_of.on)
        return super().recipients(row) if is_told else []

    def needed_by(self, row: Planned, /) -> date:
        return row.meetings[0].on

    def subject(self, row: Planned, to: Recipient, /) -> str:
        number, first = len(row.meetings), row.meetings[0]
        what = ngettext("meeting on %(when)s", "%(number)d meetings, the first on %(when)s", number)
        return subject_of(str(first.collaboration), what % {"number": number, "when": when_in_words(first)})

    def reference(self, row: Planned, /) -> str:
        return f"meetings-planned-{self.meeting_ids.replace(',', '-')[:60]}"

    def context(self, row: Planned, /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"meetings": row.meetings, "group": row.meetings[0].collaboration, "by": by}

    def link(self, row: Planned, to: Recipient, /) -> Link:
        if len(row.meetings) == 1:
            return Link(_("Say whether you will come"), page_of(row.meetings[0]))
        path = within_authority("meetings:meetings", row.meetings[0].collaboration_id)
        return Link(_("Say when you will come"), path)

    def contact(self, row: Planned, to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.as_of.on)
        return by or leader_contact(row.meetings[0].collaboration_id, on=row.as_of.on, but=self.user_id)

    def why(self, row: Planned, to: Recipient, /) -> str:
        return why_member(row.meetings[0].collaboration)

    def attachments(self, row: Planned, to: Recipient, /) -> Sequence[Attachment]:
        made_at = timezone.now()
        events = [event_of(meeting, made_at=made_at) for meeting in row.meetings]
        group = str(row.meetings[0].collaboration)
        if len(events) == 1:
            return [invitation(events[0], to, by=group)]
        # an invitation is of one event; a file of several is opened by hand (RFC 5546)
        file = several_events_file(events, organizer=Party(group, sender_address()))
        return [Attachment("meetings.ics", file, FILE_TYPE)]


@email_kind("meetings.moved")
class MeetingMoved(AboutMeeting):
    """To the same: another day, time or place. Nothing once it has changed again or is over."""

    template = "meetings/moved"
    edition: int
    was_moved: int

    def still_true(self, row: AsOf[Meeting], /) -> bool:
        return row.row.state in AHEAD and row.row.edition == self.edition and row.row.on >= row.on

    def subject(self, row: AsOf[Meeting], to: Recipient, /) -> str:
        what = _("meeting now on %(when)s") if self.was_moved else _("the meeting on %(when)s has changed")
        return subject_of(str(row.row.collaboration), what % {"when": when_in_words(row.row)})

    def reference(self, row: AsOf[Meeting], /) -> str:
        return f"meeting-{row.row.pk}-{self.edition}"

    def context(self, row: AsOf[Meeting], /) -> Mapping[str, Any]:
        before = planning.meeting_before(row.row, self.edition)
        return {**super().context(row), "was_moved": self.was_moved, "before": before}


@email_kind("meetings.restored")
class MeetingRestored(AboutMeeting):
    """To the same: it takes place after all. Nothing once it has changed again or is over."""

    template = "meetings/restored"
    edition: int

    def still_true(self, row: AsOf[Meeting], /) -> bool:
        return row.row.state in AHEAD and row.row.edition == self.edition and row.row.on >= row.on

    def subject(self, row: AsOf[Meeting], to: Recipient, /) -> str:
        what = _("the meeting on %(when)s takes place after all") % {"when": when_in_words(row.row)}
        return subject_of(str(row.row.collaboration), what)

    def reference(self, row: AsOf[Meeting], /) -> str:
        return f"meeting-{row.row.pk}-{self.edition}"


@email_kind("meetings.cancelled")
class MeetingCancelled(AboutMeeting):
    """To the same: it does not take place. Nothing where it was taken back."""

    template = "meetings/cancelled"
    edition: int

    def still_true(self, row: AsOf[Meeting], /) -> bool:
        return row.row.state == MeetingState.CANCELLED and row.row.edition == self.edition

    def subject(self, row: AsOf[Meeting], to: Recipient, /) -> str:
        what = _("no meeting on %(when)s, it is cancelled") % {"when": when_in_words(row.row)}
        return subject_of(str(row.row.collaboration), what)

    def reference(self, row: AsOf[Meeting], /) -> str:
        return f"meeting-{row.row.pk}-{self.edition}"
