"""One function for the three writers, and the notes that every sheet carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from django.utils.translation import gettext as _

from core.exports.further import Sheet
from core.exports.notes import Notes
from core.tables.columns import Column, Row

ROWS_BETWEEN_NEWS = 1000
Progress = Callable[[int], None]


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class FormatFacts:
    """What a download of this format is called."""

    title: str
    content_type: str
    ending: str
    most_rows: int | None


FORMATS: dict[Format, FormatFacts] = {
    Format.CSV: FormatFacts("CSV", "text/csv", "csv", None),
    Format.XLSX: FormatFacts(
        "Excel (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", 1_048_575
    ),
    Format.ODS: FormatFacts(
        "OpenDocument (ODS)", "application/vnd.oasis.opendocument.spreadsheet", "ods", 1_048_575
    ),
}


class TooManyRows(ValueError):
    """A sheet of this format cannot hold so many rows; CSV can."""


def write_sheet(
    wanted: Format,
    target: BinaryIO,
    columns: Sequence[Column],
    rows: Iterable[Row],
    notes: Notes,
    *,
    progress: Progress | None = None,
    more: Sequence[Sheet] = (),
) -> int:
    """Write the rows to ``target`` and answer how many there were. ``more`` are further sheets, of formats
    that have several.

    The same rows and notes give the same bytes. Raises TooManyRows when the format cannot hold them.
    """
    counted = Counted(rows, most=FORMATS[wanted].most_rows, progress=progress)
    limited = [Sheet(each.title, each.columns, Counted(each.rows, most=counted.most)) for each in more]
    _writer(wanted)(target, columns, counted, notes, limited)
    counted.tell()
    return counted.done


Writer = Callable[[BinaryIO, Sequence[Column], Iterable[Row], Notes, Sequence[Sheet]], None]


def _writer(wanted: Format) -> Writer:
    if wanted is Format.XLSX:
        from core.exports.xlsx import write_xlsx  # loaded when first used: pages need no sheets

        return write_xlsx
    if wanted is Format.ODS:
        from core.exports.ods import write_ods

        return write_ods
    from core.exports.comma_separated import write_csv

    return lambda target, columns, rows, notes, _more: write_csv(target, columns, rows, notes)


class Counted:
    """The rows, counted as they pass, with news every thousand."""

    def __init__(self, rows: Iterable[Row], *, most: int | None, progress: Progress | None = None) -> None:
        self.rows, self.most, self.progress = rows, most, progress
        self.done = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            self.done += 1
            if self.most is not None and self.done > self.most:
                raise TooManyRows(_("There are too many rows for this format. Choose CSV instead."))
            if self.done % ROWS_BETWEEN_NEWS == 0:
                self.tell()
            yield row

    def tell(self) -> None:
        if self.progress is not None:
            self.progress(self.done)
