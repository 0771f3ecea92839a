"""O5: the leading policy as shipped, its reasons in words, and its array form."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.policy import ALL_CELLS, SHIPPED_CELLS, Cell, Decision, LeadingPolicy, Verdict, decide
from ofsted.rules.regimes import AREAS, GROUP_OF, LEGACY_AREAS, REPORT_CARD_AREAS, Group, Regime
from ofsted.rules.relevance import Relevant, Standing, latest_relevant

MAY, OFFICER, BELOW = Verdict.MAY_LEAD, Verdict.OFFICER_DECIDES, Verdict.BELOW_LINE
TODAY = date(2026, 7, 1)
DAY, PUBLISHED = date(2024, 5, 12), date(2024, 6, 14)
CLEAN_CARD = {**dict.fromkeys(REPORT_CARD_AREAS, 3), "rc_safeguarding": 1}


def of(
    regime: Regime, *, published_on: date | None = PUBLISHED, graded: bool = True, **judgements: int
) -> Decision:
    inspection = InspectionFacts(regime, "1", DAY, None, graded, published_on=published_on, **judgements)
    return decide(LeadingPolicy.shipped(2), latest_relevant([inspection], TODAY))


def card(**judgements: int) -> Decision:
    return of(Regime.REPORT_CARD, **{**CLEAN_CARD, **judgements})


@pytest.mark.parametrize("regime", [Regime.PRE_2015, Regime.CIF, Regime.EIF, Regime.SCHOOL])
@pytest.mark.parametrize(("overall", "verdict"), [(1, MAY), (2, MAY), (3, BELOW), (4, BELOW)])
def test_o5_old_grades_one_and_two_may_lead(regime: Regime, overall: int, verdict: Verdict) -> None:
    assert of(regime, overall=overall).verdict is verdict


@pytest.mark.parametrize(
    ("judgements", "verdict"),
    [
        ({}, MAY),
        ({"rc_achievement": 1, "rc_welfare": 2}, MAY),
        ({"rc_safeguarding": 2}, BELOW),
        ({"rc_leadership_and_governance": 4}, BELOW),
        ({"rc_leadership_and_governance": 5}, BELOW),
        ({"rc_inclusion": 5}, BELOW),
        ({"rc_inclusion": 4}, OFFICER),
        ({"rc_behaviour": 4, "rc_welfare": 4}, OFFICER),
        ({"rc_behaviour": 4, "rc_safeguarding": 2}, BELOW),
    ],
)
def test_o5_report_card_as_shipped(judgements: dict[str, int], verdict: Verdict) -> None:
    assert card(**judgements).verdict is verdict


@pytest.mark.parametrize("regime", [Regime.NO_CHILDREN, Regime.OUT_OF_SCHOOL, Regime.CHILDCARE_REGISTER])
@pytest.mark.parametrize("met", [1, 2, 3, 4])
def test_o5_met_or_not_met_is_for_an_officer(regime: Regime, met: int) -> None:
    decision = of(regime, graded=False, met=met)
    assert decision.verdict is OFFICER
    assert "which gave no grade: An officer decides" in str(decision.reasons[0])


def test_o5_not_inspected_is_for_an_officer() -> None:
    decision = decide(LeadingPolicy.shipped(), latest_relevant([], TODAY))
    assert decision.verdict is OFFICER
    assert (
        str(decision.reasons[0])
        == "No published inspection of this registration by 1 July 2026: An officer decides; leading policy"
        " version 1"
    )


@pytest.mark.parametrize(("judgement", "verdict"), [(None, OFFICER), (1, MAY), (2, BELOW)])
def test_o5_agency_childminders_go_by_the_agency(judgement: int | None, verdict: Verdict) -> None:
    found = latest_relevant([], TODAY, with_agency=True, agency_judgement=judgement)
    decision = decide(LeadingPolicy.shipped(), found)
    assert decision.verdict is verdict
    assert "childminder agency" in str(decision.reasons[0])


def test_o5_reasons_are_sentences_with_dates_and_version() -> None:
    assert [str(reason) for reason in of(Regime.EIF, overall=3, leadership_and_management=4).reasons] == [
        "Requires improvement at the inspection of 12 May 2024, published 14 June 2024; leading policy"
        " version 2"
    ]
    assert (
        str(of(Regime.EIF, overall=2, published_on=None).reasons[0])
        == "Good at the inspection of 12 May 2024, as listed by Ofsted; leading policy version 2"
    )
    assert str(of(Regime.SCHOOL, overall=4).reasons[0]).startswith(
        "Early years provision: Inadequate at the inspection"
    )
    assert {reason.code for reason in of(Regime.EIF, overall=3).reasons} == {"O5"}


def test_o5_report_card_reasons_name_each_area_that_decides_and_never_an_overall_grade() -> None:
    bad = [str(reason) for reason in card(rc_inclusion=5, rc_welfare=4, rc_safeguarding=2).reasons]
    assert bad == [
        (
            "Safeguarding standards: Not met at the inspection of 12 May 2024 (Report card), published 14"
            " June 2024; leading policy version 2"
        ),
        (
            "Inclusion: Urgent improvement at the inspection of 12 May 2024 (Report card), published 14 June"
            " 2024; leading policy version 2"
        ),
    ]
    assert (
        str(card().reasons[0])
        == "No judgement on the report card of 12 May 2024 keeps the setting from leading; leading policy"
        " version 2"
    )
    unpublished = of(Regime.REPORT_CARD, published_on=None, **{**CLEAN_CARD, "rc_inclusion": 4})
    assert "as listed by Ofsted" in str(unpublished.reasons[0])


def test_o5_reasons_translate_their_words_and_months() -> None:
    welsh = {"May": "Mai", "June": "Mehefin", "Good": "Da"}
    words = of(Regime.EIF, overall=2).reasons[0].in_words(lambda text: welsh.get(text, text))
    assert words.startswith("Da at the inspection of 12 Mai 2024, published 14 Mehefin 2024")


def test_o5_an_authority_may_weigh_single_areas_of_old_inspections() -> None:
    strict = LeadingPolicy(3, {**SHIPPED_CELLS, Cell("personal_development", 3): BELOW})
    inspection = InspectionFacts(Regime.EIF, "1", DAY, None, True, overall=2, personal_development=3)
    decision = decide(strict, latest_relevant([inspection], TODAY))
    assert decision.verdict is BELOW
    assert str(decision.reasons[0]).startswith("Personal development: Requires improvement")
    assert decision.policy_version == 3


def test_o5_every_cell_of_the_shipped_table_has_a_verdict_and_round_trips() -> None:
    shipped = LeadingPolicy.shipped()
    assert not shipped.problems()
    rows = shipped.rows()
    assert len(rows) == len(ALL_CELLS)
    again = LeadingPolicy(1, {Cell(row.area, row.judgement): Verdict(int(row.verdict)) for row in rows})
    assert again == shipped


def test_o5_a_table_with_gaps_or_strangers_cannot_be_adopted() -> None:
    cells = {cell: verdict for cell, verdict in SHIPPED_CELLS.items() if cell != Cell("overall", 2)}
    sentences = [str(problem) for problem in LeadingPolicy(1, {**cells, Cell("overall", 7): MAY}).problems()]
    assert sentences == [
        "The table says nothing about “Overall effectiveness: Good”.",
        "The table has a line that no inspection can have: “overall: 7”.",
    ]
    gap = LeadingPolicy(1, cells)
    good = InspectionFacts(Regime.EIF, "1", DAY, None, True, overall=2)
    assert decide(gap, latest_relevant([good], TODAY)).verdict is OFFICER


def test_o5_a_graded_inspection_without_any_known_judgement_is_for_an_officer() -> None:
    empty = InspectionFacts(Regime.EIF, "1", DAY, None, True)
    assert decide(LeadingPolicy.shipped(), Relevant(Standing.GRADED, TODAY, empty)).verdict is OFFICER


def _random_policy(seed: int) -> LeadingPolicy:
    chance = random.Random(seed)
    return LeadingPolicy(1, {cell: chance.choice(list(Verdict)) for cell in ALL_CELLS})


policies = st.integers(0, 10_000).map(_random_policy)


def _graded(regime: Regime) -> st.SearchStrategy[InspectionFacts]:
    areas = REPORT_CARD_AREAS if regime is Regime.REPORT_CARD else LEGACY_AREAS
    sure = "rc_inclusion" if regime is Regime.REPORT_CARD else "overall"
    grades = {
        area: st.sampled_from(list(AREAS[area].grades.words)) if area == sure
        else st.sampled_from([None, *AREAS[area].grades.words])
        for area in areas
    }  # fmt: skip
    return st.fixed_dictionaries(grades).map(
        lambda found: InspectionFacts(regime, "1", DAY, None, True, **found)
    )


graded = st.sampled_from([Regime.EIF, Regime.PRE_2015, Regime.REPORT_CARD]).flatmap(_graded)
met_only = st.builds(
    lambda regime, met: InspectionFacts(regime, None, DAY, met=met),
    st.sampled_from([regime for regime in Regime if GROUP_OF[regime] is Group.MET]),
    st.integers(1, 4),
)


def severity_by_arrays(arrays: dict[str, list[int]], inspection: InspectionFacts | None) -> int:
    """What the set-based sweep computes: the greatest over array places."""
    if inspection is None:
        return arrays["not_inspected"][0]
    if not inspection.is_graded:
        return arrays[inspection.regime.value][inspection.met or 0]
    columns: list[Any] = [area for area, each in AREAS.items() if each.column == area]
    return max(arrays[column][getattr(inspection, column) or 0] for column in columns)


@given(policies, st.one_of(graded, met_only, st.none()))
def test_o5_rule_and_arrays_give_the_same_verdict(
    policy: LeadingPolicy, inspection: InspectionFacts | None
) -> None:
    found = latest_relevant([inspection] if inspection else [], TODAY)
    assert int(decide(policy, found).verdict) == severity_by_arrays(policy.arrays(), inspection)


def test_o5_decision_says_whether_an_officer_is_needed() -> None:
    assert of(Regime.EIF, overall=1).may_lead
    assert not card(rc_inclusion=4).may_lead


def test_o5_shipped_arrays_as_sql_reads_them() -> None:
    arrays = LeadingPolicy.shipped().arrays()
    assert arrays["overall"] == [0, 0, 0, 2, 2]
    assert arrays["rc_leadership_and_governance"] == [0, 0, 0, 0, 2, 2]
    assert arrays["rc_inclusion"] == [0, 0, 0, 0, 1, 2]
    assert arrays["rc_safeguarding"] == [0, 0, 2]
    assert arrays["agency"] == [1, 0, 2]
    assert arrays["not_inspected"] == [1]
    assert arrays["ncor"] == [0, 1, 1, 1, 1]
