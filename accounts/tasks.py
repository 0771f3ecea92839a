"""Clearing up after sessions, security events and emails about accounts, by the timetable."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from accounts.services import sessions
from accounts.services.limits import COUNTS_KEPT, clear_counts
from accounts.services.notices import clear_notices
from accounts.services.security import forget_events
from core.tasks import HEADER, AuthorityTask

NOTICES_KEPT = timedelta(days=30)


@shared_task(base=AuthorityTask, name="accounts.tidy_security", platform_wide=True)
def tidy_security() -> None:
    """Security events past their retention, and counts of tries that hold nobody back any more."""
    now = timezone.now()
    forget_events(at=now)
    clear_counts(before=now - COUNTS_KEPT)


@shared_task(base=AuthorityTask, platform_wide=True, name="accounts.clear_sessions")
def clear_sessions() -> None:
    """Expired sessions, and one message an authority for its old notices."""
    sessions.clear_sessions()
    for authority_id in active_authority_ids():
        remove_notices.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="accounts.remove_notices")
def remove_notices() -> None:
    clear_notices(before=timezone.now() - NOTICES_KEPT)
