"""Messages to many, and drafts that were left lying."""

from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from support.rules import DRAFTS_KEPT
from support.services import drafts, messages


@shared_task(base=AuthorityTask, name="support.send_message_copies", stepwise=True, typing=False, bind=True)
def send_message_copies(self: Any, *, message_id: int, authority_id: int) -> None:
    messages.send_copies(
        message_id=message_id, authority_id=authority_id, last_try=self.request.retries >= self.max_retries
    )


@shared_task(base=AuthorityTask, platform_wide=True, name="support.tidy_drafts_everywhere")
def tidy_drafts_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        tidy_drafts.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="support.tidy_drafts")
def tidy_drafts() -> None:
    drafts.remove_old_drafts(before=timezone.now() - DRAFTS_KEPT)
