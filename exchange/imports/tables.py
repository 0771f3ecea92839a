"""The tables of an upload, sheet by sheet: the lines of each, what stands above or below them, what is
hidden, and values that are given once for a block of lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from django.utils.translation import gettext_noop

from core.names import name_key
from core.reading.account import (
    MAX_NOTES,
    Account,
    Note,
    Sample,
    SheetAccount,
    Unused,
)
from core.reasons import Reason, Term
from exchange.imports.accounts import tallies_of
from exchange.imports.asking import (
    ONE_ABOVE,
    about_columns,
    about_group,
    about_hidden,
    about_values_above,
    about_words,
    columns_key,
    group_key,
    hidden_key,
    word_key,
)
from exchange.imports.columns import (
    COLUMNS,
    HEADER_WITHIN,
    header_of,
    is_header,
    is_header_of_group,
    known_headings,
    may_name_a_group,
    refuse_without_header,
    title_of,
)
from exchange.imports.in_hand import HIDDEN_MARK, TableInHand
from exchange.imports.leaving import HAS_LEFT, HAS_LEFT_ON, Ending, ending_in
from exchange.imports.lines import Line, Problem, Spot, beyond_end, line_of
from exchange.imports.questions import ASKED, Choices, Question
from exchange.imports.rows import SheetRow, SheetTable
from ofsted.imports.opening import FileRefused

EMPTY: Final = gettext_noop("The spreadsheet has headings and no lines below them.")
HIDDEN: Final = gettext_noop("It is hidden. Hidden sheets are never read.")
WITHOUT_HEADER: Final = gettext_noop("It has no line with the headings that are needed.")
WAITS: Final = gettext_noop("It has no column Collaboration: answer the question about it.")
NO_GROUP: Final = gettext_noop("It is no collaboration’s list, as you answered.")
ABOVE: Final = gettext_noop("Taken from %(line)s, as you confirmed.")
LEFT_BLANK: Final = gettext_noop("This cell is empty, and you chose not to take the value above it.")
NOT_CURRENT: Final = gettext_noop(
    "This setting is no member today, as you answered: load current members only."
)

#: What may be given once for a block of lines; only a ditto mark asks for the others.
_BLOCKS: Final = ("collaboration", "joined_on")
_DITTOED: Final = (*_BLOCKS, "kind", "district", "urn", "setting")
_DITTO: Final = frozenset({
    '"', "''", "”", "“", "〃", ",,", "ditto", "do.", "as above", "see above", "same", "same as above", "↑", "^",
})  # fmt: skip
_TOTAL: Final = re.compile(r"(?:grand |sub-?\s?|overall )?totals?\b|sum\b|count\b|number of\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """Every line of a file that was read, what became of the rest, and what a person is asked about it."""

    lines: Sequence[Line]
    account: Account
    questions: Sequence[Question]


def read_tables(tables: Sequence[SheetTable], *, today: date, choices: Choices | None = None) -> Reading:
    """Read the tables of an upload, with a person's answers so far.

    Raises FileRefused when it is no table of members at all; a line that is wrong is kept with its problems.
    """
    return _Reader(today, choices or {}).read(tables)


@dataclass
class _Reader:
    """Fills the account and gathers the questions while it reads one table after the other."""

    today: date
    choices: Choices
    lines: list[Line] = field(default_factory=list)
    sheets: list[SheetAccount] = field(default_factory=list)
    used: dict[str, None] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    unused: list[Unused] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    hidden: dict[int, list[int]] = field(default_factory=dict)
    hidden_columns: dict[int, dict[str, None]] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    blank: int = 0
    proposals: list[Reason] = field(default_factory=list)
    words: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)

    def read(self, tables: Sequence[SheetTable]) -> Reading:
        first_lines: list[Sequence[str]] = []
        refusals: list[FileRefused] = []
        for place, table in enumerate(tables):
            self.blank += table.blank_rows
            if table.is_hidden:
                self.sheets.append(SheetAccount(table.name, is_hidden=True, why=HIDDEN))
                continue
            try:
                body = self._below_header(table, place, first_lines)
            except FileRefused as refused:
                refusals.append(refused)
                self.sheets.append(SheetAccount(table.name, why=_why(refused)))
                continue
            if body is None:
                self.sheets.append(SheetAccount(table.name, why=WITHOUT_HEADER))
        asked = self.groups or self.hidden_columns
        if not asked and not any(not sheet.why for sheet in self.sheets):
            raise refusals[0] if refusals else refuse_without_header(first_lines)
        if not self.lines and not self.hidden and not asked:
            raise FileRefused(EMPTY)
        return self._ended()

    # --- lines ----------------------------------------------------------------------------------------------
    def _below_header(
        self, table: SheetTable, place: int, first_lines: list[Sequence[str]]
    ) -> TableInHand | None:
        """Read one sheet, each of its tables under its own header. None where it has no header."""
        rows = iter(table.rows)
        state, refusal = None, None
        for row, _ in zip(rows, range(HEADER_WITHIN), strict=False):
            if is_header(row.cells):
                try:
                    state = self._begin(table, place, row)
                    break
                except FileRefused as refused:  # the first of two lines of headings may say less
                    refusal = refusal or refused
            first_lines.append(row.cells)
        if state is None and refusal is not None:
            raise refusal
        if state is None:
            rows = iter(table.rows)
            state = self._begin_group(table, place, rows)
            if state is None or self.choices.get(group_key(place, table.name)) != "read":
                return state
        for row in rows:
            if row.problem is None and (
                is_header(row.cells) or (state.group and is_header_of_group(row.cells))
            ):
                state = self._begin_again(table, state, row)
            else:
                self._row(state, row)
        self.unused += state.unused()
        self.sheets.append(SheetAccount(table.name, rows=state.rows))
        return state

    def _begin_group(self, table: SheetTable, place: int, rows: Iterator[SheetRow]) -> TableInHand | None:
        """A sheet that is called by the collaboration of its lines: a person is asked whether it is."""
        if not may_name_a_group(table.name):
            return None
        for row, _ in zip(rows, range(HEADER_WITHIN), strict=False):
            if not is_header_of_group(row.cells):
                continue
            self.groups[place] = table.name
            answer = self.choices.get(group_key(place, table.name))
            if answer != "read":
                why = WAITS if answer is None else NO_GROUP
                self.sheets.append(SheetAccount(table.name, why=why))
                return TableInHand(place, table.name, header_of(row.cells, without="collaboration"))
            return self._begin(table, place, row, group=" ".join(table.name.split()))
        return None

    def _begin(self, table: SheetTable, place: int, row: SheetRow, *, group: str = "") -> TableInHand:
        cells = ["" if at in row.across else cell for at, cell in enumerate(row.cells)]
        for at in sorted(table.hidden_columns):
            if at < len(cells) and known_headings([cells[at]]):
                self.hidden_columns.setdefault(place, {}).setdefault(" ".join(cells[at].split()))
                if self.choices.get(columns_key(place)) == "leave":
                    cells[at] = ""
        header = header_of(cells, without="collaboration" if group else "")
        for key, at in (*header.places.items(), *header.endings):
            self.used.setdefault(header.headings[at] + (HIDDEN_MARK if at in table.hidden_columns else ""))
            self.keys.add(key)
        if group:
            self.keys.add("collaboration")
        return TableInHand(place, table.name, header, group, table.hidden_columns)

    def _begin_again(self, table: SheetTable, state: TableInHand, row: SheetRow) -> TableInHand:
        """A second line of headings: another table of the sheet, or the same headings once more."""
        try:
            following = self._begin(table, state.place, row, group=state.group)
        except FileRefused:
            self._note(state, row)
            return state
        following.rows = state.rows
        if following.header == state.header:
            self._note(state, row)
            following.samples = state.samples
        else:
            self.unused += state.unused()
        return following

    def _row(self, state: TableInHand, row: SheetRow) -> None:
        if row.problem is None and not any(cell.strip() for cell in row.cells):
            self.blank += 1
            return
        if row.is_hidden:
            self.hidden.setdefault(state.place, []).append(row.number)
            if self.choices.get(hidden_key(state.place)) != "read":
                return
        spot = Spot(state.place, state.name, row.number)
        if row.problem is not None:
            self.lines.append(Line(spot, {}, problems=(Problem("collaboration", row.problem),)))
            state.rows += 1
            return
        raw = {key: row.cells[at].strip() for key, at in state.header.places.items() if at < len(row.cells)}
        if self._is_note(state, row, raw):
            self._note(state, row)
            return
        if state.group:
            raw.setdefault("collaboration", state.group)
        state.sample(row)
        state.rows += 1
        self.lines.append(self._line(state, spot, raw, row.cells))

    def _is_note(self, state: TableInHand, row: SheetRow, raw: Mapping[str, str]) -> bool:
        """Whether a line without a URN is no line of the table: a total, a footnote, a title of a block.

        The title of a block is remembered as the value above for the lines below it.
        """
        said = {key: text for key, text in raw.items() if text}
        is_title = bool(row.across) and len(set(said.values())) == 1 and len(said) > 1
        urn = "" if _TOTAL.match(said.get("urn", "")) else said.get("urn")
        if urn and not is_title:
            return False
        if any(_TOTAL.match(text.strip()) for text in row.cells if text.strip()):
            return not (urn or said.get("email"))
        if len(said) > 1 and not is_title:
            return False
        if "collaboration" in said and said["collaboration"].casefold() not in _DITTO:
            state.above["collaboration"] = (said["collaboration"], row.number)
        return True

    def _note(self, state: TableInHand, row: SheetRow) -> None:
        text = " · ".join(dict.fromkeys(" ".join(cell.split()) for cell in row.cells if cell.strip()))
        self.notes.append(Note(row.number, Sample(text[:200]), state.name))

    def _line(self, state: TableInHand, spot: Spot, raw: dict[str, str], row: Sequence[str]) -> Line:
        proposed = self._proposed(state, raw)
        answer = self.choices.get("above")
        for key, (value, number) in proposed.items():
            self.proposals.append(
                Reason(
                    "O7",
                    ONE_ABOVE,
                    {
                        "line": spot.in_words(str),
                        "column": Term(title_of(key)),
                        "value": value,
                        "above": number,
                    },
                )
            )
            raw[key] = value
        raw = {key: "" if text.casefold() in _DITTO else text for key, text in raw.items()}
        for key, text in raw.items():
            if text and key not in proposed:
                state.above[key] = (text, spot.number)
        ends = [
            (state.header.headings[at], key, text, ending_in(key, text, today=self.today))
            for key, at in state.header.endings
            if (text := " ".join(row[at].split()) if at < len(row) else "")
        ]
        cells = {**raw, **{key: text for _, key, text, _ in ends}}
        line = line_of(spot, cells)
        problems, remarks = list(line.problems), list(line.remarks)
        for key, (_, number) in proposed.items():
            if answer == "take":
                taken = Spot(spot.place, spot.sheet, number)
                remarks.append(Problem(key, Reason("O7", ABOVE, {"line": taken.in_words(str)})))
            else:
                why = ASKED if answer is None else LEFT_BLANK
                problems = [one for one in problems if one.column != key]
                problems.append(Problem(key, Reason("O7", why)))
        ending = self._ending(ends)
        problems += ending.problems
        if ending.last_on is not None:
            problems += beyond_end(line, ending.last_on)
        return replace(line, problems=tuple(problems), remarks=tuple(remarks), last_on=ending.last_on)

    def _proposed(self, state: TableInHand, raw: Mapping[str, str]) -> dict[str, tuple[str, int]]:
        """The values that stand above for cells of this line that are empty or hold a ditto mark."""
        empty = [key for key in _BLOCKS if not raw.get(key)]
        same_setting = not raw.get("setting") or (
            "setting" in state.above and name_key(raw["setting"]) == name_key(state.above["setting"][0])
        )
        if not raw.get("urn") and (raw.get("person") or raw.get("email")) and same_setting:
            empty.append("urn")  # another person of the setting above
        dittoed = [key for key in _DITTOED if raw.get(key, "").casefold() in _DITTO]
        return {key: state.above[key] for key in (*empty, *dittoed) if key in state.above}

    def _ending(self, ends: Sequence[tuple[str, str, str, Ending]]) -> _Ended:
        problems: list[Problem] = []
        last_on = None
        for heading, key, text, ending in ends:
            if ending.unknown:
                words = self.words.setdefault((key, heading), Counter())
                words[self.spelled.setdefault(text.casefold(), text)] += 1
                answer = self._answer_about(key, heading, text)
                if answer != "member":
                    problems.append(Problem(key, Reason("O7", ASKED if answer is None else NOT_CURRENT)))
            elif ending.reason is not None:
                problems.append(Problem(key, ending.reason))
            elif ending.has_ended:
                said = (
                    Reason("O7", HAS_LEFT_ON, {"day": ending.ends_on})
                    if ending.ends_on
                    else Reason("O7", HAS_LEFT)
                )
                problems.append(Problem(key, said))
            elif ending.ends_on is not None:
                last_on = min(last_on or ending.ends_on, ending.ends_on)
        return _Ended(last_on, problems)

    def _answer_about(self, key: str, heading: str, text: str) -> str | None:
        return self.choices.get(word_key(key, heading, text), self.choices.get(word_key(key, heading)))

    # --- what is told and asked -----------------------------------------------------------------------------
    def _ended(self) -> Reading:
        offered = [column for column in COLUMNS if column.is_offered]
        account = Account(
            sheets=tuple(self.sheets),
            used=tuple(self.used),
            unused=tuple(self.unused),
            missing=tuple(column.title for column in offered if column.key not in self.keys),
            hidden_rows=sum(map(len, self.hidden.values())),
            blank_rows=self.blank,
            notes=tuple(self.notes[:MAX_NOTES]),
            tallies=tallies_of(self.lines),
            rows=len(self.lines),
        )
        questions = [
            *(about_group(place, sheet) for place, sheet in self.groups.items()),
            *(
                about_columns(place, self.sheets[place].name, list(headings))
                for place, headings in self.hidden_columns.items()
            ),
            *(about_hidden(place, self.sheets[place].name, lines) for place, lines in self.hidden.items()),
            *about_values_above(self.proposals),
            *(
                asked
                for (key, heading), words in self.words.items()
                for asked in about_words(key, heading, words)
            ),
        ]
        return Reading(self.lines, account, questions)


@dataclass(frozen=True, slots=True)
class _Ended:
    last_on: date | None
    problems: Sequence[Problem]


def _why(refused: FileRefused) -> str:
    return " ".join([refused.reason.in_words(), *(detail.in_words() for detail in refused.details)])
