"""Files from outside are read by limited processes only (docs/decisions/0031): who imports what reads them."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
#: What unpacks, parses or decodes a format in which a small file can become much work.
LIBRARIES: Final = {
    *("zipfile", "gzip", "bz2", "lzma", "tarfile", "zlib", "zipimport"),
    *("python_calamine", "openpyxl", "xlrd", "pyxlsb", "odf", "pandas", "docx", "pptx"),
    *("xml", "pyexpat", "lxml", "defusedxml", "bs4", "html5lib"),
    *("PIL", "cairosvg", "pypdf", "PyPDF2", "pdfminer", "fitz", "pikepdf"),
    *("shapely", "geopandas", "geojson", "fiona", "pyproj", "ijson", "yaml"),
}
#: Modules that read; they are named by a ``Reader`` and run in its process.
READERS: Final = {
    "core.limits.archives",
    "exchange.imports.foreign",
    "exchange.imports.opening",
    "exchange.imports.reading",
    "exchange.imports.workbooks",
    "ofsted.imports.unpacking",
    "providers.imports.geojson",
    "qa_framework.imports.files",
    "supplement.imports.answers",
}
#: Modules that write archives of our own, and open none.
WRITERS: Final = {"core.exports.ods", "meetings.services.pack", "ways_of_working.services.print_batches"}
FILES: Final = sorted(
    path for app in settings.OUR_APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts
)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def tree_of(module: str) -> ast.Module:
    path = ROOT / Path(*module.split("."))
    return ast.parse(
        (path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py").read_text()
    )


def imported_by(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls_of(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if name in (getattr(called, "id", ""), getattr(called, "attr", "")):
                yield node


def test_what_reads_is_imported_by_readers_only() -> None:
    strays = []
    for path in FILES:
        module, imported = name_of(path), set(imported_by(ast.parse(path.read_text())))
        forbidden = imported & READERS
        if module not in WRITERS:
            forbidden |= {name for name in imported if name.partition(".")[0] in LIBRARIES}
        if module not in READERS:
            strays += [f"{module} imports {name}" for name in sorted(forbidden)]
    assert strays == [], "name a function of a reading module in a Reader instead"


@pytest.mark.parametrize("module", sorted(WRITERS))
def test_a_writer_of_archives_opens_none(module: str) -> None:
    opened = list(calls_of(tree_of(module), "ZipFile"))
    assert opened
    for call in opened:
        mode = call.args[1] if len(call.args) > 1 else None
        assert isinstance(mode, ast.Constant)
        assert mode.value == "w"


def test_each_reader_is_named_once_and_is_there() -> None:
    named = [
        keyword.value.value
        for path in FILES
        for call in calls_of(ast.parse(path.read_text()), "Reader")
        for keyword in call.keywords
        if keyword.arg == "function" and isinstance(keyword.value, ast.Constant)
    ]
    assert len(named) == len(set(named)) == 6
    for function in map(str, named):
        module, _, name = function.partition(":")
        assert module in READERS
        assert callable(getattr(importlib.import_module(module), name))


def test_the_child_imports_nothing_but_the_standard_library() -> None:
    """Before its limits are set, and so that it starts quickly; Django's settings come after them."""
    tree = tree_of("core.limits.child")
    before = [
        name
        for node in tree.body
        for name in imported_by(ast.Module([node], []))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not [name for name in before if name.partition(".")[0] in {"django", *settings.OUR_APPS}]
