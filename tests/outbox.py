"""The outbox emptied by hand: what a worker would do with what a service asked for."""

from __future__ import annotations

from typing import Any

from core.emails import Email
from core.tasks import task_named
from documents.models import OutboxMessage
from documents.services.outbox import SEND_EMAIL


def deliver() -> list[str]:
    """Run every task that waits, in the scope of the test; the
    names of the tasks and of the kinds of email.
    """
    waiting = list(OutboxMessage.objects.filter(sent_at=None).order_by("pk"))
    for message in waiting:
        task_named(message.task).run(**message.ids)
    OutboxMessage.objects.filter(pk__in=[message.pk for message in waiting]).delete()
    return [message.purpose for message in waiting]


def run_email_task(email: Email[Any]) -> None:
    """What a worker does with an email that was asked for, in the scope of the test."""
    task_named(SEND_EMAIL).run(kind=email.name, ids=email.ids)
