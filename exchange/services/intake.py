"""A spreadsheet of collaborations from the upload to the register: rehearsed first, confirmed by a person, then loaded.

Reading it carries every collaboration out and takes it back, so the preview is what the services themselves say. Loading is one
transaction a collaboration; each begins by locking the upload and looking how far it is, so a task that is delivered twice or killed
at any point does its work once.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, OperationalError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from audit.rules.actions import Action
from audit.services import record
from core.files import MEGABYTE, Kind, Purpose, RefusedFile
from core.scoping import acting_as, authority_scope
from documents.models import StoredFile
from documents.services import files, jobs
from documents.services.outbox import enqueue
from exchange import selectors
from exchange.imports.lines import About, Group, Sheet, read_sheet
from exchange.models import SheetImport, SheetLine
from exchange.services.intake_lines import Outcome, carry_out, context_for, refused_line, undone
from ofsted.imports.opening import FileRefused

log = logging.getLogger(__name__)
State = SheetImport.State
STALE = timedelta(minutes=30)
WORKING = (State.READING, State.LOADING)


def may_read_upload(user: User, file: StoredFile) -> bool:
    """Whether a person may download an upload again: those who load them."""
    return user.has_perm(Permission.IMPORT_COLLABORATIONS)


SHEETS = Purpose(
    "collaborations_sheet", may_read=may_read_upload, kinds=frozenset({Kind.XLSX, Kind.CSV, Kind.TEXT}), most_bytes=5 * MEGABYTE
)


class Changed(Exception):
    """A collaboration would no longer be loaded as it was shown."""


@transaction.atomic
def upload_sheet(*, file: BinaryIO, name: str, by: User, at: datetime) -> SheetImport:
    """Keep an upload and have it rehearsed. Raises ValidationError at "file" for one that is no table of members, or while another
    is open."""
    waiting = selectors.open_sheet()
    if waiting is not None:
        raise ValidationError({"file": _already_open(waiting)})
    try:
        stored = files.keep_upload(file=file, name=name, purpose=SHEETS.identifier, by=by, at=at)
        file.seek(0)
        read_sheet(file.read())
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    except FileRefused as refused:
        raise ValidationError({"file": [refused.reason.in_words(_), *(detail.in_words(_) for detail in refused.details)]}) from None
    try:
        with transaction.atomic():
            sheet = SheetImport.objects.create(file=stored, file_name=stored.name[:200], started_by=by, started_at=at)
    except IntegrityError as refusal:  # somebody else was faster: one is open at a time
        raise ValidationError({"file": _already_open(None)}) from refusal
    record(Action.SHEET_UPLOADED, about=sheet, by=by, details={"sha256": stored.sha256}, file=sheet.file_name)
    _queue(sheet, title=_("Reading %(file)s") % {"file": sheet.file_name}, task="exchange.read_sheet", by=by, at=at)
    return sheet


def _already_open(sheet: SheetImport | None) -> str:
    if sheet is None:
        return _("Somebody has uploaded a spreadsheet at the same moment. Look at that one first.")
    return _("%(file)s is still open. Load it or put it aside first.") % {"file": sheet.file_name}


def _queue(sheet: SheetImport, *, title: str, task: str, by: User, at: datetime) -> None:
    about = reverse("exchange:sheet", args=[sheet.pk])
    sheet.job = jobs.start_job(kind=task.replace(".", "_"), title=title, by=by, at=at, about=about)
    sheet.save(update_fields=["job"])
    enqueue(task, sheet_id=sheet.pk)


@transaction.atomic
def confirm_sheet(*, sheet_id: int, digest: str, by: User, at: datetime) -> SheetImport:
    """Have what was shown loaded. Raises ValidationError when somebody else was faster, or it is no longer what was shown."""
    sheet = selectors.sheet_for_update(sheet_id)
    if sheet.state != State.READY:
        raise ValidationError(_("This spreadsheet is no longer waiting: it is %(state)s.") % {"state": sheet.get_state_display().lower()})
    if digest != sheet.digest:
        raise ValidationError(_("What would be loaded has changed since you looked. Check it again below."))
    if not sheet.counts.get("new"):
        raise ValidationError(_("There is nothing new in this spreadsheet. Put it aside."))
    sheet.state, sheet.problem = State.LOADING, ""
    sheet.save(update_fields=["state", "problem"])
    _queue(sheet, title=_("Loading %(file)s") % {"file": sheet.file_name}, task="exchange.load_sheet", by=by, at=at)
    return sheet


@transaction.atomic
def discard_sheet(*, sheet_id: int, by: User, at: datetime) -> SheetImport:
    """Put an upload aside. What was loaded stays; the file stays for the record."""
    sheet = selectors.sheet_for_update(sheet_id)
    if sheet.state == State.DISCARDED:
        return sheet  # pressed twice
    if not may_be_put_aside(sheet, at=at):
        raise ValidationError(_("This spreadsheet can no longer be put aside."))
    sheet.state = State.DISCARDED
    sheet.save(update_fields=["state"])
    record(Action.SHEET_DISCARDED, about=sheet, by=by, file=sheet.file_name)
    return sheet


def may_be_put_aside(sheet: SheetImport, *, at: datetime) -> bool:
    """What waits or failed; and work that has not ended after half an hour."""
    if sheet.state in WORKING:
        return sheet.job is None or at - sheet.job.created_at > STALE
    return sheet.state in (State.READY, State.FAILED)


# --- in the background ---------------------------------------------------------------------------------------------------


def read_upload(*, sheet_id: int, authority_id: int, at: datetime) -> None:
    """Rehearse every collaboration and keep what each line would do, for the preview."""
    with _failing_in_words(sheet_id=sheet_id, authority_id=authority_id, at=at):
        found = _begin(sheet_id, authority_id, State.READING, at=at)
        if found is None:
            return
        sheet, read = found
        plan = _rehearse(sheet, read, authority_id=authority_id)
        with authority_scope(authority_id):
            sheet = selectors.sheet_for_update(sheet_id)
            if sheet.state == State.READING:
                _show(sheet, read, plan, at=at)


def load_upload(*, sheet_id: int, authority_id: int, at: datetime) -> None:
    """Load what was confirmed, one collaboration after the other, if each still does what was shown; otherwise show it again."""
    with _failing_in_words(sheet_id=sheet_id, authority_id=authority_id, at=at):
        found = _begin(sheet_id, authority_id, State.LOADING, at=at)
        if found is None:
            return
        sheet, read = found
        try:
            if not sheet.counts["loaded"] and _digests(_rehearse(sheet, read, authority_id=authority_id)) != sheet.counts["groups"]:
                raise Changed
            for number, group in enumerate(read.groups):
                if number >= sheet.counts["loaded"] and not _load_group(sheet, read.groups, number, group, authority_id=authority_id):
                    return
        except Changed:
            _show_again(sheet_id, read, authority_id=authority_id, at=at)
        else:
            _finish(sheet_id, authority_id=authority_id, at=at)


def _begin(sheet_id: int, authority_id: int, wanted: str, *, at: datetime) -> tuple[SheetImport, Sheet] | None:
    """The upload and what is in it; None when there is nothing (more) to do."""
    with authority_scope(authority_id):
        sheet = selectors.sheet_for_update(sheet_id)
        if sheet.state != wanted or sheet.file is None or sheet.job is None or not jobs.begin(job_id=sheet.job.pk, at=at):
            return None
    with default_storage.open(sheet.file.storage_key) as file:
        return sheet, read_sheet(file.read())


def _rehearse(sheet: SheetImport, read: Sheet, *, authority_id: int) -> list[list[Outcome]]:
    """What each collaboration would do, each in a transaction that is taken back, telling how far it is."""
    plan: list[list[Outcome]] = []
    with authority_scope(authority_id):
        context = context_for(read.groups, by=_who(sheet))
        jobs.advance(job_id=_job_id(sheet), done=0, total=len(read.groups))
    for number, group in enumerate(read.groups, 1):
        with authority_scope(authority_id), acting_as(context.by.pk), undone():
            plan.append(carry_out(group, context))
        jobs.report_progress(job_id=_job_id(sheet), done=number)
    return plan


def _load_group(sheet: SheetImport, groups: Sequence[Group], number: int, group: Group, *, authority_id: int) -> bool:
    """One collaboration, in one transaction. False when somebody else has taken the work over. Raises Changed."""
    with authority_scope(authority_id), acting_as(_who(sheet).pk):
        locked = selectors.sheet_for_update(sheet.pk)
        if locked.state != State.LOADING or locked.counts["loaded"] != number:
            return False
        context = context_for(groups, by=_who(sheet))
        context.people = selectors.people_loaded(sheet.pk, before=number)
        if _digests([carry_out(group, context)]) != locked.counts["groups"][number : number + 1]:
            raise Changed
        locked.counts["loaded"] = number + 1
        locked.save(update_fields=["counts"])
        jobs.advance(job_id=_job_id(locked), done=number + 1, total=len(groups))
    return True


def _finish(sheet_id: int, *, authority_id: int, at: datetime) -> None:
    with authority_scope(authority_id):
        sheet = selectors.sheet_for_update(sheet_id)
        if sheet.state != State.LOADING:
            return
        sheet.state, sheet.loaded_at = State.LOADED, at
        sheet.save(update_fields=["state", "loaded_at"])
        record(Action.SHEET_LOADED, about=sheet, by=_who(sheet), file=sheet.file_name, new=sheet.counts["new"])
        _end_job(sheet, at=at, message=_("Loaded"))


def _show_again(sheet_id: int, read: Sheet, *, authority_id: int, at: datetime) -> None:
    with authority_scope(authority_id):
        sheet = selectors.sheet_for_update(sheet_id)
        already = sheet.counts["loaded"]
    plan = _rehearse(sheet, read, authority_id=authority_id)
    with authority_scope(authority_id):
        sheet = selectors.sheet_for_update(sheet_id)
        if sheet.state == State.LOADING:
            nothing = _("The register has changed since you looked. Nothing was loaded: check the lines again and confirm them.")
            some = _("The register has changed since you looked. %(number)s collaborations were loaded: check the rest and confirm it.")
            sheet.problem = some % {"number": already} if already else nothing
            _show(sheet, read, plan, at=at)


def _show(sheet: SheetImport, read: Sheet, plan: list[list[Outcome]], *, at: datetime) -> None:
    """Keep what each line would do, and say that it can be looked at."""
    refused = [refused_line(line) for line in read.lines if line.problems_about(About.LINE)]
    everything = [(None, refused), *enumerate(plan)]
    cells = {line.number: dict(line.cells) for line in read.lines}
    names = {number: group.name for number, group in enumerate(read.groups)}
    SheetLine.objects.filter(sheet=sheet).delete()
    rows = [_row(sheet, one, group, cells, names) for group, outcomes in everything for one in outcomes]
    SheetLine.objects.bulk_create(rows, batch_size=1000)
    results = [row.result for row in rows]
    counts: dict[str, Any] = {result: results.count(result) for result in ("new", "known", "refused")}
    sheet.counts = {"lines": len(read.lines), **counts, "loaded": 0, "groups": _digests(plan)}
    sheet.digest = _digest([*_digests(plan), *(one.shown for one in refused)])
    sheet.state = State.READY
    sheet.save(update_fields=["counts", "digest", "state", "problem"])
    record(Action.SHEET_READ, about=sheet, by=_who(sheet), file=sheet.file_name, **counts)
    _end_job(sheet, at=at, message=sheet.problem or _("Ready to be checked"))


def _row(sheet: SheetImport, one: Outcome, group: int | None, cells: dict[int, dict[str, str]], names: dict[int, str]) -> SheetLine:
    mine = cells.get(one.number, {})
    values: dict[str, Any] = {"cells": mine, "what": one.what, "group": group, "urn": one.urn, "email": one.email}
    values["collaboration"] = mine.get("collaboration", "") if group is None else names[group]
    remarks = [{"column": column, "reason": reason} for column, reason in one.remarks]
    row = SheetLine(sheet=sheet, number=one.number, kind=one.about.value, result=one.result, values=values, remarks=remarks)
    row.claim_authority()
    return row


def _digests(plan: list[list[Outcome]]) -> list[str]:
    return [_digest([one.shown for one in outcomes]) for outcomes in plan]


def _digest(what: list[Any]) -> str:
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()


def _who(sheet: SheetImport) -> User:
    """Whose work this is: whoever confirmed the load, or uploaded the file."""
    return sheet.job.started_by if sheet.job is not None and sheet.job.started_by is not None else sheet.started_by


def _job_id(sheet: SheetImport) -> int:
    if sheet.job is None:
        raise ValueError("nobody asked for this work")
    return sheet.job.pk


def _end_job(sheet: SheetImport, *, at: datetime, message: str = "", failed: str = "") -> None:
    if sheet.job is None:
        return
    if failed:
        jobs.fail(job_id=sheet.job.pk, at=at, reason=failed)
    else:
        result = {name: sheet.counts.get(name, 0) for name in ("lines", "new", "known", "refused")}
        jobs.finish(job_id=sheet.job.pk, at=at, result=result, message=message)


@contextmanager
def _failing_in_words(*, sheet_id: int, authority_id: int, at: datetime) -> Iterator[None]:
    """An error that trying again will not mend ends the upload with a sentence; the others go to the task, which tries again."""
    try:
        yield
    except (OperationalError, OSError):
        raise
    except Exception:  # a mistake of ours in some line of some sheet: the upload ends with a sentence, and it is raised again for us
        reason = _("Something went wrong on our side. We have been told. Please upload the spreadsheet again.")
        with authority_scope(authority_id):
            sheet = selectors.sheet_for_update(sheet_id)
            sheet.state, sheet.problem = State.FAILED, reason
            sheet.save(update_fields=["state", "problem"])
            _end_job(sheet, at=at, failed=reason)
            record(Action.SHEET_FAILED, about=sheet, by=_who(sheet), file=sheet.file_name, reason=reason)
        raise
