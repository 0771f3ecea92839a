"""Querysets that a process builds and compiles once, and then asks with other values.

For the reads that every page of a kind does: to build a queryset and make SQL of it takes Django three times
as long as PostgreSQL takes to answer (decision 0054).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cache, wraps
from inspect import signature
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Expression, Model, QuerySet
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators
from django_scopes import scope

from core.postgres.plans import Planned
from core.scoping import current_authority_id

Row = TypeVar("Row")
#: ``(sql, values) -> rows``.
Reading = Callable[[str, Sequence[Any]], list[Any]]
AUTHORITY = "authority"
_PLACE = re.compile(r"\bIN \(%s\)|%%|%s")


class Given(Expression):
    """The place of a value in a queryset: told when it is asked, so nothing but its name is known before."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "(%s)", [self]

    def __bool__(self) -> bool:
        """Django asks whether there is an expression; others would decide by a value nobody knows."""
        if sys._getframe(1).f_globals["__name__"].startswith("django."):
            return True
        raise TypeError(f"“{self.name}” is not known yet: decide by a value that is annotated bool")

    def _combine(self, other: Any, connector: str, reversed: bool) -> Any:
        raise TypeError(f"“{self.name}” is not known yet: work the value out before, and give it")


def prepared(build: Callable[..., QuerySet[Any]]) -> Callable[..., list[Any]]:
    """Make of a function that builds a queryset one that reads its rows; it takes the same values, by name.

    ``build`` is called once for each combination of its values that are annotated ``bool``; by these alone it
    may decide. All others are places (``Given``) to compare columns with: days, times, words, numbers, a row,
    and after ``__in`` a list of rows or ids; None equals nothing. It must follow from its values: it reads no
    clock (TypeError), no setting and no row. The authority in scope is a place too, so one statement serves
    all; NoAuthorityInScope is raised where none is.
    """
    parameters = signature(build).parameters.values()
    places = [each.name for each in parameters if each.annotation not in ("bool", bool)]

    @cache
    def compiled(flags: tuple[tuple[str, bool], ...]) -> tuple[Reading, Planned, tuple[Any, ...]]:
        with scope(**{AUTHORITY: Given(AUTHORITY)}):
            rows = build(**{name: Given(name) for name in places}, **dict(flags))
            compiler = rows.query.get_compiler(using=rows.db)
            sql, params = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        compiler.get_converters = lambda expressions: converters
        compiler.connection = None  # of the thread that came first; each reading has its own
        if any(isinstance(param, date) for param in params):
            raise TypeError(f"{build.__qualname__} reads a clock: give it the day")
        return _reading(rows, compiler, converters), *_planned(sql, params)

    @wraps(build)
    def read(**values: Any) -> list[Any]:
        authority = current_authority_id()
        flags = tuple((name, bool(values[name])) for name in sorted(values) if name not in places)
        reading, sql, params = compiled(flags)
        told = {name: _told(values[name]) for name in places} | {AUTHORITY: authority}
        return reading(sql, [told[param.name] if isinstance(param, Given) else param for param in params])

    return read


def _reading(rows: QuerySet[Any], compiler: Any, converters: Mapping[int, Any]) -> Reading:
    """How the rows of a statement become what the queryset gives. Of models and of tuples, without what
    Django fetches in a second statement, all that follows from the queryset is worked out here, once: for
    each reading Django takes as long over it as over the statement, also where there is no row.
    """
    fetches_more = rows._prefetch_related_lookups or rows._known_related_objects  # type: ignore[attr-defined]
    make = MAKE.get(rows._iterable_class)
    if make is None or fetches_more:
        return lambda sql, params: list(_bound(rows, compiler, sql, params))
    alias, converting = rows.db, list(converters.items())
    of_rows = make(compiler, alias)

    def read(sql: str, params: Sequence[Any]) -> list[Any]:
        connection = connections[alias]
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            found = cursor.fetchall()
        return of_rows(_converted(found, converting, connection) if converting else found)

    return read


def _models(compiler: Any, alias: str) -> Making:
    """As ``ModelIterable``."""
    model, places = compiler.klass_info["model"], compiler.klass_info["select_fields"]
    start, end = places[0], places[-1] + 1
    names = [column.target.attname for column, *_ in compiler.select[start:end]]
    related = get_related_populators(compiler.klass_info, compiler.select, alias)  # type: ignore[call-arg]
    annotations = list((compiler.annotation_col_map or {}).items())

    def of_rows(rows: Iterable[Any]) -> list[Any]:
        instances = []
        for row in rows:
            instance = model.from_db(alias, names, row[start:end])
            for each in related:
                each.populate(row, instance)
            for name, position in annotations:
                setattr(instance, name, row[position])
            instances.append(instance)
        return instances

    return of_rows


def _tuples(compiler: Any, alias: str) -> Making:
    """As ``ValuesListIterable``: without the columns that are there for the order alone."""
    width = compiler.col_count
    return lambda rows: [tuple(row[:width]) for row in rows]


#: What makes of a statement's rows what a queryset gives.
Making = Callable[[Iterable[Any]], list[Any]]
MAKE: Mapping[type, Callable[[Any, str], Making]] = {ModelIterable: _models, ValuesListIterable: _tuples}


def _converted(rows: Sequence[Any], converting: Sequence[Any], connection: Any) -> Iterator[list[Any]]:
    """As ``SQLCompiler.apply_converters``."""
    for row in map(list, rows):
        for position, (converters, expression) in converting:
            for convert in converters:
                row[position] = convert(row[position], expression, connection)
        yield row


def _bound(rows: QuerySet[Any], compiler: Any, sql: str, params: Sequence[Any]) -> QuerySet[Any]:
    """The same queryset, whose SQL is ready. Nothing of what is kept is changed: threads share it."""

    def get_compiler(using: str, *args: Any, **kwargs: Any) -> Any:
        own = copy(compiler)
        own.connection = connections[using]
        own.as_sql = lambda *args, **kwargs: (sql, params)
        return own

    bound: QuerySet[Any] = rows.all()
    bound.query.get_compiler = get_compiler  # type: ignore[method-assign,assignment]
    return bound


def _planned(sql: str, params: Sequence[Any]) -> tuple[Planned, tuple[Any, ...]]:
    """The SQL with the names of its places. A list of ids is one value, however long: an array."""
    names = [param.name if isinstance(param, Given) else "" for param in params]
    rest = iter(names)

    def place(found: re.Match[str]) -> str:
        is_list = found[0] != "%%" and next(rest) and found[0] != "%s"
        return "= ANY (%s)" if is_list else found[0]

    return Planned.of(_PLACE.sub(place, sql), names), tuple(params)


def _told(value: Any) -> Any:
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, (list, tuple, set, frozenset)):
        ids: Any = (getattr(each, "pk", each) for each in value)
        return [int(each) for each in ids]
    return value
