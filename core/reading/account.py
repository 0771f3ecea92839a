"""The account of a reading: everything a file holds and what became of it.

Each reader fills it; it stands above the preview, is printed by the command, and is part of what a person
confirms. Texts that may be private say so, and are given out by who asks.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import Any, Final, Self

from core.reasons import Reason

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
class Sample:
    """A text of the file. ``is_private``: shown only to readers who may see private addresses."""

    text: str
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Unused:
    """A column of the file that is not used, with up to three of its values.

    ``stops``: it may hold what decides, so a person must look first.
    """

    heading: str
    samples: Sequence[Sample] = ()
    sheet: str = ""
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A line that is no row of the table: a total, a footnote."""

    line: int
    text: Sample
    sheet: str = ""


class TallyKind(StrEnum):
    """What became of a cell: its row was rejected, its value was left out, or it was mended and read."""

    REJECTED = "rejected"
    LEFT_OUT = "left_out"
    MENDED = "mended"


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows with one fault, or one remark.

    ``column`` is its heading, ``field`` its key. ``sentence`` is a message of the catalogue, ``facts`` those
    of the first such row.
    """

    column: str
    field: str
    sentence: str
    kind: TallyKind
    rows: int
    facts: Mapping[str, str | int] = dataclass_field(default_factory=dict)

    @property
    def reason(self) -> Reason:
        return Reason("O7", self.sentence, self.facts)


@dataclass(frozen=True, slots=True)
class Account:
    """What a reading took, left and counted. Every heading of the file is in exactly one of its lists.

    ``used``: headings as the file spells them, ``fields`` the keys of their columns. ``known``: headings that
    are known and have no use here. ``missing``: expected headings that are not there. ``rows``: rows that are
    one's own, read or not. ``without_identifier``: rows whose number cannot be read, so nobody knows whose
    they are. ``without_owner``: rows that do not say whose they are. ``not_taken``: rows of one's own that
    are not for the register. ``all_rows``: of everybody.
    """

    sheets: Sequence[SheetAccount] = ()
    used: Sequence[str] = ()
    fields: Sequence[str] = ()
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
    not_taken: int = 0

    @property
    def remarks(self) -> int:
        return sum(tally.rows for tally in self.tallies if tally.kind is not TallyKind.REJECTED)

    @property
    def rejections(self) -> int:
        return sum(tally.rows for tally in self.tallies if tally.kind is TallyKind.REJECTED)

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
        facts: dict[str, Any] = dict(kept)
        for name, read in _PARTS.items():
            facts[name] = tuple(map(read, facts.get(name, ())))
        return cls(**facts)


def _unused(kept: Mapping[str, Any]) -> Unused:
    return Unused(**{**kept, "samples": tuple(Sample(**each) for each in kept["samples"])})


def _note(kept: Mapping[str, Any]) -> Note:
    return Note(**{**kept, "text": Sample(**kept["text"])})


def _tally(kept: Mapping[str, Any]) -> Tally:
    return Tally(**{**kept, "kind": TallyKind(kept["kind"])})


_PARTS: Final[Mapping[str, Callable[[Mapping[str, Any]], Any]]] = {
    "sheets": lambda kept: SheetAccount(**kept),
    "unused": _unused,
    "notes": _note,
    "tallies": _tally,
}
