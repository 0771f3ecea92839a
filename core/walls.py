"""The second and third wall as migration operations, and the audit that finds a wall which is down (decision 0002)."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core import checks
from django.db import connections, models
from django.db.migrations.operations.base import Operation

POLICY = "authority_isolation"
CONDITION = "authority_id = (SELECT NULLIF(current_setting('app.authority_id', true), '')::bigint)"

#: Tables with an authority column that are not one authority's data, each with its reason.
GLOBAL_TABLES = {
    "accounts_affiliation": "read at sign-in, before any authority is in scope; holds ids only",
    "documents_outboxmessage": "the relay serves all authorities; holds ids only",
}


class RaiseWall(Operation):
    """Row-level security on a table: ENABLE, FORCE, one policy for reading and writing, and the key others point to.

    History tables take ``key=False``: nothing points at them, and one row's id stands in them many times.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str, key: bool = True) -> None:
        self.model_name, self.key = model_name, key

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.model_name], {} if self.key else {"key": False}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        name = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
        table = schema_editor.quote_name(name)
        if self.key:
            schema_editor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {_wall_key(name)} UNIQUE (authority_id, id)", params=None)
        for statement in (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY {POLICY} ON {table} USING ({CONDITION}) WITH CHECK ({CONDITION})",
        ):
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        name = from_state.apps.get_model(app_label, self.model_name)._meta.db_table
        table = schema_editor.quote_name(name)
        for statement in (
            f"DROP POLICY IF EXISTS {POLICY} ON {table}",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {_wall_key(name)}",
        ):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"Row-level security on {self.model_name}"


def _wall_key(table: str) -> str:
    return f'"{table[:52]}_wall_key"'


class CompositeKey(Operation):
    """FOREIGN KEY (authority_id, x_id): a row cannot point at another authority's row."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str, field: str) -> None:
        self.model_name, self.field = model_name, field

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.model_name, self.field], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def _names(self, app_label: str, schema_editor: Any, state: Any) -> tuple[str, str, str, str]:
        model = state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.field)
        quote = schema_editor.quote_name
        name = composite_key_name(model._meta.db_table, field.column)
        return quote(model._meta.db_table), quote(field.column), quote(field.related_model._meta.db_table), quote(name)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table, column, parent, name = self._names(app_label, schema_editor, to_state)
        schema_editor.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (authority_id, {column}) "
            f"REFERENCES {parent} (authority_id, id) DEFERRABLE INITIALLY DEFERRED",
            params=None,
        )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table, _, _, name = self._names(app_label, schema_editor, from_state)
        schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}", params=None)

    def describe(self) -> str:
        return f"Same-authority foreign key {self.model_name}.{self.field}"


def composite_key_name(table: str, column: str) -> str:
    return f"{table}_{column}_afk"[:63]


def owned_models() -> list[type[models.Model]]:
    """Every model whose rows an authority owns, guardian's and pghistory's included."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and model._meta.db_table not in GLOBAL_TABLES
        and any(field.column == "authority_id" for field in model._meta.local_concrete_fields)
    ]


def owned_foreign_keys() -> list[tuple[str, str]]:
    """(table, column) of each key from an owned table to an owned table, history tables excepted (they keep the past)."""
    owned = set(owned_models())
    return [
        (model._meta.db_table, str(field.column))
        for model in owned
        if not hasattr(model, "pgh_tracked_model")
        for field in model._meta.local_concrete_fields
        if field.is_relation and field.related_model in owned
    ]


TABLES_SQL = """
    SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner),
           (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid),
           (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = %s AND p.polcmd = '*')
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


def audit_walls(using: str = "default") -> list[checks.CheckMessage]:
    """What a test, `check --database default` and each deploy run: is every wall up?"""
    with connections[using].cursor() as cursor:
        return [*_role_errors(cursor), *_table_errors(cursor), *_key_errors(cursor), *_hole_errors(cursor)]


def _role_errors(cursor: Any) -> list[checks.CheckMessage]:
    cursor.execute("SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    name, bypasses = cursor.fetchone()
    if not bypasses:
        return []
    return [checks.Error(f"the application connects as {name}, whom row-level security does not bind", id="walls.E001")]


def _table_errors(cursor: Any) -> list[checks.CheckMessage]:
    cursor.execute("SELECT current_user")
    me = cursor.fetchone()[0]
    cursor.execute(TABLES_SQL, [POLICY])
    errors: list[checks.CheckMessage] = []
    for table, enabled, forced, owner, policies, ours in cursor.fetchall():
        if table in GLOBAL_TABLES:
            continue
        if not (enabled and forced and policies == 1 and ours == 1):
            errors.append(checks.Error(f"{table}: enabled={enabled} forced={forced} policies={policies}", id="walls.E002"))
        if owner == me:
            errors.append(checks.Error(f"{table} is owned by the application's role {me}", id="walls.E003"))
    return errors


def _key_errors(cursor: Any) -> list[checks.CheckMessage]:
    cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'f'")
    have = {row[0] for row in cursor.fetchall()}
    return [
        checks.Error(f"{table}.{column} has no composite key", id="walls.E007")
        for table, column in sorted(owned_foreign_keys())
        if composite_key_name(table, column) not in have
    ]


def _hole_errors(cursor: Any) -> list[checks.CheckMessage]:
    holes = (
        (LOOSE_VIEWS_SQL, "view {} is not security_invoker", "walls.E004"),
        (READABLE_MATVIEWS_SQL, "materialised view {} is readable by the application", "walls.E005"),
        (DEFINER_FUNCTIONS_SQL, "SECURITY DEFINER function {} can be called by the application", "walls.E006"),
    )
    errors: list[checks.CheckMessage] = []
    for sql, message, code in holes:
        cursor.execute(sql)
        errors += [checks.Error(message.format(row[0]), id=code) for row in cursor.fetchall()]
    return errors


@checks.register(checks.Tags.database)
def walls_check(app_configs: Any = None, databases: Any = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """`manage.py check --database default`, run at each deploy with the application's role."""
    if "default" not in (databases or ()) or connections["default"].vendor != "postgresql":
        return []
    return audit_walls("default") if _migrated() else []


def _migrated() -> bool:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT to_regclass('accounts_authority') IS NOT NULL")
        return bool(cursor.fetchone()[0])
