"""Opening an upload: a workbook (XLSX) or separated text, as tables of lines of texts with the numbers that
people see.

Only a limited process does this (``core.limits``): nobody but ``exchange.imports.reading`` imports it. A
workbook is measured and packed anew before it is given to its reader (``exchange.imports.workbooks``).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from core.reading.encodings import as_utf_8, decode
from core.reading.records import Records, RecordTooLong
from core.reading.separators import Known, separator_of
from exchange.imports.columns import HEADER_WITHIN, known_headings
from exchange.imports.rows import SheetRow, SheetTable
from exchange.imports.workbooks import MANY_LINES, MANY_MERGED, MAX_LINES, MAX_MERGED, measured
from ofsted.imports.opening import DAMAGED, LONG_LINE, FileRefused

LONGEST_CELL: Final = 500
#: The first and the last cell of a merged range, each as line and column from 0.
Range = tuple[tuple[int, int], tuple[int, int]]


def _known(cells: Sequence[str]) -> int:
    return len(known_headings(cells))


def tables_in(data: bytes, *, known: Known = _known) -> list[SheetTable]:
    """Every sheet of a workbook in its order, or the one table of a text. Raises FileRefused.

    ``known``: how many cells of a line are headings, by which the separator of a text is found.
    """
    if data.startswith(b"PK\x03\x04"):
        return _sheets(data)
    return [_text_table(data, known)]


def _text_table(data: bytes, known: Known) -> SheetTable:
    try:
        text = as_utf_8(data)
    except UnicodeDecodeError as error:
        raise FileRefused(DAMAGED) from error
    first_lines = [
        decode(line) or line.decode("latin-1") for line in text.splitlines(keepends=True)[:HEADER_WITHIN]
    ]
    separator = separator_of(first_lines, known)
    records = Records(io.BytesIO(text), separator)
    rows: list[SheetRow] = []
    try:
        for record in records:
            if len(rows) == MAX_LINES:
                raise FileRefused(MANY_LINES, limit=MAX_LINES)
            cells = [] if record.problem else [_unguarded(_short(cell)) for cell in record.cells]
            rows.append(SheetRow(record.line, cells, record.problem))
    except RecordTooLong:
        raise FileRefused(LONG_LINE) from None
    return SheetTable("", rows, blank_rows=records.blank)


def _unguarded(text: str) -> str:
    """Without the apostrophe that our own exports set before what a spreadsheet would run."""
    return text[1:] if text.startswith("'") and text[1:2] in "=+-@" else text


def _sheets(data: bytes) -> list[SheetTable]:
    workbook = measured(data)
    tables, budget = [], _Budget()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(workbook.content))
        for facts in book.sheets_metadata:
            if facts.typ != SheetTypeEnum.WorkSheet:
                continue
            if facts.visible != SheetVisibleEnum.Visible:
                tables.append(SheetTable(facts.name, [], is_hidden=True))
                continue
            hidden_lines = workbook.hidden_lines.get(facts.name, frozenset())
            rows = _rows(book.get_sheet_by_name(facts.name), hidden_lines, budget)
            hidden_columns = workbook.hidden_columns.get(facts.name, frozenset())
            tables.append(SheetTable(facts.name, rows, hidden_columns=hidden_columns))
    except (KeyboardInterrupt, SystemExit, GeneratorExit, FileRefused):
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        raise FileRefused(DAMAGED) from error
    return tables


class _Budget:
    """How many lines and merged cells are left for the whole workbook."""

    def __init__(self) -> None:
        self.lines, self.merged = MAX_LINES, MAX_MERGED

    def take_lines(self, number: int) -> None:
        self.lines -= number
        if self.lines < 0:
            raise FileRefused(MANY_LINES, limit=MAX_LINES)

    def take_merged(self, number: int) -> None:
        self.merged -= number
        if self.merged < 0:
            raise FileRefused(MANY_MERGED)


def _rows(sheet: CalamineSheet, hidden: frozenset[int], budget: _Budget) -> list[SheetRow]:
    cells = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    ranges = sheet.merged_cell_ranges or ()
    _reach_down(cells, ranges)
    budget.take_lines(len(cells))
    across = _fill_merged(cells, ranges, budget)
    return [
        SheetRow(
            number,
            row,
            is_hidden=number in hidden,
            across=frozenset(across.get(number - 1, ())),
        )
        for number, row in enumerate(cells, 1)
    ]


def _reach_down(cells: list[list[str]], ranges: Iterable[Range]) -> None:
    """Lines at the end that hold nothing but merged cells belong to the table, unless they go on for ever."""
    height, width = len(cells), max(map(len, cells), default=0)
    bottoms = [bottom + 1 for (top, left), (bottom, _) in ranges if top < height and left < width]
    end = max((bottom for bottom in bottoms if bottom <= MAX_LINES), default=height)
    cells.extend([""] * width for _ in range(end - height))


def _fill_merged(cells: list[list[str]], ranges: Iterable[Range], budget: _Budget) -> dict[int, set[int]]:
    """Give each cell of a merged range the range's value; the places that were filled from the left, by row.

    A range may reach beyond the table: only what lies in it is filled.
    """
    across: dict[int, set[int]] = {}
    height, width = len(cells), max(map(len, cells), default=0)
    for (top, left), (bottom, right) in ranges:
        if top >= height or left >= width:
            continue
        bottom, right = min(bottom, height - 1), min(right, width - 1)
        budget.take_merged(max(0, bottom - top + 1) * max(0, right - left + 1))
        value = cells[top][left]
        for row in range(top, bottom + 1):
            cells[row][left : right + 1] = [value] * (right + 1 - left)
            if right > left:
                across.setdefault(row, set()).update(range(left + 1, right + 1))
    return across


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
