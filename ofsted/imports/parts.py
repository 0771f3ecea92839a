"""What can be made out of a line that is not read whole: its URN, its type, whether it is a home's."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import Final

from core.reading.records import Record
from core.reading.results import CellProblem
from ofsted.imports.layouts import Layout
from ofsted.imports.rows import HOME_TYPES

HASH_BYTES: Final = 16
REMARKED: Final = b"remarks"


class Parts:
    """The parts of the lines of one layout."""

    def __init__(self, layout: Layout) -> None:
        self._places, self._width, self._fingerprint = layout.places, layout.width, layout.fingerprint
        self._table = layout.table
        self._read_type = layout.table.columns["provider_type"].read

    def has_wrong_width(self, cells: list[str]) -> bool:
        """Too few cells, or text in cells that have no heading; empty
        cells after the last heading do no harm.
        """
        return len(cells) < self._width or any(map(str.strip, cells[self._width :]))

    def texts_of(self, record: Record) -> Callable[[str], str]:
        places, cells = self._places, record.cells
        return lambda column: cells[places[column]] if column in places else ""

    def urn_of(self, record: Record) -> str | None:
        """The URN of a row that cannot be read otherwise, when it can be trusted to be one."""
        try:
            return self._table.read_key(record.cells[self._places["urn"]]).value
        except (IndexError, CellProblem):
            return None

    def type_of(self, record: Record) -> str | None:
        try:
            kind: str = self._read_type(record.cells[self._places["provider_type"]])
            return kind
        except (IndexError, CellProblem):
            return None

    def is_home(self, record: Record) -> bool:
        """Whether a row is that of a home, or may be one since its cells or its type cannot be read."""
        if len(record.cells) != self._width and self.has_wrong_width(record.cells):
            return True
        kind = self.type_of(record)
        return kind is None or kind in HOME_TYPES

    def hash_of(self, raw: bytes, *, has_remarks: bool = False) -> bytes:
        """What the register remembers of a row.

        One with remarks is remembered so that it is never taken as known: it is read and told each time.
        """
        salt = REMARKED if has_remarks else b""
        return blake2b(raw, digest_size=HASH_BYTES, person=self._fingerprint, salt=salt).digest()
