"""A PostgreSQL for test sessions: one server for the checkout, a
seat with a database of its own for each session.

Sessions may run at once (two terminals, an editor). Each holds the lock of its seat while it lives; the
kernel lets go of it even when the session is killed. The session that leaves last stops the server.
"""

import atexit
import fcntl
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from config.local import CannotStart
from config.local.postgres import FLEETING, PrivatePostgres

SEATS = 32


@dataclass(frozen=True)
class Seat:
    """A session's place on the server: the owner's address, and the name for its test database."""

    owner_url: str
    database: str


def take_seat(folder: Path) -> Seat:
    """Start the server if need be, and keep a seat until this process ends."""
    server = PrivatePostgres(folder, FLEETING)
    seats = folder.parent / f"{folder.name}-seats"
    seats.mkdir(parents=True, exist_ok=True)
    number, lock = _first_free(seats)
    server.start()
    starter = os.getpid()
    atexit.register(lambda: _leave(server, seats, lock) if os.getpid() == starter else None)
    return Seat(server.url("eyc_owner"), "test_eyc" if number == 0 else f"test_eyc_{number}")


def _first_free(seats: Path) -> tuple[int, IO[str]]:
    with _lock(seats):
        for number in range(SEATS):
            if lock := _held(seats / str(number)):
                return number, lock
    raise CannotStart(f"{SEATS} test sessions run on this checkout at once; wait for one to end.")


def _leave(server: PrivatePostgres, seats: Path, lock: IO[str]) -> None:
    """Give the seat back; stop the server when no other seat is taken."""
    with _lock(seats):
        lock.close()
        for number in range(SEATS):
            if not (seats / str(number)).exists():
                continue
            free = _held(seats / str(number))
            if free is None:
                return
            free.close()
        server.stop()


def _lock(seats: Path) -> IO[str]:
    """Nobody else takes or leaves a seat while this file is open."""
    lock = (seats / "lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def _held(path: Path) -> IO[str] | None:
    """The open file with its lock, or ``None`` when another process holds it."""
    file = path.open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file
