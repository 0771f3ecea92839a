"""What a file may be: kinds known by their content, limits, and the purposes that files are kept for.

A purpose is registered by the app whose files they are; ``documents`` keeps and serves them by it.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from core.limits.running import LimitPassed, Limits, Reader, read_limited
from core.malware import Verdict, check_for_malware
from core.text import one_line

MEGABYTE = 1024 * 1024
PIECE = 64 * 1024
MAX_UNPACKED = 300 * MEGABYTE
MAX_PARTS = 5_000
ARCHIVES = Reader(
    function="core.limits.archives:office_kind",
    limits=Limits(seconds=10, cpu=5, memory=256, output=1),
    has_words=False,
)


class Kind(StrEnum):
    """What a file is, seen from its content. The value is the content type it is served with."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    TEXT = "text/plain"
    CSV = "text/csv"
    GZIP = "application/gzip"


ENDINGS: dict[Kind, tuple[str, ...]] = {
    Kind.PDF: ("pdf",),
    Kind.PNG: ("png",),
    Kind.JPEG: ("jpg", "jpeg"),
    Kind.DOCX: ("docx",),
    Kind.XLSX: ("xlsx",),
    Kind.PPTX: ("pptx",),
    Kind.ODT: ("odt",),
    Kind.ODS: ("ods",),
    Kind.TEXT: ("txt",),
    Kind.CSV: ("csv",),
    Kind.GZIP: ("gz",),
}
#: What a kind of file is called in lists and on buttons.
KIND_NAMES: dict[str, str] = {
    Kind.PDF.value: "PDF",
    Kind.DOCX.value: "Word",
    Kind.XLSX.value: "Excel",
    Kind.PPTX.value: "PowerPoint",
    Kind.ODT.value: "ODT",
    Kind.ODS.value: "ODS",
    Kind.PNG.value: "PNG",
    Kind.JPEG.value: "JPEG",
    Kind.TEXT.value: "TXT",
    Kind.CSV.value: "CSV",
    Kind.GZIP.value: "GZIP",
    "application/zip": "ZIP",
}
DOCUMENTS = frozenset(
    {Kind.PDF, Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS, Kind.PNG, Kind.JPEG, Kind.TEXT}
)
SIGNATURES = (
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x1f\x8b\x08", Kind.GZIP),
)


