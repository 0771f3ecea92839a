"""What the demonstration starts: stopped in order, by force where need be, and found again after a kill."""

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from config.local import CannotStart, demo, processes, servers
from config.local.processes import Child, python, remember, stop_children, stop_remembered
from config.local.stack import Stack
from config.local.stamps import hash_of, is_done, mark_done

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True);"
    " time.sleep(60)"
)


def child(tmp_path: Path, code: str, name: str = "child") -> Child:
    made = Child(name, python("-c", code), tmp_path / "logs" / f"{name}.log", dict(os.environ))
    made.start()
    while not made.log.read_text() and not made.ended():
        time.sleep(0.01)
    return made


class TestChildren:
    def test_stubborn_child_is_ended_by_force_with_all_it_started(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(processes, "PATIENCE", 0.3)
        code = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {STUBBORN!r}]); {STUBBORN}"
        stubborn = child(tmp_path, code)
        assert stubborn.process
        while len(family := psutil.Process(stubborn.process.pid).children()) < 1:
            time.sleep(0.01)
        stop_children([stubborn])
        assert stubborn.process.returncode == -signal.SIGKILL
        assert psutil.wait_procs(family, 5)[1] == [] or family[0].status() == psutil.STATUS_ZOMBIE

    def test_log_of_what_ended_is_kept(self, tmp_path: Path) -> None:
        failed = child(tmp_path, "raise SystemExit('no such setting')")
        while not failed.ended():
            time.sleep(0.01)
        assert failed.end_of_log() == "no such setting"

    def test_make_stop_finds_what_a_killed_demonstration_left(self, tmp_path: Path) -> None:
        left = child(tmp_path, "import time; print('up', flush=True); time.sleep(60)")
        file = tmp_path / "demonstration.json"
        remember(file, "http://localhost:8000", [left])
        remembered = json.loads(file.read_text())
        del remembered["born"][str(os.getpid())]  # the demonstration itself was killed
        file.write_text(json.dumps(remembered))
        assert stop_remembered(file) is True
        assert left.process
        assert not psutil.pid_exists(left.process.pid)
        left.process.wait()
        assert stop_remembered(file) is False

    def test_number_of_a_stranger_is_left_alone(self, tmp_path: Path) -> None:
        stranger = subprocess.Popen(python("-c", "import time; time.sleep(60)"))
        file = tmp_path / "demonstration.json"
        born = {str(stranger.pid): psutil.Process(stranger.pid).create_time() - 100}
        file.write_text(json.dumps({"address": "", "main": str(stranger.pid), "born": born}))
        try:
            assert stop_remembered(file) is False
            assert stranger.poll() is None
        finally:
            stranger.kill()
            stranger.wait()


class TestPort:
    def test_another_port_when_the_preferred_one_is_taken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with socket.socket() as taken:
            taken.bind((demo.HERE, 0))
            taken.listen()
            monkeypatch.setattr(demo, "PREFERRED_PORT", taken.getsockname()[1])
            assert demo.free_port() != taken.getsockname()[1]

    def test_nobody_there_is_not_healthy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(demo, "PREFERRED_PORT", 0)
        assert demo.health(demo.free_port()) == 0


class TestDevelopment:
    def test_the_worker_watches_code_and_templates_and_nothing_that_is_written_meanwhile(self) -> None:
        watched = servers.watched_folders()
        assert {"core", "accounts", "config", "portal", "templates"} <= set(watched)
        assert not {"tests", ".local", ".venv"} & set(watched)
        assert all((servers.ROOT / folder).is_dir() for folder in watched)

    def test_debug_is_on_in_development_alone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DATABASE_URL", "postgresql://one@db.example/eyc")
        monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://owner@db.example/eyc")
        monkeypatch.setenv("REDIS_URL", "redis://redis.example/0")
        stack = Stack(tmp_path)
        assert stack.environment("http://localhost:8000")["DEBUG"] == "0"
        assert stack.environment("http://localhost:8000", debug=True)["DEBUG"] == "1"


class TestStamps:
    def test_work_is_done_again_when_a_file_changes_or_appears(self, tmp_path: Path) -> None:
        (tmp_path / "app").mkdir()
        (tmp_path / "app" / "one.py").write_text("1")
        seen = [hash_of(tmp_path, ["*/*.py"])]
        (tmp_path / "app" / "one.py").write_text("2")
        seen.append(hash_of(tmp_path, ["*/*.py"]))
        (tmp_path / "app" / "two.py").write_text("2")
        seen.append(hash_of(tmp_path, ["*/*.py"]))
        (tmp_path / ".local").mkdir()
        (tmp_path / ".local" / "made.py").write_text("by the work itself")
        assert hash_of(tmp_path, ["*/*.py"]) == seen[2]
        assert len(set(seen)) == 3
        mark_done(tmp_path / "done" / "work", seen[2])
        assert is_done(tmp_path / "done" / "work", seen[2])
        assert not is_done(tmp_path / "done" / "work", seen[1])


class TestStack:
    def test_only_the_migrations_are_told_the_owner(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DATABASE_URL", "postgresql://eyc_app:app@db.example/eyc")
        monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://eyc_owner:the-owner@db.example/eyc")
        monkeypatch.setenv("REDIS_URL", "redis://redis.example/0")
        stack = Stack(tmp_path)
        assert (stack.postgres, stack.valkey) == (None, None)
        assert stack.owner_url() == "postgresql://eyc_owner:the-owner@db.example/eyc"
        told = stack.environment("http://localhost:8000")
        assert "the-owner" not in " ".join(told.values())
        assert told["DATABASE_URL"] == "postgresql://eyc_app:app@db.example/eyc"

    def test_database_without_its_owner_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DATABASE_URL", "postgresql://eyc_app@db.example/eyc")
        monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
        with pytest.raises(CannotStart, match="DATABASE_OWNER_URL is not"):
            Stack(tmp_path)

    def test_secret_key_is_made_once_and_closed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
            monkeypatch.setenv(name, "postgresql://one@db.example/eyc")
        monkeypatch.setenv("REDIS_URL", "redis://redis.example/0")
        monkeypatch.delenv("SECRET_KEY")
        keys = {Stack(tmp_path).environment("http://localhost:8000")["SECRET_KEY"] for _ in range(2)}
        assert len(keys) == 1
        assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
