"""All adopted ways of working of an authority, or of a district, as one zip file (W4).

Parts of at most ten documents are made side by side. The claim of a document is the file that its version
keeps, so whatever is killed and run again, each is made once; that a part has ended and the next one is asked
for are one transaction.
"""

from __future__ import annotations

import logging
import tempfile
import uuid
import zipfile
from datetime import datetime
from typing import BinaryIO, cast

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Authority, User
from accounts.permissions import Permission
from audit.rules.actions import Action
from audit.services import record
from core.files import Checked, measured, safe_name
from core.pdf import PdfUnavailable
from core.scoping import acting_as, authority_scope, current_authority_id
from documents.models import Job, StoredFile
from documents.rules import State
from documents.selectors import job_by_id, job_for_update, job_under_way
from documents.services import files, jobs
from documents.services.outbox import enqueue
from providers.models import District
from ways_of_working.models import WaysOfWorking
from ways_of_working.rules.batches import Batch, batch_as_json, batch_from, new_batch
from ways_of_working.selectors.printing import adopted_versions, prints_of
from ways_of_working.services.printing import TRANSIENT, keep_print

log = logging.getLogger(__name__)
KIND = PURPOSE = "terms_batch"
ZIP = "application/zip"
KEPT_IN_MEMORY = 8 * 1024 * 1024


@transaction.atomic
def start_batch(*, district: District | None, by: User, at: datetime) -> Job:
    """Have every adopted version printed and packed, of the whole authority or of one district.

    Asked twice, it is one job.

    Raises ValidationError where nothing is adopted.
    """
    # Pressed twice: one after the other
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)
    title = (
        _("Ways of working in %(district)s") % {"district": district}
        if district
        else _("Ways of working of all collaborations")
    )
    under_way = job_under_way(by, kind=KIND, title=title)
    if under_way is not None:
        return under_way
    versions = list(adopted_versions(district).values_list("pk", flat=True))
    if not versions:
        raise ValidationError({"district": _("No collaboration there has adopted its ways of working yet.")})
    batch = new_batch(versions)
    job = jobs.start_job(
        kind=KIND, title=title, by=by, at=at, total=len(versions), message=_("Waiting to start")
    )
    jobs.remember(job_id=job.pk, facts=batch_as_json(batch))
    record(
        Action.TERMS_PRINTED,
        about=Authority.objects.get(pk=current_authority_id()),
        by=by,
        number=len(versions),
    )
    for number in range(batch.next):
        _ask_for_part(job.pk, number)
    return job


def print_part(*, job_id: int, number: int, authority_id: int) -> None:
    """Make the documents of one part, each in a transaction of its own, and ask for the next part."""
    with authority_scope(authority_id):
        job = job_by_id(job_id)
        if job is None or not _runs(job):
            return
        batch, by_id = batch_from(job.result), job.started_by_id
    failed: list[int] = []
    for ways_id in batch.part(number):
        with authority_scope(authority_id):
            if not Job.objects.filter(pk=job_id, state=State.RUNNING).exists():  # stopped meanwhile
                return
        try:
            with authority_scope(authority_id), acting_as(by_id):
                keep_print(ways_id=ways_id, at=timezone.now())
        except PdfUnavailable as problem:
            with authority_scope(authority_id):
                jobs.fail(job_id=job_id, at=timezone.now(), reason=str(problem))
            return
        except TRANSIENT:
            raise
        # one document that cannot be drawn must not keep the others from being printed: it is named in the
        # end
        except Exception:
            log.exception("the ways of working %s could not be printed", ways_id)
            failed.append(ways_id)
    with authority_scope(authority_id):
        _end_part(job_id, number, failed)


