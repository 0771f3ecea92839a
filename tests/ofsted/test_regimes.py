"""O3: regimes, areas and grade words as published, and the numbers they are stored as."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted.rules.inspections import InspectionFacts, is_graded, judgements_in_words, problems
from ofsted.rules.regimes import (
    AREAS,
    GROUP_OF,
    JUDGEMENT_COLUMNS,
    Group,
    Regime,
    UnknownGrade,
    area_label,
    areas_of,
    grade_words,
    regime_of_graded,
)

DAY = date(2024, 5, 12)


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (date(2015, 8, 31), Regime.PRE_2015),
        (date(2015, 9, 1), Regime.CIF),
        (date(2019, 8, 31), Regime.CIF),
        (date(2019, 9, 1), Regime.EIF),
        (date(2025, 11, 9), Regime.EIF),
    ],
)
def test_o3_framework_of_an_old_grade_goes_by_its_day(day: date, regime: Regime) -> None:
    assert regime_of_graded(day) is regime


@pytest.mark.parametrize(
    ("area", "value", "words"),
    [
        ("overall", 1, "Outstanding"),
        ("overall", 4, "Inadequate"),
        ("quality_of_education", 3, "Requires improvement"),
        ("safeguarding_effective", 2, "No"),
        ("rc_inclusion", 1, "Exceptional"),
        ("rc_achievement", 2, "Strong standard"),
        ("rc_welfare", 3, "Expected standard"),
        ("rc_behaviour", 4, "Needs attention"),
        ("rc_leadership_and_governance", 5, "Urgent improvement"),
        ("rc_safeguarding", 2, "Not met"),
        ("ncor", 1, "Met"),
        ("oosc", 2, "Not met (with actions)"),
        ("cr", 3, "Not met (enforcement)"),
        ("cr", 4, "Not met"),
        ("agency", 2, "Ineffective"),
    ],
)
def test_o3_words_and_numbers_answer_each_other(area: str, value: int, words: str) -> None:
    assert grade_words(area, value) == words
    assert AREAS[area].grades.value_of(f"  {words.upper()} ") == value


def test_o3_grade_three_was_satisfactory_before_4_november_2013() -> None:
    assert grade_words("overall", 3, date(2013, 11, 3)) == "Satisfactory"
    assert grade_words("overall", 3, date(2013, 11, 4)) == "Requires improvement"
    assert grade_words("overall", 2, date(2013, 11, 3)) == "Good"
    assert AREAS["overall"].grades.value_of("Satisfactory") == 3


@pytest.mark.parametrize(
    ("area", "words"),
    [("overall", "5"), ("overall", "Strong standard"), ("rc_inclusion", "2"), ("cr", "Good")],
)
def test_o3_words_of_another_vocabulary_are_unknown(area: str, words: str) -> None:
    with pytest.raises(UnknownGrade):
        AREAS[area].grades.value_of(words)


def test_o3_a_number_without_a_word_is_unknown() -> None:
    with pytest.raises(UnknownGrade):
        grade_words("overall", 9)


def test_o3_a_report_card_has_six_areas_safeguarding_early_years_in_a_school_and_no_overall_grade() -> None:
    areas = areas_of(Regime.REPORT_CARD)
    assert len(areas) == 8
    assert "overall" not in areas
    assert not any("overall" in AREAS[area].label.lower() for area in areas)
    card = InspectionFacts(Regime.REPORT_CARD, "1", DAY, is_graded=True, overall=2, rc_inclusion=3)
    assert "overall" not in {str(area).lower() for area, _ in judgements_in_words(card)}
    assert [str(problem) for problem in problems(card)] == ["A report card has no overall grade."]


def test_o3_every_regime_has_a_group_and_areas() -> None:
    for regime in Regime:
        assert areas_of(regime)
        assert all(AREAS[area].column in (*JUDGEMENT_COLUMNS, "met") for area in areas_of(regime))
    assert GROUP_OF[Regime.PRE_2015] is GROUP_OF[Regime.EIF] is GROUP_OF[Regime.SCHOOL] is Group.LEGACY


def test_o3_a_schools_grade_is_that_of_its_early_years() -> None:
    assert area_label("overall", Regime.SCHOOL) == "Early years provision"
    assert area_label("overall", Regime.EIF) == "Overall effectiveness"


def test_o4_areas_before_september_2019_were_not_judged_rather_than_missing() -> None:
    old = InspectionFacts(
        Regime.CIF, "1", date(2018, 1, 2), is_graded=True, overall=2, leadership_and_management=2
    )
    assert judgements_in_words(old) == [
        ("Overall effectiveness", "Good"),
        ("Leadership and management", "Good"),
    ]
    assert areas_of(Regime.PRE_2015) == ("overall", "leadership_and_management")
    assert not problems(old)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            InspectionFacts(Regime.CIF, None, DAY, personal_development=1),
            "Personal development is not judged at this kind of inspection.",
        ),
        (
            InspectionFacts(Regime.EIF, None, DAY, met=1),
            "Met or not met is not judged at this kind of inspection.",
        ),
        (InspectionFacts(Regime.EIF, None, DAY, overall=7), "Overall effectiveness has no grade 7."),
        (InspectionFacts(Regime.NO_CHILDREN, None, DAY, met=9), "No children on roll has no grade 9."),
    ],
)
def test_o3_impossible_judgements_are_named(facts: InspectionFacts, sentence: str) -> None:
    assert [str(problem) for problem in problems(facts)] == [sentence]


def test_o3_an_agencys_judgement_is_read_from_met() -> None:
    agency = InspectionFacts(Regime.AGENCY, None, DAY, met=1)
    assert not problems(agency)
    assert judgements_in_words(agency) == [("Childminder agency", "Effective")]


@pytest.mark.parametrize(
    ("regime", "judgements", "graded"),
    [
        (Regime.EIF, {"overall": 2}, True),
        (Regime.EIF, {"quality_of_education": 2}, False),
        (Regime.REPORT_CARD, {"rc_inclusion": 3}, True),
        (Regime.REPORT_CARD, {"rc_safeguarding": 1}, False),
        (Regime.REPORT_CARD, {"rc_safeguarding": 2}, True),
        (Regime.OUT_OF_SCHOOL, {"met": 1}, False),
    ],
)
def test_o4_what_counts_as_graded(regime: Regime, judgements: dict[str, int | None], graded: bool) -> None:
    assert is_graded(regime, judgements) is graded
