"""Sheets of the supplement (S11): 45,000 lines as XLSX against XlsxWriter, as CSV against the csv module.

The lines are those of a payment file, made up by the same generator for everybody, so that only the writing
differs. Peak memory is the process's: what it has before it writes anything stands in the row of the empty sheet.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, BinaryIO

import xlsxwriter

from benchmarks.report import LIMIT, Contender, Job
from benchmarks.servers import Superuser
from core.exports.comma_separated import write_csv
from core.exports.notes import Notes
from core.exports.xlsx import write_xlsx
from core.tables.columns import Column, Kind

LINES = 45_000
#: Times the writer alone, and megabytes of growth (performance.md).
MOST, MOST_CSV = 1.15, 3.0
DAY = dt.date(2026, 7, 15)
COLUMNS = (
    Column("reference", "Reference"),
    Column("collaboration", "Collaboration", width=36),
    Column("setting", "Paid to", width=36),
    Column("supplier", "Supplier reference"),
    Column("sum", "Sum", Kind.MONEY),
    Column("number", "Members", Kind.NUMBER),
    Column("on", "To be paid on", Kind.DATE),
    Column("state", "State"),
)
NOTES = Notes("Payments", dt.datetime(2026, 7, 10, 10, tzinfo=dt.UTC), "Fred Field")
Write = Callable[[BinaryIO, Sequence[Column], Iterable[Any], Notes], None]


def rows(number: int = LINES) -> Iterator[tuple[Any, ...]]:
    """Made-up payments: reference, group, setting, supplier, pence, members, day, state."""
    for n in range(number):
        yield (
            f"EYC-2026-{n:06}",
            f"Riverside {n // 8}",
            f"Acorn {n}",
            f"S{n:07}",
            n % 90_000,
            8,
            DAY,
            "To be paid",
        )


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    """Needs no table; the servers are those of the other jobs."""
    xlsx, comma = Job(f"XLSX of {LINES:,} lines"), Job(f"CSV of {LINES:,} lines")
    for number in range(rounds):
        xlsx.round(
            number,
            [
                Contender(LIMIT, _xlsxwriter, note="XlsxWriter alone, in constant memory"),
                Contender("ours", partial(_ours, write_xlsx, LINES), target=MOST),
                Contender("ours, an empty sheet", partial(_ours, write_xlsx, 0)),
            ],
        )
        comma.round(
            number,
            [
                Contender(LIMIT, _csv, note="the csv module alone"),
                Contender("ours", partial(_ours, write_csv, LINES), target=MOST_CSV),
                Contender("ours, an empty sheet", partial(_ours, write_csv, 0)),
            ],
        )
    return [xlsx, comma]


def _ours(write: Write, number: int) -> None:
    with tempfile.TemporaryFile() as target:
        write(target, COLUMNS, rows(number), NOTES)


def _xlsxwriter() -> None:
    """The same cells with the same looks, by hand."""
    with tempfile.TemporaryFile() as target, tempfile.TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(target, {"constant_memory": True, "tmpdir": folder})
        sheet = book.add_worksheet("Data")
        money, day = (book.add_format({"num_format": look}) for look in ("£#,##0.00", "dd/mm/yyyy"))
        for number, column in enumerate(COLUMNS):
            sheet.write_string(0, number, str(column.label))
        for line, row in enumerate(rows(), 1):
            for number in (0, 1, 2, 3, 7):
                sheet.write_string(line, number, row[number])
            sheet.write_number(line, 4, row[4] / 100, money)
            sheet.write_number(line, 5, row[5])
            sheet.write_datetime(line, 6, row[6], day)
        book.close()


def _csv() -> None:
    with tempfile.TemporaryFile() as target:
        out = io.TextIOWrapper(target, encoding="utf-8", newline="")
        writer = csv.writer(out)
        writer.writerow([str(column.label) for column in COLUMNS])
        writer.writerows(rows())
        out.detach()
