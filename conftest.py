"""What all tests share: the database role of production, and the real browser.

The owner creates and migrates the test database. From then on every connection is the application's role, so
tests meet the same isolation and the same missing grants as production.
"""

import fcntl
import functools
import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, ProgrammingError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from hypothesis import HealthCheck, settings
from pytest_django.plugin import DjangoDbBlocker

from config.local import CannotStart, schema
from config.local.postgres import FLEETING, PrivatePostgres
from config.local.programs import chromium_program, install_command
from config.local.stamps import MIGRATED_BY, hash_of
from tests import server, staging
from tests.contexts import tell_of_outermost_templates
from tests.emptying import allow_deleting, delete_after_each_test
from tests.savepoints import connect_so_that_savepoints_may_wait
from tests.schedule import longest_first
from tests.staging import _django_db_helper, stage_of_module, staged_values

__all__ = ["_django_db_helper", "stage_of_module", "staged_values"]

# How long a property may take to draw its cases says nothing about it on a slow or busy machine.
settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tests")

pytest_plugins = ["tests.reporting"]

ROOT = Path(__file__).resolve().parent
LOCAL = ROOT / ".local"
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server", "django_db_setup"})
BROWSER_FIXTURES = frozenset({"browser", "context", "page", "new_context"})
FOR_CONTAINERS = ("--no-sandbox", "--disable-dev-shm-usage")  # root, and a small /dev/shm
#: Nothing is drawn by a graphics processor that is not there, nothing is fetched that the tests do not ask
#: for.
FOR_LITTLE_WORK = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--num-raster-threads=1",
)
REQUIRE_BROWSER = os.environ.get("REQUIRE_BROWSER") == "1"

#: New objects until Python looks for cycles among the young, and how often among the older ones.
COLLECT_GARBAGE_AFTER = (20_000, 20, 20)

#: TransactionTestCase empties the tables by TRUNCATE, which the application may not do outside tests.
GRANT_TRUNCATE = """
    DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('GRANT TRUNCATE ON %I TO eyc_app', name);
        END LOOP;
    END $$
"""


def become_app(sender: object, connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE eyc_app")


@functools.cache
def migrated() -> str | None:
    """On the private server, the migrated database of these
    migrations: later sessions copy it instead of migrating.
    """
    return f"migrated_{hash_of(ROOT, MIGRATED_BY)[:16]}" if server.is_private() else None


@pytest.fixture(scope="session")
def server_of_tests() -> None:
    server.start()


@pytest.fixture(scope="session")
def one_migrates(server_of_tests: None) -> Iterator[IO[str]]:
    """Where there is nothing to copy yet, one worker makes it, and the others wait for its copy.

    Who closes the file lets them go on.
    """
    LOCAL.mkdir(exist_ok=True)
    with (LOCAL / "test-migrating").open("w") as lock:
        if server.is_private():
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    server_of_tests: None,
    django_db_modify_db_settings_parallel_suffix: None,
    one_migrates: IO[str],
    django_db_blocker: DjangoDbBlocker,
) -> None:
    with django_db_blocker.unblock():
        if migrated() in migrated_databases() or load_migrated():
            connections["default"].settings_dict["TEST"]["TEMPLATE"] = migrated()


def beside_the_database() -> AbstractContextManager[Any]:
    """A cursor of the owner's that is connected to no test database
    (Django's own, which its types leave out).
    """
    creation: Any = connections["default"].creation
    cursor: AbstractContextManager[Any] = creation._nodb_cursor()
    return cursor


def migrated_databases() -> list[str]:
    with beside_the_database() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'migrated%'")
        return [name for (name,) in cursor.fetchall()]


def load_migrated() -> bool:
    """Make the migrated database from the script of `make schema`, as long as it holds all migrations.

    Whether it did.
    """
    name = migrated()
    if name is None or not schema.is_complete():
        return False
    with beside_the_database() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        PrivatePostgres(LOCAL / "test-postgres", FLEETING).run_script(
            "eyc_owner", schema.SCRIPT, database=name
        )
    except CannotStart:  # a server older than the script: the migrations themselves are run
        with beside_the_database() as cursor:
            cursor.execute(f"DROP DATABASE {name}")
        return False
    drop_old_migrated()
    return True


