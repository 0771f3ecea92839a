"""How a life is written down here: one table of moves, which services, pages and the diagrams in
``docs/rules`` all read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from django.db.models import TextChoices

StateT = TypeVar("StateT", bound=TextChoices)


class Actor(StrEnum):
    """Who makes a move. The organiser is the administrator, the chair or a leader of the group; for a meeting
    of the authority, and for the first meeting of a group, an officer.
    """

    ORGANISER = "organiser"
    BOOKER = "booker"
    CLOCK = "clock"
    ASKING = "asking"
    ASKED = "asked"


class Need(StrEnum):
    """What must be there before a move is made."""

    DAY = "day"
    WORDS = "words"
    ITEMS = "items"
    CHANGES = "changes"
    NOBODY_CAME = "nobody_came"
    HELD = "held"
    TEXT = "text"
    LATER_MEETING = "later_meeting"
    NOBODY_STANDS = "nobody_stands"
    UNOPPOSED = "unopposed"
    CONTESTED = "contested"
    WON = "won"
    TIED = "tied"
    NO_VOTES = "no_votes"
    LOT = "lot"


ACTORS = {
    Actor.ORGANISER: "organiser",
    Actor.BOOKER: "whoever booked",
    Actor.CLOCK: "clock",
    Actor.ASKING: "whoever asked for it",
    Actor.ASKED: "whoever is asked",
}
NEEDS = {
    Need.DAY: "its day has come",
    Need.WORDS: "the reason in words",
    Need.ITEMS: "at least one item on the agenda",
    Need.CHANGES: "something changed since papers were sent",
    Need.NOBODY_CAME: "nobody is marked as having come",
    Need.HELD: "the meeting was held",
    Need.TEXT: "something is written",
    Need.LATER_MEETING: "a later meeting has begun",
    Need.NOBODY_STANDS: "nobody accepted a nomination",
    Need.UNOPPOSED: "no more candidates than posts",
    Need.CONTESTED: "more candidates than posts",
    Need.WON: "the votes decide",
    Need.TIED: "the votes are equal",
    Need.NO_VOTES: "nobody was voted for",
    Need.LOT: "the result of the lot",
}


@dataclass(frozen=True, slots=True)
class Move(Generic[StateT]):
    """One row of a table: from, to, who may, the deed as a button says it, and what it needs."""

    start: StateT
    to: StateT
    actor: Actor
    deed: str
    needs: tuple[Need, ...] = ()


def move_of(table: Iterable[Move[StateT]], start: StateT, to: StateT) -> Move[StateT] | None:
    """The row of a move; None where no move leads there."""
    return next((row for row in table if (row.start, row.to) == (start, to)), None)


def next_moves(table: Iterable[Move[StateT]], state: StateT, actor: Actor) -> list[Move[StateT]]:
    """What somebody may do from here, in the order of the table."""
    return [row for row in table if row.start is state and row.actor is actor]


def table_of(table: Iterable[Move[StateT]]) -> str:
    """Every move as a row of a Markdown table."""
    head = ["| from | to | who may | what it needs | deed |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *(_line(row) for row in table)])


def diagram_of(table: Iterable[Move[StateT]], states: type[StateT], first: StateT) -> str:
    """The same moves as a Mermaid state diagram; a state that nothing leaves is an end."""
    rows = list(table)
    names = [f'    state "{state.label}" as {state}' for state in states]
    arrows = [f"    {row.start} --> {row.to} : {ACTORS[row.actor]}" for row in rows]
    left = {row.start for row in rows if row.start is not row.to}
    ends = [f"    {state} --> [*]" for state in states if state not in left]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, f"    [*] --> {first}", *arrows, *ends, "```"])


def _line(row: Move[StateT]) -> str:
    needs = ", ".join(NEEDS[need] for need in row.needs) or "–"
    return f"| {row.start.label} | {row.to.label} | {ACTORS[row.actor]} | {needs} | {row.deed} |"
