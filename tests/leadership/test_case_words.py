"""L3: what the pages, forms, rules and emails of leadership cases say. A case is a hard time for a person: nothing
blames, threatens, judges, or sounds like an office. The shipped words of letters are read by their own test.
"""

from __future__ import annotations

import re

import pytest

from tests.architecture.test_layers import ROOT
from tests.architecture.test_user_words import texts_of, words_on

#: Words for the leader or the setting that no sentence of a case says, and what stands for them.
UNKIND = {
    r"\b(fail|poor|inadequat|unsuitab|weak|fault|guilt|breach|misconduct)\w*": "the judgement of the setting",
    r"\bless than good\b": "the judgement of the setting",
    r"\b(resign|terminat|dismiss|oust|sack)\w*|\b(stand|stood) down\b": "step down",
    r"\bremoved? (from|as)\b": "step down",
    r"\b(warn|penalt|punish|sanction|threat|blam|disciplin|forfeit|complian|comply)\w*": "what changes, in plain words",
    r"\b(unfortunately|regret\w*|insist\w*|demand\w*|compel\w*|forced?)\b": "ask, or say it plainly",
    r"\b(you|they|the leader|leaders) (must|shall|have to|are required|is required)\b": "we ask you",
    r"\b(hereby|herewith|pursuant|aforementioned|notwithstanding|in respect of|reinstate\w*)\b": "plain words",
}
PATTERN = re.compile("|".join(f"(?:{words})" for words in UNKIND), re.IGNORECASE)
#: What people read of cases, and of support that is paused where it acts.
MODULES = [
    *(
        file
        for file in sorted((ROOT / "leadership").rglob("*.py"))
        if not {"migrations", "models"} & {*file.parts}
    ),
    ROOT / "memberships" / "rules" / "paused.py",
]
TEMPLATES = [
    *sorted((ROOT / "templates" / "leadership").rglob("*.html")),
    *sorted((ROOT / "templates" / "mail" / "leadership").rglob("*.txt")),
    ROOT / "templates" / "support" / "paused.html",
]


@pytest.mark.parametrize(
    ("text", "unkind"),
    [
        ("The setting failed its inspection", True),
        ("We expect you to resign", True),
        ("You must step down by Friday", True),
        ("They were removed as leader", True),
        ("A judgement that is less than good", True),
        ("We ask you to step down as leader", False),
        ("The day must be today or in the past.", False),
        ("Remove somebody from the list", False),
    ],
)
def test_l3_an_unkind_word_is_seen(text: str, unkind: bool) -> None:
    assert bool(PATTERN.search(text)) is unkind


def test_l3_no_sentence_of_a_case_blames_threatens_or_judges() -> None:
    assert len(MODULES) > 40
    assert len(TEMPLATES) > 25
    said = [(file, text) for file in MODULES for _line, text in texts_of(file.read_text())]
    said += [(file, line) for file in TEMPLATES for line in words_on(file.read_text()).splitlines()]
    assert len(said) > 500
    wrong = [
        f"{file.relative_to(ROOT)}: {match[0]}" for file, text in said if (match := PATTERN.search(text))
    ]
    assert "\n".join(wrong) == ""
