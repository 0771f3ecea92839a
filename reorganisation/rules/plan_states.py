"""The states of a plan to divide or merge (C4): one table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason


class PlanState(TextChoices):
    """The value is what is stored."""

    DRAFT = "draft", _("Being drawn up")
    AGREED = "agreed", _("Agreed with the leaders")
    DONE = "done", _("Carried out")
    ABANDONED = "abandoned", _("Put aside")


class PlanStep(StrEnum):
    """What is done to a plan."""

    CHANGE = "change"
    AGREE = "agree"
    CARRY_OUT = "carry_out"
    ABANDON = "abandon"


#: The one table: services, pages and the diagram in ``docs/rules/C4.md`` read it. An officer makes every
#: move.
PLAN_TRANSITIONS: Mapping[tuple[PlanState, PlanStep], PlanState] = {
    (PlanState.DRAFT, PlanStep.CHANGE): PlanState.DRAFT,
    (PlanState.DRAFT, PlanStep.AGREE): PlanState.AGREED,
    (PlanState.DRAFT, PlanStep.ABANDON): PlanState.ABANDONED,
    (PlanState.AGREED, PlanStep.CHANGE): PlanState.DRAFT,
    (PlanState.AGREED, PlanStep.CARRY_OUT): PlanState.DONE,
    (PlanState.AGREED, PlanStep.ABANDON): PlanState.ABANDONED,
}
STEP_LABELS: Mapping[PlanStep, str] = {
    PlanStep.CHANGE: "change it",
    PlanStep.AGREE: "record the meeting with the leaders",
    PlanStep.CARRY_OUT: "carry it out",
    PlanStep.ABANDON: "put it aside",
}


def after_step(state: PlanState, step: PlanStep) -> PlanState | None:
    """Where a step leads; None where it cannot be taken."""
    return PLAN_TRANSITIONS.get((state, step))


def refused_step(state: PlanState, step: PlanStep) -> Reason | None:
    """Why a step cannot be taken from here."""
    if after_step(state, step) is not None:
        return None
    if state is PlanState.DONE:
        return Reason("C4", gettext_noop("This plan has been carried out, and that is final."))
    if state is PlanState.ABANDONED:
        return Reason("C4", gettext_noop("This plan was put aside. Begin a new one."))
    if step is PlanStep.AGREE:
        return Reason("C4", gettext_noop("The plan is agreed already."))
    return Reason(
        "C4", gettext_noop("The leaders have not agreed to this plan yet. Meet them, and record it.")
    )


def plan_diagram() -> str:
    """The states of a plan as a Mermaid diagram, drawn from the table."""
    names = [f'    state "{state.label}" as {state}' for state in PlanState]
    arrows = [f"    {start} --> {to} : {STEP_LABELS[step]}" for (start, step), to in PLAN_TRANSITIONS.items()]
    ends = [f"    {state} --> [*]" for state in (PlanState.DONE, PlanState.ABANDONED)]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, "    [*] --> draft", *arrows, *ends, "```"])
