"""A load of Ofsted's file (O7): what reading, comparing and
loading it mean (``documents.services.uploads``).
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.permissions import Permission
from accounts.roles import ROLES, Role
from accounts.selectors import people_with_role
from audit.rules.actions import Action
from audit.services import record
from core.files import Checked, Kind, RefusedFile, measured, refuse_malware, safe_name
from core.reading.account import Account
from core.reading.dates import DateFault
from core.scoping import acting_as, authority_scope, current_authority_id
from documents.models import StoredFile
from documents.rules import UploadState, UploadStep
from documents.selectors import upload_for_update
from documents.services import files, jobs, uploads
from documents.services.outbox import send_email
from ofsted.emails import FileLoaded
from ofsted.imports.heads import head_of
from ofsted.imports.opening import FileRefused
from ofsted.models import ImportRun, PlannedRow, RegisterName
from ofsted.rules.days import DayRefused, day_of_file
from ofsted.rules.kinds import FileKind
from ofsted.rules.telling import Telling, from_stored
from ofsted.selectors import imports as selectors
from ofsted.selectors.keys import held_for
from ofsted.services.asserting import Assertion
from ofsted.services.carrying import carry_out, plan_of
from ofsted.services.numbers import Numbers, digest_of
from ofsted.services.planning import Plan, plan_staged
from ofsted.services.previews import counts_of, keep_told
from ofsted.services.reading import FileRead, Reading, read_file
from ofsted.services.school_links import read_link_file
from ofsted.services.staging import Staged, clear_staging, count_staged, plan_for, stage
from ofsted.signals import judgements_changed

log = logging.getLogger(__name__)
PURPOSE = "ofsted_register"
#: Who hears of a load: the roles that look after settings.
LOOKING_AFTER = tuple(role for role in Role if Permission.CHANGE_SETTINGS in ROLES[role].permissions)
NO_NUMBERS: Numbers = MappingProxyType({})
NO_LINKS = gettext_lazy(
    "No link in this file is one of a school in your register. Load the register of schools (edubasealldata) first."
)


def may_read_upload(user: User, file: StoredFile) -> bool:
    """Whether a person may download an upload again: those who load files."""
    return user.has_perm(Permission.IMPORT_REGISTER)


@transaction.atomic
def start_run(*, file: BinaryIO, name: str, listed_on: date | None, by: User, at: datetime) -> ImportRun:
    """Keep an upload and have it compared with the register.

    ``listed_on`` is the day that the file stands for, if somebody typed it; its title or name may say it too.
    Raises ValidationError for a file that cannot be one of Ofsted's, or whose day nobody knows.
    """
    try:
        refuse_malware(file)
        titles, layout = head_of(file)
    except RefusedFile as infected:
        raise ValidationError({"file": str(infected)}) from None
    except FileRefused as refused:
        reasons = [refused.reason.in_words(_), *(detail.in_words(_) for detail in refused.details)]
        raise ValidationError({"file": reasons}) from None
    try:
        listed_on = day_of_file(typed=listed_on, titles=titles, name=name, today=timezone.localdate(at))
    except DayRefused as refused:
        raise ValidationError({"listed_on": refused.reason.in_words(_)}) from None
    size, digest = measured(file)
    checked = Checked(name=safe_name(name), content_type=Kind.CSV.value, size=size, sha256=digest)
    facts = {
        "file_sha256": digest,
        "layout": layout.name,
        "kind": layout.kind.value,
        "listed_on": listed_on,
    }
    stored = files.store(file=file, checked=checked, purpose=PURPOSE, by=by, at=at)
    with files.removed_unless_kept(stored):
        return uploads.keep(LOADS, file=stored, by=by, at=at, **facts)


@transaction.atomic
def choose_name(*, run_id: int, name: str, by: User, at: datetime) -> ImportRun:
    """Say which authority of the file is this one, and compare again.

    Raises ValidationError for a name that the file lacks.

    It takes the place of names chosen before: the file has no row under those.
    """
    run = upload_for_update(ImportRun, run_id)
    if run.state != UploadState.FAILED or name not in run.others:
        raise ValidationError({"name": _("Choose one of the names in the file.")})
    RegisterName.objects.filter(kind=run.kind).exclude(name=name).delete()
    RegisterName.objects.get_or_create(kind=run.kind, name=name)
    record(Action.REGISTER_NAME_CHOSEN, about=run, by=by, name=name)
    uploads.read_again(LOADS, run, by=by, at=at, others={})
    return run


@transaction.atomic
def confirm_run(*, run_id: int, by: User, at: datetime, accepted: Collection[str] = ()) -> ImportRun:
    """Have the plan carried out. ``accepted`` are the codes of the doubts that the person has ticked.

    Raises ValidationError when somebody else was faster, nothing is left to confirm, or a doubt is not
    ticked.
    """
    run = uploads.confirm(LOADS, upload_id=run_id, by=by, at=at)
    doubts = selectors.doubts_about_run(run)
    if unticked := {doubt.code: doubt.unticked(_) for doubt in doubts if doubt.code not in accepted}:
        raise ValidationError(unticked)
    run.accepted = sorted(doubt.code for doubt in doubts)
    run.save(update_fields=["accepted"])
    return run


def _another_is_loaded(run: ImportRun) -> str:
    if ImportRun.objects.filter(state=UploadState.LOADING).exists():
        return _("Another file is being loaded at the moment. Wait until it is finished.")
    return ""


@transaction.atomic
def discard_run(*, run_id: int, by: User, at: datetime) -> ImportRun:
    """Put an upload aside, its staged rows too. Nothing of it has touched the register."""
    run = uploads.put_aside(LOADS, upload_id=run_id, by=by, at=at)
    if run.staged is not None:
        if lock_register(wait=False):
            clear_staging()
        run.staged = None
        run.save(update_fields=["staged"])
    return run


def compare_run(*, run_id: int, authority_id: int, at: datetime) -> None:
    """Work out what the file would change and keep that for the preview."""
    uploads.read_upload(LOADS, upload_id=run_id, authority_id=authority_id, at=at)


def load_run(*, run_id: int, authority_id: int, at: datetime) -> None:
    """Carry out a confirmed plan, if it is still the plan that was
    shown; otherwise show the new one and say so.
    """
    uploads.load_upload(LOADS, upload_id=run_id, authority_id=authority_id, at=at)


@contextmanager
def _read(run: ImportRun, *, authority_id: int, at: datetime) -> Iterator[FileRead]:
    """Read the stored file outside any transaction, telling how far it is."""
    with authority_scope(authority_id):
        names = {authority_id: selectors.register_names(FileKind(run.kind))}
        known = {authority_id: held_for(FileKind(run.kind))}

    def tell(position: int, size: int) -> None:
        # The rest is the database's
        jobs.report_progress(job_id=uploads.job_id_of(run), done=round(position * 0.9))

    try:
        with uploads.open_file(run) as file:
            read = read_link_file if run.kind == FileKind.LINKS else read_file
            found = read(file, names=names, known=known, on_progress=tell, today=timezone.localdate(at))
    except FileRefused as refused:
        raise uploads.UploadRefused(refused.reason.in_words(_)) from None
    with closing(found):
        yield found


def _compare(run: ImportRun, found: FileRead, *, at: datetime) -> None:
    reading = found.readings[current_authority_id()]
    if not reading.rows:
        names = ", ".join(selectors.register_names(FileKind(run.kind)))
        sentence = NO_LINKS if found.kind is FileKind.LINKS else _("This file has no rows for %(name)s.")
        reason = sentence % {"name": names}
        raise uploads.UploadRefused(reason, others=dict(found.others))
    lock_register()
    _stage(run, reading, found, at=at)
    _show(run, reading, found, at=at)


def _load(run: ImportRun, *, authority_id: int, at: datetime) -> None:
    """Load the rows that the comparison left behind, if they are what reading the file again would give.

    See docs/decisions/0007.
    """
    if _load_what_was_compared(run_id=run.pk, authority_id=authority_id, at=at):
        return
    with _read(run, authority_id=authority_id, at=at) as found, authority_scope(authority_id):
        locked = upload_for_update(ImportRun, run.pk)
        if locked.state == UploadState.LOADING:
            with acting_as(locked.loaded_by_id):
                _load_or_show_again(locked, found, at=at)


def _load_what_was_compared(*, run_id: int, authority_id: int, at: datetime) -> bool:
    """Load from the staging tables. Returns False where the file has to be read again, with nothing done."""
    with authority_scope(authority_id):
        run = upload_for_update(ImportRun, run_id)
        if run.state != UploadState.LOADING or run.staged is None:
            return False
        lock_register()
        with acting_as(run.loaded_by_id):
            day = run.staged["day"] and str(timezone.localdate(at))
            if run.staged != _staged_facts(count_staged(), held_for(FileKind(run.kind)).digest, day=day):
                return False
            plan_for(count_staged())
            plan = plan_staged(assertion=assertion_of(run))
            if _digest_of(plan, Account.from_json(run.account)) != run.digest or _is_in_doubt(run):
                return False
            _apply(run, plan, run.counts, at=at)
    return True


def _staged_facts(staged: Staged, known: str, *, day: str | None) -> dict[str, Any]:
    """What the staged rows hang on besides the file: equal facts mean that
    reading the file again would stage the same rows.

    ``day`` is the day of the comparison where a row was rejected because its date was in the future, as it
    may not be later.
    """
    return {"rows": list(staged), "known": known, "names": selectors.register_names(), "day": day}


def _load_or_show_again(run: ImportRun, found: FileRead, *, at: datetime) -> None:
    lock_register()
    reading = found.readings[current_authority_id()]
    _stage(run, reading, found, at=at)
    plan = plan_of(reading, assertion=assertion_of(run))
    if _digest_of(plan, reading.account, reading.numbers) == run.digest and not _is_in_doubt(run):
        _apply(run, plan, counts_of(plan, reading), reading=reading, at=at)
    else:
        problem = _(
            "The register has changed since you looked. Nothing was loaded: check the new comparison and"
            " confirm it."
        )
        _show(run, reading, found, problem=problem, at=at)


def _is_in_doubt(run: ImportRun) -> bool:
    """Whether a doubt has come up since the person confirmed: another load may have been faster."""
    return not {doubt.code for doubt in selectors.doubts_about_run(run)} <= set(run.accepted)


def _digest_of(plan: Plan, account: Account, numbers: Numbers = NO_NUMBERS) -> str:
    """Of all that a person confirms: what is to be done, and what the reading says of the file."""
    return sha256(f"{plan.digest}|{account.digest}{digest_of(numbers)}".encode()).hexdigest()


def _stage(run: ImportRun, reading: Reading, found: FileRead, *, at: datetime) -> None:
    """Put a run's rows into the staging tables, in the place of
    another run's: its plan has another digest then. Links are compared as they were read.
    """
    if found.kind is FileKind.LINKS:
        return
    staged = stage(reading.buffers, reading.gone, contradicted=reading.contradicted)
    run.telling = found.telling.stored()
    plan_for(staged)
    told = [*(item.cell for item in reading.rejected), *(item.cell for item in reading.remarks)]
    if found.kind is not FileKind.CHILDCARE:
        run.staged = None  # these files are small: they are read again when they are loaded
        return
    too_early = any(cell.reason.sentence == DateFault.FUTURE for cell in told)
    run.staged = _staged_facts(
        staged,
        found.known[current_authority_id()].digest,
        day=str(timezone.localdate(at)) if too_early else None,
    )


def _show(run: ImportRun, reading: Reading, found: FileRead, *, at: datetime, problem: str = "") -> None:
    """Keep what the staged rows would change, and say that it can be looked at."""
    PlannedRow.objects.filter(run=run).delete()
    plan = plan_of(reading, assertion=assertion_of(run), keep_for=run)
    if run.staged is None and found.kind is not FileKind.LINKS:
        clear_staging()
    keep_told(run, reading)
    counts = counts_of(plan, reading)
    uploads.show(
        LOADS,
        run,
        digest=_digest_of(plan, reading.account, reading.numbers),
        account=reading.account.as_json(),
        accepted=[],
        counts=counts,
        at=at,
        facts={} if problem else counts,
        problem=problem,
        others=dict(found.others),
        staged=run.staged,
        telling=run.telling,
        absence=reading.absence.stored(),
    )


def assertion_of(run: ImportRun) -> Assertion:
    """What a run's file stands for, beside the newest file that was loaded. Holds under the register's lock."""
    if run.listed_on is None:
        raise ValueError("nobody knows the day of this file")
    kind = FileKind(run.kind)
    newest = selectors.newest_load(kind)
    return Assertion(
        run.listed_on,
        from_stored(run.telling),
        newest.listed_on if newest else None,
        from_stored(newest.telling) if newest else Telling(),
        kind,
    )


def _apply(
    run: ImportRun, plan: Plan, counts: dict[str, Any], *, at: datetime, reading: Reading | None = None
) -> None:
    assertion = assertion_of(run)
    carry_out(reading, plan=plan, assertion=assertion)
    uploads.apply(LOADS, run, at=at, facts=counts, staged=None)
    _write_to_officers(run, on=timezone.localdate(at))
    announce(run)


def _write_to_officers(run: ImportRun, *, on: date) -> None:
    """Once a run: the transaction that marks it as loaded asks for the emails."""
    for person in people_with_role(*LOOKING_AFTER, on=on):
        if person.pk != run.loaded_by_id:
            send_email(FileLoaded(run_id=run.pk, user_id=person.pk))


def announce(run: ImportRun) -> None:
    """Upward news, once it is certain (docs/events.md)."""
    authority_id, run_id = current_authority_id(), run.pk
    transaction.on_commit(
        lambda: judgements_changed.send(ImportRun, authority_id=authority_id, run_id=run_id), robust=True
    )


def lock_register(*, wait: bool = True) -> bool:
    """One load or comparison at a time in an authority.

    Without waiting, returns whether the lock was free.
    """
    attempt = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {attempt}(hashtext('ofsted.load'), %s)", [current_authority_id()])
        return wait or bool(cursor.fetchone()[0])


LOADS = uploads.UploadKind(
    model=ImportRun,
    this=gettext_lazy("This upload"),
    our_fault=gettext_lazy(
        "Something went wrong on our side, and nothing was loaded. We have been told. Please try the upload"
        " again."
    ),
    address="ofsted:import",
    argument="run_id",
    works={
        UploadState.READING: uploads.Work(
            "ofsted.compare_file",
            gettext_lazy("Comparing %(file)s with the register"),
        ),
        UploadState.LOADING: uploads.Work(
            "ofsted.load_file",
            gettext_lazy("Loading %(file)s into the register"),
        ),
    },
    actions={
        UploadStep.KEEP: Action.IMPORT_STARTED,
        UploadStep.SHOW: Action.IMPORT_READY,
        UploadStep.CONFIRM: Action.IMPORT_CONFIRMED,
        UploadStep.APPLY: Action.IMPORT_APPLIED,
        UploadStep.SHOW_AGAIN: Action.IMPORT_SHOWN_AGAIN,
        UploadStep.FAIL: Action.IMPORT_FAILED,
        UploadStep.PUT_ASIDE: Action.IMPORT_DISCARDED,
    },
    read=_read,
    compare=_compare,
    load=_load,
    refusal=_another_is_loaded,
    is_counted_in_bytes=True,
    cleared_when_failed={"others": {}},
)
