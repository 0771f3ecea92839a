"""The development plan: its states as one table and what closing it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.dates import Span, first_of_month
from core.reasons import Reason
from core.text import has_something_to_see

CODE = "development plan"
#: Pence; what an action may cost at most.
MAX_PENCE = 100_000_000


class PlanState(TextChoices):
    """The value is what is stored."""

    DRAFT = "draft", _("Being written")
    CURRENT = "current", _("Current")
    CLOSED = "closed", _("Closed")


class PlanTransition(NamedTuple):
    """One row of the table; whoever runs the group makes each move. ``deed`` is the button."""

    start: PlanState
    to: PlanState
    deed: str
    needs: str


#: The one table. Services, pages and the diagram in ``docs/how-to/development-plan.md`` read it.
TRANSITIONS: tuple[PlanTransition, ...] = (
    PlanTransition(
        PlanState.DRAFT,
        PlanState.CURRENT,
        gettext_noop("Start working by this plan"),
        gettext_noop("an objective, and no other plan that is current"),
    ),
    PlanTransition(
        PlanState.CURRENT,
        PlanState.CLOSED,
        gettext_noop("Close the plan"),
        gettext_noop("the effect on teaching and learning, of each objective and of the whole plan"),
    ),
)
#: The states in which a plan may still be written.
WRITABLE = frozenset({PlanState.DRAFT, PlanState.CURRENT})


class Evaluated(NamedTuple):
    """An objective, and what the group says came of it."""

    objective_id: int
    aim: str
    evaluation: str


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a move of a plan is judged by.

    ``other_current``: the title of another plan that the group works by now.
    """

    state: PlanState
    evaluation: str = ""
    objectives: Sequence[Evaluated] = ()
    other_current: str = ""


def transition_of(start: PlanState, to: PlanState) -> PlanTransition | None:
    return next((row for row in TRANSITIONS if (row.start, row.to) == (start, to)), None)


def next_move(state: PlanState) -> PlanTransition | None:
    return next((row for row in TRANSITIONS if row.start == state), None)


def refusals_to_write(state: PlanState) -> list[Refusal]:
    """A closed plan stays as it is."""
    closed = Reason(
        CODE,
        gettext_noop(
            "This plan is closed. What it says stays on record as it is; begin a new plan for what comes"
            " next."
        ),
    )
    return [] if state in WRITABLE else [Refusal("", closed)]


def refusals_to_move(facts: PlanFacts, to: PlanState) -> list[Refusal]:
    """Everything that stands against a move, each at its field: "" for the plan as a whole."""
    if transition_of(facts.state, to) is None:
        words = {"now": facts.state.label, "to": to.label}
        return [
            Refusal(
                "",
                Reason(
                    CODE,
                    gettext_noop("The plan is “%(now)s” now. It cannot become “%(to)s” from there."),
                    words,
                ),
            )
        ]
    return _against_starting(facts) if to is PlanState.CURRENT else _against_closing(facts)


def _against_starting(facts: PlanFacts) -> list[Refusal]:
    found = []
    if not facts.objectives:
        found.append(
            Refusal("", Reason(CODE, gettext_noop("Add an objective first: it says what the plan is for.")))
        )
    if facts.other_current:
        text = gettext_noop(
            "You work by “%(title)s” now. Close it first; a group works by one plan at a time."
        )
        found.append(Refusal("", Reason(CODE, text, {"title": facts.other_current})))
    return found


def _against_closing(facts: PlanFacts) -> list[Refusal]:
    aimed = gettext_noop(
        "Say what “%(aim)s” changed for teaching and learning. If nothing, say so; that is worth knowing too."
    )
    whole = gettext_noop("Say what the plan as a whole changed for teaching and learning.")
    missing = [objective for objective in facts.objectives if not has_something_to_see(objective.evaluation)]
    refusals = [
        Refusal(evaluation_field(one.objective_id), Reason(CODE, aimed, {"aim": one.aim})) for one in missing
    ]
    return (
        refusals
        if has_something_to_see(facts.evaluation)
        else [*refusals, Refusal("evaluation", Reason(CODE, whole))]
    )


def evaluation_field(objective_id: int) -> str:
    """The name of the field that evaluates an objective."""
    return f"objective_{objective_id}"


def refusals_of_dates(starts_on: date, ends_on: date) -> list[Refusal]:
    later = Reason(CODE, gettext_noop("The last day must be the first day or later."))
    return [] if starts_on < ends_on else [Refusal("ends_on", later)]


def plan_table() -> str:
    """Every move as a row of a Markdown table."""
    rows = [f"| {row.start.label} | {row.to.label} | {row.deed} | {row.needs} |" for row in TRANSITIONS]
    return "\n".join(["| from | to | deed | what it needs |", "| --- | --- | --- | --- |", *rows])


def plan_diagram() -> str:
    """The states of a plan as a Mermaid diagram, drawn from the table."""
    names = [f'    state "{state.label}" as {state}' for state in PlanState]
    arrows = [f"    {row.start} --> {row.to} : {row.deed}" for row in TRANSITIONS]
    return "\n".join(
        ["```mermaid", "stateDiagram-v2", *names, "    [*] --> draft", *arrows, "    closed --> [*]", "```"]
    )


def months_until(today: date, *, number: int) -> list[date]:
    """The first days of the last months up to the present one, the earliest first."""
    return [first_of_month(today, months=-before) for before in reversed(range(number))]


def size_on(spans: Sequence[Span], days: Sequence[date]) -> list[int]:
    """How many of the times hold on each day."""
    return [sum(span.holds_on(day) for span in spans) for day in days]
