"""One-page summaries for staff as files: of the collaboration (C9), of what its members adopted (W4)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import Collaboration
from documents.models import StoredFile
from documents.services import files, pdfs
from ways_of_working.pdf import (
    SUMMARY_PURPOSE,
    SUMMARY_TEMPLATE,
    TERMS_SUMMARY,
    TERMS_SUMMARY_TEMPLATE,
    staff_summary,
    terms_summary,
)
from ways_of_working.selectors.reading import terms_document
from ways_of_working.selectors.writing import adopted_version


@transaction.atomic
def open_staff_summary(*, collaboration: Collaboration, by: User, at: datetime) -> StoredFile:
    """The summary as a PDF, made once while nothing in it changes; that it was opened is noted.

    Raises core.pdf.PdfUnavailable.
    """
    file = pdfs.stored_pdf(
        template=SUMMARY_TEMPLATE,
        context=staff_summary(collaboration, on=timezone.localdate(at)),
        name=_("%(name)s, summary for staff") % {"name": collaboration.name},
        purpose=SUMMARY_PURPOSE,
        by=None,
        at=at,
    )
    files.record_opened(file=file, by=by)
    return file


def may_read_summary(user: User, file: StoredFile) -> bool:
    """Never by the file's own address: the collaboration's page asks who may see the collaboration."""
    return False


@transaction.atomic
def open_terms_summary(*, collaboration: Collaboration, by: User, at: datetime) -> StoredFile | None:
    """The adopted ways of working on one page, made once while nothing
    in it changes; None where nothing is adopted.

    That it was opened is noted. Raises core.pdf.PdfUnavailable.
    """
    ways = adopted_version(collaboration)
    if ways is None:
        return None
    document = terms_document(ways, on=timezone.localdate(at))
    file = pdfs.stored_pdf(
        template=TERMS_SUMMARY_TEMPLATE,
        context=terms_summary(document, purpose=collaboration.purpose),
        name=_("%(name)s, ways of working on one page") % {"name": collaboration.name},
        purpose=TERMS_SUMMARY,
        by=None,
        at=at,
    )
    files.record_opened(file=file, by=by)
    return file
