"""Cells of a list by which somebody is reached."""

from __future__ import annotations

import ast
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings

from core.tables.contacts import rings, writes_to

ROOT = Path(settings.BASE_DIR)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", ""),
        (None, ""),
        ("01632 960 001", '<a class="govuk-link app-nowrap" href="tel:01632960001">01632 960 001</a>'),
        (
            "+44 1632 960001; 07700 900 002 ext 3",
            (
                '<a class="govuk-link app-nowrap" href="tel:+441632960001">+44 1632 960001</a>; '
                '<a class="govuk-link app-nowrap" href="tel:07700900002">07700 900 002 ext 3</a>'
            ),
        ),
    ],
)
def test_a_number_is_there_to_tap(value: Any, shown: str) -> None:
    assert rings("telephone")(SimpleNamespace(telephone=value)) == shown


def test_what_an_address_holds_is_no_markup() -> None:
    row = {"email": '"><script>@x.example'}
    assert "<script" not in writes_to("email")(row)
    assert writes_to("email")({"email": "a@x.example"}) == (
        '<a class="govuk-link" href="mailto:a@x.example">a@<wbr>x.<wbr>example</a>'
    )


def contact_columns() -> list[tuple[str, ast.Call]]:
    """Each column of a list that holds numbers or addresses, and where it is written."""
    columns = []
    for app in settings.OUR_APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if path.name != "tables.py" and path.parent.name != "tables":
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                if not (
                    isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Column" and node.args
                ):
                    continue
                name = node.args[0]
                if isinstance(name, ast.Constant) and str(name.value).endswith(("email", "telephone")):
                    columns.append((f"{path.relative_to(ROOT)}:{node.lineno}", node))
    return columns


def test_every_list_shows_numbers_and_addresses_as_links() -> None:
    columns = contact_columns()
    assert len(columns) >= 9
    plain = [where for where, call in columns if not _shows_a_link(call)]
    assert plain == []


def _shows_a_link(call: ast.Call) -> bool:
    shown = next((keyword.value for keyword in call.keywords if keyword.arg == "shown"), None)
    names = {node.id for node in ast.walk(shown) if isinstance(node, ast.Name)} if shown else set()
    return bool(names & {"rings", "writes_to", "ring"})
