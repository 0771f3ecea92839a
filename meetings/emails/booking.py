"""Emails about a place at an event (L4): booked, or offered to who waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import TaskLink
from accounts.selectors import token_of
from core.emails import Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.names import team_of
from core.subjects import subject_of
from core.wording import day_and_month
from meetings.emails.events import in_calendar, page_of, what_and_when
from meetings.models.events import Booking
from meetings.rules.booking import BookingState
from meetings.rules.events import EventState
from meetings.selectors import events
from memberships.selectors.contacts import contact_of


class OfBooking(NamedTuple):
    """A booking and the day as of which people are looked up."""

    booking: Booking
    on: date


@dataclass(frozen=True, kw_only=True)
class AboutBooking(EmailToUser[OfBooking]):
    """What emails about one booking share."""

    booking_id: int

    def load(self, at: datetime, /) -> OfBooking | None:
        booking = events.booking_by_id(self.booking_id)
        return OfBooking(booking, timezone.localdate(at)) if booking is not None else None

    def context(self, row: OfBooking, /) -> Mapping[str, Any]:
        return {"event": row.booking.event, "booking": row.booking, "setting": row.booking.provider}

    def contact(self, row: OfBooking, to: Recipient, /) -> Contact | None:
        return contact_of(row.booking.event.planned_by, on=row.on)

    def why(self, row: OfBooking, to: Recipient, /) -> str:
        return _("You get this email because you booked a place or are on the waiting list.")


@email_kind("meetings.place_booked")
class PlaceBooked(AboutBooking):
    """To who has a place: when and where, with a calendar file. Nothing once it was given back."""

    template = "meetings/place_booked"

    def still_true(self, row: OfBooking, /) -> bool:
        is_on = row.booking.event.state == EventState.PUBLISHED
        return is_on and row.booking.state == BookingState.ACCEPTED

    def subject(self, row: OfBooking, to: Recipient, /) -> str:
        what = _("your place on %(when)s: %(kind)s") % what_and_when(row.booking.event)
        return subject_of(str(row.booking.provider), what)

    def reference(self, row: OfBooking, /) -> str:
        return f"booking-{row.booking.pk}-{int(row.booking.moved_at.timestamp())}"

    def link(self, row: OfBooking, to: Recipient, /) -> Link:
        return Link(_("See your place"), page_of(row.booking.event))

    def attachments(self, row: OfBooking, to: Recipient, /) -> Sequence[Attachment]:
        event = in_calendar(row.booking.event, made_at=timezone.now())
        authority = row.booking.event.authority
        return [invitation(event, to, by=team_of(authority.name, authority.team_name))]


@email_kind("meetings.booked_for_you")
class BookedForYou(PlaceBooked):
    """To somebody for whom the team booked: the place with a calendar file, or that they wait for one."""

    template = "meetings/booked_for_you"

    def still_true(self, row: OfBooking, /) -> bool:
        is_on = row.booking.event.state == EventState.PUBLISHED
        return is_on and row.booking.state in (BookingState.ACCEPTED, BookingState.WAITING)

    def subject(self, row: OfBooking, to: Recipient, /) -> str:
        words = _("your place on %(when)s: %(kind)s")
        if row.booking.state == BookingState.WAITING:
            words = _("on the waiting list for %(when)s: %(kind)s")
        return subject_of(str(row.booking.provider), words % what_and_when(row.booking.event))

    def reference(self, row: OfBooking, /) -> str:
        return f"booked-for-{row.booking.pk}"

    def why(self, row: OfBooking, to: Recipient, /) -> str:
        return _("You get this email because the early years team booked for you.")

    def attachments(self, row: OfBooking, to: Recipient, /) -> Sequence[Attachment]:
        return super().attachments(row, to) if row.booking.state == BookingState.ACCEPTED else ()


@email_kind("meetings.booking_ended_for_you")
class BookingEndedForYou(AboutBooking):
    """To somebody whose place, wish for one, or offer the team took back."""

    template = "meetings/booking_ended_for_you"

    def still_true(self, row: OfBooking, /) -> bool:
        is_on = row.booking.event.state == EventState.PUBLISHED
        return is_on and row.booking.state in (BookingState.CANCELLED, BookingState.DECLINED)

    def subject(self, row: OfBooking, to: Recipient, /) -> str:
        what = _("booking cancelled, %(when)s: %(kind)s") % what_and_when(row.booking.event)
        return subject_of(str(row.booking.provider), what)

    def reference(self, row: OfBooking, /) -> str:
        return f"booking-ended-{row.booking.pk}"

    def link(self, row: OfBooking, to: Recipient, /) -> Link:
        return Link(_("See the event"), page_of(row.booking.event))

    def why(self, row: OfBooking, to: Recipient, /) -> str:
        return _("You get this email because you had booked, or the early years team had booked for you.")


@email_kind("meetings.place_offered")
class PlaceOffered(AboutBooking):
    """To who waits longest: a place is free, and until when to answer. Nothing once it is answered or late."""

    template = "meetings/place_offered"
    link_id: int

    def load(self, at: datetime, /) -> OfBooking | None:
        row = super().load(at)
        answer_by = row.booking.answer_by if row else None
        return row if answer_by is not None and answer_by > at else None

    def still_true(self, row: OfBooking, /) -> bool:
        is_on = row.booking.event.state == EventState.PUBLISHED
        return is_on and row.booking.state == BookingState.OFFERED

    def subject(self, row: OfBooking, to: Recipient, /) -> str:
        facts = {**what_and_when(row.booking.event), "by": day_and_month(row.booking.answer_by)}
        return subject_of(str(row.booking.provider), _("a place on %(when)s? Answer by %(by)s") % facts)

    def reference(self, row: OfBooking, /) -> str:
        return f"offer-{self.link_id}"

    def link(self, row: OfBooking, to: Recipient, /) -> Link:
        link = TaskLink.objects.get(pk=self.link_id)
        return Link(_("Accept or decline"), within_authority("meetings:place_offer", token_of(link)))
