"""Emails about Leaders' Days and events (L4): invitations, changes, and that one is cancelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.addresses import absolute
from core.calendar_files import Event as CalendarEvent
from core.calendar_files import identity
from core.emails import Pace, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.names import team_of
from core.subjects import subject_of
from core.wording import day_and_month, time_in_words
from meetings.models.events import Booking, Event
from meetings.rules.events import EventState
from meetings.selectors import events
from meetings.selectors.invited import settings_to_book_for
from memberships.selectors.contacts import contact_of


class About(NamedTuple):
    """An event, the setting that an email names first, and the day as of which people are looked up."""

    event: Event
    setting: Any
    on: Any


def what_and_when(event: Event) -> dict[str, str]:
    """The kind and “3 March, 9:30am”, for subjects."""
    when = _("%(day)s, %(time)s") % {
        "day": day_and_month(event.on),
        "time": time_in_words(event.starts_at),
    }
    return {"kind": event.get_kind_display(), "when": when}


def page_of(event: Event) -> str:
    """The address of the reader's own page of an event, within the authority."""
    return within_authority("meetings:own_event", event.pk)


def in_calendar(event: Event, *, made_at: datetime) -> CalendarEvent:
    """An event as a calendar keeps it. Its identity stays, whatever changes."""
    return CalendarEvent(
        uid=identity("event", event.authority, event.pk),
        title=event.title,
        day=event.on,
        made_at=made_at,
        starts_at=event.begins,
        ends_at=event.ends,
        place=event.place or event.online_url,
        words="\n".join(filter(None, [event.access_notes, event.online_url])),
        url=absolute(f"/{event.authority.slug}/{page_of(event)}"),
        edition=event.edition,
        is_cancelled=event.state == EventState.CANCELLED,
    )


@dataclass(frozen=True, kw_only=True)
class AboutEvent(EmailToUser[About]):
    """What emails about an event share: the reader's setting first, whoever planned it to ask."""

    event_id: int

    def load(self, at: datetime, /) -> About | None:
        event = events.event_by_id(self.event_id)
        if event is None:
            return None
        on = timezone.localdate(at)
        return About(event, self.setting(event, on), on)

    def setting(self, event: Event, on: Any) -> Any:
        """The setting of the booking."""
        row = Booking.objects.filter(event=event, person=self.user_id).select_related("provider")
        booking = row.order_by("-moved_at", "-pk").first()
        return booking.provider if booking else ""

    def context(self, row: About, /) -> Mapping[str, Any]:
        return {"event": row.event, "setting": row.setting, "by": row.event.planned_by}

    def link(self, row: About, to: Recipient, /) -> Link:
        return Link(_("See your place"), page_of(row.event))

    def contact(self, row: About, to: Recipient, /) -> Contact | None:
        return contact_of(row.event.planned_by, on=row.on)

    def why(self, row: About, to: Recipient, /) -> str:
        return _("You get this email because you booked a place or are on the waiting list.")

    def attachments(self, row: About, to: Recipient, /) -> Sequence[Attachment]:
        event = in_calendar(row.event, made_at=timezone.now())
        authority = row.event.authority
        return [invitation(event, to, by=team_of(authority.name, authority.team_name))]


@email_kind("meetings.event_invited")
class EventInvited(AboutEvent):
    """To everybody who may book. Nothing once it has begun or is cancelled, and to nobody who is invited no
    more.
    """

    template = "meetings/event_invited"
    pace = Pace.NEWS

    def setting(self, event: Event, on: Any) -> Any:
        person = User.objects.filter(pk=self.user_id).first()
        settings = settings_to_book_for(event, person, on=on) if person else []
        return settings[0] if settings else None

    def load(self, at: datetime, /) -> About | None:
        row = super().load(at)
        return row if row is not None and row.setting is not None and row.event.begins > at else None

    def still_true(self, row: About, /) -> bool:
        return row.event.state == EventState.PUBLISHED

    def needed_by(self, row: About, /) -> date:
        return row.event.books_until or row.event.on

    def subject(self, row: About, to: Recipient, /) -> str:
        return subject_of(str(row.setting), _("book for %(when)s: %(kind)s") % what_and_when(row.event))

    def reference(self, row: About, /) -> str:
        return f"event-{row.event.pk}-invited"

    def link(self, row: About, to: Recipient, /) -> Link:
        return Link(_("Book a place"), page_of(row.event))

    def why(self, row: About, to: Recipient, /) -> str:
        if row.event.audience == "leaders":
            return _("You get this email because you lead a group.")
        return _("You get this email because you work at %(setting)s.") % {"setting": row.setting}

    def attachments(self, row: About, to: Recipient, /) -> Sequence[Attachment]:
        return ()


@email_kind("meetings.event_changed")
class EventChanged(AboutEvent):
    """To everybody who has booked or waits: another day, time or place, or it takes place after all. Nothing
    once it has changed again or is over.
    """

    template = "meetings/event_changed"
    edition: int
    was_moved: int

    def still_true(self, row: About, /) -> bool:
        is_same = row.event.edition == self.edition and row.event.on >= row.on
        return row.event.state == EventState.PUBLISHED and is_same

    def subject(self, row: About, to: Recipient, /) -> str:
        what = _("%(kind)s now on %(when)s") if self.was_moved else _("%(kind)s on %(when)s has changed")
        return subject_of(str(row.setting), what % what_and_when(row.event))

    def reference(self, row: About, /) -> str:
        return f"event-{row.event.pk}-{self.edition}"

    def context(self, row: About, /) -> Mapping[str, Any]:
        return {**super().context(row), "was_moved": self.was_moved}


@email_kind("meetings.event_cancelled")
class EventCancelled(AboutEvent):
    """To the same: it does not take place. Nothing where it was brought back."""

    template = "meetings/event_cancelled"
    edition: int

    def still_true(self, row: About, /) -> bool:
        return row.event.state == EventState.CANCELLED and row.event.edition == self.edition

    def subject(self, row: About, to: Recipient, /) -> str:
        return subject_of(str(row.setting), _("%(kind)s on %(when)s is cancelled") % what_and_when(row.event))

    def reference(self, row: About, /) -> str:
        return f"event-{row.event.pk}-{self.edition}"
