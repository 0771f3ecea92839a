"""How templates are written: short lines, one block element a
line, nothing that the security policy refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist, engines

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

#: Tables that the component does not draw, each with its reason.
TABLES_APART = {
    "components/list_table.html": "the same component for the rows that core.tables draws",
    "admin/edit_inline/tabular.html": "rows of a form, which Django's script copies and numbers",
    "allauth/elements/table.html": "an element of a package; no page of ours holds it",
    "charts/bars.html": "a drawing: each row is a bar and its value, and fits at 320 px",
    "ways_of_working/sheet.html": "on paper only: on a page the component draws it",
    "ways_of_working/pdf/terms.html": "on paper only",
    "portal/data_pack/pdf.html": "on paper only: on a page the component draws it",
}


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


def test_a_tag_ends_on_its_line() -> None:
    """Django shows a tag that goes on below as it is written, to everybody."""
    every_file = [path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".txt"}]
    going_on = re.compile(r"{%(?:(?!%}).)*$|{{(?:(?!}}).)*$")
    assert [where for where, line in lines(every_file) if going_on.search(line)] == []


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


def test_every_table_is_drawn_by_the_component() -> None:
    """So that it has its roles and labels, and is read as cards on a phone (docs/decisions/0038)."""
    drawn_apart = {
        str(path.relative_to(TEMPLATES)) for path in pages() if re.search(r"<table\b", path.read_text())
    }
    mails = {name for name in drawn_apart if name.startswith(("mail/", "account/email/"))}
    assert drawn_apart - mails == set(TABLES_APART)


def test_no_code_draws_a_table_beside_the_component() -> None:
    folders = [Path(settings.BASE_DIR) / app for app in settings.OUR_APPS]
    drawing = {
        str(path.relative_to(settings.BASE_DIR))
        for folder in folders
        for path in folder.rglob("*.py")
        if re.search(r"<table\b(?!:)[^\"']*[ >]", path.read_text())
    }
    assert drawing == {"core/templatetags/ui.py"}


def test_no_form_is_drawn_without_its_token() -> None:
    """``only`` leaves out what context processors give, the token of forms too: the form would be refused."""
    alone = {
        name
        for path in pages()
        for name in re.findall(r"""{%\s*include\s+"([^"]+)"[^%]*\bonly\s*%}""", path.read_text())
    }
    assert [name for name in sorted(alone) if "csrf_token" in (TEMPLATES / name).read_text()] == []


def test_every_template_that_another_names_is_there() -> None:
    """An include of a template that was moved is an error of the page alone that draws it."""
    named = re.compile(r'{%\s*(?:include|extends)\s+"([^"]+)"')
    names = {name for page in TEMPLATES.rglob("*.*") for name in named.findall(page.read_text())}
    engine = engines["django"].engine  # type: ignore[attr-defined]
    missing = []
    for name in sorted(name for name in names if not (TEMPLATES / name).exists()):
        try:
            engine.find_template(name)  # of Django or of a package
        except TemplateDoesNotExist:
            missing.append(name)
    assert not missing


def test_one_component_draws_every_telephone_number() -> None:
    """``{% telephone number %}``: it can be tapped, does not break at the end of a line, dials digits only."""
    assert [where for where, line in lines(pages()) if re.search(r"tel:\{\{|[Tt]elephone \{\{", line)] == []


def test_a_form_that_saves_itself_keeps_what_is_typed_on_the_device() -> None:
    """Each has the scripts, the offer of what was not saved, and a mark of the open page (decision 0093)."""
    saving = {path: path.read_text() for path in pages() if "hx-post" in path.read_text()}
    assert len(saving) > 1
    parts = ("components/autosave_head.html", "components/drafts.html", '<input type="hidden" name="page"')
    lacking = [(path.name, part) for path, text in saving.items() for part in parts if part not in text]
    assert lacking == []
