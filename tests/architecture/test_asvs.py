"""docs/security/asvs.md names every requirement of ASVS 5.0.0, levels 1 and 2, once; each line says a test that
exists, why it is not applicable, or what is open.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/security/asvs.md"
#: By section: the numbers of levels 1 and 2 (of version 5.0.0; those of level 3 are left out).
REQUIREMENTS = """
1.1: 1 2
1.2: 1 2 3 4 5 6 7 8 9
1.3: 1 2 3 4 5 6 7 8 9 10 11
1.4: 1 2 3
1.5: 1 2
2.1: 1 2 3
2.2: 1 2 3
2.3: 1 2 3 4
2.4: 1
3.2: 1 2
3.3: 1 2 3 4
3.4: 1 2 3 4 5 6
3.5: 1 2 3 4 5
3.7: 1 2
4.1: 1 2 3
4.2: 1
4.3: 1 2
4.4: 1 2 3 4
5.1: 1
5.2: 1 2 3
5.3: 1 2
5.4: 1 2 3
6.1: 1 2 3
6.2: 1 2 3 4 5 6 7 8 9 10 11 12
6.3: 1 2 3 4
6.4: 1 2 3 4
6.5: 1 2 3 4 5
6.6: 1 2 3
6.8: 1 2 3 4
7.1: 1 2 3
7.2: 1 2 3 4
7.3: 1 2
7.4: 1 2 3 4 5
7.5: 1 2
7.6: 1 2
8.1: 1 2
8.2: 1 2 3
8.3: 1
8.4: 1
9.1: 1 2 3
9.2: 1 2 3 4
10.1: 1 2
10.2: 1 2
10.3: 1 2 3 4
10.4: 1 2 3 4 5 6 7 8 9 10 11
10.5: 1 2 3 4 5
10.6: 1 2
10.7: 1 2 3
11.1: 1 2
11.2: 1 2 3
11.3: 1 2 3
11.4: 1 2 3 4
11.5: 1
11.6: 1
12.1: 1 2 3
12.2: 1 2
12.3: 1 2 3 4
13.1: 1
13.2: 1 2 3 4 5
13.3: 1 2
13.4: 1 2 3 4 5
14.1: 1 2
14.2: 1 2 3 4
14.3: 1 2 3
15.1: 1 2 3
15.2: 1 2 3
15.3: 1 2 3 4 5 6 7
16.1: 1
16.2: 1 2 3 4 5
16.3: 1 2 3 4
16.4: 1 2 3
16.5: 1 2 3
17.1: 1
17.2: 1 2 3 4
17.3: 1 2
"""
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def required() -> list[str]:
    """``1.2: 1 2 3`` means 1.2.1, 1.2.2 and 1.2.3."""
    numbers = []
    for line in REQUIREMENTS.strip().splitlines():
        section, _colon, last = line.partition(":")
        numbers += [f"{section}.{number}" for number in last.split()]
    return numbers


def rows() -> list[tuple[str, str]]:
    """Number and proof of each line of the page."""
    cells = [[cell.strip() for cell in line.split("|")] for line in PAGE.read_text().splitlines()]
    return [(cell[1], cell[3]) for cell in cells if len(cell) == 5 and re.fullmatch(r"[\d.]+", cell[1])]


@cache
def defined_in(path: str) -> frozenset[str]:
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text())
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def says_something(proof: str) -> bool:
    return bool(
        TEST.search(proof)
        or re.match(r"not applicable: \w", proof)
        or re.search(r"\*\*open\*\*(: \w|,| )", proof)
    )


def test_every_requirement_of_levels_1_and_2_stands_there_once() -> None:
    assert len(required()) == len(set(required())) == 253
    assert [number for number, _proof in rows()] == required()


def test_every_line_says_a_test_a_reason_or_what_is_open() -> None:
    assert [number for number, proof in rows() if not says_something(proof)] == []


def test_every_test_that_is_named_exists() -> None:
    named = [match for _number, proof in rows() for match in TEST.findall(proof)]
    assert len(named) > 100
    assert [f"{path}::{name}" for path, name in named if name not in defined_in(path)] == []


@pytest.mark.parametrize("proof", ["", "yes", "`tests/nothing.py`", "not applicable:", "open"])
def test_a_line_without_a_proof_is_found(proof: str) -> None:
    assert not says_something(proof)
