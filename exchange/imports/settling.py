"""Names that nearly match: lines put together by collaboration, and people at two addresses.

Software never says that two names are one. Where names differ in marks and accents only, or one name stands
at a setting with two addresses, a person says whether they are one; until then those parts wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext_noop

from core.names import name_key, same_spelling
from core.reading.account import Account
from core.reasons import Reason
from exchange.imports.lines import About, Line, Problem
from exchange.imports.questions import APART, ASKED, ONE, Choices, Question
from exchange.imports.tables import Reading

ASK_NAMES: Final = gettext_noop("Are these one collaboration? %(names)s")
IN_FILE: Final = gettext_noop("“%(name)s” stands in the spreadsheet (%(lines)s).")
IN_REGISTER: Final = gettext_noop("“%(name)s” is a collaboration that is here already.")
ONE_HERE: Final = gettext_noop("One: the collaboration “%(name)s” that is here already")
ONE_NEW: Final = gettext_noop("One collaboration, called “%(name)s”")
DIFFERENT: Final = gettext_noop("Each name is a collaboration of its own")
TAKEN_AS: Final = gettext_noop("Read as “%(name)s”, as you answered.")

ASK_PERSON: Final = gettext_noop("Is “%(name)s” (%(urn)s) one person with several email addresses?")
ADDRESS_IN_FILE: Final = gettext_noop("%(email)s stands in the spreadsheet (%(lines)s).")
ADDRESS_HERE: Final = gettext_noop("%(email)s is the address of %(name)s at this setting already.")
ONE_PERSON: Final = gettext_noop("One person, who signs in as %(email)s")
PEOPLE: Final = gettext_noop("Each address is a person of its own")
MAX_LISTED: Final = 5


class Held(NamedTuple):
    """What the register holds: names of collaborations; URN, name and address of people of settings."""

    names: Sequence[str] = ()
    people: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one collaboration that can be used, in the order of the file.

    ``is_another``: a person said that it is not the one whose name it nearly has.
    """

    name: str
    is_another: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def started_on(self) -> date:
        return min(line.member_from for line in self.lines)

    def first(self, column: str) -> str:
        """The first text that a line gives in a column."""
        return next((line.cells[column] for line in self.lines if line.cells.get(column)), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lines of a file as they are to be loaded, by collaboration, with what is told and asked."""

    lines: Sequence[Line]
    groups: Sequence[Group]
    account: Account
    questions: Sequence[Question]
    choices: Choices

    @property
    def unanswered(self) -> list[Question]:
        return [question for question in self.questions if question.answer(self.choices) is None]


def settle(reading: Reading, *, held: Held, choices: Choices) -> Sheet:
    """Put the lines together by collaboration, as far as names and a person's answers say."""
    questions = list(reading.questions)
    lines, about_people = _people(reading.lines, held, choices)
    lines, about_names, apart = _names(lines, held, choices)
    groups: dict[str, Group] = {}
    for line in lines:
        if not line.problems_about(About.LINE):
            key = same_spelling(line.collaboration)
            groups.setdefault(key, Group(line.collaboration, key in apart)).lines.append(line)
    return Sheet(
        lines, list(groups.values()), reading.account, [*questions, *about_names, *about_people], choices
    )


def _names(
    lines: Sequence[Line], held: Held, choices: Choices
) -> tuple[list[Line], list[Question], set[str]]:
    """Lines under the names that they are loaded by; the questions; spellings that are said to be apart."""
    here: dict[str, dict[str, str]] = {}
    for name in held.names:
        here.setdefault(name_key(name), {})[same_spelling(name)] = name
    by_key: dict[str, dict[str, list[Line]]] = {}
    for line in lines:
        if line.collaboration:
            spellings = by_key.setdefault(name_key(line.collaboration), {})
            spellings.setdefault(same_spelling(line.collaboration), []).append(line)
    questions: list[Question] = []
    read_as: dict[str, str | None] = {}
    apart: set[str] = set()
    for key, spellings in by_key.items():
        known = here.get(key, {})
        read_as |= {spelling: known[spelling] for spelling in spellings if spelling in known}
        if set(spellings) <= set(known) or len(set(spellings) | set(known)) < 2:
            continue
        question = _about_names(key, spellings, known)
        questions.append(question)
        answer = question.answer(choices)
        if answer == APART:
            apart |= set(spellings)
        else:
            stands_for_all = answer.removeprefix(ONE) if answer else None
            read_as |= {spelling: stands_for_all for spelling in spellings if spelling not in known}
    return [_under_name(line, read_as) for line in lines], questions, apart


def _about_names(key: str, spellings: Mapping[str, Sequence[Line]], known: Mapping[str, str]) -> Question:
    shown = {spelling: group[0].collaboration for spelling, group in spellings.items()}
    details = [
        Reason("O7", IN_FILE, {"name": shown[spelling], "lines": _listed(group)})
        for spelling, group in spellings.items()
    ]
    details += [Reason("O7", IN_REGISTER, {"name": name}) for name in known.values()]
    if known:
        options = [(ONE + name, Reason("O7", ONE_HERE, {"name": name})) for name in known.values()]
    else:
        options = [(ONE + name, Reason("O7", ONE_NEW, {"name": name})) for name in shown.values()]
    names = ", ".join(f"“{name}”" for name in {**shown, **known}.values())
    different = (APART, Reason("O7", DIFFERENT))
    return Question(f"names:{key}", Reason("O7", ASK_NAMES, {"names": names}), (*options, different), details)


def _under_name(line: Line, read_as: Mapping[str, str | None]) -> Line:
    spelling = same_spelling(line.collaboration)
    if not line.collaboration or spelling not in read_as:
        return line
    name = read_as[spelling]
    if name is None:
        return replace(line, problems=(*line.problems, Problem("collaboration", Reason("O7", ASKED))))
    if same_spelling(name) == spelling:
        return replace(line, collaboration=name)
    remark = Problem("collaboration", Reason("O7", TAKEN_AS, {"name": name}))
    return replace(line, collaboration=name, remarks=(*line.remarks, remark))


def _people(lines: Sequence[Line], held: Held, choices: Choices) -> tuple[list[Line], list[Question]]:
    """Lines with the addresses that they are loaded by, and the questions."""
    here: dict[tuple[str, str], dict[str, str]] = {}
    for urn, name, email in held.people:
        here.setdefault((urn, name_key(name)), {})[email.lower()] = name
    by_person: dict[tuple[str, str], dict[str, list[Line]]] = {}
    for line in lines:
        if line.urn and line.person and line.email and not line.problems_about(About.PERSON):
            addresses = by_person.setdefault((line.urn, name_key(line.person)), {})
            addresses.setdefault(line.email, []).append(line)
    questions: list[Question] = []
    read_as: dict[tuple[str, str, str], str | None] = {}
    for (urn, key), addresses in by_person.items():
        known = here.get((urn, key), {})
        if set(addresses) <= set(known) or len(set(addresses) | set(known)) < 2:
            continue
        question = _about_person(urn, key, addresses, known)
        questions.append(question)
        answer = question.answer(choices)
        if answer != APART:
            address = answer.removeprefix(ONE) if answer else None
            read_as |= {(urn, key, email): address for email in addresses}
    return [_under_address(line, read_as) for line in lines], questions


def _about_person(
    urn: str, key: str, addresses: Mapping[str, Sequence[Line]], known: Mapping[str, str]
) -> Question:
    name = next(iter(addresses.values()))[0].person
    details = [
        Reason("O7", ADDRESS_IN_FILE, {"email": email, "lines": _listed(group)})
        for email, group in addresses.items()
    ]
    details += [Reason("O7", ADDRESS_HERE, {"email": email, "name": known[email]}) for email in known]
    options = [(ONE + email, Reason("O7", ONE_PERSON, {"email": email})) for email in known or addresses]
    asked = Reason("O7", ASK_PERSON, {"name": name, "urn": urn})
    return Question(f"person:{urn}:{key}", asked, (*options, (APART, Reason("O7", PEOPLE))), details)


def _under_address(line: Line, read_as: Mapping[tuple[str, str, str], str | None]) -> Line:
    person = (line.urn, name_key(line.person), line.email)
    if not line.person or person not in read_as:
        return line
    address = read_as[person]
    if address is None:
        return replace(line, problems=(*line.problems, Problem("person", Reason("O7", ASKED))))
    if address == line.email:
        return line
    remark = Problem("email", Reason("O7", TAKEN_AS, {"name": address}))
    return replace(line, email=address, remarks=(*line.remarks, remark))


def _listed(lines: Iterable[Line]) -> str:
    said = [line.spot.in_words(str) for line in lines]
    return ", ".join(said[:MAX_LISTED]) + (" …" if len(said) > MAX_LISTED else "")
