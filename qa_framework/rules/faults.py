"""Q1: what is wrong with a version of a framework, each at its place, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason
from qa_framework.rules.frameworks import Framework, Kind, Standard

#: A page shows one area; a person answers a standard after the other.
MIN_LEVELS, MAX_LEVELS, MAX_AREAS, MAX_STANDARDS, MAX_PROMPTS = 2, 6, 20, 250, 12
MAX_NAME, MAX_AWARD, MAX_TEXT, MAX_ABOUT, MAX_PROMPT = 120, 40, 1500, 3000, 300
#: A childminder works alone in a home.
_NOT_FOR_ONE = re.compile(r"\b(staff|rooms?)\b", re.IGNORECASE)

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """``place`` is that of the part in a file ("areas", 0, "standards", 2); ``about`` the key of the standard or
    area that it is about, "" for the whole.
    """

    place: Place
    reason: Reason
    about: str = ""


def faults_of(framework: Framework) -> list[Fault]:
    """Everything that stands against publishing it, in the order of its parts."""
    return [
        *_of_whole(framework),
        *_of_levels(framework),
        *_of_areas(framework),
        *_twice(framework),
        *(
            fault
            for place, standard in _standards(framework)
            for fault in _of_standard(framework, place, standard)
        ),
    ]


def _fault(place: Place, sentence: str, about: str = "", **facts: Fact) -> Fault:
    return Fault(place, Reason("Q1", sentence, facts), about)


def _standards(framework: Framework) -> Iterator[tuple[Place, Standard]]:
    for n, area in enumerate(framework.areas):
        for m, standard in enumerate(area.standards):
            yield ("areas", n, "standards", m), standard


def _of_whole(framework: Framework) -> Iterator[Fault]:
    if not framework.kinds:
        yield _fault(("for",), gettext_noop("Say for whom the framework is."))
    if Kind.COLLABORATION in framework.kinds and len(framework.kinds) > 1:
        yield _fault(
            ("for",), gettext_noop("A framework is for collaborations or for settings, not for both.")
        )
    if not framework.areas:
        yield _fault(("areas",), gettext_noop("Add an area."))
    if len(framework.areas) > MAX_AREAS:
        yield _fault(("areas",), gettext_noop("There can be %(most)d areas at most."), most=MAX_AREAS)
    if sum(len(area.standards) for area in framework.areas) > MAX_STANDARDS:
        yield _fault(("areas",), gettext_noop("There can be %(most)d standards at most."), most=MAX_STANDARDS)


def _of_levels(framework: Framework) -> Iterator[Fault]:
    number = len(framework.levels)
    if number < MIN_LEVELS:
        yield _fault(("levels",), gettext_noop("Name at least %(least)d levels."), least=MIN_LEVELS)
    if number > MAX_LEVELS:
        yield _fault(("levels",), gettext_noop("There can be %(most)d levels at most."), most=MAX_LEVELS)
    for what, values in (
        (gettext_noop("Two levels are called “%(name)s”."), [level.name for level in framework.levels]),
        (
            gettext_noop("Two levels give the award “%(name)s”."),
            [level.award for level in framework.levels if level.award],
        ),
    ):
        for name in _repeated(values):
            yield _fault(("levels",), what, name=name)


def _of_areas(framework: Framework) -> Iterator[Fault]:
    for name in _repeated(area.name for area in framework.areas):
        yield _fault(("areas",), gettext_noop("Two areas are called “%(name)s”."), name=name)
    for n, area in enumerate(framework.areas):
        if not area.standards:
            yield _fault(
                ("areas", n), gettext_noop("Add a standard to “%(area)s”."), area.key, area=area.name
            )
        for name in _repeated(standard.name for standard in area.standards):
            yield _fault(
                ("areas", n, "standards"),
                gettext_noop("Two standards of “%(area)s” are called “%(name)s”."),
                area.key,
                area=area.name,
                name=name,
            )


def _twice(framework: Framework) -> Iterator[Fault]:
    """Keys that two parts of a kind have; pages never make them, a file can."""
    standards = [standard.key for _, standard in _standards(framework)]
    for place, keys in (
        ("levels", [level.key for level in framework.levels]),
        ("areas", [area.key for area in framework.areas]),
        ("areas", standards),
    ):
        for key in _repeated(keys):
            yield _fault((place,), gettext_noop("The key “%(key)s” stands twice."), key=key)


def _of_standard(framework: Framework, place: Place, standard: Standard) -> Iterator[Fault]:
    known = [level.key for level in framework.levels]
    if not standard.words.statement:
        yield _fault(
            (*place, "statement"),
            gettext_noop("Write what “%(standard)s” asks."),
            standard.key,
            standard=standard.name,
        )
    for level in framework.levels:
        if not standard.words.levels.get(level.key):
            yield _fault(
                (*place, "levels"),
                gettext_noop("Write what “%(standard)s” looks like at the level “%(level)s”."),
                standard.key,
                standard=standard.name,
                level=level.name,
            )
    for words in (standard.words, *standard.own.values()):
        for key in words.levels:
            if key not in known:
                yield _fault(
                    (*place, "levels", key),
                    gettext_noop("There is no level with the key “%(key)s”."),
                    standard.key,
                    key=key,
                )
    if Kind.CHILDMINDER in framework.kinds:
        yield from _for_one_alone(place, standard)


def _for_one_alone(place: Place, standard: Standard) -> Iterator[Fault]:
    """What a childminder would read of people and places that it does not have (Q2)."""
    found = {
        word.casefold()
        for text in (standard.name, *standard.words_for(Kind.CHILDMINDER).texts())
        for word in _NOT_FOR_ONE.findall(text)
    }
    for word in sorted(found):
        sentence = gettext_noop(
            "A childminder would read the word “%(word)s” in “%(standard)s”. Write it in words for childminders."
        )
        reason = Reason("Q2", sentence, {"word": word, "standard": standard.name})
        yield Fault(place, reason, standard.key)


def _repeated(values: Iterable[str]) -> list[str]:
    """What stands there twice, capitals aside, as it stands first."""
    values = list(values)
    number = Counter(value.casefold() for value in values)
    first = {value.casefold(): value for value in reversed(values)}
    return [first[value] for value, times in number.items() if times > 1]
