"""Emails about elections (G6): nominations are open, you are nominated, what came of it, and due again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.dates import last_day
from core.emails import AsOf, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from meetings.models.elections import Election, Nomination
from meetings.rules.elections import ElectionState
from meetings.selectors import elections
from memberships.emails.reasons import why_member, why_run
from memberships.models.offices import OfficeHolder
from memberships.selectors.contacts import contact_of, leader_contact


def page_of(election: Election) -> str:
    """The address of an election's page within the authority."""
    return within_authority("meetings:election", election.collaboration_id, election.pk)


@dataclass(frozen=True, kw_only=True)
class AboutElection(EmailToUser[AsOf[Election]]):
    """What emails to the members about an election share."""

    election_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[Election] | None:
        election = elections.election_by_id(self.election_id)
        return AsOf(election, timezone.localdate(at)) if election is not None else None

    def context(self, row: AsOf[Election], /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        group, office = row.row.collaboration, row.row.office_words
        return {"election": row.row, "group": group, "office": office, "by": by}

    def contact(self, row: AsOf[Election], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        return by or leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[Election], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)


@email_kind("meetings.election_called")
class ElectionCalled(AboutElection):
    """To the group: nominations are open until a day. Nothing once they are closed or have another last day."""

    template = "meetings/election_called"
    until: str

    def still_true(self, row: AsOf[Election], /) -> bool:
        is_open = row.row.state == ElectionState.NOMINATIONS and str(row.row.nominate_until) == self.until
        return is_open and row.on <= row.row.nominate_until

    def subject(self, row: AsOf[Election], to: Recipient, /) -> str:
        facts = {"office": row.row.office_words, "day": day_and_month(row.row.nominate_until)}
        return subject_of(str(row.row.collaboration), _("nominations for %(office)s until %(day)s") % facts)

    def reference(self, row: AsOf[Election], /) -> str:
        return f"election-{row.row.pk}-{self.until}"

    def link(self, row: AsOf[Election], to: Recipient, /) -> Link:
        return Link(_("Nominate somebody, or yourself"), page_of(row.row))


@email_kind("meetings.election_result")
class ElectionResult(AboutElection):
    """To the group: who is elected, that nobody is, or that it is called off."""

    template = "meetings/election_result"
    state: str

    def still_true(self, row: AsOf[Election], /) -> bool:
        return row.row.state == self.state

    def subject(self, row: AsOf[Election], to: Recipient, /) -> str:
        facts = {"office": row.row.office_words, "day": day_and_month(row.row.starts_on)}
        what = {
            ElectionState.ELECTED: _("the %(office)s is elected, from %(day)s"),
            ElectionState.NOBODY: _("nobody is elected as %(office)s"),
        }.get(ElectionState(row.row.state), _("the election of the %(office)s is called off"))
        return subject_of(str(row.row.collaboration), what % facts)

    def reference(self, row: AsOf[Election], /) -> str:
        return f"election-{row.row.pk}-{self.state}-{row.row.nominate_until}"

    def link(self, row: AsOf[Election], to: Recipient, /) -> Link:
        return Link(_("See the election"), page_of(row.row))


@email_kind("meetings.nominated")
class Nominated(EmailToUser[AsOf[Nomination]]):
    """To whoever is nominated by somebody else: will you stand? Nothing once that is answered or too late."""

    template = "meetings/nominated"
    nomination_id: int

    def load(self, at: datetime, /) -> AsOf[Nomination] | None:
        nomination = elections.nomination_by_id(self.nomination_id)
        return AsOf(nomination, timezone.localdate(at)) if nomination is not None else None

    def still_true(self, row: AsOf[Nomination], /) -> bool:
        is_open = row.row.election.state == ElectionState.NOMINATIONS
        return is_open and not row.row.answer and row.row.person_id == self.user_id

    def subject(self, row: AsOf[Nomination], to: Recipient, /) -> str:
        election = row.row.election
        facts = {"office": election.office_words, "day": day_and_month(election.nominate_until)}
        what = _("will you stand as %(office)s? Please answer by %(day)s") % facts
        return subject_of(str(election.collaboration), what)

    def reference(self, row: AsOf[Nomination], /) -> str:
        return f"nomination-{row.row.pk}"

    def context(self, row: AsOf[Nomination], /) -> Mapping[str, Any]:
        election = row.row.election
        return {
            "nomination": row.row,
            "election": election,
            "group": election.collaboration,
            "office": election.office_words,
        }

    def link(self, row: AsOf[Nomination], to: Recipient, /) -> Link:
        election = row.row.election
        where = (election.collaboration_id, election.pk, row.row.pk)
        return Link(_("Say yes or no"), within_authority("meetings:answer_nomination", *where))

    def contact(self, row: AsOf[Nomination], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.nominated_by, on=row.on)

    def why(self, row: AsOf[Nomination], to: Recipient, /) -> str:
        facts = {"group": row.row.election.collaboration}
        return _("You get this email because somebody in %(group)s has nominated you.") % facts


@email_kind("meetings.election_due")
class ElectionDue(EmailToUser[AsOf[OfficeHolder]]):
    """To those who run the group: a term ends, and nobody is to follow. Nothing once an election is called."""

    template = "meetings/election_due"
    holder_id: int
    ends_on: str

    def load(self, at: datetime, /) -> AsOf[OfficeHolder] | None:
        holder = elections.holder_by_id(self.holder_id)
        return AsOf(holder, timezone.localdate(at)) if holder is not None else None

    def still_true(self, row: AsOf[OfficeHolder], /) -> bool:
        is_same = str(row.row.ends_on) == self.ends_on
        return is_same and any(each.pk == row.row.pk for each in elections.terms_ending(on=row.on))

    def subject(self, row: AsOf[OfficeHolder], to: Recipient, /) -> str:
        facts = {"office": row.row.get_office_display().lower(), "day": day_and_month(self._last_day())}
        what = _("elect a %(office)s, the term ends on %(day)s") % facts
        return subject_of(str(row.row.membership.collaboration), what)

    def reference(self, row: AsOf[OfficeHolder], /) -> str:
        return f"election-due-{row.row.pk}-{self.ends_on}"

    def context(self, row: AsOf[OfficeHolder], /) -> Mapping[str, Any]:
        return {
            "holder": row.row,
            "group": row.row.membership.collaboration,
            "office": row.row.get_office_display().lower(),
            "last_day": self._last_day(),
            "is_own": row.row.user_id == self.user_id,
        }

    def link(self, row: AsOf[OfficeHolder], to: Recipient, /) -> Link:
        path = within_authority("meetings:call_election", row.row.membership.collaboration_id)
        return Link(_("Call an election"), f"{path}?office={row.row.office}")

    def contact(self, row: AsOf[OfficeHolder], to: Recipient, /) -> Contact | None:
        return leader_contact(row.row.membership.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[OfficeHolder], to: Recipient, /) -> str:
        return why_run(row.row.membership.collaboration)

    def _last_day(self) -> date:
        return last_day(date.fromisoformat(self.ends_on))
