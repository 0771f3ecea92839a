"""The account of a reading: everything a file holds and what became of it.

Each reader fills it; it stands above the preview, is printed by the command, and is part of what a person
confirms. It holds no values of cells that are private: where a reader cannot tell, it leaves them out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

MAX_SAMPLES: Final = 3
MAX_NOTES: Final = 50


@dataclass(frozen=True, slots=True)
class SheetAccount:
    """One sheet. ``why`` is the sentence that says why it was left out, empty when it was read."""

    name: str
    rows: int = 0
    is_hidden: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unused:
    """A column of the file that is not used, with up to three of its values.

    ``line`` is that of its header. ``stops``: it may hold what decides, so a person must look first.
    """

    heading: str
    values: Sequence[str] = ()
    sheet: str = ""
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A line that is no row of the table: a total, a footnote."""

    line: int
    text: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows with one fault, or with one remark, by column and sentence (a message of the catalogue)."""

    column: str
    sentence: str
    rows: int
    is_rejection: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What a reading took, left and counted. Every heading of the file is in exactly one of its lists.

    ``used``: headings as the file spells them. ``known``: headings that are known and have no use here.
    ``missing``: expected headings that are not there. ``rows``: rows that are one's own, read or not.
    ``without_identifier``: rows whose number cannot be read, so nobody knows whose they are.
    ``without_owner``: rows that do not say whose they are. ``all_rows``: of everybody.
    """

    sheets: Sequence[SheetAccount] = ()
    used: Sequence[str] = ()
    known: Sequence[str] = ()
    unused: Sequence[Unused] = ()
    missing: Sequence[str] = ()
    hidden_rows: int = 0
    blank_rows: int = 0
    notes: Sequence[Note] = ()
    tallies: Sequence[Tally] = ()
    rows: int = 0
    all_rows: int = 0
    without_identifier: int = 0
    without_owner: int = 0

    @property
    def remarks(self) -> int:
        return sum(tally.rows for tally in self.tallies if not tally.is_rejection)

    @property
    def rejections(self) -> int:
        return sum(tally.rows for tally in self.tallies if tally.is_rejection)

    @property
    def stopping(self) -> list[str]:
        """Headings that a person must look at before anything is written."""
        return [column.heading for column in self.unused if column.stops]

    @property
    def digest(self) -> str:
        """SHA-256 of everything the account says: what a person confirms."""
        return hashlib.sha256(json.dumps(self.as_json(), sort_keys=True).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """The account as it was kept; an empty one for what was kept before there were accounts."""
        parts: dict[str, Any] = {"sheets": SheetAccount, "unused": Unused, "notes": Note, "tallies": Tally}
        facts: dict[str, Any] = {
            name: tuple(parts[name](**item) for item in value) if name in parts else value
            for name, value in kept.items()
        }
        return cls(**facts)
