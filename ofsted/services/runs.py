"""A load of Ofsted's file from the upload to the register: compared first, confirmed by a person, then carried out (O7).

Each step that writes is one transaction that begins by locking the run and looking at its state, so a task that is delivered
twice or killed at any point does its work once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO, NamedTuple, cast

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import OperationalError, connection, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from audit.rules.actions import Action
from audit.services import record
from core.files import Checked, Kind, measured, safe_name
from core.scoping import acting_as, authority_scope, current_authority_id
from documents.models import StoredFile
from documents.services import files, jobs
from documents.services.outbox import enqueue
from ofsted.imports.cells import FUTURE
from ofsted.imports.opening import FileRefused
from ofsted.imports.scanning import scan
from ofsted.models import ImportRun, PlannedRow, RegisterName
from ofsted.rules.loads import WORKING, day_in_name
from ofsted.selectors import imports as selectors
from ofsted.services.loading import load_staged
from ofsted.services.planning import Plan, plan_staged
from ofsted.services.reading import FileRead, Reading, read_file
from ofsted.services.staging import Staged, clear_staging, count_staged, plan_for, stage
from ofsted.signals import judgements_changed
from providers.models import Provider
from providers.rules.register import setting_search_text

log = logging.getLogger(__name__)
PURPOSE = "ofsted_register"
STALE = timedelta(minutes=30)
State = ImportRun.State


def may_read_upload(user: User, file: StoredFile) -> bool:
    """Whether a person may download an upload again: those who load files."""
    return user.has_perm(Permission.IMPORT_REGISTER)


@transaction.atomic
def start_run(*, file: BinaryIO, name: str, listed_on: date | None, by: User, at: datetime) -> ImportRun:
    """Keep an upload and have it compared with the register. ``listed_on`` is the day that the file stands for; its title or name
    may say it too. Raises ValidationError for a file that cannot be one of Ofsted's, or whose day nobody knows.
    """
    try:
        scanned = scan(file)
    except FileRefused as refused:
        raise ValidationError({"file": [refused.reason.in_words(_), *(detail.in_words(_) for detail in refused.details)]}) from None
    layout = scanned.layout.name
    listed_on = listed_on or scanned.as_at or day_in_name(name)
    if listed_on is None:
        raise ValidationError({"listed_on": _("Enter the date that the file is for: neither its first lines nor its name say it.")})
    size, sha256 = measured(file)
    checked = Checked(name=safe_name(name), content_type=Kind.CSV.value, size=size, sha256=sha256)
    stored = files.store(file=file, checked=checked, purpose=PURPOSE, by=by, at=at)
    run = ImportRun.objects.create(
        file=stored, file_name=stored.name, file_sha256=sha256, layout=layout, listed_on=listed_on, started_by=by, started_at=at
    )
    record(Action.IMPORT_STARTED, about=run, by=by, file=run.file_name, details={"sha256": sha256})
    _queue(run, title=_("Comparing %(file)s with the register") % {"file": run.file_name}, task="ofsted.compare_file", by=by, at=at)
    return run


def _queue(run: ImportRun, *, title: str, task: str, by: User | None, at: datetime) -> None:
    size = run.file.size if run.file else 0
    about = reverse("ofsted:import", args=[run.pk])
    run.job = jobs.start_job(kind=task.replace(".", "_"), title=title, by=by, at=at, total=size, about=about)
    run.save(update_fields=["job"])
    enqueue(task, run_id=run.pk)


def _locked(run_id: int) -> ImportRun:
    return ImportRun.objects.select_for_update(of=("self",)).select_related("file", "job", "loaded_by", "started_by").get(pk=run_id)


@transaction.atomic
def choose_name(*, run_id: int, name: str, by: User, at: datetime) -> ImportRun:
    """Say which authority of the file is this one, and compare again. Raises ValidationError for a name that the file lacks.

    It takes the place of names chosen before: the file has no row under those.
    """
    run = _locked(run_id)
    if run.state != State.FAILED or name not in run.others:
        raise ValidationError({"name": _("Choose one of the names in the file.")})
    RegisterName.objects.exclude(name=name).delete()
    RegisterName.objects.get_or_create(name=name)
    record(Action.REGISTER_NAME_CHOSEN, about=run, by=by, name=name)
    run.state, run.problem, run.others = State.COMPARING, "", {}
    run.save(update_fields=["state", "problem", "others"])
    _queue(run, title=_("Comparing %(file)s with the register") % {"file": run.file_name}, task="ofsted.compare_file", by=by, at=at)
    return run


@transaction.atomic
def confirm_run(*, run_id: int, by: User, at: datetime) -> ImportRun:
    """Have the plan carried out. Raises ValidationError when somebody else was faster or nothing is left to confirm."""
    run = _locked(run_id)
    if run.state != State.READY:
        raise ValidationError(_("This upload is no longer waiting: it is %(state)s.") % {"state": run.get_state_display().lower()})
    if ImportRun.objects.filter(state=State.LOADING).exists():
        raise ValidationError(_("Another file is being loaded at the moment. Wait until it is finished."))
    run.state, run.loaded_by = State.LOADING, by
    run.save(update_fields=["state", "loaded_by"])
    record(Action.IMPORT_CONFIRMED, about=run, by=by, file=run.file_name)
    _queue(run, title=_("Loading %(file)s into the register") % {"file": run.file_name}, task="ofsted.load_file", by=by, at=at)
    return run


@transaction.atomic
def discard_run(*, run_id: int, by: User, at: datetime) -> ImportRun:
    """Put an upload aside. Nothing of it has touched the register, and its file stays for the record.

    Work that has not ended after half an hour may be put aside too: whatever became of its task finds it gone.
    """
    run = _locked(run_id)
    if not may_be_put_aside(run, at=at):
        raise ValidationError(_("This upload can no longer be put aside."))
    if run.staged is not None and lock_register(wait=False):
        clear_staging()
    run.state, run.staged = State.DISCARDED, None
    run.save(update_fields=["state", "staged"])
    record(Action.IMPORT_DISCARDED, about=run, by=by, file=run.file_name)
    return run


def may_be_put_aside(run: ImportRun, *, at: datetime) -> bool:
    if run.state in WORKING:
        return run.job is None or at - run.job.created_at > STALE
    return run.state in (State.READY, State.FAILED)


@contextmanager
def _failing_in_words(*, run_id: int, authority_id: int, at: datetime) -> Iterator[None]:
    """An error that trying again will not mend ends the run with a sentence; the others go to the task, which tries again."""
    try:
        yield
    except (OperationalError, OSError):
        raise
    except Exception:  # a mistake of ours, met by some file: the run ends with a sentence, and it is raised again for us
        reason = _("Something went wrong on our side, and nothing was loaded. We have been told. Please try the upload again.")
        _fail(run_id=run_id, authority_id=authority_id, reason=reason, others={}, at=at)
        raise


def compare_run(*, run_id: int, authority_id: int, at: datetime) -> None:
    """Work out what the file would change and keep that for the preview."""
    with _failing_in_words(run_id=run_id, authority_id=authority_id, at=at):
        upload = _begin(run_id=run_id, authority_id=authority_id, wanted=State.COMPARING, at=at)
        found = _read(upload, authority_id=authority_id, at=at) if upload else None
        if found is None:
            return
        with closing(found), authority_scope(authority_id):
            run = _locked(run_id)
            if run.state == State.COMPARING:
                _keep_comparison(run, found, at=at)


def load_run(*, run_id: int, authority_id: int, at: datetime) -> None:
    """Carry out a confirmed plan, if it is still the plan that was shown; otherwise show the new one and say so.

    The rows that the comparison left behind are loaded if they are what reading the file again would give: decision 0007.
    """
    with _failing_in_words(run_id=run_id, authority_id=authority_id, at=at):
        upload = _begin(run_id=run_id, authority_id=authority_id, wanted=State.LOADING, at=at)
        if upload is None or _load_what_was_compared(run_id=run_id, authority_id=authority_id, at=at):
            return
        found = _read(upload, authority_id=authority_id, at=at)
        if found is None:
            return
        with closing(found), authority_scope(authority_id):
            run = _locked(run_id)
            if run.state == State.LOADING:
                with acting_as(run.loaded_by_id):
                    _load_or_show_again(run, found, at=at)


def _load_what_was_compared(*, run_id: int, authority_id: int, at: datetime) -> bool:
    """Load from the staging tables. Returns False where the file has to be read again, with nothing done."""
    with authority_scope(authority_id):
        run = _locked(run_id)
        if run.state != State.LOADING or run.staged is None:
            return False
        lock_register()
        with acting_as(run.loaded_by_id):
            if run.staged != _staged_facts(count_staged(), selectors.known_rows().digest, day=run.staged["day"] and str(at.date())):
                return False
            plan_for(count_staged())
            if plan_staged().digest != run.plan_digest:
                return False
            _load(run, run.counts, at=at)
    return True


def _staged_facts(staged: Staged, known: str, *, day: str | None) -> dict[str, Any]:
    """What the staged rows hang on besides the file: equal facts mean that reading the file again would stage the same rows.

    ``day`` is the day of the comparison where a row was rejected because its date was in the future, as it may not be later.
    """
    return {"rows": list(staged), "known": known, "names": selectors.register_names(), "day": day}


def _load_or_show_again(run: ImportRun, found: FileRead, *, at: datetime) -> None:
    lock_register()
    reading = found.readings[current_authority_id()]
    _stage(run, reading, found, at=at)
    plan = plan_staged()
    if plan.digest == run.plan_digest:
        _load(run, counts_of(plan, reading), at=at)
    else:
        _show_again(run, reading, found, at=at)


def _stage(run: ImportRun, reading: Reading, found: FileRead, *, at: datetime) -> None:
    """Put a run's rows into the staging tables, in the place of another run's: its plan has another digest then."""
    staged = stage(reading.buffers, reading.gone)
    plan_for(staged)
    too_early = any(item.reason.sentence == FUTURE for item in reading.rejected)
    run.staged = _staged_facts(staged, found.known[current_authority_id()].digest, day=str(at.date()) if too_early else None)


class _Upload(NamedTuple):
    """Where a run's file lies, and the job that tells how far its reading is."""

    run_id: int
    storage_key: str
    job_id: int


