"""Letters about staff returns, in the background."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from core.tasks import AuthorityTask
from providers.services import reminders


@shared_task(base=AuthorityTask, name="provision.send_staff_return_letters")
def send_staff_return_letters(*, reminder_id: int) -> None:
    reminders.send_letters(reminder_id=reminder_id, at=timezone.now())
