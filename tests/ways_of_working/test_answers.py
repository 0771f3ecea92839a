"""W1: what is typed becomes a value, or a refusal in words, and never an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.reasons import Reason
from ways_of_working.rules.answers import ANSWERS, in_words, read_answer, stored_answer
from ways_of_working.rules.kinds import Nothing, Picked, Text, Value, cleaned

READ = [
    ("meetings_a_year", "3", 3),
    ("meetings_a_year", " 12 ", 12),
    ("meetings_a_year", 6, 6),
    ("meetings_a_year", "", None),
    ("meetings_a_year", "   ", None),
    ("meetings_a_year", None, None),
    ("papers_days_ahead", "0", 0),
    ("papers_days_ahead", "007", 7),
    ("attendance_threshold", "80", 80),
    ("attendance_threshold", "80%", 80),
    ("attendance_threshold", "80 %", 80),
    ("attendance_threshold", "100", 100),
    ("attendance_threshold", "none", Nothing.NONE),
    ("attendance_threshold", "None", Nothing.NONE),
    ("attendance_threshold", "0", Nothing.NONE),
    ("chair_term_months", "none", Nothing.NONE),
    ("chair_term_months", "24", 24),
    ("review_work_month", "July", 7),
    ("review_work_month", "jul", 7),
    ("review_work_month", "07", 7),
    ("leadership_form", "rotating", "rotating"),
    ("safeguarding_routes", ["emergency", "social_care"], ("social_care", "emergency")),
    ("safeguarding_routes", "emergency", ("emergency",)),
    ("safeguarding_routes", [], None),
    ("dispute_steps", ["", "talk"], ("talk",)),
    ("quorum", "share:50", Picked("share", 50)),
    ("quorum", "share:50%", Picked("share", 50)),
    ("quorum", ("number", "4"), Picked("number", 4)),
    ("quorum", ["none", ""], Picked("none")),
    ("decision_method", "consensus", Picked("consensus")),
    ("decision_method", "qualified_majority:67", Picked("qualified_majority", 67)),
    ("leaver_amount", "fixed:50", Picked("fixed", 5000)),
    ("leaver_amount", ("fixed", "£1,250.50"), Picked("fixed", 125050)),
    ("leaver_amount", "lesser", Picked("lesser")),
    ("payee", "41", 41),
]
REFUSED = [
    ("meetings_a_year", "0", "Enter a whole number from 1 to 52."),
    ("meetings_a_year", "53", "Enter a whole number from 1 to 52."),
    ("meetings_a_year", "none", "Enter a whole number, such as 1."),
    ("meetings_a_year", "3.5", "Enter a whole number, such as 1."),
    ("meetings_a_year", "-3", "Enter a whole number, such as 1."),
    ("meetings_a_year", "²", "Enter a whole number, such as 1."),
    ("meetings_a_year", "٣", "Enter a whole number, such as 1."),
    ("meetings_a_year", True, "Enter a whole number, such as 1."),
    ("meetings_a_year", 3.0, "Enter a whole number, such as 1."),
    ("meetings_a_year", "9" * 30, "Enter a whole number, such as 1."),
    ("attendance_threshold", "101", "Enter a whole number from 1 to 100."),
    ("review_work_month", "13", "Choose a month."),
    ("review_work_month", "Ju", "Choose a month."),
    ("leadership_form", "king", "Choose one of the list."),
    ("safeguarding_routes", ["emergency", "neighbour"], "Choose from the list."),
    ("quorum", "share", "Enter the number that belongs to “At least this share of the members”."),
    ("quorum", "share:", "Enter the number that belongs to “At least this share of the members”."),
    ("decision_method", "qualified_majority:50", "Enter a whole number from 51 to 100."),
    ("leaver_amount", "fixed:50.505", "Enter an amount in pounds, such as 50 or 50.00."),
    ("leaver_amount", "fixed:100001", "Enter £100,000 or less."),
    ("payee", "0", "Choose one of the members."),
    ("payee", "Sunflower", "Choose one of the members."),
]
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.lists(st.text(), max_size=4),
    st.tuples(st.text(), st.integers()), st.dictionaries(st.text(), st.text(), max_size=2), st.lists(st.lists(st.text(), max_size=2), max_size=3),
)  # fmt: skip


@pytest.mark.parametrize(("key", "raw", "value"), READ)
def test_w1_an_answer_is_read(key: str, raw: object, value: Value | None) -> None:
    assert read_answer(key, raw) == value


@pytest.mark.parametrize(("key", "raw", "sentence"), REFUSED)
def test_w1_what_cannot_be_read_is_refused_in_words(key: str, raw: object, sentence: str) -> None:
    found = read_answer(key, raw)
    assert isinstance(found, Reason)
    assert (found.code, str(found)) == ("W1", sentence)


@settings(deadline=None, max_examples=60)
@given(key=st.sampled_from(sorted(ANSWERS)), raw=ANYTHING)
def test_no_reader_ever_fails(key: str, raw: object) -> None:
    found = read_answer(key, raw)
    if isinstance(found, Reason):
        assert str(found)
    elif found is not None:
        assert read_answer(key, stored_answer(key, found)) == found
        assert all(str(line) for line in in_words(key, found))


def shapes(key: str) -> list[str]:
    """Texts that come close to what is asked."""
    labels = list(getattr(ANSWERS[key].kind, "labels", {}))
    return [
        *labels,
        *(f"{code}:{number}" for code in labels for number in ("1", "51", "99", "12.34")),
        "none",
        "1",
        "7",
        "60",
        "May",
        "12 %",
    ]


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_w1_what_is_kept_reads_back_the_same(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(ANSWERS)))
    found = read_answer(key, data.draw(st.sampled_from(shapes(key))))
    if found is not None and not isinstance(found, Reason):
        assert read_answer(key, stored_answer(key, found)) == found
        assert in_words(key, found)


@settings(deadline=None, max_examples=60)
@given(words=st.text())
def test_words_are_kept_clean(words: str) -> None:
    found = Text().read(words)
    assert found is None or (
        isinstance(found, str) and found == Text().read(found) and "\x00" not in found and "\r" not in found
    )


def test_words_have_a_length() -> None:
    assert str(Text(most=5).read("123456")) == "Enter at most 5 characters. These are 6."
    assert str(Text().read(7)) == "Enter words."


def test_cleaning_keeps_paragraphs() -> None:
    assert cleaned(" one\r\n\r\ntwo\x00 ") == "one\n\ntwo"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("meetings_a_year", 1, ["1 meeting"]),
        ("meetings_a_year", 4, ["4 meetings"]),
        ("attendance_threshold", 80, ["80%"]),
        ("attendance_threshold", Nothing.NONE, ["No threshold"]),
        ("papers_days_ahead", 7, ["7 days ahead"]),
        ("chair_term_months", Nothing.NONE, ["No fixed term"]),
        ("review_terms_month", 7, ["July"]),
        ("quorum", Picked("share", 50), ["At least this share of the members", "50%"]),
        ("leaver_amount", Picked("fixed", 5005), ["A fixed sum", "£50.05"]),
        ("payee", 3, ["Sunflower Nursery"]),
        ("payee", 4, ["A setting not in the list"]),
    ],
)
def test_a_value_is_said_in_words(key: str, value: Value, words: list[str]) -> None:
    assert [str(line) for line in in_words(key, value, settings={3: "Sunflower Nursery"})] == words


@pytest.mark.parametrize("key", sorted(ANSWERS))
def test_w1_each_choice_is_kept_and_said(key: str) -> None:
    for code in getattr(ANSWERS[key].kind, "labels", {}):
        found = read_answer(key, code)
        if found is not None and not isinstance(found, Reason):
            assert read_answer(key, stored_answer(key, found)) == found
            assert in_words(key, found)
