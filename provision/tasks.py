"""Reminders of the staff return."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from core.tasks import AuthorityTask
from provision.services import reminders


@shared_task(base=AuthorityTask, name="provision.remind_everybody", stepwise=True, typing=False)
def remind_everybody(*, job_id: int, period_id: int, user_id: int, authority_id: int) -> None:
    reminders.remind_everybody(
        job_id=job_id, period_id=period_id, user_id=user_id, authority_id=authority_id, at=timezone.now()
    )
