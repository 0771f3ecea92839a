"""How templates are written: short lines, one block element a
line, nothing that the security policy refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
MAX_COLUMNS = 120
BLOCKS = (
    "address article aside blockquote body caption dd details div dl dt fieldset figure footer form "
    "h1 h2 h3 h4 h5 h6 head header html legend li main nav ol p section summary table tbody td tfoot th thead tr ul"
)  # fmt: skip
BLOCK = re.compile(rf"<(?:{'|'.join(BLOCKS.split())})\b")
#: Mail programs read no style sheet; a PDF has no other place for the brand colour and the words in its
#: margins.
STYLED = ("mail/", "account/email/", "pdf/base.html")


def pages() -> list[Path]:
    """Every HTML template. Plain emails are left out: a line break there is one in what people read."""
    return sorted(TEMPLATES.rglob("*.html"))


def lines(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Each line with where it stands, as ``memberships/life.html:12``."""
    for path in paths:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            yield f"{path.relative_to(TEMPLATES)}:{number}", line


def places(pattern: str, paths: list[Path]) -> list[str]:
    """Where a pattern is found in whole files, so that it may run over several lines."""
    searched = re.compile(pattern, re.IGNORECASE)
    return [
        f"{path.relative_to(TEMPLATES)}: {match[0]}"
        for path in paths
        for match in searched.finditer(path.read_text())
    ]  # fmt: skip


def test_lines_are_short() -> None:
    assert [where for where, line in lines(pages()) if len(line) > MAX_COLUMNS] == []


def test_a_line_begins_one_block_element() -> None:
    assert [where for where, line in lines(pages()) if len(BLOCK.findall(line)) > 1] == []


@pytest.mark.parametrize("filter_name", ["safe", "safeseq"])
def test_nothing_is_taken_for_safe(filter_name: str) -> None:
    every_file = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    assert places(rf"\|\s*{filter_name}\b", every_file) == []


def test_html_is_always_escaped() -> None:
    assert places(r"\{%\s*autoescape off\s*%\}", pages()) == []


def test_styles_stand_in_the_style_sheets() -> None:
    elsewhere = [path for path in pages() if not str(path.relative_to(TEMPLATES)).startswith(STYLED)]
    assert places(r"\sstyle\s*=|<style\b", elsewhere) == []


def test_scripts_are_files_or_data() -> None:
    """The policy allows no inline script: a script element names its file or holds JSON that nothing runs."""
    is_allowed = re.compile(r' src=| type="application/json"')
    assert [script for script in places(r"<script\b[^>]*>", pages()) if not is_allowed.search(script)] == []


def test_no_attribute_is_a_script() -> None:
    assert places(r"""\son[a-z]+\s*=\s*["']|["']javascript:""", pages()) == []
