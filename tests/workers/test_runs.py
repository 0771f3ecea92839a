"""A payment run whose calculation is killed again and again, at points drawn at random: its lines are those of an
undisturbed one, none twice (S8).
"""

from __future__ import annotations

import os
from datetime import timedelta
from functools import partial
from random import Random

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Authority, User
from benchmarks.runs import COUNTED, STATEMENTS
from config.local.processes import Child
from core.scoping import authority_scope
from core.tasks import HEADER
from documents.models import Job, OutboxMessage
from documents.rules import State
from supplement.models.claims import Claim, ClaimStep
from supplement.models.runs import Run, RunClaim, RunLine, RunSnapshot
from supplement.rules.calculation import calculate
from supplement.rules.runs import RunState
from supplement.rules.snapshot import snapshot
from supplement.selectors import run_inputs
from supplement.services import runs
from supplement.services.run_calculation import LOST_AFTER
from supplement.tasks import go_on
from tests.factories.runs import paid_period
from tests.workers.processes import Queue, held, until, waits_for

#: The whole size: RUN_GROUPS=6000 RUN_MEMBERS=45000 RUN_KILLS=12 (docs/developing.md).
GROUPS = int(os.environ.get("RUN_GROUPS", "300"))
MEMBERS = int(os.environ.get("RUN_MEMBERS", "2000"))
KILLS = int(os.environ.get("RUN_KILLS", "5"))
SEED = int(os.environ.get("RUN_SEED", "12"))
BASE = 800_000_000
CALCULATE = "supplement.calculate_run"
#: Where the calculation stands still until it is killed, with all that it wrote before not yet certain.
POINTS = tuple(f"supplement_{name}" for name in ("claim", "runclaim", "runline", "runsnapshot", "run"))
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(larkshire: Authority, maya: User, fred: User, queue: Queue) -> Run:
    """A run over many claims, before anybody asked for its calculation."""
    with authority_scope(larkshire):
        period = paid_period(maya)
        facts = {
            "authority": larkshire.pk,
            "person": maya.pk,
            "period": period.pk,
            "base": BASE,
            "groups": GROUPS,
            "members": MEMBERS,
            "counted": COUNTED,
        }
        with connection.cursor() as cursor:
            cursor.execute(STATEMENTS.format(**facts))
        run = runs.start_run(period_id=period.pk, by=fred, at=timezone.now())
    with connection.cursor() as cursor:  # as the database does by itself, only later
        cursor.execute("RESET ROLE; ANALYZE; SET ROLE eyc_app")
    return run


class Disaster:
    """Ways in which a calculation comes to a sudden end; whoever comes next goes on with ``worker``."""

    def __init__(self, queue: Queue, authority: Authority, run: Run) -> None:
        self.queue, self.authority, self.run = queue, authority, run
        self.worker: Child = queue.worker(processes=1)

    def process(self, table: str) -> None:
        """The process that does it is killed; the worker gives it to another."""
        self.queue.kill_process_of(CALCULATE, self.worker)

    def machine(self, table: str) -> None:
        """The worker is killed whole; the broker still holds the message, and gives it to another worker."""
        self.queue.kill_whole(self.worker)

    def broker(self, table: str) -> None:
        """The worker is killed whole, and the broker loses all that it had."""
        self.queue.kill_whole(self.worker)
        self.queue.client.flushall()

    def database(self, table: str) -> None:
        """Its session of the database ends, as when the server starts again."""
        with connection.cursor() as cursor:
            cursor.execute(
                "RESET ROLE; SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted"
                " AND relation = %s::regclass; SET ROLE eyc_app",
                [table],
            )

    def go_on(self) -> None:
        """What happens by itself: a worker starts, and what was lost is asked for again ten minutes later."""
        if self.worker.ended():
            self.worker = self.queue.worker(processes=1)
        if self.queue.is_empty():
            with authority_scope(self.authority):
                Job.objects.filter(state__in=(State.QUEUED, State.RUNNING)).update(
                    created_at=timezone.now() - LOST_AFTER - timedelta(minutes=1)
                )
            go_on.apply_async(headers={HEADER: self.authority.pk})


def calculated(authority: Authority) -> bool:
    with authority_scope(authority):
        return Run.objects.get().state == RunState.CALCULATED


def test_s8_a_run_that_is_killed_again_and_again_has_the_lines_of_an_undisturbed_one_once(
    larkshire: Authority, asked: Run, fred: User, queue: Queue
) -> None:
    random, disaster = Random(SEED), Disaster(queue, larkshire, asked)
    ways = [disaster.process, disaster.broker, disaster.database, disaster.machine]
    with authority_scope(larkshire):
        claims = run_inputs.claims_to_calculate(asked.period_id)
        inputs = run_inputs.inputs_of(asked, claims, on=timezone.localdate())
        runs.calculate_run(run_id=asked.pk, by=fred, at=timezone.now())
    for kill in range(KILLS):
        table = random.choice(POINTS)
        with held(table):
            if kill:
                disaster.go_on()
            until(f"it waits for {table}", partial(waits_for, table), disaster.worker)
            ways[kill % len(ways)](table)
            with authority_scope(larkshire):
                assert not RunLine.objects.exists()
                assert not RunSnapshot.objects.exists()
    disaster.go_on()
    until("the run is calculated", lambda: calculated(larkshire), disaster.worker)
    until("the queue is empty", queue.is_empty, disaster.worker)
    undisturbed = calculate(inputs.terms, inputs.facts)
    with authority_scope(larkshire):
        lines = RunLine.objects.order_by("claim__collaboration_id", "membership_id", "component").values_list(
            "claim__collaboration_id", "membership_id", "component", "rounded_pence", "pence"
        )
        assert list(lines) == sorted(
            (line.collaboration_id, line.membership_id, line.component, line.rounded_pence, line.pence)
            for line in undisturbed.lines
        )
        assert lines.count() == MEMBERS
        assert RunSnapshot.objects.get().digest == snapshot(undisturbed, inputs.facts).digest
        assert Run.objects.get().total_pence == undisturbed.pence > 0
        assert RunClaim.objects.count() == Claim.objects.filter(state="calculated").count() == GROUPS
        assert ClaimStep.objects.filter(to="calculated").count() == GROUPS
        job = Job.objects.get(kind="supplement.run")
        assert (job.state, job.done, job.total) == (State.DONE, 3, 3)
    assert not OutboxMessage.objects.filter(sent_at=None).exists()
