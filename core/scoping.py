"""Which authority the present work is for: the one place that says so.

Two layers of isolation are switched on together and only here (decision 0002): django-scopes refuses queries
with no authority and adds ``authority_id = X``; ``app.authority_id``, a transaction-local PostgreSQL setting,
is what the row-level security policies read. ``SET LOCAL`` alone is used: a session-level setting leaked
between authorities through pgbouncer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from django.db import connections, transaction
from django_scopes import get_scope, scope

SETTING = "app.authority_id"
Chunk = TypeVar("Chunk")
_actor: ContextVar[int | None] = ContextVar("actor", default=None)


class NoAuthorityInScope(RuntimeError):
    """Something an authority owns was touched with no authority in scope, or with another one."""


def current_authority_id() -> int:
    """The authority in scope. Raises NoAuthorityInScope when there is none."""
    authority_id = authority_id_or_none()
    if authority_id is None:
        raise NoAuthorityInScope("no authority in scope")
    return authority_id


def authority_id_or_none() -> int | None:
    return get_scope().get("authority")


@contextmanager
def authority_scope(authority: object, *, using: str = "default") -> Iterator[int]:
    """Run a block for one authority (a model instance or its id), in a transaction.

    ``SET LOCAL`` lives to the end of the outermost transaction: releasing a savepoint keeps it, rolling one
    back undoes it. So the old value is written back by hand on a clean exit and by the rollback on an unclean
    one. Raises NoAuthorityInScope when a different authority is already in scope: one piece of work serves
    one authority.
    """
    authority_id = int(getattr(authority, "pk", authority))  # type: ignore[call-overload]
    outer = authority_id_or_none()
    if outer not in (None, authority_id):
        raise NoAuthorityInScope(f"working for authority {outer}, refusing to switch to {authority_id}")
    connection = connections[using]
    nested = connection.in_atomic_block
    with transaction.atomic(using=using), scope(authority=authority_id):
        _tell_database(authority_id, using)
        yield authority_id
        if nested and not connection.needs_rollback:
            _tell_database(outer, using)


def _tell_database(authority_id: int | None, using: str) -> None:
    # SET LOCAL rather than set_config(): the form that Citus forwards to its workers. int() keeps the literal
    # safe. Both in one round trip: it is paid by every request.
    value = "" if authority_id is None else str(int(authority_id))
    statement = f"SET LOCAL {SETTING} = '{value}'"
    if authority_id is not None:
        statement += "; " + _history_statement(_actor.get())
    with connections[using].cursor() as cursor:
        cursor.execute(statement)


def _history_statement(user_id: int | None) -> str:
    # pghistory's triggers copy this into each history row, raw SQL and COPY included; once a transaction is
    # enough. SET LOCAL takes no parameters: int() leaves a number or null between the literal's quotes.
    metadata = json.dumps({"user": None if user_id is None else int(user_id)})
    return f"SET LOCAL pghistory.context_metadata = '{metadata}'"


@contextmanager
def acting_as(user_id: int | None, *, using: str = "default") -> Iterator[None]:
    """Name the person whose work this is, for the row history written by triggers."""
    token = _actor.set(user_id)
    try:
        if authority_id_or_none() is not None:
            with connections[using].cursor() as cursor:
                cursor.execute(_history_statement(user_id))
        yield
    finally:
        _actor.reset(token)
