"""Messages as pure rules: fields of the text, greetings, files, how often a group writes. No database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.merge_fields import WrongName
from core.wording import in_a_row
from memberships.rules.reaching import AT_SETTINGS, Whom
from support.models import Message
from support.rules import (
    MAX_A_DAY,
    MAX_FILES_BYTES,
    TEXT_FIELDS,
    TextName,
    greets_itself,
    refusals_of_text,
    refusals_to_attach,
    refusals_to_write_to_members,
)

VALUES = {TextName.FIRST_NAME: "Mo", TextName.SETTING: "Bluebells", TextName.GROUP: "Riverside"}


@pytest.mark.parametrize(
    ("text", "names", "wrong"),
    [
        ("No field", [], []),
        ("{first name} of {setting} in {group}", ["first name", "setting", "group"], []),
        ("{First  Name} { setting }", ["first name", "setting"], []),
        ("{first_name}", [], [("{first_name}", 1, 1)]),
        ("Hello\n  {Setting} and {name}", ["setting"], [("{name}", 2, 17)]),
        ("{}", [], [("{}", 1, 1)]),
        ("an open { and a closed }", [], [("{ and a closed }", 1, 9)]),
        ("an open { alone", [], [("{", 1, 9)]),
        ("{{group}}", ["group"], [("{", 1, 1), ("}", 1, 9)]),
        ("{first\nname}", [], [("{", 1, 1), ("}", 2, 5)]),
    ],
)
def test_three_fields_and_no_other(text: str, names: list[str], wrong: list[tuple[str, int, int]]) -> None:
    assert TEXT_FIELDS.used_in(text) == set(names)
    assert TEXT_FIELDS.wrong_in(text) == [WrongName(*each) for each in wrong]
    assert ("text" in refusals_of_text("Dates", text)) is bool(wrong)


def test_the_first_wrong_field_is_told_with_its_place() -> None:
    refusals = refusals_of_text("For {group}", "One\ntwo {nobody}")
    assert str(refusals["text"]) == (
        "Line 2, character 5: {nobody} stands for nothing. Only {first name}, {setting}, {group} can stand in the"
        " text."
    )
    assert "out of the subject" in str(refusals["subject"])


def test_fields_are_filled_once() -> None:
    assert TEXT_FIELDS.filled("{First name}: {setting}, {group}", VALUES) == "Mo: Bluebells, Riverside"
    assert TEXT_FIELDS.filled("{setting}", {**VALUES, TextName.SETTING: "{group}"}) == "{group}"
    assert TEXT_FIELDS.filled("{other}", VALUES) == "{other}"


@given(st.text(alphabet="{} abgroupsetin\n", max_size=60))
def test_a_text_that_is_taken_holds_no_brace_once_it_is_filled(text: str) -> None:
    if not TEXT_FIELDS.wrong_in(text):
        filled = TEXT_FIELDS.filled(text, VALUES)
        assert "{" not in filled
        assert "}" not in filled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear leaders,\n\nthe day", True),
        ("Hello everybody, the day", True),
        ("Hi {first name}!", True),
        ("Good morning\n\nthe day", True),
        ("HELLO", True),
        ("Hi-vis jackets are needed", False),
        ("Dear parents have asked us for the dates", False),
        ("The day. Dear all,", False),
        ("Highlights: the day", False),
    ],
)
def test_a_text_with_its_own_greeting_is_greeted_once(text: str, expected: bool) -> None:
    assert greets_itself(text) is expected


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ([], ""),
        ([1, 2, 3], ""),
        ([MAX_FILES_BYTES], ""),
        ([MAX_FILES_BYTES, 1], "smaller than 5 MB together"),
        ([1, 1, 1, 1], "at most 3 files"),
    ],
)
def test_files_that_go_together(sizes: list[int], words: str) -> None:
    reasons = refusals_to_attach(sizes)
    assert words in " ".join(map(str, reasons))
    assert bool(reasons) is bool(words)


@pytest.mark.parametrize(
    ("state", "sent_today", "words"),
    [
        ("active", 0, ""),
        ("dormant", MAX_A_DAY - 1, ""),
        ("active", MAX_A_DAY, "tomorrow"),
        ("closed", 0, "closed"),
    ],
)
def test_how_often_a_group_writes(state: str, sent_today: int, words: str) -> None:
    reasons = refusals_to_write_to_members(group_state=state, sent_today=sent_today)
    assert words in " ".join(map(str, reasons))
    assert bool(reasons) is bool(words)


def test_audiences_are_those_that_can_be_reached() -> None:
    assert set(Message.Audience.values) == {whom.value for whom in Whom}
    assert set(Whom) > AT_SETTINGS


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_in_a_row(names: list[str], words: str) -> None:
    assert in_a_row(names) == words
