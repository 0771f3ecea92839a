"""Background work of this app."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.services.limits import COUNTS_KEPT, clear_counts
from accounts.services.security import forget_events
from core.tasks import AuthorityTask


@shared_task(base=AuthorityTask, name="accounts.tidy_security", platform_wide=True)
def tidy_security() -> None:
    """Security events past their retention, and counts of tries that hold nobody back any more."""
    now = timezone.now()
    forget_events(at=now)
    clear_counts(before=now - COUNTS_KEPT)
