"""Printing, reminders and reviews of ways of working."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from ways_of_working.services import print_batches, printing
from ways_of_working.services import reviews as group_reviews
from ways_of_working.services.terms_reminders import remind_by_timetable


@shared_task(base=AuthorityTask, platform_wide=True, name="ways_of_working.remind_of_terms_everywhere")
def remind_of_terms_everywhere() -> None:
    """One message an authority. Two ticks on one day remind once: the claim of a day is ``TermsReminder``."""
    for authority_id in active_authority_ids():
        remind_of_terms.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="ways_of_working.remind_of_terms")
def remind_of_terms() -> None:
    remind_by_timetable(at=timezone.now())


@shared_task(base=AuthorityTask, platform_wide=True, name="ways_of_working.open_reviews_everywhere")
def open_reviews_everywhere() -> None:
    """One message an authority. Twice on one day opens nothing more: the database allows a review once."""
    for authority_id in active_authority_ids():
        open_reviews.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="ways_of_working.open_reviews")
def open_reviews() -> None:
    group_reviews.open_reviews(at=timezone.now())


@shared_task(base=AuthorityTask, name="ways_of_working.print_terms", stepwise=True, typing=False)
def print_terms(*, job_id: int, ways_id: int, authority_id: int) -> None:
    printing.print_version(job_id=job_id, ways_id=ways_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="ways_of_working.keep_terms")
def keep_terms(*, ways_id: int) -> None:
    """The PDF of a version that was just adopted, so that whoever opens it first need not wait."""
    printing.keep_print(ways_id=ways_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="ways_of_working.print_terms_part", stepwise=True, typing=False)
def print_terms_part(*, job_id: int, number: int, authority_id: int) -> None:
    print_batches.print_part(job_id=job_id, number=number, authority_id=authority_id)


@shared_task(base=AuthorityTask, name="ways_of_working.pack_terms", stepwise=True, typing=False)
def pack_terms(*, job_id: int, authority_id: int) -> None:
    print_batches.pack_batch(job_id=job_id, authority_id=authority_id)
