"""Looking into a zip archive: an office document's kind, and whether its parts are what they say.

Only a limited process does this (``core.limits.running``): nobody else imports it.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO, Final

BROKEN: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
    LookupError, struct.error, zlib.error,
)  # fmt: skip
#: The part by which each kind of Microsoft Office is known, and its content type.
OFFICE: Final = "application/vnd.openxmlformats-officedocument."
OFFICE_PARTS: Final = {
    "word/document.xml": f"{OFFICE}wordprocessingml.document",
    "xl/workbook.xml": f"{OFFICE}spreadsheetml.sheet",
    "ppt/presentation.xml": f"{OFFICE}presentationml.presentation",
}
OPEN_DOCUMENT: Final = re.compile(r"application/vnd\.oasis\.opendocument\.(?:text|spreadsheet)\Z")
MAX_MIMETYPE: Final = 200
LOCAL_HEADER: Final = 30  # bytes before a part's name, in the archive itself
#: Of what the size said for a part may be a multiple of its packed size: deflate cannot do more than 1,032.
MAX_RATIO: Final = 1_100


class Refused(Exception):
    """An archive that is not taken; the word says why ("big", "damaged", "macros", "password")."""


def office_kind(file: BinaryIO, *, max_parts: int, max_unpacked: int) -> tuple[str, str]:
    """Why an archive is refused, or its content type; both empty where it is no office document.

    ``max_unpacked``: bytes of all its parts.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            parts = checked_parts(archive, max_parts=max_parts, max_unpacked=max_unpacked)
            return "", _kind(archive, parts)
    except Refused as refused:
        return str(refused), ""
    except BROKEN:
        return "damaged", ""


def checked_parts(
    archive: zipfile.ZipFile, *, max_parts: int, max_unpacked: int
) -> dict[str, zipfile.ZipInfo]:
    """The parts of an archive by their names. Raises Refused.

    A part that lies over another, that two names or one name twice stand for, whose name leads out of the
    archive, or that would unpack to more than its packing can hold, makes it a damaged one.
    """
    parts = archive.infolist()
    if len(parts) > max_parts or sum(part.file_size for part in parts) > max_unpacked:
        raise Refused("big")
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise Refused("macros")
    if any(part.flag_bits & 0x1 for part in parts):
        raise Refused("password")
    by_name = {plain_name(part.filename): part for part in parts}
    if len(by_name) != len(parts) or any(map(_leads_out, by_name)) or _overlap(parts):
        raise Refused("damaged")
    if any(part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts):
        raise Refused("big")
    return {part.filename: part for part in parts}


def plain_name(name: str) -> str:
    """What every reader of archives takes for one name: capitals and the direction of strokes aside."""
    return name.replace("\\", "/").casefold()


def _leads_out(name: str) -> bool:
    pieces = name.split("/")
    return ".." in pieces or not pieces[0] or ":" in pieces[0] or "\x00" in name


def _overlap(parts: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether a part begins before the one that stands in front of it has ended."""
    end = 0
    for part in sorted(parts, key=lambda each: each.header_offset):
        if part.header_offset < end:
            return True
        name = part.orig_filename.encode("utf-8" if part.flag_bits & 0x800 else "cp437", "replace")
        end = part.header_offset + LOCAL_HEADER + len(name) + part.compress_size
    return False


def _kind(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> str:
    if "mimetype" in parts and parts["mimetype"].file_size < MAX_MIMETYPE:
        said = archive.read("mimetype").decode("ascii", "replace").strip()
        return said if OPEN_DOCUMENT.match(said) else ""
    return next((kind for part, kind in OFFICE_PARTS.items() if part in parts), "")
