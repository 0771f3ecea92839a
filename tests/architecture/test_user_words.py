"""One name for one thing, and no builder's word, in what people read (docs/glossary.md)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.test_layers import ROOT, python_files

#: What is said no more, and what is said instead.
OLD_WORDS = {
    r"\bvacanc(y|ies)\b": "free places",
    r"\b[Ee]-mail\b": "email",
    r"Find a free place": "Free places",
    r"Free places at all settings": "Free places",
    r"Leaders and office holders(?! ask)": "People and offices",
    r"What staff know": "Staff know",
    r"\bStaff told\b": "Staff know",
    r"(know that it|your setting|it) belongs to (?!an account)": "is a member of",
    r"Concerns about (conduct|how we)": "How we work together",
    r"Certify the (staff )?number": "Confirm …",
    r"What comes next|Where the group stands": "Where it stands",
    r"Shared documents": "Documents",
    r"[Ss]ecurity code": "sign-in code",
    r"moves so far": "What happened so far",
    r"\b[Dd]ormant\b": "Resting",
    r"attendance at risk": "below the attendance you agreed",
    r"On the left|on the right what": "Before, after",
    r"Meetings are not kept here": "nothing",
    r"\b[Ll]ineage\b": "where it came from and what it became",
    r"\b[Cc]irculat": "send to the members",
    r"(Permissions|Rights) repaired": "Access corrected by the nightly check",
    r"(The|the|Enter the) first day (without|on which .* no longer|that it is no longer)": "last day",
}
PATTERN = re.compile("|".join(f"(?:{old})" for old in OLD_WORDS))
#: Words of Ofsted, the guide or the members' own documents; the emails are read by their own tests.
NOT_OURS = (
    "ways_of_working/rules/catalogue/",
    "portal/demonstration/",
    "exchange/imports/",
    "provision/models.py",
    "provision/apps.py",
    "providers/rules/register.py",
)
TRANSLATES = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"}
MARKUP = re.compile(
    r"{#.*?#}|{%(?!\s*(?:translate|table|columns?|summary_row|tag)\b).*?%}|{{.*?}}|<[^>]*>",
    re.DOTALL,
)


def texts_of(source: str) -> Iterator[tuple[int, str]]:
    """What a module says to people: the texts that are translated."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATES:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.lineno, argument.value


def words_on(template: str) -> str:
    """What a template says to people: its text and the texts of its tags, with the lines kept."""
    return MARKUP.sub(lambda match: "\n" * match[0].count("\n"), template)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("List a vacancy", True),
        ("Leaders and office holders", True),
        ("Free places", False),
        ("Earlier office holders", False),
        ("The first day without the role", True),
        ("The first day of the new collaborations", False),
        ("Circulate it", True),
    ],
)
def test_old_words_are_seen(text: str, old: bool) -> None:
    assert bool(PATTERN.search(text)) is old


def test_a_tag_is_no_text() -> None:
    assert not PATTERN.search(words_on("{% for vacancy in vacancies %}{{ vacancy.places }}{% endfor %}"))
    assert PATTERN.search(words_on("<h1>{% translate 'Shared documents' %}</h1>"))


def test_modules_say_the_new_words() -> None:
    wrong = [
        f"{place}:{line} {match[0]}"
        for file in python_files()
        if not (place := file.relative_to(ROOT).as_posix()).startswith(NOT_OURS) and "/emails" not in place
        for line, text in texts_of(file.read_text())
        if (match := PATTERN.search(text))
    ]
    assert "\n".join(wrong) == ""


def test_templates_say_the_new_words() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{number} {match[0]}"
        for file in templates()
        for number, line in enumerate(words_on(file.read_text()).splitlines(), 1)
        if (match := PATTERN.search(line))
    ]
    assert "\n".join(wrong) == ""


def templates() -> list[Path]:
    return [file for file in sorted((ROOT / "templates").rglob("*.html")) if "mail" not in file.parts]
