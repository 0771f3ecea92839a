"""Long work of the supplement, and what it does by itself every night."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from supplement.services import (
    checking,
    choosing,
    claim_news,
    corrections,
    payee_links,
    payees,
    run_again,
    run_calculation,
    simulation,
)


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
    at = timezone.now()
    claim_news.tell_of_claims(at=at)
    choosing.ask_to_choose(at=at)


@shared_task(base=AuthorityTask, name="supplement.calculate_run", stepwise=True, typing=False)
def calculate_run(*, job_id: int, run_id: int, authority_id: int) -> None:
    run_calculation.calculate_claims(job_id=job_id, run_id=run_id, authority_id=authority_id)


@shared_task(base=AuthorityTask, name="supplement.calculate_again", stepwise=True, typing=False)
def calculate_again(*, job_id: int, run_id: int, authority_id: int) -> None:
    run_again.calculate_again(job_id=job_id, run_id=run_id, authority_id=authority_id)


@shared_task(base=AuthorityTask, platform_wide=True, name="supplement.go_on_everywhere")
def go_on_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        go_on.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="supplement.go_on")
def go_on() -> None:
    """Calculations of runs whose message was lost."""
    run_calculation.go_on(at=timezone.now())


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


@shared_task(base=AuthorityTask, platform_wide=True, name="supplement.check_money_everywhere")
def check_money_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        check_money.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="supplement.check_money")
def check_money() -> None:
    """Whether every payment, file, fund and run adds up; and staff numbers that were corrected since."""
    checking.check_money(at=timezone.now())
    corrections.propose_corrections(at=timezone.now())
