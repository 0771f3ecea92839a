"""Emails to guests of one item (G3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import short_name
from accounts.models import TaskLink
from accounts.selectors import token_of
from core.calendar_files import Event, identity
from core.emails import AsOf, Email, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.subjects import subject_of
from meetings.emails.bases import event_of, when_in_words, words_of
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors import agenda, guests, planning
from memberships.selectors.contacts import contact_of


def event_of_guest(guest: Guest, *, made_at: datetime) -> Event:
    """The meeting as the calendar of a guest keeps it: the one item, and nothing of the members' page (G3)."""
    meeting = guest.item.meeting
    return replace(
        event_of(meeting, made_at=made_at),
        uid=identity("guest", meeting.authority, guest.pk),
        title=f"{meeting.collaboration}: {guest.item.title}",
        words=words_of(meeting),
        url="",
    )


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
        event = event_of_guest(row.row, made_at=timezone.now())
        return [invitation(event, to, by=str(row.row.item.meeting.collaboration))]


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
        if meeting.state == MeetingState.CANCELLED:
            what = _("no meeting on %(when)s, it is cancelled")
        elif self._was_cancelled(meeting):
            what = _("the meeting on %(when)s takes place after all")
        else:
            what = _("now on %(when)s")
        return subject_of(str(meeting.collaboration), what % {"when": when_in_words(meeting)})

    def reference(self, row: AsOf[Guest], /) -> str:
        return f"guest-{row.row.pk}-{self.edition}"

    def context(self, row: AsOf[Guest], /) -> Mapping[str, Any]:
        meeting = row.row.item.meeting
        return {
            **super().context(row),
            "is_cancelled": meeting.state == MeetingState.CANCELLED,
            "was_cancelled": self._was_cancelled(meeting),
            "before": planning.meeting_before(meeting, self.edition),
        }

    def _was_cancelled(self, meeting: Meeting) -> bool:
        before = planning.meeting_before(meeting, self.edition)
        return before is not None and before.state == MeetingState.CANCELLED

    def link(self, row: AsOf[Guest], to: Recipient, /) -> Link | None:
        return None if row.row.item.meeting.state == MeetingState.CANCELLED else super().link(row, to)
