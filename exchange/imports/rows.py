"""The lines of an upload as its reader hands them on (``exchange.imports.opening``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.reasons import Reason


class SheetRow(NamedTuple):
    """One line: its number, and its cells or what is wrong with it.

    ``across``: the places whose value comes from a range that was merged across the line, from its left.
    """

    number: int
    cells: Sequence[str]
    problem: Reason | None = None
    is_hidden: bool = False
    across: frozenset[int] = frozenset()


class SheetTable(NamedTuple):
    """One sheet of a workbook, or the one table of a text, which has no name. Of a hidden sheet no rows.

    ``blank_rows``: lines that hold nothing and are not among the rows. ``hidden_columns``: their places from 0.
    """

    name: str
    rows: Sequence[SheetRow]
    is_hidden: bool = False
    blank_rows: int = 0
    hidden_columns: frozenset[int] = frozenset()
