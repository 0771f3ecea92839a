"""S8: a payment run from its beginning to its approval, by services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from accounts.models import Authority, User
from collaborations.models import Collaboration
from documents.models import OutboxMessage
from documents.services import jobs
from supplement.models.claims import Claim, ClaimStep, ClaimWaiver
from supplement.models.payees import Payee
from supplement.models.runs import Run, RunClaim, RunLine, RunSnapshot, RunStep
from supplement.rules.snapshot import digest_of, recalculate
from supplement.selectors import runs as selectors
from supplement.services import run_calculation, runs
from tests.factories.groups import Group
from tests.factories.runs import (
    APPROVED,
    AT,
    assessed,
    calculated,
    calculated_again,
    corrected,
)
from tests.factories.supplement import approved
from tests.killed import same_after_each_kill

pytestmark = pytest.mark.django_db
Refused = Callable[..., Any]


def refused(act: Callable[[], Any]) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as raised, transaction.atomic():
        act()
    error = raised.value
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def before_last_approved(stage: Group, maya: User, fred: User, *, pence: int, reference: str) -> Run:
    """The approved run of the summer before."""
    period = approved(maya, at=APPROVED - timedelta(days=365), starts_on=date(2025, 4, 1)).periods.get()
    earlier = assessed(period, stage.collaboration, maya, state="paid")
    run = Run.objects.create(
        number=90,
        period=period,
        state="reviewed",
        started_by=fred,
        started_at=AT,
        calculated_by=fred,
        moved_at=AT,
    )
    RunClaim.objects.create(
        run=run, claim=earlier, pence=pence, reference=reference, payee=stage.acorns.provider
    )
    Run.objects.filter(pk=run.pk).update(state="approved", approved_by=maya, approved_at=AT)
    return run


# --- calculated ---------------------------------------------------------------------------------------------


def test_s8_a_run_has_one_line_a_claim_component_and_member_and_keeps_its_snapshot(
    run: Run, stage: Group, claim: Claim, fred: User
) -> None:
    lines = RunLine.objects.filter(run=run).order_by("membership_id")
    assert [(row.membership, row.claim, row.counted, row.pence) for row in lines] == [
        (stage.acorns, claim, 900, 11250),
        (stage.bluebells, claim, 400, 5000),
        (stage.caras, claim, 100, 1250),
    ]
    assert {(row.part_of, row.part_in, row.kept_percent, tuple(row.instalments)) for row in lines[:1]} == {
        (1, 1, 100, (11250,))
    }
    row = RunClaim.objects.get()
    assert (row.pence, row.sum_pence, row.payee, row.reference) == (
        17500,
        17500,
        stage.acorns.provider,
        "LK-1001",
    )
    assert (row.last_pence, row.exceptions) == (None, [])
    assert (run.state, run.claims_count, run.lines_count, run.total_pence) == ("calculated", 1, 3, 17500)
    assert (run.calculated_by, run.calculated_at) == (fred, AT)
    claim.refresh_from_db()
    assert claim.state == "calculated"
    assert [(step.start, step.to, step.actor, step.by) for step in ClaimStep.objects.all()] == [
        ("assessed", "calculated", "run", None)
    ]
    found = selectors.snapshot_of(run)
    assert found is not None
    text, digest = found
    assert digest == digest_of(text)
    assert recalculate(text, digest=digest).agrees
    assert [step.to for step in RunStep.objects.order_by("pk")] == ["calculating", "calculated"]
    totals = selectors.totals_of(run)
    assert (totals.agree, totals.pence, totals.lines_pence, totals.unseen) == (True, 17500, 17500, 0)


def test_s8_only_claims_that_are_eligible_are_taken(
    claim: Claim, maya: User, fred: User, elsewhere: Collaboration
) -> None:
    others = [Collaboration.objects.create(name=f"Group {n}", started_on=date(2024, 9, 1)) for n in range(3)]
    assessed(claim.period, elsewhere, maya, assessment="not")
    assessed(claim.period, others[0], maya, state="checking", assessment="")
    part = assessed(claim.period, others[1], maya, assessment="part")
    waiting = selectors.waiting_for(claim.period_id)
    assert (waiting.ready, waiting.unfinished, waiting.not_eligible) == (2, 1, 1)
    run = calculated(claim.period, fred)
    assert set(RunClaim.objects.filter(run=run).values_list("claim", flat=True)) == {claim.pk, part.pk}
    assert set(Claim.objects.exclude(pk__in=[claim.pk, part.pk]).values_list("state", flat=True)) == {
        "assessed",
        "checking",
    }


def test_s8_begun_and_asked_for_twice_it_is_one(claim: Claim, fred: User, maya: User) -> None:
    first = runs.start_run(period_id=claim.period_id, by=fred, at=AT)
    assert runs.start_run(period_id=claim.period_id, by=maya, at=AT) == first
    job = runs.calculate_run(run_id=first.pk, by=fred, at=AT).job
    assert runs.calculate_run(run_id=first.pk, by=fred, at=AT).job == job
    assert OutboxMessage.objects.filter(task="supplement.calculate_run").count() == 1


def test_s8_a_run_with_nothing_to_pay(stage: Group, fred: User, maya: User) -> None:
    claim = Claim.objects.get()
    Claim.objects.update(assessment="not")
    run = runs.start_run(period_id=claim.period_id, by=fred, at=AT)
    assert refused(lambda: runs.calculate_run(run_id=run.pk, by=fred, at=AT))[""][0].startswith("No claim")
    Claim.objects.update(assessment="eligible")
    stage.caras.left_on = date(2026, 5, 1)
    stage.caras.save()
    run = calculated_again(run, fred)  # two active members: blocked
    assert (run.total_pence, RunClaim.objects.get().is_blocked, run.lines_count) == (0, True, 3)
    unknown = claim.period_id + 1000
    assert set(refused(lambda: runs.start_run(period_id=unknown, by=fred, at=AT))) == {"period"}


def test_s8_killed_anywhere_the_lines_are_those_of_an_undisturbed_run(
    claim: Claim, stage: Group, fred: User
) -> None:
    run = runs.start_run(period_id=claim.period_id, by=fred, at=AT)
    job = runs.calculate_run(run_id=run.pk, by=fred, at=AT).job
    assert job is not None

    def work() -> None:
        run_calculation.calculate_claims(job_id=job.pk, run_id=run.pk, authority_id=run.authority_id)

    def outcome() -> object:
        return (
            list(
                RunLine.objects.order_by("claim_id", "component", "membership_id").values_list(
                    "run", "claim", "component", "membership", "pence", "instalments"
                )
            ),
            list(RunClaim.objects.values_list("claim", "pence", "exceptions")),
            [row.digest for row in RunSnapshot.objects.all()],
            list(Claim.objects.values_list("state", flat=True)),
            list(RunStep.objects.order_by("pk").values_list("start", "to")),
            ClaimStep.objects.count(),
            list(Run.objects.values_list("state", "total_pence", "lines_count", "input_hash")),
        )

    assert same_after_each_kill(work, outcome) >= 10


def test_s8_a_lost_message_is_asked_for_again(claim: Claim, fred: User) -> None:
    run = runs.start_run(period_id=claim.period_id, by=fred, at=AT)
    runs.calculate_run(run_id=run.pk, by=fred, at=AT)
    OutboxMessage.objects.all().delete()
    assert run_calculation.go_on(at=AT + timedelta(minutes=9)) == 0
    assert run_calculation.go_on(at=AT + timedelta(minutes=11)) == 1
    assert OutboxMessage.objects.get().ids["run_id"] == run.pk
    run_calculation.calculate_claims(
        job_id=OutboxMessage.objects.get().ids["job_id"], run_id=run.pk, authority_id=run.authority_id
    )
    assert run_calculation.go_on(at=AT + timedelta(days=1)) == 0


def test_s8_a_calculation_that_failed_is_asked_for_anew(claim: Claim, fred: User) -> None:
    run = runs.start_run(period_id=claim.period_id, by=fred, at=AT)
    first = runs.calculate_run(run_id=run.pk, by=fred, at=AT).job
    assert first is not None
    jobs.fail(job_id=first.pk, at=AT, reason="A power cut")
    run = calculated_again(run, fred)
    assert (run.state, run.lines_count) == ("calculated", 3)
    run_calculation.calculate_claims(job_id=first.pk, run_id=run.pk, authority_id=run.authority_id)
    assert RunLine.objects.count() == 3


def test_s8_a_mistake_of_ours_ends_the_job_in_words(
    claim: Claim, fred: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = runs.start_run(period_id=claim.period_id, by=fred, at=AT)
    job = runs.calculate_run(run_id=run.pk, by=fred, at=AT).job
    assert job is not None

    def broken(*_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(run_calculation, "calculate", broken)
    with pytest.raises(ZeroDivisionError):
        run_calculation.calculate_claims(job_id=job.pk, run_id=run.pk, authority_id=run.authority_id)
    job.refresh_from_db()
    assert (job.state, job.message) == ("failed", "The run could not be calculated. We have been told.")
    assert RunLine.objects.count() == 0


def test_s8_a_claim_that_moves_meanwhile_is_read_again(
    claim: Claim, fred: User, maya: User, elsewhere: Collaboration, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = assessed(claim.period, elsewhere, maya, assessment="not")
    calculate = run_calculation.calculate
    seen = []

    def meanwhile(*args: Any) -> Any:
        seen.append(args)
        Claim.objects.filter(pk=late.pk).update(assessment="eligible")
        return calculate(*args)

    monkeypatch.setattr(run_calculation, "calculate", meanwhile)
    run = calculated(claim.period, fred)
    assert (run.state, run.claims_count, len(seen)) == ("calculated", 2, 2)

    def moving(*args: Any) -> Any:
        Claim.objects.filter(pk=late.pk).update(
            assessment="not" if Claim.objects.get(pk=late.pk).assessment == "eligible" else "eligible"
        )
        return calculate(*args)

    monkeypatch.setattr(run_calculation, "calculate", moving)
    run = calculated_again(run, fred)
    assert run.state == "calculating"
    assert run.job is not None
    run.job.refresh_from_db()
    assert run.job.state == "failed"
    assert run.lines_count == 4


def test_s8_calculated_again_it_has_the_new_number_and_nothing_twice(
    run: Run, stage: Group, fred: User
) -> None:
    corrected(stage.acorns, 10)
    again = calculated_again(run, fred)
    assert (again.total_pence, RunLine.objects.count(), RunClaim.objects.count()) == (18750, 3, 1)
    assert RunSnapshot.objects.count() == 1
    assert again.input_hash != run.input_hash


# --- looked at, reviewed ------------------------------------------------------------------------------------


def test_s8_what_is_unusual_is_looked_at_with_words_before_the_review(
    claim: Claim, stage: Group, fred: User
) -> None:
    Payee.objects.all().delete()
    run = calculated(claim.period, fred)
    assert RunClaim.objects.get().exceptions == ["nobody"]
    assert "Look at every exception first." in str(
        refused(lambda: runs.review_run(run_id=run.pk, by=fred, at=AT))
    )
    look = lambda words: runs.look_at(run_id=run.pk, claim_id=claim.pk, words=words, by=fred, at=AT)  # noqa: E731
    assert set(refused(lambda: look(" \u200b"))) == {"words"}
    assert set(refused(lambda: look("Sort code 20-00-00, account 55779911"))) == {"words"}
    row = look("They name one next week.")
    assert (row.seen_by, row.seen_words) == (fred, "They name one next week.")
    assert runs.review_run(run_id=run.pk, by=fred, at=AT).state == "reviewed"
    assert runs.review_run(run_id=run.pk, by=fred, at=AT).reviewed_by == fred
    claim.refresh_from_db()
    assert claim.state == "reviewed"
    assert "does not wait" in str(refused(lambda: look("Something else")))


def test_s8_what_was_looked_at_stays_so_until_it_changes(claim: Claim, stage: Group, fred: User) -> None:
    Payee.objects.all().delete()
    run = calculated(claim.period, fred)
    runs.look_at(run_id=run.pk, claim_id=claim.pk, words="Next week", by=fred, at=AT)
    calculated_again(run, fred)
    assert RunClaim.objects.get().seen_words == "Next week"
    corrected(stage.acorns, 10)
    calculated_again(run, fred)
    assert RunClaim.objects.get().seen_at is None


def test_s8_a_claim_is_compared_with_the_same_groups_last_period(
    run: Run, stage: Group, fred: User, maya: User
) -> None:
    before_last_approved(stage, maya, fred, pence=14_000, reference="LK-7")
    again = calculated_again(run, fred)
    row = RunClaim.objects.get(run=again)
    assert row.last_pence == 14_000
    assert row.exceptions == ["reference", "change"]
    assert selectors.totals_of(again).last_pence == 14_000


def test_s8_a_claim_that_left_the_run_holds_the_review_back(run: Run, claim: Claim, fred: User) -> None:
    Claim.objects.filter(pk=claim.pk).update(state="withdrawn")
    assert "Calculate it again" in str(refused(lambda: runs.review_run(run_id=run.pk, by=fred, at=AT)))


def test_s4_a_waiver_counts_until_it_is_taken_back(
    claim: Claim, stage: Group, fred: User, maya: User
) -> None:
    stage.caras.left_on = date(2026, 5, 1)
    stage.caras.save()
    waiver = ClaimWaiver.objects.create(
        claim=claim, kind="active_members", reason="New group", by=maya, at=AT
    )
    run = calculated(claim.period, fred)
    assert run.total_pence == 0  # this criterion cannot be waived
    assert waiver.claim == claim


# --- approved -----------------------------------------------------------------------------------------------


def test_s8_tables_that_a_run_fills_have_no_index_of_a_key_that_another_serves(larkshire: Authority) -> None:
    """Each would be written for each line. The composite ones begin with the authority, as every question
    does.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, substring(indexdef FROM '\\((.*)\\)') FROM pg_indexes WHERE tablename IN"
            " ('supplement_claim', 'supplement_claimstep', 'supplement_runclaim', 'supplement_runline')"
        )
        alone = {
            f"{table}.{columns}" for table, columns in cursor.fetchall() if "authority_id" not in columns
        }
    assert alone == {
        *(f"supplement_claim.{by}" for by in ("opened_by_id", "submitted_by_id", "assessed_by_id")),
        "supplement_claimstep.by_id",
        *(f"supplement_runclaim.{key}" for key in ("payee_id", "seen_by_id")),
        *(f"supplement_runline.{key}" for key in ("provider_id", "adjustment_id")),
    }
