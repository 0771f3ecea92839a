"""Q1: a framework from a file and back, each problem at its line."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from core.text import one_line
from qa_framework.imports.files import MAX_DEPTH, MAX_NODES, read_file
from qa_framework.rules.documents import document_of, framework_in
from qa_framework.rules.faults import MAX_NAME
from qa_framework.rules.frameworks import Area, Framework, Level, Standard, Words
from qa_framework.rules.schema import SCHEMA
from qa_framework.rules.written import written
from qa_framework.services.loading import SHIPPED
from tests.factories.frameworks import framework, standard

#: What a form takes: one line of which something is left once it is tidied.
TEXT = (
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)
    .map(one_line)
    .filter(bool)
)


def read(text: str | bytes) -> list[tuple[int, str]]:
    data = text.encode() if isinstance(text, str) else text
    return [(problem.line, str(problem.reason)) for problem in read_file(io.BytesIO(data)).problems]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.name)
def test_q1_what_ships_has_no_fault_and_is_the_same_when_written_again(shipped) -> None:
    found = read_file(io.BytesIO(shipped.path.read_bytes()))
    assert found.problems == ()
    assert found.framework is not None
    assert written(document_of(found.framework)) == shipped.path.read_text()


def test_k_the_thirteen_characteristics_ship() -> None:
    shipped = next(one for one in SHIPPED if one.name == "effective-collaboration")
    found = read_file(io.BytesIO(shipped.path.read_bytes())).framework
    assert found is not None
    assert (found.kinds, len(found.standards())) == (("collaboration",), 13)


def test_q3_the_settings_framework_has_five_areas_with_silver_and_gold() -> None:
    shipped = next(one for one in SHIPPED if one.name == "quality-in-settings")
    found = read_file(io.BytesIO(shipped.path.read_bytes())).framework
    assert found is not None
    assert len(found.areas) == 5
    assert [(level.name, level.award) for level in found.levels] == [
        ("Emerging", ""),
        ("Enabling", "Silver"),
        ("Enhancing", "Gold"),
    ]


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Any texts in any parts: what a form takes can be written to a file and read again."""
    words = st.builds(
        Words,
        TEXT,
        st.fixed_dictionaries({"low": TEXT, "high": TEXT}),
        st.lists(TEXT, max_size=3).map(tuple),
    )
    standards = [
        Standard(
            f"s-{n}", f"{n} {draw(TEXT)}", draw(words), draw(st.sampled_from([{}, {"school": draw(words)}]))
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    levels = (Level("low", f"1 {draw(TEXT)}"), Level("high", f"2 {draw(TEXT)}", draw(TEXT)))
    return Framework(
        "any", draw(TEXT), draw(st.one_of(st.just(""), TEXT)), ("setting", "school"), levels,
        (Area("a", draw(TEXT), draw(st.one_of(st.just(""), TEXT)), tuple(standards)),),
    )  # fmt: skip


@given(frameworks())
def test_q1_what_is_written_is_read_again(value: Framework) -> None:
    found = read_file(io.BytesIO(written(document_of(value)).encode()))
    assert (found.framework, found.problems) == (value, ())
    assert framework_in(json.loads(json.dumps(document_of(value)))) == value


def test_q1_the_schema_is_one_and_json_is_read_too() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    as_json = json.dumps(document_of(framework()))
    assert read_file(io.BytesIO(as_json.encode())).framework == framework()


WHOLE = written(document_of(framework()))


def at(line: str) -> int:
    return WHOLE.splitlines().index(line) + 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "The file is empty."),
        ("# only a note\n", 1, "The file is empty."),
        ("a: [", 2, "cannot be read from here on"),
        ("a: b: c", 1, "cannot be read from here on"),
        ("a: 1\nb: \x07", 1, "a character that such a file cannot have"),
        (b"a: 1\nb: \xff", 2, "is not UTF-8 text"),
        ("a: &name 1\nb: *name\n", 1, "Write the part out"),
        ("a: 1\nb: 2\na: 3\n", 3, "“a” stands twice here."),
        ("? [a, b]\n: 1\n", 1, "A name must stand before the colon."),
        ("[" * (MAX_DEPTH + 1), 1, f"more than {MAX_DEPTH} deep"),
        ("- a\n" * MAX_NODES, 49_998, "more than 50000 parts"),
        ("just words", 1, "must have names with colons below it"),
        (WHOLE.replace('name: "Learning outdoors"\n', ""), 1, "“name” is missing here."),
        (WHOLE.replace("name:", "title:", 1), 3, "“title” is not known here."),
        (WHOLE.replace('format: "1"', 'format: "2"'), 1, "“format” must be one of: 1."),
        (WHOLE.replace('  - "setting"', '  - "zoo"'), 6, "“for” must be one of"),
        (WHOLE.replace('key: "low"', 'key: "Low one"'), at('  - key: "low"'), "small letters"),
        (
            WHOLE.replace("Learning outdoors", "x" * (MAX_NAME + 1)),
            3,
            f"must be {MAX_NAME} characters or fewer",
        ),
        (WHOLE.replace("Learning outdoors", ""), 3, "“name” is empty."),
        (WHOLE.replace('name: "Learning outdoors"', "name: [a]"), 3, "must be a text, not a list"),
        (WHOLE.replace("trees at low", ""), at('      - key: "trees"'), ""),
    ],
)
def test_q1_each_problem_is_said_at_its_line(text: str | bytes, line: int, words: str) -> None:
    found = read(text)
    assert found
    assert any(words in said for _line, said in found), found
    if words:
        assert next(number for number, said in found if words in said) == line, found


