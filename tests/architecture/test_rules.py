"""Each rule that is built has its page, and a test that bears its code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
BUILT = (
    *("A1", "A2", "A3"),
    *("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"),
    *("L1", "L2", "L3", "L4"),
    *("G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"),
    "K",
    "N5",
    "Q1",
    *("O1", "O2", "O3", "O4", "O5", "O6", "O7"),
    *("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11"),
    *("W1", "W2", "W3", "W4"),
)


def test_every_page_is_of_a_rule_that_is_built() -> None:
    assert sorted(page.stem for page in (ROOT / "docs/rules").glob("*.md")) == sorted(BUILT)


@pytest.mark.parametrize("code", BUILT)
def test_the_page_says_where_the_rule_is_and_what_tests_it(code: str) -> None:
    page = (ROOT / f"docs/rules/{code}.md").read_text()
    assert page.startswith(f"# {code} ")
    for path in re.findall(r"`((?:tests|[a-z]+)/[\w/]+\.(?:py|html))", page):
        assert (ROOT / path).is_file(), f"{code}: there is no {path}"
    assert re.search(r"`tests/[\w/]+", page), f"{code}: the page names no test"


@pytest.mark.parametrize("code", BUILT)
def test_a_test_bears_the_code(code: str) -> None:
    tests = [file.read_text() for file in (ROOT / "tests").rglob("test_*.py")]
    assert any(re.search(rf"def test_{code.lower()}_", text) for text in tests)
