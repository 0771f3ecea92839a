"""What is done by the timetable about meetings and events."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from meetings.services.attendance import close_and_recount
from meetings.services.booking import delete_needs, settle_all
from meetings.services.events import hold_past_events, invite_newcomers
from meetings.services.following import ask_feedback, ask_pledges


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.count_attendance_everywhere")
def count_attendance_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        count_attendance.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.count_attendance")
def count_attendance() -> None:
    now = timezone.now()
    close_and_recount(on=timezone.localdate(now), at=now)


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.settle_places_everywhere")
def settle_places_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        settle_places.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.settle_places")
def settle_places() -> None:
    """Offers that were not answered in time, and places that are free (L4)."""
    settle_all(at=timezone.now())


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.follow_events_everywhere")
def follow_events_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        follow_events.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.follow_events")
def follow_events() -> None:
    """What follows a day: newcomers are invited, events were held, needs are deleted, people asked (L4)."""
    now = timezone.now()
    invite_newcomers(at=now)
    hold_past_events(at=now)
    delete_needs(at=now)
    ask_feedback(at=now)
    ask_pledges(at=now)
