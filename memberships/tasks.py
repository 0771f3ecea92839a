"""The nightly comparison of rights with appointments, by the timetable; letters about joining."""

from __future__ import annotations

from datetime import date
from typing import Any

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from memberships import services
from memberships.services import letters, messages, reminders
from memberships.services.conduct import send_something_to_read
from memberships.services.staff_told import send_staff_told
from memberships.services.standing import send_at_risk


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.check_rights_everywhere")
def check_rights_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        check_rights.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.check_rights")
def check_rights() -> None:
    services.check_rights()


@shared_task(base=AuthorityTask, name="memberships.tell_of_application")
def tell_of_application(*, application_id: int, user_id: int) -> None:
    letters.tell_of_application(application_id=application_id, user_id=user_id)


@shared_task(base=AuthorityTask, name="memberships.tell_of_decision")
def tell_of_decision(*, application_id: int, user_id: int) -> None:
    letters.tell_of_decision(application_id=application_id, user_id=user_id)


@shared_task(base=AuthorityTask, name="memberships.send_invitation")
def send_invitation(*, invitation_id: int, link_id: int) -> None:
    letters.send_invitation(invitation_id=invitation_id, link_id=link_id)


@shared_task(base=AuthorityTask, name="memberships.tell_of_answer")
def tell_of_answer(*, invitation_id: int, user_id: int) -> None:
    letters.tell_of_answer(invitation_id=invitation_id, user_id=user_id)


@shared_task(base=AuthorityTask, name="memberships.tell_at_risk")
def tell_at_risk(*, membership_id: int, since: str, threshold: int) -> None:
    send_at_risk(membership_id=membership_id, since=date.fromisoformat(since), threshold=threshold, on=timezone.localdate())


@shared_task(base=AuthorityTask, name="memberships.tell_something_to_read")
def tell_something_to_read(*, concern_id: int, to_state: str, by_id: int) -> None:
    send_something_to_read(concern_id=concern_id, to_state=to_state, by_id=by_id, on=timezone.localdate())


@shared_task(base=AuthorityTask, name="memberships.send_staff_told_reminder")
def send_staff_told_reminder(*, link_id: int) -> None:
    send_staff_told(link_id=link_id, on=timezone.localdate())


@shared_task(base=AuthorityTask, name="memberships.remind_everybody", stepwise=True, typing=False)
def remind_everybody(*, job_id: int, period_id: int, user_id: int, authority_id: int) -> None:
    reminders.remind_everybody(job_id=job_id, period_id=period_id, user_id=user_id, authority_id=authority_id, at=timezone.now())


@shared_task(base=AuthorityTask, name="memberships.send_message_copies", stepwise=True, typing=False, bind=True)
def send_message_copies(self: Any, *, message_id: int, authority_id: int) -> None:
    messages.send_copies(message_id=message_id, authority_id=authority_id, last_try=self.request.retries >= self.max_retries)
