"""A spreadsheet of collaborations from its bytes to its lines.

Only a limited process does this (``core.limits``): nobody else imports it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from exchange.imports.columns import HEADER_WITHIN, is_header, places_of, refuse_without_header
from exchange.imports.lines import Sheet, sheet_of
from exchange.imports.opening import tables_in


def read_file(file: BinaryIO) -> Sheet:
    """Read an upload. Raises FileRefused as ``read_sheet`` does."""
    return read_sheet(file.read())


def read_sheet(data: bytes) -> Sheet:
    """Read an upload.

    Raises FileRefused when it is no table of members at all; a line that is wrong is kept with its problems.
    """
    first_lines: list[Sequence[str]] = []
    for table in tables_in(data):
        rows = iter(table)
        for row, _ in zip(rows, range(HEADER_WITHIN), strict=False):
            if is_header(row.cells):
                return sheet_of(places_of(row.cells), rows)
            first_lines.append(row.cells)
    raise refuse_without_header(first_lines)
