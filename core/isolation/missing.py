"""Which isolation operations the models need and no migration has yet.

Django's makemigrations does not know of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.db.migrations import DeleteModel, RemoveField, RenameField, RenameModel
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

from core.isolation.operations import CompositeKey, IsolateTable, IsolationOperation
from core.isolation.tables import owned_models, owned_relations

Place = tuple[str, str]  # of a migration: the app's label and the migration's name


@dataclass
class Isolated:
    """What the migrations of one app have isolated: models by name, keys
    by (model's name, field), each with its migration.
    """

    tables: dict[str, Place] = field(default_factory=dict)
    keys: dict[tuple[str, str], Place] = field(default_factory=dict)

    def holds(self, operation: IsolationOperation) -> bool:
        if isinstance(operation, CompositeKey):
            return (operation.model_name, operation.field) in self.keys
        return operation.model_name in self.tables

    def take(self, operation: Operation, place: Place) -> None:
        if isinstance(operation, IsolateTable):
            self.tables[operation.model_name.lower()] = place
        elif isinstance(operation, CompositeKey):
            self.keys[operation.model_name.lower(), operation.field] = place
        elif isinstance(operation, DeleteModel):
            self.tables.pop(operation.name_lower, None)
            self.keys = {key: value for key, value in self.keys.items() if key[0] != operation.name_lower}
        elif isinstance(operation, RemoveField):
            self.keys.pop((operation.model_name_lower, operation.name), None)
        elif isinstance(operation, (RenameModel, RenameField)):
            self._rename(operation)

    def _rename(self, operation: RenameModel | RenameField) -> None:
        if isinstance(operation, RenameField):
            model, old, new = operation.model_name_lower, operation.old_name, operation.new_name
            self.keys = {
                (model, new) if key == (model, old) else key: value for key, value in self.keys.items()
            }
            return
        old, new = operation.old_name_lower, operation.new_name_lower
        self.tables = {new if name == old else name: value for name, value in self.tables.items()}
        self.keys = {
            (new if name == old else name, column): value for (name, column), value in self.keys.items()
        }


def isolated_by_migrations(loader: MigrationLoader) -> dict[str, Isolated]:
    """By app label, from the migrations on disk in their order."""
    isolated: dict[str, Isolated] = {config.label: Isolated() for config in apps.get_app_configs()}
    for place, migration in sorted(loader.disk_migrations.items()):
        for operation in migration.operations:
            isolated.setdefault(place[0], Isolated()).take(operation, place)
    return isolated


def missing_operations(isolated: dict[str, Isolated]) -> dict[str, list[IsolationOperation]]:
    """By app label, in the order in which they are to run: first the tables, then the keys between them."""
    missing: dict[str, list[IsolationOperation]] = {}
    for app_label, operation in _needed():
        if not isolated[app_label].holds(operation):
            missing.setdefault(app_label, []).append(operation)
    return missing


def _needed() -> Iterator[tuple[str, IsolationOperation]]:
    for model in sorted(owned_models(), key=_label):
        yield model._meta.app_label, IsolateTable(_name(model))
    for model, relation in sorted(owned_relations(), key=lambda pair: (_label(pair[0]), pair[1].name)):
        yield model._meta.app_label, CompositeKey(_name(model), relation.name)


def _label(model: type[models.Model]) -> str:
    return model._meta.label_lower


def _name(model: type[models.Model]) -> str:
    return str(model._meta.model_name)


def apps_pointed_at(app_label: str, operations: Iterable[IsolationOperation]) -> set[tuple[str, str]]:
    """(app label, model's name) of each model of another app that these
    operations' keys point at: it must be isolated before.
    """
    targets = set()
    for operation in operations:
        if isinstance(operation, CompositeKey):
            target: Any = (
                apps.get_model(app_label, operation.model_name)._meta.get_field(operation.field).related_model
            )
            targets.add((target._meta.app_label, _name(target)))
    return {target for target in targets if target[0] != app_label}
