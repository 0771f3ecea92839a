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
from typing import BinaryIO, Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.account import Note, Sample
from core.reading.dates import DateFault
from core.reading.records import Record, Records
from core.reading.results import CellProblem
from core.reasons import MONTHS, Reason
from ofsted.imports.accounts import Samples
from ofsted.imports.cells import read_type
from ofsted.imports.layouts import HEADER_WITHIN, Layout, is_header, layout_of, refuse_other_file
from ofsted.imports.names import NOT_RECORDED, authority_key, department_name
from ofsted.imports.opening import FileRefused, Upload
from ofsted.imports.rows import (
    HOME_TYPES,
    LONGEST_SHOWN,
    Cell,
    Rejection,
    Remark,
    RowProblem,
    RowRead,
    RowReader,
)
from providers.rules.identifiers import BAD_URN, read_ofsted_urn

Progress = Callable[[int, int], None]
PROGRESS_EVERY: Final = 1000
MAX_AUTHORITIES: Final = 1000
HASH_BYTES: Final = 16
REMARKED: Final = b"remarks"
AS_AT: Final = re.compile(r"as at (\d{1,2}) ([a-z]{3,9}) (\d{4})", re.IGNORECASE | re.ASCII)

CELLS: Final = gettext_noop("The row has %(found)d cells where the header has %(expected)d.")
DUPLICATE: Final = gettext_noop(
    "This URN is in the file twice: on line %(first)d and on line %(second)d. The first was used."
)
MONTH_FIRST: Final = gettext_noop(
    "The dates of this file stand month first: see “%(column)s” on line %(line)d. Nothing was read."
    " Upload the CSV file as Ofsted publishes it, unopened."
)


class _Held(NamedTuple):
    """A line without a URN and a type: a note if no row follows it, else a damaged row."""

    line: int
    text: str
    reason: Reason


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


