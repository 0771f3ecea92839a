"""The outbox emptied by hand: what a worker would do with what a service asked for."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from core.emails import Email
from core.tasks import task_named
from documents.models import OutboxMessage
from documents.services.outbox import SEND_EMAIL, send_email_now


def deliver() -> list[str]:
    """Run every task that waits, in the scope of the test; the
    names of the tasks and of the kinds of email.

    Every email is sent now, also what would wait for the day's email (tests/portal/test_daily_email.py).
    """
    waiting = list(OutboxMessage.objects.filter(sent_at=None).order_by("pk"))
    for message in waiting:
        if message.task == SEND_EMAIL:
            send_email_now(**message.ids, at=timezone.now())
        else:
            task_named(message.task).run(**message.ids)
    OutboxMessage.objects.filter(pk__in=[message.pk for message in waiting]).delete()
    return [message.purpose for message in waiting]


def run_email_task(email: Email[Any]) -> None:
    """What a worker does with an email that goes at once, in the scope of the test."""
    send_email_now(kind=email.name, ids=email.ids, at=timezone.now())


def run_worker() -> None:
    """What workers do with what waits: they send, or hold what can wait; the messages stay as they are."""
    for message in OutboxMessage.objects.filter(sent_at=None).order_by("pk"):
        task_named(message.task).apply(
            kwargs=message.ids, task_id=f"outbox-{message.pk}", headers={"authority_id": message.authority_id}
        ).get()
