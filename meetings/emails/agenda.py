"""Emails about papers, and to who proposed an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.emails import AsOf, Pace, Recipient, email_kind
from core.mail import Contact, Link
from core.subjects import subject_of
from meetings.emails.bases import page_of, when_in_words
from meetings.models.agenda import AgendaItem, PapersSent
from meetings.models.planning import Meeting
from meetings.rules import papers as paper_rules
from meetings.rules.states import AHEAD
from meetings.selectors import agenda, planning
from meetings.selectors.actions import unfinished_before
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


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
    pace = Pace.NEWS
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

    def recipients(self, row: Sent, /) -> Sequence[Recipient]:
        is_told = planning.is_told(self.user_id, row.sending.meeting.collaboration, on=row.as_of.on)
        return super().recipients(row) if is_told else []

    def needed_by(self, row: Sent, /) -> date:
        return row.sending.meeting.on

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
            "unfinished": unfinished_before(meeting),
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
    pace = Pace.NEWS
    item_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[AgendaItem] | None:
        item = agenda.item_by_id(self.item_id)
        return AsOf(item, timezone.localdate(at)) if item is not None else None

    def still_true(self, row: AsOf[AgendaItem], /) -> bool:
        return row.row.state != AgendaItem.State.PROPOSED and row.row.meeting.state in AHEAD

    def needed_by(self, row: AsOf[AgendaItem], /) -> date:
        return row.row.meeting.on

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
