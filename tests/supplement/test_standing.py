"""S4, S7: how the criteria of many claims stand, read at once, with what was let pass."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from supplement.models.claims import Claim, ClaimWaiver
from supplement.models.parts import SchemePeriod
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.deciding import Standing, Verdict
from supplement.selectors.claims import claims
from supplement.selectors.standing import verdict_before_claim, verdict_of, verdicts_of
from supplement.services.claims import open_claim
from tests.factories.groups import Group
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.supplement import open_period
from tests.staging import staged

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
ON = NOW.date()
CRITERIA = [
    {"consequence": Consequence.WARN, "threshold": 2},
    {"kind": Kind.RETURN, "threshold": None, "consequence": Consequence.EXCLUDE, "may_be_waived": True},
    {"kind": Kind.MEETINGS, "threshold": 1, "consequence": Consequence.HOLD, "grace_days": 60},
]


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@staged
def period(in_larkshire: Authority, maya: User) -> SchemePeriod:
    return open_period(maya, on=ON, criteria=CRITERIA)


def begun(period: SchemePeriod, group: Collaboration, by: User) -> Claim:
    claim = open_claim(period_id=period.pk, collaboration_id=group.pk, by=by, at=NOW)
    return claims().get(pk=claim.pk)


def standings(verdict: Verdict) -> dict[tuple[Kind, int | None], Standing]:
    return {(row.criterion.kind, row.member): row.standing for row in verdict.findings}


def test_s4_evidence_waivers_and_days_make_one_verdict(period: SchemePeriod, led: Group, amina: User) -> None:
    asked = ReturnPeriodFactory(count_date=period.count_on)
    StaffReturnFactory(period=asked, provider=led.acorns.provider, certified_by=led.lena)
    claim = begun(period, led.collaboration, led.lena)
    let_pass = {"claim": claim, "kind": Kind.RETURN, "reason": "Ill that week", "by": amina, "at": NOW}
    ClaimWaiver.objects.create(membership=led.caras, **let_pass)
    ClaimWaiver.objects.create(membership=led.bluebells, taken_back_by=amina, taken_back_at=NOW, **let_pass)
    verdict = verdict_of(claim, on=ON)
    assert standings(verdict) == {
        (Kind.RETURN, led.acorns.pk): Standing.MET,
        (Kind.RETURN, led.bluebells.pk): Standing.UNMET,
        (Kind.RETURN, led.caras.pk): Standing.WAIVED,
        (Kind.ACTIVE_MEMBERS, None): Standing.MET,
        (Kind.MEETINGS, None): Standing.OPEN,
    }
    (waiver,) = verdict.waivers_of(led.caras.pk)
    assert (waiver.by, waiver.on, waiver.reason) == (str(amina), ON, "Ill that week")


def test_s4_before_its_claim_a_group_stands_the_same_but_for_waivers(
    period: SchemePeriod, led: Group
) -> None:
    before = verdict_before_claim(period, led.collaboration.pk, on=ON)
    assert before == verdict_of(begun(period, led.collaboration, led.lena), on=ON)
    later = verdict_before_claim(period, led.collaboration.pk, on=ON + timedelta(days=60))
    assert standings(later)[Kind.MEETINGS, None] is Standing.UNMET


def test_s7_many_claims_are_read_in_as_many_statements_as_one(
    period: SchemePeriod, led: Group, elsewhere: Collaboration
) -> None:
    begun(period, led.collaboration, led.lena)
    numbers = []
    for _ in range(2):
        rows = list(claims())
        with CaptureQueriesContext(connection) as queries:
            verdicts = verdicts_of(rows, on=ON)
        numbers.append(len(queries))
        assert set(verdicts) == {claim.pk for claim in rows}
        begun(period, elsewhere, led.lena)
    assert numbers[0] == numbers[1] <= 7


def test_s7_no_claims_are_no_verdicts(in_larkshire: Authority) -> None:
    assert verdicts_of([], on=date(2026, 11, 30)) == {}
