"""XLSX by XlsxWriter in constant memory.

Each cell is written by its column's kind, so no text is ever taken for a formula.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

import xlsxwriter
from django.utils.translation import gettext as _

from core.exports.cells import (
    READ,
    as_london_time,
    as_pounds,
    is_blank,
    is_plain,
    without_control_characters,
)
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
Cell = Callable[[int, object], None]
Write = Callable[..., Any]
Read = Callable[[object], Any]
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
    cells = [_cell_of(number, column.kind, sheet, book) for number, column in enumerate(columns)]
    line = 0
    for line, row in enumerate(of.rows, 1):
        for cell, value in zip(cells, row, strict=True):
            cell(line, value)
    if columns:
        sheet.autofilter(0, 0, line, len(columns) - 1)


def _cell_of(number: int, kind: Kind, sheet: Any, book: Any) -> Cell:
    """What writes a value into a column, by its kind. What is as nearly all are is written straight away;
    only the rest is looked at: whether it is blank, what it is read as, how long it is.
    """
    look = book.add_format({"num_format": NUMBER_FORMATS[kind]}) if kind in NUMBER_FORMATS else None
    if kind is Kind.DATE:
        return _other_cell(number, sheet.write_datetime, READ[kind], look, usual=dt.date)
    if kind is Kind.DATETIME:  # none is usual: each is read on London's clock
        return _other_cell(number, sheet.write_datetime, READ[kind], look, usual=None)
    if kind is Kind.MONEY:
        return _money_cell(number, sheet.write_number, look)
    if kind is Kind.NUMBER:
        return _other_cell(number, sheet.write_number, READ[kind], look, usual=int)
    return _text_cell(number, sheet.write_string, READ[kind], is_text=kind is Kind.TEXT)


def _other_cell(number: int, write: Write, read: Read, look: Any, *, usual: type | None) -> Cell:
    def cell(line: int, value: object) -> None:
        if type(value) is usual:
            write(line, number, value, look)
        elif not is_blank(value):
            write(line, number, read(value), look)

    return cell


def _money_cell(number: int, write: Write, look: Any) -> Cell:
    """XlsxWriter makes a float of any number: of whole pence this is the nearest one too."""

    def cell(line: int, value: object) -> None:
        if type(value) is int:
            write(line, number, value / 100, look)
        elif not is_blank(value):
            write(line, number, as_pounds(value), look)

    return cell


def _text_cell(number: int, write: Write, read: Read, *, is_text: bool) -> Cell:
    def cell(line: int, value: object) -> None:
        # Half the limit in characters cannot pass it; surrogate pairs count twice.
        if is_text and is_plain(value) and len(value) <= LONGEST // 2:
            if value:
                write(line, number, value)
        elif not is_blank(value):
            write(line, number, _short_enough(without_control_characters(str(read(value)))))

    return cell


def _short_enough(text: str) -> str:
    if len(text) <= LONGEST // 2:
        return text
    return text.encode("utf-16-le")[: LONGEST * 2].decode("utf-16-le", "ignore")


def _write_notes(book: Any, notes: Notes, bold: Any) -> None:
    sheet = book.add_worksheet(_("Notes"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    for line, (heading, text) in enumerate(notes.lines()):
        sheet.write_string(line, 0, heading, bold)
        sheet.write_string(line, 1, without_control_characters(text))
