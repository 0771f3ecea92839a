"""One line of the spreadsheet as it was understood: its cells read, with what is wrong or was mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.answers import read_yes_no
from core.reading.damage import damage_of
from core.reading.dates import read_date
from core.reading.results import Answer, CellProblem
from core.reasons import Fact, Reason, Term, Translate
from core.text import one_line
from exchange.imports.columns import COLUMNS, KINDS, LEADS, LEADS_HOW, MANNERS, ROLES
from exchange.imports.leaving import (
    DAYS,
    ENDED,
    FORMER,
    HAS_LEFT,
    LEADING_HAS_ENDED,
    PERSON_HAS_LEFT,
    said_beside_a_name,
    words_in,
)
from ofsted.imports.layouts import squashed
from providers.rules.identifiers import read_ofsted_urn

LONGEST: Final = {"collaboration": 120, "person": 150, "email": 254}
_EMAIL: Final = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s.,;<>()\"]+")

LINE: Final = gettext_noop("line %(line)d")
LINE_OF_SHEET: Final = gettext_noop("%(sheet)s, line %(line)d")
MISSING: Final = gettext_noop("This cell is empty, and it is needed.")
TOO_LONG: Final = gettext_noop("This is longer than %(limit)d characters.")
BAD_EMAIL: Final = gettext_noop("This is not an email address.")
NO_EMAIL: Final = gettext_noop("The person's email address is missing: without it nobody can sign in.")
NO_NAME: Final = gettext_noop("The person's name is missing.")
NO_PERSON: Final = gettext_noop("The line says that somebody leads, and not who.")
TWO_PEOPLE: Final = gettext_noop(
    "Two people stand in this cell. Give each a line of their own, with their own email address."
)
TWO_ADDRESSES: Final = gettext_noop(
    "Two email addresses stand in this cell. Give each person a line of their own."
)
LEFT_OUT: Final = gettext_noop("%(damage)s It was left out; the URN decides.")
NOT_KNOWN: Final = gettext_noop("This word is not known here. It should be one of: %(allowed)s.")
KIND_WORDS: Final = gettext_noop(
    "Collaboration, Locality partnership, EYFS network, Themed network, Buddy pair"
)
ROLE_WORDS: Final = gettext_noop("Manager, Staff")
MANNER_WORDS: Final = gettext_noop("Alone, Jointly, In rotation")
ENDS_BEFORE: Final = gettext_noop("The last day as a member (%(day)s) is before the day that it joins.")
LEADS_AFTER: Final = gettext_noop("This is after the last day as a member (%(day)s).")
_SEVERAL: Final = re.compile(r"[&/;+|\n\r]|\s(?:and|plus)\s", re.IGNORECASE)


class About(StrEnum):
    """What a part of a line is about, in the order in which the parts depend on each other."""

    LINE = "line"
    COLLABORATION = "collaboration"
    MEMBER = "member"
    PERSON = "person"
    LEADER = "leader"
    END = "end"


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


class Spot(NamedTuple):
    """Where a line stands: the sheet's place in the workbook (from 0), its name, and the line people see."""

    place: int
    sheet: str
    number: int

    def in_words(self, translate: Translate) -> str:
        pattern = translate(LINE_OF_SHEET) if self.sheet else translate(LINE)
        return pattern % {"sheet": self.sheet, "line": self.number}


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was understood. ``cells`` are its texts as they stand in the file, by column.

    ``last_on``: the last day as a member, where the file tells one that is still to come. ``remarks``: what
    was mended on the way.
    """

    spot: Spot
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
    last_on: date | None = None
    problems: Sequence[Problem] = ()
    remarks: Sequence[Problem] = ()

    @property
    def number(self) -> int:
        return self.spot.number

    def problems_about(self, about: About) -> list[Problem]:
        return [problem for problem in self.problems if problem.about is about]

    def remarks_about(self, about: About) -> list[Problem]:
        return [remark for remark in self.remarks if remark.about is about]

    @property
    def member_from(self) -> date:
        """The first day as a member, of a line that can be used."""
        if self.joined_on is None:
            raise ValueError(f"line {self.number} has no day")
        return self.joined_on

    @property
    def has_person(self) -> bool:
        return bool(self.person or self.email)


def line_of(spot: Spot, raw: Mapping[str, str]) -> Line:
    """Read the cells of one line; what is wrong is kept with it, by column."""
    cells = {key: one_line(text) for key, text in raw.items()}
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for column in COLUMNS:
        if column.key not in READERS:
            continue
        text = raw.get(column.key, "") if column.key in _WHOLE else cells.get(column.key, "")
        try:
            values[column.key], remark = READERS[column.key](text)
        except CellProblem as problem:
            problems.append(Problem(column.key, problem.reason))
        else:
            if remark is not None:
                remarks.append(Problem(column.key, remark))
    values["leads"], detail = values.get("leads") or (False, "")
    if not cells.get("manner") and (how := LEADS_HOW.get(squashed(detail))):
        values["manner"] = how
    problems += _between_cells(values, cells, problems)
    over = _what_is_over(cells)
    problems = [problem for problem in problems if problem.column not in over] + list(over.values())
    return Line(spot, cells, **values, problems=tuple(problems), remarks=tuple(remarks))


def _what_is_over(cells: Mapping[str, str]) -> dict[str, Problem]:
    """What the columns say, in words beside what they are for, that has ended."""
    found: dict[str, Problem] = {}
    for key, text in cells.items():
        if key in _NAMES:
            is_over, was = said_beside_a_name(text), False
        elif key in _WORDED:
            words = words_in(text)
            was = key in SCOPE and bool(words & FORMER)
            is_over = bool(words & (ENDED if key in SCOPE else ENDED | FORMER))
        else:
            continue
        if is_over and key == "person":
            found[key] = Problem(key, Reason("O7", PERSON_HAS_LEFT))
        elif is_over:
            found[key] = Problem("until", Reason("O7", HAS_LEFT))
        elif was:
            about_lead = SCOPE.get(key) is About.LEADER
            found[key] = Problem(key, Reason("O7", LEADING_HAS_ENDED if about_lead else PERSON_HAS_LEFT))
    return found


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


Reader = Callable[[str], Answer[Any]]


def _needed(read: Reader) -> Reader:
    def read_needed(text: str) -> Answer[Any]:
        if not text:
            raise CellProblem(MISSING)
        return read(text)

    return read_needed


def _text(key: str) -> Reader:
    limit = LONGEST.get(key, 500)

    def read_text(text: str) -> Answer[Any]:
        if len(text) > limit:
            raise CellProblem(TOO_LONG, limit=limit)
        if damage := damage_of(text):
            if key == "setting":  # the URN decides
                return Answer("", Reason("O7", LEFT_OUT, {"damage": Term(damage)}))
            raise CellProblem(damage)
        return Answer(text)

    return read_text


def _word(words: Mapping[str, Any], allowed: str) -> Reader:
    def read_word(text: str) -> Answer[Any]:
        key = squashed(text)
        if key not in words or (text and not key and text not in "-–"):
            raise CellProblem(NOT_KNOWN, allowed=allowed)
        return Answer(words[key])

    return read_word


def _leads(text: str) -> Answer[Any]:
    answer = read_yes_no(text, LEADS)
    return Answer((bool(answer.value), answer.detail or text))


def _urn(text: str) -> Answer[Any]:
    return read_ofsted_urn(text)


def _day(text: str) -> Answer[Any]:
    return read_date(text, DAYS)


def _perhaps_day(text: str) -> Answer[Any]:
    return _day(text) if text else Answer(None)


def _person(raw: str) -> Answer[Any]:
    text = raw.strip()
    if _SEVERAL.search(text):
        raise CellProblem(TWO_PEOPLE)
    return _text("person")(" ".join(text.split()))


def _email(raw: str) -> Answer[Any]:
    address = " ".join(raw.split()).removeprefix("mailto:").lower()
    if address.count("@") > 1:
        raise CellProblem(TWO_ADDRESSES)
    if address and (
        len(address) > LONGEST["email"] or not _EMAIL.fullmatch(address) or not address.isascii()
    ):
        raise CellProblem(BAD_EMAIL)
    return Answer(address)


#: Columns that hold names; columns whose words may say that something has ended; cells read with line breaks.
_NAMES: Final = frozenset({"collaboration", "setting", "person", "district"})
_WORDED: Final = frozenset({"urn", "kind", "joined_on", "role", "leads", "leads_from", "manner"})
_WHOLE: Final = frozenset({"person", "email"})
READERS: Final[Mapping[str, Reader]] = {
    "collaboration": _needed(_text("collaboration")),
    "kind": _word(KINDS, KIND_WORDS),
    "district": _text("district"),
    "urn": _needed(_urn),
    "setting": _text("setting"),
    "joined_on": _needed(_day),
    "person": _person,
    "email": _email,
    "role": _word(ROLES, ROLE_WORDS),
    "leads": _leads,
    "leads_from": _perhaps_day,
    "manner": _word(MANNERS, MANNER_WORDS),
}


def beyond_end(line: Line, last_on: date) -> Iterator[Problem]:
    """What would begin after the last day as a member."""
    facts: dict[str, Fact] = {"day": last_on}
    if line.joined_on is not None and line.joined_on > last_on:
        yield Problem("until", Reason("O7", ENDS_BEFORE, facts))
    if line.leads_from is not None and line.leads_from > last_on:
        yield Problem("leads_from", Reason("O7", LEADS_AFTER, facts))
