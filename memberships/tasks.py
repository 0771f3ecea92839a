"""Nightly comparisons by the timetable."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from memberships.services.counts import settle_counts
from memberships.services.rights import check_rights as check_derived_rights
from memberships.services.standing import settle_standings


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.check_rights_everywhere")
def check_rights_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        check_rights.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.check_rights")
def check_rights() -> None:
    check_derived_rights()


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.settle_counts_everywhere")
def settle_counts_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        settle_counts_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.settle_counts")
def settle_counts_here() -> None:
    settle_counts()


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.settle_standings_everywhere")
def settle_standings_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        settle_standings_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.settle_standings")
def settle_standings_here() -> None:
    settle_standings(on=timezone.localdate())
