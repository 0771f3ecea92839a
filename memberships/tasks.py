"""Nightly comparisons by the timetable, and emails about joining, leaving, attendance, concerns."""

from __future__ import annotations

from datetime import date

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from memberships.services import letters
from memberships.services.conduct import send_something_to_read
from memberships.services.counts import settle_counts
from memberships.services.permissions import check_permissions as check_derived_permissions
from memberships.services.staff_told import send_staff_told
from memberships.services.standing import send_at_risk, settle_standings


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.check_permissions_everywhere")
def check_permissions_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        check_permissions.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.check_permissions")
def check_permissions() -> None:
    check_derived_permissions()


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.settle_counts_everywhere")
def settle_counts_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        settle_counts_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.settle_counts")
def settle_counts_here() -> None:
    settle_counts()


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
