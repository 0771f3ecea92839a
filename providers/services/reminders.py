"""Reminding one setting of its staff return: once a day and period, with a link for each person who answers for it.

Who owes a return, and who answers for a setting, is known where members are (``memberships.services.reminders``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import TaskLink, User
from accounts.selectors import token_of
from accounts.services import make_link, take_back_links
from core.mail import send_letter
from core.scoping import current_authority_id
from documents.services.outbox import enqueue
from providers import selectors
from providers.emails import staff_return_letter
from providers.models import Provider, ReturnPeriod, StaffReturn, StaffReturnReminder

#: A link lasts as long as a period usually does; certifying ends it.
DAYS_OF_LINK = 60


@transaction.atomic
def remind_setting(
    *, period: ReturnPeriod, provider: Provider, people: Sequence[User], by: User, at: datetime
) -> StaffReturnReminder | None:
    """Write to the people who answer for a setting. None when it was reminded today, has certified, or has nobody to write to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('staff return reminders'), %s)", [current_authority_id()])
    day, about = timezone.localdate(at), {"period": period, "provider": provider}
    done = StaffReturn.objects.filter(**about).exists()
    if done or not people or StaffReturnReminder.objects.filter(**about, sent_on=day).exists():
        return None
    for earlier in StaffReturnReminder.objects.filter(**about):
        take_back_links(purpose=selectors.LINK_PURPOSE, about_id=earlier.pk, at=at)
    reminder: StaffReturnReminder = StaffReturnReminder.objects.create(**about, sent_on=day, sent_by=by)
    for person in people:
        make_link(purpose=selectors.LINK_PURPOSE, about_id=reminder.pk, email=person.email, at=at, user=person, days=DAYS_OF_LINK)

    enqueue("provision.send_staff_return_letters", reminder_id=reminder.pk)
    return reminder


def send_letters(*, reminder_id: int, at: datetime) -> int:
    """Send a reminder's letters, each with its link; answers how many. Whoever need not answer any more gets none."""
    reminder = StaffReturnReminder.objects.select_related("period", "provider", "authority").filter(pk=reminder_id).first()
    if reminder is None:
        return 0
    waiting = TaskLink.objects.filter(
        purpose=selectors.LINK_PURPOSE, about_id=reminder_id, used_at=None, withdrawn_at=None, expires_at__gt=at
    )
    sent = 0
    for link in waiting.select_related("user").order_by("pk"):
        send_letter(staff_return_letter(reminder, link, token=token_of(link)), authority=reminder.authority)
        sent += 1
    return sent
