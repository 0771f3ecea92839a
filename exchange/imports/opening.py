"""Opening an upload: a workbook (XLSX) or comma separated text, as
lines of texts with the numbers that people see.

A workbook is looked through before it is given to the reader: one cell far out on an empty sheet would fill
the memory.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from xml.parsers import expat

from django.utils.translation import gettext_noop
from python_calamine import CalamineWorkbook

from core.reading.records import Records
from core.reasons import Reason
from ofsted.imports.opening import DAMAGED, FileRefused

MEGABYTE: Final = 1024 * 1024
MAX_LINES: Final = 5_000
MAX_COLUMNS: Final = 200
MAX_UNPACKED: Final = 60 * MEGABYTE
LONGEST_CELL: Final = 500

MANY_LINES: Final = gettext_noop(
    "The spreadsheet has more than %(limit)d lines. Split it and load one part after the other."
)
FAR_OUT: Final = gettext_noop(
    "The spreadsheet has cells far away from its table. Copy the table into a new spreadsheet and upload"
    " that."
)
UNPACKED: Final = gettext_noop(
    "The spreadsheet is too big once it is unpacked. Copy the table into a new one, without pictures."
)


class SheetRow(NamedTuple):
    """One line: its number, and its cells or what is wrong with it."""

    number: int
    cells: Sequence[str]
    problem: Reason | None = None


def tables_in(data: bytes) -> Iterator[Iterator[SheetRow]]:
    """The sheets of a workbook, or the one table of a text. Raises FileRefused."""
    if data.startswith(b"PK\x03\x04"):
        yield from _sheets(data)
    else:
        yield _text_lines(data)


def _text_lines(data: bytes) -> Iterator[SheetRow]:
    lines = io.BytesIO(data.removeprefix(b"\xef\xbb\xbf"))
    for count, record in enumerate(Records(lines), 1):
        if count > MAX_LINES:
            raise FileRefused(MANY_LINES, limit=MAX_LINES)
        cells = [] if record.problem else [_unguarded(_short(cell)) for cell in record.cells]
        yield SheetRow(record.line, cells, record.problem)


def _unguarded(text: str) -> str:
    """Without the apostrophe that our own exports set before what a spreadsheet would run."""
    return text[1:] if text.startswith("'") and text[1:2] in "=+-@" else text


def _sheets(data: bytes) -> Iterator[Iterator[SheetRow]]:
    _look_through(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield (SheetRow(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1))
    except (KeyboardInterrupt, SystemExit, GeneratorExit, FileRefused):
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        raise FileRefused(DAMAGED) from error


def _look_through(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise FileRefused(UNPACKED)
            for part in archive.namelist():
                if part.lower().startswith("xl/worksheets/") and part.lower().endswith(".xml"):
                    with archive.open(part) as sheet:
                        _measure(sheet)
    except FileRefused:
        raise
    except (
        zipfile.BadZipFile,
        expat.ExpatError,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise FileRefused(DAMAGED) from error


class _Extent:
    """How far the cells of a sheet lie out, whether they say where they are or only follow each other."""

    def __init__(self) -> None:
        self.row = self.column = 0

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "row":
            self.row = _address(attributes["r"])[1] if "r" in attributes else self.row + 1
            self.column = 0
        elif name == "c":
            self.column, row = _address(attributes["r"]) if "r" in attributes else (self.column + 1, self.row)
            self.row = max(self.row, row)
        if self.row > MAX_LINES:
            raise FileRefused(MANY_LINES if self.row < 10 * MAX_LINES else FAR_OUT, limit=MAX_LINES)
        if self.column > MAX_COLUMNS:
            raise FileRefused(FAR_OUT)

    def refuse_document_type(self, *_: Any) -> None:
        """No spreadsheet declares one; with it come entities that unfold without end."""
        raise FileRefused(DAMAGED)


def _measure(sheet: Any) -> None:
    """Refuse a sheet whose cells lie further out than any list of members.

    Nothing of it is kept in memory.
    """
    extent, parser = _Extent(), expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = extent.see
    parser.StartDoctypeDeclHandler = extent.refuse_document_type
    parser.ParseFile(sheet)


def _address(text: str) -> tuple[int, int]:
    """Column and row of "AB12" (or of "12"); noughts for anything else."""
    text = text.replace("$", "")
    letters = text.rstrip("0123456789")
    digits = text[len(letters) :]
    if len(letters) > 4 or len(digits) > 9 or not text.isascii():
        return MAX_COLUMNS + 1, MAX_LINES + 1
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column, int(digits or 0)


def _text(cell: Any) -> str:
    """A cell as a person reads it: days as day/month/year, whole numbers without a point."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}" if cell.year >= 1000 else str(cell.date())
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}" if cell.year >= 1000 else str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _short(str(cell))


def _short(text: str) -> str:
    return text[:LONGEST_CELL]
