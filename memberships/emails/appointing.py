"""Emails to whoever is appointed to something, and to leaders of whom the authority appoints (A1, A2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser, place_of_authority
from accounts.models import User
from accounts.selectors import current_authority
from core.emails import AsOf, Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_lead
from memberships.models.members import SettingRole
from memberships.selectors.contacts import contact_of, leader_contact
from memberships.selectors.telling import (
    Appointed,
    appointment_in_words,
    appointment_told,
    groups_of,
    place_of,
    role_in_words,
)
from providers.selectors import workforce_of_setting


@email_kind("memberships.appointed_by_team")
class AppointedByTeam(EmailToUser[AsOf[Appointed]]):
    """To a leader: the authority has appointed somebody in the group (A1)."""

    template = "memberships/appointed_by_team"
    pace = Pace.NEWS
    kind: str
    row_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[Appointed] | None:
        row = appointment_told(self.kind, self.row_id)
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def subject(self, row: AsOf[Appointed], to: Recipient, /) -> str:
        what = _("somebody is appointed from %(day)s") % {"day": day_and_month(row.row.starts_on)}
        return subject_of(self._group(row), what)

    def reference(self, row: AsOf[Appointed], /) -> str:
        return f"appointed-{self.kind}-{row.row.pk}"

    def context(self, row: AsOf[Appointed], /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"row": row.row, "what": appointment_in_words(row.row), "by": str(by or "")}

    def link(self, row: AsOf[Appointed], to: Recipient, /) -> Link:
        groups = groups_of(row.row, led_by=self.user_id, on=row.on)
        path = within_authority("collaborations:detail", groups[0].pk) if groups else ""
        return Link(_("See your group"), path)

    def contact(self, row: AsOf[Appointed], to: Recipient, /) -> Contact | None:
        return contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)

    def why(self, row: AsOf[Appointed], to: Recipient, /) -> str:
        return why_lead(self._group(row))

    def _group(self, row: AsOf[Appointed]) -> str:
        groups = groups_of(row.row, led_by=self.user_id, on=row.on)
        return str(groups[0]) if groups else place_of_authority(current_authority())


@email_kind("memberships.welcomed")
class Welcomed(EmailToUser[AsOf[Appointed]]):
    """To whoever is made a person of a setting, a leader or an office holder: what, from when.

    Nobody who is invited and has not accepted gets it: the invitation is theirs.
    """

    template = "memberships/welcomed"
    kind: str
    row_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[Appointed] | None:
        row = appointment_told(self.kind, self.row_id)
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def still_true(self, row: AsOf[Appointed], /) -> bool:
        """While the person is the one appointed, and the time has not ended."""
        has_ended = row.row.ends_on is not None and row.row.ends_on <= row.on
        return bool(row.row.user_id == self.user_id) and not has_ended

    def subject(self, row: AsOf[Appointed], to: Recipient, /) -> str:
        what = _("you are %(role)s from %(day)s") % {
            "role": role_in_words(row.row),
            "day": day_and_month(row.row.starts_on),
        }
        return subject_of(str(place_of(row.row)), what)

    def reference(self, row: AsOf[Appointed], /) -> str:
        return f"welcomed-{self.kind}-{row.row.pk}"

    def context(self, row: AsOf[Appointed], /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {
            "row": row.row,
            "by": by,
            "what": appointment_in_words(row.row),
            "is_setting": isinstance(row.row, SettingRole),
            "is_person": _is_one_person(row.row),
            "address": row.row.user.email,
        }

    def link(self, row: AsOf[Appointed], to: Recipient, /) -> Link:
        if isinstance(row.row, SettingRole):
            label = _("Open your page") if _is_one_person(row.row) else _("Open your setting's page")
            return Link(label, within_authority("portal:setting", row.row.provider_id))
        group = row.row.membership.collaboration_id
        return Link(_("Open your group's page"), within_authority("collaborations:detail", group))

    def contact(self, row: AsOf[Appointed], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        if by is None and not isinstance(row.row, SettingRole):
            return leader_contact(row.row.membership.collaboration_id, on=row.on, but=self.user_id)
        return by

    def why(self, row: AsOf[Appointed], to: Recipient, /) -> str:
        return _("You get this email because you are now recorded as %(what)s.") % {
            "what": appointment_in_words(row.row)
        }


def _is_one_person(row: Appointed) -> bool:
    """Whether the appointment is at a childminder: a person, never "your setting"."""
    return isinstance(row, SettingRole) and workforce_of_setting(row.provider).is_one_person
