"""The house rules that import-linter cannot see: foreign keys by string, the closed list of rooms, sizes."""

from __future__ import annotations

import ast
import configparser
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

ROOT = Path(settings.BASE_DIR)
OURS = tuple(reversed(settings.OUR_APPS))
ROOMS = {
    "admin", "apps", "charts", "emails", "exports", "forms", "imports", "models", "pdf", "permissions", "receivers", "rules",
    "selectors", "services", "signals", "tasks", "urls", "views",
}  # fmt: skip
#: Rooms that one app has beyond the list, each with its reason (docs/decisions).
EXTRA_ROOMS = {
    "accounts": {"adapters", "backends", "middleware", "roles"},  # the plugs of allauth and Django, and the role table
    "core": {
        "constraints", "contrast", "counts", "files", "grants", "history", "isolation", "lists", "logs", "mail", "postgres", "saving", "scoping",
        "security", "templatetags", "uploads", "wording",
    },  # machinery is its subject
    "portal": {"context", "demonstration", "navigation", "sent_mail_urls"},  # the page's frame, and the invented authorities
}  # fmt: skip


def depth() -> dict[str, int]:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    rows = [row.strip() for row in parser["importlinter:contract:apps"]["layers"].splitlines() if row.strip()]
    return {app.strip(): level for level, row in enumerate(rows) for app in row.split("|")}


def foreign_keys() -> Iterator[tuple[type[models.Model], models.Field]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in OURS:
            yield from ((model, field) for field in model._meta.local_fields if field.is_relation and field.related_model)


def python_files() -> list[Path]:
    files = [file for app in (*OURS, "config") for file in (ROOT / app).rglob("*.py")]
    return [file for file in files if "migrations" not in file.parts]


def test_the_layers_name_every_app() -> None:
    assert set(depth()) == {*OURS, "config"}


def test_foreign_keys_point_downwards() -> None:
    level = depth()
    upward = [
        f"{model._meta.label}.{field.name}"
        for model, field in foreign_keys()
        if field.related_model._meta.app_label in level and level[field.related_model._meta.app_label] < level[model._meta.app_label]
    ]
    assert upward == []


def test_every_module_is_in_a_room_of_the_list() -> None:
    strays = []
    for app in OURS:
        allowed = ROOMS | EXTRA_ROOMS.get(app, set()) | {"migrations", "management", "__init__"}
        for path in (ROOT / app).iterdir():
            if path.name == "__pycache__" or (path.is_file() and path.suffix != ".py"):
                continue
            if path.stem not in allowed:
                strays.append(str(path.relative_to(ROOT)))
    assert strays == []


def function_lengths() -> list[tuple[int, str]]:
    found = []
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                found.append((node.end_lineno - node.lineno + 1, f"{file.relative_to(ROOT)}:{node.name}"))
    return found


def test_functions_are_short() -> None:
    lengths = function_lengths()
    assert [name for length, name in lengths if length > 50] == []
    assert statistics.quantiles([length for length, _ in lengths], n=10)[8] <= 25


def test_files_and_templates_are_short() -> None:
    long_files = [str(file.relative_to(ROOT)) for file in python_files() if len(file.read_text().splitlines()) > 500]
    long_templates = [
        str(file.relative_to(ROOT)) for file in (ROOT / "templates").rglob("*.html") if len(file.read_text().splitlines()) > 150
    ]
    assert (long_files, long_templates) == ([], [])


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc", "managers"])
def test_no_room_for_leftovers(word: str) -> None:
    assert [file for file in python_files() if file.stem == word or word in file.parts] == []
