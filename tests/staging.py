"""One stage a module: what ``staged`` fixtures build is built once and shared by the tests of a module.

Each staged fixture is a layer, a savepoint in one outer transaction. A test runs in a savepoint above exactly
the layers that it asks for, and gets copies of their values: neither rows nor instances pass from one test to
the next. The layers that most tests of a module ask for lie lowest, and tests that ask for the same layers
run one after another, so that few are built twice.

A test that commits has no layers. Before it the outer transaction ends, and its fixtures are plain functions.

Layers are built under the test's clock (its fixture ``now``). Other autouse fixtures, settings and folders
say, do not apply yet: tests for which they matter, and tests that delete files of a layer, are marked
``own_rows`` and share nothing.
"""

from __future__ import annotations

import functools
import inspect
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pytest
from django.core import mail
from django.db import connection, connections, transaction

from tests.savepoints import savepoints_wait

Fixture = Callable[..., Any]
#: A staged fixture may name these; they give it no value, and its layer has the database.
WITHOUT_VALUE = frozenset({"db"})
COMMITTING_FIXTURES = frozenset({"transactional_db", "live_server", "django_db_reset_sequences"})
CLOSING = "close_if_unusable_or_obsolete"
PATH = pytest.StashKey[tuple[str, ...]]()


def staged(function: Fixture) -> Any:
    """A fixture of rows, built once a module where all that it asks for is staged too, else once a test."""

    @functools.wraps(function)
    def value(staged_values: Mapping[str, Any], **arguments: Any) -> Any:
        name = function.__name__
        return staged_values[name] if name in staged_values else function(**arguments)

    parameters = [
        *inspect.signature(function).parameters.values(),
        inspect.Parameter("staged_values", inspect.Parameter.KEYWORD_ONLY),
    ]
    value.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    value.staged = function  # type: ignore[attr-defined]
    return pytest.fixture(value)


def around_layers(function: Callable[..., Iterator[Any]]) -> Any:
    """A fixture that yields (a scope, say): entered for each test, and
    around the building of each layer that asks for it.
    """
    function.around = contextmanager(function)  # type: ignore[attr-defined]
    return pytest.fixture(function)


def commits(item: pytest.Item) -> bool:
    """Whether the test runs outside a transaction."""
    marker = item.get_closest_marker("django_db")
    marked = marker is not None and (
        marker.kwargs.get("transaction") or marker.kwargs.get("reset_sequences") or bool(marker.args)
    )
    return bool(marked) or not COMMITTING_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


@dataclass(frozen=True, slots=True)
class Layer:
    """A savepoint, and the values of all fixtures up to this one as they were once it was built."""

    name: str
    function: Fixture
    atomic: transaction.Atomic
    values: dict[str, Any]


@dataclass(slots=True)
class Stage:
    """The layers that stand, the lowest first."""

    layers: list[Layer] = field(default_factory=list)

    def values_for(self, item: pytest.Item) -> dict[str, Any]:
        """Copies of the values of the item's staged fixtures; afterwards exactly their layers stand."""
        path = item.stash.get(PATH, ())
        functions = fixtures_of(item)
        self.strike(_shared_length(self.layers, [(name, functions[name].staged) for name in path]))
        for name in path[len(self.layers) :]:
            self._build(name, functions)
        return self._copies()

    def strike(self, height: int = 0) -> None:
        """Roll back the layers above this many."""
        while len(self.layers) > height:
            _roll_back(self.layers.pop().atomic)
        if not self.layers:
            vars(connections["default"]).pop(CLOSING, None)

    def _build(self, name: str, functions: Mapping[str, Any]) -> None:
        values, atomic = self._copies(), _begin()
        # The end of a response that a test closes would close it in its transaction
        setattr(connection, CLOSING, lambda: None)
        function = functions[name].staged
        try:
            with ExitStack() as around:
                values[name] = function(**_arguments(function, values, functions, around))
            connection.check_constraints()  # deferred ones would be checked anew at the end of each test
        except BaseException:
            _roll_back(atomic)
            raise
        if hasattr(mail, "outbox"):
            mail.outbox.clear()  # the first test of a layer would have emails that the next ones have not
        self.layers.append(Layer(name, function, atomic, values))

    def _copies(self) -> dict[str, Any]:
        return deepcopy(self.layers[-1].values) if self.layers else {}


def _begin() -> transaction.Atomic:
    atomic = transaction.atomic()
    atomic._from_testcase = True  # type: ignore[attr-defined]  # so that durable blocks may stand in it
    atomic.__enter__()
    return atomic


