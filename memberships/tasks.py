"""The nightly comparison of rights with appointments, by the timetable; letters about joining."""

from __future__ import annotations

from datetime import date
from typing import Any

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from memberships import services
from memberships.services import intake, letters, messages, print_batches, printing, reminders, terms_letters
from memberships.services import reviews as group_reviews
from memberships.services.conduct import send_something_to_read
from memberships.services.counts import settle_counts
from memberships.services.staff_told import send_staff_told
from memberships.services.standing import send_at_risk, settle_standings
from memberships.services.terms_reminders import remind_by_timetable


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.check_rights_everywhere")
def check_rights_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        check_rights.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.check_rights")
def check_rights() -> None:
    services.check_rights()


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.settle_counts_everywhere")
def settle_counts_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        settle_counts_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.settle_counts")
def settle_counts_here() -> None:
    settle_counts()


@shared_task(base=AuthorityTask, name="exchange.read_sheet", stepwise=True, typing=False)
def read_sheet(*, sheet_id: int, authority_id: int) -> None:
    intake.read_upload(sheet_id=sheet_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="exchange.load_sheet", stepwise=True, typing=False)
def load_sheet(*, sheet_id: int, authority_id: int) -> None:
    intake.load_upload(sheet_id=sheet_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="memberships.tell_of_application")
def tell_of_application(*, application_id: int, user_id: int) -> None:
    letters.tell_of_application(application_id=application_id, user_id=user_id)


@shared_task(base=AuthorityTask, name="memberships.tell_team_of_application")
def tell_team_of_application(*, application_id: int) -> None:
    letters.tell_team_of_application(application_id=application_id)


@shared_task(base=AuthorityTask, name="memberships.tell_of_notice")
def tell_of_notice(*, membership_id: int, user_id: int, left_on: str) -> None:
    letters.tell_of_notice(membership_id=membership_id, user_id=user_id, left_on=date.fromisoformat(left_on))


@shared_task(base=AuthorityTask, name="memberships.tell_of_decision")
def tell_of_decision(*, application_id: int, user_id: int) -> None:
    letters.tell_of_decision(application_id=application_id, user_id=user_id)


@shared_task(base=AuthorityTask, name="memberships.send_invitation")
def send_invitation(*, invitation_id: int, link_id: int) -> None:
    letters.send_invitation(invitation_id=invitation_id, link_id=link_id)


@shared_task(base=AuthorityTask, name="memberships.tell_of_answer")
def tell_of_answer(*, invitation_id: int, user_id: int) -> None:
    letters.tell_of_answer(invitation_id=invitation_id, user_id=user_id)


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.settle_standings_everywhere")
def settle_standings_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        settle_standings_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.settle_standings")
def settle_standings_here() -> None:
    settle_standings(on=timezone.localdate())


@shared_task(base=AuthorityTask, name="memberships.tell_at_risk")
def tell_at_risk(*, membership_id: int, since: str, threshold: int) -> None:
    send_at_risk(membership_id=membership_id, since=date.fromisoformat(since), threshold=threshold, on=timezone.localdate())


@shared_task(base=AuthorityTask, name="memberships.tell_something_to_read")
def tell_something_to_read(*, concern_id: int, to_state: str, by_id: int) -> None:
    send_something_to_read(concern_id=concern_id, to_state=to_state, by_id=by_id, on=timezone.localdate())


@shared_task(base=AuthorityTask, name="memberships.send_staff_told_reminder")
def send_staff_told_reminder(*, link_id: int) -> None:
    send_staff_told(link_id=link_id, on=timezone.localdate())


@shared_task(base=AuthorityTask, name="provision.remind_everybody", stepwise=True, typing=False)
def remind_everybody(*, job_id: int, period_id: int, user_id: int, authority_id: int) -> None:
    reminders.remind_everybody(job_id=job_id, period_id=period_id, user_id=user_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="support.send_message_copies", stepwise=True, typing=False, bind=True)
def send_message_copies(self: Any, *, message_id: int, authority_id: int) -> None:
    messages.send_copies(message_id=message_id, authority_id=authority_id, last_try=self.request.retries >= self.max_retries)


@shared_task(base=AuthorityTask, name="ways_of_working.send_terms_letter")
def send_terms_letter(*, link_id: int) -> None:
    terms_letters.send_terms_letter(link_id=link_id, on=timezone.localdate())


@shared_task(base=AuthorityTask, name="ways_of_working.tell_of_terms")
def tell_of_terms(*, ways_id: int, user_id: int, what: str) -> None:
    terms_letters.tell_of_terms(ways_id=ways_id, user_id=user_id, what=what)


@shared_task(base=AuthorityTask, name="ways_of_working.tell_of_talk")
def tell_of_talk(*, ways_id: int, user_id: int, reference: str) -> None:
    terms_letters.tell_of_talk(ways_id=ways_id, user_id=user_id, reference=reference)


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


@shared_task(base=AuthorityTask, name="ways_of_working.tell_of_reviews")
def tell_of_reviews(*, collaboration_id: int, user_id: int, opened_on: str) -> None:
    group_reviews.send_reviews_opened(collaboration_id=collaboration_id, user_id=user_id, opened_on=date.fromisoformat(opened_on))


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
