"""C1: the life of a collaboration as one table, and whether a move may be made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason
from core.text import has_something_to_see


class State(TextChoices):
    """Where a collaboration stands."""

    ENQUIRY = "enquiry", _("Enquiry")
    PROPOSED = "proposed", _("Proposed")
    INITIAL_MEETING = "initial_meeting", _("First meeting")
    DRAFTING = "drafting", _("Drafting ways of working")
    ACTIVE = "active", _("Active")
    UNDER_REVIEW = "under_review", _("Under review")
    DIVIDING = "dividing", _("Dividing")
    MERGING = "merging", _("Merging")
    DORMANT = "dormant", _("Resting")
    CLOSED = "closed", _("Closed")


class Actor(StrEnum):
    """Who makes a move.

    A plan (C4) is no person: whoever carries it out or puts it aside was asked for the right there.
    """

    OFFICER = "officer"
    LEADER = "leader"
    PLAN = "plan"


class Need(StrEnum):
    """What must be there before a move is made."""

    FIRST_MEETING = "first_meeting"
    MEMBERS = "members"
    TERMS = "terms"
    LEADER = "leader"
    WORDS = "words"


class Transition(NamedTuple):
    """One row of the table: from, to, who may, what it needs, and the deed as a button says it."""

    start: State
    to: State
    actors: frozenset[Actor]
    needs: tuple[Need, ...]
    deed: str


class Strength(NamedTuple):
    """How many settings are members and how many people lead on a day."""

    members: int = 0
    leaders: int = 0


NOBODY = Strength()


class Refusal(NamedTuple):
    """Why something is refused, and the field that the reason is about."""

    field: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class LifeFacts:
    """What a move is judged by. ``strength`` is that of the day of the move."""

    state: State
    started_on: date
    last_moved_on: date | None = None
    first_meeting_on: date | None = None
    terms_adopted_on: date | None = None
    strength: Strength = NOBODY


STATE_MEANINGS: dict[State, str] = {
    State.ENQUIRY: gettext_noop(
        "Somebody has asked for a group. Talk to them, and find out which settings might join."
    ),
    State.PROPOSED: gettext_noop(
        "Settings have been asked whether they would join. Agree a day for the first meeting."
    ),
    State.INITIAL_MEETING: gettext_noop("The settings meet for the first time, and an officer facilitates."),
    State.DRAFTING: gettext_noop("The members write down how they want to work together."),
    State.ACTIVE: gettext_noop("The group runs itself."),
    State.UNDER_REVIEW: gettext_noop("The group looks at how well it works and what should change."),
    State.DIVIDING: gettext_noop(
        "There is a plan to divide it. Carrying the plan out closes this group and opens its successors."
    ),
    State.MERGING: gettext_noop(
        "There is a plan to merge it. Carrying the plan out closes this group and opens its successor."
    ),
    State.DORMANT: gettext_noop("The group rests. Its members stay members, and it can be taken up again."),
    State.CLOSED: gettext_noop("The group has ended. What it did stays on record."),
}

_OFFICER, _BOTH, _PLAN = (
    frozenset({Actor.OFFICER}),
    frozenset({Actor.OFFICER, Actor.LEADER}),
    frozenset({Actor.PLAN}),
)
_TO_RUN = (Need.MEMBERS, Need.TERMS, Need.LEADER)
_WHY = (Need.WORDS,)
_S = State

#: The one table. The forms, the services, the pages and the diagram in ``docs/rules/C1.md`` all read it.
TRANSITIONS: tuple[Transition, ...] = (
    Transition(_S.ENQUIRY, _S.PROPOSED, _OFFICER, (), gettext_noop("Record that it is proposed")),
    Transition(_S.ENQUIRY, _S.CLOSED, _OFFICER, _WHY, gettext_noop("Close the enquiry")),
    Transition(
        _S.PROPOSED,
        _S.INITIAL_MEETING,
        _BOTH,
        (),
        gettext_noop("Record that the first meeting is arranged"),
    ),
    Transition(_S.PROPOSED, _S.CLOSED, _OFFICER, _WHY, gettext_noop("Close the proposal")),
    Transition(
        _S.INITIAL_MEETING,
        _S.DRAFTING,
        _OFFICER,
        (Need.FIRST_MEETING,),
        gettext_noop("Begin the ways of working"),
    ),
    Transition(
        _S.INITIAL_MEETING, _S.CLOSED, _OFFICER, _WHY, gettext_noop("Close it after the first meeting")
    ),
    Transition(_S.DRAFTING, _S.ACTIVE, _OFFICER, _TO_RUN, gettext_noop("Make it active")),
    Transition(_S.DRAFTING, _S.CLOSED, _OFFICER, _WHY, gettext_noop("Close it")),
    Transition(_S.ACTIVE, _S.UNDER_REVIEW, _BOTH, (), gettext_noop("Begin a review")),
    Transition(_S.ACTIVE, _S.DIVIDING, _PLAN, (), gettext_noop("Begin a plan to divide it")),
    Transition(_S.ACTIVE, _S.MERGING, _PLAN, (), gettext_noop("Begin a plan to merge it")),
    Transition(_S.ACTIVE, _S.DORMANT, _OFFICER, _WHY, gettext_noop("Let it rest")),
    Transition(_S.ACTIVE, _S.CLOSED, _OFFICER, _WHY, gettext_noop("Close it")),
    Transition(_S.UNDER_REVIEW, _S.ACTIVE, _BOTH, _TO_RUN, gettext_noop("End the review")),
    Transition(_S.UNDER_REVIEW, _S.DIVIDING, _PLAN, (), gettext_noop("Begin a plan to divide it")),
    Transition(_S.UNDER_REVIEW, _S.MERGING, _PLAN, (), gettext_noop("Begin a plan to merge it")),
    Transition(_S.UNDER_REVIEW, _S.DORMANT, _OFFICER, _WHY, gettext_noop("Let it rest")),
    Transition(_S.UNDER_REVIEW, _S.CLOSED, _OFFICER, _WHY, gettext_noop("Close it")),
    Transition(_S.DIVIDING, _S.ACTIVE, _PLAN, (), gettext_noop("Put the plan aside")),
    Transition(_S.DIVIDING, _S.UNDER_REVIEW, _PLAN, (), gettext_noop("Put the plan aside")),
    Transition(_S.DIVIDING, _S.CLOSED, _PLAN, (), gettext_noop("Carry the plan out")),
    Transition(_S.MERGING, _S.ACTIVE, _PLAN, (), gettext_noop("Put the plan aside")),
    Transition(_S.MERGING, _S.UNDER_REVIEW, _PLAN, (), gettext_noop("Put the plan aside")),
    Transition(_S.MERGING, _S.DORMANT, _PLAN, (), gettext_noop("Put the plan aside")),
    Transition(_S.MERGING, _S.CLOSED, _PLAN, (), gettext_noop("Carry the plan out")),
    Transition(_S.DORMANT, _S.ACTIVE, _OFFICER, _TO_RUN, gettext_noop("Take it up again")),
    Transition(_S.DORMANT, _S.MERGING, _PLAN, (), gettext_noop("Begin a plan to merge it")),
    Transition(_S.DORMANT, _S.CLOSED, _OFFICER, _WHY, gettext_noop("Close it")),
)

#: As what a collaboration may first be recorded: an enquiry, or as it is where it ran before it was recorded
#: here.
STARTS = frozenset(
    {_S.ENQUIRY, _S.PROPOSED, _S.INITIAL_MEETING, _S.DRAFTING, _S.ACTIVE, _S.UNDER_REVIEW, _S.DORMANT}
)
#: Those that should have a leader.
LED = frozenset({_S.ACTIVE, _S.UNDER_REVIEW, _S.DIVIDING, _S.MERGING})
#: Where ways of working are written, and adopted.
ADOPTING = frozenset({_S.DRAFTING, _S.ACTIVE, _S.UNDER_REVIEW, _S.DORMANT})
#: Those in which a group is still on its way to being one.
FORMING = frozenset({_S.ENQUIRY, _S.PROPOSED, _S.INITIAL_MEETING, _S.DRAFTING})
#: Several states as one filter names them.
STAGES: dict[str, tuple[str, frozenset[State]]] = {
    "starting": (
        gettext_noop("Being set up"),
        FORMING,
    ),
    "running": (gettext_noop("Running"), LED),
}
MIN_MEMBERS = 2


def transition_of(start: State, to: State) -> Transition | None:
    return next((row for row in TRANSITIONS if (row.start, row.to) == (start, to)), None)


def next_moves(state: State, actor: Actor) -> list[Transition]:
    """What somebody may do from here, in the order of the table."""
    return [row for row in TRANSITIONS if row.start is state and actor in row.actors]


def may_move(
    facts: LifeFacts, to: State, *, actor: Actor, on: date, today: date, words: str = ""
) -> list[Refusal]:
    """C1: every reason why the move may not be made, at once. Empty when it may."""
    row = transition_of(facts.state, to)
    if row is None or actor not in row.actors:
        return [Refusal("to", _no_such_move(facts.state, to, row))]
    missing = [
        Refusal("words" if need is Need.WORDS else "to", reason)
        for need, reason in missing_for(facts, row, on=on, words=words)
    ]
    return [*_wrong_day(facts, on, today), *missing]


def missing_for(
    facts: LifeFacts, row: Transition, *, on: date, words: str = ""
) -> Iterator[tuple[Need, Reason]]:
    """What a move still needs on a day, each with the sentence that says so."""
    for need in row.needs:
        reason = _missing(need, facts, on, words)
        if reason is not None:
            yield need, reason


def _no_such_move(state: State, to: State, row: Transition | None) -> Reason:
    facts = {"before": state.label, "after": to.label}
    if state is State.CLOSED:
        return Reason("C1", gettext_noop("This collaboration is closed, and that is final."))
    if state is to:
        return Reason("C1", gettext_noop("It is “%(after)s” already."), facts)
    if row is None:
        return Reason("C1", gettext_noop("No move leads from “%(before)s” to “%(after)s”."), facts)
    if row.actors == _PLAN:
        return Reason(
            "C1",
            gettext_noop("Only a plan to divide or merge leads from “%(before)s” to “%(after)s”."),
            facts,
        )
    return Reason(
        "C1",
        gettext_noop("The early years team moves a collaboration from “%(before)s” to “%(after)s”."),
        facts,
    )


def _wrong_day(facts: LifeFacts, on: date, today: date) -> Iterator[Refusal]:
    """A move is written down when it is made, by a plan too: what is
    closed ahead would be taken for closed today.
    """
    if on > today:
        yield Refusal("on", Reason("C1", gettext_noop("The day must be today or in the past.")))
    if facts.last_moved_on is not None and on < facts.last_moved_on:
        sentence = gettext_noop("The day must be on or after %(day)s, the day of the last move.")
        yield Refusal("on", Reason("C1", sentence, {"day": facts.last_moved_on}))
    elif on < facts.started_on:
        yield Refusal(
            "on",
            Reason(
                "C1",
                gettext_noop("The day must be on or after %(day)s, when it started."),
                {"day": facts.started_on},
            ),
        )


def _missing(need: Need, facts: LifeFacts, on: date, words: str) -> Reason | None:
    if need is Need.MEMBERS and facts.strength.members < MIN_MEMBERS:
        sentence = gettext_noop("It needs at least two members. It has %(members)d on %(day)s.")
        return Reason("C1", sentence, {"day": on, "members": facts.strength.members})
    if need is Need.LEADER and not facts.strength.leaders:
        return Reason(
            "C1", gettext_noop("It needs at least one leader. It has none on %(day)s."), {"day": on}
        )
    if need is Need.WORDS and not has_something_to_see(words):
        return Reason("C1", gettext_noop("Say why."))
    if need is Need.TERMS:
        never = gettext_noop("Its members have to adopt their ways of working first.")
        return _not_yet(
            facts.terms_adopted_on,
            on,
            never,
            gettext_noop("Its ways of working were adopted later, on %(day)s."),
        )
    if need is Need.FIRST_MEETING:
        never = gettext_noop("The first meeting, which an officer facilitates, is not recorded yet.")
        return _not_yet(
            facts.first_meeting_on, on, never, gettext_noop("The first meeting was later, on %(day)s.")
        )
    return None


def _not_yet(day: date | None, on: date, never: str, later: str) -> Reason | None:
    if day is None:
        return Reason("C1", never)
    return Reason("C1", later, {"day": day}) if day > on else None


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
    """The same moves as a Mermaid state diagram.

    Moves of a plan bear its name; closing is drawn from each state that can.
    """
    names = [f'    state "{state.label}" as {state}' for state in State]
    starts = [
        "    [*] --> enquiry",
        *(f"    [*] --> {state} : as it is" for state in State if state in STARTS - {State.ENQUIRY}),
    ]
    arrows = [f"    {row.start} --> {row.to} : {_who(row)}" for row in TRANSITIONS]
    return "\n".join(
        ["```mermaid", "stateDiagram-v2", *names, *starts, *arrows, f"    {State.CLOSED} --> [*]", "```"]
    )


def _line(row: Transition) -> str:
    needs = ", ".join(NEEDS[need] for need in row.needs) or "–"
    return f"| {row.start.label} | {row.to.label} | {_who(row)} | {needs} | {row.deed} |"


def _who(row: Transition) -> str:
    return ", ".join(ACTORS[actor] for actor in Actor if actor in row.actors)


#: Six to eight settings are manageable.
ADVISED_SIZE = range(6, 9)
