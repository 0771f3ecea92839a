"""O4: the latest relevant judgement on a day."""

from __future__ import annotations

from datetime import date

import pytest

from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.regimes import Regime
from ofsted.rules.relevance import Standing, latest_relevant

TODAY = date(2026, 7, 1)


def old_grade(day: date, overall: int = 2, **facts: object) -> InspectionFacts:
    return InspectionFacts(Regime.EIF, "100", day, is_graded=True, overall=overall)._replace(**facts)


def no_children(day: date, met: int | None = 1) -> InspectionFacts:
    return InspectionFacts(Regime.NO_CHILDREN, None, day, met=met)


def test_o4_the_newest_graded_inspection_counts_whatever_the_order() -> None:
    first, second = old_grade(date(2020, 1, 1)), old_grade(date(2023, 1, 1), 3)
    assert latest_relevant([second, first], TODAY).inspection is second


def test_o4_a_later_no_children_visit_does_not_clear_a_grade() -> None:
    inadequate, met = old_grade(date(2019, 3, 1), 4), no_children(date(2019, 9, 5))
    found = latest_relevant([met, inadequate], TODAY)
    assert found.standing is Standing.GRADED
    assert found.inspection is inadequate
    assert [reason.in_words() for reason in found.reasons] == [
        "The later visit of 5 September 2019 (No children on roll: Met) gave no grade and changes nothing."
    ]


def test_o4_an_earlier_visit_is_not_mentioned_and_one_without_outcome_is_told_without() -> None:
    grade = old_grade(date(2020, 1, 1))
    assert not latest_relevant([no_children(date(2019, 1, 1)), grade], TODAY).reasons
    (reason,) = latest_relevant([no_children(date(2021, 1, 1), None), grade], TODAY).reasons
    assert (
        str(reason)
        == "The later visit of 1 January 2021 (No children on roll) gave no grade and changes nothing."
    )


@pytest.mark.parametrize(
    ("published_on", "in_file", "asked", "known"),
    [
        (date(2024, 6, 14), True, date(2024, 6, 13), False),
        (date(2024, 6, 14), True, date(2024, 6, 14), True),
        (None, True, date(2024, 5, 12), True),
        (None, True, date(2024, 5, 11), False),
        (None, False, TODAY, False),
        (date(2024, 5, 1), True, date(2024, 5, 11), False),
    ],
)
def test_o4_only_what_is_published_by_the_day_counts(
    published_on: date | None, in_file: bool, asked: date, known: bool
) -> None:
    grade = old_grade(date(2024, 5, 12), published_on=published_on, in_national_file=in_file)
    assert (latest_relevant([grade], asked).inspection is grade) is known


def test_o4_a_report_card_counts_over_an_old_grade_of_the_same_day() -> None:
    day = date(2025, 11, 10)
    card = InspectionFacts(Regime.REPORT_CARD, "5", day, is_graded=True, rc_inclusion=3)
    assert latest_relevant([card, old_grade(day)], TODAY).inspection is card


def test_o4_of_two_on_one_day_the_higher_number_counts() -> None:
    day = date(2024, 1, 1)
    nine, ten = old_grade(day, inspection_number="9"), old_grade(day, 3, inspection_number="10")
    assert latest_relevant([ten, nine], TODAY).inspection is ten


def test_o4_not_inspected_met_only_and_agency_are_standings_of_their_own() -> None:
    assert latest_relevant([], TODAY).standing is Standing.NOT_INSPECTED
    met_only = latest_relevant([no_children(date(2024, 1, 1)), no_children(date(2025, 1, 1))], TODAY)
    assert met_only.standing is Standing.MET_ONLY
    assert met_only.inspection == no_children(date(2025, 1, 1))
    assert latest_relevant([no_children(date(2024, 1, 1), None)], TODAY).standing is Standing.NOT_INSPECTED
    agency = latest_relevant([], TODAY, with_agency=True, agency_judgement=1)
    assert (agency.standing, agency.agency_judgement) == (Standing.AGENCY, 1)
