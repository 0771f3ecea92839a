"""What the application's and the platform's database roles may do,
set again after every `migrate` (run by the owner).
"""

from __future__ import annotations

from typing import Any

from django.db import connections

APPLICATION_ROLE = "eyc_app"
PLATFORM_ROLE = "eyc_platform"

GRANTS = f"""
    GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APPLICATION_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APPLICATION_ROLE};
    REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APPLICATION_ROLE};
"""
#: Insert-only for the application: the audit log, the row history, and what was done step by step.
STEP_TABLES = (
    "audit_entry",
    "audit_seal",
    "library_documentopening",
    "library_documentversion",
    "collaborations_lineage",
    "collaborations_statechange",
    "memberships_conductstep",
    "memberships_stafftold",
    "ways_of_working_termsreminder",
    "ways_of_working_termsreply",
)
#: A partition that takes COPY, which PostgreSQL refuses on a table with row-level security. Everything else
#: goes through its parent, whose policy holds: the application may only insert here, and not say for which
#: authority.
COPIED_SQL = r"""
    SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relispartition AND c.relname LIKE '%\_copied'
       AND a.attname <> 'authority_id'
     GROUP BY c.relname
"""
APPEND_ONLY_SQL = r"""
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND (relname LIKE '%%\_history' OR relname = ANY(%s))
"""


def is_insert_only(table: str) -> bool:
    """Whether the application may only add rows to a table."""
    return table in STEP_TABLES or table.endswith("_history")


def grant_application_role(sender: Any, using: str, **kwargs: Any) -> None:
    """Idempotent; also right in test databases. Does nothing when run by the application's own role."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT current_user <> %s AND EXISTS (SELECT FROM pg_roles WHERE rolname = %s)",
            [APPLICATION_ROLE] * 2,
        )
        if not cursor.fetchone()[0]:
            return
        cursor.execute(GRANTS)
        cursor.execute(APPEND_ONLY_SQL, [list(STEP_TABLES)])
        for (table,) in cursor.fetchall():
            cursor.execute(f'REVOKE UPDATE, DELETE ON "{table}" FROM {APPLICATION_ROLE}')
        cursor.execute(COPIED_SQL)
        for table, columns in cursor.fetchall():
            cursor.execute(f'REVOKE ALL ON "{table}" FROM {APPLICATION_ROLE}')
            cursor.execute(f'GRANT INSERT ({columns}) ON "{table}" TO {APPLICATION_ROLE}')
        cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [PLATFORM_ROLE])
        if cursor.fetchone()[0]:
            cursor.execute(
                f"GRANT USAGE ON SCHEMA public TO {PLATFORM_ROLE}; GRANT SELECT ON ALL TABLES IN SCHEMA"
                f" public TO {PLATFORM_ROLE}"
            )
