"""The outbox emptied by hand: what a worker would do with what a service asked for."""

from __future__ import annotations

from core.tasks import task_named
from documents.models import OutboxMessage


def deliver() -> list[str]:
    """Run every task that waits, in the scope of the test; the names of the tasks."""
    waiting = list(OutboxMessage.objects.filter(sent_at=None).order_by("pk"))
    for message in waiting:
        task_named(message.task).run(**message.ids)
    OutboxMessage.objects.filter(pk__in=[message.pk for message in waiting]).delete()
    return [message.task for message in waiting]
