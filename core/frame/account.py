"""The own account: what it holds, in parts of rows, each with the page that changes it; contributed by the
apps.

An app contributes rows in its ``frame`` module, and says there which kinds of its emails people get for what.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.emails import Pace, email_kinds
from core.frame.registry import Registry
from core.frame.visitor import Visitor


class Part(StrEnum):
    """The parts of the page, from top to bottom."""

    PERSON = "person"
    SIGNING_IN = "signing_in"
    EMAILS = "emails"
    WORK = "work"
    PAGES = "pages"


PART_NAMES = {
    Part.PERSON: _("About you"),
    Part.SIGNING_IN: _("Signing in"),
    Part.EMAILS: _("Emails and calendar"),
    Part.WORK: _("What you do here"),
    Part.PAGES: _("How the pages work"),
}


@dataclass(frozen=True, slots=True)
class RowLink:
    """What can be done with a row. ``about`` says of what, to those who hear the link alone."""

    label: Any
    url: str
    about: Any


_CHANGE = _("Change")


@dataclass(frozen=True, slots=True)
class Row:
    """What something is now, in lines of words, and the links that change it."""

    label: Any
    lines: tuple[Any, ...]
    links: tuple[RowLink, ...] = ()

    @classmethod
    def changed_at(cls, url: str, label: Any, *lines: Any, action: Any = _CHANGE) -> Row:
        """A row with one link, which is about its label."""
        return cls(label, lines, (RowLink(action, url, label),))


#: ``(visitor) -> rows``: of the person who looks, and of nobody else.
Contribute = Callable[[Visitor], Iterable[Row]]
account_rows: dict[Part, Registry[Contribute]] = {
    part: Registry(f"the part {part} of the own account") for part in Part
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of the page with its rows."""

    key: str
    name: Any
    rows: tuple[Row, ...]


def account_of(visitor: Visitor) -> list[Shown]:
    """The own account of whoever looks; a part without rows is left out."""
    read = ((part, tuple(_rows(part, visitor))) for part in Part)
    return [Shown(str(part), PART_NAMES[part], rows) for part, rows in read if rows]


def _rows(part: Part, visitor: Visitor) -> Iterator[Row]:
    for contribute in account_rows[part]:
        yield from contribute(visitor)


class Readers(StrEnum):
    """Who gets emails of a kind."""

    EVERYBODY = "everybody"
    SETTING = "setting"
    GROUP = "group"
    TEAM = "team"


READER_NAMES = {
    Readers.EVERYBODY: _("Everybody"),
    Readers.SETTING: _("If you work at a setting"),
    Readers.GROUP: _("If you lead a collaboration or hold an office in one"),
    Readers.TEAM: _("If you work for the early years team"),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What emails are about, in words, and the kinds of email (``core.emails``) that it stands for."""

    readers: Readers
    words: Any
    kinds: tuple[str, ...]

    @property
    def paces(self) -> frozenset[Pace]:
        """Of its kinds: one, so that the list of what can be stopped is true of every kind."""
        return frozenset(email_kinds()[kind].pace for kind in self.kinds)


email_topics: Registry[Topic] = Registry("what emails are about")


def add_topic(readers: Readers, words: Any, *kinds: str, key: str, order: int) -> None:
    email_topics.add(Topic(readers, words, kinds), key=key, order=order)


def topics_for(*, of_team: bool, paces: Collection[Pace] = tuple(Pace)) -> list[tuple[Any, list[Any]]]:
    """What emails of some paces are about, by who gets them. Only the team reads what the team gets."""
    shown = [readers for readers in Readers if of_team or readers is not Readers.TEAM]
    topics = [topic for topic in email_topics if topic.paces <= set(paces)]
    listed = [
        (READER_NAMES[readers], [topic.words for topic in topics if topic.readers is readers])
        for readers in shown
    ]
    return [(name, words) for name, words in listed if words]
