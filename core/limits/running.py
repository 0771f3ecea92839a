"""Reading a file from outside in a process of its own, inside limits (docs/decisions/0031).

The child has no database, no settings and no environment. Whatever it does, the process that asked goes on:
it gets the answer, the reader's own refusal, or ``LimitPassed`` with a sentence.
"""

from __future__ import annotations

import json
import logging
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, is_dataclass
from enum import Enum, StrEnum
from pathlib import Path
from types import ModuleType
from typing import IO, Any, BinaryIO, Final

from celery import current_task
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.limits import child
from core.limits.places import NoPlace, place

log = logging.getLogger(__name__)
MAX_COMPLAINT: Final = 4_000
#: Seconds to wait for a place: of somebody who looks at a page, and of background work.
PATIENCE: Final = 5.0
PATIENCE_IN_BACKGROUND: Final = 30.0
#: Classes that any answer may hold, beside the builtins that need no class.
PLAIN: Final = frozenset({("datetime", "date"), ("datetime", "datetime"), ("decimal", "Decimal")})
#: Signals that somebody else sends to end the work; the file has not been judged then.
STOPPED: Final = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT})


class Limit(StrEnum):
    """What a child passed, that it broke down, or that it had to wait too long to begin."""

    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    BREAKDOWN = "breakdown"
    BUSY = "busy"


SENTENCES: Final[Mapping[Limit, str]] = {
    Limit.TIME: gettext_noop("The file takes too long to read. Use a smaller or simpler file."),
    Limit.MEMORY: gettext_noop("The file takes too much room to read. Use a smaller or simpler file."),
    Limit.OUTPUT: gettext_noop("There is too much in the file. Use a smaller or simpler file."),
    Limit.BREAKDOWN: gettext_noop("The file cannot be read. Save it again and upload the new copy."),
    Limit.BUSY: gettext_noop("The service is reading other files. Try again in a minute."),
}


class LimitPassed(Exception):
    """The file could not be read inside the limits; ``sentence`` is for the person who brought it."""

    def __init__(self, limit: Limit) -> None:
        self.limit, self.sentence = limit, SENTENCES[limit]
        super().__init__(limit)

    def in_words(self) -> str:
        """The sentence in the reader's language."""
        return _(self.sentence)


class ReaderFailed(RuntimeError):
    """A mistake of ours in a reader; the log holds the child's traceback."""


