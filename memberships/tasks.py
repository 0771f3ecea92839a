"""The nightly comparison of rights with appointments, by the timetable."""

from __future__ import annotations

from celery import shared_task

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from memberships import services


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.check_rights_everywhere")
def check_rights_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        check_rights.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.check_rights")
def check_rights() -> None:
    services.check_rights()
