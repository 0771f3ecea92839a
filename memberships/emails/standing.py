"""Emails about attendance (C7), and about what the staff of members know (C9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import recipient
from accounts.models import TaskLink, User
from accounts.selectors import token_of, was_sent_before
from core.emails import AsOf, Email, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_of
from core.wording import date_in_words
from memberships.emails.reasons import why_lead, why_manage
from memberships.models.members import Membership
from memberships.selectors.agreed import agreed_terms
from memberships.selectors.contacts import contact_of, leader_contact, manager_contact, setting_to_name
from memberships.selectors.staff_told import managers_of, membership_on, reminder_of
from memberships.selectors.standing import leaders_on
from providers.rules.workforce import Workforce
from providers.selectors import workforce_of_setting


@email_kind("memberships.attendance_at_risk")
class AttendanceAtRisk(Email[AsOf[Membership]]):
    """To the member's managers and to the leaders: what was counted, by what it is measured, who decides.

    A leader who manages the member gets the one to managers. Nobody gets it once the member has
    made up for it.
    """

    template = "memberships/at_risk"
    membership_id: int
    since: str
    threshold: int

    def load(self, at: datetime, /) -> AsOf[Membership] | None:
        rows = Membership.objects.select_related("provider", "collaboration")
        membership = rows.filter(pk=self.membership_id).first()
        return AsOf(membership, timezone.localdate(at)) if membership is not None else None

    def still_true(self, row: AsOf[Membership], /) -> bool:
        return row.row.at_risk_since == date.fromisoformat(self.since)

    def recipients(self, row: AsOf[Membership], /) -> Sequence[Recipient]:
        managers = list(managers_of(row.row.provider, on=row.on))
        ids = {person.pk for person in managers}
        leaders = leaders_on(row.row.collaboration_id, on=row.on)
        return [
            *(recipient(person, own=True, user_id=person.pk) for person in managers),
            *(recipient(person, own=False, user_id=person.pk) for person in leaders if person.pk not in ids),
        ]

    def subject(self, row: AsOf[Membership], to: Recipient, /) -> str:
        group = str(row.row.collaboration)
        if not to.extra["own"]:
            return subject_of(group, _("a member and your meetings"))
        setting = setting_to_name(to.extra["user_id"], row.row.provider, on=row.on)
        return subject_of(group, _("meetings in the last 12 months"), setting=setting)

    def reference(self, row: AsOf[Membership], /) -> str:
        return f"at-risk-{row.row.pk}-{date_in_words(row.row.at_risk_since)}"

    def context(self, row: AsOf[Membership], /) -> Mapping[str, Any]:
        membership = row.row
        terms = agreed_terms(membership.collaboration_id, on=date.fromisoformat(self.since))
        source = terms.source("attendance_threshold")
        return {
            "setting": str(membership.provider),
            "is_person": workforce_of_setting(membership.provider).is_one_person,
            "collaboration": str(membership.collaboration),
            "held": membership.meetings_held,
            "attended": membership.meetings_attended,
            "threshold": self.threshold,
            "is_agreed": terms.is_agreed("attendance_threshold"),
            "source": source.reason.in_words(_) if source else "",
        }

    def link(self, row: AsOf[Membership], to: Recipient, /) -> Link:
        if to.extra["own"]:
            path = within_authority("portal:setting", row.row.provider_id)
            one_person = workforce_of_setting(row.row.provider).is_one_person
            return Link(_("See how you stand") if one_person else _("See how your setting stands"), path)
        path = within_authority("collaborations:detail", row.row.collaboration_id)
        return Link(_("See the members of the group"), path)

    def contact(self, row: AsOf[Membership], to: Recipient, /) -> Contact | None:
        if to.extra["own"]:
            return leader_contact(row.row.collaboration_id, on=row.on, but=to.extra["user_id"])
        return manager_contact(row.row.provider, on=row.on)

    def why(self, row: AsOf[Membership], to: Recipient, /) -> str:
        return why_manage(row.row.provider) if to.extra["own"] else why_lead(row.row.collaboration)


class LinkOfManager(NamedTuple):
    """The link by which one manager confirms for a membership."""

    link: TaskLink
    person: User
    membership: Membership
    on: date


@email_kind("memberships.staff_told_reminder")
class StaffToldReminder(Email[LinkOfManager]):
    """To a manager: do your staff know, with the link that opens this one task, while it is to be done."""

    template = "memberships/staff_told"
    link_id: int
    by_id: int = 0

    def load(self, at: datetime, /) -> LinkOfManager | None:
        on = timezone.localdate(at)
        link = reminder_of(self.link_id)
        membership = None if link is None else membership_on(link.about_id, on=on)
        if link is None or link.user is None or membership is None:
            return None
        return LinkOfManager(link, link.user, membership, on)

    def still_true(self, row: LinkOfManager, /) -> bool:
        """Nobody who works alone is asked (C9)."""
        return self._workforce(row).has_staff

    def recipients(self, row: LinkOfManager, /) -> Sequence[Recipient]:
        return [recipient(row.person)]

    def subject(self, row: LinkOfManager, to: Recipient, /) -> str:
        what = _("do your staff know? Confirm once a year")
        if self._workforce(row).is_one_person:
            what = _("do your assistants know? Confirm once a year")
        setting = setting_to_name(row.person.pk, row.membership.provider, on=row.on)
        again = Again.REMINDER if was_sent_before(row.link) else Again.NO
        return subject_of(str(row.membership.collaboration), what, setting=setting, again=again)

    def reference(self, row: LinkOfManager, /) -> str:
        return f"staff-told-{row.link.pk}"

    def context(self, row: LinkOfManager, /) -> Mapping[str, Any]:
        return {
            "by": User.objects.filter(pk=self.by_id).first(),
            "setting": str(row.membership.provider),
            "collaboration": str(row.membership.collaboration),
            "assistants": self._workforce(row).is_one_person,
            "expires_on": row.link.expires_at,
        }

    def link(self, row: LinkOfManager, to: Recipient, /) -> Link:
        label = _("Confirm that our staff know")
        if self._workforce(row).is_one_person:
            label = _("Confirm that our assistants know")
        return Link(label, within_authority("memberships:staff_told_link", token_of(row.link)))

    def contact(self, row: LinkOfManager, to: Recipient, /) -> Contact | None:
        by = User.objects.filter(pk=self.by_id).exclude(pk=row.person.pk).first()
        asked = contact_of(by, on=row.on)
        return asked or leader_contact(row.membership.collaboration_id, on=row.on, but=row.person.pk)

    def why(self, row: LinkOfManager, to: Recipient, /) -> str:
        return why_manage(row.membership.provider)

    def _workforce(self, row: LinkOfManager) -> Workforce:
        return workforce_of_setting(row.membership.provider)
