"""Files that people upload in a table's place, recognised by their first bytes: one recognition for every
upload.

Each import says in its own words what to do instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum, auto
from typing import Final

from core.reading.encodings import is_utf_16


class Foreign(StrEnum):
    """What a file is that is no table."""

    EMPTY = auto()
    PDF = auto()
    OLD_OFFICE = auto()  # an old workbook or document, or a new one with a password
    ARCHIVE = auto()
    PICTURE = auto()
    RICH_TEXT = auto()
    UTF_16 = auto()
    WEB_PAGE = auto()
    WORKBOOK = auto()
    BINARY_WORKBOOK = auto()
    OPEN_DOCUMENT = auto()
    NUMBERS = auto()
    OFFICE_DOCUMENT = auto()


_MARKS: Final = (
    (b"%PDF", Foreign.PDF),
    (b"\xd0\xcf\x11\xe0", Foreign.OLD_OFFICE),
    (b"7z\xbc\xaf", Foreign.ARCHIVE),
    (b"Rar!", Foreign.ARCHIVE),
    (b"BZh", Foreign.ARCHIVE),
    (b"\xfd7zXZ", Foreign.ARCHIVE),
    (b"\x89PNG", Foreign.PICTURE),
    (b"\xff\xd8\xff", Foreign.PICTURE),
    (b"GIF8", Foreign.PICTURE),
    (b"{\\rtf", Foreign.RICH_TEXT),
)
_PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")
_BLANK: Final = b"\x00 \t\r\n\xef\xbb\xbf"
_COMMENTS: Final = re.compile(rb"(?:\s*<!--.*?-->)+", re.DOTALL)
_WEB: Final = (b"<!doctype", b"<html", b"<head", b"<?xml", b"<body", b"<table", b"<!--")


def foreign_in(head: bytes) -> Foreign | None:
    """What a file is by its first bytes; None for what may be a text, a zip or a gzip."""
    if not head.strip(_BLANK):
        return Foreign.EMPTY
    for mark, kind in _MARKS:
        if head.startswith(mark):
            return kind
    if head.startswith(_PACKED):
        return None
    if is_utf_16(head):
        return Foreign.UTF_16
    start = _COMMENTS.sub(b"", head.lstrip(_BLANK), count=1).lstrip()[:64].lower()
    return Foreign.WEB_PAGE if start.startswith(_WEB) else None


def foreign_archive(names: Collection[str]) -> Foreign | None:
    """What a zip is by the names of its parts; None for one that holds ordinary files."""
    if "xl/workbook.xml" in names:
        return Foreign.WORKBOOK
    if "xl/workbook.bin" in names:
        return Foreign.BINARY_WORKBOOK
    if "mimetype" in names and "content.xml" in names:
        return Foreign.OPEN_DOCUMENT
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        return Foreign.NUMBERS
    return Foreign.OFFICE_DOCUMENT if "[Content_Types].xml" in names else None
