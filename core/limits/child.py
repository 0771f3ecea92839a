"""The process that reads one file from outside, inside limits, and ends.

``core.limits.running`` starts this file as a program with an empty environment: no settings, no database, no
key. Nothing here imports Django before the limits are set, and nothing at all that the reader does not need.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import os
import pickle
import resource
import signal
import sys
from pathlib import Path
from typing import Any, Final

MEGABYTE: Final = 1024 * 1024
#: How the process says why it ended (``core.limits.running`` reads it).
MEMORY, OUTPUT, MISTAKE = 70, 71, 72
MAX_OPEN_FILES: Final = 32


def main() -> int:
    """Read a request from the standard input, do it, and write the answer to the standard output."""
    request = json.load(sys.stdin)
    _limit(**request["limits"])
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    try:
        answer = _answer(request)
        with open(1, "wb", closefd=False) as output:
            pickle.dump(answer, output, protocol=5)
    except MemoryError:
        return MEMORY
    except OSError as error:
        if error.errno == errno.EFBIG:
            return OUTPUT
        raise
    return 0


def _answer(request: dict[str, Any]) -> tuple[str, Any]:
    """What the function returned, or the refusal that it raised."""
    if request["has_words"]:
        _configure_words()
    module, _, name = request["function"].partition(":")
    function = getattr(importlib.import_module(module), name)
    arguments = request["arguments"]
    if request["target"] is not None:
        arguments["target"] = open(request["target"], "wb", closefd=False)  # noqa: SIM115  ends with the process
    with open(request["file"], "rb", closefd=False) as file:
        try:
            answer = function(file, **arguments)
            if "target" in arguments:
                arguments["target"].flush()
        except Exception as error:
            if f"{type(error).__module__}:{type(error).__qualname__}" not in request["refusals"]:
                raise
            return "refused", error
    return "read", answer


def _configure_words() -> None:
    """Sentences are marked for translation by Django, and translated by whoever asked."""
    from django.conf import settings

    settings.configure(USE_I18N=False)


def _limit(*, seconds: float, cpu: int, memory: int, output: int) -> None:
    """Limits of this process: ``seconds`` and ``cpu`` in seconds, ``memory`` and ``output`` in megabytes."""
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)  # ends a child whose parent is gone
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory * MEGABYTE, memory * MEGABYTE),
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        (resource.RLIMIT_FSIZE, output * MEGABYTE, output * MEGABYTE),
        (resource.RLIMIT_NOFILE, MAX_OPEN_FILES, MAX_OPEN_FILES),
        (resource.RLIMIT_NPROC, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        ceiling = resource.getrlimit(kind)[1]
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(kind, (soft, hard))
    with contextlib.suppress(OSError):  # where memory runs out all the same, this process ends first
        Path("/proc/self/oom_score_adj").write_text("1000")


if __name__ == "__main__":
    try:
        status = main()
    except Exception:
        import traceback

        traceback.print_exc()
        status = MISTAKE
    sys.stdout.flush()
    os._exit(status)  # a reader that left something behind is not waited for
