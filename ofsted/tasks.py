"""Background work on Ofsted's file."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from core.tasks import AuthorityTask
from ofsted.services import runs


@shared_task(base=AuthorityTask, name="ofsted.compare_file", stepwise=True, typing=False)
def compare_file(*, run_id: int, authority_id: int) -> None:
    runs.compare_run(run_id=run_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="ofsted.load_file", stepwise=True, typing=False)
def load_file(*, run_id: int, authority_id: int) -> None:
    runs.load_run(run_id=run_id, authority_id=authority_id, at=timezone.now())
