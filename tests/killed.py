"""A worker that is killed, without a process: the work breaks off before each of its writes in turn, is done
again from the beginning, and once more; each time the same must have happened as when nothing broke.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

WRITES = ("INSERT", "UPDATE", "DELETE", "WITH")


class Killed(BaseException):
    """No handler of the work's own catches it, as none catches a signal."""


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _writes(*, killed_at: int | None = None) -> Iterator[list[str]]:
    """The statements that write, and the death of whoever wants to run one of them."""
    found: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES):
            if len(found) == killed_at:
                raise Killed
            found.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


def same_after_each_kill(work: Callable[[], object], outcome: Callable[[], object]) -> int:
    """Assert it of ``work``; ``outcome`` is all that it should have done. Answers at how many places it was
    killed.
    """
    with _undone(), _writes() as writes:
        work()
        wanted, number = outcome(), len(writes)
    for place in range(number):
        with _undone():
            with _writes(killed_at=place), pytest.raises(Killed):
                work()
            work()
            work()
            assert outcome() == wanted, f"killed before write {place}, run again twice: {writes[place][:200]}"
    return number
