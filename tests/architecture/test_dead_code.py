"""What a module defines is used by the product: a function that nobody calls any more is deleted.

Rules may stand before their pages (their page in ``docs/rules`` says so), and are left out. A test alone is no
use, but for what is named here.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
WORD = re.compile(r"\w+")
#: Called from outside the product, or to come, each with its reason.
CALLED_ELSEWHERE = {
    "config/local/programs.py:chromium_program": "the programs of this machine, which tests ask for",
    "config/local/sessions.py:take_seat": "a place on the private server, which tests take",
    "core/isolation/audit.py:listed_findings": "the check of the database, which tests ask",
}


def product_files() -> list[Path]:
    folders = [ROOT / app for app in (*settings.OUR_APPS, "config", "templates", "benchmarks")]
    files = [
        path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".html", ".txt"}
    ]
    return [path for path in files if "migrations" not in path.parts]


def defined(path: Path) -> list[str]:
    """Functions and classes of a module that no decorator hands to somebody."""
    body = ast.parse(path.read_text()).body
    kinds = ast.FunctionDef | ast.ClassDef
    return [node.name for node in body if isinstance(node, kinds) and not node.decorator_list]


def test_nothing_is_defined_that_nobody_uses() -> None:
    files = product_files()
    words = Counter(word for path in files for word in WORD.findall(path.read_text()))
    dead = {
        f"{path.relative_to(ROOT)}:{name}"
        for path in files
        if path.suffix == ".py" and path.stem not in {"apps", "rules"} and "rules" not in path.parts
        for name in defined(path)
        if words[name] == 1
    }
    assert dead == set(CALLED_ELSEWHERE)
