from __future__ import annotations

from pathlib import Path

from tests.schedule import LONGEST_FIRST, place_of, unknown_places

ROOT = Path(__file__).resolve().parent.parent


def test_every_place_of_the_schedule_is_a_file_of_tests() -> None:
    files = [file.relative_to(ROOT).as_posix() for file in ROOT.glob("tests/**/test_*.py")]
    assert unknown_places(files) == []
    assert unknown_places([]) == list(LONGEST_FIRST)


def test_a_long_file_stands_before_the_others() -> None:
    names = ["tests/accounts/test_access.py::test_x", "tests/browser/test_life.py::test_y[chromium]"]
    names += ["tests/machine/test_production.py::test_z", "tests/machine/test_lock.py::test_z"]
    assert [place_of(name) for name in names] == [len(LONGEST_FIRST), 8, 0, len(LONGEST_FIRST)]
