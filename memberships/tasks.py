"""Nightly comparisons by the timetable."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from memberships.services.counts import settle_counts
from memberships.services.permissions import check_permissions as check_derived_permissions
from memberships.services.standing import settle_standings


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


@shared_task(base=AuthorityTask, platform_wide=True, name="memberships.settle_standings_everywhere")
def settle_standings_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        settle_standings_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="memberships.settle_standings")
def settle_standings_here() -> None:
    settle_standings(on=timezone.localdate())
