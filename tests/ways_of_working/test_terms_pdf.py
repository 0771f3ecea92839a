"""W4: the PDF of ways of working conforms, whatever the texts;
nothing in it fetches or runs; the summary is one page.
"""

from __future__ import annotations

import re
import socket
import zlib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import page as page_validation
import pytest

from core import pdf
from ways_of_working.pdf import TERMS_SUMMARY_TEMPLATE, TERMS_TEMPLATE, terms_context, terms_summary
from ways_of_working.rules.catalogue.shape import Question
from ways_of_working.rules.clauses import Clause
from ways_of_working.rules.questions import SECTIONS, questions_of
from ways_of_working.rules.shortening import cut, width
from ways_of_working.selectors.reading import Partnership, SectionText, Sheet, TermsDocument

LARKSHIRE = SimpleNamespace(name="Larkshire", brand_colour="#00703c")
TEXTS = {
    "plain": "We share what works.\n\nAnd we visit each other.",
    "markup": (
        """<script>alert(1)</script></style>"; } @page { @left-middle { content: url("http://127.0.0.1:1/x") }
        } <img src=file:///etc/passwd>
        """
    ),
    "address": "url(http://127.0.0.1:1/x) https://example.org/" + "a/" * 150,
    "long word": "x" * 400,
    "wide": "W" * 300 + " " + "MW@ " * 100,
    "emoji": "👍🏽 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ " * 12,
    "right to left": "مرحبا بكم ٹڈڑ שלום 123 " * 12,
    "no glyph": "漢字 বাংলা \ue000 \U0001fbf0 a\x01b\u202e" * 8,
    "lines": "a\n" * 15,
}


def document(
    words: str = "We share what works.", *, members: int = 3, mark: str = "", name: str = ""
) -> TermsDocument:
    """Every question answered with the same words, which are names of
    settings and people too where ``name`` is not given.
    """
    called = name or words[:255]
    sections = tuple(
        SectionText(
            section.key,
            section.title or called[:120],
            tuple(_clause(one, words) for one in questions_of(section.key)),
        )
        for section in SECTIONS
    )
    rows = tuple(
        (called, "Childcare on non-domestic premises", "1 September 2024") for _number in range(members)
    )
    return TermsDocument(
        group=called[:200], version=3, running=f"{called[:200]}: ways of working, version 3", mark=mark,
        facts=(("Version", "3"), ("Adopted on", "14 October 2026")),
        record=() if mark else (("Adopted on", "14 October 2026"), ("How the members decided", words)),
        answers=Sheet("What each member answered", ("Setting", "Answer", "On", "By"), tuple((*row, called) for row in rows)),
        members=Sheet("Member settings", ("Setting", "Type", "Member since"), rows),
        people=Sheet("People and offices", ("Name", "Task", "Setting"), tuple((called, "Leader", called) for _row in rows[:9])),
        sections=sections, unused=(f"1.14 {called[:120]}",),
        partnerships=(Partnership(called, (("How it works", "One day at two settings"), ("Transport and hand-over", words))),),
        signatures=tuple(row[0] for row in rows),
    )  # fmt: skip


def _clause(question: Question, words: str) -> Clause:
    lines = (
        ("The leader", "999, when a child is in danger now")[: 1 + (question.key == "safeguarding_routes")]
        if question.is_structured
        else ()
    )
    return Clause(question.key, question.section, question.prompt, lines, words)


def drawn(shown: TermsDocument) -> bytes:
    return pdf.render(pdf.document_html(TERMS_TEMPLATE, terms_context(shown), authority=LARKSHIRE))


def summary(shown: TermsDocument, purpose: str = "") -> bytes:
    return pdf.render(
        pdf.document_html(TERMS_SUMMARY_TEMPLATE, terms_summary(shown, purpose=purpose), authority=LARKSHIRE)
    )


def _refuse(*_args: object) -> None:
    raise AssertionError("the network was asked")


