"""A record of the national file to a setting and its inspections,
or a rejection that says line, column and value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from operator import call, itemgetter
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.dates import DateFault, UnreadDate
from core.reading.results import CellProblem
from core.reasons import Reason
from ofsted.imports import cells
from ofsted.imports.cells import Reader, Remembered
from ofsted.imports.columns import DECIDES, DESCRIBED, RegisterRow
from ofsted.imports.groups import Group, texts_at, together
from ofsted.imports.layouts import Layout
from ofsted.rules.inspections import InspectionFacts, is_graded
from ofsted.rules.regimes import JUDGEMENT_COLUMNS, Regime, regime_of_graded
from providers.rules.register import Scheme

LONGEST_SHOWN: Final = 120
#: Types whose address is where somebody lives, and an agency's, as the register takes them (F5).
HOME_TYPES: Final = frozenset(cells.PROVIDER_TYPES) - {
    "Childcare on non-domestic premises",
    "Childminder agency",
}
UNDATED: Final = gettext_noop("There is a judgement here but no inspection date beside it.")
TWO_ON_ONE_DAY: Final = gettext_noop("Two inspections of one kind on %(day)s, which do not say the same.")
OF_ANOTHER: Final = gettext_noop(
    "This inspection was of an earlier registration (URN %(urn)s): its judgement stays with that one."
)
TWO_NUMBERS: Final = gettext_noop(
    "The inspection on %(day)s is here twice under different numbers. The first was used."
)


class RowRead(NamedTuple):
    """One row that was read: its line, its authority as the Department spells it, and what it says."""

    line: int
    authority: str
    setting: RegisterRow
    inspections: tuple[InspectionFacts, ...]
    row_hash: bytes
    remarks: tuple[Remark, ...] = ()
    numbers: tuple[tuple[Scheme, str], ...] = ()  # beside the one that the row is known by


class Cell(NamedTuple):
    """A cell that was not read as it stands: its column's key and heading, its text, and why.

    ``field`` is empty where no column can be named. ``is_mended``: its value was read all the same.
    """

    field: str
    column: str
    value: str
    reason: Reason
    is_mended: bool = False


class Remark(NamedTuple):
    """One cell of a row that was read: its value was left out or mended.

    ``is_home``: the row is that of somebody's home (F5).
    """

    line: int
    cell: Cell
    urn: str
    is_home: bool


class Rejection(NamedTuple):
    """One row that was not read. `urn` is given when the row has a good one: that setting is still listed.

    ``is_home``: the row is that of somebody's home, or its type was not read, so it may be one.
    """

    line: int
    cell: Cell
    urn: str | None = None
    authority: str | None = None
    is_home: bool = True
    contradicts: bool = False  # another row of this URN, of which none is used then

    @property
    def column(self) -> str:
        return self.cell.column

    @property
    def value(self) -> str:
        return self.cell.value

    @property
    def reason(self) -> Reason:
        return self.cell.reason


class RowProblem(Exception):
    """Why a row is rejected: the cell that decides and cannot be read."""

    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        super().__init__(str(cell.reason))


class _Concluded(NamedTuple):
    """What follows from the judgements of an inspection: its framework, None where its day says it, and the
    fields behind its description.
    """

    regime: Regime | None
    fields: tuple[Any, ...]


class _Block(NamedTuple):
    """One kind of inspection in the row. Its day is one column, and so is its number, where there is one."""

    name: str
    regime: Regime | None
    texts_of: Callable[[Sequence[str]], tuple[str, ...]]
    blank: tuple[str, ...]
    inspected_on: int
    described: Group
    judged: Group
    concluded: Callable[[tuple[Any, ...]], _Concluded]
    is_judged_only: bool = False
    has_spans: bool = False
    urn_then: int | None = None  # where the number of the inspected registration stands


_JUDGED_FROM: Final = InspectionFacts._fields.index("is_graded")
_NOTHING_JUDGED: Final = (None,) * len(JUDGEMENT_COLUMNS)


#: What ``_make`` does, without its check of the length, twice for each row.
_register_row: Callable[[Iterable[Any]], RegisterRow] = partial(tuple.__new__, RegisterRow)
_inspection_facts: Callable[[Iterable[Any]], InspectionFacts] = partial(tuple.__new__, InspectionFacts)


class RowReader:
    """Reads the records of one layout. Make one for each file; it remembers what it has read."""

    def __init__(self, layout: Layout, today: date | None = None) -> None:
        self._layout = layout
        self._table = layout.table
        self._columns = layout.table.columns
        self._read_day = Remembered(layout.table.day_reader(today)).__getitem__
        self._setting = tuple(map(self._setting_column, RegisterRow._fields))
        self._setting_readers = tuple(read for _, read in self._setting)
        self._setting_texts = itemgetter(*(place for place, _ in self._setting))
        self._blocks = tuple(
            self._block(name) for name in layout.table.blocks if "inspected_on" in layout.block(name)
        )

    def read(self, record: Sequence[str]) -> tuple[RegisterRow, tuple[InspectionFacts, ...]]:
        """The setting and its inspections, of a row in which every cell is as it should be.

        Raises CellProblem for any other; ``read_with_remarks`` knows more.
        """
        setting = _register_row(map(call, self._setting_readers, self._setting_texts(record)))
        inspections = []
        for block in self._blocks:
            if record[block.inspected_on] or block.texts_of(record) != block.blank:
                facts = self._inspection(block, record)
                if facts is not None:
                    inspections.append(facts)
        return setting, _once(inspections) if len(inspections) > 1 else tuple(inspections)

    def read_with_remarks(
        self, record: Sequence[str]
    ) -> tuple[RegisterRow, tuple[InspectionFacts, ...], list[Cell]]:
        """The setting, its inspections and the cells that were left out or mended, cell by cell.

        Raises RowProblem when a cell that decides cannot be read.
        """
        remarks: list[Cell] = []
        values = [
            self._value(column, place, read, record, remarks)
            for column, (place, read) in zip(RegisterRow._fields, self._setting, strict=True)
        ]
        inspections: list[tuple[_Block, InspectionFacts]] = []
        for block in self._blocks:
            facts = self._inspection_with_remarks(block, record, remarks)
            if facts is not None:
                inspections.append((block, facts))
        return _register_row(values), self._once_with_remarks(inspections, record, remarks), remarks

    def _value(
        self, column: str, place: int, read: Reader, record: Sequence[str], remarks: list[Cell]
    ) -> Any:
        """The value of one cell; of one that describes None where it cannot be read."""
        text = record[place] if column in self._layout.places else ""
        try:
            if column == "urn":
                answer = self._table.read_key(text)
                if answer.remark is not None:
                    remarks.append(self._cell(column, text, answer.remark, is_mended=True))
                return answer.value
            return read(text)
        except CellProblem as problem:
            is_month_first = isinstance(problem, UnreadDate) and problem.fault is DateFault.MONTH_FIRST
            if self._columns[column].weight is DECIDES or is_month_first:
                raise RowProblem(self._cell(column, text, problem.reason)) from problem
            remarks.append(self._cell(column, text, problem.reason))
            return None

    def _cell(self, column: str, text: str, reason: Reason, *, is_mended: bool = False) -> Cell:
        heading, value = self._layout.heading(column)[:LONGEST_SHOWN], text[:LONGEST_SHOWN]
        return Cell(column, heading, value.replace("\x00", ""), reason, is_mended)

    def _inspection_with_remarks(
        self, block: _Block, record: Sequence[str], remarks: list[Cell]
    ) -> InspectionFacts | None:
        """As ``_inspection``, cell by cell."""
        date_column = f"{block.name}.inspected_on"
        day = self._value(date_column, block.inspected_on, self._read_day, record, remarks)
        for column, place, read in block.judged.each():
            judgement = self._value(column, place, read, record, remarks)
            if day is None and judgement is not None:
                raise RowProblem(self._cell(column, record[place], Reason("O7", UNDATED)))
        if day is None:
            return None
        said: dict[str, Any] = dict.fromkeys(DESCRIBED)
        for column, place, read in block.described.each():
            said[column.rpartition(".")[2]] = self._value(column, place, read, record, remarks)
        judgements = block.judged.read(block.judged.texts_of(record))
        facts = _facts_of(block, day, judgements, said["inspection_number"], said["visit_type"])
        if block.is_judged_only and not _is_judged(facts):
            return None
        if (urn := self._urn_of_another(block, record)) is not None:
            reason = Reason("O7", OF_ANOTHER, {"urn": urn})
            remarks.append(self._cell(f"{block.name}.urn_then", urn, reason, is_mended=True))
            return None
        return _with_span(block, facts, record)

    def _once_with_remarks(
        self,
        inspections: Sequence[tuple[_Block, InspectionFacts]],
        record: Sequence[str],
        remarks: list[Cell],
    ) -> tuple[InspectionFacts, ...]:
        """As ``_once``. Where two say the same and have different numbers, the first number counts."""
        by_key: dict[tuple[Regime, date], InspectionFacts] = {}
        for block, facts in inspections:
            first = by_key.setdefault((facts.regime, facts.inspected_on), facts)
            column = f"{block.name}.inspected_on"
            if not _agree(first, facts, facts_from=_JUDGED_FROM):
                reason = Reason("O7", TWO_ON_ONE_DAY, {"day": facts.inspected_on})
                raise RowProblem(self._cell(column, record[block.inspected_on], reason))
            if not _agree(first, facts, facts_from=0):
                reason = Reason("O7", TWO_NUMBERS, {"day": facts.inspected_on})
                remarks.append(self._cell(column, record[block.inspected_on], reason))
        return tuple(by_key.values())

    def _inspection(self, block: _Block, record: Sequence[str]) -> InspectionFacts | None:
        """One inspection, or None when its cells say "no value here"; raises CellProblem."""
        inspected_on = self._read_day(record[block.inspected_on])
        judgements = block.judged.read(block.judged.texts_of(record))
        if inspected_on is None:
            if judgements != _NOTHING_JUDGED:
                raise CellProblem(UNDATED)
            return None
        number, visit_type = block.described.read(block.described.texts_of(record))
        facts = _facts_of(block, inspected_on, judgements, number, visit_type)
        if not block.is_judged_only:
            return facts
        if not _is_judged(facts):
            return None
        if (urn := self._urn_of_another(block, record)) is not None:
            raise CellProblem(OF_ANOTHER, urn=urn)
        return _with_span(block, facts, record)

    def _urn_of_another(self, block: _Block, record: Sequence[str]) -> str | None:
        """The number of the registration that was inspected, if it is another's than the row's (O2)."""
        if block.urn_then is None:
            return None
        urn = record[block.urn_then].strip()[:LONGEST_SHOWN]
        if urn.casefold() in cells.NO_VALUE or urn == record[self._layout.places["urn"]].strip():
            return None
        return urn

    def _setting_column(self, column: str) -> tuple[int, Reader]:
        if column not in self._layout.places:
            return -1, _not_in_this_layout
        read, is_repeated = self._columns[column].read, self._columns[column].is_repeated
        return self._layout.places[column], Remembered(read).__getitem__ if is_repeated else read

    def _group(self, wanted: tuple[str, ...], prefix: str) -> Group:
        """The group of those of the wanted columns that this layout has; the others read as None."""
        columns = tuple(prefix + column for column in wanted if prefix + column in self._layout.places)
        places = tuple(self._layout.places[column] for column in columns)
        readers = tuple(map(self._group_reader, columns))
        return Group(columns, places, readers, texts_at(places), together(wanted, prefix, columns, readers))

    def _group_reader(self, column: str) -> Reader:
        """What repeats only one by one is remembered by itself: a group's texts are remembered together."""
        read = self._columns[column].read
        return Remembered(read).__getitem__ if column.endswith(".visit_type") else read

    def _block(self, name: str) -> _Block:
        places = self._layout.block(name)
        texts_of = texts_at(tuple(places.values()))
        blank = texts_of([""] * self._layout.width)
        described, judged = self._group(DESCRIBED, f"{name}."), self._group(JUDGEMENT_COLUMNS, f"{name}.")
        block = self._table.blocks[name]
        return _Block(
            name,
            block.regime,
            texts_of,
            blank,
            places["inspected_on"],
            described,
            judged,
            Remembered(partial(_conclude, block.regime)).__getitem__,
            block.is_judged_only,
            block.has_spans,
            places.get("urn_then"),
        )


