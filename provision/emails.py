"""Letters about staff returns. Subjects name no setting: they are shown on locked screens."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.models import TaskLink
from core.mail import Letter
from provision.models import StaffReturnReminder
from provision.selectors import is_childminder


def staff_return_letter(reminder: StaffReturnReminder, link: TaskLink, *, token: str) -> Letter:
    """The question, the last day, and the link that answers it without signing in."""
    base = f"{settings.BASE_URL.rstrip('/')}/{reminder.authority.slug}"
    return Letter(
        to=link.email,
        subject=_("Please confirm your staff number"),
        template="provision/staff_return",
        context={
            "name": link.user.get_short_name() if link.user else "",
            "setting": reminder.provider,
            "period": reminder.period,
            "is_childminder": is_childminder(reminder.provider),
            "is_late": reminder.sent_on > reminder.period.due_on,
            "link_url": f"{base}/staff-return/{token}/",
        },
        reference=f"staff-return-{link.pk}",
    )
