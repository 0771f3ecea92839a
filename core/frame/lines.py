"""Lines: what waits for a person, each leading to the very place where it is done.

The home page shows the lines of the person, of the groups that the person runs and of the settings that the
person manages; the page of a group or setting shows its own. An app contributes a function to one of the
registries below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.frame.registry import Registry
from core.frame.sections import Section
from core.frame.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Tap:
    """A button that is the whole job: its label, where it posts, and what it sends."""

    label: str
    url: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ring or write to about a line."""

    name: str
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Something to do, in words, and the page where it is done.

    ``about`` names the group or setting, ``about_id`` its id within ``section``; ``setting`` names the setting
    that does it where ``about`` is a group. ``since`` is the day from which a person waits for an answer;
    ``due_on`` the last day to do it. ``detail`` says more in a sentence. ``tap`` does the whole job at once.
    ``contact`` is whom to ask. ``action`` is the label of the link that opens the page where it is not the
    line's own words. ``comes_first``: it stands before what has a day. ``keeps_place``: once it is soon it is
    among the first that are shown, whoever waits. ``is_urgent``: it stands above all others, in red.
    """

    what: str
    url: str
    section: Section | None = None
    about: str = ""
    about_id: int | None = None
    setting: str = ""
    detail: str = ""
    since: date | None = None
    due_on: date | None = None
    tap: Tap | None = None
    contact: Contact | None = None
    action: str = ""
    comes_first: bool = False
    keeps_place: bool = False
    is_urgent: bool = False

    @property
    def someone_waits(self) -> bool:
        return self.since is not None


LATE, SOON = "late", "soon"
DAYS_SOON = 14


def urgency(line: Line, on: date) -> str:
    """Whether a line is late, soon (within 14 days), or neither: ""."""
    if line.due_on is None:
        return ""
    if line.due_on < on:
        return LATE
    return SOON if (line.due_on - on).days <= DAYS_SOON else ""


def in_order(lines: Iterable[Line]) -> list[Line]:
    """What is urgent; then a person waiting for an answer, the longest before; then by due day; then as they came."""
    return sorted(lines, key=_place)


def _place(line: Line) -> tuple[int, date]:
    if line.is_urgent:
        return -1, date.min
    if line.since is not None:
        return 0, line.since
    if line.comes_first:
        return 1, date.min
    return (2, line.due_on) if line.due_on is not None else (3, date.max)


def first_of(lines: Sequence[Line], number: int, *, on: date) -> tuple[list[Line], list[Line]]:
    """The lines to show at once, ``number`` of them, and the others; both in order.

    What keeps its place takes that of the last ones where it is late or soon.
    """
    places = range(len(lines))
    pressing = [place for place in places if lines[place].keeps_place and urgency(lines[place], on)]
    others = [place for place in places if place not in pressing]
    shown = (
        set([*pressing, *others][:number]) if pressing and pressing[-1] >= number else set(places[:number])
    )
    return [lines[place] for place in places if place in shown], [
        lines[place] for place in places if place not in shown
    ]


#: What waits for a person whatever group or setting it is about: ``(visitor) -> lines``.
OfPerson = Callable[[Visitor], Iterable[Line]]
#: What some groups, or some settings, need, read for all of them at once: ``(visitor, things) -> lines``.
OfThings = Callable[[Visitor, Sequence[Any]], Iterable[Line]]

personal_lines: Registry[OfPerson] = Registry("the home page's lines")
#: What the authority must set up before others depend on it: on home, and on the page "Administration".
setup_lines: Registry[OfPerson] = Registry("what is to be set up")
#: What groups need, asked for all groups that a person runs (home) or for one (its page).
collaboration_lines: Registry[OfThings] = Registry("the lines of collaborations")
#: What settings owe, asked for all settings that a person manages (home) or for one (its page).
setting_lines: Registry[OfThings] = Registry("the lines of settings")
#: What the home page says is new, and what waits for others: each its own list there.
waiting_lines: Registry[OfPerson] = Registry("what waits for others")


def lines_of_person(visitor: Visitor) -> list[Line]:
    contributions = (*setup_lines, *personal_lines)
    return in_order(line for contribute in contributions for line in contribute(visitor))


def lines_to_set_up(visitor: Visitor) -> list[Line]:
    return in_order(line for contribute in setup_lines for line in contribute(visitor))


def lines_of(registry: Registry[OfThings], visitor: Visitor, things: Sequence[Any]) -> list[Line]:
    """The lines of some groups or settings; no contribution is asked about none.

    Contributions read of all that the visitor looks at: say so before (``Visitor.looks_at``).
    """
    return in_order(line for contribute in registry for line in contribute(visitor, things)) if things else []


def lines_of_groups(visitor: Visitor, groups: Sequence[Any]) -> list[Line]:
    visitor.looks_at(groups=groups)
    return lines_of(collaboration_lines, visitor, groups)


def lines_of_settings(visitor: Visitor, settings: Sequence[Any]) -> list[Line]:
    visitor.looks_at(settings=settings)
    return lines_of(setting_lines, visitor, settings)


def lines_waiting(visitor: Visitor) -> list[Line]:
    """What waits for others, what has waited longest first."""
    return in_order(line for contribute in waiting_lines for line in contribute(visitor))
