"""The outbox with a real broker: what a transaction asked for is sent once that commits, once, and also after
the broker was away.
"""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from accounts.models import Authority
from config.local.processes import Child
from core.scoping import authority_scope
from documents.models import OutboxMessage
from documents.services import outbox
from leadership.models.cases import Sweep
from tests.workers.processes import QUEUE, Queue, until

MESSAGES = 30
pytestmark = pytest.mark.django_db(transaction=True)


def sent(queue: Queue, task: str) -> list[str]:
    """The ids of the messages of a task that wait in the queue."""
    headers = [json.loads(raw)["headers"] for raw in queue.client.lrange(QUEUE, 0, -1)]
    return [header["id"] for header in headers if header["task"] == task]


def slots(authority: Authority) -> list[str]:
    with authority_scope(authority):
        return sorted(Sweep.objects.values_list("slot", flat=True))


def all_done(authority: Authority, queue: Queue, wanted: list[str], *workers: Child) -> None:
    until("all was done", lambda: slots(authority) == sorted(wanted), *workers)
    until("the queue is empty", queue.is_empty, *workers)
    assert slots(authority) == sorted(wanted)


def relay_at_once() -> int:
    try:
        together.wait(10)
        return outbox.relay()
    finally:
        connection.close()


together = Barrier(2)


def test_two_relays_at_once_send_each_message_once(larkshire: Authority, queue: Queue) -> None:
    wanted = [f"slot-{number:02}" for number in range(MESSAGES)]
    with authority_scope(larkshire):
        for slot in wanted:
            outbox.enqueue("leadership.check_leaders", slot=slot)
    with authority_scope(larkshire):
        outbox.enqueue("leadership.check_leaders", slot="never")
        transaction.set_rollback(True)
    assert sent(queue, "leadership.check_leaders") == []
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(relay_at_once), pool.submit(relay_at_once)]
    assert sum(relay.result() for relay in done) == MESSAGES
    ids = sent(queue, "leadership.check_leaders")
    assert len(ids) == len(set(ids)) == MESSAGES
    assert not OutboxMessage.objects.filter(sent_at=None).exists()
    all_done(larkshire, queue, wanted, queue.worker())


def test_what_was_asked_for_while_the_broker_was_away_is_done_by_the_timetable(
    larkshire: Authority, queue: Queue
) -> None:
    """The change commits without a broker.

    Later the broker is back, beat's tick relays the message, and a worker does it once.
    """
    queue.server.stop()
    begun = time.monotonic()
    with authority_scope(larkshire):
        outbox.enqueue("leadership.check_leaders", slot="asked-without-a-broker")
    assert time.monotonic() - begun < 10, "whoever asked is not kept waiting for the broker"
    assert OutboxMessage.objects.get().sent_at is None, "the change was kept, and nothing was sent"
    queue.server.start()
    queue.use()
    worker = queue.worker(processes=1)
    beat = queue.start("beat", "beat")
    all_done(larkshire, queue, ["asked-without-a-broker"], worker, beat)
    assert OutboxMessage.objects.get().sent_at is not None