class ReaderStopped(OSError):
    """Somebody ended the child (the machine is stopping): the work can be done again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one child: ``seconds`` by the clock, ``cpu`` in seconds, ``memory`` and ``output`` in
    megabytes.
    """

    seconds: float = 20
    cpu: int = 10
    memory: int = 512
    output: int = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A function that reads files, by its name ("app.imports.module:function").

    It is called with the open file and named arguments that JSON can say. ``refusals`` are exceptions that it
    may raise, ``holds`` the classes and functions that its answer is made of; a module stands for all its
    plain classes (data classes, named tuples, enumerations, texts). ``has_words``: it marks sentences for
    translation, and so needs Django's part for that (about 50 ms).
    """

    function: str
    refusals: tuple[type[Exception], ...] = ()
    holds: tuple[type | Callable[..., Any] | ModuleType, ...] = ()
    limits: Limits = Limits()
    has_words: bool = True


def read_limited(reader: Reader, file: BinaryIO, *, target: BinaryIO | None = None, **arguments: Any) -> Any:
    """What the reader says of a file, which is left at its beginning.

    ``target`` is a real file that the reader may write to. Raises one of the reader's refusals, LimitPassed,
    ReaderFailed, or OSError where the work may be tried again.
    """
    with (
        _place() as held,
        _open_again(file) as descriptor,
        tempfile.TemporaryFile() as answer,
        tempfile.TemporaryFile() as said,
    ):
        request = {
            "function": reader.function,
            "arguments": arguments,
            "refusals": [f"{each.__module__}:{each.__qualname__}" for each in reader.refusals],
            "has_words": reader.has_words,
            "limits": asdict(reader.limits),
            "file": descriptor,
            "target": None if target is None else target.fileno(),
        }
        status = _run(request, held, answer=answer, complaint=said, limits=reader.limits)
        _judge(status, reader, said)
        answer.seek(0)
        outcome, value = _Answers(answer, reader).load()
    if outcome == "refused":
        raise value
    return value


@contextmanager
def _place() -> Iterator[int]:
    """A place for one child. Background work waits longer, and is done again; a person is told."""
    in_background = bool(current_task)
    patience = PATIENCE_IN_BACKGROUND if in_background else PATIENCE
    try:
        with place(
            number=settings.READERS_AT_ONCE, folder=settings.READERS_FOLDER, patience=patience
        ) as held:
            yield held
    except NoPlace:
        log.warning("a file was not read: %s others are being read", settings.READERS_AT_ONCE)
        if in_background:
            raise ReaderStopped("every place to read a file is taken") from None
        raise LimitPassed(Limit.BUSY) from None


def _run(
    request: Mapping[str, Any], held: int, *, answer: IO[bytes], complaint: IO[bytes], limits: Limits
) -> int:
    """The child's exit status; minus the number of the signal that ended it.

    ``held``: its place, which the child holds too, so that one whose parent was killed still has it.
    """
    handed = [held, *(number for number in (request["file"], request["target"]) if number is not None)]
    with tempfile.TemporaryFile() as asked:
        asked.write(json.dumps(request).encode())
        asked.seek(0)
        process = subprocess.Popen(  # noqa: S603  our own program, nothing of the file in its arguments
            [sys.executable, "-I", "-X", "utf8", str(Path(child.__file__))],
            stdin=asked,
            stdout=answer,
            stderr=complaint,
            pass_fds=handed,
            env={},
            cwd="/",
            start_new_session=True,
        )
    try:
        return process.wait(timeout=limits.seconds)
    except subprocess.TimeoutExpired:
        return -signal.SIGALRM
    finally:
        if process.returncode is None:
            process.kill()
            process.wait()


def _judge(status: int, reader: Reader, complaint: IO[bytes]) -> None:
    """Raise what a status means, unless there is an answer."""
    if status == 0:
        return
    if -status in STOPPED:
        raise ReaderStopped(f"the reader {reader.function} was ended by signal {-status}")
    if status == child.MISTAKE:
        complaint.seek(0)
        words = complaint.read(MAX_COMPLAINT).decode(errors="replace")
        log.error("the reader %s failed: %s", reader.function, _places(words))
        raise ReaderFailed(reader.function)
    limit = {
        child.MEMORY: Limit.MEMORY,
        child.OUTPUT: Limit.OUTPUT,
        -signal.SIGXCPU: Limit.TIME,
        -signal.SIGALRM: Limit.TIME,
        -signal.SIGXFSZ: Limit.OUTPUT,
        -signal.SIGKILL: Limit.MEMORY,  # by the kernel, where memory runs out
    }.get(status, Limit.BREAKDOWN)
    log.warning("the reader %s passed a limit: %s (status %s)", reader.function, limit, status)
    raise LimitPassed(limit)


def _places(traceback: str) -> str:
    """Where a reader failed, without the error's own text, which may hold what is in the file."""
    return " < ".join(line.strip() for line in reversed(traceback.splitlines()) if line.startswith("  File "))


class _Answers(pickle.Unpickler):
    """Reads answers made of the reader's own classes only.

    A child that a file has taken over must not be able to run code here.
    """

    def __init__(self, file: IO[bytes], reader: Reader) -> None:
        super().__init__(file)
        named = [each for each in (*reader.refusals, *reader.holds) if not isinstance(each, ModuleType)]
        modules = [each for each in reader.holds if isinstance(each, ModuleType)]
        named += [each for module in modules for each in vars(module).values() if _is_plain(each, module)]
        self._known: dict[tuple[str, str], Any] = {_name_of(each): each for each in named}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in PLAIN:
            return super().find_class(module, name)
        try:
            return self._known[module, name]
        except KeyError:
            raise ReaderFailed(f"the answer holds {module}.{name}, which no reader may say") from None


def _name_of(named: Any) -> tuple[str, str]:
    return named.__module__, named.__qualname__


def _is_plain(value: Any, module: ModuleType) -> bool:
    """Whether a name in a module is a class that is defined there and only holds values."""
    if not isinstance(value, type) or value.__module__ != module.__name__:
        return False
    return is_dataclass(value) or issubclass(value, Enum | str) or hasattr(value, "_fields")


@contextmanager
def _open_again(file: BinaryIO) -> Iterator[int]:
    """A descriptor that reads the file from its beginning.

    It is opened anew, for reading only, so that neither process moves the other's place; what is no file of
    the system is copied into one.
    """
    with tempfile.TemporaryFile() as copy:
        file.seek(0)
        try:
            file.flush()
            descriptor = os.open(f"/proc/self/fd/{file.fileno()}", os.O_RDONLY)
        except (OSError, AttributeError, ValueError):
            shutil.copyfileobj(file, copy, child.MEGABYTE)
            copy.flush()
            file.seek(0)
            descriptor = os.open(f"/proc/self/fd/{copy.fileno()}", os.O_RDONLY)
        try:
            yield descriptor
        finally:
            os.close(descriptor)