def drop_old_migrated() -> None:
    """Drop the copies of other migrations.

    Another session may be using one: then it stays until next time.
    """
    for old in migrated_databases():
        if old != migrated():
            with suppress(ProgrammingError, OperationalError), beside_the_database() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {old}")


def keep_migrated() -> None:
    """Copy the fresh test database for later sessions, and drop the copies of other migrations."""
    wrapper = connections["default"]
    if migrated() is None or wrapper.settings_dict["TEST"].get("TEMPLATE"):
        return
    with (
        suppress(ProgrammingError, OperationalError),
        beside_the_database() as cursor,
    ):  # another session may be at the same
        cursor.execute(f"CREATE DATABASE {migrated()} TEMPLATE {wrapper.settings_dict['NAME']}")
    drop_old_migrated()


def end_sessions_of_killed_processes(database: str) -> None:
    """Tests kill workers; the server notices that late, and a database in use cannot be dropped."""
    with beside_the_database() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database]
        )
        for _ in range(50):
            cursor.execute("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = %s)", [database])
            if not cursor.fetchone()[0]:
                return
            time.sleep(0.1)


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, one_migrates: IO[str], django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    with django_db_blocker.unblock():
        connections.close_all()
        keep_migrated()
        one_migrates.close()
        with connections["default"].cursor() as cursor:
            cursor.execute(GRANT_TRUNCATE)
        if server.is_private():
            allow_deleting(connections["default"].settings_dict)
        delete_after_each_test()
        connections.close_all()
    connection_created.connect(become_app)
    connect_so_that_savepoints_may_wait()
    yield
    connection_created.disconnect(become_app)  # the owner drops the test database
    with django_db_blocker.unblock():
        name = connections["default"].settings_dict["NAME"]
        connections.close_all()
        end_sessions_of_killed_processes(name)


@contextmanager
def _as_owner() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SET ROLE eyc_app")


@pytest.fixture(autouse=True, scope="session")
def few_contexts(django_test_environment: None) -> None:
    tell_of_outermost_templates()


@pytest.fixture
def as_owner() -> Callable[[], AbstractContextManager[None]]:
    """``with as_owner(): …`` is the owner's role: past the isolation, to look at what truly is there."""
    return _as_owner


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """The cache outlives a test's transaction: it would answer with the authority of the test before."""
    cache.clear()


def pytest_configure(config: pytest.Config) -> None:
    server.start_for_workers(config)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[object]:
    """No garbage is looked for while thousands of tests are collected, nor ever among these; of what the tests
    leave behind, less often than Python would.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(*COLLECT_GARBAGE_AFTER)
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    mark_pure(items)
    staging.order(items)
    if hasattr(config, "workerinput"):
        longest_first(items)
    if not chromium_program() and not REQUIRE_BROWSER:
        skip_browser(items)


def mark_pure(items: list[pytest.Item]) -> None:
    """What asks for no database is ``pure``: `make rules` runs these tests alone."""
    for item in items:
        if item.get_closest_marker("django_db") is None and not DATABASE_FIXTURES & set(
            getattr(item, "fixturenames", ())
        ):
            item.add_marker("pure")


def skip_browser(items: list[pytest.Item]) -> None:
    """Without a browser its tests skip and say so, except where REQUIRE_BROWSER=1 forbids skipping."""
    command = install_command("chromium", "--cask chromium")
    skip = pytest.mark.skip(reason=f"no Chromium on this machine; install it with: {command}")
    for item in items:
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    program = chromium_program()
    if program is None:
        pytest.fail("REQUIRE_BROWSER=1 is set, and there is no Chromium on this machine")
    return {
        **browser_type_launch_args,
        "executable_path": str(program),
        "args": [*FOR_CONTAINERS, *FOR_LITTLE_WORK],
    }


@pytest.fixture(scope="session")
def base_url() -> None:
    """Browser tests give whole addresses.

    (The plugin's own fixture is of a form that pytest 9.2 warns about.)
    """