def test_q1_each_problem_is_said_once() -> None:
    missing = ["name", "for", "levels", "areas"]
    assert read('format: "1"\nkey: "mine"\nnam: "Mine"\n') == [
        *((1, f"“{name}” is missing here.") for name in missing),
        (3, "“nam” is not known here."),
    ]


def test_q1_too_many_and_too_few_entries_are_said_in_words() -> None:
    document = document_of(framework())
    few = json.dumps({**document, "levels": document["levels"][:1]})
    assert "“levels” needs 2 entries or more." in [words for _line, words in read(few)]
    many = json.dumps({**document, "levels": document["levels"] * 4})
    assert "“levels” can have 6 entries at most." in [words for _line, words in read(many)]
    wide = framework(areas=(Area("a", "A", "", (standard("s", levels={f"l{n}": "x" for n in range(7)}),)),))
    assert "“levels” can have 6 entries at most." in [
        words for _line, words in read(json.dumps(document_of(wide)))
    ]
    nothing = json.dumps({**document, "areas": "none"})
    assert any("must be a list" in words for _line, words in read(nothing))


def test_q1_faults_that_the_schema_cannot_know_have_their_line_too() -> None:
    twice = replace(framework(), areas=(Area("a", "A", "", (standard("x"), standard("y", "X"))),))
    text = written(document_of(twice))
    line = text.splitlines().index("    standards:") + 1
    assert read(text) == [(line, "Two standards of “A” are called “X”.")]


def test_q1_a_file_with_faults_becomes_a_draft_all_the_same() -> None:
    found = read_file(io.BytesIO(WHOLE.replace("trees at low", "").encode()))
    assert found.framework is not None
    assert [str(problem.reason) for problem in found.problems] == [
        "Write what “Trees” looks like at the level “Low”."
    ]


def test_what_ships_is_written_in_our_own_words() -> None:
    """No run of eight words stands in the documents that the domain comes from (they are not part of the code)."""
    source = Path(__file__).parents[3] / "shared" / "source"
    if not source.exists():
        pytest.skip("the source documents are not here")

    def runs(text: str) -> set[tuple[str, ...]]:
        words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
        return {tuple(words[n : n + 8]) for n in range(len(words) - 7)}

    theirs = set().union(*(runs(path.read_text()) for path in source.glob("*.txt")))
    for shipped in SHIPPED:
        assert not runs(shipped.path.read_text()) & theirs


def test_q1_a_part_without_anything_is_written_as_such() -> None:
    assert written({"levels": {}, "prompts": [], "name": "A"}) == 'levels: {}\nprompts: []\nname: "A"\n'


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*SCHEMA["properties"], "standards", "words", "x"]), inner, max_size=6
        )
    ),
    max_leaves=20,
)


@given(ANYTHING.map(json.dumps).map(str.encode) | st.binary(max_size=60))
def test_q1_no_file_makes_the_reader_fail(data: bytes) -> None:
    found = read_file(io.BytesIO(data))
    assert found.problems or found.framework is not None
