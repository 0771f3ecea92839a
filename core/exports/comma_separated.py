"""CSV:

UTF-8 with a byte order mark (Excel needs it), the notes as lines that begin with #, then the table.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, cast

from core.exports.cells import READ, as_text, guarded
from core.exports.notes import Notes
from core.tables.columns import Column, Kind, Row


def write_csv(target: BinaryIO, columns: Sequence[Column], rows: Iterable[Row], notes: Notes) -> None:
    """Write the notes, the headings and the rows."""
    out = io.TextIOWrapper(target, encoding="utf-8-sig", errors="replace", newline="", write_through=False)
    try:
        writer = csv.writer(out)
        writer.writerows([f"# {heading}: {' '.join(text.split())}"] for heading, text in notes.lines())
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
        return lambda value: guarded(as_text(value))
    if kind is Kind.BOOLEAN:
        return lambda value: guarded(cast(str, read(value)))
    if kind is Kind.DATE:
        return lambda value: cast(dt.date, read(value)).isoformat()
    if kind is Kind.DATETIME:
        return lambda value: cast(dt.datetime, read(value)).isoformat(sep=" ")
    return lambda value: str(read(value))
