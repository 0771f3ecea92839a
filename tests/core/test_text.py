"""One idea of a text: read once or twice, counted, kept and printed, it is the same."""

from __future__ import annotations

import unicodedata

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import example, given
from hypothesis import strategies as st

from core.exports.cells import as_text
from core.files import safe_name
from core.forms.fields import LineField, TextField
from core.pdf import drawable
from core.text import (
    _one_line,
    _settled,
    has_something_to_see,
    is_storable,
    length_of,
    one_line,
    several_lines,
    with_line_ends,
)

BREAKS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\n")
INVISIBLE = (
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u3164", "\uffa0", "\u115f", "\u1160"),
    *("\u2800", "\u0301", "\ufe0f", "\U000e0061", "\U000e0101", "\u061c", "\u180e", "\u034f", "\u202e"),
    *("\u2066\u2069", "\0", "\x7f", "\ud800", "\ue000", "\ufdd0", "\U0010ffff", "\u00a0\u3000"),
)
ODD = st.sampled_from("".join(BREAKS + INVISIBLE) + "eé\u0301\u0327 \tक्षम👩⚕🏽1©🏴\U000e0067\U000e007f\u0e4d")
TEXTS = st.one_of(
    st.text(ODD), st.text(st.characters(exclude_categories=[])), st.text(st.one_of(ODD, st.characters()))
)


class Both(forms.Form):
    line = LineField(required=False, max_length=12)
    text = TextField(required=False, max_length=12)


def read(**sent: str) -> Both:
    form = Both({"line": "", "text": "", **sent})
    form.is_valid()
    return form


@given(TEXTS)
@example("e\u200b\u0301")
@example("\u1100\u115f\u1161")
def test_reading_again_changes_nothing(text: str) -> None:
    for function in (one_line, several_lines):
        once = function(text)
        assert function(once) == once
        assert unicodedata.is_normalized("NFC", once)
        assert is_storable(once)


@given(TEXTS)
def test_one_line_has_something_to_see_and_no_break(text: str) -> None:
    line = one_line(text)
    assert not line or has_something_to_see(line)
    assert len(line.splitlines()) <= 1
    assert not {"\u202e", "\u200b", "\u2066", "\0"} & set(line)
    assert line == line.strip()


@given(TEXTS)
def test_what_is_kept_is_counted_and_printed(text: str) -> None:
    """The browser counts a line end as one and a character beyond the first plane as two."""
    kept = several_lines(text)
    assert length_of(kept) == len(kept.encode("utf-16-le")) // 2
    assert not set(kept) & set("\r\v\f\x85\u2028\u2029")
    assert drawable(kept).count("\n") == kept.count("\n")
    assert as_text(kept) == kept == with_line_ends(kept)


@given(TEXTS)
def test_a_form_keeps_what_was_read(text: str) -> None:
    form = read(line=text, text=text)
    for name, function in (("line", one_line), ("text", several_lines)):
        if length_of(function(text)) <= 12:
            assert form.cleaned_data.get(name) == function(text), form.errors
        else:
            assert name in form.errors


@pytest.mark.parametrize("mark", BREAKS)
def test_a_break_is_never_removed(mark: str) -> None:
    assert several_lines(f"one{mark}two") == "one\ntwo"
    assert one_line(f"one{mark}two") == "one two"
    assert drawable(f"one{mark}two") == "one\ntwo"
    assert as_text(f"one{mark}two") == "one\ntwo"


@pytest.mark.parametrize("text", INVISIBLE)
def test_what_nobody_sees_is_no_text(text: str) -> None:
    assert one_line(text) == ""
    assert several_lines(text) == ""
    assert one_line(f"{text}Ann") == "Ann"


@given(st.text(st.one_of(st.sampled_from(" –—‘’“”•…€"), st.characters(max_codepoint=0x24F))))
@example("Children’s Centre – Café")
@example("soft\u00adhyphen")
def test_a_plain_text_is_read_as_any_other(text: str) -> None:
    assert one_line(text) == _settled(text, _one_line)


@pytest.mark.parametrize(
    "text",
    [
        "Łucja O’Hara-Öner",
        "👩🏽\u200d⚕️ nurse",
        "👨\u200d👩\u200d👧",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "क्\u200dष",
        "می\u200cخواهم",
        "1️⃣ © ½ £",
        "نور",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert one_line(text) == text
    assert several_lines(text) == text


def test_directions_do_not_turn_the_rest_of_the_line() -> None:
    assert one_line("Ann\u202e gnp.exe\u2069") == "Ann gnp.exe"
    assert safe_name("Ann\u202e gnp.exe") == "Ann gnp.exe"


def test_the_limit_is_the_browsers() -> None:
    """33 lines of 300 characters in the browser were refused, and 160 emoji were taken as 160."""
    assert read(text="12345\r\n789012").is_valid()
    assert "text" in read(text="😀" * 7).errors
    assert "line" in read(line="😀" * 7).errors
    assert read(text="😀" * 6, line="😀" * 6).is_valid()


def test_a_sent_text_area_is_read_before_anything_compares_it() -> None:
    data = QueryDict("text=one%0D%0Atwo%E2%80%A8three")
    assert Both.base_fields["text"].widget.value_from_datadict(data, {}, "text") == "one\ntwo\nthree"
