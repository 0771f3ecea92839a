"""Everything behind `make demo`: services, migrations, the demonstration's data, web, worker and beat, one address."""

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
from pathlib import Path
from types import FrameType

from config.local import CannotStart
from config.local.processes import Child, address_of_running, python, remember, stop_children, stop_remembered
from config.local.stack import LOCAL, REMEMBERED, ROOT, Stack
from config.local.stamps import MIGRATED_BY, hash_of, is_done, mark_done

HERE = "127.0.0.1"
PREFERRED_PORT = 8000
START_SECONDS = 90.0
MOST_STARTS = 5  # of one process, before the demonstration gives up on it

BUILT_BY = (*MIGRATED_BY, "*/management/commands/build_demonstration.py", "*/demonstration/**/*.py")
COLLECTED_FROM = ("static/**/*", "*/static/**/*", "requirements/local.txt", "config/settings.py")


class Stopped(SystemExit):
    """Somebody pressed Ctrl-C or sent SIGTERM."""


def main() -> int:
    LOCAL.mkdir(mode=0o711, exist_ok=True)  # PostgreSQL's account passes through; what is inside is closed
    with (LOCAL / "demonstration.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"The demonstration runs already, at {address_of_running(REMEMBERED)} (`make stop` stops it).")
            return 1
        try:
            run()
        except CannotStart as problem:
            print(f"\n{problem}", file=sys.stderr)
            return 1
        except Stopped:
            return 0
    return 0


def run() -> None:
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
        told = stack.environment(address)
        prepare(stack, told)
        children.append(web(told, port))
        children[0].start()
        remember(REMEMBERED, address, children)
        sign_ins = manage(told, "build_demonstration", "--sign-ins")
        wait_for_web(children[0], port)
        children += [worker(told), beat(told)]  # after web, so that a small machine answers sooner; tasks wait in the queue
        for child in children[1:]:
            child.start()
        remember(REMEMBERED, address, children)
        print(f"\n{sign_ins.strip()}\n\nThe demonstration is at {address}/ (Ctrl-C stops it; logs are in .local/logs)", flush=True)
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


def prepare(stack: Stack, told: dict[str, str]) -> None:
    """Migrate, build the demonstration and collect static files: each only when what it reads has changed."""
    collected, collecting = hash_of(ROOT, COLLECTED_FROM), None
    if not is_done(LOCAL / "static.done", collected):
        collecting = subprocess.Popen(
            python("manage.py", "collectstatic", "--no-input", "--clear", "--verbosity=0"), cwd=ROOT, env=told
        )
    try:
        # The stamps of the data lie in the data's folder: deleting the one deletes the others.
        stamps = stack.postgres.folder / "done" if stack.postgres else None
        once(stamps, "migrated", MIGRATED_BY, lambda: migrate(stack, told))
        once(stamps, "built", BUILT_BY, lambda: build(told))
        if collecting and collecting.wait():
            raise CannotStart("collectstatic failed; its message is above.")
    finally:
        if collecting and collecting.poll() is None:
            collecting.terminate()
            collecting.wait()
    mark_done(LOCAL / "static.done", collected)


def migrate(stack: Stack, told: dict[str, str]) -> None:
    say("Migrating the database as its owner")
    manage({**told, "DATABASE_OWNER_URL": stack.owner_url()}, "migrate", "--database", "owner", "--no-input", "--verbosity=0")


def build(told: dict[str, str]) -> None:
    say("Building the demonstration")
    manage(told, "build_demonstration")


def manage(told: dict[str, str], *arguments: str) -> str:
    """Run a command of manage.py; what it printed."""
    done = subprocess.run(python("manage.py", *arguments), cwd=ROOT, env=told, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotStart(f"manage.py {arguments[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def once(stamps: Path | None, name: str, inputs: tuple[str, ...], work: Callable[[], None]) -> None:
    """Do the work unless it was done with the same inputs; always for a server whose state we do not know."""
    if stamps is None:
        work()
        return
    wanted = hash_of(ROOT, inputs)
    if not is_done(stamps / name, wanted):
        work()
        mark_done(stamps / name, wanted)


def web(told: dict[str, str], port: int) -> Child:
    arguments = ("-m", "gunicorn", "config.wsgi:application", "--config", "config/gunicorn.py")
    return _child("web", {"WEB_WORKERS": "2", **told, "BIND": f"{HERE}:{port}"}, *arguments)


def worker(told: dict[str, str]) -> Child:
    arguments = ("worker", "--concurrency=2", "--without-mingle", "--without-gossip", "--loglevel=INFO")
    return _child("worker", told, "-m", "celery", "--app=config.celery", *arguments)


def beat(told: dict[str, str]) -> Child:
    return _child("beat", told, "-m", "celery", "--app=config.celery", "beat", "--pidfile=", "--loglevel=INFO")


def _child(name: str, told: dict[str, str], *arguments: str) -> Child:
    return Child(name, python(*arguments), LOCAL / "logs" / f"{name}.log", told)


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
            if child.starts >= MOST_STARTS:
                raise CannotStart(f"The process {child.name} keeps ending. The end of {child.log}:\n{child.end_of_log()}")
            say(f"The process {child.name} ended and is started again")
            child.start()
            remember(REMEMBERED, address, children)


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
