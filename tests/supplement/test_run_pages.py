"""S8: the pages of payment runs, and "show working" for those whom a figure concerns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from supplement.models.claims import Claim
from supplement.models.payees import Payee
from supplement.models.runs import Run, RunClaim, RunLine
from supplement.services import runs
from tests.factories.groups import Group, one_more_member
from tests.factories.runs import (
    AT,
    assessed,
    calculated,
    calculated_again,
    certified,
    paid_period,
    payee_of,
    reviewed,
)
from tests.outbox import deliver, run_worker

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
RUNS = "/larkshire/supplement/runs/"


@pytest.fixture
def stage(larkshire: Authority, led: Group, maya: User, time_machine: TimeMachineFixture) -> Group:
    time_machine.move_to(AT, tick=False)
    with authority_scope(larkshire):
        certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
        assessed(paid_period(maya), led.collaboration, maya)
        payee_of(led.collaboration, led.acorns, maya)
        deliver()
    return led


def approved_run(larkshire: Authority, fred: User, maya: User) -> Run:
    with authority_scope(larkshire):
        run = reviewed(calculated(Claim.objects.get().period, fred), fred)
        return runs.approve_run(run_id=run.pk, by=maya, at=AT)


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_s8_finance_makes_a_run_and_the_manager_approves_it(
    larkshire: Authority, stage: Group, fred: User, maya: User, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        Payee.objects.all().delete()
        claim = Claim.objects.get()
    finance, manager = browse(fred), browse(maya)
    assert "There is no payment run yet" in words(finance.get(RUNS))
    assert "Select a period" in words(finance.post(f"{RUNS}begin/"))
    started = finance.post(f"{RUNS}begin/", {"period": claim.period_id})
    page = started["Location"]
    opened = words(finance.get(page))
    assert "Being put together" in opened
    assert 'Claims assessed as eligible</dt><dd class="govuk-summary-list__value">1' in opened
    assert finance.post(f"{page}calculate/").status_code == 302
    assert "It is being calculated" in words(finance.get(page))
    with authority_scope(larkshire):
        run_worker()
    calculated_page = words(finance.get(page))
    assert "£175" in calculated_page
    assert "No payee or no supplier reference" in calculated_page
    assert "Look at every exception first." in words(finance.post(f"{page}review/"))
    look = f"{page}claims/{claim.pk}/look/"
    assert "Enter what you found" in words(finance.post(look, {"words": " "}))
    assert finance.post(look, {"words": "They name one on Monday."}).status_code == 302
    assert finance.post(f"{page}review/").status_code == 302
    assert "You calculated this run. Somebody else must approve it." in words(finance.get(page))
    with authority_scope(larkshire):
        run = Run.objects.get()
    assert "You calculated this run" in words(finance.post(f"{page}approve/", {"seen": run.input_hash}))
    assert browse(amina).post(f"{page}approve/").status_code == 403
    seen = words(manager.get(f"{page}approve/"))
    assert "£175" in seen
    assert "calculated again while you looked" in words(manager.post(f"{page}approve/", {"seen": "0" * 64}))
    assert manager.post(f"{page}approve/", {"seen": run.input_hash}).status_code == 302
    assert "The run is approved." in words(manager.get(page))
    assert manager.get(f"{page}approve/").status_code == 302
    with authority_scope(larkshire):
        assert list(
            Entry.objects.filter(action__startswith="run_").order_by("pk").values_list("action", "by_name")
        ) == [
            ("run_started", fred.full_name),
            ("run_calculation_asked", fred.full_name),
            ("run_calculated", fred.full_name),
            ("run_exception_seen", fred.full_name),
            ("run_reviewed", fred.full_name),
            ("run_approved", maya.full_name),
        ]


def test_s8_the_manager_sends_it_back_and_finance_calls_it_off(
    larkshire: Authority, stage: Group, fred: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        run = reviewed(calculated(Claim.objects.get().period, fred), fred)
    page = f"{RUNS}{run.pk}/"
    assert "Enter the reason" in words(browse(maya).post(f"{page}back/", {"words": ""}))
    assert browse(maya).post(f"{page}back/", {"words": "Ask Acorns again."}).status_code == 302
    assert "Ask Acorns again." in words(browse(fred).get(page))
    assert browse(fred).post(f"{page}cancel/", {"words": "Wrong period"}).status_code == 302
    assert "Called off" in words(browse(fred).get(page))
    assert browse(maya).post(f"{page}cancel/", {"words": "No"}).status_code == 403


def test_s8_working_is_shown_whole_to_the_team_and_the_leader(
    larkshire: Authority, stage: Group, fred: User, maya: User, browse: Browse
) -> None:
    run = approved_run(larkshire, fred, maya)
    group = stage.collaboration.pk
    with authority_scope(larkshire):
        claim = Claim.objects.get()
        digest = run.snapshot.digest
    of_group = f"/larkshire/collaborations/{group}/supplement/runs/{run.pk}/"
    for reader, address in ((fred, f"{RUNS}{run.pk}/claims/{claim.pk}/"), (stage.lena, of_group)):
        page = words(browse(reader).get(address))
        assert "9 × £12.50 = £112.50." in page
        assert f"Staff return “Counted 2026-05-20”, certified by {maya.full_name}" in page
        assert "Bluebells" in page
        assert "The members&#x27; lines come to £175.00." in page
        assert "Supplement 2026 to 2027, version 1" in page
        assert digest in page
    tab = words(browse(stage.lena).get(f"/larkshire/collaborations/{group}/supplement/"))
    assert of_group in tab


def test_s8_a_member_reads_its_own_line_and_the_others_together(
    larkshire: Authority, stage: Group, fred: User, maya: User, sam: User, otto: User, browse: Browse
) -> None:
    run = approved_run(larkshire, fred, maya)
    address = f"/larkshire/collaborations/{stage.collaboration.pk}/supplement/runs/{run.pk}/"
    page = words(browse(stage.mo).get(address))
    assert "4 × £12.50 = £50.00." in page
    assert "9 × £12.50" not in page
    assert "2 other members, together: £125" in page
    for stranger in (sam, otto):
        assert browse(stranger).get(address).status_code == 404


def test_s8_a_group_reads_nothing_before_the_approval(
    larkshire: Authority, stage: Group, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        run = calculated(Claim.objects.get().period, fred)
    address = f"/larkshire/collaborations/{stage.collaboration.pk}/supplement/"
    assert browse(stage.lena).get(f"{address}runs/{run.pk}/").status_code == 404
    assert "What was approved" not in words(browse(stage.lena).get(address))


def test_s8_an_auditor_calculates_it_again_and_reads_an_alarm(
    larkshire: Authority, stage: Group, fred: User, maya: User, browse: Browse
) -> None:
    run = approved_run(larkshire, fred, maya)
    page = f"{RUNS}{run.pk}/again/"
    for _time in range(2):
        assert browse(maya).post(page).status_code == 302
    with authority_scope(larkshire):
        run_worker()
    assert "Equal to the penny: £175" in words(browse(fred).get(page))
    with authority_scope(larkshire):
        another = Collaboration.objects.create(name="Hillside Two", started_on=AT.date())
        assessed(run.period, another, maya)
        run = calculated(run.period, fred)
        row = run.claims.get()
        RunLine.objects.create(
            run=run,
            claim=row.claim,
            membership=stage.acorns,
            provider=stage.acorns.provider,
            component="x",
            pence=1,
        )
    assert "The sum of the lines is not the sum of the claims" in words(browse(fred).get(f"{RUNS}{run.pk}/"))
    page = f"{RUNS}{run.pk}/again/"
    browse(fred).post(page)
    with authority_scope(larkshire):
        run_worker()
    assert "One figure differs. Do not pay this run" in words(browse(fred).get(page))


def test_s8_the_claims_of_a_run_are_a_list_and_a_sheet(
    larkshire: Authority, stage: Group, fred: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        period = Claim.objects.get().period
        run = calculated(period, fred)
        export = find_export("run-claims")
        rows = list(export.rows({"run": str(run.pk)}, by=fred))
        assert rows[0][:6] == ("Riverside", 17500, None, None, "", "")
        assert next(iter(find_export("payment-runs").rows({}, by=fred)))[:2] == (run.number, "Summer 2026")
    page = f"{RUNS}{run.pk}/claims/"
    browse(fred).get(page)
    with CaptureQueriesContext(connection) as one:
        assert "£175" in words(browse(fred).get(page))
    with authority_scope(larkshire):
        for _group in range(3):
            member = one_more_member(Collaboration.objects.create(name=f"G{_group}", started_on=AT.date()))
            assessed(period, member.membership.collaboration, maya)
        runs.calculate_run(run_id=run.pk, by=fred, at=AT)
        run_worker()
        assert RunClaim.objects.count() == 4
    with CaptureQueriesContext(connection) as four:
        assert "Riverside" in words(browse(fred).get(page))
    assert len(four) == len(one)
    narrowed = words(browse(fred).get(f"{page}?unusual=nobody&unseen=on"))
    assert "Riverside" not in narrowed


def test_s8_home_tells_whoever_may_approve_of_a_run_that_waits(
    larkshire: Authority, stage: Group, fred: User, maya: User, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        run = calculated(Claim.objects.get().period, fred)
    line, home = "for Summer 2026 waits for your approval", "/larkshire/"
    assert line not in words(browse(maya).get(home))  # not reviewed yet
    with authority_scope(larkshire):
        reviewed(run, fred)
    page = words(browse(maya).get(home))
    assert f"Payment run {run.number} {line}" in page
    assert f"{RUNS}{run.pk}/approve/" in page
    for person in (fred, amina, stage.lena):  # who calculated it, and who approves nothing
        assert line not in words(browse(person).get(home))


def lines_of_home(client: Client) -> str:
    return words(client.get("/larkshire/"))


def test_s8_home_names_the_next_step_of_each_open_run(
    larkshire: Authority, stage: Group, fred: User, maya: User, amina: User, otto: User, browse: Browse
) -> None:
    """Each step leads to the page where it is done; nobody but finance is told, and nobody elsewhere."""
    finance = browse(fred)
    page, payments = f"{RUNS}{{}}/", f"{RUNS}{{}}/payments/"
    with authority_scope(larkshire):
        run = runs.start_run(period_id=Claim.objects.get().period_id, by=fred, at=AT)
    steps = [
        ({"state": "open"}, "Calculate payment run 1 for Summer 2026", page),
        ({"state": "calculating"}, "The calculation of payment run 1 for Summer 2026 did not end", page),
        ({"state": "calculated"}, "Review payment run 1 for Summer 2026", page),
    ]
    for change, what, address in steps:
        with authority_scope(larkshire):
            Run.objects.filter(pk=run.pk).update(**change)
        assert f'href="{address.format(run.pk)}">{what}</a>' in lines_of_home(finance), what
        for other in (amina, maya, otto):
            home = f"/{'marlshire' if other == otto else 'larkshire'}/"
            assert "ayment run 1" not in words(browse(other).get(home))
    with authority_scope(larkshire):
        Run.objects.filter(pk=run.pk).update(state="open")
        done = reviewed(calculated_again(run, fred), fred)
    waiting = lines_of_home(finance)
    assert "Payment run 1 for Summer 2026 waits for a second person’s approval" in waiting
    assert "waits for your approval" not in waiting
    assert "waits for your approval" in lines_of_home(browse(maya))
    with authority_scope(larkshire):
        runs.approve_run(run_id=done.pk, by=maya, at=AT)
    later = [
        ("approved", "Make the payment file of run 1 for Summer 2026", payments),
        ("exported", "Record what was paid of run 1 for Summer 2026", payments),
        ("paid", "Close payment run 1 for Summer 2026", f"{page}close/"),
    ]
    for state, what, address in later:
        with authority_scope(larkshire):
            Run.objects.filter(pk=run.pk).update(state=state)
        assert f'href="{address.format(run.pk)}">{what}</a>' in lines_of_home(finance), what
    with authority_scope(larkshire):
        Run.objects.filter(pk=run.pk).update(state="closed")
    assert "run 1" not in lines_of_home(finance)


def test_s8_a_run_that_is_being_calculated_waits_for_nobody(
    larkshire: Authority, stage: Group, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        run = runs.start_run(period_id=Claim.objects.get().period_id, by=fred, at=AT)
        runs.calculate_run(run_id=run.pk, by=fred, at=AT)
    home = lines_of_home(browse(fred))
    assert "Payment run 1 for Summer 2026 is being calculated" in home
    assert "did not end" not in home
    with authority_scope(larkshire):
        Run.objects.get().job.__class__.objects.update(state="failed")
    assert "The calculation of payment run 1 for Summer 2026 did not end" in lines_of_home(browse(fred))
