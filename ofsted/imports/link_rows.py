"""One pass over the links of the register of schools: those that touch schools of one's own (O7).

Its rows name two schools and no authority. A row is one's own when one of the two is in one's register. The
register has a row for each end of a link, so a row is known by both numbers and the kind of link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO, Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.account import Note, Sample
from core.reading.dates import DateFault
from core.reading.records import Record, Records
from core.reading.results import Answer, CellProblem
from core.reasons import Reason
from ofsted.imports.accounts import Samples
from ofsted.imports.heads import find_head
from ofsted.imports.layouts import Layout
from ofsted.imports.links import read_link_type
from ofsted.imports.opening import FileRefused, Upload, refusing_long_ones
from ofsted.imports.rows import LONGEST_SHOWN, Cell, Rejection, Remark
from ofsted.imports.scanning import CELLS, CUT, MONTH_FIRST
from ofsted.rules.school_links import Link
from providers.rules.identifiers import read_dfe_urn

PROGRESS_EVERY: Final = 1000
ITSELF: Final = gettext_noop("Both numbers of this link are those of one school.")
CONTRADICTION: Final = gettext_noop(
    "The rows on line %(first)d and on line %(second)d have this link and do not say the same. Neither"
    " was used: what"
    " you hold stays. Ask the Department for Education which one is right."
)
#: How a row may begin that is cut off before its first number ends.
BEGINNING: Final = re.compile(r"\s*\d{0,6}", re.ASCII)


class LinkRead(NamedTuple):
    """One row that was read. ``since`` and ``other_name`` are None where the file says nothing."""

    line: int
    link: Link
    since: date | None
    other_name: str | None


@dataclass
class LinksRead:
    """What a file of links holds that touches certain schools.

    ``unsure``: pairs of numbers whose row was not read or whose rows contradict each other: what is held of
    them stays. ``others``: rows about other schools, and ``others_unreadable`` those of them with a number
    that cannot be read: they may be anybody's.
    """

    titles: str
    layout: Layout
    links: dict[Link, LinkRead] = field(default_factory=dict)
    rejected: list[Rejection] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unsure: set[tuple[str, str]] = field(default_factory=set)
    contradicted: set[Link] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    samples: Samples | None = None
    ignored: int = 0
    not_taken: int = 0
    others: int = 0
    others_unreadable: int = 0

    @property
    def rows(self) -> int:
        """Rows that touch the schools: read, or rejected."""
        return len(self.links) + len(self.rejected)

    @property
    def without_identifier(self) -> int:
        """Rows of which nobody knows whose they are."""
        return self.others_unreadable + sum(item.urn is None for item in self.rejected)

    @property
    def all_rows(self) -> int:
        """Rows with text below the header, whosever they are, without notes and repeats."""
        return self.rows + self.not_taken + self.others


def read_links(
    file: BinaryIO,
    touching: Collection[str],
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> LinksRead:
    """Read the links that touch schools with these numbers. Raises FileRefused.

    ``on_progress`` is told bytes read and bytes in all.
    """
    with closing(Upload(file)) as upload:
        records = Records(upload.lines(), is_lenient=True)
        iterator = refusing_long_ones(records)
        head = find_head(iterator)
        records.width = head.layout.width
        reader = _Reader(LinksRead(head.titles, head.layout), touching)
        last: Record | None = None
        for count, record in enumerate(iterator):
            if count % PROGRESS_EVERY == 0 and on_progress is not None:
                on_progress(upload.position, upload.size)
            reader.take(record)
            last = record
        if last is not None and upload.ends_open and last.line == records.number:
            reader.refuse_if_cut(last)
        reader.finish(records.blank)
        if on_progress is not None:
            on_progress(upload.position, upload.size)
    return reader.found


class _Reader:
    """Takes each record once."""

    def __init__(self, found: LinksRead, touching: Collection[str]) -> None:
        self.found = found
        self._touching = touching
        self._layout = found.layout
        self._places, self._width = found.layout.places, found.layout.width
        self._columns = found.layout.table.columns
        self._line_of: dict[Link, int] = {}
        self._held_back: list[tuple[Record, Reason]] = []  # notes, unless a row follows
        self._last_row = 0
        if found.layout.unused_places:
            found.samples = Samples(found.layout)

    def take(self, record: Record) -> None:
        if record.problem is None and not any(map(str.strip, record.cells)):
            self.found.ignored += 1
            return
        numbers = [self._number(record, column) for column in ("urn", "other")]
        if not any(isinstance(number, Answer) for number in numbers):
            self._held_back.append((record, self._fault_of(record, numbers)))
            return
        self._last_row = record.line
        if not any(isinstance(number, Answer) and number.value in self._touching for number in numbers):
            self.found.others += 1
            self.found.others_unreadable += any(not isinstance(number, Answer) for number in numbers)
            return
        self._take_own(record, numbers)

    def _take_own(self, record: Record, numbers: list[Answer[str] | Cell]) -> None:
        ours = next(n.value for n in numbers if isinstance(n, Answer) and n.value in self._touching)
        if fault := self._damage(record):
            is_whole = self._hold_what_is_held(numbers)
            self._reject(record, Cell("", "", "", fault), ours if is_whole else None)
            return
        for number in numbers:
            if not isinstance(number, Answer):
                self._reject(record, number, None)
                return
        urn, other = (number.value for number in numbers if isinstance(number, Answer))
        if urn == other:
            self._reject(record, self._cell(record, "other", Reason("O7", ITSELF)), ours)
            return
        try:
            link_type = read_link_type(self._text(record, "link_type"))
        except CellProblem as problem:
            self._reject(record, self._cell(record, "link_type", problem.reason), ours)
            self._hold_what_is_held(numbers)
            return
        if link_type is None:
            self.found.not_taken += 1
            return
        remarks = [
            self._cell(record, column, answer.remark)._replace(is_mended=True)
            for column, answer in zip(("urn", "other"), numbers, strict=True)
            if isinstance(answer, Answer) and answer.remark is not None
        ]
        row = LinkRead(
            record.line,
            Link(urn, other, link_type),
            self._described(record, "since", remarks),
            self._described(record, "other_name", remarks),
        )
        self._keep(record, row, remarks, ours)

    def _keep(self, record: Record, row: LinkRead, remarks: list[Cell], ours: str) -> None:
        first = self._line_of.setdefault(row.link, record.line)
        known = self.found.links.get(row.link)
        if first != record.line:
            if known is not None and known._replace(line=record.line) == row:
                self.found.ignored += 1
                return
            facts = {"first": first, "second": record.line}
            self._reject(record, self._cell(record, "other", Reason("O7", CONTRADICTION, facts)), ours)
            self.found.links.pop(row.link, None)
            self.found.contradicted.add(row.link)
            self.found.unsure.add((row.link.urn, row.link.other))
            return
        self.found.links[row.link] = row
        self.found.remarks += [Remark(record.line, cell, ours, is_home=False) for cell in remarks]
        if self.found.samples is not None:
            self.found.samples.take(record.cells, is_home=False)

    def _hold_what_is_held(self, numbers: list[Answer[str] | Cell]) -> bool:
        """A row that was not read says nothing of the link: what is held of it stays.

        Returns whether both numbers can be read.
        """
        pair = [number.value for number in numbers if isinstance(number, Answer)]
        if len(pair) == len(numbers):
            self.found.unsure.add((pair[0], pair[1]))
        return len(pair) == len(numbers)

    def _described(self, record: Record, column: str, remarks: list[Cell]) -> Any:
        if column not in self._places:
            return None
        try:
            return self._columns[column].read(self._text(record, column))
        except CellProblem as problem:
            if problem.reason.sentence == DateFault.MONTH_FIRST:
                raise FileRefused(
                    MONTH_FIRST, line=record.line, column=self._layout.heading(column)
                ) from None
            remarks.append(self._cell(record, column, problem.reason))
            return None

    def _damage(self, record: Record) -> Reason | None:
        """What is wrong with a record as a whole; empty cells after the last heading do no harm."""
        if record.problem is not None:
            return record.problem
        found = len(record.cells)
        if found < self._width or any(map(str.strip, record.cells[self._width :])):
            return Reason("O7", CELLS, {"found": found, "expected": self._width})
        return None

    def _number(self, record: Record, column: str) -> Answer[str] | Cell:
        try:
            return read_dfe_urn(self._text(record, column))
        except CellProblem as problem:
            return self._cell(record, column, problem.reason)

    def _fault_of(self, record: Record, numbers: list[Answer[str] | Cell]) -> Reason:
        return self._damage(record) or next(cell.reason for cell in numbers if isinstance(cell, Cell))

    def _text(self, record: Record, column: str) -> str:
        place = self._places[column]
        return record.cells[place] if place < len(record.cells) else ""

    def _cell(self, record: Record, column: str, reason: Reason) -> Cell:
        text = self._text(record, column)[:LONGEST_SHOWN].replace("\x00", "")
        return Cell(column, self._layout.heading(column)[:LONGEST_SHOWN], text, reason)

    def _reject(self, record: Record, cell: Cell, urn: str | None) -> None:
        self.found.rejected.append(Rejection(record.line, cell, urn, is_home=False))

    def refuse_if_cut(self, last: Record) -> None:
        """Refuse a file whose last line has no end and too few cells to be a row. A note below the table
        may.
        """
        if last.raw.count(b",") >= self._width - 1:
            return
        is_a_row = any(isinstance(self._number(last, column), Answer) for column in ("urn", "other"))
        if is_a_row or (len(last.cells) == 1 and BEGINNING.fullmatch(last.cells[0])):
            raise FileRefused(CUT)

    def finish(self, blank: int) -> None:
        """Lines without numbers after the last row are notes; between rows they are damaged rows."""
        self.found.ignored += blank
        for record, reason in self._held_back:
            if record.line > self._last_row:
                text = ", ".join(tidy for cell in record.cells if (tidy := " ".join(cell.split())))
                note = Sample(text[:LONGEST_SHOWN].replace("\x00", ""), is_private=True)
                self.found.notes.append(Note(record.line, note))
            else:
                self._reject(record, Cell("", "", "", reason), None)
