"""A record of the national file to a setting and its inspections,
or a rejection that says line, column and value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from operator import call, itemgetter
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reasons import Reason
from ofsted.imports import cells
from ofsted.imports.cells import CellProblem, Reader, Remembered
from ofsted.imports.columns import BLOCKS, COLUMNS, DESCRIBED, SETTING, RegisterRow
from ofsted.imports.layouts import Layout
from ofsted.rules.inspections import InspectionFacts, is_graded
from ofsted.rules.regimes import JUDGEMENT_COLUMNS, Regime, regime_of_graded

LONGEST_SHOWN: Final = 120
UNDATED: Final = gettext_noop("There is a judgement here but no inspection date beside it.")
TWO_ON_ONE_DAY: Final = gettext_noop("Two inspections of one kind on %(day)s, which do not say the same.")


class RowRead(NamedTuple):
    """One row that was read: its line, its authority as the Department spells it, and what it says."""

    line: int
    authority: str
    setting: RegisterRow
    inspections: tuple[InspectionFacts, ...]
    row_hash: bytes


class Rejection(NamedTuple):
    """One row that was not read. `urn` is given when the row has a good one: that setting is still listed."""

    line: int
    column: str
    value: str
    reason: Reason
    urn: str | None = None
    authority: str | None = None
    contradicts: bool = False  # another row of this URN, of which none is used then


class _Group(NamedTuple):
    """Columns that are read together: their texts as one tuple, and
    its reader, which remembers the tuples it met.
    """

    columns: tuple[str, ...]
    places: tuple[int, ...]
    readers: tuple[Reader, ...]
    texts_of: Callable[[Sequence[str]], tuple[str, ...]]
    read: Callable[[tuple[str, ...]], tuple[Any, ...]]

    def each(self) -> Iterator[tuple[str, int, Reader]]:
        """(column, place, reader) of each."""
        return zip(self.columns, self.places, self.readers, strict=True)


class _Block(NamedTuple):
    """One kind of inspection in the row. Its day is one column, and so is its number, where there is one."""

    name: str
    regime: Regime | None
    texts_of: Callable[[Sequence[str]], tuple[str, ...]]
    blank: tuple[str, ...]
    inspected_on: int
    described: _Group
    judged: _Group


_NOTHING_JUDGED: Final = (None,) * len(JUDGEMENT_COLUMNS)


#: What ``_make`` does, without its check of the length, twice for each row.
_register_row: Callable[[Iterable[Any]], RegisterRow] = partial(tuple.__new__, RegisterRow)
_inspection_facts: Callable[[Iterable[Any]], InspectionFacts] = partial(tuple.__new__, InspectionFacts)


class RowReader:
    """Reads the records of one layout. Make one for each file; it remembers what it has read."""

    def __init__(self, layout: Layout, today: date | None = None) -> None:
        self._layout = layout
        self._read_day = Remembered(cells.date_reader(today)).__getitem__
        self._setting = tuple(map(self._setting_column, RegisterRow._fields))
        self._setting_readers = tuple(read for _, read in self._setting)
        self._setting_texts = itemgetter(*(place for place, _ in self._setting))
        self._blocks = tuple(self._block(name) for name in BLOCKS if "inspected_on" in layout.block(name))

    def read(self, record: Sequence[str]) -> tuple[RegisterRow, tuple[InspectionFacts, ...]]:
        """The setting and its inspections; raises CellProblem (see `place_of`)."""
        setting = _register_row(map(call, self._setting_readers, self._setting_texts(record)))
        inspections = []
        for block in self._blocks:
            if (
                block.texts_of(record) != block.blank
                and (facts := self._inspection(block, record)) is not None
            ):
                inspections.append(facts)
        return setting, _once(inspections) if len(inspections) > 1 else tuple(inspections)

    def place_of(self, problem: CellProblem, record: Sequence[str]) -> tuple[str, str]:
        """(heading, value) of the cell for which `read` raised the problem."""
        if problem.reason.sentence == TWO_ON_ONE_DAY:
            day = problem.reason.facts["day"]
            column, place = next(
                (f"{block.name}.inspected_on", block.inspected_on)
                for block in reversed(self._blocks)
                if self._read_day(record[block.inspected_on]) == day
            )
        elif problem.reason.sentence == UNDATED:
            column, place = next(
                (column, place)
                for block in self._blocks
                if self._read_day(record[block.inspected_on]) is None
                for column, place, read in block.judged.each()
                if read(record[place]) is not None
            )
        else:
            column, place = next(
                (column, place) for column, place, read in self._every_column() if _fails(read, record[place])
            )
        return self._layout.heading(column)[:LONGEST_SHOWN], record[place][:LONGEST_SHOWN]

    def _every_column(self) -> Iterator[tuple[str, int, Reader]]:
        for column, (place, read) in zip(RegisterRow._fields, self._setting, strict=True):
            yield column, place, read
        for block in self._blocks:
            yield f"{block.name}.inspected_on", block.inspected_on, self._read_day
            yield from block.judged.each()
            yield from block.described.each()

    def _inspection(self, block: _Block, record: Sequence[str]) -> InspectionFacts | None:
        """One inspection, or None when its cells say "no value here"; raises CellProblem."""
        inspected_on = self._read_day(record[block.inspected_on])
        judgements = block.judged.read(block.judged.texts_of(record))
        if inspected_on is None:
            if judgements != _NOTHING_JUDGED:
                raise CellProblem(UNDATED)
            return None
        number, visit_type = block.described.read(block.described.texts_of(record))
        regime = block.regime or regime_of_graded(inspected_on)
        overall = judgements[0]
        if overall is not None and overall < 0:
            regime, judgements = Regime.OUT_OF_SCHOOL, (None, *judgements[1:-1], -overall)
        graded = judgements[0] is not None
        if block.regime is not None:
            graded = is_graded(regime, dict(zip(JUDGEMENT_COLUMNS, judgements, strict=True)))
        return _inspection_facts((regime, number, inspected_on, visit_type, graded, *judgements, None, True))

    def _setting_column(self, column: str) -> tuple[int, Reader]:
        if column not in self._layout.places:
            return -1, _not_in_this_layout
        read, is_repeated = SETTING[column].read, SETTING[column].is_repeated
        return self._layout.places[column], Remembered(read).__getitem__ if is_repeated else read

    def _group(self, wanted: tuple[str, ...], prefix: str) -> _Group:
        """The group of those of the wanted columns that this layout has; the others read as None."""
        columns = tuple(prefix + column for column in wanted if prefix + column in self._layout.places)
        places = tuple(self._layout.places[column] for column in columns)
        readers = tuple(COLUMNS[column].read for column in columns)
        return _Group(
            columns, places, readers, _texts_at(places), _together(wanted, prefix, columns, readers)
        )

    def _block(self, name: str) -> _Block:
        places = self._layout.block(name)
        texts_of = _texts_at(tuple(places.values()))
        blank = texts_of([""] * self._layout.width)
        described, judged = self._group(DESCRIBED, f"{name}."), self._group(JUDGEMENT_COLUMNS, f"{name}.")
        return _Block(name, BLOCKS[name].regime, texts_of, blank, places["inspected_on"], described, judged)


def _fails(read: Reader, text: str) -> bool:
    try:
        read(text)
    except CellProblem:
        return True
    return False


def _once(inspections: list[InspectionFacts]) -> tuple[InspectionFacts, ...]:
    """Each inspection once: a row may repeat one in a second block.

    Two that disagree about one day raise CellProblem.
    """
    if len(inspections) <= 1:
        return tuple(inspections)
    by_key: dict[tuple[Regime, date], InspectionFacts] = {}
    for inspection in inspections:
        first = by_key.setdefault((inspection.regime, inspection.inspected_on), inspection)
        if first is not inspection and any(
            mine is not None and theirs is not None and mine != theirs
            for mine, theirs in zip(first, inspection, strict=True)
            if not isinstance(mine, bool)
        ):
            raise CellProblem(TWO_ON_ONE_DAY, day=inspection.inspected_on)
    return tuple(by_key.values())


def _not_in_this_layout(text: str) -> None:
    """The reader of a column that the layout does not have."""


def _texts_at(places: tuple[int, ...]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """The texts at these places, always as a tuple: for one place, its text stands there twice."""
    if not places:
        return lambda record: ()
    return itemgetter(*places, places[0]) if len(places) == 1 else itemgetter(*places)


def _together(
    wanted: tuple[str, ...], prefix: str, columns: tuple[str, ...], readers: tuple[Reader, ...]
) -> Callable[[tuple[str, ...]], tuple[Any, ...]]:
    """One reader of a group's texts. It answers for every wanted column, None for those the layout lacks."""
    positions = [columns.index(prefix + column) if prefix + column in columns else -1 for column in wanted]

    def read(texts: tuple[str, ...]) -> tuple[Any, ...]:
        values = list(map(call, readers, texts))
        values.append(None)
        return tuple([values[position] for position in positions])

    return read if wanted is DESCRIBED else Remembered(read).__getitem__
