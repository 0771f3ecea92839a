"""PDFs, each made once: the file is found again by the hash of everything it was made from."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from accounts.models import Authority, User
from core import pdf
from core.files import Checked, Kind, safe_name
from core.scoping import current_authority_id
from documents.models import StoredFile
from documents.services import files


@transaction.atomic
def stored_pdf(
    *, template: str, context: Mapping[str, Any], name: str, purpose: str, by: User | None, at: datetime
) -> StoredFile:
    """The document as a stored PDF: the one that is kept already, or a new one.

    Raises core.pdf.PdfUnavailable.
    """
    html = _html(template, context)
    print_of = pdf.fingerprint(html)
    _one_at_a_time(print_of)
    kept = _kept(purpose, print_of)
    if kept is not None:
        return kept
    content = pdf.render(html)
    checked = Checked(
        name=safe_name(f"{name}.pdf"),
        content_type=Kind.PDF.value,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return files.store(
        file=io.BytesIO(content), checked=checked, purpose=purpose, by=by, at=at, fingerprint=print_of
    )


def kept_pdf(*, template: str, context: Mapping[str, Any], purpose: str) -> StoredFile | None:
    """The document if it was made already; it is never made here."""
    return _kept(purpose, pdf.fingerprint(_html(template, context)))


def _html(template: str, context: Mapping[str, Any]) -> str:
    return pdf.document_html(template, context, authority=Authority.objects.get(pk=current_authority_id()))


def _kept(purpose: str, print_of: str) -> StoredFile | None:
    return StoredFile.objects.filter(purpose=purpose, fingerprint=print_of).first()


def _one_at_a_time(print_of: str) -> None:
    # Two people who ask for the same new document wait for one making of it.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [current_authority_id() % 2**31, print_of]
        )