def _facts_of(
    block: _Block, inspected_on: date, judgements: tuple[Any, ...], number: str | None, visit_type: str | None
) -> InspectionFacts:
    regime, fields = block.concluded(judgements)
    if regime is None:
        regime = regime_of_graded(inspected_on)
    return _inspection_facts((regime, number, inspected_on, visit_type, *fields))


def _conclude(regime: Regime | None, judgements: tuple[Any, ...]) -> _Concluded:
    overall = judgements[0]
    is_care = overall is not None and overall < 0
    if is_care:
        judgements = (None, *judgements[1:-1], -overall)
    if regime is None:
        graded = judgements[0] is not None
    else:
        said_under = Regime.OUT_OF_SCHOOL if is_care else regime
        graded = is_graded(said_under, dict(zip(JUDGEMENT_COLUMNS, judgements, strict=True)))
    return _Concluded(Regime.OUT_OF_SCHOOL if is_care else regime, (graded, *judgements, None, True))


def _is_judged(facts: InspectionFacts) -> bool:
    """Whether an inspection carries a judgement that somebody asks for: a grade, or what an agency is."""
    return facts.is_graded or facts.met is not None


def _with_span(block: _Block, facts: InspectionFacts, record: Sequence[str]) -> InspectionFacts:
    """The inspection with the text of its days, where they are a span."""
    text = " ".join(record[block.inspected_on].split())
    return facts._replace(visit_type=text[:60]) if block.has_spans and " " in text else facts


def _once(inspections: list[InspectionFacts]) -> tuple[InspectionFacts, ...]:
    """Each inspection once: a row may repeat one in a second block.

    Two that disagree about one day raise CellProblem.
    """
    by_key: dict[tuple[Regime, date], InspectionFacts] = {}
    for inspection in inspections:
        first = by_key.setdefault((inspection.regime, inspection.inspected_on), inspection)
        if first is not inspection and not _agree(first, inspection, facts_from=0):
            raise CellProblem(TWO_ON_ONE_DAY, day=inspection.inspected_on)
    return tuple(by_key.values())


def _agree(mine: InspectionFacts, theirs: InspectionFacts, *, facts_from: int) -> bool:
    """Whether two inspections do not contradict each other in their facts from a place on."""
    return all(
        here is None or there is None or here == there or isinstance(here, bool)
        for here, there in zip(mine[facts_from:], theirs[facts_from:], strict=True)
    )


def _not_in_this_layout(text: str) -> None:
    """The reader of a column that the layout does not have."""
