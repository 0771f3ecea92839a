"""Background work of this app."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from documents.services import exports, held_emails, lists, orphans, outbox, sent_emails

EXPORTS_KEPT = timedelta(days=30)
SENT_ROWS_KEPT = timedelta(days=30)
EMAILS_KEPT = timedelta(days=400)


@shared_task(base=AuthorityTask, name="documents.make_export", stepwise=True, typing=False)
def make_export(*, run_id: int, authority_id: int) -> None:
    exports.make_export(run_id=run_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="documents.send_email", bind=True)
def send_email(task: AuthorityTask, *, kind: str, ids: Mapping[str, int | str]) -> None:
    """Every email of every app: a class in its ``emails``. What can wait is held for the day's email."""
    occasion = str(task.request.id or "")
    held_emails.send_or_hold(kind=kind, ids=ids, at=timezone.now(), occasion=occasion)


@shared_task(
    base=AuthorityTask, name="documents.relay_outbox", platform_wide=True, expires=60, autoretry_for=()
)
def relay_outbox() -> int:
    """Not tried again: the timetable asks for it often, and the
    broker that a retry needs may be what is away.
    """
    return outbox.relay()


@shared_task(base=AuthorityTask, name="documents.tidy_everywhere", platform_wide=True)
def tidy_everywhere() -> None:
    """Old rows of the outbox, and two messages an authority: for its old exports, and bytes without a row."""
    outbox.clear(sent_before=timezone.now() - SENT_ROWS_KEPT)
    for authority_id in active_authority_ids():
        remove_exports.apply_async(headers={HEADER: authority_id})
        remove_orphans.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="documents.remove_exports")
def remove_exports() -> None:
    exports.remove_exports(before=timezone.now() - EXPORTS_KEPT)


@shared_task(base=AuthorityTask, platform_wide=True, name="documents.tidy_lists_everywhere")
def tidy_lists_everywhere() -> None:
    """One message an authority for its old selections and the lists of people who left."""
    for authority_id in active_authority_ids():
        tidy_lists.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="documents.tidy_lists")
def tidy_lists() -> None:
    """Also which emails went to whom: of a year and a little more."""
    lists.clear_lists(at=timezone.now())
    sent_emails.clear_sent_emails(before=timezone.now() - EMAILS_KEPT)
    held_emails.clear_held_emails(before=timezone.localdate() - SENT_ROWS_KEPT)


@shared_task(base=AuthorityTask, name="documents.remove_orphans")
def remove_orphans() -> None:
    orphans.remove_orphans(at=timezone.now())