class RefusedFile(ValueError):
    """The file is not taken; the message says why, in words for people."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why files of one sort are kept: who may read them, what they are in words, what they may be and how
    big.
    """

    identifier: str
    may_read: Callable[[Any, Any], bool]  # (user, stored file) -> yes or no, asked at every download
    label: Any = ""
    #: (stored file) -> name and address of the page that it belongs to, or None
    place: Callable[[Any], tuple[str, str] | None] | None = None
    kinds: frozenset[Kind] = DOCUMENTS
    most_bytes: int = 20 * MEGABYTE
    ending_must_fit: bool = (
        False  # refuse a name that says another kind than the content is (a web page named .pdf)
    )
    #: To whoever may not read such a file it does not exist: it is in no list of files, and its number is 404.
    is_confidential: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a file found."""

    name: str
    content_type: str
    size: int
    sha256: str


_purposes: dict[str, Purpose] = {}


def register_purpose(purpose: Purpose) -> Purpose:
    """Make a purpose known. Registering the same name again replaces it only by an equal one."""
    known = _purposes.setdefault(purpose.identifier, purpose)
    if known != purpose:
        raise ValueError(f"two purposes are called {purpose.identifier}")
    return purpose


def find_purpose(identifier: str) -> Purpose | None:
    """The purpose of this name, or None: a file whose purpose nobody knows is read by nobody."""
    return _purposes.get(identifier)


def purposes() -> dict[str, Purpose]:
    """Every purpose by its name, in the order of the names."""
    return dict(sorted(_purposes.items()))


def _not_one_of(name: str, kind: Kind | None, purpose: Purpose) -> str:
    """Which kinds are taken; first, where the name says one of them, that the file is none."""
    taken = _("The file must be one of: %(kinds)s.") % {"kinds": kinds_in_words(purpose.kinds)}
    ending = name.rpartition(".")[2].lower()
    said = next((each for each in purpose.kinds if ending in ENDINGS[each] and each is not kind), None)
    if said is None:
        return taken
    words = {"kind": kinds_in_words(frozenset({said})), "ending": ending}
    return " ".join([_("This is not a %(kind)s, although its name ends in .%(ending)s.") % words, taken])


def check_file(file: BinaryIO, *, name: str, purpose: Purpose, is_scanned: bool = False) -> Checked:
    """Read an upload once, piece by piece, and say what it is. Raises RefusedFile with the reason.

    The scanner looks before anything of it is read (decision 0031); ``is_scanned``: it has.
    """
    size, sha256 = measured(file, most=purpose.most_bytes)
    if size == 0:
        raise RefusedFile(_("The file is empty."))
    if not is_scanned:
        refuse_malware(file)
    kept_name = safe_name(name)
    kind = _kind_of(file, kept_name)
    if kind is None or kind not in purpose.kinds:
        raise RefusedFile(_not_one_of(kept_name, kind, purpose))
    if not kept_name.lower().endswith(tuple(f".{ending}" for ending in ENDINGS[kind])):
        if purpose.ending_must_fit:
            raise RefusedFile(_misnamed(kept_name, kind))
        kept_name = f"{kept_name}.{ENDINGS[kind][0]}"
    file.seek(0)
    return Checked(name=kept_name, content_type=kind.value, size=size, sha256=sha256)


def refuse_malware(file: BinaryIO) -> None:
    """Raise RefusedFile for what the scanner finds in a file, or while it cannot look (docs/decisions/0031)."""
    verdict = check_for_malware(file)
    if verdict is Verdict.FOUND:
        raise RefusedFile(
            _(
                "The file was not taken: the virus scanner found something harmful in it. Tell your IT support."
            )
        )
    if verdict is Verdict.UNKNOWN:
        raise RefusedFile(_("The file could not be checked for viruses. Try again in a few minutes."))


def measured(file: BinaryIO, *, most: int | None = None) -> tuple[int, str]:
    """Size and SHA-256 of a file, read piece by piece.

    Raises RefusedFile as soon as it is bigger than ``most`` bytes.
    """
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while piece := file.read(PIECE):
        size += len(piece)
        if most is not None and size > most:
            raise RefusedFile(_("The file must be smaller than %(size)s MB.") % {"size": most // MEGABYTE})
        digest.update(piece)
    return size, digest.hexdigest()


def kinds_in_words(kinds: frozenset[Kind]) -> str:
    return ", ".join(sorted(ENDINGS[kind][0].upper() for kind in kinds))


def safe_name(name: str) -> str:
    """The last part of a name from outside, without what could confuse a header, a folder or a reader."""
    last = re.split(r"[/\\]", one_line(name))[-1]
    printable = "".join(letter for letter in last if letter.isprintable() and letter not in '"<>:|?*;')
    stem, dot, ending = " ".join(printable.split()).rstrip(". ").rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = f"{stem}{dot}{ending}", "", ""
    return f"{stem.strip('. ')[:100] or _('file')}{dot}{ending}"


def _misnamed(name: str, kind: Kind) -> str:
    ending = name.rpartition(".")[2] if "." in name else ""
    if kind is Kind.TEXT:
        return _(
            "The file is no document that people can open safely: inside it is text or the code of a web"
            " page. Save it as a PDF."
        )
    if not ending:
        return _("The name of the file must end in .%(fits)s, because that is what it is inside.") % {
            "fits": ENDINGS[kind][0]
        }
    words = {"ending": ending, "fits": ENDINGS[kind][0]}
    return (
        _(
            "The name of the file ends in .%(ending)s, but inside it is .%(fits)s. Save it again under the"
            " right name."
        )
        % words
    )


def _kind_of(file: BinaryIO, name: str) -> Kind | None:
    file.seek(0)
    start = file.read(PIECE)
    for signature, kind in SIGNATURES:
        if start.startswith(signature):
            return kind
    if start.startswith(b"PK\x03\x04"):
        return _kind_of_archive(file)
    if _is_text(file):
        return Kind.CSV if name.lower().endswith(".csv") else Kind.TEXT
    return None


def _kind_of_archive(file: BinaryIO) -> Kind | None:
    """What an archive is, as a limited process sees it: this one reads no more than its first bytes."""
    try:
        problem, kind = read_limited(ARCHIVES, file, max_parts=MAX_PARTS, max_unpacked=MAX_UNPACKED)
    except LimitPassed as passed:
        raise RefusedFile(passed.in_words()) from None
    if problem:
        raise RefusedFile(_archive_problems()[problem])
    return Kind(kind) if kind else None


def _archive_problems() -> dict[str, str]:
    return {
        "big": _("The file is too big once it is unpacked."),
        "macros": _("The file holds macros. Save it without macros and upload it again."),
        "damaged": _("The file is damaged and cannot be opened."),
        "password": _("The file has a password. Save it without one and upload it again."),
    }


def _is_text(file: BinaryIO) -> bool:
    """Whether the whole file is UTF-8, or Windows' one-byte text,
    with no character that text does not have.
    """
    return any(_reads_as(file, encoding) for encoding in ("utf-8", "cp1252"))


def _reads_as(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(PIECE):
            if any(letter < " " and letter not in "\t\n\r\f\x1a" for letter in set(decoder.decode(piece))):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
