"""The answer of a finance system from its bytes to its lines.

Only a limited process does this (``core.limits``): nobody else imports it.
"""

from __future__ import annotations

from typing import BinaryIO

from exchange.imports.foreign import refuse_foreign
from exchange.imports.opening import tables_in
from ofsted.imports.opening import FileRefused
from supplement.rules.answers import NO_HEADINGS, AnswerLine, columns_in, read_lines


def read_file(file: BinaryIO) -> list[AnswerLine]:
    """The lines of the first sheet that has the headings. Raises FileRefused for what is no such table."""
    data = file.read()
    refuse_foreign(data)
    for table in tables_in(data, known=lambda cells: len(columns_in(cells))):
        rows = ((row.number, row.cells, row.problem.sentence if row.problem else "") for row in table.rows)
        try:
            return read_lines(rows)
        except ValueError:
            continue
    raise FileRefused(NO_HEADINGS)
