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
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APPLICATION_ROLE};
"""
CHANGE = "SELECT, INSERT, UPDATE, DELETE"
#: What the application may do to the tables that no authority owns. A table without a line here is closed to
#: it, and a test says so. Owned tables are all open, each behind its row-level security.
GLOBAL_GRANTS = {
    "account_emailaddress": CHANGE,
    "account_emailconfirmation": CHANGE,
    "accounts_affiliation": CHANGE,
    "accounts_attemptcount": CHANGE,
    "accounts_authority": "SELECT, INSERT, UPDATE",
    "accounts_securityevent": "SELECT, INSERT, DELETE",
    "accounts_user": CHANGE,  # a stand-in goes when its person accepts (decision 0028)
    "accounts_user_groups": "SELECT",
    "accounts_user_user_permissions": "SELECT",
    "auth_group": "SELECT",
    "auth_group_permissions": "SELECT",
    "auth_permission": "SELECT",
    "django_admin_log": "SELECT, INSERT",
    "django_content_type": "SELECT",
    "django_migrations": "SELECT",
    "django_session": CHANGE,
    "documents_backup": "SELECT",
    "documents_outboxmessage": CHANGE,
    "guardian_groupobjectpermission": "SELECT",
    "guardian_userobjectpermission": "SELECT",
    "mfa_authenticator": CHANGE,
    "pghistory_context": "SELECT, INSERT, UPDATE",
    "socialaccount_socialaccount": CHANGE,
    "socialaccount_socialapp": "SELECT",
    "socialaccount_socialtoken": CHANGE,
    "usersessions_usersession": CHANGE,
}
#: What the platform's role may read past row-level security, for figures over all authorities: how many, of
#: which kind, since when. Never names, addresses, sessions, credentials, cases or concerns.
PLATFORM_COLUMNS = {
    "accounts_authority": ("id", "name", "slug", "is_active"),
    "collaborations_collaboration": ("id", "authority_id", "kind", "state"),
    "memberships_membership": (
        "id",
        "authority_id",
        "collaboration_id",
        "provider_id",
        "joined_on",
        "left_on",
    ),
    "providers_provider": (
        "id",
        "authority_id",
        "provider_type",
        "on_early_years_register",
        "unlisted_since",
    ),
}
#: Insert-only for the application: the audit log, the row history, and what was done step by step.
STEP_TABLES = (
    "audit_entry",
    "audit_seal",
    "library_documentopening",
    "library_documentversion",
    "collaborations_lineage",
    "collaborations_statechange",
    "meetings_castvote",
    "meetings_secretballot",
    "memberships_conductstep",
    "memberships_stafftold",
    "ways_of_working_termsreminder",
    "ways_of_working_termsreply",
)
#: Insert-only too, until a row is past its retention: a policy of the table lets the application remove it
#: then.
AGED_TABLES = ("accounts_securityevent",)
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
AGED_SQL = """
    SELECT relname FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity AND relname = ANY(%s)
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
        _grant_tables(cursor)
        cursor.execute(APPEND_ONLY_SQL, [list(STEP_TABLES)])
        for (table,) in cursor.fetchall():
            cursor.execute(f'REVOKE UPDATE, DELETE ON "{table}" FROM {APPLICATION_ROLE}')
        cursor.execute(AGED_SQL, [list(AGED_TABLES)])
        for (table,) in cursor.fetchall():
            cursor.execute(f'REVOKE UPDATE ON "{table}" FROM {APPLICATION_ROLE}')
        cursor.execute(COPIED_SQL)
        for table, columns in cursor.fetchall():
            cursor.execute(f'REVOKE ALL ON "{table}" FROM {APPLICATION_ROLE}')
            cursor.execute(f'GRANT INSERT ({columns}) ON "{table}" TO {APPLICATION_ROLE}')
        _grant_platform(cursor)


TABLES_SQL = """
    SELECT c.relname, EXISTS (SELECT FROM pg_attribute a
                               WHERE a.attrelid = c.oid AND a.attname = 'authority_id' AND NOT a.attisdropped)
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
"""


def _grant_tables(cursor: Any) -> None:
    cursor.execute(TABLES_SQL)
    for table, is_owned in cursor.fetchall():
        privileges = GLOBAL_GRANTS.get(table, CHANGE if is_owned else "")
        cursor.execute(f'REVOKE ALL ON "{table}" FROM {APPLICATION_ROLE}')
        if privileges:
            cursor.execute(f'GRANT {privileges} ON "{table}" TO {APPLICATION_ROLE}')


def _grant_platform(cursor: Any) -> None:
    cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [PLATFORM_ROLE])
    if not cursor.fetchone()[0]:
        return
    cursor.execute(
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {PLATFORM_ROLE};"
        f" GRANT USAGE ON SCHEMA public TO {PLATFORM_ROLE}"
    )
    for table, columns in PLATFORM_COLUMNS.items():
        # Tests migrate some apps alone.
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [f"public.{table}"])
        if cursor.fetchone()[0]:
            cursor.execute(f'GRANT SELECT ({", ".join(columns)}) ON "{table}" TO {PLATFORM_ROLE}')
