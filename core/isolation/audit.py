"""The audit that finds a gap in the isolation of tenants, and a table that
could not be spread over machines (decisions 0002, 0015).
"""

from __future__ import annotations

from typing import Any

from django.core import checks
from django.db import connections

from core.grants import PLATFORM_COLUMNS, PLATFORM_ROLE
from core.isolation.operations import COVER, POLICY, composite_key_name
from core.isolation.tables import GLOBAL_TABLES, KEYLESS_TABLES, owned_foreign_keys

TABLES_SQL = """
    SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner),
           (SELECT count(*) FROM pg_policy p
             WHERE p.polrelid = c.oid AND NOT (p.polname = %s AND p.polcmd = '*' AND NOT p.polpermissive)),
           (SELECT count(*) FROM pg_policy p
             WHERE p.polrelid = c.oid AND p.polname = %s AND p.polcmd = '*' AND p.polpermissive)
      FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'authority_id' AND NOT a.attisdropped)
       AND NOT (c.relispartition AND NOT has_table_privilege(c.oid, 'SELECT, UPDATE, DELETE'))
"""
LOOSE_VIEWS_SQL = """
    SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace
       AND NOT coalesce(reloptions && ARRAY['security_invoker=true', 'security_invoker=on'], false)
"""
READABLE_MATVIEWS_SQL = """
    SELECT relname FROM pg_class WHERE relkind = 'm' AND relnamespace = current_schema()::regnamespace
       AND has_table_privilege(oid, 'select')
"""
DEFINER_FUNCTIONS_SQL = """
    SELECT oid::regprocedure::text FROM pg_proc WHERE prosecdef AND pronamespace = current_schema()::regnamespace
       AND has_function_privilege(oid, 'execute')
"""

#: What keeps an owned table from being spread over machines by its authority. Each finding is a rule and a
#: thing.
DISTRIBUTION_SQL = """
WITH owned AS (
    SELECT c.oid, c.relname, a.attnum FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'authority_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND c.relname <> ALL (%(global)s)
), global AS (
    SELECT c.oid, c.relname FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND c.oid NOT IN (SELECT oid FROM owned)
)
SELECT 'D1', relname FROM owned JOIN pg_attribute a ON a.attrelid = owned.oid AND a.attnum = owned.attnum WHERE NOT a.attnotnull
UNION ALL
SELECT 'D2', relname FROM owned
 WHERE relname <> ALL (%(keyless)s)
   AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = owned.oid AND i.indisprimary AND owned.attnum = ANY (i.indkey::int2[]))
UNION ALL
SELECT 'D3', i.indexrelid::regclass::text FROM owned JOIN pg_index i ON i.indrelid = owned.oid
 WHERE i.indisunique AND NOT i.indisprimary AND owned.attnum <> ALL (i.indkey::int2[])
UNION ALL
SELECT CASE WHEN pg_get_constraintdef(k.oid) LIKE '%%int8range(authority_id, authority_id, ''[]''::text) WITH &&%%' THEN 'D4 by range' ELSE 'D4' END,
       k.conname
  FROM owned JOIN pg_constraint k ON k.conrelid = owned.oid
 WHERE k.contype = 'x'
   AND NOT EXISTS (SELECT FROM unnest(k.conkey, k.conexclop) u (col, op) JOIN pg_operator o ON o.oid = u.op
                    WHERE u.col = owned.attnum AND o.oprname = '=')
UNION ALL
SELECT 'D5', k.conname FROM pg_constraint k JOIN owned f ON f.oid = k.conrelid JOIN owned t ON t.oid = k.confrelid
 WHERE k.contype = 'f'
   AND NOT EXISTS (SELECT FROM unnest(k.conkey, k.confkey) u (mine, theirs) WHERE u.mine = f.attnum AND u.theirs = t.attnum)
UNION ALL
SELECT 'D6', k.conname FROM pg_constraint k JOIN global g ON g.oid = k.conrelid JOIN owned t ON t.oid = k.confrelid
 WHERE k.contype = 'f'
UNION ALL
SELECT 'D7', k.conname FROM pg_constraint k JOIN owned f ON f.oid = k.conrelid
 WHERE k.contype = 'f' AND f.attnum = ANY (k.conkey) AND (k.confdeltype IN ('n', 'd') OR k.confupdtype IN ('n', 'd', 'c'))
UNION ALL
SELECT 'D8', relname || '.' || a.attname FROM owned JOIN pg_attribute a ON a.attrelid = owned.oid
 WHERE NOT a.attisdropped AND a.atttypid <> 'bigint'::regtype
   AND (a.attidentity <> '' OR EXISTS (SELECT FROM pg_attrdef d WHERE d.adrelid = owned.oid AND d.adnum = a.attnum
                                          AND pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%'))
UNION ALL
SELECT 'D9', relname FROM owned JOIN pg_policy p ON p.polrelid = owned.oid
 WHERE pg_get_expr(p.polqual, p.polrelid) ~* '\\mselect\\M' OR pg_get_expr(p.polwithcheck, p.polrelid) ~* '\\mselect\\M'
UNION ALL
SELECT 'D10', relname || ' ' || t.tgname FROM owned JOIN pg_trigger t ON t.tgrelid = owned.oid WHERE NOT t.tgisinternal
 ORDER BY 1, 2
"""
#: What no rule forbids, and whoever spreads the tables must know: exclusion constraints that hold the
#: authority as a range of one (``authority_id WITH =`` needs the extension btree_gist, which is not required
#: here), policies with a sub-select, and triggers.
LISTED = ("D4 by range", "D9", "D10")
#: The rules that hold without exception, each with its check's id.
DISTRIBUTION_RULES = {
    "D1": ("{} may have rows without an authority", "isolation.E011"),
    "D2": ("the primary key of {} does not hold the authority", "isolation.E012"),
    "D3": ("the unique index {} does not hold the authority", "isolation.E013"),
    "D4": ("the exclusion constraint {} does not hold the authority", "isolation.E014"),
    "D5": ("the key {} between owned tables does not hold the authority", "isolation.E015"),
    "D6": ("the key {} points from a global table to an owned one", "isolation.E016"),
    "D7": ("the key {} would change the authority of a row", "isolation.E017"),
    "D8": ("the identity {} is not bigint", "isolation.E018"),
}


