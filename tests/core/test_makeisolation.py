"""The command that writes what new models and keys need."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.migrations import AlterField, DeleteModel, RemoveField, RenameField, RenameModel
from django.db.migrations.loader import MigrationLoader

from core.isolation import missing
from core.isolation.missing import Isolated, isolated_by_migrations, missing_operations
from core.isolation.operations import CompositeKey, IsolateTable
from core.management.commands import makeisolation

PLACE = ("audit", "0002_isolation")


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no migration of support isolated its newest table and one key."""

    def without(loader: MigrationLoader) -> dict[str, Isolated]:
        isolated = isolated_by_migrations(loader)
        del isolated["support"].tables["supportrequest"]
        del isolated["support"].keys["referral", "provider"]
        return isolated

    monkeypatch.setattr(makeisolation, "isolated_by_migrations", without)


def test_what_no_migration_isolates_is_named(forgotten: None) -> None:
    with pytest.raises(
        CommandError,
        match=(
            r"support: Tenant isolation of supportrequest\nsupport: Same-authority foreign key"
            r" referral\.provider"
        ),
    ):
        call_command("makeisolation", "--check")


def test_a_migration_is_written_that_depends_on_what_it_points_at(
    forgotten: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(makeisolation.Command, "_file", lambda self, place: tmp_path / f"{place[1]}.py")
    call_command("makeisolation", "support", name="isolation_of_support", verbosity=0)
    (file,) = tmp_path.iterdir()
    text = file.read_text()
    known = isolated_by_migrations(MigrationLoader(None))["providers"].tables["provider"]
    assert file.name.endswith("_isolation_of_support.py")
    assert 'IsolateTable("supportrequest"),\n        CompositeKey("referral", "provider"),\n' in text
    assert f'("providers", "{known[1]}")' in text
    compile(text, file.name, "exec")


def test_other_apps_are_left_alone(forgotten: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(makeisolation.Command, "_file", lambda self, place: tmp_path / f"{place[1]}.py")
    call_command("makeisolation", "audit", verbosity=0)
    assert list(tmp_path.iterdir()) == []


def test_from_nothing_tables_come_before_keys() -> None:
    needed = missing_operations(
        {label: Isolated() for label in isolated_by_migrations(MigrationLoader(None))}
    )
    kinds = [type(operation) for operation in needed["documents"]]
    tables, keys = kinds.count(IsolateTable), kinds.count(CompositeKey)
    assert kinds == [IsolateTable] * tables + [CompositeKey] * keys
    assert min(tables, keys) >= 2
    assert missing.apps_pointed_at("documents", needed["documents"]) == set()
    assert ("providers", "provider") in missing.apps_pointed_at("support", needed["support"])


def test_later_migrations_are_followed() -> None:
    isolated = Isolated()
    for operation in (
        IsolateTable("paper"), IsolateTable("leaf"), CompositeKey("leaf", "paper"), CompositeKey("leaf", "book"),
        RenameModel("Leaf", "Sheet"), RenameField("Sheet", "paper", "document"), RemoveField("Sheet", "book"), DeleteModel("Paper"),
    ):  # fmt: skip
        isolated.take(operation, PLACE)
    assert isolated == Isolated(tables={"sheet": PLACE}, keys={("sheet", "document"): PLACE})


def test_other_operations_change_nothing() -> None:
    isolated = Isolated(tables={"sheet": PLACE})
    isolated.take(AlterField("sheet", "number", None), PLACE)  # type: ignore[arg-type]
    assert isolated == Isolated(tables={"sheet": PLACE})
