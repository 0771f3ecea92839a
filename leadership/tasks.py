"""The check of leaders, and reminders of the steps of cases."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from leadership.services.deadlines import remind_of_cases
from leadership.services.eligibility import review_leaders


@shared_task(base=AuthorityTask, platform_wide=True, name="leadership.check_leaders_everywhere")
def check_leaders_everywhere() -> None:
    """One message an authority, keyed by the day: two ticks on one day check once."""
    slot = f"night-{timezone.localdate():%Y-%m-%d}"
    for authority_id in active_authority_ids():
        check_leaders.apply_async(kwargs={"slot": slot}, headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="leadership.check_leaders")
def check_leaders(*, slot: str) -> None:
    review_leaders(slot=slot, on=timezone.localdate(), at=timezone.now())


@shared_task(base=AuthorityTask, platform_wide=True, name="leadership.remind_of_cases_everywhere")
def remind_of_cases_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        remind_of_cases_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="leadership.remind_of_cases")
def remind_of_cases_here() -> None:
    remind_of_cases(on=timezone.localdate())
