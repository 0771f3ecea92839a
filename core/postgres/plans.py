"""Statements that PostgreSQL plans once for a connection, and then runs with other values (decision 0062).

To read a long statement and plan it takes PostgreSQL five times as long as to run it. ``PREPARE`` keeps the
plan on the server for as long as the connection lives. A plan is no answer: each running reads anew, under
the row-level security of the moment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import count
from typing import Any

from psycopg2.extensions import AsIs, connection, cursor

_PLACE = re.compile(r"%%|%s")
_NAMED = re.compile(r"%\((\w+)\)s")
_numbers = count(1)
#: What a value is declared as; of others, also of text, PostgreSQL looks for itself what they are compared with.
TYPES: Mapping[type, str] = {date: "date", datetime: "timestamptz", int: "bigint", list: "bigint[]"}
UNKNOWN = "unknown"
NONE, ONE, TYPE_OF_ONE = "none", "one", "bigint"
#: How the place of a list stands in a statement, with the number of its value.
FORMS: Mapping[str, str] = {NONE: "'{{}}'::bigint[]", ONE: "ARRAY[${}]"}


class Planned(str):
    """SQL as psycopg2 takes it, which a connection that keeps plans is asked to plan once.

    ``names``: for each ``%s`` what is told at each running, by name; "" is a constant of the statement. What
    has one name has one value. Lists hold ids, and stand after ``= ANY``.
    """

    names: tuple[str, ...]
    number: int

    @classmethod
    def of(cls, sql: str, names: Sequence[str]) -> Planned:
        planned = cls(sql)
        planned.names, planned.number = tuple(names), next(_numbers)
        if len(planned.names) != sum(found == "%s" for found in _PLACE.findall(sql)):
            raise ValueError(f"{len(planned.names)} names are not as many as the places of: {sql}")
        return planned

    @classmethod
    def named(cls, sql: str) -> Planned:
        """Of a statement whose places are written ``%(name)s``."""
        return cls.of(_NAMED.sub("%s", sql), _NAMED.findall(sql))

    def values(self, told: Mapping[str, Any]) -> list[Any]:
        """What to execute it with; it has no constants."""
        return [told[name] for name in self.names]


class PlanningConnection(connection):
    """Knows what it has planned. Behind a pooler that shares its connections it plans nothing: there the next
    statement may meet another session, which knows no plan of this one.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: Number of the statement and types of its values -> name on the server.
        self.plans: dict[tuple[Any, ...], str] = {}
        self._keeps_plans: bool | None = None

    @property
    def keeps_plans(self) -> bool:
        """Asked of the server once: a pooler tells a client another process than the one that answers."""
        if self._keeps_plans is None:
            with self.cursor(cursor_factory=cursor) as plain:
                plain.execute("SELECT pg_backend_pid()")
                self._keeps_plans = plain.fetchone() == (self.info.backend_pid,)
        return self._keeps_plans


class PlanningCursor(cursor):
    """Runs a ``Planned`` statement by its plan, and any other as psycopg2 does."""

    _asked: tuple[str, Any] | None = None

    def execute(self, sql: Any, values: Any = None) -> None:
        self._asked = None
        if not isinstance(sql, Planned) or not self.connection.keeps_plans:
            return super().execute(sql, values)
        values = values or ()
        self._asked = (sql, values)
        told = {name: value for name, value in zip(sql.names, values, strict=True) if name}
        kinds = [_kind(value) for value in told.values()]
        plans, key = self.connection.plans, (sql.number, *kinds)
        if key not in plans:
            name = f"plan_{len(plans) + 1}"
            self._plan(name, sql, values, dict(zip(told, kinds, strict=True)))
            plans[key] = name
        pairs = zip(kinds, told.values(), strict=True)
        sent = [value[0] if kind == ONE else value for kind, value in pairs if kind != NONE]
        places = f" ({', '.join(['%s'] * len(sent))})" if sent else ""
        return super().execute(f"EXECUTE {plans[key]}{places}", sent)

    def _plan(self, name: str, sql: Planned, values: Any, kinds: Mapping[str, str]) -> None:
        """Constants stand in the statement; what is told has a number and a type."""
        places, types = {}, []
        for each, kind in kinds.items():
            if kind != NONE:
                types.append(TYPE_OF_ONE if kind == ONE else kind)
            places[each] = AsIs(FORMS.get(kind, "${}").format(len(types)))
        body = [places[each] if each else value for each, value in zip(sql.names, values, strict=True)]
        declared = f" ({', '.join(types)})" if types else ""
        super().execute(f"PREPARE {name}{declared} AS {sql}", body)

    @property
    def query(self) -> bytes | None:
        """The statement with its values, also where its plan answered: for logs, and for tests that read SQL."""
        return self.mogrify(*self._asked) if self._asked else super().query


def _kind(value: Any) -> str:
    """As what a value is declared. A list of none, of one and of several each have a plan of their own:
    PostgreSQL expects ten of a list that it does not know, and finds ten times the work not worth a plan.
    """
    if isinstance(value, list) and len(value) < 2:
        return ONE if value else NONE
    return TYPES.get(type(value), UNKNOWN)
