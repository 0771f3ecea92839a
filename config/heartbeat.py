"""The worker's and beat's sign of life, for health checks that cost nothing.

A worker that is connected to its broker touches a file every few seconds, and beat touches one when it sends
a task. ``python -m config.heartbeat SECONDS`` succeeds when the file is younger than that; it reads no
settings.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from celery import signals

FILE = Path(os.environ.get("HEARTBEAT_FILE") or Path(tempfile.gettempdir()) / "eyc-heartbeat")


def beat(**kwargs: object) -> None:
    """Receives Celery's signals, whose arguments do not matter here."""
    FILE.touch()


def connect() -> None:
    """Called once by ``config.celery``; without HEARTBEAT_FILE nobody looks, and nothing is touched."""
    if "HEARTBEAT_FILE" in os.environ:
        signals.worker_ready.connect(beat)
        signals.heartbeat_sent.connect(beat)
        signals.beat_init.connect(follow_beat)


def follow_beat(**kwargs: object) -> None:
    """In beat alone: what it sends shows that it lives.

    A worker sends tasks too, even when it receives none.
    """
    beat()
    signals.before_task_publish.connect(beat)


def is_young(seconds: float) -> bool:
    return FILE.exists() and time.time() - FILE.stat().st_mtime < seconds


if __name__ == "__main__":
    sys.exit(not is_young(float(sys.argv[1])))
