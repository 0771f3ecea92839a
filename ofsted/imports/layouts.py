"""Layouts: which column is which, found by its heading (O7).

Headings drift in capitals, spaces and punctuation between releases, so they are compared by letters and
digits alone, through a table of aliases. A file without the columns that carry identity and judgements is
refused with what was expected and what was found; other differences are only reported.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import Reason
from ofsted.imports.opening import FileRefused
from ofsted.imports.registry import TABLES
from ofsted.imports.tables import CHILDCARE, FileTable
from ofsted.rules.kinds import FileKind

HEADER_WITHIN: Final = 10
READING_VERSION: Final = 2
SHOWN_COLUMNS: Final = 8

NO_HEADER: Final = gettext_noop(
    "This is none of the files that can be loaded: none of its first %(lines)d lines is the header of one."
)
EXPECTED_KINDS: Final = gettext_noop(
    "Expected Ofsted’s childcare file (it has the column “Provider URN”), its file of state-funded schools (“URN”,"
    " “LAESTAB” and “School name”), its file of childminder agencies (“CA Reference”), the register of schools"
    " (“URN”, “LA (code)” and “EstablishmentName”), or its links (“URN” and “LinkURN”)."
)
UNKNOWN_LAYOUT: Final = gettext_noop(
    "This file’s columns are not those of a release that can be read here. Nothing was changed."
)
SEPARATOR: Final = gettext_noop(
    "The cells of this file are not separated by commas. Upload the CSV file as Ofsted publishes it,"
    " unopened."
)
TWICE: Final = gettext_noop("The column “%(column)s” is there twice, so it is not clear which one counts.")
EXPECTED: Final = gettext_noop("Expected the column “%(column)s”; it is not there.")
EXPECTED_NEAR: Final = gettext_noop(
    "Expected the column “%(column)s”; the nearest heading found is “%(nearest)s”."
)
FOUND: Final = gettext_noop("Found the headings: %(columns)s.")
FOUND_MORE: Final = gettext_noop("Found the headings: %(columns)s; and %(more)d more.")


def squashed(heading: str) -> str:
    """A heading by its letters and digits alone, in lower case."""
    return "".join(letter for letter in heading.casefold().replace("&", "and") if letter.isalnum())


@lru_cache
def _aliases(table: FileTable) -> Mapping[str, str]:
    return MappingProxyType(
        {squashed(heading): key for key, column in table.columns.items() for heading in column.headings}
    )


@lru_cache
def _ignored(table: FileTable) -> frozenset[str]:
    return frozenset(map(squashed, table.unused))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column of a file stands. `missing` and what is not used are told to the person who loads it."""

    name: str
    header_line: int
    width: int
    places: Mapping[str, int]
    headings: tuple[str, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]
    table: FileTable = CHILDCARE

    @property
    def kind(self) -> FileKind:
        """What the file is."""
        return self.table.kind

    @property
    def fingerprint(self) -> bytes:
        """Changes whenever the same line would be read differently; mixed into every row's hash."""
        described = "\x1f".join((str(READING_VERSION), *self.headings)).encode()
        return hashlib.blake2b(described, digest_size=16).digest()

    @property
    def used(self) -> tuple[str, ...]:
        """The headings of the columns that are read, in the file's order."""
        return tuple(self.headings[place] for place in sorted(self.places.values()))

    @property
    def known(self) -> tuple[str, ...]:
        """The headings that are known and have no use here."""
        return tuple(heading for heading in self.headings if squashed(heading) in _ignored(self.table))

    @property
    def unused_places(self) -> tuple[int, ...]:
        """The columns that nobody knows, those without a heading too."""
        read, ignored = set(self.places.values()), _ignored(self.table)
        return tuple(
            place
            for place, heading in enumerate(self.headings)
            if place not in read and squashed(heading) not in ignored
        )

    def heading(self, column: str) -> str:
        """The heading of a column as this file spells it."""
        place = self.places.get(column)
        return self.headings[place] if place is not None else column

    def block(self, name: str) -> dict[str, int]:
        """The columns of one kind of inspection that this file has."""
        found = {column: self.places.get(f"{name}.{column}") for column in self.table.blocks[name].columns}
        return {column: place for column, place in found.items() if place is not None}


