"""Savepoints are said to PostgreSQL together with the next statement, not in a round trip of their own.

A request begins and ends some savepoints and tells the database twice whose work it is: two thirds of what
it says, of which nothing is answered. What is begun and ended with nothing between is never said. Only
statements without an answer wait, and only on a connection that no other one waits for: locks are given back
later too. The log of queries shows each statement in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

from core.postgres.base import DatabaseWrapper
from core.postgres.plans import Planned, PlanningConnection, PlanningCursor
from core.scoping import SETTING

SAVEPOINT = re.compile(r'(SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT) ("\w+")')
SCOPE = re.compile(
    rf"SET LOCAL {re.escape(SETTING)} = '\d*'(; SET LOCAL pghistory\.context_metadata = '[^'%;]*')?"
)


def can_wait(statement: object) -> bool:
    return (
        isinstance(statement, str)
        and not isinstance(statement, Planned)
        and bool(SAVEPOINT.fullmatch(statement) or SCOPE.fullmatch(statement))
    )


def joined_by(waiting: Sequence[str], statement: str) -> list[str]:
    """What waits once this statement does, without what nothing was said in."""
    kept = list(waiting)
    match = SAVEPOINT.fullmatch(statement)
    begun = f"SAVEPOINT {match[2]}" if match else ""
    if match is None or match[1] == "SAVEPOINT" or begun not in kept:
        return [*kept, statement]
    place = kept.index(begun)
    if match[1] == "ROLLBACK TO SAVEPOINT":
        return kept[: place + 1]
    return kept[:place] + kept[place + 1 :]


class WaitingCursor(PlanningCursor):
    """Keeps what can wait on its connection, and says it before the next statement of any cursor."""

    _said: str | None = None
    _before: int = 0

    def execute(self, sql: Any, values: Any = None) -> None:
        self._said, self._before = None, 0
        waiting = self.connection.waiting
        if self.name is None and not values and can_wait(sql):
            self._said = sql
            waiting[:] = joined_by(waiting, sql)
            return None
        if self.name is not None or isinstance(sql, Planned) or not isinstance(sql, str):
            self.connection.say_what_waits()
        elif waiting:
            before = "; ".join(waiting) + "; "
            waiting.clear()
            self._before, sql = len(before.encode()), before + sql
        return super().execute(sql, values)

    @property
    def query(self) -> bytes | None:
        """The statement alone, for logs and tests that read SQL."""
        if self._said is not None:
            return self._said.encode()
        query = super().query
        return query[self._before :] if query else query

    def executemany(self, *arguments: Any) -> None:
        self.connection.say_what_waits()
        super().executemany(*arguments)

    def copy_expert(self, *arguments: Any, **named: Any) -> None:
        self.connection.say_what_waits()
        super().copy_expert(*arguments, **named)


class WaitingConnection(PlanningConnection):
    """Of the tests: with ``savepoints_wait`` its cursors keep what can wait."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting: list[str] = []

    def say_what_waits(self) -> None:
        if self.waiting:
            text = "; ".join(self.waiting)
            self.waiting.clear()
            with self.cursor(cursor_factory=PlanningCursor) as plain:
                plain.execute(text)

    def commit(self) -> None:
        self.say_what_waits()
        super().commit()

    def rollback(self) -> None:
        self.waiting.clear()
        super().rollback()


def connect_so_that_savepoints_may_wait() -> None:
    """New connections of this process are of the kind that can."""
    parameters = DatabaseWrapper.get_connection_params

    def get_connection_params(wrapper: DatabaseWrapper) -> dict[str, Any]:
        return {**parameters(wrapper), "connection_factory": WaitingConnection}

    DatabaseWrapper.get_connection_params = get_connection_params  # type: ignore[method-assign]


@contextmanager
def savepoints_wait() -> Iterator[None]:
    """On the connection of the tests, inside a transaction that is rolled back."""
    connection.ensure_connection()
    driver: Any = connection.connection
    outer, driver.cursor_factory = driver.cursor_factory, WaitingCursor
    try:
        yield
    finally:
        if not driver.closed:
            driver.say_what_waits()
        driver.cursor_factory = outer
