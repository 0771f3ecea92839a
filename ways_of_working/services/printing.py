"""The PDF of a version of the ways of working (W4): asked for by a person, made once in the background,
opened with an entry in the audit log.

A version that was adopted keeps its file for ever: the same version is the same document. Of any other
version the file is found again by what it says, and a new one is made when that has changed.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings
from django.db import OperationalError, transaction
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.pdf import PdfUnavailable
from core.scoping import acting_as, authority_scope
from documents.models import Job, StoredFile
from documents.selectors import job_under_way
from documents.services import files, jobs, pdfs
from documents.services.outbox import enqueue
from ways_of_working.models import WaysOfWorking
from ways_of_working.pdf import PRINTED, PRINTED_DRAFT, TERMS_TEMPLATE, terms_context, terms_name
from ways_of_working.selectors.reading import terms_document
from ways_of_working.selectors.record import HELD
from ways_of_working.selectors.writing import version_for_update

log = logging.getLogger(__name__)
KIND = "terms"
#: What passes: the task is tried again.
TRANSIENT = (OperationalError, OSError)


def printed(ways: WaysOfWorking, *, at: datetime) -> StoredFile | None:
    """The file of a version, if it is made: of an adopted one without looking at what it says."""
    if ways.state in HELD:
        return ways.document
    context = terms_context(terms_document(ways, on=timezone.localdate(at)))
    return pdfs.kept_pdf(template=TERMS_TEMPLATE, context=context, purpose=PRINTED_DRAFT)


@transaction.atomic
def ask_for_print(*, ways: WaysOfWorking, by: User, at: datetime) -> Job:
    """Have the PDF of a version made in the background. Asked twice, it is one job."""
    # Pressed twice: one after the other
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)
    where = _address("ways_of_working:terms_version", ways)
    under_way = job_under_way(by, kind=KIND, about=where)
    if under_way is not None:
        return under_way
    title = _("%(group)s: ways of working, version %(version)d, as a PDF") % {
        "group": ways.collaboration.name,
        "version": ways.version,
    }
    job = jobs.start_job(
        kind=KIND, title=title, by=by, at=at, total=1, message=_("Waiting to start"), about=where
    )
    record(Action.TERMS_PRINTED, about=ways, by=by, number=1)

    enqueue("ways_of_working.print_terms", job_id=job.pk, ways_id=ways.pk)
    return job


def print_version(*, job_id: int, ways_id: int, authority_id: int, at: datetime) -> None:
    """The work of ``ask_for_print``. Killed and run again, there is one file; an ended job is left alone."""
    with authority_scope(authority_id):
        if not jobs.begin(job_id=job_id, at=at):
            return
    try:
        with authority_scope(authority_id), acting_as(Job.objects.get(pk=job_id).started_by_id):
            keep_print(ways_id=ways_id, at=at)
            ways = WaysOfWorking.objects.get(pk=ways_id)
            result = {
                "address": _address("ways_of_working:terms_pdf", ways).removeprefix(get_script_prefix())
            }
            jobs.finish(job_id=job_id, at=timezone.now(), result=result, message=_("The document is ready."))
    except PdfUnavailable as problem:
        _fail(job_id, authority_id, str(problem))
    except TRANSIENT:
        raise  # the task is tried again, and finds its job still open
    except Exception:  # whatever else is wrong with a text or a file: whoever waits is told, and so are we
        _fail(job_id, authority_id, _("The document could not be made. We have been told."))
        raise


@transaction.atomic
def keep_print(*, ways_id: int, at: datetime) -> StoredFile:
    """The PDF of a version: the one that is kept, or a new one. Raises core.pdf.PdfUnavailable.

    The row of an adopted version is locked while its file is made, so that it gets one and never another.
    """
    ways = WaysOfWorking.objects.select_related("collaboration", "adopted_by").get(pk=ways_id)
    if ways.state in HELD:
        ways = version_for_update(ways_id)
        if ways.document is not None:
            return ways.document
    document = terms_document(ways, on=timezone.localdate(at))
    file = pdfs.stored_pdf(
        template=TERMS_TEMPLATE,
        context=terms_context(document),
        name=terms_name(document),
        purpose=PRINTED if ways.state in HELD else PRINTED_DRAFT,
        by=None,
        at=at,
    )
    if ways.state in HELD:
        ways.document = file
        ways.save(update_fields=["document"])
    return file


def record_opened(*, file: StoredFile, by: User) -> None:
    """Somebody opened the PDF of a version, or the summary of it."""
    files.record_opened(file=file, by=by)


def never_by_its_address(user: User, file: StoredFile) -> bool:
    """A purpose's rule: the file is opened by the page of its version
    alone, which asks who may read that version.
    """
    return False


def _address(name: str, ways: WaysOfWorking) -> str:
    return reverse(name, urlconf=settings.AUTHORITY_URLCONF, args=[ways.collaboration_id, ways.version])


def _fail(job_id: int, authority_id: int, reason: str) -> None:
    with authority_scope(authority_id):
        jobs.fail(job_id=job_id, at=timezone.now(), reason=reason)
