"""XLSX by XlsxWriter in constant memory.

Each cell is written by its column's kind, so no text is ever taken for a formula.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

import xlsxwriter
from django.utils.translation import gettext as _

from core.exports.cells import READ, as_london_time, is_blank, without_control_characters
from core.exports.further import Sheet
from core.exports.notes import Notes
from core.tables.columns import Column, Kind, Row

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST = 32_767  # UTF-16 units in one cell: Excel's limit
NUMBER_FORMATS = {Kind.MONEY: "£#,##0.00", Kind.DATE: "dd/mm/yyyy", Kind.DATETIME: "dd/mm/yyyy hh:mm"}


def write_xlsx(
    target: BinaryIO,
    columns: Sequence[Column],
    rows: Iterable[Row],
    notes: Notes,
    more: Sequence[Sheet] = (),
) -> None:
    """Write a sheet of the rows, its headings frozen and with filters, further ones, and one of the notes."""
    # XlsxWriter keeps rows in named files while it works; in a folder of ours none outlives a failure.
    with tempfile.TemporaryDirectory(prefix="sheet-") as folder:
        book = xlsxwriter.Workbook(target, {**OPTIONS, "tmpdir": folder})
        try:
            _fill(book, [Sheet(_("Data"), columns, rows), *more], notes)
        except BaseException:
            _abandon(book)
            raise
        book.close()


def _fill(book: Any, sheets: Sequence[Sheet], notes: Notes) -> None:
    made_at = as_london_time(notes.made_at)
    book.set_properties({"title": notes.title, "author": notes.made_by, "created": made_at})
    bold = book.add_format({"bold": True})
    for sheet in sheets:
        _write_table(book, sheet, bold)
    _write_notes(book, notes, bold)


def _abandon(book: Any) -> None:
    book.fileclosed = True
    for sheet in book.worksheets():
        sheet.row_data_fh.close()


def _write_table(book: Any, of: Sheet, bold: Any) -> None:
    sheet, columns = book.add_worksheet(str(of.title)), of.columns
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, str(column.label), bold)
    cells = [(number, *_cell_of(column.kind, sheet, book)) for number, column in enumerate(columns)]
    line = 0
    for line, row in enumerate(of.rows, 1):
        for (number, write, read, look), value in zip(cells, row, strict=True):
            if not is_blank(value):
                write(line, number, read(value), look)
    if columns:
        sheet.autofilter(0, 0, line, len(columns) - 1)


def _cell_of(kind: Kind, sheet: Any, book: Any) -> tuple[Callable[..., Any], Callable[[object], Any], Any]:
    look = book.add_format({"num_format": NUMBER_FORMATS[kind]}) if kind in NUMBER_FORMATS else None
    if kind in (Kind.DATE, Kind.DATETIME):
        return sheet.write_datetime, READ[kind], look
    if kind in (Kind.NUMBER, Kind.MONEY):
        return sheet.write_number, READ[kind], look
    return sheet.write_string, _short_enough(READ[kind]), look


def _short_enough(read: Callable[[object], object]) -> Callable[[object], str]:
    def text(value: object) -> str:
        whole = without_control_characters(str(read(value)))
        # Half the limit in characters cannot pass it; surrogate pairs count twice.
        if len(whole) <= LONGEST // 2:
            return whole
        return whole.encode("utf-16-le")[: LONGEST * 2].decode("utf-16-le", "ignore")

    return text


def _write_notes(book: Any, notes: Notes, bold: Any) -> None:
    sheet = book.add_worksheet(_("Notes"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    for line, (heading, text) in enumerate(notes.lines()):
        sheet.write_string(line, 0, heading, bold)
        sheet.write_string(line, 1, without_control_characters(text))
