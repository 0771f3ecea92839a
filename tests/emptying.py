"""What a test committed is deleted after it: in hundredths of a second, where Django's TRUNCATE of every
table takes a third of one.

The rows go with all triggers and foreign keys at rest (``session_replication_role``), which needs a grant by
a superuser. The private server gives it; on another one without it Django's own way stays.
"""

from __future__ import annotations

from typing import Any

import psycopg2
from django.db import connection
from django.test import TransactionTestCase

#: What the migrations leave behind, as it is: Django would truncate it too, and make it again.
KEPT = ("django_migrations", "django_content_type", "auth_permission")
MAY = "SELECT has_parameter_privilege(session_user, 'session_replication_role', 'SET')"
#: Many deleted rows are worth a VACUUM: nothing else frees their place (the tests' server has no autovacuum).
MANY = 20_000
DELETE = f"""
    RESET ROLE;
    SET session_replication_role = replica;
    DO $$ DECLARE name text; deleted bigint; total bigint := 0; BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN {KEPT} LOOP
            EXECUTE format('DELETE FROM %I', name);
            GET DIAGNOSTICS deleted = ROW_COUNT;
            total := total + deleted;
        END LOOP;
        PERFORM set_config('tests.deleted', total::text, false);
    END $$;
    RESET session_replication_role;
    SET ROLE eyc_app;
    SELECT current_setting('tests.deleted')::bigint
"""


def allow_deleting(place: dict[str, Any]) -> None:
    """Let the owner put triggers to rest: the superuser of the tests'
    private server is whoever may open its socket.
    """
    server = psycopg2.connect(host=place["HOST"], port=place["PORT"], user="postgres", dbname="postgres")
    try:
        with server, server.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(1)")  # two workers at once
            cursor.execute("SELECT has_parameter_privilege('eyc_owner', 'session_replication_role', 'SET')")
            if cursor.fetchone() == (False,):
                cursor.execute("GRANT SET ON PARAMETER session_replication_role TO eyc_owner")
    finally:
        server.close()


def delete_after_each_test() -> None:
    """Have the tests that commit end with ``DELETE`` where the server allows it."""
    with connection.cursor() as cursor:
        cursor.execute(MAY)
        if cursor.fetchone() == (False,):
            return

    def empty(test: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(DELETE)
            (deleted,) = cursor.fetchone()
            if deleted > MANY:
                for statement in ("RESET ROLE", "VACUUM", "SET ROLE eyc_app"):
                    cursor.execute(statement)

    TransactionTestCase._fixture_teardown = empty
