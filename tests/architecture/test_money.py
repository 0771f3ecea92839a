"""S1: money is whole pence, never a float, and is read and shown in one place (core.money)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from tests.architecture.test_layers import ROOT, python_files

#: Where a number that is no whole number may be a Decimal or a Fraction, and nothing else.
EXACT = ("supplement/", "core/money.py", "core/forms/money.py")
#: Where numbers are divided by `//` and `Fraction` alone: `/` would make a float of two integers.
WHOLE = ("supplement/rules/", "core/money.py")
PENCE = re.compile(r"pence|pounds", re.IGNORECASE)
FLOATING = {"float", "FloatField", "fsum", "fmean"}
INTEGERS = (
    models.IntegerField,
    models.BigIntegerField,
    models.PositiveIntegerField,
    models.PositiveBigIntegerField,
    models.PositiveSmallIntegerField,
    models.SmallIntegerField,
)
#: A sum written by hand: a pound sign before a place for a value, or pence made into pounds by dividing.
BY_HAND = re.compile(r"£\{|£%\(|£%[sd]|pence\w*\s*/\s*100|Decimal\([^()]*\)\s*/\s*100\b")
#: The one place, and the formats of a spreadsheet's own cells.
WRITES_SUMS = {"core/money.py", "core/exports/ods.py"}


def floats_in(source: str, *, division: bool = False) -> Iterator[tuple[int, str]]:
    """Where a module could make a float: a literal, the type and what is named after it; ``division``: `/`
    too, which makes one of two integers.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield node.lineno, f"literal {node.value}"
        elif isinstance(node, ast.Name | ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name in FLOATING:
                yield node.lineno, name
        elif division and isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield node.lineno, "/"


def uses(source: str) -> list[str]:
    return [what for _line, what in floats_in(source, division=True)]


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("x = float(y)", ["float"]),
        ("x = 0.5", ["literal 0.5"]),
        ("x = 1e2", ["literal 100.0"]),
        ("def of(x: float): ...", ["float"]),
        ("x = models.FloatField()", ["FloatField"]),
        ("x = math.fsum(y)", ["fsum"]),
        ("x = pence / 100", ["/"]),
        ("pence /= 2", ["/"]),
        ("x = pence // 100", []),
        ("x = Decimal('0.5')", []),
        ("x = 100", []),
    ],
)
def test_s1_a_float_is_seen_in_every_shape(source: str, what: list[str]) -> None:
    assert uses(source) == what


def test_s1_no_float_in_the_supplement_and_where_money_is_read() -> None:
    files = {file.relative_to(ROOT).as_posix(): file.read_text() for file in python_files()}
    exact = {place: source for place, source in files.items() if place.startswith(EXACT)}
    assert len(exact) > 5, "the check finds the modules"
    wrong = [
        f"{place}:{line} {what}"
        for place, source in exact.items()
        for line, what in floats_in(source, division=place.startswith(WHOLE))
    ]
    assert wrong == []


def functions(tree: ast.AST) -> Iterator[ast.AST]:
    return (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Assign)
    )


def test_s1_no_function_that_names_pence_or_pounds_makes_a_float() -> None:
    wrong = []
    for file in python_files():
        source = file.read_text()
        if not PENCE.search(source):
            continue
        for part in functions(ast.parse(source)):
            text = ast.get_source_segment(source, part) or ""
            if PENCE.search(text):
                wrong += [
                    f"{file.relative_to(ROOT)}:{part.lineno} {what}"
                    for _line, what in floats_in(ast.unparse(part))
                ]
    assert wrong == []


def fields() -> Iterator[models.Field]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in settings.OUR_APPS:
            yield from model._meta.local_fields


def test_s1_a_field_of_pence_is_an_integer() -> None:
    pence = [field for field in fields() if field.name.endswith("pence")]
    assert pence, "the check finds the fields"
    assert [str(field) for field in pence if not isinstance(field, INTEGERS)] == []


def test_s1_no_field_of_the_supplement_is_a_float() -> None:
    wrong = [
        str(field)
        for field in fields()
        if isinstance(field, models.FloatField)
        and (field.model._meta.app_label == "supplement" or PENCE.search(field.name))
    ]
    assert wrong == []


def test_s1_sums_are_written_in_one_place() -> None:
    writing = {
        file.relative_to(ROOT).as_posix() for file in python_files() if BY_HAND.search(file.read_text())
    }
    assert writing == WRITES_SUMS
    templates = [
        str(file.relative_to(ROOT))
        for file in sorted(Path(ROOT / "templates").rglob("*.*"))
        if re.search(r"£\s*{{", file.read_text())
    ]
    assert templates == []


def test_s1_fields_of_money_are_the_one_kind() -> None:
    """A form reads pounds by `PoundsField` or `RateField`, a rule by `pence_typed`: no other pattern of them."""
    reading = {
        file.relative_to(ROOT).as_posix()
        for file in python_files()
        if re.search(r"""(removeprefix|lstrip|replace|strip)\(\s*["']£""", file.read_text())
    }
    assert reading == set()
