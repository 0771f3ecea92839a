"""The state tables of L4 for the rule's page: table and diagram, both made from the tables that the services ask."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from leadership.rules.support import REFERRAL_TRANSITIONS, REQUEST_TRANSITIONS, Mover

#: A name of each table, what it is of, and where it begins.
TABLES: Mapping[str, Mapping[StrEnum, Mapping[StrEnum, Mover]]] = {
    "Referral": REFERRAL_TRANSITIONS,
    "Request for support": REQUEST_TRANSITIONS,
}  # type: ignore[dict-item]


def state_table(moves: Mapping[StrEnum, Mapping[StrEnum, Mover]]) -> str:
    """Every move as a row of a Markdown table."""
    head = ["| from | to | who |", "| --- | --- | --- |"]
    return "\n".join([*head, *(f"| {start} | {end} | {mover} |" for start, following in moves.items() for end, mover in following.items())])


def diagram(moves: Mapping[StrEnum, Mapping[StrEnum, Mover]]) -> str:
    """The same moves as a Mermaid state diagram."""
    arrows = [f"    {start} --> {end} : {mover}" for start, following in moves.items() for end, mover in following.items()]
    ends = [f"    {state} --> [*]" for state, following in moves.items() if not following]
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {next(iter(moves))}", *arrows, *ends, "```"])
