"""What people decided elsewhere about a thing, for the page on which the decision is recorded.

The page asks by a name and the id of the thing ("application", 7) and names no app. What comes back is shown
above its form and fills it; whoever records the decision confirms it there.

The other way round an app says here which of its things people may decide about, and where each has its page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.frame.blocks import Block
from core.frame.registry import Registry
from core.frame.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Decided:
    """``block``: how it stands, or the offer to have it decided. ``is_carried`` is None until it is decided;
    then ``words`` say how, and ``decided_on`` the day.
    """

    block: Block
    is_carried: bool | None = None
    words: str = ""
    decided_on: date | None = None


#: ``(visitor, kind, id, group) -> what was decided, or None``.
Decide = Callable[[Visitor, str, int, Any], Decided | None]
deciders: Registry[Decide] = Registry("what was decided elsewhere")


def decided_about(visitor: Visitor, kind: str, pk: int, group: Any) -> Decided | None:
    """The first answer of the apps; None where nobody has one."""
    answers = (decide(visitor, kind, pk, group) for decide in deciders)
    return next((answer for answer in answers if answer is not None), None)


@dataclass(frozen=True, slots=True)
class Put:
    """A thing as it is put to the vote. ``stands_aside``: whose interest it is, by membership, in words."""

    kind: str
    pk: int
    title: str
    proposal: str
    url: str
    stands_aside: Mapping[int, str] = field(default_factory=dict)
    members_only: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of thing that can be put to the vote. ``find`` answers, for a group and the id of a thing, None
    where this person may not put it; ``address`` the page of what a vote is about, "" for whoever may not
    open it.
    """

    kind: str
    link_label: Any
    find: Callable[[Visitor, Any, int], Put | None]
    address: Callable[[Visitor, Any], str]

    def url(self, visitor: Visitor, vote: Any) -> str:
        return self.address(visitor, vote)


subjects: Registry[Subject] = Registry("what can be put to the vote")


def subject_named(kind: str) -> Subject | None:
    return next((subject for subject in subjects if subject.kind == kind), None)
