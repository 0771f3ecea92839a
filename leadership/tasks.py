"""The check of leaders, and the letters about cases and about support, in the background."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from leadership import services
from leadership.services import referrals, support
from leadership.services.cases import send_new_task


@shared_task(base=AuthorityTask, platform_wide=True, name="leadership.check_leaders_everywhere")
def check_leaders_everywhere() -> None:
    """One message an authority, keyed by the day: two ticks on one day check once."""
    slot = f"night-{timezone.localdate():%Y-%m-%d}"
    for authority_id in active_authority_ids():
        check_leaders.apply_async(kwargs={"slot": slot}, headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="leadership.check_leaders")
def check_leaders(*, slot: str) -> None:
    services.review_leaders(slot=slot, on=timezone.localdate(), at=timezone.now())


@shared_task(base=AuthorityTask, name="leadership.tell_officer")
def tell_officer(*, case_id: int, user_id: int, assigned_at: str) -> None:
    send_new_task(case_id=case_id, user_id=user_id, reference=f"task-{case_id}-{assigned_at}")


@shared_task(base=AuthorityTask, name="support.tell_manager_of_referral")
def tell_manager_of_referral(*, referral_id: int, user_id: int) -> None:
    referrals.send_to_manager(referral_id=referral_id, user_id=user_id)


@shared_task(base=AuthorityTask, name="support.tell_leader_of_referrals")
def tell_leader_of_referrals(*, collaboration_id: int, user_id: int, by_id: int, referred_at: str) -> None:
    referrals.send_to_leader(collaboration_id=collaboration_id, user_id=user_id, by_id=by_id, referred_at=referred_at)


@shared_task(base=AuthorityTask, name="support.tell_team_of_request")
def tell_team_of_request(*, request_id: int) -> None:
    support.send_request_to_team(request_id=request_id)


@shared_task(base=AuthorityTask, name="support.tell_officer_of_request")
def tell_officer_of_request(*, request_id: int, user_id: int, state: str) -> None:
    support.send_request_to_officer(request_id=request_id, user_id=user_id, state=state)


@shared_task(base=AuthorityTask, name="support.tell_group_of_answer")
def tell_group_of_answer(*, request_id: int, user_id: int, state: str) -> None:
    support.send_answer_to_group(request_id=request_id, user_id=user_id, state=state)
