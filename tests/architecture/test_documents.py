"""What the documents name exists: paths, links, modules, functions, tasks and names of addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from celery import current_app
from django.apps import apps
from django.conf import settings

from core.tasks import load_tasks
from tests.architecture.test_address_names import NAMES

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = [
    *sorted(ROOT.glob("docs/**/*.md")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
]
PACKAGES = {*settings.OUR_APPS, "config", "tests"}
FENCED = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.-]+(/[\w.-]*)+")
DOTTED = re.compile(r"([a-z_]+(?:\.\w+)+)(\(.*\))?")
WORD = re.compile(r"([a-z]\w*_\w+|[A-Z]\w*[a-z]\w*)(\(.*\))?")
ADDRESS = re.compile(r"[a-z_]+:[a-z_]+")
#: Names of Django, of libraries, of PostgreSQL, and of apps to come.
FOREIGN = {
    *("CompositePrimaryKey", "LocalePrefixPattern", "PasswordResetTokenGenerator", "get_objects_for_user"),
    "verb_noun",
}
#: Made while the project runs, and files of tests that a sentence names without their folder.
MADE_LATER = (".local/", ".env")
TEST_FILE = re.compile(r"test_\w+\.py")


def code_of(document: Path) -> Iterator[str]:
    """Every piece in backticks; blocks of code are examples and left out."""
    yield from CODE.findall(FENCED.sub("", document.read_text()))


def named(is_kind: Callable[[str], bool]) -> list[tuple[str, str]]:
    return [
        (str(document.relative_to(ROOT)), code)
        for document in DOCUMENTS
        for code in code_of(document)
        if is_kind(code)
    ]


def refuse_missing(names: list[tuple[str, str]], exists: Callable[[str], bool]) -> None:
    missing = [f"{where}: {code}" for where, code in names if not exists(code)]
    assert not missing, "\n".join(missing)


def is_path(code: str) -> bool:
    first = code.partition("/")[0]
    return bool(PATH.fullmatch(code)) and (ROOT / first).exists() and not code.startswith(MADE_LATER)


def is_dotted(code: str) -> bool:
    return bool(DOTTED.fullmatch(code)) and code.partition(".")[0] in PACKAGES


def is_address(code: str) -> bool:
    return bool(ADDRESS.fullmatch(code)) and code.partition(":")[0] in PACKAGES | {"admin"}


def resolves(dotted: str) -> bool:
    """Whether it is a module, something in one, a model as ``app.Model``, or a task."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            thing: object = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            thing = getattr(thing, part, None)
        if thing is not None:
            return True
    is_model = len(parts) == 2 and parts[1].lower() in apps.all_models.get(parts[0], {})
    return is_model or dotted in current_app.tasks


@cache
def words_of_the_code() -> set[str]:
    folders = (*settings.OUR_APPS, "config", "tests", "benchmarks", "deploy", "templates", "static/app")
    kinds = {".py", ".html", ".txt", ".sql", ".js"}
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in kinds]
    text = " ".join(
        file.read_text()
        for file in (*files, ROOT / "conftest.py", ROOT / "docker-compose.yml", ROOT / "Makefile")
    )
    return set(re.findall(r"\w+", text))


def test_every_path_exists() -> None:
    refuse_missing(named(is_path), lambda code: (ROOT / code).exists())


def test_every_test_file_exists() -> None:
    files = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    refuse_missing(named(lambda code: bool(TEST_FILE.fullmatch(code))), lambda code: code in files)


def test_every_dotted_name_exists() -> None:
    load_tasks()
    refuse_missing(named(is_dotted), lambda code: resolves(code.partition("(")[0]))


def test_every_address_name_exists() -> None:
    refuse_missing(named(is_address), lambda code: code in NAMES)


def test_every_other_name_stands_somewhere_in_the_code() -> None:
    known = words_of_the_code() | FOREIGN
    refuse_missing(
        named(lambda code: bool(WORD.fullmatch(code))), lambda code: code.partition("(")[0] in known
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_another_page_works(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text())
    assert [target for target in targets if not (document.parent / target).exists()] == []
