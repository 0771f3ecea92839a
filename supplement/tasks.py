"""Long work of the supplement, and what the night does about payees."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from supplement.services import payee_links, payees, simulation


@shared_task(base=AuthorityTask, name="supplement.simulate", stepwise=True, typing=False)
def simulate(*, job_id: int, scheme_id: int, authority_id: int) -> None:
    simulation.simulate(job_id=job_id, scheme_id=scheme_id, authority_id=authority_id)


@shared_task(base=AuthorityTask, platform_wide=True, name="supplement.settle_payees_everywhere")
def settle_payees_everywhere() -> None:
    """One message an authority. Twice on a day ends and reminds once."""
    for authority_id in active_authority_ids():
        settle_payees_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="supplement.settle_payees")
def settle_payees_here() -> None:
    at = timezone.now()
    payees.settle_payees(at=at)
    payee_links.remind_by_itself(at=at)
