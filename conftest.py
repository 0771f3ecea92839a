"""What all tests share: the database role of production, and the real browser.

The owner creates and migrates the test database. From then on every connection is the application's role, so
tests meet the same walls and the same missing rights as production.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from pytest_django.plugin import DjangoDbBlocker

from config.local.programs import chromium_program, install_command

BROWSER_FIXTURES = frozenset({"browser", "context", "page", "new_context"})
REQUIRE_BROWSER = os.environ.get("REQUIRE_BROWSER") == "1"

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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        with connections["default"].cursor() as cursor:
            cursor.execute(GRANT_TRUNCATE)
        connections.close_all()
    connection_created.connect(become_app)
    yield
    connection_created.disconnect(become_app)  # the owner drops the test database
    with django_db_blocker.unblock():
        connections.close_all()


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


@pytest.fixture
def as_owner() -> Callable[[], AbstractContextManager[None]]:
    """``with as_owner(): …`` is the owner's role: past the walls, to look at what truly is there."""
    return _as_owner


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser its tests skip and say so, except where REQUIRE_BROWSER=1 forbids skipping."""
    if chromium_program() or REQUIRE_BROWSER:
        return
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
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],  # root and small /dev/shm, as in containers
    }
