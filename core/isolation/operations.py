"""Tenant isolation as migration operations: row-level security, and
keys that hold the authority (decisions 0002 and 0015).
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation

POLICY = "authority_isolation"
COVER = "cover"
CONDITION = "authority_id = (SELECT NULLIF(current_setting('app.authority_id', true), '')::bigint)"
MAX_NAME = 63  # bytes in PostgreSQL's names


def primary_key_name(table: str) -> str:
    """As PostgreSQL names it: the table's part is what gets shorter."""
    return f"{table[: MAX_NAME - len('_pkey')]}_pkey"


def composite_key_name(table: str, column: str) -> str:
    return f"{table}_{column}_afk"[:MAX_NAME]


def unique_name(table: str, column: str) -> str:
    return f"{table}_{column}_auniq"[:MAX_NAME]


class IsolationOperation(Operation):
    """Statements about one table, which change nothing in the state of the models."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.model_name], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        for statement in self.statements(model, schema_editor):
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = from_state.apps.get_model(app_label, self.model_name)
        for statement in self.reverse_statements(model, schema_editor):
            schema_editor.execute(statement, params=None)

    def statements(self, model: type[models.Model], editor: Any) -> list[str]:
        raise NotImplementedError

    def reverse_statements(self, model: type[models.Model], editor: Any) -> list[str]:
        raise NotImplementedError


class IsolateTable(IsolationOperation):
    """Row-level security on a table (ENABLE, FORCE, one policy for reading
    and writing), and a primary key with the authority.

    Django goes on with the one column as primary key: ids are drawn from one sequence for all authorities.
    """

    def statements(self, model: type[models.Model], editor: Any) -> list[str]:
        table = editor.quote_name(model._meta.db_table)
        return [
            _change_primary_key(model, editor, "authority_id, {}"),
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY {POLICY} ON {table} USING ({CONDITION}) WITH CHECK ({CONDITION})",
        ]

    def reverse_statements(self, model: type[models.Model], editor: Any) -> list[str]:
        table = editor.quote_name(model._meta.db_table)
        return [
            f"DROP POLICY IF EXISTS {POLICY} ON {table}",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
            _change_primary_key(model, editor, "{}"),
        ]

    def describe(self) -> str:
        return f"Tenant isolation of {self.model_name}"


class CoverTable(IsolationOperation):
    """A second, restrictive policy: of the authority's rows only those of which ``condition`` is true are read,
    changed or removed, and only what ``check`` allows is written. Both are SQL of the app that covers its table.
    """

    def __init__(self, model_name: str, condition: str, check: str) -> None:
        super().__init__(model_name)
        self.condition, self.check = condition, check

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.model_name, self.condition, self.check], {}

    def statements(self, model: type[models.Model], editor: Any) -> list[str]:
        table = editor.quote_name(model._meta.db_table)
        return [
            f"CREATE POLICY {COVER} ON {table} AS RESTRICTIVE USING ({self.condition}) WITH CHECK ({self.check})"
        ]

    def reverse_statements(self, model: type[models.Model], editor: Any) -> list[str]:
        return [f"DROP POLICY IF EXISTS {COVER} ON {editor.quote_name(model._meta.db_table)}"]

    def describe(self) -> str:
        return f"Sight of {self.model_name} narrowed"


def _change_primary_key(model: type[models.Model], editor: Any, columns: str) -> str:
    table, pk = model._meta.db_table, str(model._meta.pk and model._meta.pk.column)
    name, listed = editor.quote_name(primary_key_name(table)), columns.format(editor.quote_name(pk))
    return (
        f"ALTER TABLE {editor.quote_name(table)} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} PRIMARY KEY"
        f" ({listed})"
    )


class CompositeKey(IsolationOperation):
    """FOREIGN KEY (authority_id, x_id): a row cannot point at another authority's row.

    Of a one-to-one field the unique constraint holds the authority too: ``UNIQUE (x_id)`` becomes ``UNIQUE
    (authority_id, x_id)``.
    """

    def __init__(self, model_name: str, field: str) -> None:
        super().__init__(model_name)
        self.field = field

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.model_name, self.field], {}

    def statements(self, model: type[models.Model], editor: Any) -> list[str]:
        field: Any = model._meta.get_field(self.field)
        quote, table, column = editor.quote_name, model._meta.db_table, field.column
        name = quote(composite_key_name(table, column))
        key = (
            f"ALTER TABLE {quote(table)} ADD CONSTRAINT {name} FOREIGN KEY (authority_id, {quote(column)})"
            f" REFERENCES {quote(field.related_model._meta.db_table)} (authority_id, id) DEFERRABLE INITIALLY"
            " DEFERRED"
        )
        return [*self._unique_with_authority(model, field, editor), key]

    def reverse_statements(self, model: type[models.Model], editor: Any) -> list[str]:
        field: Any = model._meta.get_field(self.field)
        quote, table, column = editor.quote_name, model._meta.db_table, field.column
        statements = [
            f"ALTER TABLE {quote(table)} DROP CONSTRAINT IF EXISTS {quote(composite_key_name(table, column))}"
        ]
        if field.one_to_one:
            statements.append(
                f"ALTER TABLE {quote(table)} DROP CONSTRAINT IF EXISTS {quote(unique_name(table, column))},"
                f" ADD UNIQUE ({quote(column)})"
            )
        return statements

    def _unique_with_authority(self, model: type[models.Model], field: Any, editor: Any) -> list[str]:
        if not field.one_to_one:
            return []
        quote, table = editor.quote_name, model._meta.db_table
        drops = [
            f"DROP CONSTRAINT {quote(name)}, "
            for name in editor._constraint_names(model, [field.column], unique=True, primary_key=False)
        ]
        name = quote(unique_name(table, field.column))
        return [
            f"ALTER TABLE {quote(table)} {''.join(drops)}ADD CONSTRAINT {name} UNIQUE (authority_id,"
            f" {quote(field.column)})"
        ]

    def describe(self) -> str:
        return f"Same-authority foreign key {self.model_name}.{self.field}"
