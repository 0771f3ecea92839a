"""A day is Europe/London's, taken once at the edge: never from an instant without a zone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
#: A workbook's cells are days and hours without a zone, as they were typed.
EXCEPT = {"exchange/imports/opening.py"}
LOCAL = {"localdate", "localtime"}


def faults(source: str) -> Iterator[str]:
    """Calls that take a day where the machine, or UTC, is; and instants formatted as they are."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name, empty = node.func.attr, not node.args and not node.keywords
            if name == "date" and empty and not is_local(node.func.value):
                yield f"{node.lineno}: .date() of an instant"
            elif name in {"today", "utcnow"} and empty:
                yield f"{node.lineno}: {name}()"
            elif name == "now" and empty and getattr(node.func.value, "id", "") != "timezone":
                yield f"{node.lineno}: now() without a zone"
            elif name == "strftime" and not is_local(node.func.value) and is_instant(node.func.value):
                yield f"{node.lineno}: strftime of an instant"
        elif (
            isinstance(node, ast.FormattedValue) and is_instant(node.value) and "%" in words(node.format_spec)
        ):
            yield f"{node.lineno}: an instant written without its zone"


def words(node: ast.expr | None) -> str:
    return ast.unparse(node) if node is not None else ""


def is_local(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in LOCAL


def is_instant(node: ast.expr) -> bool:
    """By its name, as names end here: ``at``, ``started_at``."""
    name = getattr(node, "attr", getattr(node, "id", ""))
    return name == "at" or name.endswith("_at")


def test_no_day_is_taken_from_an_instant_without_a_zone() -> None:
    wrong = []
    for app in (*settings.OUR_APPS, "config"):
        for file in (ROOT / app).rglob("*.py"):
            name = str(file.relative_to(ROOT))
            if name not in EXCEPT and "migrations" not in file.parts:
                wrong += [f"{name}:{fault}" for fault in faults(file.read_text())]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("at.date()", 1),
        ("timezone.now().date()", 1),
        ("date.today()", 1),
        ("datetime.now()", 1),
        ("datetime.utcnow()", 1),
        ("f'{run.started_at:%Y-%m-%d}'", 1),
        ("at.strftime('%d')", 1),
        ("timezone.localdate(at)", 0),
        ("timezone.localtime(at).date()", 0),
        ("f'{timezone.localtime(at):%H}'", 0),
        ("timezone.now()", 0),
        ("datetime.now(UTC)", 0),
    ],
)
def test_a_fault_is_found(source: str, number: int) -> None:
    assert len(list(faults(source))) == number
