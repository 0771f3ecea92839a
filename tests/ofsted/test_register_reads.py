"""What the register shows of Ofsted's work agrees with the rules: O2, O3, O4."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from accounts.models import Authority
from ofsted.models import Inspection
from ofsted.rules.regimes import GROUP_OF, Group, Regime
from ofsted.rules.relevance import Standing
from ofsted.selectors.register import (
    OLD_GRADES,
    Judged,
    in_words,
    judged_as,
    judgement_history,
    judgements_in_words,
    take_over_candidates,
)
from ofsted.selectors.standing import relevant_judgements
from providers.models import Provider
from tests.factories.ofsted import InspectionFactory
from tests.factories.providers import ProviderFactory, SuccessionLinkFactory

pytestmark = pytest.mark.usefixtures("in_larkshire")
TODAY = date(2026, 11, 21)
CATEGORIES = [kind for kind in Judged if kind is not Judged.REPORT_CARD_ATTENTION]


def expected(provider_id: int) -> Judged:
    """The kind of judgement by the pure rule (O4)."""
    relevant = relevant_judgements([provider_id], on=TODAY)[provider_id].relevant
    if relevant.standing is Standing.AGENCY:
        return Judged.AGENCY
    if relevant.inspection is None:
        return Judged.NOT_INSPECTED
    if relevant.standing is Standing.MET_ONLY:
        return Judged.MET_ONLY
    if relevant.inspection.regime is Regime.REPORT_CARD:
        return Judged.REPORT_CARD
    return next(kind for kind, grade in OLD_GRADES.items() if grade == relevant.inspection.overall)


def some_inspection(chance: random.Random, provider: Provider, number: int) -> Inspection:
    regime = chance.choice(list(Regime))
    day = TODAY + timedelta(days=chance.choice([-2000, -1000, -1000, -900, -5, 0, 3]))
    published = chance.choice([None, day, day + timedelta(days=30)])
    facts: dict[str, Any] = {"overall": None, "is_graded": False}
    if GROUP_OF[regime] is Group.LEGACY and chance.random() < 0.9:
        facts = {"overall": chance.randint(1, 4), "is_graded": True}
    elif regime is Regime.REPORT_CARD:
        facts |= {
            "is_graded": True,
            "rc_safeguarding": chance.randint(1, 2),
            "rc_inclusion": chance.randint(1, 5),
        }
    elif GROUP_OF[regime] is Group.MET:
        facts |= {"met": chance.choice([None, 1, 2])}
    return Inspection(
        provider=provider,
        regime=regime,
        inspected_on=day,
        published_on=published,
        inspection_number=str(number),
        **facts,
    )


@pytest.mark.parametrize("seed", range(3))
def test_o4_the_filters_part_the_register_as_the_rule_does(in_larkshire: Authority, seed: int) -> None:
    chance = random.Random(seed)
    agency = ProviderFactory(provider_type=Provider.Type.AGENCY)
    for _each in range(40):
        provider = ProviderFactory(agency=agency if chance.random() < 0.2 else None)
        rows = [some_inspection(chance, provider, number) for number in range(chance.randint(0, 5))]
        unlike = {(row.regime, row.inspected_on): row for row in rows}
        # Two graded inspections of one day under different old frameworks do not occur: a framework follows
        # from the day.
        graded_days: set[date] = set()
        for row in unlike.values():
            if row.is_graded and row.regime != Regime.REPORT_CARD:
                if row.inspected_on in graded_days:
                    continue
                graded_days.add(row.inspected_on)
            row.claim_authority()
            row.save()
    for kind in CATEGORIES:
        asked = set(judged_as(Provider.objects.all(), kind, on=TODAY).values_list("pk", flat=True))
        ruled = {pk for pk in Provider.objects.values_list("pk", flat=True) if expected(pk) is kind}
        assert asked == ruled, kind


@pytest.mark.parametrize(
    ("judgements", "needs"),
    [
        ({}, False),
        ({"rc_safeguarding": 2}, True),
        ({"rc_inclusion": 4}, True),
        ({"rc_leadership_and_governance": 5}, True),
        ({"rc_welfare": 1}, False),
    ],
)
def test_o3_report_cards_with_an_area_that_needs_attention(judgements: dict[str, int], needs: bool) -> None:
    InspectionFactory(card=True, **judgements)
    assert judged_as(Provider.objects.all(), Judged.REPORT_CARD_ATTENTION, on=TODAY).exists() is needs


class TestWords:
    def words(self, **facts: Any) -> str:
        provider = facts.pop("provider", None) or ProviderFactory()
        if facts:
            InspectionFactory(provider=provider, **facts)
        return judgements_in_words([provider.pk], on=TODAY)[provider.pk]

    def test_o3_old_grades_by_their_name_on_the_day(self) -> None:
        assert self.words(overall=4) == "Inadequate, 12 May 2024"
        assert (
            self.words(regime="pre2015", overall=3, inspected_on=date(2012, 3, 1), published_on=None)
            == "Satisfactory, 1 March 2012"
        )

    def test_o3_a_report_card_has_no_grade_of_the_whole(self) -> None:
        assert self.words(card=True) == "Report card, 10 March 2026"
        said = self.words(card=True, rc_safeguarding=2, rc_achievement=5)
        assert (
            said
            == "Report card, 10 March 2026 (Safeguarding standards: Not met; Achievement: Urgent improvement)"
        )

    def test_o3_met_or_not_and_nothing_yet(self) -> None:
        assert self.words(visit=True) == "Met (No children on roll), 12 May 2024"
        assert self.words() == "Not inspected yet"

    def test_o3_through_an_agency(self) -> None:
        agency = ProviderFactory(provider_type=Provider.Type.AGENCY)
        member = ProviderFactory(agency=agency)
        assert self.words(provider=member) == "Through its agency: Not known"
        InspectionFactory(provider=agency, regime="agency", overall=None, is_graded=False, met=1)
        assert self.words(provider=member) == "Through its agency: Effective"
        assert judgement_history(agency, on=TODAY)[0].rows[0].grades == ("Effective",)

    def test_o3_a_graded_row_without_its_overall_grade_is_named_by_its_framework(self) -> None:
        said = self.words(overall=None, quality_of_education=2)
        assert said == "Graded inspection, education inspection framework, 12 May 2024"

    def test_o4_what_is_not_published_yet_is_not_said(self) -> None:
        assert self.words(overall=4, published_on=date(2999, 1, 1)) == "Not inspected yet"

    def test_it_asks_three_questions_whatever_the_number(self, django_assert_num_queries: Any) -> None:
        agency = ProviderFactory(provider_type=Provider.Type.AGENCY)
        ids = [InspectionFactory(provider__agency=agency).provider_id for _each in range(30)]
        with django_assert_num_queries(3):
            judgements_in_words(ids, on=TODAY)
        with django_assert_num_queries(3):
            judgements_in_words(ids[:1], on=TODAY)


class TestCandidates:
    def gone(self, **facts: Any) -> Provider:
        return ProviderFactory(**{"postcode": "LK3 3CC", "unlisted_since": date(2025, 12, 31), **facts})

    @pytest.fixture
    def new(self) -> Provider:
        return ProviderFactory(name="Oak", postcode="LK3 3CC", registered_on=date(2025, 11, 3))

    def test_o2_the_likeliest_stands_first_with_its_reasons(self, new: Provider) -> None:
        unlike, alike = self.gone(name="Elm", provider_type=Provider.Type.SCHOOL), self.gone(name="OAK")
        found = take_over_candidates(new)
        assert [each.provider for each in found] == [alike, unlike]
        assert "Same name." in found[0].reasons
        assert found[1].reasons[0] == "Same postcode, LK3 3CC."

    def test_o2_what_is_linked_listed_elsewhere_or_too_long_gone_is_not_suggested(
        self, new: Provider
    ) -> None:
        SuccessionLinkFactory(old=self.gone(), new=new)
        self.gone(unlisted_since=None)
        self.gone(postcode="LK4 4DD")
        self.gone(unlisted_since=date(2020, 1, 1))
        self.gone(urn="")
        assert take_over_candidates(new) == []

    def test_o2_without_postcode_or_day_there_is_nothing_to_compare(
        self, django_assert_num_queries: Any
    ) -> None:
        with django_assert_num_queries(4):  # two settings made, and the numbers of each looked for
            for facts in ({"postcode": ""}, {"registered_on": None}):
                assert take_over_candidates(ProviderFactory(**facts)) == []


def test_o4_a_met_visit_says_what_was_met(in_larkshire: Authority) -> None:
    visit = InspectionFactory(visit=True, met=3)
    relevant = relevant_judgements([visit.provider_id], on=TODAY)[visit.provider_id].relevant
    assert in_words(relevant) == "Not met (enforcement) (No children on roll), 12 May 2024"
