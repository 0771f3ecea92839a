"""CSV:

UTF-8 with a byte order mark (Excel needs it), the headings in line 1 and the rows, nothing else: a filter, a
chart and an import begin at line 1. The notes of such a sheet are a file of their own (``write_notes``).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, cast

from core.exports.cells import READ, as_text, guarded, is_plain
from core.exports.notes import Notes
from core.money import plain_pounds
from core.tables.columns import Column, Kind, Row


def write_notes(target: BinaryIO, notes: Notes) -> None:
    """The notes of a sheet as plain text, a line each."""
    lines = [f"{heading}: {' '.join(text.split())}\r\n" for heading, text in notes.lines()]
    target.write("".join(lines).encode("utf-8-sig", errors="replace"))


def write_csv(target: BinaryIO, columns: Sequence[Column], rows: Iterable[Row], notes: Notes) -> None:
    """Write the headings and the rows; what the notes say is ``write_notes``'s."""
    out = io.TextIOWrapper(target, encoding="utf-8-sig", errors="replace", newline="", write_through=False)
    try:
        writer = csv.writer(out)
        writer.writerow([guarded(str(column.label)) for column in columns])
        cells = [_cell_of(column.kind) for column in columns]
        writer.writerows(
            ["" if value is None else cell(value) for cell, value in zip(cells, row, strict=True)]
            for row in rows
        )
    finally:
        out.detach()


def _cell_of(kind: Kind) -> Callable[[object], str]:
    read = READ[kind]
    if kind is Kind.TEXT:
        return lambda value: guarded(value if is_plain(value) else as_text(value))
    if kind is Kind.BOOLEAN:
        return lambda value: guarded(cast(str, read(value)))
    if kind is Kind.DATE:
        return lambda value: cast(dt.date, read(value)).isoformat()
    if kind is Kind.DATETIME:
        return lambda value: cast(dt.datetime, read(value)).isoformat(sep=" ", timespec="minutes")
    if kind is Kind.MONEY:
        return lambda value: plain_pounds(value) if type(value) is int else str(read(value))
    return lambda value: str(read(value))
