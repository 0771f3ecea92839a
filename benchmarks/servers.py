"""A private PostgreSQL and Valkey for the measurements, with
production's roles, isolation, history and settings.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2

from config.local import schema
from config.local.postgres import PrivatePostgres
from config.local.valkey import PrivateValkey

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".local" / "benchmarks"
#: A session is the whole cost of its statements: no parallel helpers, and no cleaning beside it (done between
#: rounds).
SETTINGS = {
    "shared_buffers": "512MB",
    "max_connections": "20",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "autovacuum": "off",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "1h",
}


@contextmanager
def servers() -> Iterator[Superuser]:
    """Start both, migrate as the owner and set Django up as the application's role.

    Everything is deleted afterwards.
    """
    FOLDER.parent.mkdir(mode=0o711, exist_ok=True)
    FOLDER.mkdir(mode=0o711, exist_ok=True)
    postgres, valkey = PrivatePostgres(FOLDER / "postgres", SETTINGS), PrivateValkey(FOLDER / "valkey")
    try:
        postgres.remove()
        postgres.start()
        valkey.start()
        _tell(postgres, valkey)
        schema.load(postgres)  # what is newer is migrated on top
        manage = [sys.executable, str(ROOT / "manage.py"), "migrate", "--database=owner", "--verbosity=0"]
        subprocess.run(manage, check=True)
        import django

        django.setup()
        yield Superuser(postgres.url("postgres", "eyc"))
    finally:
        from django.db import connections

        connections.close_all()
        postgres.remove()
        valkey.remove()


def _tell(postgres: PrivatePostgres, valkey: PrivateValkey) -> None:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        SECRET_KEY="only-for-measurements",
        SECOND_FACTOR_KEYS="only-for-measurements",
        LINK_KEYS="only-for-measurements",
        NEEDS_KEYS="only-for-measurements",
        DEBUG="0",
        DEMONSTRATION="0",
        LOG_LEVEL="WARNING",
        ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
        BASE_URL="http://localhost:8000",
        DATABASE_URL=postgres.url("eyc_app"),
        DATABASE_OWNER_URL=postgres.url("eyc_owner"),
        REDIS_URL=valkey.url(),
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        FILES_ROOT=str(FOLDER / "files"),
        STATIC_ROOT=str(FOLDER / "static"),
    )


class Superuser:
    """Makes data and cleans up, past row-level security, keys and triggers.

    Nothing that is measured runs like this.
    """

    def __init__(self, url: str) -> None:
        self._url = url

    def run(self, *statements: str) -> None:
        """Each statement by itself."""
        connection = psycopg2.connect(self._url)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem"
                    " = '256MB'"
                )
                for statement in statements:
                    cursor.execute(statement)
        finally:
            connection.close()

    def one(self, question: str) -> int:
        """The first value of a question's answer."""
        connection = psycopg2.connect(self._url)
        try:
            with connection.cursor() as cursor:
                cursor.execute(question)
                return int(cursor.fetchone()[0])
        finally:
            connection.close()
