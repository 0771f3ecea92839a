"""Test sessions at once: a seat and a database each, one server, stopped by whoever leaves last."""

import subprocess
import sys
from pathlib import Path

from config.local.postgres import FLEETING, PrivatePostgres

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import sys
from pathlib import Path
from config.local.sessions import take_seat
print(take_seat(Path(sys.argv[1])).database, flush=True)
sys.stdin.readline()
"""


def begin(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CODE, folder],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def database(session: subprocess.Popen[str]) -> str:
    assert session.stdout
    return session.stdout.readline().strip()


def end(session: subprocess.Popen[str]) -> None:
    session.communicate("\n", timeout=30)


def test_seats(open_folder: Path) -> None:
    folder = open_folder / "sessions" / "postgres"
    server = PrivatePostgres(folder, FLEETING)
    first, second = begin(folder), begin(folder)
    assert {database(first), database(second)} == {"test_eyc", "test_eyc_1"}
    end(first)
    assert server.running(), "the other session still works"

    third = begin(folder)
    database(third)
    second.kill()  # it cannot give its seat back, and the kernel does
    second.communicate(timeout=60)
    end(third)
    assert server.running() is None, "the last one stops the server"
    server.remove()
