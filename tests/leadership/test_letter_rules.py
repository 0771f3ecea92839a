"""L3: letters as pure rules: shipped words, fields, which letter may be written when. No database."""

from __future__ import annotations

import re

import pytest

from leadership.rules.cases import Outcome
from leadership.rules.letters import (
    EXAMPLE,
    LETTER_FIELDS,
    SHIPPED,
    Field,
    LetterFacts,
    LetterKind,
    kinds_to_write,
    left_in,
    refusals_of_words,
    refusals_to_send,
    refusals_to_write,
    what_follows,
)
from leadership.rules.stages import Stage

#: Words that blame, threaten or judge, and those that we do not use for stepping down.
UNKIND = re.compile(
    r"\b(fail\w*|resign\w*|remov\w*|must|unfortunately|inadequate|poor|breach|fault|penalt\w*|terminat\w*|"
    r"require(?:s|d)? improvement|warn\w*)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("kind", LetterKind)
def test_l3_the_shipped_words_can_be_kept_and_filled_with_nothing_left(kind: LetterKind) -> None:
    words = SHIPPED[kind]
    assert refusals_of_words(words.subject, words.body) == {}
    filled = LETTER_FIELDS.filled(words.body, EXAMPLE)
    assert refusals_to_send(words.subject, filled) == {}
    assert EXAMPLE[Field.FIRST_NAME] in filled


def test_l3_what_is_left_to_fill_in_is_named_once_and_in_its_order() -> None:
    assert left_in("Dear {first name},\n\n{support} {first name} }") == ["{first name}", "{support}", "}"]
    assert left_in("Dear Lena") == []


@pytest.mark.parametrize("kind", LetterKind)
def test_l3_no_shipped_word_blames_and_each_letter_thanks_or_wishes_well(kind: LetterKind) -> None:
    words = f"{SHIPPED[kind].subject}\n{SHIPPED[kind].body}"
    assert UNKIND.findall(words) == []
    assert re.search(r"thank|congratulations", words, re.IGNORECASE)
    assert "{officer}" in words
    assert "{telephone}" in words


def test_l3_the_letter_after_the_first_conversation_says_all_that_it_is_to_say() -> None:
    used = LETTER_FIELDS.used_in(SHIPPED[LetterKind.EXPECTATION].body)
    assert {
        Field.AGREED,
        Field.SUPPORT,
        Field.FOLLOWS,
        Field.CONVERSATION,
        Field.OFFICER,
        Field.TELEPHONE,
    } <= used
    body = SHIPPED[LetterKind.EXPECTATION].body
    assert "step down" in body


def test_o6_the_letter_says_what_is_true_of_the_report_today() -> None:
    """Nobody reads that a report is still to come which is out, nor that one is out which is not."""
    before, after = what_follows(is_published=False), what_follows(is_published=True)
    assert before.startswith("Until Ofsted has published the report")
    assert "nothing changes for the members" in before
    assert after.startswith("Ofsted has published the report.")
    for words in (before, after):
        assert "talk with you about who could lead next, before we ask anybody" in words
        assert UNKIND.findall(words) == []
    assert not re.search("published|report", "".join(words.body for words in SHIPPED.values()))


@pytest.mark.parametrize("field", Field)
def test_l3_each_field_is_filled_once(field: Field) -> None:
    text = f"a {{{field}}} b"
    assert refusals_of_words("", text) == {}
    assert LETTER_FIELDS.filled(text, {field: "{team}"}) == "a {team} b"
    assert LETTER_FIELDS.filled(text, {}) == text
    assert f"{{{field}}}" in str(LETTER_FIELDS)


def test_l3_a_wrong_field_is_told_with_its_place() -> None:
    refusals = refusals_of_words("For {leader}", "One\ntwo {nobody}")
    assert str(refusals["subject"]) == "Take { and } out of the subject."
    assert str(refusals["body"]).startswith(
        "Line 2, character 5: {nobody} stands for nothing. Only {first name}"
    )


def test_l3_what_is_not_filled_in_is_told_before_it_is_sent() -> None:
    refusals = refusals_to_send("{a}", "Dear Lena,\n\n{support}")
    assert set(refusals) == {"subject", "body"}
    assert "Line 3, character 1: {support} is not filled in" in str(refusals["body"])
    assert refusals_to_send("Hello", "Dear Lena") == {}


@pytest.mark.parametrize(
    ("stage", "outcome", "kinds"),
    [
        (Stage.SUPPORT, "", [LetterKind.EXPECTATION]),
        (Stage.LETTER, "", [LetterKind.EXPECTATION]),
        (Stage.STAYS, "", [LetterKind.EXPECTATION, LetterKind.STAYS]),
        (Stage.STEPPED_DOWN, "", [LetterKind.EXPECTATION, LetterKind.THANKS]),
        (Stage.CLOSED, Outcome.STAYS, [LetterKind.STAYS]),
        (Stage.CLOSED, Outcome.SUCCEEDED, [LetterKind.THANKS, LetterKind.AGAIN]),
        (Stage.CLOSED, Outcome.STOPPED, [LetterKind.THANKS, LetterKind.AGAIN]),
        (Stage.CLOSED, Outcome.NOT_NEEDED, []),
    ],
)
def test_l3_a_letter_says_what_has_happened(stage: Stage, outcome: str, kinds: list[LetterKind]) -> None:
    facts = LetterFacts(stage, outcome, told=True)
    assert kinds_to_write(facts) == kinds
    for kind in LetterKind:
        assert bool(refusals_to_write(kind, facts)) is (kind not in kinds)


@pytest.mark.parametrize("stage", Stage)
def test_l3_nobody_learns_of_a_case_from_a_letter(stage: Stage) -> None:
    facts = LetterFacts(stage, Outcome.SUCCEEDED if stage is Stage.CLOSED else "", told=False)
    assert kinds_to_write(facts) == []
    assert all("Talk with the leader first" in str(refusals_to_write(kind, facts)[0]) for kind in LetterKind)
