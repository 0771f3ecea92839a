"""`manage.py makeisolation`: after makemigrations, writes the
isolation operations that new models and keys need.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import BaseCommand, CommandError
from django.db.migrations.loader import MigrationLoader

from core.isolation.missing import Place, apps_pointed_at, isolated_by_migrations, missing_operations
from core.isolation.operations import IsolationOperation

TEMPLATE = """\
from django.db import migrations

from core.isolation.operations import {imports}


class Migration(migrations.Migration):
    dependencies = [
{dependencies}
    ]

    operations = [
{operations}
    ]
"""


class Command(BaseCommand):
    help = "Writes a migration for each app whose models or keys no migration isolates yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("app_labels", nargs="*", metavar="app", help="these apps alone")
        parser.add_argument("--name", default="isolation", help="the migrations' name after the number")
        parser.add_argument(
            "--check", action="store_true", help="write nothing, and fail if something is missing"
        )

    def handle(self, *args: Any, app_labels: list[str], name: str, check: bool, **options: Any) -> None:
        loader = MigrationLoader(None, ignore_no_migrations=True)
        isolated = isolated_by_migrations(loader)
        missing = missing_operations(isolated)
        chosen = {label: missing[label] for label in missing if not app_labels or label in app_labels}
        if check:
            self._report(chosen)
            return
        places = {label: self._next_place(loader, label, name) for label in chosen}
        known = {
            (label, model): place for label, done in isolated.items() for model, place in done.tables.items()
        }
        for label, operations in chosen.items():
            file = self._file(places[label])
            file.write_text(
                migration_text(label, operations, _dependencies(loader, label, operations, places, known))
            )
            self.stdout.write(f"{file}: {len(operations)} operations")

    def _report(self, missing: dict[str, list[IsolationOperation]]) -> None:
        lines = [
            f"{label}: {operation.describe()}"
            for label, operations in missing.items()
            for operation in operations
        ]
        if lines:
            raise CommandError("\n".join(["No migration isolates:", *lines]))
        self.stdout.write("Every owned table and key is isolated by a migration.")

    def _next_place(self, loader: MigrationLoader, label: str, name: str) -> Place:
        numbers = [int(migration[:4]) for app, migration in loader.disk_migrations if app == label]
        return label, f"{max(numbers, default=0) + 1:04}_{name}"

    def _file(self, place: Place) -> Path:
        return Path(apps.get_app_config(place[0]).path) / "migrations" / f"{place[1]}.py"


def _dependencies(
    loader: MigrationLoader,
    label: str,
    operations: list[IsolationOperation],
    places: dict[str, Place],
    known: dict[tuple[str, str], Place],
) -> list[Place]:
    """The app's newest migration, and for each key into another app
    the migration that isolates what it points at.
    """
    others = {known.get(target) or places.get(target[0]) for target in apps_pointed_at(label, operations)}
    return [*loader.graph.leaf_nodes(label), *sorted(place for place in others if place)]


def migration_text(label: str, operations: list[IsolationOperation], dependencies: list[Place]) -> str:
    lines = []
    for operation in operations:
        name, args, _ = operation.deconstruct()
        lines.append(f"        {name}({', '.join(map(_quoted, args))}),")
    return TEMPLATE.format(
        imports=", ".join(sorted({type(operation).__name__ for operation in operations})),
        dependencies="\n".join(
            f"        ({_quoted(app)}, {_quoted(migration)})," for app, migration in dependencies
        ),
        operations="\n".join(lines),
    )


def _quoted(text: str) -> str:
    return f'"{text}"'
