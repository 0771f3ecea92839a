"""What separates the cells of a text: the separator that splits its header best."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

SEPARATORS: Final = (",", ";", "\t", "|")

#: How many of the cells are known headings.
Known = Callable[[Sequence[str]], int]


def separator_of(first_lines: Sequence[str], known: Known, *, separators: Sequence[str] = SEPARATORS) -> str:
    """The separator by which one of the first lines has the most known headings.

    Where no line has any, the comma. Of equal ones the first counts.
    """
    best, most = separators[0], 0
    for separator in separators:
        for cells in rows_of(first_lines, separator):
            count = known(cells)
            if count > most:
                best, most = separator, count
    return best


def rows_of(lines: Iterable[str], separator: str = ",", *, strict: bool = False) -> Iterator[list[str]]:
    """The cells of each row; with ``strict``, raises csv.Error where a quotation mark is out of place."""
    return csv.reader(lines, delimiter=separator, strict=strict)
