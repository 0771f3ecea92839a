"""Sealing the trail, by the timetable."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from audit import services
from core.tasks import HEADER, AuthorityTask


@shared_task(base=AuthorityTask, platform_wide=True, name="audit.seal_everywhere")
def seal_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        seal.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="audit.seal")
def seal() -> None:
    services.seal_entries(before=timezone.now() - timedelta(minutes=10))
