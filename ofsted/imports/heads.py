"""The head of an upload: what it is, by the first row that is the header of a file that can be loaded
(O7).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from core.reading.records import Record, Records
from ofsted.imports.layouts import HEADER_WITHIN, Layout, is_header, layout_of, refuse_other_file
from ofsted.imports.opening import Upload, refusing_long_ones

MAX_TITLES: Final = 2000


class Head(NamedTuple):
    """The text above the header, which may say the day of the file, and the layout of the header."""

    titles: str
    layout: Layout


def head_of(file: BinaryIO | str | os.PathLike[str]) -> Head:
    """Open a file and find its header; raises FileRefused. No row is read."""
    with Upload(file) as upload:
        return find_head(refusing_long_ones(Records(upload.lines(), is_lenient=True)))


def find_head(records: Iterator[Record]) -> Head:
    """The head of records that begin with the file's first; raises FileRefused."""
    first_rows, titles = [], ""
    for record, _ in zip(records, range(HEADER_WITHIN), strict=False):
        if is_header(record.cells):
            return Head(titles, layout_of(record.cells, record.line))
        first_rows.append(record.cells)
        titles = f"{titles}\n{' '.join(record.cells)}"[:MAX_TITLES].strip()
    raise refuse_other_file(first_rows)
