"""The outbox: a task asked for in the transaction of the change, sent after it, and not lost in between."""

from __future__ import annotations

import logging
from typing import Any

from celery import current_app
from django.db import transaction
from django.utils import timezone

from core.scoping import current_authority_id
from core.tasks import HEADER, load_tasks, task_named
from documents.models import OutboxMessage

MOST_AT_ONCE = 200
log = logging.getLogger(__name__)


def enqueue(task: str, **ids: int | str) -> OutboxMessage:
    """Ask for the task of this name, for the authority in scope. It is sent at commit and, if that fails, by the next tick of the relay.

    At-least-once: the task's own claim makes its effect happen once.
    """
    message = OutboxMessage.objects.create(authority_id=current_authority_id(), task=task, ids=ids)
    transaction.on_commit(_nudge, robust=True)
    return message


@transaction.atomic
def relay(*, most: int = MOST_AT_ONCE) -> int:
    """Send what waits, oldest first. Two relays never send the same row; answers how many were sent.

    A task that this version does not know (renamed, or of a newer version) waits, and nobody waits behind it.
    """
    unsent = OutboxMessage.objects.filter(sent_at=None)
    load_tasks()
    known = list(current_app.tasks)
    waiting = unsent.select_for_update(skip_locked=True).filter(task__in=known).order_by("pk")[:most]
    sent = []
    for message in waiting:
        headers: dict[str, Any] = {HEADER: message.authority_id}
        current_app.tasks[message.task].apply_async(kwargs=message.ids, headers=headers, task_id=f"outbox-{message.pk}")
        sent.append(message.pk)
    OutboxMessage.objects.filter(pk__in=sent).update(sent_at=timezone.now())
    if strangers := sorted(set(unsent.exclude(task__in=known).values_list("task", flat=True))):
        log.error("the outbox holds messages for tasks that nobody knows: %s", ", ".join(strangers))
    return len(sent)


@transaction.atomic
def clear(*, sent_before: object) -> int:
    """Drop what was sent long ago; answers how many."""
    count, _ = OutboxMessage.objects.filter(sent_at__lt=sent_before).delete()
    return count


def _nudge() -> None:
    task_named("documents.relay_outbox").apply_async()
