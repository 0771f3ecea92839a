"""What is done by the timetable about meetings."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from meetings.services.actions import tell_who_does
from meetings.services.attendance import close_and_recount


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.count_attendance_everywhere")
def count_attendance_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        count_attendance.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.count_attendance")
def count_attendance() -> None:
    now = timezone.now()
    close_and_recount(on=timezone.localdate(now), at=now)


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.tell_of_actions_everywhere")
def tell_of_actions_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        tell_of_actions.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.tell_of_actions")
def tell_of_actions() -> None:
    tell_who_does(at=timezone.now())