def table_of(cells: Sequence[str]) -> FileTable | None:
    """The kind of file whose header a row is."""
    headings = set(map(squashed, cells))
    return next((table for table in TABLES if table.marks <= headings), None)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row is the header of a file that can be loaded."""
    return table_of(cells) is not None


def layout_of(cells: Sequence[str], header_line: int) -> Layout:
    """The layout of a header row; raises FileRefused when identity or judgements cannot be read from it."""
    table = table_of(cells) or CHILDCARE
    headings = tuple(" ".join(cell.split()) for cell in cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    places, unused, twice = places_in(headings, _aliases(table), _ignored(table))
    if twice:
        raise FileRefused(
            UNKNOWN_LAYOUT, tuple(Reason("O7", TWICE, {"column": heading}) for heading in twice)
        )
    lacking = _lacking(table, places)
    if lacking:
        raise FileRefused(
            UNKNOWN_LAYOUT, differences([shown(table, column) for column in lacking], unused, headings)
        )
    undated = [
        f"{block}.inspected_on"
        for block in table.blocks
        if any(place.startswith(f"{block}.") for place in places)
    ]
    missing = tuple(shown(table, column) for column in (*table.of_row, *undated) if column not in places)
    release = _release(table, headings, places)
    return Layout(
        release, header_line, len(headings), MappingProxyType(places), headings, missing, tuple(unused), table
    )


def refuse_other_file(first_rows: Iterable[Sequence[str]]) -> FileRefused:
    """The refusal of a file without a header, naming what it seems to be."""
    rows = [list(row) for row in first_rows]
    for row in rows:
        if any(mark in cell and is_header(cell.split(mark)) for cell in row for mark in ";\t|"):
            return FileRefused(SEPARATOR)
    widest = max(rows, key=len, default=[])
    found = (_found(widest),) if widest else ()
    return FileRefused(NO_HEADER, (Reason("O7", EXPECTED_KINDS, {}), *found), lines=HEADER_WITHIN)


def shown(table: FileTable, column: str) -> str:
    """The heading that a column is expected under."""
    return table.columns[column].headings[0]


def places_in(
    headings: Sequence[str], aliases: Mapping[str, str], ignored: Iterable[str] = ()
) -> tuple[dict[str, int], list[str], list[str]]:
    """Where each column stands by its headings' aliases (squashed),
    headings that no column has, and those of one column twice.
    """
    places: dict[str, int] = {}
    unused: list[str] = []
    twice: list[str] = []
    for place, heading in enumerate(headings):
        key = squashed(heading)
        column = aliases.get(key)
        if column is None:
            if key and key not in ignored:
                unused.append(heading)
        elif column in places:
            twice.append(heading)
        else:
            places[column] = place
    return places, unused, twice


def _lacking(table: FileTable, places: Mapping[str, int]) -> list[str]:
    """Columns without which a file is refused: identity, and each
    framework's judgements if any of them is there.
    """
    graded = [block for block in table.blocks if any(column.startswith(f"{block}.") for column in places)]
    if table.judged and not set(table.judged) & set(graded):
        graded.append(table.judged[-1])
    keys = [*table.of_row, *(f"{block}.{field}" for block in graded for field in table.blocks[block].columns)]
    return [key for key in keys if table.columns[key].is_needed and key not in places]


def differences(
    expected: Sequence[str], unused: Sequence[str], headings: Sequence[str]
) -> tuple[Reason, ...]:
    """What was expected under which heading, with the nearest one found, and the headings that were found."""
    by_key = {squashed(heading): heading for heading in unused}
    reasons = []
    for column in expected:
        near = difflib.get_close_matches(squashed(column), by_key, n=1, cutoff=0.6)
        if near:
            reasons.append(Reason("O7", EXPECTED_NEAR, {"column": column, "nearest": by_key[near[0]]}))
        else:
            reasons.append(Reason("O7", EXPECTED, {"column": column}))
    return (*reasons, _found(headings))


def _found(headings: Sequence[str]) -> Reason:
    listed = [" ".join(heading.split())[:80] for heading in headings if heading.strip()]
    shown, more = "; ".join(listed[:SHOWN_COLUMNS]), len(listed) - SHOWN_COLUMNS
    return (
        Reason("O7", FOUND_MORE, {"columns": shown, "more": more})
        if more > 0
        else Reason("O7", FOUND, {"columns": shown})
    )


def _release(table: FileTable, headings: Sequence[str], places: Mapping[str, int]) -> str:
    """The release whose layout this is: the month in which it was first seen."""
    if table is not CHILDCARE:
        return (
            "2025-11" if table.kind is FileKind.SCHOOLS and "rc.inspected_on" in places else table.kind.value
        )
    keys = set(map(squashed, headings))
    if "rc.inspected_on" in places:
        return "2026-06"
    if "weblink" not in keys:
        return "2025-12"
    return "2022-06" if "providerpostcode" in keys else "2021-08"
