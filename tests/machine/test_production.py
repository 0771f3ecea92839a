"""Production without Docker: the commands and settings of docker-compose.yml, started by hand.

PostgreSQL and Redis are the system's where they are installed (Debian 12: versions 15 and 7), else the
wheels'. The roles are made by the very script the database's container runs, the migrations run as the owner,
then web, worker and beat start with exactly the variables compose gives them, and nothing more.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import psycopg2.errors
import pytest
import yaml

from config.local import schema
from config.local.accounts import Account, own_folder, server_account
from config.local.bytecode import with_bytecode
from config.local.processes import Child, stop_children
from config.local.programs import _postgres_candidates, postgres_programs, valkey_program

ROOT = Path(__file__).resolve().parents[2]
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
HERE = "127.0.0.1"
START_SECONDS = 120.0
# Every migration from the first, on a machine that has other things to do
pytestmark = pytest.mark.timeout(900)
GIVEN = {
    "SITE_ADDRESS": "early-years.example",
    "SECRET_KEY": "k" * 64,
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
    deadline = time.monotonic() + START_SECONDS
    while not is_so():
        ended = [child for child in children if child.ended()]
        assert not ended, f"{ended[0].name} ended:\n{ended[0].end_of_log()}"
        logs = "\n".join(child.end_of_log() for child in children)
        assert time.monotonic() < deadline, f"{what}: not within {START_SECONDS:.0f} seconds\n{logs}"
        time.sleep(0.1)


class Machine:
    """What Docker would give: two servers on ports, folders for the
    volumes, and compose's reading of its file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.children: dict[str, Child] = {}
        self.ports = {name: free_port() for name in ("postgres", "redis", "web")}
        self.account: Account = server_account(folder / "postgres")
        for volume in ("files", "beat", "worker-tmp", "beat-tmp"):
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
            "tmp": self.folder / f"{name}-tmp",
        }
        return re.sub(r"^/(files|beat|tmp)\b", lambda found: str(places[found[1]]), text)

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


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    folder = Path(tempfile.mkdtemp(prefix="eyc-production-"))
    folder.chmod(0o755)
    machine, children = Machine(folder), []
    try:
        machine.start_postgres()
        children.append(machine.redis_server())
        collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"]
        before = [
            machine.service("migrate"),
            machine.run("collectstatic", collect, machine.environment("web")),
        ]
        children += before
        for job in before:
            assert job.process
            assert job.process.wait(START_SECONDS * 3) == 0, job.log.read_text()
            children.remove(job)
        children += [machine.service(name) for name in ("web", "worker", "beat")]
        until("web is healthy", lambda: machine.is_healthy("web"), tuple(children))
        yield machine
    finally:
        stop_children(reversed(children))
        if (folder / "postgres" / "data" / "postmaster.pid").exists():
            machine.as_server("pg_ctl", "-D", folder / "postgres" / "data", "-m", "fast", "-w", "-s", "stop")
        shutil.rmtree(folder)


def test_addresses_answer(machine: Machine) -> None:
    assert machine.get("/health/web/")[0] == 200
    assert machine.get("/health/database/")[0] == 200
    status, page = machine.get("/")
    assert (status, "<html" in page) == (200, True)


def test_worker_and_beat_are_healthy_by_compose_and_by_address(machine: Machine) -> None:
    until("the worker beats", lambda: machine.is_healthy("worker"))
    until("beat beats", lambda: machine.is_healthy("beat"))
    until("a task went through the queue", lambda: machine.get("/health/worker/")[0] == 200)


def test_pages_work_while_the_cache_is_silent(machine: Machine) -> None:
    """A cache and broker that accepts connections and never answers, as an overloaded one does."""
    with machine.paused("redis"):
        for path in ("/", "/accounts/login/", "/health/web/", "/health/database/"):
            begun = time.monotonic()
            assert machine.get(path)[0] == 200, path
            assert time.monotonic() - begun < 5, path
        assert machine.get("/health/worker/")[0] == 503


def test_a_database_that_was_restarted_is_met_once_at_most(machine: Machine) -> None:
    assert machine.get("/health/database/")[0] == 200
    machine.restart_postgres()
    first, second = (machine.get("/accounts/login/")[0] for _ in range(2))
    assert first in (200, 503)
    assert second == 200


def test_while_the_database_is_away_pages_say_so(machine: Machine) -> None:
    with machine.postgres_away():
        status, page = machine.get("/larkshire/")
        assert (status, "not available for a moment" in page) == (503, True)
        assert machine.get("/health/web/")[0] == 200
        assert machine.get("/health/database/")[0] == 503
    assert machine.get("/accounts/login/")[0] == 200


def test_static_files_have_far_future_names(machine: Machine) -> None:
    found = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', machine.get("/")[1])
    assert found, "the page names no hashed style sheet"
    assert machine.get(found[1])[0] == 200


def test_application_meets_the_walls(machine: Machine) -> None:
    url = machine.environment("web")["DATABASE_URL"]
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_user, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
            )
            assert cursor.fetchone() == ("eyc_app", False)
            cursor.execute(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'eyc_owner'"
            )
            assert cursor.fetchone() == (0,)
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                cursor.execute("CREATE TABLE mine (id int)")
    finally:
        connection.close()


def test_the_script_of_the_private_servers_makes_what_the_migrations_make(machine: Machine) -> None:
    """config/local/schema.sql, loaded beside the database that `migrate` has just made from nothing."""
    owner = f"postgresql://eyc_owner:{GIVEN['OWNER_DATABASE_PASSWORD']}@{HERE}:{machine.ports['postgres']}"
    machine.as_server("psql", f"{owner}/eyc", "-X", "-q", "-c", "CREATE DATABASE from_script")
    options = ("-X", "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction")
    machine.as_server("psql", f"{owner}/from_script", *options, script=schema.SCRIPT)
    migrated, scripted = (
        machine.as_server("pg_dump", "--schema-only", f"{owner}/{name}") for name in ("eyc", "from_script")
    )
    assert statements(scripted) == statements(migrated)


#: PostgreSQL writes ``IN (…)`` with other brackets and casts once it has been dumped and read again.
BRACKETS_AND_CASTS = re.compile(r"[()]|::(character varying|text)(\[\])?")


def statements(dump: str) -> set[str]:
    """The statements of a dump, in no order: that of equal names is the order in which they were made."""
    lines = [
        line for line in schema.LEFT_OUT.sub("", dump).splitlines() if line and not line.startswith("--")
    ]
    return set(BRACKETS_AND_CASTS.sub("", "\n".join(lines)).rstrip(";").split(";\n"))


def test_wrong_password_is_refused(machine: Machine) -> None:
    url = machine.environment("web")["DATABASE_URL"].replace(":app@", ":guess@")
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        psycopg2.connect(url)


def test_unknown_host_name_is_refused(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(GIVEN, "SITE_ADDRESS", "elsewhere.example")
    assert machine.get("/")[0] == 400
