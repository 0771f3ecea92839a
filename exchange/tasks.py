"""Reading and loading spreadsheets."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from core.tasks import AuthorityTask
from exchange.services import intake


@shared_task(base=AuthorityTask, name="exchange.read_sheet", stepwise=True, typing=False)
def read_sheet(*, sheet_id: int, authority_id: int) -> None:
    intake.read_upload(sheet_id=sheet_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="exchange.load_sheet", stepwise=True, typing=False)
def load_sheet(*, sheet_id: int, authority_id: int) -> None:
    intake.load_upload(sheet_id=sheet_id, authority_id=authority_id, at=timezone.now())
