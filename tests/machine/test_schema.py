"""The script that new private databases load (config/local/schema.sql): whole, of these migrations, and
refused when it is not.
"""

from pathlib import Path

import pytest

from config.local import schema
from config.local.postgres import PrivatePostgres

TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"


def test_it_holds_every_migration_as_it_is() -> None:
    assert schema.is_complete(), "migrations have changed: run `make schema`"


class TestUse:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A tree with one migration, and the script that holds it."""
        migration = tmp_path / "app" / "migrations" / "0001_initial.py"
        migration.parent.mkdir(parents=True)
        migration.write_text("first")
        (tmp_path / "schema.sql").write_text(
            f"-- holds app/migrations/0001_initial.py {schema._hash(migration)}\n"
        )
        return tmp_path

    def test_a_newer_migration_is_applied_on_top(self, folder: Path) -> None:
        assert schema.is_complete(folder / "schema.sql", folder)
        (folder / "app" / "migrations" / "0002_more.py").write_text("second")
        assert schema.is_usable(folder / "schema.sql", folder)
        assert not schema.is_complete(folder / "schema.sql", folder)

    def test_a_changed_migration_makes_it_useless(self, folder: Path) -> None:
        (folder / "app" / "migrations" / "0001_initial.py").write_text("changed")
        assert not schema.is_usable(folder / "schema.sql", folder)
        (folder / "app" / "migrations" / "0001_initial.py").unlink()
        assert not schema.is_usable(folder / "schema.sql", folder)

    def test_without_a_script_nothing_is_loaded(self, tmp_path: Path) -> None:
        assert not schema.is_usable(tmp_path / "schema.sql", tmp_path)


def test_it_is_loaded_once_and_by_the_owner(server: PrivatePostgres) -> None:
    server.start()
    assert server.ask(TABLES) == "0"
    assert schema.load(server) is True
    assert int(server.ask(TABLES)) > 50
    assert server.ask("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'") == "eyc_owner"
    assert schema.load(server) is False, "there are tables already"


def test_one_that_fails_half_way_leaves_nothing(
    server: PrivatePostgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start()
    server.ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION eyc_owner")
    broken = tmp_path / "schema.sql"
    broken.write_text("CREATE TABLE made (id int);\nCREATE NONSENSE;\n")
    monkeypatch.setattr(schema, "SCRIPT", broken)
    monkeypatch.setattr(schema, "is_usable", lambda: True)
    assert schema.load(server) is False
    assert server.ask(TABLES) == "0"
