"""No more than so many children read files at once, whichever process asks; tried with real processes."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from core.limits import running
from core.limits.places import NoPlace, place
from core.limits.running import Limit, LimitPassed, Limits, Reader, ReaderStopped, read_limited

ROOT = Path(__file__).resolve().parents[2]
#: Another process of the service: it has a file read that takes its time.
ASKING = """
import io, sys
from pathlib import Path
from django.conf import settings
settings.configure(USE_I18N=False, READERS_AT_ONCE=2, READERS_FOLDER=Path(sys.argv[1]))
from core.limits.running import Limits, Reader, read_limited
reader = Reader(function="tests.core.greedy:sleep", limits=Limits(seconds=60))
read_limited(reader, io.BytesIO(b"four"))
"""
pytestmark = pytest.mark.pure


@pytest.fixture(autouse=True)
def two_places(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.READERS_AT_ONCE, settings.READERS_FOLDER = 2, tmp_path / "readers"
    monkeypatch.setattr(running, "PATIENCE", 0.2)
    monkeypatch.setattr(running, "PATIENCE_IN_BACKGROUND", 0.2)
    folder: Path = settings.READERS_FOLDER
    return folder


@pytest.fixture
def ask_elsewhere(two_places: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    asking: list[subprocess.Popen[bytes]] = []

    def ask() -> subprocess.Popen[bytes]:
        before = taken(two_places)
        process = subprocess.Popen([sys.executable, "-c", ASKING, str(two_places)], cwd=ROOT)
        asking.append(process)
        until(lambda: taken(two_places) > before)
        return process

    yield ask
    for process in asking:
        for pid in [*children_of(process.pid), process.pid]:
            with_pid(pid, signal.SIGKILL)
        process.wait()


def taken(folder: Path) -> int:
    """How many of the two places are held."""
    free = 0
    with_free: list[Any] = []
    try:
        while True:
            held = place(number=2, folder=folder, patience=0)
            held.__enter__()
            with_free.append(held)
            free += 1
    except NoPlace:
        return 2 - free
    finally:
        for held in with_free:
            held.__exit__(None, None, None)


def until(is_so: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < ends_at
        time.sleep(0.05)


def children_of(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(text) for text in path.read_text().split()] if path.exists() else []


def with_pid(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def read() -> int:
    answer: int = read_limited(Reader(function="tests.core.greedy:count"), io.BytesIO(b"four"))
    return answer


def test_a_file_beyond_the_places_is_refused_in_words_and_read_once_one_is_free(
    ask_elsewhere: Callable[[], subprocess.Popen[bytes]],
) -> None:
    ask_elsewhere()
    assert read() == 4, "one place is left"
    second = ask_elsewhere()
    with pytest.raises(LimitPassed) as refused:
        read()
    assert refused.value.limit is Limit.BUSY
    assert refused.value.in_words() == "The service is reading other files. Try again in a minute."
    [child] = children_of(second.pid)
    os.kill(child, signal.SIGKILL)
    second.wait()
    assert read() == 4, "a child that was killed has left its place"


def test_a_child_whose_parent_was_killed_keeps_its_place_until_it_ends(
    ask_elsewhere: Callable[[], subprocess.Popen[bytes]], two_places: Path
) -> None:
    asking = ask_elsewhere()
    ask_elsewhere()
    until(lambda: bool(children_of(asking.pid)))
    [child] = children_of(asking.pid)
    time.sleep(0.3)  # the child has begun
    os.kill(asking.pid, signal.SIGKILL)
    asking.wait()
    assert taken(two_places) == 2, "it still reads"
    os.kill(child, signal.SIGKILL)
    until(lambda: taken(two_places) == 1)
    assert read() == 4


def test_background_work_is_done_again_instead(monkeypatch: pytest.MonkeyPatch, two_places: Path) -> None:
    monkeypatch.setattr(running, "current_task", object())
    first, second = (place(number=2, folder=two_places, patience=0) for _ in range(2))
    with first, second, pytest.raises(ReaderStopped):
        read()
    assert read() == 4


def test_places_are_free_again_after_every_end(two_places: Path) -> None:
    for function in ("count", "crash", "say_much"):
        reader = Reader(function=f"tests.core.greedy:{function}", limits=Limits(output=1))
        with suppress(LimitPassed):
            read_limited(reader, io.BytesIO(b"x"))
        assert taken(two_places) == 0, function


def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere")
    for folder in (open_to_all, link):
        with pytest.raises(OSError), place(number=1, folder=folder, patience=0):
            pass


def test_a_place_cannot_be_filled(two_places: Path) -> None:
    with place(number=1, folder=two_places, patience=0) as held, pytest.raises(OSError, match="Bad file"):
        os.write(held, b"x")
