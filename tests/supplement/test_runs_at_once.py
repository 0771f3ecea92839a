"""S8: two who begin, calculate or approve a run at once."""

from __future__ import annotations

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from accounts.roles import Role
from core.scoping import authority_scope
from supplement.models.runs import Run, RunLine, RunStep
from supplement.services import run_calculation, runs
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.people import appointed
from tests.factories.runs import AT, assessed, calculated, certified, paid_period, payee_of, reviewed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def period_id(larkshire: Authority, led: Group, maya: User, time_machine: TimeMachineFixture) -> int:
    time_machine.move_to(AT, tick=False)
    with authority_scope(larkshire):
        certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
        period = paid_period(maya)
        assessed(period, led.collaboration, maya)
        payee_of(led.collaboration, led.acorns, maya)
        return period.pk


def test_s8_of_two_approvers_at_once_one_approves(
    larkshire: Authority, period_id: int, fred: User, maya: User
) -> None:
    second = appointed(larkshire, "Fay Ledger", Role.FINANCE)
    with authority_scope(larkshire):
        run = Run.objects.filter(period=period_id).first() or runs.start_run(
            period_id=period_id, by=fred, at=AT
        )
        run = reviewed(calculated(run.period, fred), fred)
    results = at_once(
        larkshire,
        [lambda by=by: runs.approve_run(run_id=run.pk, by=by, at=AT) for by in (maya, second)],
    )
    assert results.count("done") == 1
    assert "has approved this run" in next(result for result in results if result != "done")
    with authority_scope(larkshire):
        assert RunStep.objects.filter(run=run, to="approved").count() == 1


def test_s8_two_workers_of_one_calculation_leave_its_lines_once(
    larkshire: Authority, period_id: int, fred: User, maya: User
) -> None:
    begin = lambda by: runs.start_run(period_id=period_id, by=by, at=AT)  # noqa: E731
    assert at_once(larkshire, [lambda: begin(fred), lambda: begin(maya)]) == ["done", "done"]
    with authority_scope(larkshire):
        run = Run.objects.get()
    ask = lambda: runs.calculate_run(run_id=run.pk, by=fred, at=AT)  # noqa: E731
    assert at_once(larkshire, [ask, ask]) == ["done", "done"]
    with authority_scope(larkshire):
        run.refresh_from_db()
    work = lambda: run_calculation.calculate_claims(  # noqa: E731
        job_id=run.job_id, run_id=run.pk, authority_id=larkshire.pk
    )
    assert at_once(larkshire, [work, work]) == ["done", "done"]
    with authority_scope(larkshire):
        run.refresh_from_db()
        assert (run.state, run.total_pence, RunLine.objects.count()) == ("calculated", 17500, 3)
        assert RunStep.objects.filter(to="calculated").count() == 1
