"""Exports in the background: the right is asked for three times, and whatever happens there is one file."""

import csv
import io
import os
import signal
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import connections

from accounts.models import Authority, RoleAppointment, User
from accounts.roles import Role
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.exports.registry import UnknownExport
from core.scoping import authority_scope
from documents import selectors
from documents.models import ExportRun, Job, OutboxMessage, StoredFile
from documents.rules import State
from documents.services import exports, files, outbox
from documents.tasks import tidy_everywhere
from tests.factories.documents import ASKED_AT

LATER = ASKED_AT + timedelta(minutes=1)


def asked(authority: Authority, user: User, wanted: str = "csv", **filters: str) -> ExportRun:
    with authority_scope(authority):
        return exports.request_export(
            identifier="staff", wanted=wanted, filters=filters, by=user, at=ASKED_AT
        )


def bytes_on_disk(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_asking_for_an_export_makes_a_job_and_a_message(larkshire: Authority, amina: User) -> None:
    run = asked(larkshire, amina, town="Larkford", other="ignored")
    message = OutboxMessage.objects.get()
    assert (message.authority_id, message.task, message.ids) == (
        larkshire.pk,
        "documents.make_export",
        {"run_id": run.pk},
    )
    with authority_scope(larkshire):
        assert run.filters == {"town": "Larkford"}
        assert run.job.state == State.QUEUED
        assert [entry.sentence for entry in Entry.objects.filter(action="export_asked")] == [
            "asked for the export “Staff list” as CSV"
        ]


def test_the_whole_way_through_the_outbox(
    larkshire: Authority, amina: User, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        run = asked(larkshire, amina, town="Larkford")
    with authority_scope(larkshire):
        run = ExportRun.objects.select_related("job", "file").get(pk=run.pk)
        assert run.file is not None
        assert (run.job.state, run.job.done, run.job.result) == (
            State.DONE,
            3,
            {"file": run.file.pk, "rows": 3},
        )
        with default_storage.open(run.file.storage_key) as file:
            content = file.read()
        assert Entry.objects.filter(action="export_made", by=amina).count() == 1
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert lines[0] == ["Name", "Pay"]
    assert lines[-1] == ["Larkford 2", "2.00"]
    assert run.file.size == len(content)
    assert run.file.storage_key.startswith(f"{larkshire.pk}/export/")
    assert OutboxMessage.objects.get().sent_at is not None


def test_who_may_not_run_it_is_refused(larkshire: Authority, sam: User) -> None:
    with pytest.raises(PermissionDenied):
        asked(larkshire, sam)
    assert not OutboxMessage.objects.exists()


def test_an_unknown_export_or_format_is_refused(larkshire: Authority, amina: User) -> None:
    with pytest.raises(ValueError, match="pdf"):
        asked(larkshire, amina, wanted="pdf")
    with authority_scope(larkshire), pytest.raises(UnknownExport):
        exports.request_export(identifier="nothing", wanted="csv", filters={}, by=amina, at=ASKED_AT)


def test_a_right_that_ended_before_the_file_is_made_gives_no_file(
    larkshire: Authority, sam: User, files_folder: Path
) -> None:
    with authority_scope(larkshire):
        appoint_to_role(user=sam, role=Role.FINANCE, starts_on=date(2020, 1, 1), by=None)
    run = asked(larkshire, sam)
    with authority_scope(larkshire):
        RoleAppointment.objects.filter(user=sam).update(ends_on=date(2021, 1, 1))
    exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)
    with authority_scope(larkshire):
        job = Job.objects.get(pk=run.job_id)
        assert (job.state, job.message) == (State.FAILED, "You may no longer run this export.")
        assert not StoredFile.objects.exists()
    assert bytes_on_disk(files_folder) == []


def test_the_day_in_the_name_of_the_file_is_londons(larkshire: Authority, amina: User) -> None:
    """At 00:30 on 1 July in London it is still 30 June in UTC."""
    run = asked(larkshire, amina)
    at = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=at)
    with authority_scope(larkshire):
        assert "2026-07-01" in StoredFile.objects.get().name


def test_somebody_who_may_no_longer_sign_in_gets_no_file(larkshire: Authority, amina: User) -> None:
    run = asked(larkshire, amina)
    User.objects.filter(pk=amina.pk).update(is_active=False)
    exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)
    with authority_scope(larkshire):
        assert Job.objects.get(pk=run.job_id).state == State.FAILED


def test_a_fault_of_ours_is_said_and_raised(larkshire: Authority, amina: User, staff_export: Any) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    staff_export.before_each = staticmethod(broken)
    run = asked(larkshire, amina)
    with pytest.raises(ZeroDivisionError):
        exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)
    with authority_scope(larkshire):
        job = Job.objects.get(pk=run.job_id)
        assert job.state == State.FAILED
        assert "ZeroDivision" not in job.message


def test_run_again_it_does_nothing(larkshire: Authority, amina: User, files_folder: Path) -> None:
    run = asked(larkshire, amina)
    for _ in range(2):
        exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)
    with authority_scope(larkshire):
        assert StoredFile.objects.count() == 1
        assert Entry.objects.filter(action="export_made").count() == 1
    assert len(bytes_on_disk(files_folder)) == 1