def unpacked(content: bytes) -> bytes:
    """What a PDF says of itself, with its packed objects unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    return content + b"".join(_plain(one) for one in packed)


def _plain(packed: bytes) -> bytes:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return b""


def number_of_pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", unpacked(content)))


def failures(content: bytes, folder: Path) -> list[str]:
    path = folder / "document.pdf"
    path.write_bytes(content)
    return [
        f"{found.rule_id}: {found.message}"
        for found in page_validation.validate_pdf(str(path), profile="ua1").failures
    ]


def test_w4_any_text_gives_a_conforming_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text as words, as a setting's name and as a title, in
    one document: drawing is what takes the time.
    """
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    shown, texts = document(), list(TEXTS.values())
    sections = tuple(
        SectionText(
            f"1.{number}", words[:120], (Clause(f"q{number}", f"1.{number}", "Why?", (words,), words),)
        )
        for number, words in enumerate(texts)
    )
    rows = tuple((words[:255], words[:255], words[:255]) for words in texts)
    sheet, partnership = (
        Sheet("Member settings", ("A", "B", "C"), rows),
        Partnership(texts[1], (("Transport", texts[2]),)),
    )
    every = replace(shown, group=texts[1], running=texts[1], sections=sections, members=sheet, people=None, partnerships=(partnership,),
                    signatures=tuple(row[0] for row in rows), unused=tuple(texts), record=tuple(("Decision", words) for words in texts))  # fmt: skip
    content = drawn(every)
    assert failures(content, tmp_path) == []
    assert not re.search(rb"/(JavaScript|EmbeddedFile|Launch|URI|SubmitForm)\b", unpacked(content))


def test_w4_fifty_members_and_forty_pages_conform(tmp_path: Path) -> None:
    content = drawn(
        document(
            "We share what works with each other, and pass on what we have learned. " * 20,
            name="Acorns Pre-school",
            members=50,
        )
    )
    assert number_of_pages(content) >= 40
    assert failures(content, tmp_path) == []


def test_w4_a_mark_is_on_each_page_and_nothing_to_read_aloud(tmp_path: Path) -> None:
    shown = document(mark="Draft")
    content = drawn(replace(shown, sections=shown.sections[:3]))
    assert failures(content, tmp_path) == []
    html = pdf.document_html(TERMS_TEMPLATE, terms_context(shown), authority=LARKSHIRE)
    assert '@page { @left-middle { content: "Draft"; } @top-right { content: "Draft"; } }' in html
    assert "(Draft)</title>" in html
    assert "To be signed once this version is adopted." in html


def test_w4_contents_lead_to_every_part_that_is_there() -> None:
    html = pdf.document_html(TERMS_TEMPLATE, terms_context(document()), authority=LARKSHIRE)
    contents = re.findall(r'<li><a href="#([^"]+)"', html)
    assert contents == re.findall(r'<section id="([^"]+)"', html)
    assert contents[0] == "adoption"
    assert contents[-1] == "signatures"


@pytest.mark.parametrize("text", ["wide", "emoji", "right to left", "no glyph"])
def test_w4_the_summary_is_one_page_whatever_the_texts(text: str, tmp_path: Path) -> None:
    words = TEXTS[text]
    content = summary(document(words, members=50), purpose=words)
    assert number_of_pages(content) == 1
    assert failures(content, tmp_path) == []


def test_w4_the_summary_leads_to_the_whole() -> None:
    said = terms_summary(document(members=50), purpose="")
    assert (
        said["pointer"]
        == "This is a summary of version 3, adopted on 14 October 2026, which has 15 sections."
    )
    assert said["members"][-1] == "and 37 more"
    assert len(said["members"]) == 14


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("short", 10, "short"),
        ("  two\n words ", 20, "two words"),
        ("one two three four", 14, "one two…"),
        ("xxxxxxxxxxxxxxxxxxxx", 11, "xxxxxxx…"),
        ("", 5, ""),
    ],
)
def test_w4_a_text_is_cut_at_a_word_to_its_room(text: str, most: float, shown: str) -> None:
    assert cut(text, most) == shown
    assert width(cut(text, most)) <= most
