"""The table of a sheet that is being read: its header, what stands above, and samples of what is not used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from core.reading.account import MAX_SAMPLES, Unused
from exchange.imports.accounts import letters_of, samples_of
from exchange.imports.columns import Header
from exchange.imports.rows import SheetRow

#: Behind the heading of a hidden column in the account.
HIDDEN_MARK: Final = " (hidden column)"


@dataclass
class TableInHand:
    """How far the reading of one sheet is: its header, and the values above by column with their lines.

    ``group``: the collaboration of every line, where the sheet is called by it.
    """

    place: int
    name: str
    header: Header
    group: str = ""
    hidden_columns: frozenset[int] = frozenset()
    above: dict[str, tuple[str, int]] = field(default_factory=dict)
    samples: dict[int, list[str]] = field(default_factory=dict)
    rows: int = 0

    def sample(self, row: SheetRow) -> None:
        """Keep up to three values of each column that is not used."""
        known = {*self.header.places.values(), *(at for _, at in self.header.endings)}
        for at, cell in enumerate(row.cells):
            text = " ".join(cell.split())[:80]
            if text and at not in known:
                values = self.samples.setdefault(at, [])
                if len(values) < MAX_SAMPLES and text not in values:
                    values.append(text)

    def unused(self) -> Iterator[Unused]:
        """The columns that are not used, with and without a heading."""
        headings = self.header.headings
        for at in self.header.unused:
            yield Unused(headings[at] + self._mark(at), samples_of(self.samples.get(at, ())), self.name)
        for at in sorted(self.samples):
            if at >= len(headings) or not headings[at]:
                yield Unused(letters_of(at) + self._mark(at), samples_of(self.samples[at]), self.name)

    def _mark(self, at: int) -> str:
        return HIDDEN_MARK if at in self.hidden_columns else ""
