"""Tables of rows that are held in memory, because several sources give them: the same page and the same sheet
as of a queryset. For lists of hundreds of rows, not of a register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from core.tables.columns import backwards
from core.tables.table import Table

COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "": lambda value, wanted: str(value) == str(wanted),
    "gte": lambda value, wanted: str(value) >= str(wanted),
    "lte": lambda value, wanted: str(value) <= str(wanted),
}


class HeldRows(Sequence[Any]):
    """What a table and its filters ask of a queryset, of rows in memory: they are narrowed, sorted, counted
    and read in parts.

    Values are compared as they are written: ids from an address are text, days are ISO 8601.
    """

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = list(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, wanted: Any) -> Any:
        return self._rows[wanted]

    def filter(self, **conditions: Any) -> HeldRows:
        """Those whose attributes are as wanted; ``on__gte`` compares the attribute ``on``."""
        rows = self._rows
        for name, wanted in conditions.items():
            attribute, _sep, how = name.partition("__")
            rows = [row for row in rows if COMPARES[how](getattr(row, attribute), wanted)]
        return HeldRows(rows)

    def that(self, holds: Callable[[Any], bool]) -> HeldRows:
        return HeldRows(filter(holds, self._rows))

    def order_by(self, *terms: str) -> HeldRows:
        """By attributes, "-" before one for falling. What has no value stands last in either order."""
        rows = self._rows
        for term in reversed(terms):
            read, falls = attrgetter(term.removeprefix("-")), term.startswith("-")
            known = [row for row in rows if read(row) not in (None, "")]
            unknown = [row for row in rows if read(row) in (None, "")]
            rows = sorted(known, key=lambda row: _in_order(read(row)), reverse=falls) + unknown
        return HeldRows(rows)

    def iterator(self, chunk_size: int = 0) -> Iterator[Any]:
        return iter(self._rows)


def _in_order(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


class HeldTable(Table):
    """``rows`` gives ``HeldRows``; ``sort`` of a column names attributes of its rows."""

    def rows(self) -> Any:
        raise NotImplementedError

    def count(self, rows: Any, *, is_narrowed: bool) -> int:
        return len(rows)

    def sorted(self, rows: Any, key: str, falls: bool) -> Any:
        order = next((column.order for column in self.sortable if column.sort_key == key), ())
        return rows.order_by(*(backwards(order) if falls else order))
