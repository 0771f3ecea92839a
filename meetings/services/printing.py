"""Minutes as a PDF: the same words give the same file, made once and found again by its hash."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from documents.models import StoredFile
from documents.services import files, pdfs
from meetings.pdf import MINUTES_PURPOSE, MINUTES_TEMPLATE, heading_of, minutes_context
from meetings.selectors.minutes import MinutesDocument


@transaction.atomic
def open_minutes_pdf(*, document: MinutesDocument, by: User, at: datetime) -> StoredFile:
    """The PDF of minutes; that it was opened is noted. Raises core.pdf.PdfUnavailable."""
    file = pdfs.stored_pdf(
        template=MINUTES_TEMPLATE,
        context=minutes_context(document),
        name=f"{document.meeting.collaboration}, {heading_of(document)}",
        purpose=MINUTES_PURPOSE,
        by=None,
        at=at,
    )
    files.record_opened(file=file, by=by)
    return file
