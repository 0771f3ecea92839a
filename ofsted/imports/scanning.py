"""One pass over an upload: what is wanted is read, what is known is
counted, what is wrong is rejected with a reason.

Rows of other authorities are only counted by name. A row whose bytes are those of the last load is only
counted too: its hash holds the layout's fingerprint, so a new layout makes every row new.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from typing import BinaryIO, Final

from django.utils.translation import gettext_noop

from core.reading.records import Record, Records, RecordTooLong
from core.reading.results import CellProblem
from core.reasons import MONTHS, Reason
from ofsted.imports.cells import read_urn
from ofsted.imports.layouts import HEADER_WITHIN, Layout, is_header, layout_of, refuse_other_file
from ofsted.imports.names import NOT_RECORDED, authority_key, department_name
from ofsted.imports.opening import LONG_LINE, FileRefused, Upload
from ofsted.imports.rows import LONGEST_SHOWN, Rejection, RowRead, RowReader

Progress = Callable[[int, int], None]
PROGRESS_EVERY: Final = 1000
MAX_AUTHORITIES: Final = 1000
HASH_BYTES: Final = 16
AS_AT: Final = re.compile(r"as at (\d{1,2}) ([a-z]{3,9}) (\d{4})", re.IGNORECASE | re.ASCII)

CELLS: Final = gettext_noop("The row has %(found)d cells where the header has %(expected)d.")
DUPLICATE: Final = gettext_noop(
    "This URN is in the file twice: on line %(first)d and on line %(second)d. The first was used."
)


def scan(
    file: BinaryIO | str | os.PathLike[str],
    wanted_authorities: Iterable[str] | None = None,
    known_rows: Mapping[bytes, str] | None = None,
    *,
    on_progress: Progress | None = None,
    today: date | None = None,
) -> Scan:
    """Open a file and find its layout; raises FileRefused. Iterate over the answer for its rows.

    `wanted_authorities` are names in any spelling, None for all. `known_rows` are the URNs of the last load
    by the hash of their row. With `today`, dates after it are rejected. `on_progress` is told bytes read and
    bytes in all.
    """
    upload = Upload(file)
    try:
        return Scan(upload, wanted_authorities, known_rows or {}, on_progress, today)
    except BaseException:
        upload.close()
        raise


def _refusing_long_ones(records: Records) -> Iterator[Record]:
    try:
        yield from records
    except RecordTooLong:
        raise FileRefused(LONG_LINE) from None


class Scan:
    """Yields each RowRead and Rejection once. The counts are complete when it has been used up."""

    def __init__(
        self,
        upload: Upload,
        wanted_authorities: Iterable[str] | None,
        known_rows: Mapping[bytes, str],
        on_progress: Progress | None,
        today: date | None,
    ) -> None:
        self._upload = upload
        self.as_at: date | None = None
        self._records = Records(upload.lines())
        self._iterator = _refusing_long_ones(self._records)
        self.layout: Layout = self._find_layout()
        self._width = self._records.width = self.layout.width
        self._authority_at = self.layout.places["local_authority"]
        self._fingerprint = self.layout.fingerprint
        self._reader = RowReader(self.layout, today)
        self._wanted = None if wanted_authorities is None else set(map(authority_key, wanted_authorities))
        self._urn_of_hash = known_rows
        self._on_progress = on_progress
        self._line_of: dict[str, int] = {}
        self._rejected_urns: set[str] = set()
        self.read = self.unchanged = self.rejected = self.unreadable = self._blank = 0
        self.other_authorities: Counter[str] = Counter()
        if self._urn_of_hash:
            self._records.skip = self._is_known

    def close(self) -> None:
        """Give up a scan whose rows are not wanted; one that was used up is closed already."""
        self._upload.close()

    @property
    def ignored(self) -> int:
        """Rows without any text."""
        return self._blank + self._records.blank

    @property
    def listed(self) -> set[str]:
        """Every URN that the file lists for the wanted authorities, unchanged and rejected ones too."""
        return self._line_of.keys() | self._rejected_urns

    def lists(self, urn: str) -> bool:
        """Whether a URN is `listed`."""
        return urn in self._line_of or urn in self._rejected_urns

    def __iter__(self) -> Iterator[RowRead | Rejection]:
        try:
            for count, record in enumerate(self._iterator):
                if count % PROGRESS_EVERY == 0:
                    self._tell_progress()
                answer = self._answer(record)
                if answer is not None:
                    yield answer
            self._tell_progress()
        finally:
            self._upload.close()

    def _find_layout(self) -> Layout:
        first_rows = []
        for record, _ in zip(self._iterator, range(HEADER_WITHIN), strict=False):
            if is_header(record.cells):
                return layout_of(record.cells, record.line)
            first_rows.append(record.cells)
            self._note_day(" ".join(record.cells))
        raise refuse_other_file(first_rows)

    def _note_day(self, title: str) -> None:
        """The day that the file describes, when a title row says so ("as at 30 June 2026")."""
        if (said := AS_AT.search(title)) is None or said[2].title() not in MONTHS:
            return
        with contextlib.suppress(ValueError):
            self.as_at = date(int(said[3]), MONTHS.index(said[2].title()) + 1, int(said[1]))

    def _is_known(self, line: bytes, number: int) -> bool:
        """Whether a line is that of the last load; then it is counted here and read no further."""
        digest = blake2b(line.rstrip(b"\r\n"), digest_size=HASH_BYTES, person=self._fingerprint).digest()
        urn = self._urn_of_hash.get(digest)
        if urn is None or urn in self._line_of:
            return False
        self._line_of[urn] = number
        self.unchanged += 1
        if self.unchanged % PROGRESS_EVERY == 0:
            self._tell_progress()
        return True

    def _answer(self, record: Record) -> RowRead | Rejection | None:
        cells = record.cells
        if record.problem is not None:
            return self._reject(record, "", "", record.problem)  # its text may say where somebody lives
        if not any(map(str.strip, cells)):
            self._blank += 1
            return None
        if len(cells) != self._width and self._has_wrong_width(cells):
            reason = Reason("O7", CELLS, {"found": len(cells), "expected": self._width})
            return self._reject(record, "", "", reason)
        authority = cells[self._authority_at]
        if self._wanted is not None and authority_key(authority) not in self._wanted:
            self._count_other(department_name(authority))
            return None
        return self._row(record, department_name(authority))

    def _count_other(self, name: str) -> None:
        if len(self.other_authorities) >= MAX_AUTHORITIES and name not in self.other_authorities:
            name = NOT_RECORDED
        self.other_authorities[name] += 1

    def _has_wrong_width(self, cells: list[str]) -> bool:
        """Too few cells, or text in cells that have no heading; empty
        cells after the last heading do no harm.
        """
        return len(cells) < self._width or any(map(str.strip, cells[self._width :]))

    def _row(self, record: Record, authority: str) -> RowRead | Rejection | None:
        try:
            setting, inspections = self._reader.read(record.cells)
        except CellProblem as problem:
            column, value = self._reader.place_of(problem, record.cells)
            return self._reject(record, column, value, problem.reason, authority)
        if setting.urn in self._line_of:
            reason = Reason("O7", DUPLICATE, {"first": self._line_of[setting.urn], "second": record.line})
            return self._reject(
                record, self.layout.heading("urn")[:LONGEST_SHOWN], setting.urn, reason, authority
            )
        self._line_of[setting.urn] = record.line
        row_hash = self._hash(record.raw)
        if self._urn_of_hash.get(row_hash) == setting.urn:
            self.unchanged += 1
            return None
        self.read += 1
        return RowRead(record.line, authority, setting, inspections, row_hash)

    def _reject(
        self, record: Record, column: str, value: str, reason: Reason, authority: str | None = None
    ) -> Rejection:
        urn = self._urn_of(record)
        self.rejected += 1
        if urn is None:
            self.unreadable += 1
        else:
            self._rejected_urns.add(urn)
        return Rejection(
            record.line, column, value[:LONGEST_SHOWN].replace("\x00", ""), reason, urn, authority
        )

    def _urn_of(self, record: Record) -> str | None:
        """The URN of a rejected row, when it can be trusted to be one."""
        place = self.layout.places["urn"]
        try:
            return read_urn(record.cells[place])
        except (IndexError, CellProblem):
            return None

    def _hash(self, raw: bytes) -> bytes:
        return blake2b(raw, digest_size=HASH_BYTES, person=self._fingerprint).digest()

    def _tell_progress(self) -> None:
        if self._on_progress is not None:
            self._on_progress(self._upload.position, self._upload.size)
