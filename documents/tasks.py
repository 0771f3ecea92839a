"""Background work of this app."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core.tasks import AuthorityTask
from documents.services import exports, outbox

SENT_ROWS_KEPT = timedelta(days=30)


@shared_task(base=AuthorityTask, name="documents.make_export", stepwise=True, typing=False)
def make_export(*, run_id: int, authority_id: int) -> None:
    exports.make_export(run_id=run_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="documents.relay_outbox", platform_wide=True, expires=60)
def relay_outbox() -> int:
    return outbox.relay()


@shared_task(base=AuthorityTask, name="documents.clear_outbox", platform_wide=True)
def clear_outbox() -> int:
    return outbox.clear(sent_before=timezone.now() - SENT_ROWS_KEPT)