def _roll_back(atomic: transaction.Atomic) -> None:
    transaction.set_rollback(True)
    atomic.__exit__(None, None, None)


def _shared_length(layers: list[Layer], path: list[tuple[str, Fixture]]) -> int:
    pairs = enumerate(zip(layers, path, strict=False))
    return next(
        (at for at, (layer, place) in pairs if (layer.name, layer.function) != place),
        min(len(layers), len(path)),
    )


def _arguments(
    function: Fixture, values: Mapping[str, Any], functions: Mapping[str, Any], around: ExitStack
) -> dict[str, Any]:
    """What a fixture is called with; the scopes that it asks for are entered."""
    arguments: dict[str, Any] = {}
    for name in inspect.signature(function).parameters:
        if name in values:
            arguments[name] = values[name]
        elif name in WITHOUT_VALUE:
            arguments[name] = None
        else:
            scope = functions[name].around
            arguments[name] = around.enter_context(
                scope(**_arguments(functions[name], values, functions, around))
            )
    return arguments


def fixtures_of(item: pytest.Item) -> dict[str, Any]:
    """The functions of the fixtures that the item asks for, by name;
    of fixtures that override another, the nearest.
    """
    info = getattr(item, "_fixtureinfo", None)
    if info is None:
        return {}
    names = info.names_closure
    return {name: info.name2fixturedefs[name][-1].func for name in names if name in info.name2fixturedefs}


def order(items: list[pytest.Item]) -> None:
    """Tell each item its layers, and put the items of a module that share layers beside each other."""
    ordered: list[pytest.Item] = []
    for _module, group in groupby(items, key=lambda item: (item.path, commits(item))):
        ordered += _ordered_module(list(group))
    items[:] = ordered


def _ordered_module(items: list[pytest.Item]) -> list[pytest.Item]:
    if commits(items[0]):
        return items
    known: dict[int, dict[str, int]] = {}  # the cases of one test share what it asks for
    depths = [{} if item.get_closest_marker("own_rows") else _depths_of(item, known) for item in items]
    demand = Counter(name for staged_names in depths for name in staged_names)
    for item, staged_names in zip(items, depths, strict=True):
        item.stash[PATH] = tuple(
            sorted(staged_names, key=lambda name: (-demand[name], staged_names[name], name))
        )
    return sorted(items, key=lambda item: [(-demand[name], name) for name in item.stash[PATH]])


def _depths_of(item: pytest.Item, known: dict[int, dict[str, int]]) -> dict[str, int]:
    info = id(getattr(item, "_fixtureinfo", None))
    if info not in known:
        known[info] = _staged_depths(fixtures_of(item))
    return known[info]


def _staged_depths(functions: Mapping[str, Any]) -> dict[str, int]:
    """The fixtures that can be layers, each with the number of fixtures below it in its longest chain."""
    depths: dict[str, int] = {}

    def depth(name: str, below: tuple[str, ...] = ()) -> int | None:
        function = functions.get(name)
        plain = getattr(function, "staged", function if hasattr(function, "around") else None)
        if name in WITHOUT_VALUE:
            return 0
        if plain is None or name in below:
            return None
        lower = [depth(other, (*below, name)) for other in inspect.signature(plain).parameters]
        if None in lower:
            return None
        return 1 + max((number for number in lower if number is not None), default=0)

    for name, function in functions.items():
        if hasattr(function, "staged") and (number := depth(name)) is not None:
            depths[name] = number
    return depths


@pytest.fixture(scope="module")
def stage_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    stage = Stage()
    yield stage
    with django_db_blocker.unblock():
        stage.strike()


@pytest.fixture
def staged_values(
    request: pytest.FixtureRequest, stage_of_module: Stage, django_db_blocker: Any
) -> dict[str, Any]:
    """The values of the test's layers, by the name of the fixture.

    The layers stand before the test's own savepoint.
    """
    if "now" in request.fixturenames:
        request.getfixturevalue("now")
    with django_db_blocker.unblock():
        if commits(request.node):
            return stage_of_module.values_for(request.node)
        with savepoints_wait():
            return stage_of_module.values_for(request.node)


@pytest.fixture
def _django_db_helper(
    request: pytest.FixtureRequest, staged_values: dict[str, Any], _django_db_helper: None
) -> Iterator[None]:
    """pytest-django's own, which begins the test's savepoint, above the layers."""
    if commits(request.node):
        yield
        return
    with savepoints_wait():
        yield
