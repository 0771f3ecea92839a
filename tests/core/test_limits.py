"""A file from outside is read in a process of its own: what passes a limit there is an error in words here."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from core.limits.running import Limit, LimitPassed, Limits, Reader, ReaderFailed, ReaderStopped, read_limited
from tests.core.greedy import Declined

TIGHT = Limits(seconds=10, cpu=1, memory=256, output=2)
#: With time enough to come to another limit first, on a slow processor too.
PATIENT = Limits(seconds=30, cpu=10, memory=256, output=2)


def ask(function: str, data: bytes = b"four", limits: Limits = TIGHT, **arguments: Any) -> Any:
    reader = Reader(function=f"tests.core.greedy:{function}", refusals=(Declined,), limits=limits)
    return read_limited(reader, io.BytesIO(data), **arguments)


def test_the_answer_comes_back_and_the_file_stays_at_its_beginning(tmp_path: Path) -> None:
    assert ask("count", times=3) == 12
    reader = Reader(function="tests.core.greedy:count")
    path = tmp_path / "file"
    path.write_bytes(b"on disk")
    with path.open("rb") as file:
        file.read(3)
        assert read_limited(reader, file) == 7
        assert file.tell() == 0
    with tempfile.TemporaryFile() as unnamed:
        unnamed.write(b"without a name")
        assert read_limited(reader, unnamed) == 14


def test_a_refusal_of_the_reader_is_raised_here() -> None:
    with pytest.raises(Declined, match="four"):
        ask("decline")


@pytest.mark.parametrize(
    ("function", "limit"),
    [
        ("fill_memory", Limit.MEMORY),
        ("fill_memory_natively", Limit.BREAKDOWN),
        ("spin", Limit.TIME),
        ("say_much", Limit.OUTPUT),
        ("crash", Limit.BREAKDOWN),
    ],
)
def test_what_passes_a_limit_is_told_in_words(function: str, limit: Limit) -> None:
    with pytest.raises(LimitPassed) as passed:
        ask(function, limits=TIGHT if limit is Limit.TIME else PATIENT)
    assert passed.value.limit == limit
    assert passed.value.in_words().endswith(".")
    assert ask("count") == 4, "the process that asked goes on"


def test_a_reader_that_waits_is_ended_by_the_clock() -> None:
    with pytest.raises(LimitPassed) as passed:
        ask("sleep", limits=Limits(seconds=0.5))
    assert passed.value.limit == Limit.TIME


def test_a_reader_writes_to_the_file_it_was_given_and_no_further_than_the_limit() -> None:
    with tempfile.TemporaryFile() as target:
        assert ask("copy", target=target) == 4
        target.seek(0)
        assert target.read() == b"four"
        with pytest.raises(LimitPassed) as passed:
            ask("write_much", target=target)
        assert passed.value.limit == Limit.OUTPUT
        assert os.fstat(target.fileno()).st_size <= 2 << 20


def test_the_child_has_no_environment_no_other_file_and_starts_nothing() -> None:
    with tempfile.TemporaryFile() as kept_open:
        assert kept_open.fileno() > 2
        found = ask("environment")
    assert found["variables"] == []
    assert found["files"] <= 6, "its three streams, the file, its place, and the folder that is listed"
    if os.getuid():  # the limit of processes does not hold for root
        assert ask("fork") == "refused"


def test_a_mistake_of_ours_is_an_error_and_nothing_of_the_file_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(ReaderFailed):
        ask("stumble", b"somebody's address")
    assert "greedy.py" in caplog.text
    assert "address" not in caplog.text


def test_a_child_that_is_stopped_from_outside_may_be_tried_again() -> None:
    with pytest.raises(ReaderStopped):
        ask("be_stopped")


def test_an_answer_may_hold_nothing_but_what_the_reader_says() -> None:
    with pytest.raises(ReaderFailed, match="Unknown"):
        ask("say_what_is_unknown")
