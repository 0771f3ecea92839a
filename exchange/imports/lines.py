"""One line of the spreadsheet as it was understood, and lines put together by collaboration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext_noop

from core.reasons import Reason
from core.text import one_line
from exchange.imports.columns import (
    COLUMNS,
    HEADER_WITHIN,
    KINDS,
    MANNERS,
    ROLES,
    YES_OR_NO,
    is_header,
    places_of,
    refuse_without_header,
)
from exchange.imports.opening import SheetRow, tables_in
from ofsted.imports.cells import CellProblem, read_date, read_urn
from ofsted.imports.layouts import squashed
from ofsted.imports.opening import FileRefused

LONGEST: Final = {"collaboration": 120, "person": 150, "email": 254}
_EMAIL: Final = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s.,;<>()\"]+")

EMPTY: Final = gettext_noop("The spreadsheet has headings and no lines below them.")
MISSING: Final = gettext_noop("This cell is empty, and it is needed.")
TOO_LONG: Final = gettext_noop("This is longer than %(limit)d characters.")
BAD_URN: Final = gettext_noop(
    "This is not an Ofsted URN. It should be six or seven digits, or EY or VC and six digits."
)
BAD_DATE: Final = gettext_noop(
    "There is no such date. Dates should be day/month/year, for example 14/06/2024."
)
BAD_EMAIL: Final = gettext_noop("This is not an e-mail address.")
NO_EMAIL: Final = gettext_noop("The person's e-mail address is missing: without it nobody can sign in.")
NO_NAME: Final = gettext_noop("The person's name is missing.")
NO_PERSON: Final = gettext_noop("The line says that somebody leads, and not who.")
NOT_KNOWN: Final = gettext_noop("This word is not known here. It should be one of: %(allowed)s.")
KIND_WORDS: Final = gettext_noop(
    "Collaboration, Locality partnership, EYFS network, Themed network, Buddy pair"
)
ROLE_WORDS: Final = gettext_noop("Manager, Staff")
MANNER_WORDS: Final = gettext_noop("Alone, Jointly, In rotation")
YES_WORDS: Final = gettext_noop("Yes, No")


class About(StrEnum):
    """What a part of a line is about, in the order in which the parts depend on each other."""

    LINE = "line"
    COLLABORATION = "collaboration"
    MEMBER = "member"
    PERSON = "person"
    LEADER = "leader"


#: What cannot be loaded when a column cannot be read; what depends on it goes with it.
SCOPE: Final[Mapping[str, About]] = {
    "person": About.PERSON, "email": About.PERSON, "role": About.PERSON,
    "leads": About.LEADER, "leads_from": About.LEADER, "manner": About.LEADER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be used: its column and why."""

    column: str
    reason: Reason

    @property
    def about(self) -> About:
        return SCOPE.get(self.column, About.LINE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was understood. ``cells`` are its texts as they stand in the file, by column."""

    number: int
    cells: Mapping[str, str]
    collaboration: str = ""
    kind: str = "collaboration"
    district: str = ""
    urn: str = ""
    setting: str = ""
    joined_on: date | None = None
    person: str = ""
    email: str = ""
    role: str = "staff"
    leads: bool = False
    leads_from: date | None = None
    manner: str = "joint"
    problems: Sequence[Problem] = ()

    def problems_about(self, about: About) -> list[Problem]:
        return [problem for problem in self.problems if problem.about is about]

    @property
    def member_from(self) -> date:
        """The first day as a member, of a line that can be used."""
        if self.joined_on is None:
            raise ValueError(f"line {self.number} has no day")
        return self.joined_on

    @property
    def has_person(self) -> bool:
        return bool(self.person or self.email)


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one collaboration that can be used, in the order of the file."""

    name: str
    lines: list[Line] = field(default_factory=list)

    @property
    def started_on(self) -> date:
        return min(line.member_from for line in self.lines)

    def first(self, column: str) -> str:
        """The first text that a line gives in a column."""
        return next((line.cells[column] for line in self.lines if line.cells.get(column)), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lines that hold anything, in the order of the file."""

    lines: Sequence[Line]

    @property
    def groups(self) -> list[Group]:
        """Usable lines by collaboration, capitals and spaces aside, in the order of their first lines."""
        found: dict[str, Group] = {}
        for line in self.lines:
            if not line.problems_about(About.LINE):
                found.setdefault(
                    " ".join(line.collaboration.casefold().split()), Group(line.collaboration)
                ).lines.append(line)
        return list(found.values())


def read_sheet(data: bytes) -> Sheet:
    """Read an upload.

    Raises FileRefused when it is no table of members at all; a line that is wrong is kept with its problems.
    """
    first_lines: list[Sequence[str]] = []
    for table in tables_in(data):
        rows = iter(table)
        for row, _ in zip(rows, range(HEADER_WITHIN), strict=False):
            if is_header(row.cells):
                return _sheet(places_of(row.cells), rows)
            first_lines.append(row.cells)
    raise refuse_without_header(first_lines)


def _sheet(places: Mapping[str, int], rows: Iterable[SheetRow]) -> Sheet:
    lines = [line for row in rows if (line := _line(places, row)) is not None]
    if not lines:
        raise FileRefused(EMPTY)
    return Sheet(lines)


def _line(places: Mapping[str, int], row: SheetRow) -> Line | None:
    if row.problem is not None:
        return Line(row.number, {}, problems=(Problem("collaboration", row.problem),))
    cells = {
        key: one_line(row.cells[place]) if place < len(row.cells) else "" for key, place in places.items()
    }
    if not any(cells.values()):
        return None
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in COLUMNS:
        try:
            values[column.key] = READERS[column.key](cells.get(column.key, ""))
        except CellProblem as problem:
            problems.append(Problem(column.key, problem.reason))
    problems += _between_cells(values, cells, problems)
    return Line(row.number, cells, **values, problems=tuple(problems))


def _between_cells(
    values: Mapping[str, Any], cells: Mapping[str, str], problems: Sequence[Problem]
) -> list[Problem]:
    """What is wrong only when one cell is seen beside another."""
    broken = {problem.column for problem in problems}
    found = []
    if values.get("person") and not cells.get("email"):
        found.append(Problem("email", Reason("O7", NO_EMAIL)))
    if values.get("email") and not cells.get("person"):
        found.append(Problem("person", Reason("O7", NO_NAME)))
    if values.get("leads") and not cells.get("person") and not cells.get("email") and "leads" not in broken:
        found.append(Problem("leads", Reason("O7", NO_PERSON)))
    return found


def _needed(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def read_needed(text: str) -> Any:
        if not text:
            raise CellProblem(MISSING)
        return read(text)

    return read_needed


def _text(key: str) -> Callable[[str], str]:
    limit = LONGEST.get(key, 500)

    def read_text(text: str) -> str:
        if len(text) > limit:
            raise CellProblem(TOO_LONG, limit=limit)
        return text

    return read_text


def _word(words: Mapping[str, Any], allowed: str) -> Callable[[str], Any]:
    def read_word(text: str) -> Any:
        key = squashed(text)
        if key not in words or (text and not key and text not in "-–"):
            raise CellProblem(NOT_KNOWN, allowed=allowed)
        return words[key]

    return read_word


def _urn(text: str) -> str:
    try:
        return read_urn(text.replace(" ", ""))
    except CellProblem:
        raise CellProblem(BAD_URN) from None


def _day(text: str) -> date:
    try:
        day = read_date(text)
    except CellProblem:
        raise CellProblem(BAD_DATE) from None
    if day is None:
        raise CellProblem(BAD_DATE)
    return day


def _perhaps_day(text: str) -> date | None:
    return _day(text) if text else None


def _email(text: str) -> str:
    address = text.removeprefix("mailto:").lower()
    if address and (
        len(address) > LONGEST["email"] or not _EMAIL.fullmatch(address) or not address.isascii()
    ):
        raise CellProblem(BAD_EMAIL)
    return address


READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "collaboration": _needed(_text("collaboration")),
    "kind": _word(KINDS, KIND_WORDS),
    "district": _text("district"),
    "urn": _needed(_urn),
    "setting": _text("setting"),
    "joined_on": _needed(_day),
    "person": _text("person"),
    "email": _email,
    "role": _word(ROLES, ROLE_WORDS),
    "leads": _word(YES_OR_NO, YES_WORDS),
    "leads_from": _perhaps_day,
    "manner": _word(MANNERS, MANNER_WORDS),
}
