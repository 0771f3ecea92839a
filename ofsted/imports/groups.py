"""Columns that are read together: where their texts stand, and one reader for them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import call, itemgetter
from typing import Any, NamedTuple

from ofsted.imports.cells import Reader, Remembered
from ofsted.imports.columns import DESCRIBED


class Group(NamedTuple):
    """Columns that are read together: their texts as one tuple, and
    its reader, which remembers the tuples it met.
    """

    columns: tuple[str, ...]
    places: tuple[int, ...]
    readers: tuple[Reader, ...]
    texts_of: Callable[[Sequence[str]], tuple[str, ...]]
    read: Callable[[tuple[str, ...]], tuple[Any, ...]]

    def each(self) -> Iterator[tuple[str, int, Reader]]:
        """(column, place, reader) of each."""
        return zip(self.columns, self.places, self.readers, strict=True)


def texts_at(places: tuple[int, ...]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """The texts at these places, always as a tuple: for one place, its text stands there twice."""
    if not places:
        return lambda record: ()
    return itemgetter(*places, places[0]) if len(places) == 1 else itemgetter(*places)


def together(
    wanted: tuple[str, ...], prefix: str, columns: tuple[str, ...], readers: tuple[Reader, ...]
) -> Callable[[tuple[str, ...]], tuple[Any, ...]]:
    """One reader of a group's texts. It answers for every wanted column, None for those the layout lacks."""
    positions = [columns.index(prefix + column) if prefix + column in columns else -1 for column in wanted]
    if wanted is DESCRIBED and positions == [0, -1]:  # most layouts: a number and nothing else
        read_number = readers[0]
        return lambda texts: (read_number(texts[0]), None)

    def read(texts: tuple[str, ...]) -> tuple[Any, ...]:
        values = list(map(call, readers, texts))
        values.append(None)
        return tuple([values[position] for position in positions])

    return read if wanted is DESCRIBED else Remembered(read).__getitem__
