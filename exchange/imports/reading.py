"""A spreadsheet of collaborations from its bytes to its lines.

Only a limited process does this (``core.limits``): nobody else imports it.
"""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from exchange.imports.foreign import refuse_foreign
from exchange.imports.opening import tables_in
from exchange.imports.questions import Choices
from exchange.imports.tables import Reading, read_tables


def read_file(file: BinaryIO, *, today: str, choices: Choices) -> Reading:
    """Read an upload on a day, given as year-month-day. Raises FileRefused as ``read_sheet`` does."""
    return read_sheet(file.read(), today=date.fromisoformat(today), choices=choices)


def read_sheet(data: bytes, *, today: date, choices: Choices | None = None) -> Reading:
    """Read an upload, with a person's answers so far.

    Raises FileRefused when it is no table of members at all; a line that is wrong is kept with its problems.
    """
    refuse_foreign(data)
    return read_tables(tables_in(data), today=today, choices=choices)
