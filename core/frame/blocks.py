"""Blocks: parts of the page of a collaboration, a setting or a person, contributed by the apps they are
about.

A block that has nothing to show returns None and is left out, unless its subject has something to say then.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.frame.registry import Registry
from core.frame.sections import Section
from core.frame.visitor import Visitor


class Column(StrEnum):
    """Where a block stands on a desktop: the left two thirds, or the right third. A phone has one column."""

    MAIN = "main"
    SIDE = "side"
    #: Below both, as wide as the page: tables.
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: the template that draws it, with ``block`` in its context, and what it shows."""

    template: str
    context: dict[str, Any]
    column: Column = Column.MAIN
    key: str = ""


#: ``(visitor, thing) -> block or None``.
Draw = Callable[[Visitor, Any], Block | None]

blocks: dict[Section, Registry[Draw]] = {
    section: Registry(f"the blocks of a {section}") for section in Section
}


def blocks_for(section: Section, visitor: Visitor, thing: Any, *, only: Collection[str] = ()) -> list[Block]:
    """The blocks that a reader sees, in their order from top to bottom; ``only`` those of some keys."""
    keyed = zip(blocks[section].keys(), blocks[section], strict=True)
    drawn = [draw(visitor, thing) for key, draw in keyed if not only or key in only]
    return [block for block in drawn if block is not None]


#: The blocks of the page "Administration" of a collaboration, below where it stands.
administration_blocks: Registry[Draw] = Registry("the blocks of a group's administration")


def blocks_of_administration(visitor: Visitor, thing: Any) -> list[Block]:
    drawn = (draw(visitor, thing) for draw in administration_blocks)
    return [block for block in drawn if block is not None]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line "at a glance": what, how it stands in words, and the page that says more ("" for none)."""

    label: str
    value: str
    url: str = ""
    #: The colour of a tag around the value, for what is out of the ordinary.
    tag: str = ""


#: ``(visitor, thing) -> facts``.
facts: dict[Section, Registry[Callable[[Visitor, Any], Iterable[Fact]]]] = {
    section: Registry(f"what a {section} is at a glance") for section in Section
}


def facts_for(section: Section, visitor: Visitor, thing: Any) -> list[Fact]:
    return [fact for contribute in facts[section] for fact in contribute(visitor, thing)]
