"""A click of a browser test waits for the page that comes, or says that none does: `tests/browser/clicks.py`.

After a raw click the next question is now and then asked of the page before.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

BROWSER = Path(settings.BASE_DIR) / "tests" / "browser"
HELPERS = "clicks.py"
RAW = {"click", "dblclick", "tap"}


def raw_clicks(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in RAW:
            yield f"{node.lineno}: {ast.unparse(node)}"


def test_every_click_says_whether_it_leads_to_another_page() -> None:
    files = {file.name: file.read_text() for file in BROWSER.glob("*.py")}
    assert list(raw_clicks(files.pop(HELPERS))), "the helpers click nowhere: look where they went"
    assert [f"{name}:{click}" for name, source in files.items() for click in raw_clicks(source)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('page.get_by_role("link", name="Leave").click()', 1),
        ('page.get_by_role("main").get_by_role("button").first.click(timeout=5)', 1),
        ('leave(page.get_by_role("link", name="Leave"))', 0),
    ],
)
def test_a_raw_click_is_found(source: str, found: int) -> None:
    assert len(list(raw_clicks(source))) == found
