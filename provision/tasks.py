"""Reminders of the staff return, and questions about free places."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from provision.services import fading, reminders


@shared_task(base=AuthorityTask, name="provision.remind_everybody", stepwise=True, typing=False)
def remind_everybody(*, job_id: int, period_id: int, user_id: int, authority_id: int) -> None:
    reminders.remind_everybody(
        job_id=job_id, period_id=period_id, user_id=user_id, authority_id=authority_id, at=timezone.now()
    )


@shared_task(base=AuthorityTask, platform_wide=True, name="provision.ask_before_fading_everywhere")
def ask_before_fading_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        ask_before_fading_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="provision.ask_before_fading")
def ask_before_fading_here() -> None:
    fading.ask_before_fading(at=timezone.now())
