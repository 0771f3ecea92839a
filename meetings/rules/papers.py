"""G2: when papers are due, by how much they are late, and what changed since they were sent last.

Late papers go all the same. A second sending says only what changed, and without a change there is nothing to
send.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.reasons import Reason


def due_on(meeting_on: date, days_ahead: int | None) -> date | None:
    """The last day on which papers are on time; None where the group agreed no days ahead."""
    return None if days_ahead is None else meeting_on - timedelta(days=days_ahead)


def days_late(sent_on: date, due: date | None) -> int:
    """By how many days papers are late; 0 on the day they are due, before it, and where none is agreed."""
    return 0 if due is None else max(0, (sent_on - due).days)


def late_words(days: int) -> Reason | None:
    """How late papers are, in words; None when they are on time."""
    if days <= 0:
        return None
    if days == 1:
        return Reason("G2", gettext_noop("Late by 1 day"))
    return Reason("G2", gettext_noop("Late by %(days)d days"), {"days": days})


def due_words(due: date | None, *, today: date) -> Reason | None:
    """What the organiser is told before papers are sent; None where no day is agreed."""
    if due is None:
        return None
    late = days_late(today, due)
    if late == 1:
        return Reason(
            "G2", gettext_noop("Papers were due on %(day)s. They will be 1 day late."), {"day": due}
        )
    if late:
        sentence = gettext_noop("Papers were due on %(day)s. They will be %(days)d days late.")
        return Reason("G2", sentence, {"day": due, "days": late})
    return Reason("G2", gettext_noop("Papers are due by %(day)s."), {"day": due})


# --- what changed -------------------------------------------------------------------------------------------


class SentItem(NamedTuple):
    """An item as the agenda shows it, in the agenda's order."""

    number: int
    title: str
    minutes: int


class SentPaper(NamedTuple):
    """A paper of an item. ``content`` is its file's hash: another one means that the paper was replaced."""

    number: int
    title: str
    item: int | None
    content: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What is sent, or was: the items in their order, the papers, and when and where the meeting is."""

    items: tuple[SentItem, ...] = ()
    papers: tuple[SentPaper, ...] = ()
    meeting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other than it was sent last. ``meeting``: its day, time or place."""

    items_added: tuple[SentItem, ...] = ()
    items_changed: tuple[SentItem, ...] = ()
    items_removed: tuple[SentItem, ...] = ()
    is_reordered: bool = False
    papers_added: tuple[SentPaper, ...] = ()
    papers_replaced: tuple[SentPaper, ...] = ()
    papers_changed: tuple[SentPaper, ...] = ()
    papers_removed: tuple[SentPaper, ...] = ()
    meeting: bool = False

    def __bool__(self) -> bool:
        return self != Changes()


def changes_between(last: Pack | None, now: Pack) -> Changes:
    """What changed from what was sent to what is now. Before anything was sent, everything is added.

    Renamed and replaced are two things: a paper of the same file under another title, or another item, is
    changed. The agenda is reordered when items that stand in both come in another order.
    """
    before = last or Pack(meeting=now.meeting)
    items, papers = (
        {item.number: item for item in before.items},
        {paper.number: paper for paper in before.papers},
    )
    kept = {item.number for item in now.items} & set(items)
    known = [paper for paper in now.papers if paper.number in papers]
    return Changes(
        items_added=tuple(item for item in now.items if item.number not in items),
        items_changed=tuple(item for item in now.items if item.number in kept and item != items[item.number]),
        items_removed=tuple(item for item in before.items if item.number not in kept),
        is_reordered=_numbers(before, kept) != _numbers(now, kept),
        papers_added=tuple(paper for paper in now.papers if paper.number not in papers),
        papers_replaced=tuple(paper for paper in known if paper.content != papers[paper.number].content),
        papers_changed=tuple(
            paper
            for paper in known
            if paper.content == papers[paper.number].content and paper != papers[paper.number]
        ),
        papers_removed=tuple(
            paper for paper in before.papers if paper.number not in {paper.number for paper in now.papers}
        ),
        meeting=before.meeting != now.meeting,
    )


def change_words(changes: Changes) -> Iterator[Reason]:
    """Each change as a line of the email; nothing when nothing changed."""
    if changes.meeting:
        yield Reason("G2", gettext_noop("The day, time or place of the meeting changed"))
    lines = (
        (changes.items_added, gettext_noop("New item: %(title)s")),
        (changes.items_changed, gettext_noop("Changed item: %(title)s")),
        (changes.items_removed, gettext_noop("Item taken off: %(title)s")),
        (changes.papers_added, gettext_noop("New paper: %(title)s")),
        (changes.papers_replaced, gettext_noop("New version of a paper: %(title)s")),
        (changes.papers_changed, gettext_noop("Paper renamed or moved: %(title)s")),
        (changes.papers_removed, gettext_noop("Paper taken out: %(title)s")),
    )
    for entries, sentence in lines:
        yield from (Reason("G2", sentence, {"title": entry.title}) for entry in entries)
    if changes.is_reordered:
        yield Reason("G2", gettext_noop("The items are in a different order"))


def _numbers(pack: Pack, kept: set[int]) -> list[int]:
    return [item.number for item in pack.items if item.number in kept]
