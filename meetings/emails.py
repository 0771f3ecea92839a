"""Emails about meetings, each with what goes into a calendar (G7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser, short_name
from accounts.models import TaskLink, User
from accounts.selectors import token_of
from core.addresses import absolute, host_name
from core.calendar_files import CONTENT_TYPE, Event, calendar_file
from core.emails import AsOf, Email, Recipient, email_kind, within_authority
from core.mail import Attachment, Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month, time_in_words
from meetings.models.agenda import AgendaItem, PapersSent
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from meetings.rules import papers as paper_rules
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors import agenda, guests, planning
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


def page_of(meeting: Meeting) -> str:
    """The address of a meeting's page within the authority."""
    return within_authority("meetings:meeting", meeting.collaboration_id, meeting.pk)


def when_in_words(meeting: Meeting) -> str:
    """“12 January, 2pm”."""
    begins = time_in_words(meeting.starts_at)
    return _("%(day)s, %(time)s") % {"day": day_and_month(meeting.on), "time": begins}


def event_of(meeting: Meeting, *, made_at: datetime) -> Event:
    """A meeting as a calendar keeps it. Its identity stays, whatever changes."""
    words = [meeting.access_notes, meeting.online_url]
    return Event(
        uid=f"meeting-{meeting.authority_id}-{meeting.pk}@{host_name()}",
        title=f"{meeting.collaboration}: {meeting.title}",
        day=meeting.on,
        made_at=made_at,
        starts_at=meeting.begins,
        ends_at=meeting.ends,
        place=meeting.place or meeting.online_url,
        words="\n".join(filter(None, words)),
        url=absolute(f"/{meeting.authority.slug}/{page_of(meeting)}"),
        edition=meeting.edition,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
    )


@dataclass(frozen=True, kw_only=True)
class _AboutMeeting(EmailToUser[AsOf[Meeting]]):
    """What emails about one meeting share."""

    meeting_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[Meeting] | None:
        meeting = planning.meeting_by_id(self.meeting_id)
        return AsOf(meeting, timezone.localdate(at)) if meeting is not None else None

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
        return [Attachment("meeting.ics", calendar_file(event), CONTENT_TYPE)]


class Planned(NamedTuple):
    """Meetings that were planned in one act and are still to be held, and the day."""

    meetings: Sequence[Meeting]
    as_of: AsOf[Meeting]


@email_kind("meetings.planned")
class MeetingsPlanned(EmailToUser[Planned]):
    """To everybody who is told of a group's meetings: what was planned in one act, all of it in one email."""

    template = "meetings/planned"
    meeting_ids: str
    by_id: int

    def load(self, at: datetime, /) -> Planned | None:
        ids = [int(pk) for pk in self.meeting_ids.split(",")]
        rows = Meeting.objects.select_related("collaboration", "authority").filter(
            pk__in=ids, state__in=AHEAD
        )
        meetings = [row for row in rows.order_by("on", "starts_at", "pk") if row.ends > at]
        return Planned(meetings, AsOf(meetings[0], timezone.localdate(at))) if meetings else None

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
        return [
            Attachment(
                f"meeting-{meeting.on}.ics", calendar_file(event_of(meeting, made_at=made_at)), CONTENT_TYPE
            )
            for meeting in row.meetings
        ]


@email_kind("meetings.moved")
class MeetingMoved(_AboutMeeting):
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
        return {**super().context(row), "was_moved": self.was_moved}


@email_kind("meetings.cancelled")
class MeetingCancelled(_AboutMeeting):
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


class Sent(NamedTuple):
    """A sending of papers, what changed since the one before, and the day."""

    sending: PapersSent
    lines: Sequence[str]
    is_first: bool
    as_of: AsOf[Meeting]


@email_kind("meetings.papers")
class PapersReady(EmailToUser[Sent]):
    """Agenda and papers are there (G2). A second sending says only what has changed."""

    template = "meetings/papers"
    sending_id: int
    by_id: int

    def load(self, at: datetime, /) -> Sent | None:
        sending = agenda.sending_by_id(self.sending_id)
        if sending is None:
            return None
        before = agenda.sending_before(sending)
        changes = paper_rules.changes_between(
            agenda.read_pack(before.contents) if before else None, agenda.read_pack(sending.contents)
        )
        lines = [reason.in_words(_) for reason in paper_rules.change_words(changes)] if before else []
        return Sent(sending, lines, before is None, AsOf(sending.meeting, timezone.localdate(at)))

    def still_true(self, row: Sent, /) -> bool:
        return row.sending.meeting.state in AHEAD and row.sending.meeting.on >= row.as_of.on

    def subject(self, row: Sent, to: Recipient, /) -> str:
        what = _("agenda for %(when)s") if row.is_first else _("changed agenda for %(when)s")
        meeting = row.sending.meeting
        return subject_of(str(meeting.collaboration), what % {"when": when_in_words(meeting)})

    def reference(self, row: Sent, /) -> str:
        return f"papers-{row.sending.pk}"

    def context(self, row: Sent, /) -> Mapping[str, Any]:
        meeting, pack = row.sending.meeting, agenda.read_pack(row.sending.contents)
        late = paper_rules.late_words(row.sending.days_late)
        return {
            "meeting": meeting,
            "group": meeting.collaboration,
            "items": pack.items,
            "papers": pack.papers,
            "lines": row.lines,
            "is_first": row.is_first,
            "late": late.in_words(_) if late else "",
        }

    def link(self, row: Sent, to: Recipient, /) -> Link:
        return Link(_("Read the agenda and the papers"), page_of(row.sending.meeting))

    def contact(self, row: Sent, to: Recipient, /) -> Contact | None:
        return contact_of(row.sending.by, on=row.as_of.on)

    def why(self, row: Sent, to: Recipient, /) -> str:
        return why_member(row.sending.meeting.collaboration)


