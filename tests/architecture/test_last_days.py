"""People give and read last days; what is stored is half-open. Nothing prints an end straight from a row."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.test_layers import ROOT, python_files

ENDS = ("ends_on", "left_on", "superseded_on")
#: An end in a template is asked about (``if``, ``elif``, ``and`` …) or printed through the one filter.
PRINTED = re.compile(
    rf"\b(?:{'|'.join(ENDS)})\|(\w+)|{{{{[^}}|]*\.(?:{'|'.join(ENDS)})\s*}}}}|=[\w.]*\.(?:{'|'.join(ENDS)})\b(?!\|)"
)
#: Functions that put a day into words; an end goes through ``last_day`` first.
WORDING = {"date_in_words", "date_format", "in_words"}


def printed_ends(text: str) -> list[str]:
    return [
        match[0] for match in PRINTED.finditer(text) if match[1] not in ("last_day_words", "short_last_day")
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{{ row.ends_on|date_words }}", True),
        ("{{ row.left_on }}", True),
        ("{% blocktranslate with day=row.left_on %}", True),
        ("{% with day=row.left_on|date_words %}", True),
        ("{{ row.ends_on|last_day_words|default:'–' }}", False),
        ("{{ row.ends_on|short_last_day }}", False),
        ("{% if row.left_on and row.left_on > today %}", False),
    ],
)
def test_a_printed_end_is_seen(text: str, wrong: bool) -> None:
    assert bool(printed_ends(text)) is wrong


def test_templates_print_last_days() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{number} {found}"
        for file in sorted((ROOT / "templates").rglob("*.*"))
        for number, line in enumerate(file.read_text().splitlines(), 1)
        for found in printed_ends(line)
    ]
    assert wrong == []


def ends_in_words(source: str) -> list[int]:
    """Lines on which an end of a row goes into words as it is."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in WORDING and any(is_end(argument) for argument in node.args):
                lines.append(node.lineno)
    return lines


def is_end(node: ast.expr) -> bool:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return node.slice.value in ENDS
    return isinstance(node, ast.Attribute) and node.attr in ENDS


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("date_in_words(row.left_on)", [1]),
        ("wording.date_in_words(data['ends_on'])", [1]),
        ("last_day_in_words(row.left_on)", []),
        ("date_in_words(row.starts_on)", []),
    ],
)
def test_an_end_in_words_is_seen(source: str, lines: list[int]) -> None:
    assert ends_in_words(source) == lines


def test_sentences_say_last_days() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in python_files()
        for line in ends_in_words(file.read_text())
    ]
    assert wrong == []


def plain_end_columns(source: str) -> list[int]:
    """Columns of lists and sheets that show an end as it is stored."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "Column"
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and node.args[0].value in ENDS
            and not any(keyword.arg == "value" for keyword in node.keywords)
        ):
            lines.append(node.lineno)
    return lines


def test_columns_show_last_days() -> None:
    assert plain_end_columns("Column('ends_on', _('Until'), Kind.DATE)") == [1]
    wrong = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in python_files()
        for line in plain_end_columns(file.read_text())
    ]
    assert wrong == []


def form_ends(source: str) -> list[int]:
    """Fields of forms that take an end as it is stored."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id in ENDS for target in node.targets)
        and isinstance(node.value, ast.Call)
        and getattr(node.value.func, "id", "") == "DateField"
    ]


def form_files() -> list[Path]:
    return [file for file in python_files() if "forms" in file.relative_to(ROOT).as_posix()]


def test_forms_ask_for_the_last_day() -> None:
    assert form_ends("ends_on = DateField(label='Until')") == [1]
    wrong = [
        f"{file.relative_to(ROOT)}:{line}" for file in form_files() for line in form_ends(file.read_text())
    ]
    assert wrong == []
