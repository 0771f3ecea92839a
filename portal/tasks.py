"""The weekly and the daily email, roles that end soon, and the worker's sign of life."""

import time

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from accounts.selectors import active_authority_ids
from core.tasks import HEADER, AuthorityTask
from portal.services.digest import send_day, send_digests
from portal.services.endings import tell_of_endings
from portal.views.health import WORKER_SIGN


@shared_task(base=AuthorityTask, platform_wide=True, name="portal.send_digests_everywhere")
def send_digests_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        send_digests_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="portal.send_digests")
def send_digests_here() -> None:
    send_digests(on=timezone.localdate())


@shared_task(base=AuthorityTask, platform_wide=True, name="portal.send_day_everywhere")
def send_day_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        send_day_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="portal.send_day")
def send_day_here() -> None:
    send_day(on=timezone.localdate())


@shared_task(base=AuthorityTask, platform_wide=True, name="portal.tell_of_endings_everywhere")
def tell_of_endings_everywhere() -> None:
    """One message an authority."""
    for authority_id in active_authority_ids():
        tell_of_endings_here.apply_async(headers={HEADER: authority_id})


@shared_task(base=AuthorityTask, name="portal.tell_of_endings")
def tell_of_endings_here() -> None:
    tell_of_endings(on=timezone.localdate())


@shared_task(base=AuthorityTask, platform_wide=True, name="portal.worker_is_alive", expires=60)
def worker_is_alive() -> None:
    cache.set(WORKER_SIGN, time.time(), timeout=None)
