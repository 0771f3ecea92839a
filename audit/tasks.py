"""Sealing the audit log, by the timetable."""

from __future__ import annotations

import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from audit import services
from core.tasks import HEADER, AuthorityTask

log = logging.getLogger("eyc.seal")


@shared_task(base=AuthorityTask, platform_wide=True, name="audit.seal_everywhere")
def seal_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        seal.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="audit.seal")
def seal() -> None:
    made = services.seal_entries(before=timezone.now() - timedelta(minutes=10))
    if made is not None:
        # The value leaves the machine with the logs: whoever could rewrite the database cannot rewrite it
        # there.
        log.info("seal %s of authority %s: %s", made.pk, made.authority_id, made.value)
