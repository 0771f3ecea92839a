"""A real Valkey and real workers on the test database, as the application's role. Tests kill them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import current_app

from config.local.valkey import PrivateValkey
from tests.workers.processes import Queue, send_to


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateValkey]:
    server = PrivateValkey(tmp_path_factory.mktemp("workers") / "valkey")
    yield server
    server.remove()


@pytest.fixture
def queue(valkey: PrivateValkey, transactional_db: None, tmp_path: Path) -> Iterator[Queue]:
    """An empty broker, to which this process sends; the workers that
    were started are gone before the tables are emptied.
    """
    valkey.start()
    made = Queue(valkey, tmp_path)
    made.client.flushall()
    before = current_app.conf.broker_url
    current_app.conf.task_always_eager = False
    made.use()
    yield made
    for child in made.children:
        made.kill_whole(child)  # nothing is under way any more, and an orderly stop takes seconds
    current_app.conf.task_always_eager = True
    send_to(before)
