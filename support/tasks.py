"""Messages to many."""

from __future__ import annotations

from typing import Any

from celery import shared_task

from core.tasks import AuthorityTask
from support.services import messages


@shared_task(base=AuthorityTask, name="support.send_message_copies", stepwise=True, typing=False, bind=True)
def send_message_copies(self: Any, *, message_id: int, authority_id: int) -> None:
    messages.send_copies(
        message_id=message_id, authority_id=authority_id, last_try=self.request.retries >= self.max_retries
    )
