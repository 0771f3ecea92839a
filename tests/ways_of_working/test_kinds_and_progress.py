"""W1, W3: what kinds of answers make of odd input, how far a
section is written, and the usual answers: as tables.
"""

import pytest

from core.reasons import Reason
from tests.ways_of_working.test_review_clocks import TODAY
from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.effective import SHIPPED, Defaults, effective_terms
from ways_of_working.rules.kinds import ChoiceWithNumber, MemberSetting, Pence, Text
from ways_of_working.rules.progress import Far, Progress, mark_of, progress_of
from ways_of_working.rules.reviews import sources_of_clock


def test_w1_words_are_words_and_said_as_they_are():
    assert isinstance(Text().read(5), Reason)
    assert [str(one) for one in Text().in_words("We share.")] == ["We share."]


@pytest.mark.parametrize(("raw", "pence"), [("", None), ("£1,050", 105000), ("50.25", 5025), ("1.5", 150)])
def test_w1_money_is_typed_in_pounds(raw, pence):
    assert Pence().read(raw) == pence
    if pence is not None:
        assert Pence().read(Pence().kept(pence)) == pence, "what is kept is read back"


@pytest.mark.parametrize("raw", ["ten", "1.555", "12,50", "99999999999"])
def test_w1_what_is_no_amount_is_refused(raw):
    assert isinstance(Pence().read(raw), Reason)


def test_w1_a_choice_of_another_shape_is_kept_as_nothing_and_says_nothing():
    kind = ChoiceWithNumber(labels={})
    assert (kind.kept("all"), kind.in_words("all")) == ("", ())


@pytest.mark.parametrize(("raw", "number"), [("", None), ("12", 12)])
def test_w1_a_member_is_named_by_its_number(raw, number):
    assert MemberSetting().read(raw) == number


def test_w1_a_member_has_no_name_without_the_register():
    assert isinstance(MemberSetting().read("0"), Reason)
    assert MemberSetting().in_words(12) == ()


@pytest.mark.parametrize(
    ("key", "given", "far"),
    [
        ("1.5", {"is_used": False}, Far(Progress.NOT_USED, 0, 1)),
        ("1.5", {}, Far(Progress.NOT_STARTED, 0, 1)),
        ("1.5", {"title": "Visits"}, Far(Progress.IN_PROGRESS, 0, 1)),
        ("1.5", {"texts": {"local_1_5": "We visit."}}, Far(Progress.IN_PROGRESS, 1, 1)),
        ("1.5", {"texts": {"local_1_5": "We visit."}, "title": "Visits"}, Far(Progress.COMPLETE, 1, 1)),
        ("1.1", {}, Far(Progress.NOT_STARTED, 0, 3)),
    ],
)
def test_w3_how_far_a_section_is(key, given, far):
    assert progress_of(key, **{"is_used": True, "title": "", "texts": {}, "values": {}, **given}) == far


def test_w3_the_same_text_has_the_same_mark():
    assert mark_of({"a": 1, "b": 2}) == mark_of({"b": 2, "a": 1}) != mark_of({"a": 1})


def test_w1_the_first_template_has_the_usual_answers():
    found = SHIPPED
    assert found["papers_days_ahead"] == "7"
    assert set(found) <= set(ANSWERS)


def test_w1_one_source_of_both_parts_of_a_clock_is_named_once():
    terms = effective_terms(
        on=TODAY, adopted=[], defaults=[Defaults(1, TODAY, {"review_work_month": 9, "review_work_every": 12})]
    )
    assert len(sources_of_clock(terms, "work")) == 1
