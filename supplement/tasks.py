"""Long work of the supplement."""

from __future__ import annotations

from celery import shared_task

from core.tasks import AuthorityTask
from supplement.services import simulation


@shared_task(base=AuthorityTask, name="supplement.simulate", stepwise=True, typing=False)
def simulate(*, job_id: int, scheme_id: int, authority_id: int) -> None:
    simulation.simulate(job_id=job_id, scheme_id=scheme_id, authority_id=authority_id)