def _begin(*, run_id: int, authority_id: int, wanted: str, at: datetime) -> _Upload | None:
    """Say that the work on a run goes on now. None when there is nothing (more) to do."""
    with authority_scope(authority_id):
        run = _locked(run_id)
        if run.state != wanted or run.file is None or run.job_id is None or not jobs.begin(job_id=run.job_id, at=at):
            return None
        return _Upload(run_id, run.file.storage_key, run.job_id)


def _read(upload: _Upload, *, authority_id: int, at: datetime) -> FileRead | None:
    """Read the stored file outside any transaction, telling how far it is. None when the run has failed with that."""
    with authority_scope(authority_id):
        names, known = {authority_id: selectors.register_names()}, {authority_id: selectors.known_rows()}
    try:
        with default_storage.open(upload.storage_key) as file:
            tell = _teller(upload.job_id)
            return read_file(cast(BinaryIO, file), names=names, known=known, on_progress=tell, today=at.date())
    except FileRefused as refused:
        _fail(run_id=upload.run_id, authority_id=authority_id, reason=refused.reason.in_words(_), others={}, at=at)
    return None


def _teller(job_id: int) -> Callable[[int, int], None]:
    def tell(position: int, size: int) -> None:
        jobs.report_progress(job_id=job_id, done=round(position * 0.9))  # the rest is the database's

    return tell


