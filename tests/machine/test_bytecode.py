"""Byte code is kept by what the launcher and `make` start, also where PYTHONDONTWRITEBYTECODE says not to."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from config.local import bytecode
from config.local.processes import Child, python
from config.local.stack import Stack

ROOT = Path(__file__).resolve().parents[2]
#: A process that starts another one, as a worker does.
STARTS_ANOTHER = (
    "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import made; print(made.SAID)'],"
    " check=True)"
)


@pytest.fixture
def variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the launcher tells its processes on a machine where byte code is switched off."""
    monkeypatch.setenv(bytecode.FORBIDDEN, "1")
    monkeypatch.delenv(bytecode.PREFIX, raising=False)
    monkeypatch.setattr(bytecode, "CACHE", tmp_path / "pycache")
    monkeypatch.setenv("DATABASE_URL", "postgresql://eyc_app@db.example/eyc")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://eyc_owner@db.example/eyc")
    monkeypatch.setenv("REDIS_URL", "redis://redis.example/0")
    return {**Stack(tmp_path).environment("http://localhost:8000"), "PYTHONPATH": str(tmp_path)}


def said_by_a_child(folder: Path, variables: dict[str, str]) -> str:
    child = Child("child", python("-c", STARTS_ANOTHER), folder / "child.log", variables)
    child.start()
    assert child.process
    assert child.process.wait(60) == 0, child.end_of_log()
    return child.log.read_text().strip()


def test_a_child_and_its_children_write_the_cache_and_use_it(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    source = tmp_path / "made.py"
    source.write_text("SAID = 1\n")
    assert said_by_a_child(tmp_path, variables) == "1"
    assert len(list((tmp_path / "pycache").rglob("made.*.pyc"))) == 1
    assert not (tmp_path / "__pycache__").exists()
    # Of the same size and age: who reads the source sees the change, and who reads the cache does not.
    age = source.stat()
    source.write_text("SAID = 2\n")
    os.utime(source, ns=(age.st_atime_ns, age.st_mtime_ns))
    assert said_by_a_child(tmp_path, variables) == "1"


def test_the_launcher_itself_keeps_it() -> None:
    code = (
        "import os, sys; from config.local.bytecode import keep_bytecode; keep_bytecode()\n"
        "print(sys.dont_write_bytecode, sys.pycache_prefix, 'PYTHONDONTWRITEBYTECODE' in os.environ)"
    )
    variables = {name: value for name, value in os.environ.items() if name != bytecode.PREFIX}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**variables, bytecode.FORBIDDEN: "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", str(bytecode.CACHE), "False"]


@pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")
def test_make_says_so_to_every_command() -> None:
    variables = {
        name: value for name, value in os.environ.items() if name not in {bytecode.PREFIX, "MAKEFLAGS"}
    }
    command = ["make", "--no-print-directory", "--eval=asked:; @env", "asked"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**variables, bytecode.FORBIDDEN: "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    told = done.stdout.splitlines()
    assert f"{bytecode.PREFIX}={bytecode.CACHE}" in told
    assert not [line for line in told if line.startswith(bytecode.FORBIDDEN)]
