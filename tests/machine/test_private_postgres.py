"""The private PostgreSQL, in the situations that break such things."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import psycopg2.errors
import pytest

from config.local import CannotStart
from config.local.accounts import copy_parcel, own_folder, server_account
from config.local.postgres import FLEETING, PrivatePostgres, place_of_copy
from config.local.programs import postgres_programs

ROOT = Path(__file__).resolve().parents[2]
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can change accounts")


def ask(url: str, question: str) -> Any:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()


@pytest.fixture
def running(server: PrivatePostgres) -> PrivatePostgres:
    server.start()
    return server


class TestRoles:
    def test_application_owns_nothing_and_walls_hold_it(self, running: PrivatePostgres) -> None:
        url = running.url("eyc_app")
        powers = (
            "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname ="
            " current_user"
        )
        assert ask(url, powers) is False
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(url, "CREATE TABLE mine (id int)")

    def test_what_the_owner_makes_is_open_once_it_is_granted(self, running: PrivatePostgres) -> None:
        """Nothing is open by itself (F10): core.grants opens each table from a list."""
        ask(running.url("eyc_owner"), "CREATE TABLE made (id serial, said text)")
        for role in ("eyc_app", "eyc_platform"):
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                ask(running.url(role), "SELECT said FROM made")
        grants = "GRANT SELECT, INSERT ON made TO eyc_app; GRANT USAGE ON SEQUENCE made_id_seq TO eyc_app"
        ask(running.url("eyc_owner"), grants)
        ask(running.url("eyc_app"), "INSERT INTO made (said) VALUES ('yes')")
        assert ask(running.url("eyc_app"), "SELECT said FROM made") == "yes"
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(running.url("eyc_app"), "TRUNCATE made")

    def test_platform_reads_past_the_walls_and_cannot_write(self, running: PrivatePostgres) -> None:
        ask(
            running.url("eyc_owner"),
            "CREATE TABLE walled (id int); ALTER TABLE walled ENABLE ROW LEVEL SECURITY; INSERT INTO walled"
            " VALUES (7); GRANT SELECT ON walled TO eyc_app, eyc_platform",
        )
        assert ask(running.url("eyc_app"), "SELECT count(*) FROM walled") == 0
        assert ask(running.url("eyc_platform"), "SELECT id FROM walled") == 7
        with pytest.raises((psycopg2.errors.InsufficientPrivilege, psycopg2.errors.ReadOnlySqlTransaction)):
            ask(running.url("eyc_platform"), "DELETE FROM walled")

    def test_no_contrib_extension_is_installed(self, running: PrivatePostgres) -> None:
        assert (
            ask(running.url("eyc_app", "eyc"), "SELECT string_agg(extname, ' ') FROM pg_extension")
            == "plpgsql"
        )


class TestFolder:
    def test_socket_only_in_a_closed_folder(self, running: PrivatePostgres) -> None:
        found = running.running()
        assert found
        assert ask(running.url("eyc_app"), "SHOW listen_addresses") == ""
        assert stat.S_IMODE(found.socket_folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((found.socket_folder / f".s.PGSQL.{found.port}").stat().st_mode) == 0o700

    def test_long_path_moves_the_socket_and_takes_it_away_again(self, open_folder: Path) -> None:
        deep = open_folder.joinpath(*["a folder with a name of some length, and 'quotes'"] * 4)
        server = PrivatePostgres(deep / "postgres", FLEETING)
        try:
            server.start()
            found = server.running()
            assert found
            assert len(str(found.socket_folder)) < 60 < len(str(server.folder))
            assert ask(server.url("eyc_app"), "SELECT 1") == 1
            server.stop()
            assert not found.socket_folder.exists()
        finally:
            server.remove()

    def test_folder_of_somebody_else_is_refused(self, open_folder: Path) -> None:
        elsewhere = open_folder / "link"
        elsewhere.symlink_to(open_folder)
        with pytest.raises(CannotStart, match="belongs to somebody else"):
            own_folder(elsewhere, server_account(elsewhere))


class TestStarting:
    def test_two_starts_at_once_make_one_server(self, server: PrivatePostgres) -> None:
        server.stop()
        code = (
            "import sys; from pathlib import Path; from config.local.postgres import FLEETING,"
            " PrivatePostgres\nserver = PrivatePostgres(Path(sys.argv[1]), FLEETING); server.start();"
            " print(server.running().pid)"
        )
        starts = [
            subprocess.Popen(
                [sys.executable, "-c", code, server.wanted], cwd=ROOT, stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        pids = {start.communicate(timeout=60)[0].strip() for start in starts}
        assert [start.returncode for start in starts] == [0, 0]
        assert pids == {str(server.running().pid)}  # type: ignore[union-attr]  # it runs, or the test fails here

    def test_killed_server_starts_again_with_its_data(self, running: PrivatePostgres) -> None:
        ask(running.url("eyc_owner"), "SET synchronous_commit = on; CREATE TABLE kept AS SELECT 42 AS id")
        before = running.running()
        assert before
        os.kill(before.pid, signal.SIGKILL)
        while running.running():
            pass
        running.start()
        assert running.running() != before
        assert ask(running.url("eyc_owner"), "SELECT id FROM kept") == 42

    def test_pid_of_a_stranger_is_not_taken_for_the_server(self, server: PrivatePostgres) -> None:
        server.stop()
        lines = [str(os.getpid()), str(server.data), "0", "5432", str(server.folder), "", "0 0", "ready"]
        (server.data / "postmaster.pid").write_text("\n".join(lines) + "\n")
        assert server.running() is None
        server.start()
        assert ask(server.url("eyc_app"), "SELECT 1") == 1

    def test_small_shared_memory_is_avoided(
        self, server: PrivatePostgres, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        server.stop()
        monkeypatch.setattr("config.local.postgres._shared_memory_is_small", lambda: True)
        server.start()
        assert ask(server.url("eyc_app"), "SHOW dynamic_shared_memory_type") == "mmap"
        server.stop()

    def test_without_any_postgres_the_message_says_what_to_install(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("config.local.programs._postgres_candidates", lambda: iter(()))
        with pytest.raises(CannotStart, match=r"(apt-get|brew) install postgresql"):
            postgres_programs()


@AS_ROOT
class TestAccounts:
    @pytest.fixture
    def closed_folder(self, tmp_path: Path) -> Iterator[Path]:
        """A folder that only root can enter, as root's home is."""
        closed = tmp_path / "root"
        closed.mkdir(mode=0o700)
        yield closed
        shutil.rmtree(closed)

    def test_root_with_a_closed_checkout_runs_it_elsewhere(
        self, closed_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wheel = postgres_programs()
        copy_parcel(wheel.parcel, wheel.root, closed_folder / "site-packages")
        hidden = wheel.moved_to(closed_folder / "site-packages")
        monkeypatch.setattr("config.local.postgres.postgres_programs", lambda: hidden)
        server = PrivatePostgres(closed_folder / "postgres", FLEETING)
        copies = place_of_copy(hidden)
        try:
            server.start()
            found = server.running()
            assert found
            assert ask(server.url("eyc_app"), "SELECT 1") == 1
            assert closed_folder not in server.folder.parents
            assert Path(f"/proc/{found.pid}").stat().st_uid not in {0}
            assert copies.exists()
            again = PrivatePostgres(closed_folder / "postgres", FLEETING)
            assert again.running() == found
        finally:
            server.remove()
            shutil.rmtree(copies, ignore_errors=True)

    def test_ordinary_user_runs_it_as_himself(self, open_folder: Path) -> None:
        account = server_account(Path("/nonexistent"))
        python = next(
            (
                path
                for path in (sys.executable, "/usr/bin/python3")
                if account.can_reach(Path(path).resolve())
            ),
            None,
        )
        if python is None or not account.can_reach(ROOT / ".venv"):
            pytest.skip(
                "this checkout, or every Python of this machine, lies where an ordinary user cannot reach it"
            )
        home = own_folder(open_folder / "home", account)
        code = (
            "from pathlib import Path; from config.local.postgres import FLEETING, PrivatePostgres\nserver ="
            f" PrivatePostgres(Path({str(home / 'postgres')!r}), FLEETING); server.start()\nimport os;"
            " print(os.stat(f'/proc/{server.running().pid}').st_uid == os.geteuid() != 0); server.remove()"
        )
        done = subprocess.run(
            [python, "-c", code],
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join(sys.path[1:]),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            capture_output=True,
            text=True,
            check=False,
            **account.run_as(),
        )
        assert (done.stdout.strip(), done.stderr) == ("True", "")