def _fail(*, run_id: int, authority_id: int, reason: str, others: dict[str, int], at: datetime) -> None:
    with authority_scope(authority_id):
        run = _locked(run_id)
        run.state, run.problem, run.others = State.FAILED, reason, others
        run.save(update_fields=["state", "problem", "others"])
        _end_job(run, at=at, failed=reason)
        record(Action.IMPORT_FAILED, about=run, by=run.started_by, file=run.file_name, reason=reason)


def _end_job(run: ImportRun, *, at: datetime, message: str = "", failed: str = "") -> None:
    if run.job_id is None:
        return
    if failed:
        jobs.fail(job_id=run.job_id, at=at, reason=failed)
    else:
        jobs.finish(job_id=run.job_id, at=at, result=run.counts, message=message)


def _keep_comparison(run: ImportRun, found: FileRead, *, at: datetime) -> None:
    authority_id = current_authority_id()
    reading = found.readings[authority_id]
    if not reading.rows:
        reason = _("This file has no rows for %(name)s.") % {"name": ", ".join(selectors.register_names())}
        _fail(run_id=run.pk, authority_id=authority_id, reason=reason, others=dict(found.others), at=at)
        return
    lock_register()
    _stage(run, reading, found, at=at)
    _keep(run, reading, found)
    _end_job(run, at=at, message=_("Ready to check"))
    record(Action.IMPORT_READY, about=run, by=run.started_by, file=run.file_name, **run.counts)


