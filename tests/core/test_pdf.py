"""PDFs: accessible, closed to the outside, unbroken by any text, and the same each time."""

import builtins
import re
import socket
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import page as page_validation
import pytest
from django.conf import settings
from django.template import engines

from core import pdf

ROOT = Path(settings.BASE_DIR)
STATIC = ROOT / "static"
LARKSHIRE = SimpleNamespace(name="Larkshire", brand_colour="#00703c")
BODY = """{% extends "pdf/base.html" %}{% block content %}
<section id="members"><h2>1 Members</h2><p dir="auto">{{ words }}</p>
<table><caption>Members</caption><thead><tr><th scope="col">Setting</th><th scope="col" class="number">Staff</th></tr></thead>
<tbody>{% for row in rows %}<tr><th scope="row">{{ words }} {{ row }}</th><td class="number">{{ row }}</td></tr>
{% endfor %}</tbody></table></section>
<section id="chart"><h2>2 Attendance</h2><figure><figcaption>Meetings attended</figcaption>
<svg viewBox="0 0 100 10" width="400" height="40" role="img" aria-label="Half"><title>Half</title>
<rect width="50" height="10" fill="#1d70b8"/></svg></figure></section>
{% endblock %}"""
TEXTS = {
    "plain": "Acorns Pre-school",
    "script": "<script>alert(1)</script><img src=file:///etc/passwd><style>*{display:none}</style>",
    "long word": "x" * 400,
    "long address": "https://example.org/" + "a/" * 150,
    "emoji": "👍🏽 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️",
    "right to left": "مرحبا بكم ٹڈڑ שלום 123",
    "no glyph": "漢字 বাংলা \ue000 \U0001fbf0",
    "controls": "a\x01b\x7fc\ufffed\u202e\u200b",
    "welsh": "Ŵyn Ŷ tŷ",
}


def document(words: str = "Acorns", rows: int = 3) -> str:
    context = {
        "title": "Membership list",
        "lead": words,
        "facts": [("Made on", words)],
        "contents": [("members", "1 Members"), ("chart", "2 Attendance")],
        "words": words,
        "rows": range(rows),
        "authority_name": "Larkshire",
        "brand_colour": "#00703c",
    }
    return engines["django"].from_string(BODY).render(context)


def failures(content: bytes, folder: Path) -> list[str]:
    path = folder / "document.pdf"
    path.write_bytes(content)
    return [
        f"{found.rule_id}: {found.message}"
        for found in page_validation.validate_pdf(str(path), profile="ua1").failures
    ]


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_gives_a_conforming_document(words: str, tmp_path: Path) -> None:
    assert failures(pdf.render(document(words)), tmp_path) == []


def test_a_table_over_many_pages_conforms(tmp_path: Path) -> None:
    content = pdf.render(document(rows=400))
    assert content.count(b"/Type /Page") >= 10 or len(content) > 20_000
    assert failures(content, tmp_path) == []


@pytest.mark.parametrize("length", [1_000, 4_000])
def test_long_words_in_a_table_end_quickly(length: int) -> None:
    html = document("w" * length, rows=2)
    before = time.process_time()
    assert pdf.render(html).startswith(b"%PDF-")
    assert time.process_time() - before < 20, "an automatic layout takes minutes"


def test_every_table_has_a_fixed_layout() -> None:
    """In the style sheet, and nowhere is another said: no template, no code that writes HTML for paper."""
    rules = re.sub(r"/\*.*?\*/", "", (STATIC / "app/pdf.css").read_text(), flags=re.DOTALL)
    assert re.search(r"(?:^|\n)table \{[^}]*table-layout: fixed;", rules)
    assert set(re.findall(r"table-layout:\s*([\w-]+)", rules)) == {"fixed"}
    for path in (*ROOT.glob("templates/**/pdf/*.html"), *ROOT.glob("*/pdf/*.py"), *ROOT.glob("*/pdf.py")):
        assert "table-layout" not in path.read_text(), path
    for path in ROOT.glob("templates/**/pdf/*.html"):
        assert not re.search(r"<table[^>]*\bstyle=|display:\s*(?:inline-)?table", path.read_text()), path


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf.render(document()) == pdf.render(document())


def test_a_fingerprint_follows_the_words() -> None:
    assert pdf.fingerprint(document("a")) == pdf.fingerprint(document("a"))
    assert pdf.fingerprint(document("a")) != pdf.fingerprint(document("b"))


EVIL = """<html lang="en"><title>x</title><link rel="attachment" href="file:///etc/passwd">
<link rel="stylesheet" href="http://127.0.0.1:1/x.css"><style>@import url("file:///etc/hosts");
p { background: url("http://127.0.0.1:1/x.png") }
@font-face { font-family: E; src: url("file:///etc/passwd") } p { font-family: E }</style>
<p>Text<img alt="x" src="file:///etc/passwd"><img alt="y" src="../../../../etc/passwd"><img alt="z" src="data:image/svg+xml,<svg/>">
<a rel="attachment" href="file:///etc/passwd">x</a><object data="http://127.0.0.1:1/x">x</object>
<svg><image href="http://127.0.0.1:1/x.png"/><use href="file:///etc/passwd#x"/></svg></p></html>"""


def test_a_document_opens_nothing_but_the_fonts_and_static_files(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf.render(document())  # what is loaded once, before the guard stands
    opened: list[str] = []

    def refuse(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("the network was asked")

    original = Path.read_bytes
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(str(path)) or original(path))
    content = pdf.render(EVIL)
    assert opened == []
    assert b"/EmbeddedFile" not in content


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://example.org/x.ttf",
        "data:text/plain,x",
        "file://server/share/x.ttf",
        f"{pdf._folder().as_uri()}/../manage.py",
        f"{pdf._folder().as_uri()}/%2e%2e/core/pdf.py",
        f"{pdf._folder().as_uri()}/fonts/OFL-SourceSans3.txt",
        f"{pdf._folder().as_uri()}/fonts/nothing.ttf",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(pdf.RefusedAddress):
        pdf.allowed_path(url)


def test_a_font_may_be_read() -> None:
    assert pdf.allowed_path(f"{pdf._folder().as_uri()}/fonts/SourceSans3-Regular.ttf").is_file()


def test_a_colour_that_is_not_one_is_not_written_into_the_style_sheet() -> None:
    nasty = SimpleNamespace(name="Larkshire", brand_colour="red;}@import url(http://example.org)")
    html = pdf.document_html("pdf/base.html", {"title": "x"}, authority=nasty)
    assert "example.org" not in html
    assert pdf.PLAIN_COLOUR in html


def test_a_style_sheet_and_fonts_are_loaded_once() -> None:
    assert pdf._engine() is pdf._engine()


def test_without_pango_the_reason_and_the_command_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pango(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    pdf._engine.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(pdf.PdfUnavailable, match="apt-get install libpangoft2"):
        pdf.render("<html lang=en><title>x</title><p>x</p></html>")
    monkeypatch.undo()
    pdf._engine.cache_clear()
