"""Everything behind `make demo`: services, migrations, the
demonstration's data, web, worker and beat, one address.

python -m config.local.demo         as people see it python -m config.local.demo dev     `make dev`: code and
templates are read again when they change, DEBUG is on
"""

import contextlib
import fcntl
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from config.local import CannotStart, schema
from config.local.bytecode import keep_bytecode
from config.local.processes import Child, address_of_running, python, remember, stop_children, stop_remembered
from config.local.servers import HERE, beat, reloading_web, reloading_worker, web, worker
from config.local.stack import LOCAL, REMEMBERED, ROOT, Stack
from config.local.stamps import MIGRATED_BY, hash_of, is_done, mark_done

PREFERRED_PORT = 8000
START_SECONDS = 90.0
MAX_STARTS = 5  # of one process, before the demonstration gives up on it

BUILT_BY = (*MIGRATED_BY, "*/management/commands/build_demonstration.py", "*/demonstration/**/*.py")
COLLECTED_FROM = ("static/**/*", "*/static/**/*", "requirements/local.txt", "config/settings.py")


class Stopped(SystemExit):
    """Somebody pressed Ctrl-C or sent SIGTERM."""


def main() -> int:
    develop = sys.argv[1:] == ["dev"]
    LOCAL.mkdir(mode=0o711, exist_ok=True)  # PostgreSQL's account passes through; what is inside is closed
    keep_bytecode()
    with (LOCAL / "demonstration.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(
                f"The demonstration runs already, at {address_of_running(REMEMBERED)} (`make stop` stops it)."
            )
            return 1
        try:
            run(develop=develop)
        except CannotStart as problem:
            print(f"\n{problem}", file=sys.stderr)
            return 1
        except Stopped:
            return 0
    return 0


def run(*, develop: bool) -> None:
    """Start everything and stay until somebody stops it; then stop everything."""
    begun = time.monotonic()
    stop_remembered(REMEMBERED)
    remember(REMEMBERED, "", [])
    stack, children = Stack(), list[Child]()
    with stopping(stack, children):
        say("Starting PostgreSQL and Valkey")
        stack.start()
        port = free_port()
        address = f"http://localhost:{port}"
        variables = stack.environment(address, debug=develop)
        migrate(stack, variables, collects=not develop)
        children.append(reloading_web(variables, port) if develop else web(variables, port))
        children[0].start()  # it reads its code while the demonstration is built
        remember(REMEMBERED, address, children)
        build(stack, variables)
        sign_ins = manage(variables, "build_demonstration", "--sign-ins")
        wait_for_web(children[0], port)
        # After web, so that a small machine answers sooner; tasks wait in the queue.
        children += [reloading_worker(variables)] if develop else [worker(variables), beat(variables)]
        for child in children[1:]:
            child.start()
        remember(REMEMBERED, address, children)
        print(
            f"\n{sign_ins.strip()}\n\nThe demonstration is at {address}/ (Ctrl-C stops it; logs are in"
            " .local/logs)",
            flush=True,
        )
        say(f"Ready after {time.monotonic() - begun:.1f} seconds")
        watch(children, address)


@contextmanager
def stopping(stack: Stack, children: list[Child]) -> Iterator[None]:
    """Whatever happens inside, leave nothing running; a second Ctrl-C does not interrupt that."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for number in signals:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in signals:
            signal.signal(number, signal.SIG_IGN)
        say("Stopping")
        stop_children(reversed(children))
        stack.stop()
        REMEMBERED.unlink(missing_ok=True)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(0)


def migrate(stack: Stack, variables: dict[str, str], *, collects: bool) -> None:
    """Make the tables, and beside it collect the static files: each only when what it reads has changed."""
    with collecting(variables) if collects else contextlib.nullcontext():
        once(stack, "migrated", MIGRATED_BY, lambda: migrate_as_owner(stack, variables))


def build(stack: Stack, variables: dict[str, str]) -> None:
    """Make the demonstration's data, where it is not there or what makes it has changed."""
    once(stack, "built", BUILT_BY, lambda: build_through_services(variables))


@contextmanager
def collecting(variables: dict[str, str]) -> Iterator[None]:
    """Collect the static files beside what the block does. Raises CannotStart when that fails."""
    inputs = hash_of(ROOT, COLLECTED_FROM)
    if is_done(LOCAL / "static.done", inputs):
        yield
        return
    command = python("manage.py", "collectstatic", "--no-input", "--clear", "--verbosity=0")
    collector = subprocess.Popen(command, cwd=ROOT, env=variables)
    try:
        yield
        if collector.wait():
            raise CannotStart("collectstatic failed; its message is above.")
    finally:
        collector.terminate()
        collector.wait()
    mark_done(LOCAL / "static.done", inputs)


def migrate_as_owner(stack: Stack, variables: dict[str, str]) -> None:
    say("Migrating the database as its owner")
    if stack.postgres:
        schema.load(stack.postgres)
    manage(
        {**variables, "DATABASE_OWNER_URL": stack.owner_url()},
        "migrate",
        "--database",
        "owner",
        "--no-input",
        "--verbosity=0",
    )


def build_through_services(variables: dict[str, str]) -> None:
    say("Building the demonstration")
    manage(variables, "build_demonstration")


def manage(variables: dict[str, str], *arguments: str) -> str:
    """Run a command of manage.py; what it printed."""
    done = subprocess.run(
        python("manage.py", *arguments), cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CannotStart(f"manage.py {arguments[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def once(stack: Stack, name: str, inputs: tuple[str, ...], work: Callable[[], None]) -> None:
    """Do the work unless it was done with the same inputs; always for a server whose state we do not know."""
    if stack.postgres is None:
        work()
        return
    stamp = stack.postgres.folder / "done" / name  # with the data: deleting the one deletes the other
    digest = hash_of(ROOT, inputs)
    if not is_done(stamp, digest):
        work()
        mark_done(stamp, digest)


def free_port() -> int:
    """The preferred port, or a free one when somebody has taken it."""
    for port in (PREFERRED_PORT, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HERE, port))
            return int(probe.getsockname()[1])
    raise CannotStart("This machine has no free port.")


def wait_for_web(child: Child, port: int) -> None:
    """Until the health address answers that web can serve."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if child.ended():
            raise CannotStart(f"The web server ended. The end of {child.log}:\n{child.end_of_log()}")
        if health(port) == http.client.OK:
            return
        time.sleep(0.1)
    raise CannotStart(f"The web server does not answer. The end of {child.log}:\n{child.end_of_log()}")


def health(port: int) -> int:
    """The status of /health/web/; 0 when nobody answers."""
    connection = http.client.HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/health/web/")
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def watch(children: list[Child], address: str) -> None:
    """Stay; start again what ends, and give up on what keeps ending."""
    while True:
        time.sleep(0.5)
        for child in children:
            if not child.ended():
                continue
            if child.starts >= MAX_STARTS:
                raise CannotStart(
                    f"The process {child.name} keeps ending. The end of {child.log}:\n{child.end_of_log()}"
                )
            say(f"The process {child.name} ended and is started again")
            child.start()
            remember(REMEMBERED, address, children)


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