def _keep(run: ImportRun, reading: Reading, found: FileRead) -> None:
    PlannedRow.objects.filter(run=run).delete()
    plan = plan_staged(keep_for=run.pk)
    keep_rejections(run, reading)
    run.state, run.plan_digest, run.counts, run.others = State.READY, plan.digest, counts_of(plan, reading), dict(found.others)
    run.save(update_fields=["state", "plan_digest", "counts", "others", "problem", "staged"])


def keep_rejections(run: ImportRun, reading: Reading) -> None:
    PlannedRow.objects.bulk_create(
        PlannedRow(
            run=run,
            kind=PlannedRow.Kind.REJECTED,
            line=item.line,
            urn=item.urn or "",
            column=item.column[:120],
            value=item.value[:300],
            reason=item.reason.in_words(_)[:300],
        )
        for item in reading.rejected
    )


def counts_of(plan: Plan, reading: Reading) -> dict[str, Any]:
    return {
        "new": plan.new,
        "changed": plan.changed,
        "unchanged": reading.unchanged + plan.same,
        "vanished": plan.vanished,
        "rejected": len(reading.rejected),
        "unreadable": sum(item.urn is None for item in reading.rejected),
    }


def _show_again(run: ImportRun, reading: Reading, found: FileRead, *, at: datetime) -> None:
    run.problem = _("The register has changed since you looked. Nothing was loaded: check the new comparison and confirm it.")
    _keep(run, reading, found)
    record(Action.IMPORT_SHOWN_AGAIN, about=run, by=run.loaded_by, file=run.file_name)
    _end_job(run, at=at, failed=run.problem)


def _load(run: ImportRun, counts: dict[str, Any], *, at: datetime) -> None:
    listed_on = run.listed_on or at.date()
    changed = load_staged(listed_on=listed_on, last_listed_on=selectors.last_listed_on())
    refresh_search_text(changed)
    clear_staging()
    run.state, run.loaded_at, run.problem, run.staged = State.LOADED, at, "", None
    run.save(update_fields=["state", "loaded_at", "problem", "staged"])
    record(Action.IMPORT_APPLIED, about=run, by=run.loaded_by, file=run.file_name, **counts)
    _end_job(run, at=at, message=_("Loaded"))
    announce(run)


def announce(run: ImportRun) -> None:
    """Upward news, once it is certain (docs/events.md)."""
    authority_id, run_id = current_authority_id(), run.pk
    transaction.on_commit(lambda: judgements_changed.send(ImportRun, authority_id=authority_id, run_id=run_id))


REFRESH_SQL = """
    UPDATE providers_provider p SET search_text = found.text FROM unnest(%(ids)s::bigint[], %(texts)s::text[]) found (id, text)
     WHERE p.authority_id = %(authority)s AND p.id = found.id AND p.search_text <> found.text"""


def refresh_search_text(changed: list[tuple[int, str, str, str, str]]) -> None:
    """The search column of settings whose name, postcode or type the file changed, from what the register now holds."""
    texts = [
        (setting_search_text(name=name, urn=urn, postcode=postcode, is_home=kind in Provider.DOMESTIC_TYPES), pk)
        for pk, urn, name, postcode, kind in changed
    ]
    if not texts:
        return
    facts: dict[str, Any] = {"authority": current_authority_id(), "texts": [text for text, _ in texts], "ids": [pk for _, pk in texts]}
    with connection.cursor() as cursor:
        cursor.execute(REFRESH_SQL, facts)


def lock_register(*, wait: bool = True) -> bool:
    """One load or comparison at a time in an authority. Without waiting, returns whether the lock was free."""
    attempt = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {attempt}(hashtext('ofsted.load'), %s)", [current_authority_id()])
        return wait or bool(cursor.fetchone()[0])
