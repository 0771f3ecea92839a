"""Readers that pass a limit each, for ``test_limits``; only a limited child imports this."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from decimal import Decimal
from typing import Any, BinaryIO


class Declined(Exception):
    """A refusal of a reader."""


class Unknown:
    """A class that no reader may say."""


def count(file: BinaryIO, *, times: int = 1) -> int:
    return len(file.read()) * times


def decline(file: BinaryIO) -> None:
    raise Declined(file.read().decode())


def stumble(file: BinaryIO) -> None:
    raise KeyError(file.read().decode())


def fill_memory(file: BinaryIO) -> int:
    return len([bytearray(1 << 20) for _ in range(100_000)])


def fill_memory_natively(file: BinaryIO) -> None:
    os.abort()


def spin(file: BinaryIO) -> None:
    while True:
        pass


def sleep(file: BinaryIO) -> None:
    time.sleep(60)


def say_much(file: BinaryIO) -> bytes:
    return bytes(8 << 20)


def write_much(file: BinaryIO, *, target: BinaryIO) -> None:
    for _ in range(8):
        target.write(bytes(1 << 20))


def copy(file: BinaryIO, *, target: BinaryIO) -> int:
    return target.write(file.read())


def crash(file: BinaryIO) -> None:
    ctypes.string_at(0)


def be_stopped(file: BinaryIO) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def fork(file: BinaryIO) -> str:
    try:
        os.fork()
    except OSError:
        return "refused"
    return "forked"


def environment(file: BinaryIO) -> dict[str, Any]:
    return {
        "variables": sorted(set(os.environ) - {"LC_CTYPE"}),
        "files": len(os.listdir("/proc/self/fd")),
        "cost": Decimal(1),
    }


def say_what_is_unknown(file: BinaryIO) -> Unknown:
    return Unknown()
