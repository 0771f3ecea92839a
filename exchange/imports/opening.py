"""Opening an upload: a workbook (XLSX) or comma separated text, as
lines of texts with the numbers that people see.

Only a limited process does this (``core.limits``): nobody but ``exchange.imports.reading`` imports it. A workbook
is measured and packed anew before it is given to its reader (``exchange.imports.workbook``).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from python_calamine import CalamineWorkbook

from exchange.imports.lines import SheetRow
from exchange.imports.workbook import MANY_LINES, repacked
from ofsted.imports.opening import DAMAGED, FileRefused
from ofsted.imports.records import Records

MEGABYTE: Final = 1024 * 1024
MAX_LINES: Final = 5_000
MAX_COLUMNS: Final = 200
MAX_UNPACKED: Final = 60 * MEGABYTE
LONGEST_CELL: Final = 500


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
    measured = repacked(data, max_lines=MAX_LINES, max_columns=MAX_COLUMNS, max_unpacked=MAX_UNPACKED)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(measured))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield (SheetRow(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1))
    except (KeyboardInterrupt, SystemExit, GeneratorExit, FileRefused):
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        raise FileRefused(DAMAGED) from error


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
