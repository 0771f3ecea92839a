"""The suite's report: added up over xdist's workers, and a test
that takes too long fails by pytest's own verdict.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.local.bytecode import with_bytecode
from tests import pace

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import time
import pytest

@pytest.fixture(scope="session")
def server():
    time.sleep(0.6)

@pytest.fixture(scope="module")
def stage():
    time.sleep({stage})

def test_waits_for_the_session(server):
    pass

def test_pays_for_the_module(stage):
    pass

def test_comes_later(stage, server):
    pass

@pytest.mark.may_take(30)
def test_has_a_reason():
    time.sleep({stage})
"""


def run_at(pace: float, folder: Path) -> tuple[int, str]:
    """What a session of two workers says whose slowest modules are slower than they may be on the machine of the
    limits; with its exit code.
    """
    for name, stage in (("architecture", 0.6), ("browser", 0.6), ("core", 0.6), ("accounts", 0)):
        (folder / "tests" / name).mkdir(parents=True)
        (folder / "tests" / name / f"test_{name}.py").write_text(TESTS.format(stage=stage))
    (folder / "pytest.ini").write_text("[pytest]\n")
    options = (
        "-p",
        "tests.reporting",
        "--cost",
        "--max-seconds=0.5",
        f"--pace={pace}",
        "-n",
        "2",
        "--dist",
        "loadfile",
        "-p",
        "no:cacheprovider",
    )
    variables = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTEST_", "DJANGO_", "COV_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=folder,
        env=with_bytecode({**variables, "PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    return run_at(1, tmp_path_factory.mktemp("suite"))


def test_kinds_are_added_up_over_the_workers(printed: tuple[int, str]) -> None:
    lines = dict(
        re.findall(r"^(matrix|database|browser|set-up of sessions) +(\d+) tests", printed[1], re.MULTILINE)
    )
    assert lines == {"matrix": "4", "database": "8", "browser": "4", "set-up of sessions": "0"}, printed[1]
    seconds = dict(re.findall(r"^(\D+?) +\d+ tests +([\d.]+) worker-seconds", printed[1], re.MULTILINE))
    assert float(seconds["set-up of sessions"]) >= 1.2, "each of the two workers set its session up"
    assert float(seconds["browser"]) >= 0.6


def test_one_that_takes_too_long_fails_and_is_named(printed: tuple[int, str]) -> None:
    """Not one that waits for the session's set-up, none in the browser, and none that is marked with more."""
    code, said = printed
    failed = re.findall(r"^FAILED (\S+)", said, re.MULTILINE)
    assert sorted(failed) == [
        f"tests/{name}/test_{name}.py::test_pays_for_the_module" for name in ("architecture", "core")
    ]
    assert code == 1
    assert re.search(
        r"took 0\.\d s \(set-up and call\); at most 0\.5 s are allowed, times 1\.0 for the pace", said
    )


def test_a_slow_machine_has_its_own_time(tmp_path: Path) -> None:
    code, said = run_at(10, tmp_path)
    assert code == 0, said


def test_the_pace_is_that_of_the_processor_and_never_quicker_than_the_limits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spent = iter(range(1000))
    monkeypatch.setattr(pace.time, "process_time", lambda: next(spent) * 3 * pace.ROUND_SECONDS)
    assert pace.measured() == pytest.approx(3)
    monkeypatch.setattr(pace.time, "process_time", lambda: 0.0)
    assert pace.measured() == 1.0


def test_a_test_is_judged_by_the_slowest_of_the_last_paces(monkeypatch: pytest.MonkeyPatch) -> None:
    paces, clock = pace.Paces(), iter([0.0, 0.0, 1.0, *(20.0 * n for n in range(1, 60))])
    found = iter([3.0, *(1.5,) * 60])
    monkeypatch.setattr(pace, "measured", lambda: next(found))
    monkeypatch.setattr(pace.time, "perf_counter", lambda: next(clock))
    paces.note()
    paces.note()  # a moment later: not measured again
    assert list(paces.last) == [3.0]
    assert paces.slowest() == 3.0
    for _ in range(pace.Paces.KEPT):
        paces.note()
    assert paces.slowest() == 1.5, "what was long ago is forgotten"


def test_the_closing_lines_stay_the_last(printed: tuple[int, str]) -> None:
    assert re.match(r"=* ?2 failed, 14 passed in ", printed[1].strip().splitlines()[-1])
