"""Exports: asked for by a person, made in the background, and the right to them asked for again each time."""

from __future__ import annotations

import logging
import tempfile
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import BinaryIO, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Authority, User
from audit.rules.actions import Action
from audit.services import record
from core.exports.notes import Notes
from core.exports.registry import Export, find_export
from core.exports.sheets import FORMATS, Format, TooManyRows, write_sheet
from core.files import Checked, Purpose, measured, safe_name
from core.scoping import acting_as, authority_scope, current_authority_id
from core.tables.filters import WrongFilters
from documents.models import ExportRun, StoredFile
from documents.selectors import may_read_export, place_of_export
from documents.services import files, jobs
from documents.services.outbox import enqueue

log = logging.getLogger(__name__)
EXPORT_FILES = Purpose(
    "export", may_read=may_read_export, label=gettext_lazy("Export"), place=place_of_export, kinds=frozenset()
)
REFUSALS = (PermissionDenied, WrongFilters, TooManyRows)
KEPT_IN_MEMORY = 1024 * 1024
MAX_ROWS_AT_ONCE = 5_000


@transaction.atomic
def request_export(
    *,
    identifier: str,
    wanted: str,
    filters: Mapping[str, str],
    by: User,
    at: datetime,
    columns: Sequence[str] = (),
) -> ExportRun:
    """Ask for an export; it is made in the background. ``columns`` names those of the sheet, all where none is
    named; a name that it does not know is left out.

    Raises UnknownExport, WrongFilters, ValueError for an unknown format, and PermissionDenied.
    """
    export = find_export(identifier)
    chosen = Format(wanted)
    kept = export.clean_filters(filters)
    if not export.may_run(by, kept):
        raise PermissionDenied(_("You may not run this export."))
    run = _ask(export, chosen=chosen, kept=kept, columns=columns, by=by, at=at)
    enqueue("documents.make_export", run_id=run.pk)
    return run


@transaction.atomic
def make_export_now(
    *,
    identifier: str,
    wanted: str,
    filters: Mapping[str, str],
    by: User,
    at: datetime,
    columns: Sequence[str] = (),
) -> ExportRun | None:
    """Make a small export while its reader waits; it is recorded as one that was asked for and made.

    Answers None for one of more than ``MAX_ROWS_AT_ONCE`` rows, or of rows that nobody has counted. Raises as
    ``request_export``, and TooManyRows.
    """
    export = find_export(identifier)
    chosen = Format(wanted)
    kept = export.clean_filters(filters)
    if not export.may_run(by, kept):
        raise PermissionDenied(_("You may not run this export."))
    rows = export.count(kept, by=by)
    if rows is None or rows > MAX_ROWS_AT_ONCE:
        return None
    run = _ask(export, chosen=chosen, kept=kept, columns=columns, by=by, at=at)
    jobs.begin(job_id=run.job_id, at=at)
    _make_file(run_id=run.pk, at=at)
    run.refresh_from_db()
    return run


def _ask(
    export: Export,
    *,
    chosen: Format,
    kept: Mapping[str, str],
    columns: Sequence[str],
    by: User,
    at: datetime,
) -> ExportRun:
    title = str(export.title)
    job = jobs.start_job(kind="export", title=title, by=by, at=at, message=_("Waiting to start"))
    run = ExportRun.objects.create(
        identifier=export.identifier,
        title=title,
        format=chosen,
        filters=kept,
        columns=[column.name for column in export.columns_for(by) if column.name in set(columns)],
        job=job,
        requested_by=by,
        requested_at=at,
    )
    record(Action.EXPORT_ASKED, about=run, by=by, title=title, format=FORMATS[chosen].title, filters=kept)
    return run


def make_export(*, run_id: int, authority_id: int, at: datetime) -> None:
    """Make the file of a run that was asked for. Run twice, or killed and run again, it leaves one file.

    The job is moved on in steps of its own, so that the page shows it; the file and its row are one step.
    """
    with authority_scope(authority_id):
        run = ExportRun.objects.filter(pk=run_id).first()
        if run is None or not jobs.begin(job_id=run.job_id, at=at):
            return
    try:
        with authority_scope(authority_id):
            _make_file(run_id=run_id, at=at)
    except REFUSALS as refusal:
        with authority_scope(authority_id):
            jobs.fail(job_id=run.job_id, at=at, reason=str(refusal))
    except Exception:  # whatever it was, whoever asked is told that nothing comes; it is raised again for us
        with authority_scope(authority_id):
            jobs.fail(job_id=run.job_id, at=at, reason=_("The export could not be made. We have been told."))
        raise


