"""O7: what Ofsted's newest file no longer names does not count, wherever a judgement is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASKS = re.compile(
    r"\bInspection\.objects|FROM ofsted_inspection|JOIN ofsted_inspection|\binspections\.(?:all|filter)\("
)
#: Modules that ask for inspections, and the condition that each of them must then use. A load compares and writes
#: all of them.
CONDITIONS = {
    "leadership/selectors/reinstatement.py": "COUNTS",
    "ofsted/selectors/districts.py": "latest_graded(on)",
    "ofsted/selectors/judged_kinds.py": "known",
    "ofsted/selectors/pages.py": "ruled_out",
    "ofsted/selectors/register.py": "COUNTS",
    "ofsted/selectors/standing.py": "COUNTS",
    "ofsted/selectors/verdicts.py": "COUNTS_SQL",
    "ofsted/services/asserting.py": "COUNTS_SQL",
    "ofsted/services/planning.py": "ruled_out",
    "ofsted/services/loading.py": "ruled_out",
    "ofsted/services/renumbered.py": "ruled_out",
}


def modules() -> list[Path]:
    skipped = {"tests", "benchmarks", ".venv", "migrations", ".local"}
    return [
        path
        for path in ROOT.rglob("*.py")
        if not skipped & set(path.relative_to(ROOT).parts) and ASKS.search(path.read_text())
    ]


def test_only_these_modules_ask_for_inspections() -> None:
    assert {str(path.relative_to(ROOT)) for path in modules()} == set(CONDITIONS)


@pytest.mark.parametrize("name", CONDITIONS)
def test_each_asks_whether_they_count(name: str) -> None:
    assert CONDITIONS[name] in (ROOT / name).read_text()


def test_o7_every_query_of_an_answer_asks_whether_the_inspection_counts() -> None:
    for name in ("register", "standing"):
        text = (ROOT / f"ofsted/selectors/{name}.py").read_text()
        for query in re.findall(r"Inspection\.objects\.filter\(([^)]*)", text):
            is_asked = any(word in query for word in ("COUNTS", "known(on", "published(on", "pk__in=latest"))
            assert is_asked, f"{name}: {query}"
    verdicts = (ROOT / "ofsted/selectors/verdicts.py").read_text()
    assert verdicts.count("FROM ofsted_inspection") == verdicts.count("{KNOWN}")
