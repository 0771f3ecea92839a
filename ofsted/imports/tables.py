"""One kind of file as a table: its columns, its inspections, and by which number its rows are known (O7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from core.reading.results import Answer
from ofsted.imports import cells
from ofsted.imports.cells import Reader
from ofsted.imports.columns import BLOCKS, COLUMNS, UNUSED, Block, Column
from ofsted.rules.kinds import FileKind
from providers.rules.identifiers import read_ofsted_urn
from providers.rules.register import Scheme

#: The texts of one row by their columns' keys; empty where the file lacks the column.
Texts = Callable[[str], str]


@dataclass(frozen=True, slots=True, eq=False)
class FileTable:
    """What the readers know of one kind of file.

    ``marks``: headings (squashed) by which its header row is known. ``judged``: blocks of which one must be
    there, the last one if none is; empty where a file tells of no inspections.
    """

    kind: FileKind
    marks: frozenset[str]
    columns: Mapping[str, Column]
    blocks: Mapping[str, Block]
    unused: Sequence[str]
    read_key: Callable[[str], Answer[str]]
    judged: tuple[str, ...] = ()
    day_reader: Callable[[date | None], Reader] = cells.date_reader
    #: Which rows of one's own are taken; those of settings that the register holds are taken anyhow.
    takes: Callable[[Texts], bool] | None = None
    #: Further numbers of a setting, beside the one that its row is known by.
    numbers: Callable[[Texts], tuple[tuple[Scheme, str], ...]] | None = None
    #: Rows of settings that the register holds are one's own, whichever authority they name.
    is_shared: bool = False

    @property
    def of_row(self) -> list[str]:
        """The columns of the row itself, without those of its inspections."""
        return [key for key in self.columns if "." not in key]


CHILDCARE: Final = FileTable(
    FileKind.CHILDCARE,
    frozenset({"providerurn"}),
    COLUMNS,
    BLOCKS,
    UNUSED,
    read_ofsted_urn,
    judged=("rc", "full"),
)


def columns_of(row: Mapping[str, Column], blocks: Mapping[str, Block]) -> Mapping[str, Column]:
    """Every column by its key: the field of the setting, or "block.field"."""
    judged = {
        f"{block}.{field}": column for block, each in blocks.items() for field, column in each.columns.items()
    }
    return MappingProxyType({**row, **judged})
