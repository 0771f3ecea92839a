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

    ``about`` names the group or setting, ``about_id`` its id within ``section``. ``since`` is the day from
    which a person waits for an answer; ``due_on`` the last day to do it. ``detail`` says more in a sentence.
    ``tap`` does the whole job at once. ``contact`` is whom to ask. ``action`` is the label of the link that
    opens the page where it is not the line's own words.
    """

    what: str
    url: str
    section: Section | None = None
    about: str = ""
    about_id: int | None = None
    detail: str = ""
    since: date | None = None
    due_on: date | None = None
    tap: Tap | None = None
    contact: Contact | None = None
    action: str = ""

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
    """A person waiting for an answer first, the longest before; then by due day; then as they came."""
    return sorted(lines, key=_place)


def _place(line: Line) -> tuple[int, date]:
    if line.since is not None:
        return 0, line.since
    return (1, line.due_on) if line.due_on is not None else (2, date.max)


#: What waits for a person whatever group or setting it is about: ``(visitor) -> lines``.
OfPerson = Callable[[Visitor], Iterable[Line]]
#: What some groups, or some settings, need, read for all of them at once: ``(visitor, things) -> lines``.
OfThings = Callable[[Visitor, Sequence[Any]], Iterable[Line]]

personal_lines: Registry[OfPerson] = Registry("the home page's lines")
#: What groups need, asked for all groups that a person runs (home) or for one (its page).
collaboration_lines: Registry[OfThings] = Registry("the lines of collaborations")
#: What settings owe, asked for all settings that a person manages (home) or for one (its page).
setting_lines: Registry[OfThings] = Registry("the lines of settings")
#: What the home page says is new, and what waits for others: each its own list there.
waiting_lines: Registry[OfPerson] = Registry("what waits for others")


def lines_of_person(visitor: Visitor) -> list[Line]:
    return in_order(line for contribute in personal_lines for line in contribute(visitor))


def lines_of(registry: Registry[OfThings], visitor: Visitor, things: Sequence[Any]) -> list[Line]:
    """The lines of some groups or settings; no contribution is asked about none."""
    return in_order(line for contribute in registry for line in contribute(visitor, things)) if things else []
