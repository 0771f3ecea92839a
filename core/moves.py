"""How a life is written down: one table of moves, which services, pages and the diagrams in ``docs/rules``
read.

States, who makes a move and what it needs are `TextChoices` of the app; their labels are the words of the
documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import TextChoices

StateT = TypeVar("StateT", bound=TextChoices)
NeedT = TypeVar("NeedT", bound=TextChoices)


@dataclass(frozen=True, slots=True)
class Move(Generic[StateT, NeedT]):
    """One row of a table: from, to, who may, the deed as a button says it, and what it needs."""

    start: StateT
    to: StateT
    actor: TextChoices
    deed: str
    needs: tuple[NeedT, ...] = ()


def move_of(table: Iterable[Move[StateT, NeedT]], start: StateT, to: StateT) -> Move[StateT, NeedT] | None:
    """The row of a move; None where no move leads there."""
    return next((row for row in table if (row.start, row.to) == (start, to)), None)


def next_moves(
    table: Iterable[Move[StateT, NeedT]], state: StateT, actor: TextChoices
) -> list[Move[StateT, NeedT]]:
    """What somebody may do from here, in the order of the table."""
    return [row for row in table if row.start is state and row.actor is actor]


def table_of(table: Iterable[Move[StateT, NeedT]]) -> str:
    """Every move as a row of a Markdown table."""
    head = ["| from | to | who may | what it needs | deed |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *(_line(row) for row in table)])


def diagram_of(table: Iterable[Move[StateT, NeedT]], states: type[StateT], first: StateT) -> str:
    """The same moves as a Mermaid state diagram; a state that nothing leaves is an end."""
    rows = list(table)
    names = [f'    state "{state.label}" as {state}' for state in states]
    arrows = [f"    {row.start} --> {row.to} : {row.actor.label}" for row in rows]
    left = {row.start for row in rows if row.start is not row.to}
    ends = [f"    {state} --> [*]" for state in states if state not in left]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, f"    [*] --> {first}", *arrows, *ends, "```"])


def _line(row: Move[StateT, NeedT]) -> str:
    needs = ", ".join(str(need.label) for need in row.needs) or "–"
    return f"| {row.start.label} | {row.to.label} | {row.actor.label} | {needs} | {row.deed} |"
