"""Texts of files are read in one place (D8), and what a load keeps of them is given out in one place (F5)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = sorted(path.parent.name for path in ROOT.glob("*/apps.py"))
READING = "core/reading/"
#: Of these only what they name: the quick way for the form in which Ofsted's file writes nearly every date, and what
#: the day in a file's name or title looks like.
DATE_PATTERNS = {"ofsted/imports/cells.py", "ofsted/imports/scanning.py", "ofsted/rules/loads.py"}
#: The one module that gives out stored cells, differences and texts of accounts; and the plan that writes them.
GIVES_OUT = {"ofsted/selectors/differences.py"}


def sources() -> Iterator[tuple[str, str]]:
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield str(path.relative_to(ROOT)), path.read_text()


def used_names(tree: ast.AST) -> set[str]:
    """Attributes that are read or called, as "module.name" where the module is a plain name."""
    return {
        f"{node.value.id}.{node.attr}" if isinstance(node.value, ast.Name) else node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
    }


@pytest.mark.parametrize("name", ["csv.reader", "csv.DictReader", "strptime"])
def test_cells_and_dates_are_split_and_read_in_core_reading_only(name: str) -> None:
    users = {
        path
        for path, text in sources()
        if name.rpartition(".")[2] in text
        and any(used == name or used.endswith(f".{name}") for used in used_names(ast.parse(text)))
    }
    assert {path for path in users if not path.startswith(READING)} == set()
    if name == "csv.reader":
        assert users, "the check finds the one reader"


#: A pattern of a date: figures for a day or month beside figures for a year.
DATE_PATTERN = re.compile(r"\\d\{1,2\}.{0,12}\\d\{4\}|\\d\{4\}.{0,12}\\d\{1?,?2\}")


def test_patterns_of_dates_stand_in_core_reading_only() -> None:
    holding = {path for path, text in sources() if DATE_PATTERN.search(text)}
    assert holding - DATE_PATTERNS == {path for path in holding if path.startswith(READING)}
    assert DATE_PATTERN.search(r"(\d{1,2})/(\d{1,2})/(\d{4})"), "the check knows a date when it sees one"


def test_forms_and_imports_call_the_one_reader() -> None:
    reading = {path for path, text in sources() if "core.reading.dates" in text}
    assert {"core/forms/dates.py", "ofsted/imports/cells.py", "exchange/imports/lines.py"} <= reading


def test_what_a_load_keeps_of_cells_is_given_out_by_one_module_only() -> None:
    readers = {
        path
        for path, text in sources()
        if re.search(r"\b(row|rows|planned|each|item|sample)\.(value|differences|is_private)\b", text)
        and re.search(r"\b(PlannedRow|Sample)\b", text)
        and not path.startswith(READING)
        and path != "ofsted/imports/accounts.py"
    }
    assert readers == GIVES_OUT


def test_no_template_reads_what_a_load_keeps_of_cells() -> None:
    holding = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if re.search(r"\b(row|rejection|remark)\.(value|differences)\b", path.read_text())
        and "ofsted" in path.read_text()
    }
    assert holding == set()
