"""The worker's sign of life."""

import time

from celery import shared_task
from django.core.cache import cache

from core.tasks import AuthorityTask
from portal.views.health import WORKER_SIGN


@shared_task(base=AuthorityTask, platform_wide=True, name="portal.worker_is_alive", expires=60)
def worker_is_alive() -> None:
    cache.set(WORKER_SIGN, time.time(), timeout=None)
