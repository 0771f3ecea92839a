"""Which authority the present work is for: the one place that says so.

Two layers of isolation are switched on together and only here (decision 0002): django-scopes refuses queries
with no authority and adds ``authority_id = X``; ``app.authority_id``, a transaction-local PostgreSQL setting,
is what the row-level security policies read. ``SET LOCAL`` alone is used: a session-level setting leaked
between authorities through pgbouncer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from typing import TypeVar

from django.db import connections, transaction
from django_scopes import get_scope, scope

SETTING = "app.authority_id"
Chunk = TypeVar("Chunk")
_actor: ContextVar[int | None] = ContextVar("actor", default=None)
#: Further transaction-local settings that policies of covered tables read (``core.isolation.operations.CoverTable``), each
#: with the value that sees every row of the authority. Empty, it sees none, and so each scope begins.
_covers: dict[str, str] = {}


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
        before = _tell_database(authority_id, using, dict.fromkeys(_covers, ""), asks=nested)
        yield authority_id
        if nested and not connection.needs_rollback:
            _tell_database(outer, using, before)


def _tell_database(
    authority_id: int | None, using: str, covers: Mapping[str, str], *, asks: bool = False
) -> dict[str, str]:
    """Answers with what the settings of covered tables said before, where that is asked for."""
    # SET LOCAL rather than set_config(): the form that Citus forwards to its workers. int() keeps the literal
    # safe. Both in one round trip: it is paid by every request.
    value = "" if authority_id is None else str(int(authority_id))
    statement = f"SET LOCAL {SETTING} = '{value}'"
    if authority_id is not None:
        statement += "; " + _history_statement(_actor.get())
    before = dict(covers)
    if asks and covers:  # the driver answers with the last statement's row
        statement += "; SELECT " + ", ".join(map(_current, covers))
        with connections[using].cursor() as cursor:
            cursor.execute(statement)
            before = dict(zip(covers, cursor.fetchone(), strict=True))
        if before == covers:
            return before
        statement = ""
    told_too = [f"SET LOCAL {setting} = '{value}'" for setting, value in covers.items()]
    with connections[using].cursor() as cursor:
        cursor.execute("; ".join(filter(None, [statement, *told_too])))
    return before


def _current(setting: str) -> str:
    return f"coalesce(current_setting('{setting}', true), '')"


def cover_with(setting: str, *, everything: str) -> None:
    """Name a setting that covers tables, once at the start; both are words of the code, never of a person."""
    _covers[setting] = everything


@contextmanager
def told(setting: str, value: str) -> Iterator[None]:
    """Give a setting of covered tables a value for a block, in a transaction."""
    with transaction.atomic():
        with connections["default"].cursor() as cursor:
            cursor.execute(f"SELECT {_current(setting)}")
            before = cursor.fetchone()[0]
            cursor.execute(f"SET LOCAL {setting} = '{value}'")
        yield
        if not connections["default"].needs_rollback:
            with connections["default"].cursor() as cursor:
                cursor.execute(f"SET LOCAL {setting} = '{before}'")


@contextmanager
def everything_in_sight() -> Iterator[None]:
    """The product's own work over all tables of the authority in scope, covered ones too: counts settled, an
    account given to another. Nothing that is read in it is shown to anybody.
    """
    with ExitStack() as stack:
        for setting, everything in _covers.items():
            stack.enter_context(told(setting, everything))
        yield


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
