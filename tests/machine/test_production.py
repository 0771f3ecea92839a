"""Production without Docker (tests/machine/production.py): it starts, serves, survives its servers, and comes back from
a backup.
"""

import json
import re
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import psycopg2.errors
import pytest

from config.local import schema
from config.local.processes import stop_children
from tests.machine.production import GIVEN, HERE, MIGRATE_SECONDS, Machine, until

# Every migration from the first, on a machine that has other things to do
pytestmark = pytest.mark.timeout(1500)


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
            assert job.process.wait(MIGRATE_SECONDS) == 0, job.log.read_text()
            children.remove(job)
        children += [machine.service(name) for name in ("web", "worker", "beat")]
        until("web answers", lambda: machine.get("/health/web/")[0] == 200, tuple(children))
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


def test_application_meets_tenant_isolation(machine: Machine) -> None:
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


#: What a service holds that a backup must bring back: an authority, a file, sealed entries, a second factor.
FILL = """
import io
from django.utils import timezone
from allauth.mfa.totp.internal.auth import TOTP
from accounts.models import Authority, User
from audit.services import seal_entries
from core.files import Checked
from core.scoping import authority_scope
from documents.services import files
maya = User.objects.get(email='maya@larkshire.example')
with authority_scope(Authority.objects.get(slug='larkshire')):
    import hashlib
    content = b'a paper of the group'
    checked = Checked(name='paper.txt', content_type='text/plain', size=len(content), sha256=hashlib.sha256(content).hexdigest())
    files.store(file=io.BytesIO(content), checked=checked, purpose='ofsted_register', by=maya, at=timezone.now())
    assert seal_entries(before=timezone.now())
TOTP.activate(maya, 'JBSWY3DPEHPK3PXP')
"""
SIGN_IN = """
from unittest.mock import patch
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
code = format_hotp_value(hotp_value('JBSWY3DPEHPK3PXP', next(yield_hotp_counters_from_time())))
print(Authenticator.objects.get(type='totp').wrap().validate_code(code))
"""


@pytest.fixture(scope="module")
def filled(machine: Machine) -> Machine:
    made = machine.manage(
        "create_authority",
        "Larkshire",
        "larkshire",
        "--manager",
        "maya@larkshire.example",
        "--manager-name",
        "Maya Thornton",
    )
    assert made.returncode == 0, made.stderr
    done = machine.manage("shell", "-c", FILL)
    assert done.returncode == 0, done.stderr
    return machine


@pytest.fixture(scope="module")
def backup(filled: Machine) -> Path:
    done = filled.script("backup.sh")
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip().splitlines()[-1])


@pytest.fixture(scope="module")
def empty() -> Iterator[Machine]:
    """Another machine with an empty database and no files."""
    folder = Path(tempfile.mkdtemp(prefix="eyc-restored-"))
    folder.chmod(0o755)
    other = Machine(folder)
    other.start_postgres()
    yield other
    other._pg_ctl("-m", "immediate", "stop")
    shutil.rmtree(folder)


def test_a_backup_has_its_parts_and_keeps_the_keys_apart(filled: Machine, backup: Path) -> None:
    assert sorted(part.name for part in backup.iterdir()) == [
        "database.dump",
        "files.tar",
        "manifest",
        "rows",
    ]
    assert oct(backup.stat().st_mode & 0o777) == "0o700"
    keys = (filled.folder / "keys" / f"keys-{backup.name}.env").read_text()
    assert f"SECOND_FACTOR_KEYS={'f' * 64}" in keys
    assert not any(b"f" * 64 in part.read_bytes() for part in backup.iterdir())
    assert "accounts_authority|1" in (backup / "rows").read_text().splitlines()


def test_a_restore_is_whole(filled: Machine, backup: Path, empty: Machine) -> None:
    """F16: row counts, checksums of files, the seals, and a second factor that still works."""
    done = empty.script("restore.sh", backup)
    assert done.returncode == 0, done.stdout + done.stderr
    checked = empty.manage("verify_restore")
    assert checked.returncode == 0, checked.stderr
    assert "Every file has its bytes" in checked.stdout
    assert "Every seal fits" in checked.stdout
    assert empty.manage("shell", "-c", SIGN_IN).stdout.split()[-1] == "True"
    assert empty.manage("check", "--database", "default", "--fail-level", "ERROR").returncode == 0, (
        "isolation is whole"
    )
    other_keys = empty.manage("shell", "-c", SIGN_IN, SECOND_FACTOR_KEYS="another")
    assert other_keys.stdout.split()[-1] == "False", "a wrong key is a wrong code, not an error"
    assert "cannot be read" in empty.manage("verify_restore", SECOND_FACTOR_KEYS="another").stderr
    stored = next(path for path in (empty.folder / "files").rglob("*") if path.is_file())
    stored.write_bytes(b"other bytes")
    assert "has other bytes" in empty.manage("verify_restore").stderr
    stored.unlink()
    assert "has no bytes" in empty.manage("verify_restore").stderr
    again = empty.script("restore.sh", backup)
    assert (again.returncode, "the database is not empty" in again.stderr) == (1, True)


