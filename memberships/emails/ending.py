"""Emails about appointments that end: to whoever it is about, and to who is to act (A1, A2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.rules import Kind
from accounts.selectors import current_authority
from core.dates import last_day
from core.emails import AsOf, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_manage, why_run
from memberships.selectors.contacts import contact_of, leader_contact, manager_contact
from memberships.selectors.telling import (
    Appointed,
    appointment_in_words,
    appointment_told,
    ends_for_good,
    place_of,
    role_in_words,
)


@email_kind("memberships.appointment_ends")
class AppointmentEnds(EmailToUser[AsOf[Appointed]]):
    """Somebody is a person of a setting, a leader or an office holder until a day, or was.

    ``ends_on`` is the end that this is about; ``is_ahead``: it is written before that day. ``user_id`` 0 is the
    team's address. Nothing where the end was moved, the person goes on, or the whole group has ended.
    """

    template = "memberships/appointment_ends"
    kind: str
    row_id: int
    ends_on: str
    is_ahead: int

    def load(self, at: datetime, /) -> AsOf[Appointed] | None:
        row = appointment_told(self.kind, self.row_id)
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def still_true(self, row: AsOf[Appointed], /) -> bool:
        return str(row.row.ends_on) == self.ends_on and ends_for_good(row.row)

    def recipients(self, row: AsOf[Appointed], /) -> Sequence[Recipient]:
        if self.user_id:
            return super().recipients(row)
        address = current_authority().contact_email
        return [Recipient(address)] if address else []

    def subject(self, row: AsOf[Appointed], to: Recipient, /) -> str:
        """To the person what it is; to others without a name and without what it is."""
        facts = {"role": role_in_words(row.row), "day": day_and_month(self._last_day())}
        if self._is_own(row):
            what = _("you were %(role)s until %(day)s") if row.on > self._last_day() else ""
            return subject_of(str(place_of(row.row)), (what or _("you are %(role)s until %(day)s")) % facts)
        ended, ends = {
            Kind.SETTING_ROLE: (_("a role ended on %(day)s"), _("a role ends on %(day)s")),
            Kind.LEADER: (_("a leader stopped on %(day)s"), _("a leader stops on %(day)s")),
            Kind.OFFICE: (_("an office ended on %(day)s"), _("an office ends on %(day)s")),
        }[Kind(self.kind)]
        return subject_of(str(place_of(row.row)), (ended if row.on > self._last_day() else ends) % facts)

    def reference(self, row: AsOf[Appointed], /) -> str:
        return f"ends-{self.kind}-{row.row.pk}-{self.ends_on}-{self.is_ahead}"

    def context(self, row: AsOf[Appointed], /) -> Mapping[str, Any]:
        return {
            "what": appointment_in_words(row.row),
            "person": row.row.user,
            "last_day": self._last_day(),
            "is_over": row.on > self._last_day(),
            "is_own": self._is_own(row),
            "is_setting": self.kind == Kind.SETTING_ROLE,
            "is_leader": self.kind == Kind.LEADER,
        }

    def link(self, row: AsOf[Appointed], to: Recipient, /) -> Link:
        if self.kind == Kind.SETTING_ROLE:
            if self._is_own(row) and row.on > self._last_day():
                return Link(_("Sign in"))
            label = _("Who can sign in there")
            return Link(label, within_authority("portal:setting_people", row.row.provider_id))  # type: ignore[union-attr]
        group = row.row.membership.collaboration_id  # type: ignore[union-attr]
        return Link(_("People and offices of the group"), within_authority("memberships:offices", group))

    def contact(self, row: AsOf[Appointed], to: Recipient, /) -> Contact | None:
        """The person it is about; to that person, whoever else answers there."""
        if not self._is_own(row):
            return contact_of(row.row.user, on=row.on)
        if self.kind == Kind.SETTING_ROLE:
            contact = manager_contact(row.row.provider, on=row.on)  # type: ignore[union-attr]
            return contact if contact is None or contact.email != row.row.user.email else None
        return leader_contact(row.row.membership.collaboration_id, on=row.on, but=self.user_id)  # type: ignore[union-attr]

    def why(self, row: AsOf[Appointed], to: Recipient, /) -> str:
        if self._is_own(row):
            what = {"what": appointment_in_words(row.row)}
            return _("You get this email because you are recorded as %(what)s.") % what
        if not self.user_id:
            return _("You get this email because nobody else there can act.")
        return (why_manage if self.kind == Kind.SETTING_ROLE else why_run)(place_of(row.row))

    def _is_own(self, row: AsOf[Appointed]) -> bool:
        return row.row.user_id == self.user_id

    def _last_day(self) -> date:
        return last_day(date.fromisoformat(self.ends_on))
