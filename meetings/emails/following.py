"""Emails after an event (L4): how it was, and after a term what came of it. One link each, no sign-in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from accounts.models import TaskLink
from accounts.selectors import token_of
from core.emails import Recipient, email_kind, within_authority
from core.mail import Link
from core.subjects import subject_of
from meetings.emails.booking import AboutBooking, OfBooking
from meetings.emails.events import what_and_when
from meetings.rules.booking import BookingState
from meetings.selectors import programme


def _open_link(purpose: str, booking_id: int, at: datetime) -> TaskLink | None:
    links = TaskLink.objects.filter(purpose=purpose, about_id=booking_id, used_at=None, withdrawn_at=None)
    return links.filter(expires_at__gt=at).order_by("-pk").first()


@email_kind("meetings.feedback_asked")
class FeedbackAsked(AboutBooking):
    """In the evening to those who came: one link to a short form. Nothing to who has said it already."""

    template = "meetings/feedback_asked"
    purpose: ClassVar[str] = programme.FEEDBACK
    page: ClassVar[str] = "meetings:feedback_link"

    def load(self, at: datetime, /) -> OfBooking | None:
        return super().load(at) if _open_link(self.purpose, self.booking_id, at) else None

    def still_true(self, row: OfBooking, /) -> bool:
        return row.booking.state == BookingState.ACCEPTED and row.booking.came is not False

    def subject(self, row: OfBooking, to: Recipient, /) -> str:
        facts = what_and_when(row.booking.event)
        return subject_of(str(row.booking.provider), _("how was it on %(when)s? %(kind)s") % facts)

    def reference(self, row: OfBooking, /) -> str:
        return f"feedback-{row.booking.pk}"

    def link(self, row: OfBooking, to: Recipient, /) -> Link:
        links = TaskLink.objects.filter(purpose=self.purpose, about_id=self.booking_id, withdrawn_at=None)
        return Link(_("Say how it was"), within_authority(self.page, token_of(links.latest("pk"))))

    def why(self, row: OfBooking, to: Recipient, /) -> str:
        return _("You get this email because you had a place at this event.")


@email_kind("meetings.pledge_asked")
class PledgeAsked(FeedbackAsked):
    """After a term to those who wanted to do something: what came of it?"""

    template = "meetings/pledge_asked"
    purpose: ClassVar[str] = programme.PLEDGE
    page: ClassVar[str] = "meetings:pledge_link"

    def subject(self, row: OfBooking, to: Recipient, /) -> str:
        facts = what_and_when(row.booking.event)
        return subject_of(str(row.booking.provider), _("what came of %(when)s? %(kind)s") % facts)

    def reference(self, row: OfBooking, /) -> str:
        return f"pledge-{row.booking.pk}"

    def context(self, row: OfBooking, /) -> Mapping[str, Any]:
        feedback = programme.feedback_of(row.booking)
        return {**super().context(row), "pledge": feedback.pledge if feedback else ""}

    def link(self, row: OfBooking, to: Recipient, /) -> Link:
        return Link(_("Say what came of it"), super().link(row, to).path)
