"""O4 and O5 on stored inspections: what counts on a day, for one setting and for a list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority
from ofsted.models import Inspection
from ofsted.rules.policy import Verdict
from ofsted.rules.regimes import Regime
from ofsted.rules.relevance import Standing
from ofsted.selectors.standing import facts_of, leading_decision, relevant_judgements
from providers.models import Provider
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.factories.providers import ProviderFactory
from tests.staging import staged

TODAY = date(2026, 7, 1)


@staged
def nursery(in_larkshire: Authority) -> Provider:
    return ProviderFactory()


def test_o4_the_newest_graded_inspection_counts_with_its_row(nursery: Provider) -> None:
    InspectionFactory(provider=nursery, overall=4, inspected_on=date(2022, 1, 1))
    newest = InspectionFactory(provider=nursery, overall=1)
    InspectionFactory(provider=nursery, visit=True, inspected_on=date(2026, 1, 1))
    found = relevant_judgements([nursery.pk], on=TODAY)[nursery.pk]
    assert (found.inspection_id, found.relevant.standing) == (newest.pk, Standing.GRADED)
    assert len(found.relevant.later_visits) == 1


def test_o4_an_inspection_counts_from_its_publication(nursery: Provider) -> None:
    InspectionFactory(provider=nursery, overall=4, published_on=TODAY)
    assert leading_decision(provider_id=nursery.pk, on=TODAY).verdict is Verdict.BELOW_LINE
    assert (
        leading_decision(provider_id=nursery.pk, on=TODAY - timedelta(days=1)).verdict
        is Verdict.OFFICER_DECIDES
    )


def test_o5_the_decision_names_the_version_in_force_that_day(nursery: Provider) -> None:
    LeadingPolicyFactory(version=1, starts_on=date(2025, 1, 1))
    LeadingPolicyFactory(version=2, starts_on=TODAY)
    InspectionFactory(provider=nursery)
    assert leading_decision(provider_id=nursery.pk, on=TODAY).policy_version == 2
    assert leading_decision(provider_id=nursery.pk, on=TODAY - timedelta(days=1)).policy_version == 1


@pytest.mark.parametrize(
    ("met", "published_on", "verdict"),
    [
        (1, date(2026, 1, 1), Verdict.MAY_LEAD),
        (2, date(2026, 1, 1), Verdict.BELOW_LINE),
        (1, TODAY + timedelta(days=1), Verdict.OFFICER_DECIDES),
    ],
)
def test_o5_agency_childminders_go_by_the_agency(
    nursery: Provider, met: int, published_on: date, verdict: Verdict
) -> None:
    minder = ProviderFactory(agency=nursery, childminder=True)
    InspectionFactory(
        provider=nursery,
        regime=Regime.AGENCY,
        is_graded=False,
        overall=None,
        met=met,
        published_on=published_on,
    )
    assert leading_decision(provider_id=minder.pk, on=TODAY).verdict is verdict


def test_o3_a_stored_inspection_reads_as_the_rules_facts(nursery: Provider) -> None:
    row = InspectionFactory(provider=nursery, card=True, rc_welfare=5)
    facts = facts_of(Inspection.objects.get(pk=row.pk))
    assert facts.regime is Regime.REPORT_CARD
    assert facts.judgement("rc_welfare") == 5
    assert facts.published_on == row.published_on


def test_a_list_costs_the_same_for_one_setting_and_thirty(nursery: Provider) -> None:
    def queries(number: int) -> int:
        settings = [each.pk for each in ProviderFactory.create_batch(number, agency=nursery)]
        for pk in settings:
            InspectionFactory(provider_id=pk)
        with CaptureQueriesContext(connection) as seen:
            assert len(relevant_judgements(settings, on=TODAY)) == number
        return len(seen)

    assert queries(1) == queries(30) == 3


def test_a_setting_that_is_not_there_is_left_out(nursery: Provider) -> None:
    assert relevant_judgements([nursery.pk + 1000], on=TODAY) == {}