class Scan:
    """Yields each RowRead and Rejection once. The counts and notes are complete when it has been used up.

    ``samples``: texts of columns that are not used, by the authority whose rows they stand in.
    """

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
        self._records = Records(upload.lines(), is_lenient=True)
        self._iterator = iter(self._records)
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
        self._held: list[_Held] = []
        self._last_row = 0
        self._has_unused = bool(self.layout.unused_places)
        self.samples: dict[str, Samples] = {}
        self.notes: list[Note] = []
        self.read = self.unchanged = self.rejected = self.unreadable = self._blank = 0
        self.other_authorities: Counter[str] = Counter()
        if self._urn_of_hash:
            self._records.skip = self._is_known

    @property
    def ignored(self) -> int:
        """Rows without any text."""
        return self._blank + self._records.blank

    @property
    def rows(self) -> int:
        """Rows of the whole file, of every authority."""
        return self.read + self.unchanged + self.rejected + sum(self.other_authorities.values())

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
            yield from self._judge_held()
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
        self._line_of[urn] = self._last_row = number
        self.unchanged += 1
        if self.unchanged % PROGRESS_EVERY == 0:
            self._tell_progress()
        return True

    def _answer(self, record: Record) -> RowRead | Rejection | None:
        cells = record.cells
        if record.problem is not None:
            return self._damaged(record, record.problem)  # its text may say where somebody lives
        if not any(map(str.strip, cells)):
            self._blank += 1
            return None
        if len(cells) != self._width and self._has_wrong_width(cells):
            return self._damaged(record, Reason("O7", CELLS, {"found": len(cells), "expected": self._width}))
        authority = cells[self._authority_at]
        if self._wanted is not None and authority_key(authority) not in self._wanted:
            name = department_name(authority)
            if name not in self.other_authorities and self._may_be_note(record):
                self._hold(record, Reason("O7", BAD_URN))
                return None
            self._last_row = record.line
            self._count_other(name)
            return None
        if self._wanted is not None:
            self._last_row = record.line  # a row that names one's own authority is no note
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

    def _damaged(self, record: Record, reason: Reason) -> Rejection | None:
        """A row that cannot be split into its cells, or a note below the table."""
        if self._may_be_note(record):
            self._hold(record, reason)
            return None
        self._last_row = record.line
        return self._reject(
            record.line, Cell("", "", "", reason), self._urn_of(record), self._is_home(record)
        )

    def _may_be_note(self, record: Record) -> bool:
        """Whether a line has neither a URN nor a type."""
        return self._urn_of(record) is None and self._type_of(record) is None

    def _hold(self, record: Record, reason: Reason) -> None:
        text = ", ".join(tidy for cell in record.cells if (tidy := " ".join(cell.split())))
        self._held.append(_Held(record.line, text[:LONGEST_SHOWN].replace("\x00", ""), reason))

    def _judge_held(self) -> Iterator[Rejection]:
        """Lines without URN and type after the last row are notes; between rows they are damaged rows."""
        for held in self._held:
            if held.line > self._last_row:
                self.notes.append(Note(held.line, Sample(held.text, is_private=True)))
            else:
                yield self._reject(held.line, Cell("", "", "", held.reason), None, True)
        self._held.clear()

    def _row(self, record: Record, authority: str) -> RowRead | Rejection | None:
        remarks: tuple[Remark, ...] = ()
        try:
            setting, inspections = self._reader.read(record.cells)
        except CellProblem:
            is_home = self._is_home(record)
            try:
                setting, inspections, cells = self._reader.read_with_remarks(record.cells)
            except RowProblem as problem:
                self._refuse_month_first(record, problem.cell)
                if self._wanted is None and self._may_be_note(record):
                    self._hold(record, problem.cell.reason)
                    return None
                self._last_row = record.line
                return self._reject(record.line, problem.cell, self._urn_of(record), is_home, authority)
            remarks = tuple(Remark(record.line, cell, setting.urn, is_home) for cell in cells)
        if setting.urn in self._line_of:
            facts = {"first": self._line_of[setting.urn], "second": record.line}
            cell = Cell(
                "urn", self.layout.heading("urn")[:LONGEST_SHOWN], setting.urn, Reason("O7", DUPLICATE, facts)
            )
            return self._reject(record.line, cell, setting.urn, self._is_home(record), authority)
        self._line_of[setting.urn] = self._last_row = record.line
        if self._has_unused:
            self._sample(record, authority)
        row_hash = self._hash(record.raw, has_remarks=bool(remarks))
        if self._urn_of_hash.get(row_hash) == setting.urn and not remarks:
            self.unchanged += 1
            return None
        self.read += 1
        return RowRead(record.line, authority, setting, inspections, row_hash, remarks)

    def _refuse_month_first(self, record: Record, cell: Cell) -> None:
        """One date that is impossible day first and possible month first tells the order of the whole file."""
        if cell.reason.sentence == DateFault.MONTH_FIRST:
            raise FileRefused(MONTH_FIRST, line=record.line, column=cell.column)

    def _sample(self, record: Record, authority: str) -> None:
        samples = self.samples.get(authority)
        if samples is None:
            samples = self.samples[authority] = Samples(self.layout)
        samples.take(record.cells, is_home=self._is_home(record))

    def _reject(
        self, line: int, cell: Cell, urn: str | None, is_home: bool, authority: str | None = None
    ) -> Rejection:
        self.rejected += 1
        if urn is None:
            self.unreadable += 1
        else:
            self._rejected_urns.add(urn)
        return Rejection(line, cell, urn, authority, is_home)

    def _urn_of(self, record: Record) -> str | None:
        """The URN of a row that cannot be read otherwise, when it can be trusted to be one."""
        try:
            return read_ofsted_urn(record.cells[self.layout.places["urn"]]).value
        except (IndexError, CellProblem):
            return None

    def _type_of(self, record: Record) -> str | None:
        try:
            return read_type(record.cells[self.layout.places["provider_type"]])
        except (IndexError, CellProblem):
            return None

    def _is_home(self, record: Record) -> bool:
        """Whether a row is that of a home, or may be one since its cells or its type cannot be read."""
        if len(record.cells) != self._width and self._has_wrong_width(record.cells):
            return True
        kind = self._type_of(record)
        return kind is None or kind in HOME_TYPES

    def _hash(self, raw: bytes, *, has_remarks: bool = False) -> bytes:
        """What the register remembers of a row.

        One with remarks is remembered so that it is never taken as known: it is read and told each time.
        """
        salt = REMARKED if has_remarks else b""
        return blake2b(raw, digest_size=HASH_BYTES, person=self._fingerprint, salt=salt).digest()

    def _tell_progress(self) -> None:
        if self._on_progress is not None:
            self._on_progress(self._upload.position, self._upload.size)
