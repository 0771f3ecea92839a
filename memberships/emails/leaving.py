"""Emails about leaving a group (C6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from core.dates import last_day
from core.emails import AsOf, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_run
from memberships.models.members import Membership
from memberships.rules.leaving import supplement_of_leaver
from memberships.selectors.contacts import manager_contact
from memberships.selectors.leaving import terms_of_leaving


@email_kind("memberships.notice_given")
class NoticeGiven(EmailToUser[AsOf[Membership]]):
    """To one of those who hear for the group: a member leaves, unless the notice was taken back meanwhile.

    Why the setting leaves is not in it; what the members agreed on its share is.
    """

    template = "memberships/notice"
    membership_id: int
    left_on: str

    def load(self, at: datetime, /) -> AsOf[Membership] | None:
        rows = Membership.objects.select_related("collaboration", "provider")
        row = rows.filter(pk=self.membership_id, left_on=date.fromisoformat(self.left_on)).first()
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def subject(self, row: AsOf[Membership], to: Recipient, /) -> str:
        what = _("a member leaves, last day %(day)s") % {"day": day_and_month(self._last_day())}
        return subject_of(str(row.row.collaboration), what)

    def reference(self, row: AsOf[Membership], /) -> str:
        return f"notice-{row.row.pk}-{row.row.left_on}"

    def context(self, row: AsOf[Membership], /) -> Mapping[str, Any]:
        membership = row.row
        terms = terms_of_leaving(membership, on=date.fromisoformat(self.left_on))
        supplement = supplement_of_leaver(goes=terms.leaver_funding, amount=terms.leaver_amount)
        source = terms.source("leaver_funding")
        return {
            "membership": membership,
            "last_day": self._last_day(),
            "supplement": [reason.in_words(_) for reason in supplement],
            "source": source.reason.in_words(_) if source else "",
        }

    def link(self, row: AsOf[Membership], to: Recipient, /) -> Link:
        path = within_authority("memberships:hand_over", row.row.collaboration_id, row.row.pk)
        return Link(_("Open the hand-over list"), path)

    def contact(self, row: AsOf[Membership], to: Recipient, /) -> Contact | None:
        return manager_contact(row.row.provider, on=row.on)

    def why(self, row: AsOf[Membership], to: Recipient, /) -> str:
        return why_run(row.row.collaboration)

    def _last_day(self) -> date:
        """The day before the first one on which it is no member."""
        return last_day(date.fromisoformat(self.left_on))


@email_kind("memberships.notice_taken_back")
class NoticeTakenBack(EmailToUser[AsOf[Membership]]):
    """To one of those who were told of the notice: the member stays. Nothing where it leaves after all."""

    template = "memberships/notice_taken_back"
    membership_id: int
    left_on: str

    def load(self, at: datetime, /) -> AsOf[Membership] | None:
        rows = Membership.objects.select_related("collaboration", "provider")
        row = rows.filter(pk=self.membership_id, left_on=None).first()
        return AsOf(row, timezone.localdate(at)) if row is not None else None

    def subject(self, row: AsOf[Membership], to: Recipient, /) -> str:
        return subject_of(str(row.row.collaboration), _("the notice of a member is taken back"))

    def reference(self, row: AsOf[Membership], /) -> str:
        return f"notice-back-{row.row.pk}-{self.left_on}"

    def context(self, row: AsOf[Membership], /) -> Mapping[str, Any]:
        return {"membership": row.row}

    def link(self, row: AsOf[Membership], to: Recipient, /) -> Link:
        path = within_authority("collaborations:detail", row.row.collaboration_id)
        return Link(_("See the group"), path)

    def contact(self, row: AsOf[Membership], to: Recipient, /) -> Contact | None:
        return manager_contact(row.row.provider, on=row.on)

    def why(self, row: AsOf[Membership], to: Recipient, /) -> str:
        return why_run(row.row.collaboration)
