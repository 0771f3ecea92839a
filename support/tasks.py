"""Messages to many, and emails about referrals and requests for support."""

from __future__ import annotations

from typing import Any

from celery import shared_task

from core.tasks import AuthorityTask
from support.services import messages, referrals, support


@shared_task(base=AuthorityTask, name="support.send_message_copies", stepwise=True, typing=False, bind=True)
def send_message_copies(self: Any, *, message_id: int, authority_id: int) -> None:
    messages.send_copies(message_id=message_id, authority_id=authority_id, last_try=self.request.retries >= self.max_retries)


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
