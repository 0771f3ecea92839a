"""Places for children: on one machine no more than so many read files at once, whichever process asks.

A place is a lock on a file, held by whoever asked and by the child. The system frees it when both are gone,
however they end: no count that a killed process leaves behind.
"""

from __future__ import annotations

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

#: Seconds between two looks for a free place.
PAUSE: Final = 0.05


class NoPlace(Exception):
    """Every place is taken."""


@contextmanager
def place(*, number: int, folder: Path, patience: float) -> Iterator[int]:
    """The descriptor of one of ``number`` places, to be handed to the child.

    Waits for ``patience`` seconds. Raises NoPlace.
    """
    _make(folder)
    ends_at = time.monotonic() + patience
    while (descriptor := _free_place(number, folder)) is None:
        if time.monotonic() >= ends_at:
            raise NoPlace
        time.sleep(PAUSE)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _free_place(number: int, folder: Path) -> int | None:
    for which in range(number):
        # For reading only: nobody can fill the file.
        descriptor = os.open(folder / str(which), os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        else:
            return descriptor
    return None


def _make(folder: Path) -> None:
    """The folder, of this account alone: in a folder for all, another account could hold every place."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    facts = folder.lstat()
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.getuid() or facts.st_mode & 0o022:
        raise PermissionError(f"{folder} is not this account's alone")
