"""What a piece of work costs: processor time of Python and of its
PostgreSQL session, time on the clock, peak memory.

Processor time is what is compared: on a machine that has other things to do the clock says up to twice as
much.
"""

from __future__ import annotations

import os
import resource
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

Work = Callable[[], object]


class NotMeasured(Exception):
    """The work failed; what it said."""


@dataclass(frozen=True)
class Cost:
    """Seconds and megabytes."""

    python: float
    database: float
    clock: float
    memory: float
    by_clock: bool = False  # the system does not tell what its PostgreSQL session used

    @property
    def seconds(self) -> float:
        """What is compared."""
        return self.clock if self.by_clock else self.python + self.database

    def times(self, factor: float) -> Cost:
        """The cost of so many times the work, were it to grow evenly."""
        return Cost(
            self.python * factor, self.database * factor, self.clock * factor, self.memory, self.by_clock
        )


def session_seconds(pid: int) -> float | None:
    """Processor time that a PostgreSQL session has used; None where the system has no /proc."""
    folder = Path("/proc") / str(pid)
    try:
        return int((folder / "schedstat").read_text().split()[0]) / 1e9  # to the nanosecond
    except (OSError, ValueError, IndexError):
        pass
    try:
        fields = (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(work: Work, alias: str = "default", warm: Work | None = None) -> Cost:
    """Do the work here, on a connection that is open before it starts.

    ``warm`` loads what a process loads once.
    """
    from django.db import connections

    connections[alias].ensure_connection()
    if warm is not None:
        warm()
    pid = connections[alias].connection.info.backend_pid
    database, python, clock = session_seconds(pid), time.process_time(), time.perf_counter()
    work()
    python, clock = time.process_time() - python, time.perf_counter() - clock
    after = session_seconds(pid)
    known = database is not None and after is not None
    return Cost(
        python, (after or 0) - (database or 0) if known else 0.0, clock, peak_memory(), by_clock=not known
    )


def tree_seconds(process: psutil.Process) -> float:
    """Processor time that a process and its living children have used."""
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return sum(one.user + one.system for one in times)


def peak_memory() -> float:
    """Megabytes that this process has had at most."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1024 / (1024 if sys.platform == "darwin" else 1)


def in_child(work: Callable[[], Any]) -> Any:
    """The answer of work done in a process of its own, so that its memory is its own. Raises NotMeasured."""
    from django.db import connections

    connections.close_all()
    context = get_context("fork")
    answer, mine = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(mine, work))
    child.start()
    mine.close()
    try:
        kind, value = answer.recv()
    except EOFError:
        kind, value = "failed", "the process ended"
    child.join()
    if kind == "failed":
        raise NotMeasured(value)
    return value


def _answer(pipe: Connection, work: Callable[[], Any]) -> None:
    try:
        pipe.send(("done", work()))
    except BaseException as problem:
        traceback.print_exc()
        pipe.send(("failed", f"{type(problem).__name__}: {problem}".splitlines()[0][:200]))