def audit_isolation(using: str = "default") -> list[checks.CheckMessage]:
    """What a test, `check --database default` and each deploy run: is every table isolated?"""
    with connections[using].cursor() as cursor:
        return [
            *_role_errors(cursor),
            *_grant_errors(cursor),
            *_table_errors(cursor),
            *_key_errors(cursor),
            *_hole_errors(cursor),
            *_distribution_errors(cursor),
        ]


def listed_findings(using: str = "default") -> dict[str, list[str]]:
    """The names of what is listed only, by rule."""
    with connections[using].cursor() as cursor:
        findings = _distribution_findings(cursor)
    return {rule: [thing for broken, thing in findings if broken == rule] for rule in LISTED}


def _role_errors(cursor: Any) -> list[checks.CheckMessage]:
    cursor.execute("SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    name, bypasses = cursor.fetchone()
    if not bypasses:
        return []
    return [
        checks.Error(
            f"the application connects as {name}, whom row-level security does not bind", id="isolation.E001"
        )
    ]


#: Every privilege that a role holds on a table or one of its columns: (table, column or "", privilege).
GRANTS_SQL = """
    SELECT c.relname, '', p.name
      FROM pg_class c, (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS p (name)
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
       AND has_table_privilege(%(role)s, c.oid, p.name)
    UNION ALL
    SELECT c.relname, a.attname, p.name
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped,
           (VALUES ('SELECT'), ('INSERT'), ('UPDATE')) AS p (name)
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
       AND has_column_privilege(%(role)s, c.oid, a.attnum, p.name)
       AND NOT has_table_privilege(%(role)s, c.oid, p.name)
"""


def privileges_of(cursor: Any, role: str) -> set[tuple[str, str, str]]:
    """(table, column or "", privilege) of all that a database role may do; nothing when there is no such
    role.
    """
    cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [role])
    if not cursor.fetchone()[0]:
        return set()
    cursor.execute(GRANTS_SQL, {"role": role})
    return {(table, column, privilege) for table, column, privilege in cursor.fetchall()}