def test_a_run_of_another_authority_is_not_made(
    larkshire: Authority, marlshire: Authority, amina: User
) -> None:
    run = asked(larkshire, amina)
    exports.make_export(run_id=run.pk, authority_id=marlshire.pk, at=LATER)
    with authority_scope(larkshire):
        assert Job.objects.get(pk=run.job_id).state == State.QUEUED


def test_a_job_stopped_meanwhile_gives_no_file(
    larkshire: Authority, amina: User, staff_export: Any, files_folder: Path
) -> None:
    run = asked(larkshire, amina)
    staff_export.before_each = staticmethod(
        lambda: Job.objects.filter(pk=run.job_id).update(state=State.CANCELLED)
    )
    exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)
    with authority_scope(larkshire):
        assert Job.objects.get(pk=run.job_id).state == State.CANCELLED
        assert not StoredFile.objects.exists()
    assert bytes_on_disk(files_folder) == []


def test_what_one_may_run_and_has_run(larkshire: Authority, amina: User, fred: User, sam: User) -> None:
    run = asked(larkshire, amina)
    with authority_scope(larkshire):
        assert "staff" in [export.identifier for export in selectors.exports_for(amina)]
        assert "staff" not in [export.identifier for export in selectors.exports_for(sam)]
        assert list(selectors.export_runs_of(amina)) == [run]
        assert not selectors.export_runs_of(fred)


def test_old_exports_are_forgotten(
    larkshire: Authority,
    amina: User,
    files_folder: Path,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    run = asked(larkshire, amina)
    exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)
    with django_capture_on_commit_callbacks(execute=True), authority_scope(larkshire):
        assert exports.remove_exports(before=LATER) == 0
        assert exports.remove_exports(before=LATER + timedelta(days=1)) == 1
        assert ExportRun.objects.get(pk=run.pk).file is None
        assert exports.remove_exports(before=LATER + timedelta(days=1)) == 0
        assert [str(entry) for entry in Entry.objects.filter(action="exports_removed")] == [
            "The software removed the files of 1 old export"
        ]
    assert bytes_on_disk(files_folder) == []


@pytest.fixture
def nobody_starts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is left in the outbox, so that the test says when the work begins."""
    monkeypatch.setattr(outbox, "_nudge", lambda: None)


def child_at(work: Callable[[], object]) -> int:
    """Start a process of its own that does the work; answers its number.

    It ends with 0 when nothing was raised.
    """
    connections.close_all()
    child = os.fork()
    if child == 0:
        # A session that the child had from its parent would outlive it, with all its locks: it gets its own, and keeps
        # the parent's from being ended by the end of its object here.
        _of_parent = [connections[alias] for alias in connections]
        for alias in connections:
            del connections[alias]
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return child


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("nobody_starts_it")
def test_killed_after_writing_and_run_again_it_leaves_one_file(
    larkshire: Authority, amina: User, files_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = asked(larkshire, amina)
    store = files.store

    def store_and_die(**kwargs: Any) -> None:
        store(**kwargs)
        os.kill(os.getpid(), signal.SIGKILL)

    def first_try() -> None:
        monkeypatch.setattr(exports.files, "store", store_and_die)
        exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)

    assert os.waitpid(child_at(first_try), 0)[1] == signal.SIGKILL
    with authority_scope(larkshire):
        assert Job.objects.get(pk=run.job_id).state == State.RUNNING
        assert not StoredFile.objects.exists()
    assert len(bytes_on_disk(files_folder)) == 1
    exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER)
    with authority_scope(larkshire):
        stored = StoredFile.objects.get()
        assert Job.objects.get(pk=run.job_id).state == State.DONE
    assert bytes_on_disk(files_folder) == [files_folder / stored.storage_key]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("nobody_starts_it")
def test_two_workers_at_once_leave_one_file(
    larkshire: Authority, amina: User, files_folder: Path, staff_export: Any
) -> None:
    run = asked(larkshire, amina)
    staff_export.before_each = staticmethod(lambda: time.sleep(0.2))
    children = [
        child_at(lambda: exports.make_export(run_id=run.pk, authority_id=larkshire.pk, at=LATER))
        for _ in range(2)
    ]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    with authority_scope(larkshire):
        assert StoredFile.objects.count() == 1
        assert Entry.objects.filter(action="export_made").count() == 1
    assert len(bytes_on_disk(files_folder)) == 1


def test_the_nightly_tidying_reaches_each_authority(
    larkshire: Authority,
    marlshire: Authority,
    amina: User,
    otto: User,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    runs = [
        (authority, asked(authority, user)) for authority, user in ((larkshire, amina), (marlshire, otto))
    ]
    for authority, run in runs:
        exports.make_export(run_id=run.pk, authority_id=authority.pk, at=LATER)
    with (
        time_machine.travel(LATER + timedelta(days=31), tick=False),
        django_capture_on_commit_callbacks(execute=True),
    ):
        tidy_everywhere.apply_async()
    for authority, run in runs:
        with authority_scope(authority):
            assert ExportRun.objects.get(pk=run.pk).file is None
            assert not StoredFile.objects.exists()
