"""G5: what minutes say, what is other than it was sent, and what becomes of a text when two people write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.reasons import Reason, Term

#: The number and the title of what belongs to no item.
GENERAL = 0
GENERAL_TITLE = Term(gettext_noop("Anything else"))
#: So many characters has the text of one item.
MAX_WORDS = 10_000


class Group(StrEnum):
    """How somebody was at the meeting, as minutes tell it, in this order."""

    THERE = "there"
    APOLOGIES = "apologies"
    EXCUSED = "excused"
    ABSENT = "absent"
    OTHERS = "others"


GROUP_LABELS = {
    Group.THERE: gettext_noop("Who was there"),
    Group.APOLOGIES: gettext_noop("Apologies"),
    Group.EXCUSED: gettext_noop("Excused by the chair"),
    Group.ABSENT: gettext_noop("Absent"),
    Group.OTHERS: gettext_noop("Guests and others"),
}


class Line(NamedTuple):
    """What minutes say of one group of people: their names in order."""

    group: Group
    names: tuple[str, ...]


class Part(NamedTuple):
    """What minutes say of one item. ``number``: the item's, or ``GENERAL``."""

    number: int
    title: str
    words: str = ""
    decisions: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    is_reached: bool = True

    @property
    def shown_title(self) -> str:
        """The title, or the term for what belongs to no item."""
        return GENERAL_TITLE if self.number == GENERAL else self.title

    @property
    def says_something(self) -> bool:
        return bool(self.words or self.decisions or self.actions) or not self.is_reached


@dataclass(frozen=True, slots=True)
class Written:
    """Minutes as they are, or were when they were sent. ``facts``: day, times, place and chair as they are
    shown.
    """

    facts: tuple[str, ...] = ()
    who: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        """Everything that somebody wrote; empty where nobody did."""
        return "\n".join(words for part in self.parts for words in (part.words, *part.decisions) if words)


def changes_between(before: Written, now: Written) -> Iterator[Reason]:
    """Each change as a line of the email and the page; nothing when nothing changed."""
    if before.facts != now.facts:
        yield Reason("G5", gettext_noop("When, where or who chaired has changed"))
    if before.who != now.who:
        yield Reason("G5", gettext_noop("Who was there has changed"))
    earlier = {part.number: part for part in before.parts}
    for part in now.parts:
        yield from _changes_of(earlier.pop(part.number, Part(part.number, part.title)), part)
    for part in earlier.values():
        if part.says_something:
            yield Reason("G5", gettext_noop("%(title)s: taken out"), {"title": part.shown_title})


def _changes_of(before: Part, now: Part) -> Iterator[Reason]:
    title = {"title": now.shown_title}
    if before.words != now.words or before.title != now.title:
        yield Reason("G5", gettext_noop("%(title)s: the text has changed"), title)
    for words in now.decisions:
        if words not in before.decisions:
            yield Reason("G5", gettext_noop("%(title)s: new decision: %(words)s"), title | {"words": words})
    for words in before.decisions:
        if words not in now.decisions:
            sentence = gettext_noop("%(title)s: decision taken out: %(words)s")
            yield Reason("G5", sentence, title | {"words": words})
    if before.actions != now.actions:
        yield Reason("G5", gettext_noop("%(title)s: the actions have changed"), title)
    if before.is_reached != now.is_reached:
        yield Reason("G5", gettext_noop("%(title)s: whether it was reached has changed"), title)


# --- two people who write -----------------------------------------------------------------------------------


class Saving(StrEnum):
    """What becomes of the text that somebody sends for an item."""

    NOTHING = "nothing"
    WRITE = "write"
    CLASH = "clash"


class Standing(NamedTuple):
    """The text of an item as it stands: its edition, and the open page that saved it last."""

    edition: int = 0
    words: str = ""
    page: str = ""


def what_becomes_of(
    typed: str, *, stands: Standing, edition: int, page: str, is_touched: bool = True
) -> Saving:
    """Whether a text is written. Only who has seen what stands writes over it: of its edition, or from the
    same open page, whose last answer may not have arrived.

    ``edition``: the one that the writer had before them. ``is_touched``: whether the writer changed what the
    page had shown; who did not leaves alone what somebody else wrote meanwhile.
    """
    if typed == stands.words:
        return Saving.NOTHING
    if edition == stands.edition or (page and page == stands.page):
        return Saving.WRITE
    return Saving.CLASH if is_touched else Saving.NOTHING
