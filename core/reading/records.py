"""Physical lines to records: strict decoding, quoted cells over several lines, true line numbers.

A quotation mark that is never closed swallows the lines after it. Such a record is taken apart again, so that
only the line with the stray mark is lost, and lost with a reason.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.encodings import decode
from core.reading.separators import rows_of
from core.reasons import Reason

UNREADABLE: Final = gettext_noop("The line holds bytes that are neither UTF-8 nor Windows (cp1252) text.")
BROKEN: Final = gettext_noop(
    "The line cannot be split into cells: a quotation mark or a line break is out of place."
)

MAX_RECORD: Final = 1024 * 1024  # bytes

Skip = Callable[[bytes, int], bool]


class RecordTooLong(Exception):
    """A record of more than ``MAX_RECORD`` bytes: cells in quotation marks could make one of a whole file."""


class Record(NamedTuple):
    """One record: where it stands, its bytes without the line
    break, and its cells or what is wrong with it.
    """

    line: int
    raw: bytes
    cells: list[str]
    problem: Reason | None = None


class Records:
    """Iterates over the records of a file.

    Once `width` is known, records of other widths are looked at twice. Raises RecordTooLong.
    """

    def __init__(self, lines: Iterable[bytes], separator: str = ",", *, is_lenient: bool = False) -> None:
        """``is_lenient``: a line whose bytes cannot be read is given all the same, its letters damaged to
        see.

        Whoever asks for that looks at each cell (core.reading.damage).
        """
        self._is_lenient = is_lenient
        self._lines = iter(lines)
        self._separator = separator
        self._blank = (separator + ", \t\r\n").encode()
        self._pending: list[bytes] = []
        self.number = 0
        self.blank = 0
        self.width: int | None = None
        self.skip: Skip | None = None

    def __iter__(self) -> Iterator[Record]:
        reader = rows_of(self._feed(), self._separator, strict=True)
        while True:
            cells: list[str] | None
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                cells = None
            taken = self._pending.copy()
            self._pending.clear()
            if cells is not None and len(taken) == 1 and taken[0].isascii():
                yield Record(self.number, taken[0].rstrip(b"\r\n"), cells)
            else:
                yield from self._record(taken, cells)

    def _feed(self) -> Iterator[str]:
        """Lines as text, without blank ones and those that `skip` recognises as known.

        Unreadable ones are only split, never used.
        """
        pending = self._pending
        length = 0
        for line in self._lines:
            self.number += 1
            if pending:
                length += len(line)
                if length > MAX_RECORD:
                    raise RecordTooLong
            elif not line.strip(self._blank):
                self.blank += 1
                continue
            elif self.skip is not None and self.skip(line, self.number):
                continue
            else:
                length = len(line)
            pending.append(line)
            text = decode(line)
            yield line.decode("latin-1") if text is None else text

    def _record(self, taken: list[bytes], cells: list[str] | None) -> Iterator[Record]:
        first = self.number - len(taken) + 1
        if len(taken) > 1 and cells is not None and self._fits(cells):
            yield self._checked(first, b"".join(taken), cells)
        else:
            for number, line in enumerate(taken, first):
                yield self._checked(number, line, _alone(line, self._separator))

    def _fits(self, cells: list[str]) -> bool:
        return self.width is None or (
            len(cells) >= self.width and not any(map(str.strip, cells[self.width :]))
        )

    def _checked(self, number: int, raw: bytes, cells: list[str] | None) -> Record:
        bare = raw.rstrip(b"\r\n")
        if cells is None:
            return Record(number, bare, [], Reason("O7", BROKEN))
        is_readable = self._is_lenient or raw.isascii() or all(map(_can_decode, raw.splitlines()))
        return Record(number, bare, cells, None if is_readable else Reason("O7", UNREADABLE))


def _can_decode(line: bytes) -> bool:
    return decode(line) is not None


def _alone(line: bytes, separator: str) -> list[str] | None:
    """The cells of one line read on its own, if every quotation mark in it is closed."""
    text = decode(line)
    try:
        return next(
            rows_of(
                [line.decode("latin-1") if text is None else text],
                separator,
                strict=line.count(b'"') % 2 == 1,
            ),
            [],
        )
    except csv.Error:
        return None
