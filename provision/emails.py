"""The email about a staff return. Its subject names no setting: it is shown on locked screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from accounts.emails import recipient_of_link
from accounts.models import TaskLink
from accounts.selectors import token_of
from core.addresses import absolute
from core.emails import Email, Recipient, email_kind
from provision.models import StaffReturnReminder
from provision.selectors import LINK_PURPOSE, is_childminder


class ReminderAndLink(NamedTuple):
    reminder: StaffReturnReminder
    link: TaskLink


@email_kind("provision.staff_return_asked")
class StaffReturnAsked(Email[ReminderAndLink]):
    """To a manager: the question, the last day, and, while it can be used, the link that answers it."""

    template = "provision/staff_return"
    link_id: int

    def load(self, at: datetime, /) -> ReminderAndLink | None:
        links = TaskLink.objects.filter(purpose=LINK_PURPOSE, pk=self.link_id).select_related("user")
        link = links.filter(used_at=None, withdrawn_at=None, expires_at__gt=at).first()
        if link is None:
            return None
        reminders = StaffReturnReminder.objects.select_related("period", "provider", "authority")
        reminder = reminders.filter(pk=link.about_id).first()
        return ReminderAndLink(reminder, link) if reminder is not None else None

    def recipients(self, row: ReminderAndLink, /) -> Sequence[Recipient]:
        return [recipient_of_link(row.link)]

    def subject(self, row: ReminderAndLink, /) -> str:
        return _("Please confirm your staff number")

    def reference(self, row: ReminderAndLink, /) -> str:
        return f"staff-return-{row.link.pk}"

    def context(self, row: ReminderAndLink, /) -> Mapping[str, Any]:
        reminder = row.reminder
        base = absolute(f"/{reminder.authority.slug}")
        return {
            "setting": reminder.provider,
            "period": reminder.period,
            "is_childminder": is_childminder(reminder.provider),
            "is_late": reminder.sent_on > reminder.period.due_on,
            "link_url": f"{base}/staff-return/{token_of(row.link)}/",
        }
