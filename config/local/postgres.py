"""A private PostgreSQL: socket only, in a folder of mode 0700,
made at the first start and kept between starts.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psutil

from config.local import CannotStart
from config.local.accounts import Account, copy_parcel, own_folder, place_outside, server_account
from config.local.programs import PostgresPrograms, postgres_programs

ROLES_FILE = Path(__file__).resolve().parents[2] / "deploy" / "roles.sql"
DATABASE = "eyc"
LONGEST_SOCKET_FOLDER = 80  # an address of a socket holds 103 bytes on macOS, 107 on Linux
SHORT_FOLDERS = Path("/tmp")  # short on purpose; mkdtemp makes what is used below it
SMALLEST_SHARED_MEMORY = 32 * 1024 * 1024
LARGEST_LOG = 5 * 1024 * 1024
START_SECONDS = 30

LASTING = {"shared_buffers": "128MB", "max_connections": "60"}
#: For the tests, which throw the data away: nothing waits for the disk.
FLEETING = {
    "shared_buffers": "128MB",
    "max_connections": "100",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


@dataclass(frozen=True)
class Running:
    """A server that answers: its process and where its socket is."""

    pid: int
    port: int
    socket_folder: Path


class PrivatePostgres:
    """The server whose data lies in ``folder``; two processes may start it at the same time."""

    def __init__(self, folder: Path, settings: dict[str, str] | None = None) -> None:
        self.wanted = folder.expanduser().absolute()
        self.settings = LASTING if settings is None else settings
        outside = place_outside(self.wanted, "postgres")
        self.account: Account = server_account(outside / "data" if outside.exists() else self.wanted / "data")
        self.folder = self.wanted if self.account.can_reach(self.wanted.parent) else outside
        self.data = self.folder / "data"
        self.log = self.folder / "log"

    # --- what others call -----------------------------------------------------------------------------------

    def start(self) -> None:
        """Make the cluster where there is none, start it where it does not run, and see to the roles."""
        own_folder(self.folder, self.account)
        with self.locked():
            if self.running():
                return
            self._programs = self._reachable_programs()
            self._clear_after_crash()
            fresh = self._make_cluster()
            self._write_settings()
            self._start_server()
            if fresh or not (self.data / "eyc.roles").exists():
                self._make_roles()

    def stop(self) -> None:
        """Stop it in order; a connection that is still open is closed."""
        if not self.folder.exists():
            return
        with self.locked():
            running = self.running()
            if running is None:
                return
            self._programs = self._reachable_programs()
            self._run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "-s", "stop")
            self._remove_short_folder(running.socket_folder)

    def remove(self) -> None:
        """Stop it and delete its data."""
        if self.folder.exists():
            self.stop()
            shutil.rmtree(self.folder)

    def running(self) -> Running | None:
        """The server, when it is ready and it is ours; ``None`` for a pid file that a crash left behind."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            pid, port, socket_folder, status = int(lines[0]), int(lines[3]), Path(lines[4]), lines[7].strip()
        except (FileNotFoundError, IndexError, ValueError):
            return None
        return Running(pid, port, socket_folder) if status == "ready" and self._is_ours(pid) else None

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a database on the running server, as a role."""
        running = self.running()
        if running is None:
            raise CannotStart(f"The private PostgreSQL in {self.folder} does not run.")
        query = urlencode({"host": running.socket_folder, "port": running.port})
        return f"postgresql://{role}@/{database}?{query}"

    def ask(self, question: str, database: str = DATABASE) -> str:
        """The one value that a statement returns, as text, asked by the superuser."""
        return self._connected("psql", "postgres", database, "-X", "-q", "-A", "-t", "-c", question).strip()

    def run_script(self, role: str, script: Path, database: str = DATABASE) -> None:
        """Run a script as a role, whole or not at all. Raises CannotStart with what the server said."""
        options = ("-X", "-q", "-o", os.devnull, "-v", "ON_ERROR_STOP=1", "--single-transaction")
        self._connected("psql", role, database, *options, script=script)

    def dump(self, database: str = DATABASE) -> str:
        """The database as a script for its owner, with its rows and privileges."""
        return self._connected("pg_dump", "postgres", database, "--no-owner")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else starts or stops this server meanwhile."""
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    # --- how it is done -------------------------------------------------------------------------------------

    def _reachable_programs(self) -> PostgresPrograms:
        """The programs, copied to a place the server's account can reach when it cannot reach them."""
        programs = postgres_programs()
        if self.account.can_reach(programs.folder):
            return programs
        place = place_of_copy(programs)
        copy_parcel(programs.parcel, programs.root, place)
        return programs.moved_to(place)

    def _connected(
        self, program: str, role: str, database: str, *options: str, script: Path | None = None
    ) -> str:
        """Run a client program on the running server."""
        running = self.running()
        if running is None:
            raise CannotStart(f"The private PostgreSQL in {self.folder} does not run.\n{self._end_of_log()}")
        self._programs = self._reachable_programs()
        where = ("-h", running.socket_folder, "-p", running.port, "-U", role, "-d", database)
        return self._run(program, *where, *options, script=script)

    def _run(self, program: str, *arguments: object, script: Path | None = None) -> str:
        """Run a PostgreSQL program as the server's account, away from any folder it may not enter."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        with script.open() if script else open(os.devnull) as given:
            done: subprocess.CompletedProcess[str] = subprocess.run(
                [self._programs.folder / program, *map(str, arguments)],
                cwd="/",
                env={**environment, "LC_ALL": "C"},
                stdin=given,
                capture_output=True,
                text=True,
                check=False,
                **self.account.run_as(),
            )
        if done.returncode:
            said = (done.stdout + done.stderr).strip()
            raise CannotStart(f"PostgreSQL's {program} failed:\n{said}\n{self._end_of_log()}".strip())
        return done.stdout

    def _end_of_log(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""

    def _is_ours(self, pid: int) -> bool:
        """Whether the process is a server of this folder, and not one that was given an old number again."""
        try:
            process = psutil.Process(pid)
            return process.status() != psutil.STATUS_ZOMBIE and str(self.data) in process.cmdline()
        except psutil.NoSuchProcess:
            return False
        except psutil.AccessDenied:  # somebody else's process, so not our server
            return False

    def _clear_after_crash(self) -> None:
        """Forget a server that was killed: its number may by now be a
        stranger's, or that of a process nobody buried.
        """
        pid_file = self.data / "postmaster.pid"
        lines = pid_file.read_text().splitlines() if pid_file.exists() else []
        if not lines or (lines[0].isdigit() and self._is_ours(int(lines[0]))):
            return
        self._wait_for_orphans()
        socket_folder = Path(lines[4]) if len(lines) > 4 else self.folder
        for left in (*socket_folder.glob(".s.PGSQL.*"), pid_file):
            left.unlink()
        self._remove_short_folder(socket_folder)

    def _wait_for_orphans(self) -> None:
        """The server's own children end when it does; a new one must not meet them in the data."""
        deadline = time.monotonic() + START_SECONDS
        while any(self._works_in_data(process) for process in psutil.process_iter()):
            if time.monotonic() > deadline:
                raise CannotStart(f"Processes of an earlier PostgreSQL still work in {self.data}.")
            time.sleep(0.05)

    def _works_in_data(self, process: psutil.Process) -> bool:
        try:
            return str(process.cwd()) == str(self.data)
        except (psutil.Error, OSError):  # it has just ended, or is somebody else's
            return False

    def _make_cluster(self) -> bool:
        """Run initdb where there is no data. Whether it did."""
        version = self.data / "PG_VERSION"
        if version.exists():
            if int(version.read_text()) != self._programs.major:
                raise CannotStart(
                    f"The data in {self.folder} was made by PostgreSQL {version.read_text().strip()} and the"
                    f" programs are of version {self._programs.major}. `make clean` deletes the data; then"
                    " start again."
                )
            return False
        shutil.rmtree(self.data, ignore_errors=True)  # an initdb that was interrupted
        built_in = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        locale = built_in if self._programs.major >= 17 else [f"--locale={_plain_locale()}"]
        options = ["-U", "postgres", "-E", "UTF8", *locale, "--auth=trust", "--no-sync", "--no-instructions"]
        self._run("initdb", "-D", self.data, *options)
        with (self.data / "postgresql.conf").open("a") as file:
            file.write("include = 'eyc.conf'\n")
        return True

    def _write_settings(self) -> None:
        wanted = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._socket_folder()),
            "unix_socket_permissions": "0700",
            "timezone": "Europe/London",
            "log_timezone": "Europe/London",
            **self.settings,
        }
        if _shared_memory_is_small():
            wanted["dynamic_shared_memory_type"] = "mmap"
        lines = "".join(
            "{} = '{}'\n".format(name, value.replace("'", "''")) for name, value in wanted.items()
        )
        (self.data / "eyc.conf").write_text(lines)
        if self.account.other:
            os.chown(self.data / "eyc.conf", self.account.uid, self.account.gid)

    def _socket_folder(self) -> Path:
        if len(os.fsencode(self.folder)) <= LONGEST_SOCKET_FOLDER:
            return self.folder
        return own_folder(Path(tempfile.mkdtemp(prefix="eyc-socket-", dir=SHORT_FOLDERS)), self.account)

    def _remove_short_folder(self, folder: Path) -> None:
        """Take away a socket folder of our own making, and nothing but sockets with it."""
        if folder.parent == SHORT_FOLDERS and folder.is_dir():
            for socket in folder.glob(".s.PGSQL.*"):
                socket.unlink()
            with suppress(OSError):
                folder.rmdir()

    def _start_server(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.unlink()
        self._run("pg_ctl", "-D", self.data, "-w", "-t", START_SECONDS, "-s", "-l", self.log, "start")

    def _make_roles(self) -> None:
        self._connected(
            "psql", "postgres", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1", script=ROLES_FILE
        )
        (self.data / "eyc.roles").touch()


def place_of_copy(programs: PostgresPrograms) -> Path:
    """Where a copy of these programs lies; newer ones of the same place are another copy."""
    made = int((programs.folder / "postgres").stat().st_mtime)
    return place_outside(programs.folder / str(made), f"programs-{programs.major}")


def _plain_locale() -> str:
    """Before version 17 the locale is the machine's, and macOS has no C.UTF-8."""
    return "C.UTF-8" if sys.platform.startswith("linux") else "C"


def _shared_memory_is_small() -> bool:
    """Some containers have no /dev/shm, or one that a parallel query would fill."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        found = os.statvfs("/dev/shm")  # asked for its size only
    except OSError:
        return True
    return found.f_bavail * found.f_frsize < SMALLEST_SHARED_MEMORY