def pack_batch(*, job_id: int, authority_id: int) -> None:
    """Put the documents into one zip file.

    Run twice it is packed once; who may no longer print gets nothing.
    """
    with authority_scope(authority_id):
        job = job_for_update(job_id)
        by = job.started_by
        if State(job.state) is not State.RUNNING or by is None:
            return
        if not by.is_active or not by.has_perm(Permission.PRINT_TERMS):
            jobs.fail(job_id=job_id, at=timezone.now(), reason=_("You may no longer print ways of working."))
            return
        batch = batch_from(job.result)
        try:
            with acting_as(by.pk), tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY) as target:
                number = _pack(batch, cast(BinaryIO, target))
                file = _keep(job, cast(BinaryIO, target), at=timezone.now())
        except FileNotFoundError:
            log.exception("the batch %s names a document whose bytes are gone", job_id)
            jobs.fail(
                job_id=job_id,
                at=timezone.now(),
                reason=_("A document could not be found any more. We have been told."),
            )
            return
        result = {"file": file.pk, "documents": number}
        jobs.finish(job_id=job_id, at=timezone.now(), result=result, message=_in_words(number, batch))


def may_read_batch(user: User, file: StoredFile) -> bool:
    """Whoever asked for it, as long as they may print."""
    return file.uploaded_by_id == user.pk and user.has_perm(Permission.PRINT_TERMS)


def _ask_for_part(job_id: int, number: int) -> None:

    enqueue("ways_of_working.print_terms_part", job_id=job_id, number=number)


def _runs(job: Job) -> bool:
    """Begun now, or by the worker of another part already."""
    if State(job.state) is State.QUEUED:
        return jobs.begin(job_id=job.pk, at=timezone.now())
    return State(job.state) is State.RUNNING


def _end_part(job_id: int, number: int, failed: list[int]) -> None:
    """Note that a part has ended, and ask for the next one, or for the packing.

    Told twice, a part ends once.
    """
    job = job_for_update(job_id)
    batch = batch_from(job.result) if State(job.state) is State.RUNNING else None
    if batch is None or number in batch.ended:
        return
    batch = batch.with_ended(number, failed)
    if batch.is_complete:
        enqueue("ways_of_working.pack_terms", job_id=job_id)
    elif batch.next < batch.parts:
        _ask_for_part(job_id, batch.next)
        batch = batch.handed_out()
    jobs.remember(job_id=job_id, facts=batch_as_json(batch))
    jobs.advance(job_id=job_id, done=batch.done, message=_("Making the documents"))


def _pack(batch: Batch, target: BinaryIO) -> int:
    names: set[str] = set()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:  # a PDF is compressed already
        for ways in prints_of(batch.versions):
            if ways.document is not None:
                with default_storage.open(ways.document.storage_key) as file:
                    archive.writestr(_entry(ways, ways.document.name, names), file.read())
    return len(names)


def _entry(ways: WaysOfWorking, called: str, names: set[str]) -> zipfile.ZipInfo:
    """The name of a document in the zip, once; dated by its adoption,
    so that the same documents are the same file.
    """
    stem, _dot, ending = called.rpartition(".")
    name = called if called.lower() not in names else f"{stem} ({ways.pk}).{ending}"
    names.add(name.lower())
    day = ways.adopted_on
    return zipfile.ZipInfo(
        name, (day.year, day.month, day.day, 0, 0, 0) if day and day.year >= 1980 else (1980, 1, 1, 0, 0, 0)
    )


def _keep(job: Job, target: BinaryIO, *, at: datetime) -> StoredFile:
    size, sha256 = measured(target)
    checked = Checked(
        name=safe_name(f"{job.title} {timezone.localdate(at)}.zip"),
        content_type=ZIP,
        size=size,
        sha256=sha256,
    )
    folder_name = uuid.uuid5(uuid.NAMESPACE_OID, f"terms/{current_authority_id()}/{job.pk}")
    return files.store(
        file=target, checked=checked, purpose=PURPOSE, by=job.started_by, at=at, folder_name=folder_name
    )


def _in_words(number: int, batch: Batch) -> str:
    words = ngettext(
        "The file is ready, with %(number)d document.",
        "The file is ready, with %(number)d documents.",
        number,
    )
    words = words % {"number": number}
    if not batch.failed:
        return words
    named = (
        WaysOfWorking.objects.filter(pk__in=batch.failed)
        .order_by("collaboration__name__in_order")
        .values_list("collaboration__name", flat=True)
    )
    return (
        words
        + " "
        + _("These could not be made, and we have been told: %(groups)s.") % {"groups": ", ".join(named)}
    )
