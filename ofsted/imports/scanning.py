"""One pass over an upload: what is wanted is read, what is known is
counted, what is wrong is rejected with a reason.

Rows of other authorities are only counted by name. A row whose bytes are those of the last load is only
counted too: its hash holds the layout's fingerprint, so a new layout makes every row new.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import BinaryIO, Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.account import Note, Sample
from core.reading.dates import DateFault
from core.reading.records import Record, Records
from core.reading.results import CellProblem
from core.reading.titles import day_in
from core.reasons import Reason
from ofsted.imports.accounts import Samples
from ofsted.imports.cells import NO_VALUE
from ofsted.imports.heads import find_head
from ofsted.imports.names import NOT_RECORDED, authority_key, department_name
from ofsted.imports.opening import MAX_LINES, FileRefused, Upload, refusing_long_ones
from ofsted.imports.parts import Parts
from ofsted.imports.rows import (
    LONGEST_SHOWN,
    Cell,
    Rejection,
    Remark,
    RowProblem,
    RowRead,
    RowReader,
)
from providers.rules.identifiers import BAD_URN

Progress = Callable[[int, int], None]
PROGRESS_EVERY: Final = 1000
MAX_AUTHORITIES: Final = 1000
LINE_BITS: Final = MAX_LINES.bit_length()
LINE_MASK: Final = (1 << LINE_BITS) - 1
HASH_MASK: Final = (1 << 61) - 1
WAS_READ: Final = 1 << 61  # above a hash, which may be nought

CELLS: Final = gettext_noop("The row has %(found)d cells where the header has %(expected)d.")
CONTRADICTION: Final = gettext_noop(
    "The rows on line %(first)d and on line %(second)d have this URN and do not say the same. Neither was used:"
    " what you hold stays. Ask Ofsted which one is right."
)
CUT: Final = gettext_noop(
    "The file ends in the middle of a row: it was not downloaded whole. Download it again and upload the new copy."
)
#: What stands in the place of an authority that is not told.
NO_AUTHORITY: Final = frozenset(map(authority_key, NO_VALUE))
#: How a row may begin that is cut off before its URN ends.
BEGINNING: Final = re.compile(r"(?:EY?|VC?)?\d{0,7}|web ?l?i?n?k?|https?:.*", re.IGNORECASE | re.ASCII)
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
    holders: Mapping[str, str] | None = None,
    on_progress: Progress | None = None,
    today: date | None = None,
    held: Collection[str] = (),
) -> Scan:
    """Open a file and find its layout; raises FileRefused. Iterate over the answer for its rows.

    `wanted_authorities` are names in any spelling, None for all. `known_rows` are the URNs of the last load
    by the hash of their row. `holders` are the wanted authorities that hold a URN: rows without an authority are
    theirs. `held` are the numbers that the wanted authorities hold, listed or not. With `today`, dates after it
    are rejected. `on_progress` is told bytes read and
    bytes in all.
    """
    upload = Upload(file)
    try:
        return Scan(upload, wanted_authorities, known_rows or {}, holders or {}, on_progress, today, held)
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
        holders: Mapping[str, str],
        on_progress: Progress | None,
        today: date | None,
        held: Collection[str] = (),
    ) -> None:
        self._upload = upload
        self._records = Records(upload.lines(), is_lenient=True)
        self._iterator = refusing_long_ones(self._records)
        self.titles, self.layout = find_head(self._iterator)
        self._width = self._records.width = self.layout.width
        self._table = self.layout.table
        self._held_keys = held
        self._authority_at = self.layout.places["local_authority"]
        self._code_at = self.layout.places.get("authority_code")
        self._parts = Parts(self.layout)
        self._reader = RowReader(self.layout, today)
        self._wanted = None if wanted_authorities is None else set(map(authority_key, wanted_authorities))
        self._urn_of_hash = known_rows
        self._holders = holders
        self.elsewhere: set[str] = set()  # URNs with a holder that the file lists under another name
        self._on_progress = on_progress
        #: By URN: the line, and of a row that was read its bytes' hash above that, in one number: a national
        #: file's are much of a load's memory.
        self._line_of: dict[str, int] = {}
        self._rejected_urns: dict[str, int] = {}  # with their first line
        self._held: list[_Held] = []
        self._last_row = 0
        self._has_unused = bool(self.layout.unused_places)
        self.samples: dict[str, Samples] = {}
        self.notes: list[Note] = []
        self.read = self.unchanged = self.rejected = self.unreadable = self.repeated = self._blank = 0
        self.codes: dict[str, set[str]] = {}  # of authorities, by the names beside them
        self.not_taken: Counter[str] = Counter()  # rows that the register has no place for, by authority
        self.other_authorities: Counter[str] = Counter()
        self.others_unreadable = 0  # of these rows, those without a readable URN: they may be anybody's
        if self._urn_of_hash:
            self._records.skip = self._is_known

    def close(self) -> None:
        """Give up a scan whose rows are not wanted; one that was used up is closed already."""
        self._upload.close()

    @property
    def ignored(self) -> int:
        """Rows without any text, and those that repeat one that was read."""
        return self._blank + self._records.blank + self.repeated

    @property
    def listed(self) -> set[str]:
        """Every URN that the file lists for the wanted authorities, unchanged and rejected ones too."""
        return self._line_of.keys() | self._rejected_urns.keys()

    def lists(self, urn: str) -> bool:
        """Whether a URN is `listed`."""
        return urn in self._line_of or urn in self._rejected_urns

    def __iter__(self) -> Iterator[RowRead | Rejection]:
        last: Record | None = None
        try:
            for count, record in enumerate(self._iterator):
                if count % PROGRESS_EVERY == 0:
                    self._tell_progress()
                answer = self._answer(record)
                if answer is not None:
                    yield answer
                last = record
            self._refuse_if_cut(last)
            yield from self._judge_held()
            self._tell_progress()
        finally:
            self._upload.close()

    @property
    def as_at(self) -> date | None:
        """The day that the file describes, when the text above the header says so."""
        return day_in(self.titles)

    @property
    def rows(self) -> int:
        """Rows with text below the header, whosever they are."""
        taken = self.read + self.unchanged + self.rejected + self.repeated
        return taken + self.not_taken.total() + self.other_authorities.total()

    def _refuse_if_cut(self, last: Record | None) -> None:
        """Refuse a file whose last line has no end and too few cells to be a row. A note below the table may."""
        if last is None or not self._upload.ends_open or last.line != self._records.number:
            return
        if last.raw.count(b",") >= self._width - 1:
            return
        place = self.layout.places["urn"]
        starts_like_a_row = (
            self._parts.urn_of(last) is not None
            if len(last.cells) > place + 1
            else all(BEGINNING.fullmatch(cell.strip()) for cell in last.cells[: place + 1])
        )
        if starts_like_a_row:
            raise FileRefused(CUT)

    def _is_known(self, line: bytes, number: int) -> bool:
        """Whether a line is that of the last load; then it is counted here and read no further."""
        urn = self._urn_of_hash.get(self._parts.hash_of(line.rstrip(b"\r\n")))
        if urn is None or urn in self._line_of or urn in self._rejected_urns:
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
        if len(cells) != self._width and self._parts.has_wrong_width(cells):
            return self._damaged(record, Reason("O7", CELLS, {"found": len(cells), "expected": self._width}))
        authority = cells[self._authority_at]
        if (
            self._wanted is not None
            and authority_key(authority) not in self._wanted
            and not self._has_our_code(cells)
        ):
            holder = self._holder_of(record)
            if holder is not None and (self._table.is_shared or authority_key(authority) in NO_AUTHORITY):
                self._last_row = record.line
                return self._row(record, department_name(holder))
            is_unreadable = self._parts.urn_of(record) is None
            if is_unreadable and authority_key(authority) in NO_AUTHORITY:
                return self._damaged(record, Reason("O7", BAD_URN))
            name = department_name(authority)
            if name not in self.other_authorities and self._may_be_note(record):
                self._hold(record, Reason("O7", BAD_URN))
                return None
            self._last_row = record.line
            self.others_unreadable += is_unreadable
            self._count_other(name)
            return None
        if self._wanted is not None:
            self._last_row = record.line  # a row that names one's own authority is no note
        if self._code_at is not None and self._wanted is not None:
            authority = self._named_or_coded(authority, cells[self._code_at].strip())
        return self._row(record, department_name(authority))

    def _named_or_coded(self, name: str, code: str) -> str:
        """The name or the code by which a row is a wanted authority's; remembers which code it has."""
        known = name if authority_key(name) in (self._wanted or ()) else code
        self.codes.setdefault(department_name(known), set()).add(code)
        return known

    def _has_our_code(self, cells: list[str]) -> bool:
        """Whether a row has the code of a wanted authority, where the file has codes."""
        return self._code_at is not None and authority_key(cells[self._code_at]) in (self._wanted or ())

    def _holder_of(self, record: Record) -> str | None:
        """The wanted authority that holds the setting of a row that does not name one of them."""
        cell = record.cells[self.layout.places["urn"]]
        urn = cell if cell in self._holders else self._parts.urn_of(record)
        if urn is None or urn not in self._holders:
            return None
        self.elsewhere.add(urn)
        return self._holders[urn]

    def _count_other(self, name: str) -> None:
        if len(self.other_authorities) >= MAX_AUTHORITIES and name not in self.other_authorities:
            name = NOT_RECORDED
        self.other_authorities[name] += 1

    def _damaged(self, record: Record, reason: Reason) -> Rejection | None:
        """A row that cannot be split into its cells, or a note below the table."""
        if self._may_be_note(record):
            self._hold(record, reason)
            return None
        self._last_row = record.line
        return self._reject(
            record.line, Cell("", "", "", reason), self._parts.urn_of(record), self._parts.is_home(record)
        )

    def _may_be_note(self, record: Record) -> bool:
        """Whether a line has neither a URN nor a type."""
        return self._parts.urn_of(record) is None and self._parts.type_of(record) is None

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
        if self._table.takes is not None and not self._takes(record):
            self._last_row = record.line
            self.not_taken[authority] += 1
            return None
        remarks: tuple[Remark, ...] = ()
        try:
            setting, inspections = self._reader.read(record.cells)
        except CellProblem:
            is_home = self._parts.is_home(record)
            try:
                setting, inspections, cells = self._reader.read_with_remarks(record.cells)
            except RowProblem as problem:
                self._refuse_month_first(record, problem.cell)
                if self._wanted is None and self._may_be_note(record):
                    self._hold(record, problem.cell.reason)
                    return None
                self._last_row = record.line
                return self._reject(record.line, problem.cell, self._parts.urn_of(record), is_home, authority)
            remarks = tuple(Remark(record.line, cell, setting.urn, is_home) for cell in cells)
        row_hash = self._parts.hash_of(record.raw, has_remarks=bool(remarks))
        said = hash(record.raw) & HASH_MASK | WAS_READ
        is_known = self._urn_of_hash.get(row_hash) == setting.urn and not remarks
        if setting.urn in self._line_of:
            if (self._line_of[setting.urn] >> LINE_BITS or (said if is_known else None)) == said:
                self.repeated += 1
                return None
            return self._contradict(record, setting.urn, authority)
        if setting.urn in self._rejected_urns:
            return self._contradict(record, setting.urn, authority)
        self._line_of[setting.urn] = self._last_row = record.line
        if self._has_unused:
            self._sample(record, authority)
        if is_known:
            self.unchanged += 1
            return None
        self._line_of[setting.urn] = said << LINE_BITS | record.line
        self.read += 1
        numbers = self._table.numbers(self._parts.texts_of(record)) if self._table.numbers is not None else ()
        return RowRead(record.line, authority, setting, inspections, row_hash, remarks, numbers)

    def _takes(self, record: Record) -> bool:
        """Whether a row has a place in the register. One whose number or type cannot be read is judged, not
        left out.
        """
        takes = self._table.takes
        urn = self._parts.urn_of(record)
        return takes is None or urn is None or urn in self._held_keys or takes(self._parts.texts_of(record))

    def _refuse_month_first(self, record: Record, cell: Cell) -> None:
        """One date that is impossible day first and possible month first tells the order of the whole file."""
        if cell.reason.sentence == DateFault.MONTH_FIRST:
            raise FileRefused(MONTH_FIRST, line=record.line, column=cell.column)

    def _sample(self, record: Record, authority: str) -> None:
        samples = self.samples.get(authority)
        if samples is None:
            samples = self.samples[authority] = Samples(self.layout)
        samples.take(record.cells, is_home=self._parts.is_home(record))

    def _contradict(self, record: Record, urn: str, authority: str) -> Rejection:
        first = self._line_of.get(urn, 0) & LINE_MASK or self._rejected_urns[urn]
        reason = Reason("O7", CONTRADICTION, {"first": first, "second": record.line})
        cell = Cell("urn", self.layout.heading("urn")[:LONGEST_SHOWN], urn, reason)
        return self._reject(record.line, cell, urn, self._parts.is_home(record), authority)

    def _reject(
        self, line: int, cell: Cell, urn: str | None, is_home: bool, authority: str | None = None
    ) -> Rejection:
        self.rejected += 1
        if urn is None:
            self.unreadable += 1
        else:
            self._rejected_urns.setdefault(urn, line)
        # Whichever of two rows is damaged, nobody knows which one is the setting's.
        contradicts = urn is not None and (urn in self._line_of or self._rejected_urns[urn] != line)
        return Rejection(line, cell, urn, authority, is_home, contradicts)

    def _tell_progress(self) -> None:
        if self._on_progress is not None:
            self._on_progress(self._upload.position, self._upload.size)
