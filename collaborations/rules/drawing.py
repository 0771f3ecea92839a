"""The life of a collaboration for the rule's page: the table and the diagram, both made from ``TRANSITIONS``."""

from __future__ import annotations

from collaborations.rules.life import STARTS, STATE_LABELS, TRANSITIONS, Actor, Need, State, Transition

ACTORS = {Actor.OFFICER: "officer", Actor.LEADER: "leader", Actor.PLAN: "plan (C4)"}
NEEDS = {
    Need.FIRST_MEETING: "the first meeting is recorded",
    Need.MEMBERS: "at least two members",
    Need.TERMS: "adopted ways of working",
    Need.LEADER: "at least one leader",
    Need.WORDS: "the reason in words",
}


def state_table() -> str:
    """Every move as a row of a Markdown table."""
    head = ["| from | to | who may | what it needs | deed |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *(_line(row) for row in TRANSITIONS)])


def diagram() -> str:
    """The same moves as a Mermaid state diagram. Moves of a plan bear its name; closing is drawn from each state that can."""
    names = [f'    state "{STATE_LABELS[state]}" as {state}' for state in State]
    starts = ["    [*] --> enquiry", *(f"    [*] --> {state} : as it is" for state in State if state in STARTS - {State.ENQUIRY})]
    arrows = [f"    {row.start} --> {row.to} : {_who(row)}" for row in TRANSITIONS]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, *starts, *arrows, f"    {State.CLOSED} --> [*]", "```"])


def _line(row: Transition) -> str:
    needs = ", ".join(NEEDS[need] for need in row.needs) or "–"
    return f"| {STATE_LABELS[row.start]} | {STATE_LABELS[row.to]} | {_who(row)} | {needs} | {row.deed} |"


def _who(row: Transition) -> str:
    return ", ".join(ACTORS[actor] for actor in Actor if actor in row.actors)
