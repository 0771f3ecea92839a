"""A worker's hold on the messages it works on, renewed as long as it lives.

Redis knows no consumers. A message that was taken and not acknowledged goes back into the queue when nobody
has touched it for ``visibility_timeout``: with a timeout above the longest task, what a killed worker held
would wait for hours. So the worker touches its own messages every few seconds, whatever their tasks last, and
the timeout can be seconds.
"""

from __future__ import annotations

import logging
import time
from typing import Any

from celery import Celery, bootsteps

log = logging.getLogger(__name__)
RENEWALS = 4  # in the time after which a worker is taken for dead: three may fail


class RenewLeases(bootsteps.StartStopStep):
    """A step of the worker's consumer: it starts again whenever the connection to the broker was lost."""

    requires = ("celery.worker.consumer.tasks:Tasks",)
    timer: Any = None

    def start(self, parent: Any) -> None:
        lost_after = parent.app.conf.broker_transport_options["visibility_timeout"]
        self.timer = parent.timer.call_repeatedly(lost_after / RENEWALS, renew, (parent,))

    def stop(self, parent: Any) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None

    terminate = shutdown = stop


def renew(consumer: Any) -> None:
    """Say that the messages of this worker are in good hands: those
    under way and those that wait for their time.
    """
    channel = consumer.task_consumer.channel
    qos = channel.qos
    if not hasattr(qos, "unacked_index_key"):
        return  # another kind of broker knows its consumers
    held = dict.fromkeys(list(qos._delivered), time.time())
    if not held:
        return
    try:
        with channel.conn_or_acquire() as client:
            client.zadd(qos.unacked_index_key, held, xx=True)  # those just acknowledged stay forgotten
    except channel.connection_errors:
        log.warning("the broker did not answer; messages may be delivered a second time")


def connect(app: Celery) -> None:
    """Called once by ``config.celery``."""
    app.steps["consumer"].add(RenewLeases)
