"""The private Valkey: closed to others, and what is queued outlives a stop and a kill."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.local.valkey import PrivateValkey

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[PrivateValkey]:
    server = PrivateValkey(tmp_path / "a folder" / "valkey")
    server.start()
    yield server
    server.remove()


def test_answers_with_the_password_only_and_here_only(valkey: PrivateValkey) -> None:
    client = redis.Redis.from_url(valkey.url())
    port = client.connection_pool.connection_kwargs["port"]
    assert client.ping() is True
    assert client.config_get("bind")["bind"] == "127.0.0.1"
    with pytest.raises(redis.AuthenticationError):
        redis.Redis(port=port, retry=Retry(NoBackoff(), retries=0)).ping()


def test_password_is_in_closed_files_and_on_no_command_line(valkey: PrivateValkey) -> None:
    password = (valkey.folder / "password").read_text()
    assert len(password) > 40
    for path, mode in (
        (valkey.folder, 0o700),
        (valkey.folder / "password", 0o600),
        (valkey.folder / "valkey.conf", 0o600),
    ):
        assert stat.S_IMODE(path.stat().st_mode) == mode, path
    pid = redis.Redis.from_url(valkey.url()).info("server")["process_id"]
    assert password not in " ".join(psutil.Process(pid).cmdline())


def test_queue_outlives_a_stop(valkey: PrivateValkey) -> None:
    redis.Redis.from_url(valkey.url()).lpush("celery", "a task")
    valkey.stop()
    assert not valkey.answers()
    valkey.start()
    assert redis.Redis.from_url(valkey.url()).lrange("celery", 0, -1) == [b"a task"]


def test_queue_outlives_a_kill(valkey: PrivateValkey) -> None:
    client = redis.Redis.from_url(valkey.url())
    client.lpush("celery", "a task")
    client.execute_command("WAITAOF", 1, 0, 5000)
    os.kill(client.info("server")["process_id"], signal.SIGKILL)
    while valkey.answers():
        time.sleep(0.01)
    valkey.start()
    assert redis.Redis.from_url(valkey.url()).lrange("celery", 0, -1) == [b"a task"]


def test_two_starts_at_once_make_one_server(valkey: PrivateValkey) -> None:
    valkey.stop()
    code = (
        "import sys; from pathlib import Path; from config.local.valkey import PrivateValkey\n"
        "server = PrivateValkey(Path(sys.argv[1])); server.start(); print(server.url())"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", code, valkey.folder],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    urls = {start.communicate(timeout=60)[0].strip() for start in starts}
    assert urls == {valkey.url()}
    assert valkey.answers()
