"""A real broker and real workers on the test database, and ways
to stop them at a point that the test knows.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psutil
import redis
from celery import current_app
from django.conf import settings
from django.db import connection, connections
from kombu import pools

from config.local.bytecode import PREFIX
from config.local.processes import Child
from config.local.valkey import PrivateValkey

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0  # seconds, on a machine that has other things to do
QUEUE = "celery"


def until(what: str, is_so: Callable[[], Any], *children: Child) -> Any:
    """Wait until something is so; its answer."""
    deadline = time.monotonic() + PATIENCE
    while not (answer := is_so()):
        logs = "\n".join(f"--- {child.name}\n{child.end_of_log()}" for child in children)
        assert time.monotonic() < deadline, f"{what}: not within {PATIENCE:.0f} seconds\n{logs}"
        time.sleep(0.05)
    return answer


def database_url() -> str:
    """The address of the test database, as the application's role:
    what web and workers are given in production.
    """
    facts = connection.settings_dict
    user = quote(facts["USER"], safe="") + (
        f":{quote(facts['PASSWORD'], safe='')}" if facts["PASSWORD"] else ""
    )
    place = {"host": facts["HOST"], "port": facts["PORT"]}
    query = {
        **{name: value for name, value in place.items() if value},
        **facts["OPTIONS"],
        "assume_role": "eyc_app",
    }
    return f"postgresql://{user}@/{quote(facts['NAME'], safe='')}?{urlencode(query)}"


def send_to(url: str | None) -> None:
    """Have what this process sends go to a broker; connections to another one are forgotten."""
    app: Any = current_app
    app.conf.broker_url = url
    pools.reset()
    app._pool = app.amqp._producer_pool = None


class Queue:
    """The broker as seen by this process and by the workers it starts."""

    def __init__(self, server: PrivateValkey, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.children: list[Child] = []

    def use(self) -> None:
        """Have what this process sends go to the server, at the address that it has now."""
        send_to(self.server.url())

    @property
    def client(self) -> redis.Redis:
        return redis.Redis.from_url(self.server.url())

    def waiting(self) -> int:
        """Messages that no worker has taken."""
        return int(self.client.llen(QUEUE))

    def taken(self) -> int:
        """Messages that a worker has taken and not acknowledged."""
        return int(self.client.hlen("unacked"))

    def touched(self) -> float:
        """When a worker last said that it still has the message that was touched longest ago."""
        scores: Any = self.client.zrange("unacked_index", 0, -1, withscores=True)
        return float(min(when for _, when in scores))

    def is_empty(self) -> bool:
        return self.waiting() == self.taken() == 0

    def start(self, name: str, *arguments: str) -> Child:
        """A process of Celery's in the environment of production, ready when this returns."""
        heart = self.folder / f"{name}-heartbeat"
        child = Child(
            name,
            [sys.executable, "-m", "celery", "--app=config.celery", *arguments, "--loglevel=INFO"],
            self.folder / f"{name}.log",
            {
                **{
                    key: os.environ[key]
                    for key in ("PATH", "HOME", "LANG", "LC_ALL", PREFIX)
                    if key in os.environ
                },
                "PYTHONPATH": str(ROOT),
                "PYTHONWARNINGS": "ignore",
                "SECRET_KEY": settings.SECRET_KEY,
                "SECOND_FACTOR_KEYS": "factors-of-the-tests",
                "LINK_KEYS": "links-of-the-tests",
                "NEEDS_KEYS": "needs-of-the-tests",
                "DATABASE_URL": database_url(),
                "REDIS_URL": self.server.url(),
                "FILES_ROOT": str(settings.FILES_ROOT),
                "MAIL_ROOT": str(self.folder / "mail"),
                "EMAIL_BACKEND": "core.mail.MaildirBackend",
                "HEARTBEAT_FILE": str(heart),
                "TASK_LEASE_SECONDS": "6",  # half of production's: what a killed worker held is waited for
                "CELERY_BEAT_FILE": str(self.folder / "beat-schedule"),
            },
        )
        self.children.append(child)
        child.start()
        until(f"{name} is ready", lambda: heart.exists() or child.ended(), child)
        assert not child.ended(), child.end_of_log()
        return child

    def worker(self, *, processes: int = 2) -> Child:
        name = f"worker-{len(self.children)}"
        return self.start(
            name,
            "worker",
            f"--hostname={name}@here",
            f"--concurrency={processes}",
            "--without-mingle",
            "--without-gossip",
        )

    def kill_whole(self, worker: Child) -> None:
        """As a machine that loses its power: the worker and its processes, with no word to anybody."""
        assert worker.process is not None
        with suppress(ProcessLookupError):  # it was killed before
            os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.wait()

    def kill_process_of(self, task: str, worker: Child) -> None:
        """Kill the one process of a worker that runs a task."""
        victim = until(f"{task} runs", lambda: self.pids_of(task, worker), worker)[0]
        psutil.Process(victim).kill()

    def pids_of(self, task: str, worker: Child) -> list[int]:
        """The processes of a worker that run a task now."""
        here = f"{worker.name}@here"
        active = (current_app.control.inspect(destination=[here], timeout=5).active() or {}).get(here, [])
        return [found["worker_pid"] for found in active if found["name"] == task]


@contextmanager
def held(table: str) -> Iterator[None]:
    """Nobody writes to a table meanwhile.

    A task that comes to it waits there, with all it wrote before not yet certain.
    """
    holder = connections.create_connection("default")
    try:
        with holder.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        yield
        with holder.cursor() as cursor:
            cursor.execute("ROLLBACK")
    finally:
        holder.close()


def waits_for(table: str) -> int:
    """How many sessions of the database wait for a table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = %s::regclass", [table])
        return int(cursor.fetchone()[0])
