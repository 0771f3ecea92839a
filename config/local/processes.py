"""The processes of the demonstration: started with a log of their own, watched, stopped in order."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 15.0  # seconds for a process to end by itself: a task may finish its chunk


@dataclass
class Child:
    """A process that runs as long as the demonstration does, in a process group of its own."""

    name: str
    arguments: list[str]
    log: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    starts: int = field(default=0, init=False)

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab" if self.starts else "wb") as log:
            self.process = subprocess.Popen(
                self.arguments,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                # Ctrl-C reaches the demonstration alone, which then stops them in order
                start_new_session=True,
            )
        self.starts += 1

    def ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def end_of_log(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


def python(*arguments: str) -> list[str]:
    """A command line for this environment's Python."""
    return [sys.executable, *arguments]


def stop_children(children: Iterable[Child]) -> None:
    """Ask all to end, wait for each, and end by force what does not."""
    running = [child.process for child in children if child.process and child.process.poll() is None]
    for process in running:
        _signal_group(process.pid, signal.SIGTERM, whole=False)
    deadline = time.monotonic() + PATIENCE
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            _signal_group(process.pid, signal.SIGKILL, whole=True)
            process.wait()


def remember(file: Path, address: str, children: Iterable[Child]) -> None:
    """Write down what runs, so that `make stop` finds it even when the demonstration itself was killed."""
    pids = [os.getpid(), *(child.process.pid for child in children if child.process)]
    born = {str(pid): psutil.Process(pid).create_time() for pid in pids if psutil.pid_exists(pid)}
    file.write_text(json.dumps({"address": address, "main": str(os.getpid()), "born": born}))


def stop_remembered(file: Path) -> bool:
    """Stop what an earlier demonstration left running. Whether there was anything."""
    try:
        remembered = json.loads(file.read_text())
    except (FileNotFoundError, ValueError):
        return False
    living = [process for pid, born in remembered["born"].items() if (process := _same(int(pid), born))]
    main = [process for process in living if str(process.pid) == remembered["main"]]
    for process in main:  # it stops its children itself
        process.terminate()
    psutil.wait_procs(main, PATIENCE * 2)
    for process in living:
        if process.is_running() and process not in main:
            _signal_group(process.pid, signal.SIGTERM, whole=False)
    for process in psutil.wait_procs(living, PATIENCE)[1]:
        _signal_group(process.pid, signal.SIGKILL, whole=True)
    file.unlink(missing_ok=True)
    return bool(living)


def address_of_running(file: Path) -> str:
    """Where the demonstration that runs already answers."""
    with contextlib.suppress(FileNotFoundError, ValueError):
        if address := json.loads(file.read_text())["address"]:
            return str(address)
    return "an address it has not printed yet"


def _same(pid: int, born: float) -> psutil.Process | None:
    """The process, unless its number was given to another one since."""
    try:
        process = psutil.Process(pid)
        return process if abs(process.create_time() - born) < 1 else None
    except psutil.NoSuchProcess:
        return None


def _signal_group(pid: int, number: signal.Signals, *, whole: bool) -> None:
    """Signal a process, or with it all that it started (each child leads a group of its own)."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        (os.killpg if whole else os.kill)(pid, number)
