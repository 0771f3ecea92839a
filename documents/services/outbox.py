"""The outbox: a task or an email asked for in the transaction of
a change, sent after it, not lost in between.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from celery import current_app
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import Authority
from core.broker import ask_now
from core.emails import Email, email_kinds, email_named
from core.scoping import current_authority_id
from core.tasks import HEADER, load_tasks
from documents.models import OutboxMessage

MAX_AT_ONCE = 200
#: The task that sends emails of every kind.
SEND_EMAIL = "documents.send_email"
log = logging.getLogger(__name__)


def enqueue(task: str, **ids: int | str) -> OutboxMessage:
    """Ask for the task of this name, for the authority in scope.

    It is sent at commit and, if that fails, by the next tick of the relay.

    At-least-once: the task's own claim makes its effect happen once.
    """
    return _put(task, ids)


def send_email(email: Email[Any]) -> OutboxMessage:
    """Ask for an email in the name of the authority in scope. It goes out after the commit, like a task.

    At-least-once: the email's own reference makes it one in the mailbox.
    """
    return _put(SEND_EMAIL, {"kind": email.name, "ids": email.ids})


@transaction.atomic
def send_emails_once(emails: Sequence[Email[Any]]) -> int:
    """Ask for emails of one kind that were not asked for before, as long as the outbox remembers (30 days).

    For what the timetable finds: two runs at once, and a run that is killed and tried again, ask once.
    Answers how many were asked for.
    """
    if not emails:
        return 0
    here = current_authority_id()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('emails once'), %s)", [here])
    rows = OutboxMessage.objects.filter(authority_id=here, task=SEND_EMAIL, ids__kind=emails[0].name)
    asked = {_occasion(ids["ids"]) for ids in rows.order_by().values_list("ids", flat=True)}
    new = [email for email in emails if _occasion(email.ids) not in asked]
    for email in new:
        send_email(email)
    return len(new)


def _occasion(ids: Mapping[str, int | str]) -> tuple[tuple[str, int | str], ...]:
    return tuple(sorted(ids.items()))


def send_email_now(*, kind: str, ids: Mapping[str, int | str], at: datetime) -> int:
    """Send an email that was asked for, while what it says holds. Returns the number of people who got it.

    Raises what the mail server raises; the task that calls tries again.
    """
    authority = Authority.objects.get(pk=current_authority_id())
    return email_named(kind, ids).send(authority=authority, at=at)


@transaction.atomic
def relay(*, most: int = MAX_AT_ONCE) -> int:
    """Send what waits, oldest first. Two relays never send the same row; answers how many were sent.

    A task or a kind of email that this version does not know (renamed, or of a newer version) waits, and
    nobody waits behind it.
    """
    unsent, known = OutboxMessage.objects.filter(sent_at=None), _known_here()
    waiting = unsent.select_for_update(skip_locked=True).filter(known).order_by("pk")[:most]
    sent = []
    for message in waiting:
        headers: dict[str, Any] = {HEADER: message.authority_id}
        current_app.tasks[message.task].apply_async(
            kwargs=message.ids, headers=headers, task_id=f"outbox-{message.pk}"
        )
        sent.append(message.pk)
    OutboxMessage.objects.filter(pk__in=sent).update(sent_at=timezone.now())
    if strangers := sorted({message.purpose for message in unsent.filter(~known)}):
        log.error("the outbox holds messages for tasks that nobody knows: %s", ", ".join(strangers))
    return len(sent)


def _known_here() -> Q:
    """Messages that the workers of this version can handle."""
    load_tasks()
    is_email = Q(task=SEND_EMAIL)
    return Q(task__in=list(current_app.tasks)) & (~is_email | Q(ids__kind__in=list(email_kinds())))


@transaction.atomic
def clear(*, sent_before: object) -> int:
    """Drop what was sent long ago; answers how many."""
    count, _ = OutboxMessage.objects.filter(sent_at__lt=sent_before).delete()
    return count


def _put(task: str, ids: Mapping[str, Any]) -> OutboxMessage:
    message = OutboxMessage.objects.create(authority_id=current_authority_id(), task=task, ids=ids)
    transaction.on_commit(_nudge, robust=True)
    return message


def _nudge() -> None:
    ask_now("documents.relay_outbox")
