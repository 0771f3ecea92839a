"""A command of manage.py on the demonstration's servers, as the application's role:

    python -m config.local.manage scoped_shell larkshire

Private servers that do not run are started for it and stopped after it.
"""

import fcntl
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from config.local import CannotStart
from config.local.bytecode import keep_bytecode
from config.local.processes import python
from config.local.stack import LOCAL, ROOT, Stack

ADDRESS = "http://localhost:8000"


def main(arguments: list[str]) -> int:
    keep_bytecode()
    LOCAL.mkdir(mode=0o711, exist_ok=True)
    stack = Stack()
    try:
        with running(stack):
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command
            return subprocess.run(
                python("manage.py", *arguments), cwd=ROOT, env=stack.environment(ADDRESS)
            ).returncode
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1


@contextmanager
def running(stack: Stack) -> Iterator[None]:
    """The servers, stopped afterwards unless a demonstration uses them."""
    if stack.postgres and not (stack.postgres.folder / "done" / "built").exists():
        raise CannotStart("There is no data yet: `make demo` or `make dev` makes it.")
    stack.start()
    try:
        yield
    finally:
        with (LOCAL / "demonstration.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            stack.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