def _grant_errors(cursor: Any) -> list[checks.CheckMessage]:
    """The platform's role passes row-level security, so it holds what its list names and nothing else."""
    listed = {(table, column, "SELECT") for table, columns in PLATFORM_COLUMNS.items() for column in columns}
    return [
        checks.Error(f"{PLATFORM_ROLE} may {privilege} {table}.{column or '*'}", id="isolation.E019")
        for table, column, privilege in sorted(privileges_of(cursor, PLATFORM_ROLE) - listed)
    ]


def _other_connections() -> list[checks.CheckMessage]:
    """No connection that this process is given passes row-level security, but the owner's of the migrations."""
    errors: list[checks.CheckMessage] = []
    for alias in sorted(set(connections) - {"default", "owner"}):
        with connections[alias].cursor() as cursor:
            errors += _role_errors(cursor)
    return errors


def _table_errors(cursor: Any) -> list[checks.CheckMessage]:
    cursor.execute("SELECT current_user")
    me = cursor.fetchone()[0]
    cursor.execute(TABLES_SQL, [COVER, POLICY])
    errors: list[checks.CheckMessage] = []
    for table, enabled, forced, owner, policies, ours in cursor.fetchall():
        if table in GLOBAL_TABLES:
            continue
        if not (enabled and forced and policies == 1 and ours == 1):
            errors.append(
                checks.Error(
                    f"{table}: enabled={enabled} forced={forced} policies={policies}", id="isolation.E002"
                )
            )
        if owner == me:
            errors.append(
                checks.Error(f"{table} is owned by the application's role {me}", id="isolation.E003")
            )
    return errors + _cover_errors(cursor)


#: Tables that hold the numbers of a covered table's rows and are not covered themselves.
UNCOVERED_SQL = """
    SELECT DISTINCT k.conrelid::regclass::text, k.confrelid::regclass::text FROM pg_constraint k
     WHERE k.contype = 'f' AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = k.confrelid AND p.polname = %(cover)s)
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = k.conrelid AND p.polname = %(cover)s)
     ORDER BY 1
"""


def _cover_errors(cursor: Any) -> list[checks.CheckMessage]:
    cursor.execute(UNCOVERED_SQL, {"cover": COVER})
    return [
        checks.Error(f"{table} names rows of {covered}, which is covered, and is not", id="isolation.E020")
        for table, covered in cursor.fetchall()
    ]


def _key_errors(cursor: Any) -> list[checks.CheckMessage]:
    cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'f'")
    have = {row[0] for row in cursor.fetchall()}
    return [
        checks.Error(f"{table}.{column} has no composite key", id="isolation.E007")
        for table, column in sorted(owned_foreign_keys())
        if composite_key_name(table, column) not in have
    ]


def _hole_errors(cursor: Any) -> list[checks.CheckMessage]:
    holes = (
        (LOOSE_VIEWS_SQL, "view {} is not security_invoker", "isolation.E004"),
        (READABLE_MATVIEWS_SQL, "materialised view {} is readable by the application", "isolation.E005"),
        (
            DEFINER_FUNCTIONS_SQL,
            "SECURITY DEFINER function {} can be called by the application",
            "isolation.E006",
        ),
    )
    errors: list[checks.CheckMessage] = []
    for sql, message, code in holes:
        cursor.execute(sql)
        errors += [checks.Error(message.format(row[0]), id=code) for row in cursor.fetchall()]
    return errors


def _distribution_findings(cursor: Any) -> list[tuple[str, str]]:
    cursor.execute(DISTRIBUTION_SQL, {"global": list(GLOBAL_TABLES), "keyless": list(KEYLESS_TABLES)})
    return list(cursor.fetchall())


def _distribution_errors(cursor: Any) -> list[checks.CheckMessage]:
    return [
        checks.Error(DISTRIBUTION_RULES[rule][0].format(thing), id=DISTRIBUTION_RULES[rule][1])
        for rule, thing in _distribution_findings(cursor)
        if rule in DISTRIBUTION_RULES
    ]


@checks.register(checks.Tags.database)
def isolation_check(
    app_configs: Any = None, databases: Any = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """`manage.py check --database default`, run at each deploy with the application's role."""
    if "default" not in (databases or ()) or connections["default"].vendor != "postgresql":
        return []
    return [*audit_isolation("default"), *_other_connections()] if _migrated() else []


def _migrated() -> bool:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT to_regclass('accounts_authority') IS NOT NULL")
        return bool(cursor.fetchone()[0])