def test_a_damaged_backup_is_refused(backup: Path, empty: Machine, tmp_path: Path) -> None:
    copy = tmp_path / "damaged"
    shutil.copytree(backup, copy)
    (copy / "files.tar").write_bytes(b"cut off")
    done = empty.script("restore.sh", copy)
    assert (done.returncode, "the backup is damaged" in done.stderr) == (1, True)


WRITE = """
from accounts.models import Authority
authority = Authority.objects.get()
authority.team_name = 'Written on the second'
authority.save()
"""


def test_a_standby_follows_and_takes_over(filled: Machine, tmp_path: Path) -> None:
    """The commands of docs/how-to/standby.md on two private servers."""
    superuser = f"postgresql://postgres:{GIVEN['POSTGRES_PASSWORD']}@{HERE}:{filled.ports['postgres']}/eyc"
    made = filled.script("standby.sh", "role", PRIMARY_URL=superuser, STANDBY_PASSWORD="following")
    assert made.returncode == 0, made.stderr
    with filled.standby("following") as standby:
        owner = f"eyc_owner:{GIVEN['OWNER_DATABASE_PASSWORD']}@{HERE}"
        filled.as_server(
            "psql",
            f"postgresql://{owner}:{filled.ports['postgres']}/eyc",
            "-X",
            "-q",
            "-c",
            "UPDATE accounts_authority SET team_name = 'Written on the first'",
        )
        read = [
            "psql",
            f"postgresql://{owner}:{standby.port}/eyc",
            "-X",
            "-A",
            "-t",
            "-c",
            "SELECT team_name FROM accounts_authority",
        ]
        until("the standby has it", lambda: "Written on the first" in filled.as_server(*read))
        until(
            "nothing is left behind",
            lambda: filled.script("standby.sh", "delay", PRIMARY_URL=superuser).stdout.strip() == "0",
        )
        standby.promote()
        done = filled.manage(
            "shell",
            "-c",
            WRITE,
            DATABASE_URL=standby.url,
        )
        assert done.returncode == 0, done.stderr


def test_production_settings_pass_every_deployment_check(machine: Machine) -> None:
    done = machine.manage("check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stdout + done.stderr


def test_headers_and_cookies_of_production(machine: Machine) -> None:
    headers = machine.headers("/accounts/login/")
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Set-Cookie"].startswith("__Host-csrf=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(headers["Set-Cookie"].split("; "))


def test_the_web_server_takes_no_forged_name_of_a_header(machine: Machine) -> None:
    """A name with an underscore is, in WSGI, the same as one with a hyphen: gunicorn drops it."""
    request = (
        "GET /accounts/login/ HTTP/1.1\r\n"
        f"Host: {GIVEN['SITE_ADDRESS']}\r\n"
        "X-Forwarded-Proto: https\r\n"
        "X-Forwarded-For: 198.51.100.7\r\n"
        "X_Forwarded_For: 203.0.113.9\r\n"
        "X_Forwarded_Proto: http\r\n"
        "SCRIPT_NAME: /evil\r\n"
        "Connection: close\r\n\r\n"
    )
    with socket.create_connection((HERE, machine.ports["web"]), timeout=10) as line:
        line.sendall(request.encode())
        answer = b""
        while part := line.recv(65536):
            answer += part
    assert answer.startswith(b"HTTP/1.1 200"), answer[:300]
    assert b"/evil" not in answer
    asked = [line for line in machine.children["web"].log.read_text().splitlines() if '"route"' in line]
    assert json.loads(asked[-1])["client"] == "198.51.100.7"


@pytest.mark.parametrize(
    "request_text",
    [
        "POST /accounts/login/ HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /accounts/login/ HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "GET /accounts/login/ HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        "GET /accounts/login/ HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n",
        "GET /accounts/login/ HTTP/1.1\r\nHost: {host}\r\nX-A : b\r\n\r\n",
        "GET /accounts/login/ HTTP/1.1\r\nHost: {host}\r\nX-A: b\r\n folded\r\n\r\n",
        "GET /" + "x" * 5000 + " HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: {host}\r\n" + "X-A: b\r\n" * 150 + "\r\n",
    ],
)
def test_a_request_with_two_ends_is_refused(machine: Machine, request_text: str) -> None:
    """What two servers could read as two different requests (smuggling), and what is too large."""
    with socket.create_connection((HERE, machine.ports["web"]), timeout=10) as line:
        line.sendall(request_text.format(host=GIVEN["SITE_ADDRESS"]).encode())
        answer = line.recv(65536)
    assert answer[:12] in (b"HTTP/1.1 400", b"HTTP/1.1 431", b"HTTP/1.1 414", b"HTTP/1.1 501"), answer[:100]
