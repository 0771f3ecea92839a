"""Opening an upload safely: gzip, zip or plain, told apart by content and never by name (O7).

Everything is streamed. A file that is too big, inflates too far, is damaged, or is no CSV at all is refused
in words.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import BinaryIO, Final, Self

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason

MEGABYTE: Final = 1024 * 1024
MAX_COMPRESSED: Final = 64 * MEGABYTE
MAX_INFLATED: Final = 200 * MEGABYTE
MAX_LINE: Final = MEGABYTE
MAX_LINES: Final = 1_100_000  # a little more than a spreadsheet has, with or without text
MAX_RATIO: Final = 200
RATIO_COUNTS_FROM: Final = 32 * MEGABYTE
HEAD: Final = 4096

DAMAGE: Final = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, LookupError, struct.error, zlib.error,
                 zipfile.BadZipFile, zipfile.LargeZipFile)  # fmt: skip

NOT_A_TABLE: Final = (
    (b"%PDF", gettext_noop("This is a PDF. Upload the CSV file that Ofsted publishes beside it.")),
    (b"\xd0\xcf\x11\xe0", gettext_noop("This is an Excel workbook. Upload the CSV file as Ofsted publishes it, unopened.")),
    (b"7z\xbc\xaf", gettext_noop("This kind of archive cannot be opened here. Upload the CSV itself, or a zip or gzip of it.")),
    (b"Rar!", gettext_noop("This kind of archive cannot be opened here. Upload the CSV itself, or a zip or gzip of it.")),
    (b"BZh", gettext_noop("This kind of archive cannot be opened here. Upload the CSV itself, or a zip or gzip of it.")),
    (b"\xfd7zXZ", gettext_noop("This kind of archive cannot be opened here. Upload the CSV itself, or a zip or gzip of it.")),
    (b"\x89PNG", gettext_noop("This is a picture, not a table.")),
    (b"\xff\xd8\xff", gettext_noop("This is a picture, not a table.")),
)  # fmt: skip
UTF_16: Final = gettext_noop(
    "This file is saved as Unicode text (UTF-16). Save it as “CSV UTF-8” and upload it again."
)
WEB_PAGE: Final = gettext_noop(
    "This is a web page. Open the page it came from and download the CSV file itself."
)
WORKBOOK: Final = gettext_noop(
    "This is a spreadsheet (%(kind)s). Upload the CSV file as Ofsted publishes it, unopened: spreadsheets"
    " change values."
)
EMPTY: Final = gettext_noop("The file is empty.")
DAMAGED: Final = gettext_noop(
    "The file is damaged or was not uploaded whole. Download it again and upload the new copy."
)
TOO_BIG: Final = gettext_noop("The file is larger than %(limit)d MB. Ofsted’s national file is about 25 MB.")
BOMB: Final = gettext_noop(
    "The file unpacks to far more than its size. It was not read further. Upload the CSV file as Ofsted"
    " publishes it."
)
LONG_LINE: Final = gettext_noop(
    "A line of this file is longer than any line of a table. It is not a CSV file."
)
MANY_LINES: Final = gettext_noop(
    "The file has more than %(limit)d lines. Ofsted’s national file has about 71,000."
)
NESTED: Final = gettext_noop("There is another archive inside this one. Upload the CSV file itself.")
SEVERAL: Final = gettext_noop("This zip holds %(count)d files. Upload a zip with the one CSV file in it.")
ENCRYPTED: Final = gettext_noop("This zip has a password. Upload the CSV file without one.")
ZIP_METHOD: Final = gettext_noop(
    "This zip is packed in a way that cannot be opened here. Upload the CSV file itself."
)


#: Spaces and comments before the first element of a web page; the last comment may reach beyond the first bytes.
_LEADING_COMMENTS: Final = re.compile(rb"\A(?:\s|<!--.*?-->)*", re.DOTALL)


class FileRefused(Exception):
    """The whole file is turned away; `reason` says why and `details` what was expected and found."""

    def __init__(self, sentence: str, details: tuple[Reason, ...] = (), **facts: Fact) -> None:
        self.reason = Reason("O7", sentence, facts)
        self.details = details
        super().__init__(self.reason.in_words())


class Upload:
    """An opened upload: its lines as bytes, and how far its stored bytes have been read."""

    def __init__(self, file: BinaryIO | str | os.PathLike[str]) -> None:
        self._owned = isinstance(file, (str, os.PathLike))
        self._stored: BinaryIO = open(file, "rb") if isinstance(file, (str, os.PathLike)) else file  # noqa: SIM115
        self.inflated = 0
        self.ends_open = False  # whether the line given last has no line break
        try:
            self.size = self._stored.seek(0, io.SEEK_END)
            self._compressed, self._lines = self._open()
        except FileRefused:
            self.close()
            raise
        except DAMAGE as error:
            self.close()
            raise FileRefused(DAMAGED) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file if it was opened here."""
        if self._owned:
            self._stored.close()

    @property
    def position(self) -> int:
        """Bytes of the stored file that have been read; with `size`, the progress."""
        try:
            return min(self._stored.tell(), self.size)
        except ValueError:
            return self.size

    def lines(self) -> Iterator[bytes]:
        """Every line with its line break, the byte order mark taken
        away; raises FileRefused when it has to stop.
        """
        count = 0
        try:
            while line := self._lines.readline(MAX_LINE + 1):
                self.inflated += len(line)
                count += 1
                self._check_size(line, count)
                self.ends_open = not line.endswith(b"\n")
                yield line.removeprefix(b"\xef\xbb\xbf") if count == 1 else line
        except DAMAGE as error:
            raise FileRefused(DAMAGED) from error

    def _check_size(self, line: bytes, count: int) -> None:
        if len(line) > MAX_LINE:
            raise FileRefused(LONG_LINE)
        if count > MAX_LINES:
            raise FileRefused(MANY_LINES, limit=MAX_LINES)
        if self.inflated > MAX_INFLATED:
            raise FileRefused(TOO_BIG, limit=MAX_INFLATED // MEGABYTE)
        if self._compressed and self.inflated > RATIO_COUNTS_FROM and self.inflated > MAX_RATIO * self.size:
            raise FileRefused(BOMB)

    def _open(self) -> tuple[bool, io.BufferedReader]:
        self._stored.seek(0)
        head = self._stored.read(HEAD)
        self._stored.seek(0)
        compressed = head.startswith((b"\x1f\x8b", b"PK\x03\x04", b"PK\x05\x06"))
        limit = MAX_COMPRESSED if compressed else MAX_INFLATED
        if self.size > limit:
            raise FileRefused(TOO_BIG, limit=limit // MEGABYTE)
        if not compressed:
            refuse_what_is_no_table(head)
            return False, io.BufferedReader(_Kept(self._stored), 1 << 18)
        reader = _inflated(self._stored, head)
        inner = reader.peek(HEAD)[:HEAD]
        if inner.startswith((b"\x1f\x8b", b"PK\x03\x04")):
            raise FileRefused(NESTED)
        refuse_what_is_no_table(inner)
        return True, reader


class _Kept(io.RawIOBase):
    """Reads from a file that somebody else closes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _inflated(stored: BinaryIO, head: bytes) -> io.BufferedReader:
    if head.startswith(b"\x1f\x8b"):
        return io.BufferedReader(gzip.GzipFile(fileobj=stored, mode="rb"), 1 << 18)
    archive = zipfile.ZipFile(stored)
    member = _only_table(archive)
    return io.BufferedReader(archive.open(member), 1 << 18)  # type: ignore[arg-type]


def _only_table(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one CSV file of a zip."""
    names = {info.filename for info in archive.infolist()}
    if "[Content_Types].xml" in names:
        raise FileRefused(WORKBOOK, kind="Microsoft Office")
    if "mimetype" in names and "content.xml" in names:
        raise FileRefused(WORKBOOK, kind="OpenDocument")
    members = [info for info in archive.infolist() if not info.is_dir() and not _is_clutter(info.filename)]
    tables = [info for info in members if info.filename.lower().endswith((".csv", ".txt"))] or members
    if not tables:
        raise FileRefused(EMPTY)
    if len(tables) > 1:
        raise FileRefused(SEVERAL, count=len(tables))
    if tables[0].flag_bits & 0x1:
        raise FileRefused(ENCRYPTED)
    if tables[0].compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FileRefused(ZIP_METHOD)
    return tables[0]


def _is_clutter(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def refuse_what_is_no_table(head: bytes) -> None:
    """Turn away, by their first bytes, the files that people upload in place of the CSV."""
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FileRefused(EMPTY)
    for mark, sentence in NOT_A_TABLE:
        if head.startswith(mark):
            raise FileRefused(sentence)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(b"\x00") > len(head) // 4:
        raise FileRefused(UTF_16)
    start = _LEADING_COMMENTS.sub(b"", head.removeprefix(b"\xef\xbb\xbf"))[:64].lower()
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<body", b"<!--")):
        raise FileRefused(WEB_PAGE)
