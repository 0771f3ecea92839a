"""A load of Ofsted's file whose worker is killed in the middle:
nothing is lost and nothing is done twice (O7).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from config.local.processes import Child
from core.scoping import authority_scope
from core.tasks import HEADER
from documents.models import Job, OutboxMessage
from documents.rules import State
from leadership.models.cases import Sweep
from ofsted.models import ImportRun, Inspection, PlannedRow
from ofsted.tasks import load_file
from providers.models import Provider
from tests.ofsted.files import graded, make_file, row
from tests.workers.processes import Queue, held, until, waits_for

Browse = Callable[[User | None], Client]
SETTINGS = 1500
LOAD = "ofsted.load_file"
pytestmark = pytest.mark.django_db(transaction=True)


def national_file() -> bytes:
    rows = [
        row(urn=f"EY{100000 + number}", name=f"Setting {number}", **graded("full", "12/05/2021", "2"))
        for number in range(SETTINGS)
    ]
    return make_file("2021-08", rows)


def upload(client: Client) -> None:
    file = SimpleUploadedFile("ofsted.csv", national_file())
    answers = {"file": file, "listed_on_day": "30", "listed_on_month": "6", "listed_on_year": "2026"}
    assert client.post("/larkshire/ofsted/files/new/", answers).status_code == 302


def reached(authority: Authority, state: str) -> ImportRun | None:
    """The one load, once it is in a state and its job has ended."""
    with authority_scope(authority):
        return ImportRun.objects.filter(state=state, job__state=State.DONE).first()


def confirm(client: Client, run: ImportRun) -> None:
    assert client.post(f"/larkshire/ofsted/files/{run.pk}/").status_code == 302


def settings_held(authority: Authority) -> int:
    with authority_scope(authority):
        return Provider.objects.count()


def everything_once(authority: Authority, queue: Queue, run: ImportRun, *workers: Child) -> None:
    """The rows, what was planned, the audit log, the jobs, the
    check that follows, and no message left over.
    """
    until("the queue is empty", queue.is_empty, *workers)
    with authority_scope(authority):
        assert [table.objects.count() for table in (Provider, Inspection, PlannedRow)] == [SETTINGS] * 3
        counts = ImportRun.objects.get().counts
        assert counts["new"] == sum(counts.values()) == SETTINGS
        for action in (Action.IMPORT_STARTED, Action.IMPORT_READY, Action.IMPORT_APPLIED):
            assert Entry.objects.filter(action=action).count() == 1, action
        assert set(Job.objects.values_list("kind", "state")) == {
            ("ofsted_compare_file", State.DONE),
            ("ofsted_load_file", State.DONE),
        }
        assert Job.objects.get(kind="ofsted_load_file").result["new"] == SETTINGS
        assert list(Sweep.objects.values_list("slot", flat=True)) == [f"import-{run.pk}"]
    assert not OutboxMessage.objects.filter(sent_at=None).exists()


def test_o7_a_process_killed_in_the_middle_of_a_load(
    larkshire: Authority, amina: User, browse: Browse, queue: Queue
) -> None:
    """The settings and inspections are written and not yet certain when
    the process dies; another one loads them again.
    """
    worker, client = queue.worker(), browse(amina)
    upload(client)
    run = until("compared", lambda: reached(larkshire, "ready"), worker)
    with held("ofsted_inspection"):
        confirm(client, run)
        until("the load is under way", lambda: waits_for("ofsted_inspection"), worker)
        queue.kill_process_of(LOAD, worker)
        assert settings_held(larkshire) == 0
    until("loaded", lambda: reached(larkshire, "loaded"), worker)
    everything_once(larkshire, queue, run, worker)
    assert f'"task": "{LOAD}"' in worker.log.read_text()
    assert "WorkerLostError" in worker.log.read_text(), "a process was killed, or this test tells nothing"


def test_o7_a_worker_killed_whole_in_the_middle_of_a_comparison(
    larkshire: Authority, amina: User, browse: Browse, queue: Queue
) -> None:
    """What it had taken goes to another worker within seconds, and the load that follows is one load."""
    first, client = queue.worker(), browse(amina)
    with held("ofsted_plannedrow"):
        upload(client)
        until("the comparison is under way", lambda: waits_for("ofsted_plannedrow"), first)
        queue.kill_whole(first)
        assert queue.taken() == 1, "the broker still holds it for the dead worker"
    second = queue.worker()
    run = until("compared", lambda: reached(larkshire, "ready"), second)
    confirm(client, run)
    until("loaded", lambda: reached(larkshire, "loaded"), second)
    everything_once(larkshire, queue, run, second)


def test_o7_two_deliveries_at_once_load_once(
    larkshire: Authority, amina: User, browse: Browse, queue: Queue
) -> None:
    """Both run at the same moment in two processes; the one that waited finds nothing left to do."""
    worker, client = queue.worker(), browse(amina)
    upload(client)
    run = until("compared", lambda: reached(larkshire, "ready"), worker)
    again: dict[str, Any] = {"kwargs": {"run_id": run.pk}, "headers": {HEADER: larkshire.pk}}
    with held("ofsted_inspection"):
        confirm(client, run)
        load_file.apply_async(**again)
        until("two processes run it", lambda: len(set(queue.pids_of(LOAD, worker))) == 2, worker)
    until("loaded", lambda: reached(larkshire, "loaded"), worker)
    load_file.apply_async(**again)  # and once more, long after
    everything_once(larkshire, queue, run, worker)