@email_kind("meetings.item_answered")
class ItemAnswered(EmailToUser[AsOf[AgendaItem]]):
    """To whoever proposed an item: it is on the agenda, or why not this time."""

    template = "meetings/item_answered"
    item_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[AgendaItem] | None:
        item = agenda.item_by_id(self.item_id)
        return AsOf(item, timezone.localdate(at)) if item is not None else None

    def still_true(self, row: AsOf[AgendaItem], /) -> bool:
        return row.row.state != AgendaItem.State.PROPOSED and row.row.meeting.state in AHEAD

    def subject(self, row: AsOf[AgendaItem], to: Recipient, /) -> str:
        meeting = row.row.meeting
        takes_it = row.row.state == AgendaItem.State.ON_AGENDA
        what = _("your item is on the agenda for %(when)s") if takes_it else _("your item for %(when)s")
        return subject_of(str(meeting.collaboration), what % {"when": when_in_words(meeting)})

    def reference(self, row: AsOf[AgendaItem], /) -> str:
        return f"item-{row.row.pk}-{row.row.state}"

    def context(self, row: AsOf[AgendaItem], /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        takes_it = row.row.state == AgendaItem.State.ON_AGENDA
        meeting = row.row.meeting
        return {
            "item": row.row,
            "meeting": meeting,
            "group": meeting.collaboration,
            "by": by,
            "takes_it": takes_it,
        }

    def link(self, row: AsOf[AgendaItem], to: Recipient, /) -> Link:
        return Link(_("See the agenda"), page_of(row.row.meeting))

    def contact(self, row: AsOf[AgendaItem], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        return by or leader_contact(row.row.meeting.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[AgendaItem], to: Recipient, /) -> str:
        return _("You get this email because you proposed the item.")


@email_kind("meetings.guest_invited")
class GuestInvited(Email[AsOf[Guest]]):
    """To a guest: the one item, when and where, and the link. Nothing of the rest of the meeting (G3)."""

    template = "meetings/guest_invited"
    guest_id: int
    link_id: int

    def load(self, at: datetime, /) -> AsOf[Guest] | None:
        guest = guests.guest_by_id(self.guest_id)
        return AsOf(guest, timezone.localdate(at)) if guest is not None else None

    def still_true(self, row: AsOf[Guest], /) -> bool:
        return row.row.withdrawn_at is None and row.row.item.meeting.state in AHEAD

    def recipients(self, row: AsOf[Guest], /) -> Sequence[Recipient]:
        return [Recipient(row.row.email, short_name(row.row.name))]

    def subject(self, row: AsOf[Guest], to: Recipient, /) -> str:
        meeting = row.row.item.meeting
        what = _("an invitation for %(when)s") % {"when": when_in_words(meeting)}
        return subject_of(str(meeting.collaboration), what)

    def reference(self, row: AsOf[Guest], /) -> str:
        return f"guest-{row.row.pk}"

    def context(self, row: AsOf[Guest], /) -> Mapping[str, Any]:
        guest, meeting = row.row, row.row.item.meeting
        slot = next(
            (
                slot
                for slot in agenda.slots_of(meeting, agenda.items_of(meeting))
                if slot.item.number == guest.item_id
            ),
            None,
        )
        return {
            "guest": guest,
            "item": guest.item,
            "meeting": meeting,
            "group": meeting.collaboration,
            "slot": slot,
        }

    def link(self, row: AsOf[Guest], to: Recipient, /) -> Link | None:
        link = TaskLink.objects.get(pk=self.link_id)
        return Link(_("See the item and its papers"), within_authority("meetings:guest", token_of(link)))

    def contact(self, row: AsOf[Guest], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.invited_by, on=row.on)

    def why(self, row: AsOf[Guest], to: Recipient, /) -> str:
        return _("You get this email because the group invites you to one item of its meeting.")

    def attachments(self, row: AsOf[Guest], to: Recipient, /) -> Sequence[Attachment]:
        meeting = row.row.item.meeting
        event = replace(
            event_of(meeting, made_at=timezone.now()),
            uid=f"guest-{meeting.authority_id}-{row.row.pk}@{host_name()}",
            title=f"{meeting.collaboration}: {row.row.item.title}",
            url="",
        )
        return [Attachment("invitation.ics", calendar_file(event), CONTENT_TYPE)]


@email_kind("meetings.guest_told")
class GuestTold(GuestInvited):
    """To a guest: the meeting has another day, time or place, or is cancelled. Nothing once changed again."""

    template = "meetings/guest_told"
    edition: int

    def still_true(self, row: AsOf[Guest], /) -> bool:
        meeting = row.row.item.meeting
        return (
            row.row.withdrawn_at is None
            and meeting.edition == self.edition
            and meeting.state != MeetingState.HELD
        )

    def subject(self, row: AsOf[Guest], to: Recipient, /) -> str:
        meeting = row.row.item.meeting
        is_cancelled = meeting.state == MeetingState.CANCELLED
        what = _("no meeting on %(when)s, it is cancelled") if is_cancelled else _("now on %(when)s")
        return subject_of(str(meeting.collaboration), what % {"when": when_in_words(meeting)})

    def reference(self, row: AsOf[Guest], /) -> str:
        return f"guest-{row.row.pk}-{self.edition}"

    def context(self, row: AsOf[Guest], /) -> Mapping[str, Any]:
        is_cancelled = row.row.item.meeting.state == MeetingState.CANCELLED
        return {**super().context(row), "is_cancelled": is_cancelled}

    def link(self, row: AsOf[Guest], to: Recipient, /) -> Link | None:
        return None if row.row.item.meeting.state == MeetingState.CANCELLED else super().link(row, to)
