"""One word for a thing: the field's own, in names and in what people read (docs/glossary.md)."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.test_layers import ROOT, python_files

#: What a name said before: an endpoint, a permission, a module, a membership, the audit log, isolation.
WORDS = frozenset(
    ["door", "doors", "rights", "room", "rooms", "stay", "stays", "trail", "trails", "wall", "walls"]
)
#: Of a member that stays: the verb.
VERBS = {"members_who_stay", "_must_stay"}
#: Where a letter is one on paper, as a PDF (L3): what is written to a leader.
PAPER = (
    *("leadership/", "audit/rules/actions.py", "audit/rules/sentences.py", "tests/leadership/"),
    *("tests/factories/letters.py", "tests/email_examples.py", "tests/architecture/authorities.py"),
    *(
        "portal/demonstration/cases.py",
        "tests/architecture/embargo.py",
        "tests/frame/stage.py",
        "tests/browser/test_case_letters.py",
        "tests/browser/test_leaders_page.py",
    ),
)
#: Where a letter is one of the alphabet.
ALPHABET = (
    "core/",
    "exchange/imports/",
    "ofsted/imports/",
    "portal/demonstration/places.py",
    "providers/rules/",
    "ways_of_working/rules/shortening.py",
    "tests/core/",
    "tests/providers/",
)
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def ours() -> list[Path]:
    return [*python_files(), *sorted((ROOT / "tests").rglob("*.py"))]


def names_in(source: str) -> Iterator[tuple[int, str]]:
    """Each name with its line. The name of a test is a sentence, in which "stays" is a verb."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME and not token.string.startswith("test_"):
            yield token.start[0], token.string


def words_of(name: str) -> set[str]:
    """``NewStays`` and ``new_stays`` are ``new`` and ``stays``."""
    return {part.lower() for part in PART.findall(name)}


def is_refused(name: str, place: str) -> bool:
    words = words_of(name)
    if words & {"letter", "letters"} and not place.startswith(ALPHABET + PAPER):
        return True
    if place.startswith(PAPER):  # a leader stays: the verb, which a case is about
        words -= {"stay", "stays"}
    return name not in VERBS and bool(words & WORDS)


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("NewStay", True),
        ("stays_to_place", True),
        ("_trail", True),
        ("AUDIT_TRAIL", True),
        ("rights", True),
        ("only_letter", True),
        ("members_who_stay", False),
        ("staying", False),
        ("trailing", False),
        ("classroom", False),
    ],
)
def test_words_are_seen_in_every_spelling(name: str, refused: bool) -> None:
    assert is_refused(name, "memberships/services/members.py") is refused


def test_names_say_the_standard_words() -> None:
    suspect = re.compile(
        "|".join({*WORDS, "letter"}), re.IGNORECASE
    )  # most files hold none, and are not taken apart
    wrong = [
        f"{file.relative_to(ROOT)}:{line} {name}"
        for file in ours()
        if "migrations" not in file.parts and suspect.search(source := file.read_text())
        for line, name in names_in(source)
        if is_refused(name, str(file.relative_to(ROOT)))
    ]
    assert "\n".join(wrong) == ""


#: In what people read: an email is no letter, and the audit log no trail.
OLD_TEXT = re.compile(
    r"\baudit trail\b|(?<!small )(?<!damaged )\bletters?\b(?!-)(?! (and|or) |, )", re.IGNORECASE
)


def test_templates_say_email_and_audit_log() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted((ROOT / "templates").rglob("*.*"))
        if not file.is_relative_to(ROOT / "templates" / "leadership")  # letters on paper
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if OLD_TEXT.search(line)
    ]
    assert "\n".join(wrong) == ""
