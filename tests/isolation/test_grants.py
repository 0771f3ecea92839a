"""Least privilege (F10): what the database roles may do comes from a list, and the list is whole."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from core.grants import APPLICATION_ROLE, CHANGE, GLOBAL_GRANTS, PLATFORM_COLUMNS, PLATFORM_ROLE, STEP_TABLES
from core.isolation.audit import _grant_errors, audit_isolation, privileges_of

pytestmark = pytest.mark.django_db
#: What no role that passes row-level security may read, whatever the list says.
CLOSED = (
    "session",
    "mfa",
    "account_",
    "socialaccount",
    "accounts_user",
    "leadership_",
    "conduct",
    "audit_",
    "tasklink",
)


def tables(where: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                   AND {where} EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'authority_id')"""
        )
        return {row[0] for row in cursor.fetchall()}


def test_every_table_that_no_authority_owns_has_a_line() -> None:
    """A new table is closed to the application until somebody has said what it may do there."""
    assert tables("NOT") <= set(GLOBAL_GRANTS)
    assert set(GLOBAL_GRANTS) <= tables("NOT") | tables("")


def test_the_application_holds_what_the_list_says() -> None:
    with connection.cursor() as cursor:
        held = privileges_of(cursor, APPLICATION_ROLE)
    by_table: dict[str, set[str]] = {}
    for table, column, privilege in held:
        if not column and privilege != "TRUNCATE":  # the tests' own grant (conftest.py)
            by_table.setdefault(table, set()).add(privilege)
    for table, privileges in GLOBAL_GRANTS.items():
        assert by_table.get(table) == set(privileges.split(", ")), table
    for table in STEP_TABLES:
        assert by_table[table] == {"SELECT", "INSERT"}, table
    assert not [table for table, names in by_table.items() if not names <= set(CHANGE.split(", "))]


def test_the_platform_reads_listed_columns_alone() -> None:
    with connection.cursor() as cursor:
        held = privileges_of(cursor, PLATFORM_ROLE)
    assert held == {
        (table, column, "SELECT") for table, columns in PLATFORM_COLUMNS.items() for column in columns
    }
    assert not [table for table in PLATFORM_COLUMNS if any(word in table for word in CLOSED)]


@pytest.mark.parametrize(
    "grant",
    [
        f"GRANT SELECT ON django_session TO {PLATFORM_ROLE}",
        f"GRANT SELECT (name) ON providers_provider TO {PLATFORM_ROLE}",
        f"GRANT UPDATE (name) ON accounts_authority TO {PLATFORM_ROLE}",
    ],
)
def test_a_privilege_outside_the_list_is_found(grant: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"RESET ROLE; {grant}; SET ROLE eyc_app")
        assert [error.id for error in _grant_errors(cursor)] == ["isolation.E019"] * len(
            _grant_errors(cursor)
        )
        assert _grant_errors(cursor)
    assert "isolation.E019" in {error.id for error in audit_isolation()}


def test_no_connection_but_the_owners_passes_row_level_security() -> None:
    """Web, worker and beat are given one address; the migrations' job has the owner's besides."""
    assert set(settings.DATABASES) == {"default"}


@pytest.mark.parametrize(
    "table", ["django_content_type", "auth_permission", "django_migrations", "auth_group"]
)
def test_the_application_cannot_change_what_migrations_make(table: str) -> None:
    from django.db import ProgrammingError, transaction

    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {table}")


def test_a_grant_is_taken_back_when_the_list_shrinks(monkeypatch: pytest.MonkeyPatch) -> None:
    from core import grants

    monkeypatch.setitem(grants.GLOBAL_GRANTS, "django_admin_log", "SELECT")
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        grants._grant_tables(cursor)
        held: Any = privileges_of(cursor, APPLICATION_ROLE)
        cursor.execute("SET ROLE eyc_app")
    assert {privilege for table, _, privilege in held if table == "django_admin_log"} == {"SELECT"}
