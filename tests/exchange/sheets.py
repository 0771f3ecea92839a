"""Spreadsheets for tests, as an officer would bring them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

from exchange.imports.columns import COLUMNS

TITLES = [column.title for column in COLUMNS]


def line(**cells: Any) -> list[Any]:
    """A line in the template's order; what is not said is empty."""
    given = {"joined_on": "01/09/2024", **cells}
    return [given.get(column.key, "") for column in COLUMNS]


def as_csv(
    rows: Sequence[Sequence[Any]],
    headings: Sequence[str] = TITLES,
    encoding: str = "utf-8-sig",
    before: str = "",
) -> bytes:
    text = io.StringIO(newline="")
    text.write(before)
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue().encode(encoding)


def as_xlsx(
    rows: Sequence[Sequence[Any]], headings: Sequence[str] = TITLES, *, above: int = 0, first: str = ""
) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    if first:
        book.add_worksheet(first).write(0, 0, "Read me first")
    sheet = book.add_worksheet("Members")
    for number, row in enumerate([headings, *rows]):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number + above, place, cell)  # type: ignore[arg-type]
            elif cell != "":
                sheet.write(number + above, place, cell)
    book.close()
    return target.getvalue()


def workbook(*tabs: dict[str, Any]) -> bytes:
    """Sheets of rows; ``merged``: ranges with their values, ``hidden``: lines, ``columns``: hidden columns
    from 0, ``is_hidden``: the sheet.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    for number, tab in enumerate(tabs):
        sheet = book.add_worksheet(tab.get("name", f"Tab {number + 1}"))
        for at, row in enumerate(tab["rows"]):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(at, place, cell)
        for top, left, bottom, right, value in tab.get("merged", ()):
            sheet.merge_range(top, left, bottom, right, value)
        for line in tab.get("hidden", ()):
            sheet.set_row(line - 1, None, None, {"hidden": True})
        for column in tab.get("columns", ()):
            sheet.set_column(column, column, None, None, {"hidden": True})
        if tab.get("is_hidden"):
            sheet.hide()
    book.close()
    return target.getvalue()
