"""A private Valkey: on a free port of this machine only, behind a random password, its queue kept on disk."""

import contextlib
import fcntl
import json
import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.local import CannotStart
from config.local.programs import valkey_program

HERE = "127.0.0.1"
START_SECONDS = 10.0
ATTEMPTS = 3  # another program may take the free port before we do


class PrivateValkey:
    """The server whose data lies in ``folder``; two processes may start it at the same time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.expanduser().absolute()
        self.log = self.folder / "log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it where it does not answer. Queued tasks of the last time are there again."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        with self._locked():
            if self.answers():
                return
            for attempt in range(1, ATTEMPTS + 1):
                if self._start_on(_free_port()):
                    return
                if attempt == ATTEMPTS:
                    raise CannotStart(f"Valkey does not answer. The end of its log:\n{self._end_of_log()}")

    def stop(self) -> None:
        """Stop it in order: what is queued is written to disk first."""
        if not self.folder.exists():
            return
        with self._locked():
            if not self.answers():
                return
            pid = int(self._client().info("server")["process_id"])
            with contextlib.suppress(redis.ConnectionError):
                self._client().shutdown()
            self._wait_for_end(pid)
            self._port_file.unlink(missing_ok=True)

    def remove(self) -> None:
        """Stop it and delete its data."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def answers(self) -> bool:
        """Whether our server answers: a stranger on the old port does not know the password."""
        try:
            return bool(self._client().ping())
        except (FileNotFoundError, ValueError, redis.RedisError, OSError):
            return False

    def url(self) -> str:
        """The address for REDIS_URL. It holds the password."""
        return f"redis://:{self._password()}@{HERE}:{self._port()}/0"

    @property
    def _port_file(self) -> Path:
        return self.folder / "port"

    def _port(self) -> int:
        return int(json.loads(self._port_file.read_text()))

    def _password(self) -> str:
        """Random, made once, readable by us alone."""
        file = self.folder / "password"
        with contextlib.suppress(FileExistsError):
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as opened:
                opened.write(secrets.token_urlsafe(32))
        return file.read_text()

    def _client(self) -> redis.Redis:
        once = Retry(NoBackoff(), retries=0)
        return redis.Redis(
            host=HERE, port=self._port(), password=self._password(), socket_timeout=5, retry=once
        )

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _start_on(self, port: int) -> bool:
        """Start it on the port. Whether it answers there."""
        self._write_settings(port)
        if self._process:  # one that was killed, or did not answer
            self._process.kill()
            self._process.wait()
        with self.log.open("a") as log:
            process = self._process = subprocess.Popen(
                [valkey_program(), self.folder / "valkey.conf"],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C reaches us alone: tasks are put back before the queue stops
            )
        self._port_file.write_text(json.dumps(port))
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            if self.answers():
                return True
            time.sleep(0.02)
        return False

    def _wait_for_end(self, pid: int) -> None:
        """Until the process has gone, or is only waiting for whoever started it to notice."""
        if self._process:
            self._process.wait(START_SECONDS)
        deadline = time.monotonic() + START_SECONDS
        with contextlib.suppress(psutil.NoSuchProcess):
            while psutil.Process(pid).status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
                time.sleep(0.02)

    def _write_settings(self, port: int) -> None:
        """In a file and not on the command line, where every account
        of the machine could read the password.
        """
        settings = {
            "bind": HERE,
            "port": port,
            "requirepass": self._password(),
            "protected-mode": "yes",
            "dir": ".",
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": '""',
            "maxmemory-policy": "noeviction",
            "daemonize": "no",
            "logfile": '""',
        }
        file = self.folder / "valkey.conf"
        file.touch(mode=0o600)
        file.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))

    def _end_of_log(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])
