"""S2: a scheme tried on the facts of the last count date, beside the scheme of today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.emails import within_authority
from core.exports.registry import find_export
from core.scoping import authority_scope
from documents.models import Job
from supplement.models.schemes import Scheme
from supplement.rules.facts import CollaborationFacts, MemberFacts
from supplement.rules.schemes import Basis, Component, Period, Pot
from supplement.rules.simulating import simulated, year_sums
from supplement.rules.years import PaidPeriod, Year
from supplement.selectors import simulation as selectors
from supplement.services import parts, simulation
from tests.factories.groups import Group
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.supplement import COMPONENT, approved, begun, drafted
from tests.outbox import deliver, run_worker

Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
LONG_AGO = date(2020, 1, 1)
PERIOD = Period(
    key="summer",
    name="Summer",
    starts_on=date(2027, 4, 1),
    ends_on=date(2027, 9, 1),
    count_on=date(2027, 5, 20),
    claims_from_on=date(2027, 5, 21),
    claims_until_on=date(2027, 6, 18),
    evidence_until_on=date(2027, 7, 2),
    instalments=(),
)
YEAR = Year(
    date(2027, 4, 1),
    date(2028, 4, 1),
    periods=(PaidPeriod(PERIOD), PaidPeriod(replace(PERIOD, key="autumn"))),
    components=(Component("heads", "Heads", Basis.HEADS, rate=Decimal("12.50")),),
    planned_funding_pence=10_000_00,
)


def facts(*staff: int) -> list[CollaborationFacts]:
    """A collaboration of one member for each number of staff."""
    return [
        CollaborationFacts(n, f"Group {n}", (MemberFacts(n, n, "non_domestic", LONG_AGO, heads=number),))
        for n, number in enumerate(staff, 1)
    ]


# --- the rule -----------------------------------------------------------------------------------------------


def test_s2_a_year_pays_each_of_its_periods() -> None:
    assert year_sums(YEAR, facts(9, 4)) == {1: 2 * 112_50, 2: 2 * 50_00}
    pots = (PaidPeriod(PERIOD, Pot(pence=81_25)), PaidPeriod(replace(PERIOD, key="autumn")))
    assert year_sums(replace(YEAR, periods=pots), facts(9, 4)) == {1: 56_25 + 112_50, 2: 25_00 + 50_00}
    assert year_sums(replace(YEAR, periods=()), facts(9)) == {1: 0}


def test_s2_winners_losers_and_the_ceiling() -> None:
    names = {1: "One", 2: "Two", 3: "Three"}
    worked = simulated(names, {1: 100, 2: 100, 3: 100}, {1: 150, 2: 50, 3: 100}, YEAR)
    assert [change.name for change in worked.winners] == ["One"]
    assert [change.name for change in worked.losers] == ["Two"]
    assert (worked.unchanged, worked.before_pence, worked.after_pence) == (1, 300, 300)
    assert worked.ceiling is not None
    assert (worked.ceiling.most_pence, worked.ceiling.is_exceeded) == (1_200_00, False)
    assert simulated(names, {}, {1: 1}, replace(YEAR, planned_funding_pence=None)).ceiling is None
    over = simulated(names, {}, {1: 1_200_01}, YEAR).ceiling
    assert over is not None
    assert over.is_exceeded


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.integers(1, 100_000))
def test_s2_the_year_is_the_sum_of_its_periods_whatever_the_pot(staff: list[int], pot: int) -> None:
    one = replace(YEAR, periods=(PaidPeriod(PERIOD, Pot(pence=pot)),))
    two = replace(
        YEAR,
        periods=(PaidPeriod(PERIOD, Pot(pence=pot)), PaidPeriod(replace(PERIOD, key="b"), Pot(pence=pot))),
    )
    once, twice = year_sums(one, facts(*staff)), year_sums(two, facts(*staff))
    assert twice == {group: 2 * pence for group, pence in once.items()}
    assert sum(once.values()) <= pot


# --- the job, the page and the sheet ------------------------------------------------------------------------


@pytest.fixture
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def scheme(larkshire: Authority, now: None, maya: User, led: Group) -> Scheme:
    """Next year's draft at £14 a head, beside this year's at £12.50; Acorns has 9 staff, Bluebells 4."""
    with authority_scope(larkshire):
        approved(maya, at=NOW, starts_on=date(2026, 4, 1))
        scheme = drafted(maya, at=NOW)
        component = scheme.components.get()
        parts.save_component(
            scheme_id=scheme.pk, row=component.pk, values={**COMPONENT, "rate": Decimal(14)}, by=maya
        )
        period = ReturnPeriodFactory()
        for member, staff in ((led.acorns, 9), (led.bluebells, 4)):
            StaffReturnFactory(period=period, provider=member.provider, staff=staff, certified_by=maya)
        return scheme


@pytest.mark.django_db
def test_s2_a_scheme_is_tried_on_the_last_count_and_read_with_its_sheet(
    larkshire: Authority, maya: User, fred: User, led: Group, scheme: Scheme, browse: Browse
) -> None:
    address = f"/larkshire/supplement/schemes/{scheme.pk}/simulation/"
    manager, finance = browse(maya), browse(fred)
    assert "Nobody has worked it out yet" in finance.get(address).content.decode()
    assert finance.post(address).status_code == 403
    with authority_scope(larkshire):
        deliver()
    assert manager.post(address).status_code == 302
    with authority_scope(larkshire):
        run_worker()
        job = Job.objects.get()
        assert job.state == "done"
        assert job.result["rows"] == [[led.collaboration.pk, "Riverside", 13 * 1250, 13 * 1400]]
    page = " ".join(finance.get(address).content.decode().split())
    assert "£162.50" in page
    assert "£182" in page
    assert "£19.50" in page
    assert "has changed since" not in page
    with authority_scope(larkshire):
        export = find_export("scheme-simulation")
        rows = list(export.rows({"scheme": str(scheme.pk)}, by=fred))
        assert rows == [("Riverside", 16250, 18200, 1950, 12)]
        assert not export.may_run(fred, {})
        component = scheme.components.get()
        parts.save_component(
            scheme_id=scheme.pk, row=component.pk, values={**COMPONENT, "rate": Decimal(15)}, by=maya
        )
    assert "has changed since" in finance.get(address).content.decode()


@pytest.mark.django_db
def test_s2_asked_twice_it_is_one_job_and_delivered_twice_one_result(
    larkshire: Authority, maya: User, scheme: Scheme
) -> None:
    with authority_scope(larkshire):
        about = "/" + within_authority("supplement:simulation", scheme.pk)
        ask = lambda: simulation.start_simulation(scheme_id=scheme.pk, about=about, by=maya, at=NOW)  # noqa: E731
        job = ask()
        assert ask() == job
    for _delivery in range(2):
        simulation.simulate(job_id=job.pk, scheme_id=scheme.pk, authority_id=larkshire.pk)
    with authority_scope(larkshire):
        job.refresh_from_db()
        assert job.state == "done"
        assert len(job.result["rows"]) == 1


@pytest.mark.django_db
def test_s2_nothing_is_tried_without_staff_numbers_or_on_an_empty_scheme(
    in_larkshire: Authority, now: None, maya: User
) -> None:
    start = lambda scheme: simulation.start_simulation(  # noqa: E731
        scheme_id=scheme.pk, about="/x/", by=maya, at=NOW
    )
    with pytest.raises(ValidationError, match="No staff number"):
        start(drafted(maya, at=NOW))
    StaffReturnFactory(certified_by=maya)
    with pytest.raises(ValidationError, match="at least one period"):
        start(begun(maya, at=NOW, starts_on=date(2030, 4, 1)))


@pytest.mark.django_db
def test_s2_facts_cost_the_same_however_many_members_there_are(
    larkshire: Authority, scheme: Scheme, django_assert_num_queries: Any
) -> None:
    with authority_scope(larkshire):
        period = selectors.last_count(on=NOW.date())
        assert period is not None
        with django_assert_num_queries(2):
            groups = selectors.facts_on(period, before=date(2026, 4, 1))
        assert [len(group.members) for group in groups] == [3]
        assert all(member.joined_on < date(2026, 4, 1) for member in groups[0].members)