def _make_file(*, run_id: int, at: datetime) -> None:
    run = ExportRun.objects.select_for_update(of=("self",)).select_related("requested_by").get(pk=run_id)
    if run.file_id is not None:  # another delivery of the same task was here while we waited for the row
        return
    export = find_export(run.identifier)
    if not run.requested_by.is_active or not export.may_run(run.requested_by, run.filters):
        raise PermissionDenied(_("You may no longer run this export."))
    with acting_as(run.requested_by_id), tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY) as target:
        rows = _write(run, export, cast(BinaryIO, target), at=at)
        if not jobs.advance(job_id=run.job_id, done=rows, total=rows):  # cancelled meanwhile
            return
        run.file = _keep(run, cast(BinaryIO, target), at=at)
    run.save(update_fields=["file"])
    jobs.finish(
        job_id=run.job_id, at=at, result={"file": run.file.pk, "rows": rows}, message=_("The file is ready.")
    )
    facts = FORMATS[Format(run.format)]
    record(Action.EXPORT_MADE, about=run, by=run.requested_by, title=run.title, format=facts.title, rows=rows)


def _write(run: ExportRun, export: Export, target: BinaryIO, *, at: datetime) -> int:
    by = run.requested_by
    notes = notes_of(run, export, rows=export.count(run.filters, by=by), at=at)
    columns, rows = export.columns_for(by), export.rows(run.filters, by=by)
    if places := [place for place, column in enumerate(columns) if column.name in run.columns]:
        columns = tuple(columns[place] for place in places)
        rows = (tuple([row[place] for place in places]) for row in rows)
    return write_sheet(
        Format(run.format),
        target,
        columns,
        rows,
        notes,
        progress=lambda done: jobs.report_progress(job_id=run.job_id, done=done),
        more=export.further_sheets(run.filters, by=by),
    )


def notes_of(run: ExportRun, export: Export, *, rows: int | None, at: datetime) -> Notes:
    """What the sheet says of itself. ``at`` is when it was made; ``rows`` is None where nobody counted them."""
    return Notes(
        title=run.title,
        made_at=at,
        made_by=str(run.requested_by),
        filters=export.filters_in_words(run.filters),
        authority=Authority.objects.values_list("name", flat=True).get(pk=current_authority_id()),
        remarks=[
            *([_("Rows: %(number)s") % {"number": rows}] if rows is not None else []),
            *([_("Only the columns that were chosen on the list.")] if run.columns else []),
        ],
    )


def _keep(run: ExportRun, target: BinaryIO, *, at: datetime) -> StoredFile:
    facts = FORMATS[Format(run.format)]
    size, sha256 = measured(target)
    name = safe_name(f"{run.title} {timezone.localdate(at):%Y-%m-%d}.{facts.ending}")
    folder_name = uuid.uuid5(uuid.NAMESPACE_OID, f"export/{current_authority_id()}/{run.pk}")
    checked = Checked(name=name, content_type=facts.content_type, size=size, sha256=sha256)
    return files.store(
        file=target,
        checked=checked,
        purpose=EXPORT_FILES.identifier,
        by=run.requested_by,
        at=at,
        folder_name=folder_name,
    )


@transaction.atomic
def remove_exports(*, before: datetime) -> int:
    """Forget the files of exports made before an instant: they are copies of personal data.

    Answers how many.
    """
    removed = 0
    for stored in StoredFile.objects.filter(purpose=EXPORT_FILES.identifier, uploaded_at__lt=before).order_by(
        "pk"
    ):
        files.remove(file=stored)
        removed += 1
    if removed:
        authority = Authority.objects.get(pk=current_authority_id())
        record(Action.EXPORTS_REMOVED, about=authority, by=None, number=removed)
    return removed
