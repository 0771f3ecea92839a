"""Asking for a task at once, without waiting for a broker that is away.

What must not be lost waits in the outbox (``documents.services.outbox``) and is sent by the timetable's
relay; this is the word that makes it quick.
"""

from __future__ import annotations

from contextlib import suppress

from celery import current_app
from kombu.exceptions import KombuError
from kombu.pools import connections, producers
from redis.exceptions import RedisError

from core.cache import Breaker
from core.tasks import task_named

#: Seconds that a page waits for a broker that does not answer, once in a while
#: (``core.cache.PAUSE_SECONDS``).
PATIENCE_SECONDS = 0.25
OPTIONS = {
    "socket_timeout": PATIENCE_SECONDS,
    "socket_connect_timeout": PATIENCE_SECONDS,
    "retry_on_timeout": False,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
}
broker_breaker = Breaker("broker")


def ask_now(name: str) -> bool:
    """Ask for a task without arguments. Returns whether the broker has it; never raises for a broker that is
    away.
    """
    if broker_breaker.is_open:
        return False
    task = task_named(name)
    if current_app.conf.task_always_eager:
        task.apply_async()
        return True
    broker = current_app.connection_for_write(transport_options=OPTIONS)
    try:
        with producers[broker].acquire(block=True, timeout=PATIENCE_SECONDS) as producer:
            task.apply_async(producer=producer, retry=False)
    except (KombuError, RedisError, OSError) as error:
        broker_breaker.fail(error)
        for pools in (producers, connections):
            with suppress(KeyError):
                pools[broker].force_close_all()
                del pools[broker]
        return False
    return True
