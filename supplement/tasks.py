"""Long work of the supplement."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from supplement.services import claim_news, simulation


@shared_task(base=AuthorityTask, name="supplement.simulate", stepwise=True, typing=False)
def simulate(*, job_id: int, scheme_id: int, authority_id: int) -> None:
    simulation.simulate(job_id=job_id, scheme_id=scheme_id, authority_id=authority_id)


@shared_task(base=AuthorityTask, platform_wide=True, name="supplement.tell_of_claims_everywhere")
def tell_of_claims_everywhere() -> None:
    """One message an authority. Twice on one day tells nobody twice: the outbox remembers what was asked for."""
    for authority_id in active_authority_ids():
        tell_of_claims.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="supplement.tell_of_claims")
def tell_of_claims() -> None:
    claim_news.tell_of_claims(at=timezone.now())
