"""What is done by the timetable about meetings, votes and events."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from meetings.services.actions import tell_who_does
from meetings.services.attendance import close_and_recount
from meetings.services.booking import delete_needs, settle_all
from meetings.services.elections_due import tell_of_elections_due
from meetings.services.events import hold_past_events, invite_newcomers
from meetings.services.first import delete_needs_of_first
from meetings.services.following import ask_feedback, ask_pledges
from meetings.services.training import ask_what_changed
from meetings.services.visits import ask_what_became
from meetings.services.voting import close_due


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.count_attendance_everywhere")
def count_attendance_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        count_attendance.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.count_attendance")
def count_attendance() -> None:
    now = timezone.now()
    close_and_recount(on=timezone.localdate(now), at=now)


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.ask_again_everywhere")
def ask_again_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        ask_again.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.ask_again")
def ask_again() -> None:
    """A term after visits and training: what became of it (K)."""
    on = timezone.localdate()
    ask_what_became(on=on)
    ask_what_changed(on=on)


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.tell_of_elections_due_everywhere")
def tell_of_elections_due_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        tell_of_elections_due_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.tell_of_elections_due")
def tell_of_elections_due_here() -> None:
    tell_of_elections_due(on=timezone.localdate())


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.close_votes_everywhere")
def close_votes_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        close_votes.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.close_votes")
def close_votes() -> None:
    close_due(at=timezone.now())


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
    delete_needs_of_first(at=now)
    ask_feedback(at=now)
    ask_pledges(at=now)


@shared_task(base=AuthorityTask, platform_wide=True, name="meetings.tell_of_actions_everywhere")
def tell_of_actions_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        tell_of_actions.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="meetings.tell_of_actions")
def tell_of_actions() -> None:
    tell_who_does(at=timezone.now())
