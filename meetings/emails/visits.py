"""Emails about peer visits (K), each with what goes into a calendar."""

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
from core.emails import AsOf, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month, time_in_words
from meetings.models.visits import PeerVisit, Visitor
from meetings.rules.visits import LIVE, VisitState
from meetings.selectors import visits as selectors
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


def page_of_visit(visit: PeerVisit) -> str:
    """The address of a visit's page within the authority."""
    return within_authority("meetings:visit", visit.collaboration_id, visit.pk)


def when_of_visit(visit: PeerVisit) -> str:
    """“12 January, 10am”, or the day alone."""
    if visit.starts_at is None:
        return day_and_month(visit.on)
    begins = time_in_words(visit.starts_at)
    return _("%(day)s, %(time)s") % {"day": day_and_month(visit.on), "time": begins}


def event_of_visit(visit: PeerVisit, *, made_at: datetime) -> Event:
    """A visit as a calendar keeps it."""
    return Event(
        uid=identity("visit", visit.authority, visit.pk),
        title=_("Visit to %(setting)s") % {"setting": visit.host},
        day=visit.on,
        made_at=made_at,
        starts_at=visit.begins,
        ends_at=visit.ends,
        place=str(visit.host),
        words=visit.focus,
        url=absolute(f"/{visit.authority.slug}/{page_of_visit(visit)}"),
        edition=visit.edition,
        is_cancelled=visit.state not in LIVE,
    )


@dataclass(frozen=True, kw_only=True)
class _AboutVisit(EmailToUser[AsOf[PeerVisit]]):
    """What emails about one visit share."""

    visit_id: int

    def load(self, at: datetime, /) -> AsOf[PeerVisit] | None:
        visit = selectors.visit_by_id(self.visit_id)
        return AsOf(visit, timezone.localdate(at)) if visit is not None else None

    def context(self, row: AsOf[PeerVisit], /) -> Mapping[str, Any]:
        visitors = ", ".join(str(each) for each in row.row.visitors.all())
        return {"visit": row.row, "group": row.row.collaboration, "visitors": visitors}

    def link(self, row: AsOf[PeerVisit], to: Recipient, /) -> Link:
        return Link(_("See the visit"), page_of_visit(row.row))

    def contact(self, row: AsOf[PeerVisit], to: Recipient, /) -> Contact | None:
        asked = contact_of(row.row.asked_by, on=row.on) if row.row.asked_by_id != self.user_id else None
        return asked or leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[PeerVisit], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)


@email_kind("meetings.visit_asked")
class VisitAsked(_AboutVisit):
    """To who manages the settings that are asked: they say yes or no."""

    template = "meetings/visit_asked"

    def still_true(self, row: AsOf[PeerVisit], /) -> bool:
        return row.row.state == VisitState.ASKED and row.row.on >= row.on

    def subject(self, row: AsOf[PeerVisit], to: Recipient, /) -> str:
        what = _("you are invited to %(host)s") if row.row.asked_by_host else _("may we visit %(host)s?")
        matter = what % {"host": row.row.host}
        return subject_of(str(row.row.collaboration), f"{matter} {when_of_visit(row.row)}")

    def reference(self, row: AsOf[PeerVisit], /) -> str:
        return f"visit-{row.row.pk}-asked"

    def link(self, row: AsOf[PeerVisit], to: Recipient, /) -> Link:
        return Link(_("Answer"), page_of_visit(row.row))


@email_kind("meetings.visit_told")
class VisitTold(_AboutVisit):
    """To host and visitors: agreed, not this time, on another day, or cancelled. Nothing once it changed
    again.
    """

    template = "meetings/visit_told"
    edition: int
    by_id: int

    def still_true(self, row: AsOf[PeerVisit], /) -> bool:
        return row.row.edition == self.edition

    def subject(self, row: AsOf[PeerVisit], to: Recipient, /) -> str:
        words = {
            VisitState.ASKED: _("the visit to %(host)s is now asked for on %(when)s"),
            VisitState.AGREED: _("visit to %(host)s on %(when)s"),
            VisitState.DECLINED: _("no visit to %(host)s on %(when)s"),
            VisitState.CANCELLED: _("the visit to %(host)s on %(when)s is cancelled"),
        }
        facts = {"host": row.row.host, "when": when_of_visit(row.row)}
        return subject_of(str(row.row.collaboration), words[VisitState(row.row.state)] % facts)

    def reference(self, row: AsOf[PeerVisit], /) -> str:
        return f"visit-{row.row.pk}-{row.row.edition}"

    def context(self, row: AsOf[PeerVisit], /) -> Mapping[str, Any]:
        return {**super().context(row), "by": User.objects.filter(pk=self.by_id).first()}

    def contact(self, row: AsOf[PeerVisit], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        return by or leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def attachments(self, row: AsOf[PeerVisit], to: Recipient, /) -> Sequence[Attachment]:
        if row.row.state in (VisitState.ASKED, VisitState.DECLINED):
            return []
        event = event_of_visit(row.row, made_at=timezone.now())
        return [invitation(event, to, by=str(row.row.collaboration))]


@email_kind("meetings.idea_asked_again")
class IdeaAskedAgain(EmailToUser[AsOf[Visitor]]):
    """To who manages a setting that took an idea home a term ago: what became of it?"""

    template = "meetings/idea_asked_again"
    visitor_id: int

    def load(self, at: datetime, /) -> AsOf[Visitor] | None:
        rows = Visitor.objects.select_related("visit__collaboration", "visit__host", "provider")
        visitor = rows.filter(pk=self.visitor_id).first()
        return AsOf(visitor, timezone.localdate(at)) if visitor is not None else None

    def still_true(self, row: AsOf[Visitor], /) -> bool:
        return row.row.became == ""

    def subject(self, row: AsOf[Visitor], to: Recipient, /) -> str:
        visit = row.row.visit
        what = _("what became of your idea from %(host)s, %(day)s?")
        return subject_of(
            str(visit.collaboration), what % {"host": visit.host, "day": day_and_month(visit.on)}
        )

    def reference(self, row: AsOf[Visitor], /) -> str:
        return f"idea-{row.row.pk}"

    def context(self, row: AsOf[Visitor], /) -> Mapping[str, Any]:
        return {"visitor": row.row, "visit": row.row.visit, "group": row.row.visit.collaboration}

    def link(self, row: AsOf[Visitor], to: Recipient, /) -> Link:
        visit = row.row.visit
        path = within_authority("meetings:say_what_became", visit.collaboration_id, visit.pk, row.row.pk)
        return Link(_("Say what became of it"), path)

    def contact(self, row: AsOf[Visitor], to: Recipient, /) -> Contact | None:
        return leader_contact(row.row.visit.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[Visitor], to: Recipient, /) -> str:
        return why_member(row.row.visit.collaboration)
