"""The one-page summary for staff as a file (C9)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import Collaboration
from documents.models import StoredFile
from documents.services import files, pdfs
from memberships.pdf import SUMMARY_PURPOSE, SUMMARY_TEMPLATE, staff_summary


@transaction.atomic
def open_staff_summary(*, collaboration: Collaboration, by: User, at: datetime) -> StoredFile:
    """The summary as a PDF, made once while nothing in it changes; that it was opened is noted. Raises core.pdf.PdfUnavailable."""
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
