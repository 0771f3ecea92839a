"""Opening an upload safely: gzip, zip or plain, told apart by content and never by name (O7).

Everything is streamed. A file that is too big, inflates too far, is damaged, or is no CSV at all is refused
in words. What is packed is unpacked by a process of its own (``ofsted.imports.unpacking``) into a file; text is
read here, line by line.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, BinaryIO, Final, Self, cast

from django.utils.translation import gettext_noop

from core.limits.running import LimitPassed, Limits, Reader, read_limited
from core.reading.foreign import Foreign, foreign_in
from core.reading.records import Record, Records, RecordTooLong
from core.reasons import Fact, Reason

MEGABYTE: Final = 1024 * 1024
MAX_COMPRESSED: Final = 64 * MEGABYTE
MAX_INFLATED: Final = 200 * MEGABYTE
MAX_LINE: Final = MEGABYTE
MAX_LINES: Final = 1_100_000  # a little more than a spreadsheet has, with or without text
MAX_RATIO: Final = 200
RATIO_COUNTS_FROM: Final = 32 * MEGABYTE
HEAD: Final = 4096

DAMAGE: Final = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, LookupError)

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
NOT_A_TABLE: Final[Mapping[Foreign, str]] = {
    Foreign.EMPTY: EMPTY,
    Foreign.PDF: gettext_noop("This is a PDF. Upload the CSV file that Ofsted publishes beside it."),
    Foreign.OLD_OFFICE: gettext_noop(
        "This is an Excel workbook. Upload the CSV file as Ofsted publishes it, unopened."
    ),
    Foreign.ARCHIVE: gettext_noop(
        "This kind of archive cannot be opened here. Upload the CSV itself, or a zip or gzip of it."
    ),
    Foreign.PICTURE: gettext_noop("This is a picture, not a table."),
    Foreign.RICH_TEXT: gettext_noop("This is a text document. Upload the CSV file as Ofsted publishes it."),
    Foreign.UTF_16: UTF_16,
    Foreign.WEB_PAGE: WEB_PAGE,
}
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


class FileRefused(Exception):
    """The whole file is turned away; `reason` says why and `details` what was expected and found."""

    def __init__(self, sentence: str, details: tuple[Reason, ...] = (), **facts: Fact) -> None:
        self.reason = Reason("O7", sentence, facts)
        self.details = details
        super().__init__(self.reason.in_words())

    def __reduce__(self) -> tuple[Any, ...]:
        return refused_as, (self.reason.sentence, self.details, dict(self.reason.facts))


def refused_as(sentence: str, details: tuple[Reason, ...], facts: Mapping[str, Fact]) -> FileRefused:
    """The refusal as another process said it."""
    return FileRefused(sentence, details, **facts)


#: What a reader of files says when it refuses one, for ``core.limits.running.Reader``.
REFUSAL: Final = (FileRefused,)
SAID_IN_REFUSAL: Final = (refused_as, Reason)
UNPACKING: Final = Reader(
    function="ofsted.imports.unpacking:unpack",
    refusals=REFUSAL,
    holds=SAID_IN_REFUSAL,
    limits=Limits(seconds=60, cpu=20, memory=384, output=MAX_INFLATED // MEGABYTE + 2),
)


class Upload:
    """An opened upload: its lines as bytes, and how far its stored bytes have been read."""

    def __init__(self, file: BinaryIO | str | os.PathLike[str]) -> None:
        self._owned = isinstance(file, (str, os.PathLike))
        self._stored: BinaryIO = open(file, "rb") if isinstance(file, (str, os.PathLike)) else file  # noqa: SIM115
        self._unpacked: BinaryIO | None = None
        self.inflated = 0
        self.ends_open = False  # whether the line given last has no line break
        try:
            self.size = self._stored.seek(0, io.SEEK_END)
            self._lines = self._open()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file if it was opened here, and what it was unpacked into."""
        if self._unpacked is not None:
            self._unpacked.close()
        if self._owned:
            self._stored.close()

    @property
    def position(self) -> int:
        """Bytes of the stored file that have been read; with `size`, the progress."""
        try:
            if self._unpacked is None:
                return min(self._stored.tell(), self.size)
            return self.size * self._unpacked.tell() // max(1, self._unpacked_size)
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

    def _open(self) -> io.BufferedReader:
        self._stored.seek(0)
        head = self._stored.read(HEAD)
        self._stored.seek(0)
        compressed = head.startswith((b"\x1f\x8b", b"PK\x03\x04", b"PK\x05\x06"))
        limit = MAX_COMPRESSED if compressed else MAX_INFLATED
        if self.size > limit:
            raise FileRefused(TOO_BIG, limit=limit // MEGABYTE)
        if not compressed:
            refuse_what_is_no_table(head)
            return io.BufferedReader(_Kept(self._stored), 1 << 18)
        self._unpacked = self._unpack()
        reader: io.BufferedReader = io.BufferedReader(_Kept(self._unpacked), 1 << 18)
        inner = reader.peek(HEAD)[:HEAD]
        if inner.startswith((b"\x1f\x8b", b"PK\x03\x04")):
            raise FileRefused(NESTED)
        refuse_what_is_no_table(inner)
        return reader

    def _unpack(self) -> BinaryIO:
        """The content as a file of its own, unpacked by a limited process."""
        target: Any = tempfile.TemporaryFile()  # noqa: SIM115  closed with the upload
        try:
            read_limited(
                UNPACKING,
                self._stored,
                target=target,
                max_bytes=MAX_INFLATED,
                max_ratio=MAX_RATIO,
                ratio_counts_from=RATIO_COUNTS_FROM,
            )
        except LimitPassed as passed:
            target.close()
            raise FileRefused(passed.sentence) from None
        except BaseException:
            target.close()
            raise
        self._unpacked_size = target.seek(0, io.SEEK_END)
        target.seek(0)
        return cast(BinaryIO, target)


def refusing_long_ones(records: Records) -> Iterator[Record]:
    """The records; raises FileRefused where one is too long."""
    try:
        yield from records
    except RecordTooLong:
        raise FileRefused(LONG_LINE) from None


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


def refuse_what_is_no_table(head: bytes) -> None:
    """Turn away, by their first bytes, the files that people upload in place of the CSV."""
    kind = foreign_in(head)
    if kind is not None:
        raise FileRefused(NOT_A_TABLE[kind])
