"""Files that are brought in place of a members' list, each refused by what it is and with what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop

from core.reading.foreign import Foreign, foreign_archive, foreign_in
from ofsted.imports.opening import DAMAGED, EMPTY, FileRefused

HEAD: Final = 4096
SENTENCES: Final[Mapping[Foreign, str]] = {
    Foreign.EMPTY: EMPTY,
    Foreign.PDF: gettext_noop("This is a PDF. Upload the spreadsheet that it was made from."),
    Foreign.OLD_OFFICE: gettext_noop(
        "This is a workbook with a password, or a file of an older format (XLS, DOC). Take the password off,"
        " save it as XLSX and upload that."
    ),
    Foreign.ARCHIVE: gettext_noop("This is an archive. Upload the spreadsheet that is inside."),
    Foreign.PICTURE: gettext_noop("This is a picture. Upload the spreadsheet itself."),
    Foreign.RICH_TEXT: gettext_noop(
        "This is a text document. Copy its table into a spreadsheet, save that as XLSX and upload it."
    ),
    Foreign.UTF_16: gettext_noop(
        "This file is saved as Unicode text (UTF-16). Save it as “CSV UTF-8” or as XLSX and upload that."
    ),
    Foreign.WEB_PAGE: gettext_noop(
        "This is a web page, whatever its name says. Open it in your spreadsheet program, save it as XLSX and"
        " upload that."
    ),
    Foreign.BINARY_WORKBOOK: gettext_noop(
        "This is a binary workbook (XLSB). Save it as XLSX and upload that."
    ),
    Foreign.OPEN_DOCUMENT: gettext_noop(
        "This is an OpenDocument file (such as ODS). Save it as XLSX or CSV and upload that."
    ),
    Foreign.NUMBERS: gettext_noop("This is a Numbers spreadsheet. Export it as XLSX or CSV and upload that."),
    Foreign.OFFICE_DOCUMENT: gettext_noop(
        "This is a document or a presentation. Copy its table into a spreadsheet, save that as XLSX and upload"
        " it."
    ),
}


def refuse_foreign(data: bytes) -> None:
    """Raise FileRefused for what is neither a workbook (XLSX) nor a text."""
    kind = foreign_in(data[:HEAD])
    if kind is None and data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                kind = foreign_archive(set(archive.namelist())) or Foreign.ARCHIVE
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError) as error:
            raise FileRefused(DAMAGED) from error
    elif kind is None and data.startswith(b"\x1f\x8b"):
        kind = Foreign.ARCHIVE
    if kind is not None and kind is not Foreign.WORKBOOK:
        raise FileRefused(SENTENCES[kind])
