"""O3, O4: the kind of judgement in one expression says what the rule says, and what the register is narrowed
to.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accounts.models import Authority
from core.scoping import authority_scope
from memberships.models.members import Membership
from ofsted.models import Inspection
from ofsted.rules.regimes import Regime
from ofsted.rules.relevance import Standing
from ofsted.selectors.judged_kinds import judged_kind
from ofsted.selectors.register import JUDGED_LABELS, OLD_GRADES, Judged, judged_as
from ofsted.selectors.standing import relevant_judgements
from providers.models import Provider
from tests.factories.memberships import MembershipFactory
from tests.factories.ofsted import InspectionFactory
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)
OLD = date(2024, 5, 12)
CASES: list[tuple[list[dict[str, Any]], Judged]] = [
    ([], Judged.NOT_INSPECTED),
    ([{}], Judged.GOOD),
    ([{"overall": 1}], Judged.OUTSTANDING),
    ([{"overall": 3}], Judged.REQUIRES_IMPROVEMENT),
    ([{"overall": 4}], Judged.INADEQUATE),
    ([{"card": True}], Judged.REPORT_CARD),
    ([{"card": True, "rc_inclusion": 4}], Judged.REPORT_CARD_ATTENTION),
    ([{"card": True, "rc_safeguarding": 2}], Judged.REPORT_CARD_ATTENTION),
    ([{"overall": 1}, {"card": True}], Judged.REPORT_CARD),  # the card counts, and is no grade
    ([{"card": True, "inspected_on": OLD, "published_on": OLD}, {}], Judged.REPORT_CARD),  # of one day
    ([{"visit": True}], Judged.MET_ONLY),
    ([{}, {"visit": True, "inspected_on": date(2025, 5, 1), "published_on": date(2025, 5, 9)}], Judged.GOOD),
    ([{"overall": 1, "published_on": date(2027, 1, 4)}], Judged.NOT_INSPECTED),  # embargoed until January
    (
        [{}, {"overall": 4, "inspected_on": date(2026, 11, 20), "published_on": date(2026, 12, 20)}],
        Judged.GOOD,
    ),
    ([{"overall": 1, "inspected_on": date(2027, 2, 1), "published_on": None}], Judged.NOT_INSPECTED),
    ([{"overall": 4, "ruled_out_on": date(2026, 10, 1)}], Judged.NOT_INSPECTED),
    ([{"published_on": None}], Judged.GOOD),  # the national file names published ones alone
]


def kind_by_rule(provider: Provider) -> Judged:
    """What the rule says of one setting, in the words of the register."""
    relevant = relevant_judgements([provider.pk], on=TODAY)[provider.pk].relevant
    inspection = relevant.inspection
    if relevant.standing is not Standing.GRADED or inspection is None:
        return {
            Standing.AGENCY: Judged.AGENCY,
            Standing.MET_ONLY: Judged.MET_ONLY,
        }.get(relevant.standing, Judged.NOT_INSPECTED)
    if inspection.regime is Regime.REPORT_CARD:
        worst = [value for area in ("rc_inclusion", "rc_welfare") if (value := inspection.judgement(area))]
        needs = max(worst, default=0) >= 4 or inspection.judgement("rc_safeguarding") == 2
        return Judged.REPORT_CARD_ATTENTION if needs else Judged.REPORT_CARD
    return next(kind for kind, grade in OLD_GRADES.items() if grade == inspection.judgement("overall"))


@pytest.mark.parametrize(("inspections", "kind"), CASES)
def test_o4_the_expression_the_rule_and_the_register_agree(
    larkshire: Authority, inspections: list[dict[str, Any]], kind: Judged
) -> None:
    with authority_scope(larkshire):
        provider = MembershipFactory().provider
        for facts in inspections:
            InspectionFactory(provider=provider, **facts)
        row = Membership.objects.annotate(kind=judged_kind("provider", on=TODAY)).get(provider=provider)
        assert row.kind == kind  # type: ignore[attr-defined]
        assert kind_by_rule(provider) == kind
        narrowed = {
            name
            for name in JUDGED_LABELS
            if judged_as(Provider.objects.filter(pk=provider.pk), name, on=TODAY).exists()
        }
        # the register's "report card" holds those that need attention too
        assert narrowed - {Judged.REPORT_CARD} == {kind} - {Judged.REPORT_CARD}


def test_o4_without_an_own_grade_the_agency_counts(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        minder = ProviderFactory(childminder=True, agency=ProviderFactory(provider_type=Provider.Type.AGENCY))
        MembershipFactory(provider=minder)
        rows = Membership.objects.annotate(kind=judged_kind("provider", on=TODAY))
        assert rows.get(provider=minder).kind == Judged.AGENCY  # type: ignore[attr-defined]
        InspectionFactory(provider=minder)
        assert rows.get(provider=minder).kind == Judged.GOOD  # type: ignore[attr-defined]
        assert Inspection.objects.count() == 1
