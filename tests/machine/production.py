"""What Docker would give, without Docker: the commands and settings of docker-compose.yml on this machine's programs.

PostgreSQL and Redis are the system's where they are installed (Debian 12: versions 15 and 7), else the wheels'. The
roles are made by the very script the database's container runs, and each process is given exactly the variables that
compose gives it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from config.local.accounts import Account, own_folder, server_account
from config.local.bytecode import with_bytecode
from config.local.processes import Child
from config.local.programs import _postgres_candidates, postgres_programs, valkey_program

ROOT = Path(__file__).resolve().parents[2]
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
HERE = "127.0.0.1"
#: Beside other tests, on a slow machine: only what hangs comes to these ends.
START_SECONDS, MIGRATE_SECONDS = 240.0, 1200.0
GIVEN = {
    "SITE_ADDRESS": "early-years.example",
    "SECRET_KEY": "only-for-this-machine-0123456789-abcdefghijklmnopqrstuvwxyz",
    "SECOND_FACTOR_KEYS": "f" * 64,
    "LINK_KEYS": "l" * 64,
    "NEEDS_KEYS": "n" * 64,
    "POSTGRES_PASSWORD": "superuser",
    "OWNER_DATABASE_PASSWORD": "owner",
    "APP_DATABASE_PASSWORD": "app",
    "PLATFORM_DATABASE_PASSWORD": "platform",
    "REDIS_PASSWORD": "queue",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "no-reply@early-years.example",
    "WEB_WORKERS": "1",
    "WORKER_PROCESSES": "1",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def until(what: str, is_so: Callable[[], bool], children: tuple[Child, ...] = ()) -> None:
    """Ask until it is so: what takes long to ask more seldom, since it takes the time of what it waits for."""
    deadline, asked = time.monotonic() + START_SECONDS, time.monotonic()
    while not is_so():
        ended = [child for child in children if child.ended()]
        assert not ended, f"{ended[0].name} ended:\n{ended[0].end_of_log()}"
        logs = "\n".join(child.end_of_log() for child in children)
        assert time.monotonic() < deadline, f"{what}: not within {START_SECONDS:.0f} seconds\n{logs}"
        time.sleep(min(1.0, max(0.1, 2 * (time.monotonic() - asked))))
        asked = time.monotonic()


class Machine:
    """What Docker would give: two servers on ports, folders for the
    volumes, and compose's reading of its file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.children: dict[str, Child] = {}
        self.ports = {name: free_port() for name in ("postgres", "redis", "web")}
        self.account: Account = server_account(folder / "postgres")
        for volume in ("files", "beat", "worker-tmp", "beat-tmp", "backups", "keys"):
            (folder / volume).mkdir()
        self.postgres_bin = self._installed_postgres()
        self.redis = Path(shutil.which("redis-server") or valkey_program())

    def _installed_postgres(self) -> Path:
        installed = [folder for folder, _, _ in _postgres_candidates() if folder.is_relative_to("/usr")]
        return installed[0] if installed else postgres_programs().folder

    def as_server(self, program: str, *arguments: object, script: Path | None = None) -> str:
        command = [self.postgres_bin / program, *map(str, arguments)]
        with script.open() if script else open(os.devnull) as given:
            done = subprocess.run(
                command,
                cwd="/",
                stdin=given,
                capture_output=True,
                text=True,
                check=False,
                **self.account.run_as(),
            )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start_postgres(self) -> None:
        """As the image does: make the cluster with compose's arguments, run the script with the passwords."""
        data = own_folder(self.folder / "postgres", self.account) / "data"
        secret = self.folder / "postgres" / "password"
        secret.write_text(GIVEN["POSTGRES_PASSWORD"])
        os.chown(secret, self.account.uid, self.account.gid)
        arguments = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split()
        self.as_server(
            "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--no-sync",
            f"--pwfile={secret}",
            *arguments,
        )
        options = (
            f"-c listen_addresses={HERE} -c port={self.ports['postgres']} -c unix_socket_directories='' -c"
            " fsync=off"
        )
        self.postgres_options = options
        self._pg_ctl("-l", data / "log", "-o", options, "start")
        script = {
            **self.environment("postgres"),
            "DEPLOY_FOLDER": str(ROOT / "deploy"),
            "PGHOST": HERE,
            "PGPORT": str(self.ports["postgres"]),
            "PGPASSWORD": GIVEN["POSTGRES_PASSWORD"],
            "PATH": f"{self.postgres_bin}:{os.environ['PATH']}",
        }
        subprocess.run([ROOT / "deploy" / "postgres-init.sh"], env=script, check=True)

    def _pg_ctl(self, *arguments: object) -> None:
        self.as_server("pg_ctl", "-D", self.folder / "postgres" / "data", "-w", "-s", *arguments)

    def restart_postgres(self) -> None:
        with self.postgres_away():
            pass

    @contextmanager
    def postgres_away(self) -> Iterator[None]:
        self._pg_ctl("-m", "fast", "stop")
        try:
            yield
        finally:
            log = self.folder / "postgres" / "data" / "log"
            self._pg_ctl("-l", log, "-o", self.postgres_options, "start")

    @contextmanager
    def paused(self, name: str) -> Iterator[None]:
        """A service that still takes connections and does nothing any more."""
        process = self.children[name].process
        assert process
        os.killpg(process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGCONT)

    def redis_server(self) -> Child:
        """Compose's own command, with this machine's port and folder after it."""
        shell = SERVICES["redis"]["command"][2].replace("$$", "$").replace("redis-server", str(self.redis), 1)
        arguments = ["sh", "-c", f"{shell} --port {self.ports['redis']} --bind {HERE} --dir {self.folder}"]
        return self.run("redis", arguments, self.environment("redis"))

    def service(self, name: str) -> Child:
        command = [self._filled_in(part) for part in SERVICES[name]["command"]]
        return self.run(name, command, self.environment(name))

    def run(self, name: str, arguments: list[str], environment: dict[str, str]) -> Child:
        child = Child(name, arguments, self.folder / "logs" / f"{name}.log", environment)
        child.start()
        self.children[name] = child
        return child

    def script(self, name: str, *arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
        """A script of deploy/ with the variables that compose gives the service of backups."""
        return subprocess.run(
            ["bash", str(ROOT / "deploy" / name), *map(str, arguments)],
            env={**self.environment("backup"), "PATH": f"{self.postgres_bin}:{os.environ['PATH']}", **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def manage(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """A command of the application, as the operator runs it in the container of web."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={**self.environment("web"), "PYTHONWARNINGS": "ignore", **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def environment(self, name: str) -> dict[str, str]:
        """Only what compose tells the service, and where programs are."""
        told = {
            key: self._here(name, self._filled_in(str(value)))
            for key, value in SERVICES[name]["environment"].items()
        }
        collected = {"STATIC_ROOT": str(self.folder / "static")}  # the image's own setting
        programs = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
        return with_bytecode({**programs, **collected, **told})

    def is_healthy(self, name: str) -> bool:
        """Compose's own health check."""
        test = [
            part.replace("localhost:8000", f"localhost:{self.ports['web']}")
            for part in SERVICES[name]["healthcheck"]["test"]
        ]
        return (
            subprocess.run(
                test[1:], cwd=ROOT, env=self.environment(name), capture_output=True, check=False, timeout=60
            ).returncode
            == 0
        )

    def _filled_in(self, text: str) -> str:
        def value(found: re.Match[str]) -> str:
            name, how, default = found.groups()
            if name in GIVEN:
                return GIVEN[name]
            assert how != ":?", f"{name} must be set"
            return default or ""

        return re.sub(r"\$\{([A-Z_]+)(?:(:[?-])([^}]*))?\}", value, text)

    def _here(self, name: str, text: str) -> str:
        """The names and folders inside Docker, as they are on this machine."""
        for service, port in (("postgres", 5432), ("redis", 6379)):
            text = text.replace(f"@{service}:{port}", f"@{HERE}:{self.ports[service]}")
        text = text.replace("0.0.0.0:8000", f"{HERE}:{self.ports['web']}")
        places = {
            "files": self.folder / "files",
            "beat": self.folder / "beat",
            "backups": self.folder / "backups",
            "keys": self.folder / "keys",
            "tmp": self.folder / f"{name}-tmp",
        }
        return re.sub(r"^/(files|beat|backups|keys|tmp)\b", lambda found: str(places[found[1]]), text)

    def get(self, path: str) -> tuple[int, str]:
        request = urllib.request.Request(
            f"http://{HERE}:{self.ports['web']}{path}",
            headers={"Host": GIVEN["SITE_ADDRESS"], "X-Forwarded-Proto": "https"},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read().decode()
        except OSError:
            return 0, ""

    def headers(self, path: str) -> dict[str, str]:
        request = urllib.request.Request(
            f"http://{HERE}:{self.ports['web']}{path}",
            headers={"Host": GIVEN["SITE_ADDRESS"], "X-Forwarded-Proto": "https"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return dict(answer.headers)

    @contextmanager
    def standby(self, password: str) -> Iterator[Standby]:
        """A second server that follows this machine's, made by deploy/standby.sh."""
        follower = Standby(self, password)
        follower.start()
        try:
            yield follower
        finally:
            follower.stop()


class Standby:
    """Another data folder and port on the same machine."""

    def __init__(self, first: Machine, password: str) -> None:
        self.first, self.port = first, free_port()
        self.data = first.folder / "postgres" / "standby"
        self._primary = f"postgresql://eyc_standby:{password}@{HERE}:{first.ports['postgres']}"
        self.url = f"postgresql://eyc_app:{GIVEN['APP_DATABASE_PASSWORD']}@{HERE}:{self.port}/eyc"

    def start(self) -> None:
        self._script("copy")
        options = f"-c listen_addresses={HERE} -c port={self.port} -c unix_socket_directories='' -c fsync=off"
        self._pg_ctl("-l", self.data / "log", "-o", options, "start")

    def promote(self) -> None:
        self._script("promote")

    def stop(self) -> None:
        self._pg_ctl("-m", "immediate", "stop")
        shutil.rmtree(self.data)

    def _pg_ctl(self, *arguments: object) -> None:
        self.first.as_server("pg_ctl", "-D", self.data, "-w", "-s", *arguments)

    def _script(self, step: str) -> None:
        """As the account of the servers, as inside their container."""
        done = subprocess.run(
            ["bash", "-s", step],
            input=(ROOT / "deploy" / "standby.sh").read_text(),
            env={
                "PGDATA": str(self.data),
                "PRIMARY_URL": self._primary,
                "PATH": f"{self.first.postgres_bin}:{os.environ['PATH']}",
            },
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            **self.first.account.run_as(),
        )
        assert done.returncode == 0, done.stdout + done.stderr
