"""Reads about development plans: of one collaboration, and of all. Sums are integer pence."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, IntegerField, Prefetch, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from accounts.models import User
from audit.models import Entry
from collaborations.models import Collaboration
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from core.ordering import InOrder
from core.saving import edition_of
from development.models import DevelopmentPlan, Objective, PlanAction
from development.rules import Evaluated, PlanFacts, PlanState
from memberships.selectors.doing import done_by

STATES = DevelopmentPlan.State.choices
#: The key of plans among the sources of actions (``core.frame.actions``).
PLAN = "plan"
#: The plan that a group works by, then what is being written, then what is closed.
_BY_STATE = Case(
    When(state=PlanState.CURRENT, then=Value(0)),
    When(state=PlanState.DRAFT, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


def plans() -> QuerySet[Any]:
    """Every plan of the authority, each with its numbers:

    ``objectives_count``, ``actions_count``, ``actions_done``, ``cost`` (pence).
    """
    rows = DevelopmentPlan.objects.select_related("collaboration", "collaboration__district")
    return rows.annotate(
        name_in_order=InOrder("collaboration__name"),
        state_in_order=_BY_STATE,
        objectives_count=Count("objectives", distinct=True),
        actions_count=Count("objectives__actions"),
        actions_done=Count("objectives__actions", filter=Q(objectives__actions__done_on__isnull=False)),
        cost=Coalesce(Sum("objectives__actions__cost_pence"), 0),
    ).order_by("name_in_order", "state_in_order", "-starts_on", "pk")


def plans_of(collaboration: Collaboration) -> QuerySet[DevelopmentPlan]:
    """Every plan of a collaboration, the one it works by first."""
    return plans().filter(collaboration=collaboration).order_by("state_in_order", "-starts_on", "pk")


class PlanOfPage(NamedTuple):
    """A plan, how many actions it has, and how many of them are done."""

    pk: int
    actions_count: int
    actions_done: int


def plan_of_page(visitor: Visitor, collaboration: Collaboration) -> PlanOfPage | None:
    """The plan that one of the page's groups works by now; where it has none, the latest that is being
    written. Read with what the page reads at once.
    """
    rows = [row for row in page_rows(visitor, "plans") if row.facts["group_id"] == collaboration.pk]
    rows.sort(key=lambda row: row.facts["starts_on"], reverse=True)
    rows.sort(key=lambda row: row.facts["state"] != PlanState.CURRENT)
    return next((PlanOfPage(row.pk, row.facts["number"], row.facts["done"]) for row in rows), None)


def _open_plans(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[DevelopmentPlan]:
    rows = DevelopmentPlan.objects.filter(collaboration__in=groups).exclude(state=PlanState.CLOSED)
    done = Q(objectives__actions__done_on__isnull=False)
    return rows.annotate(number=Count("objectives__actions"), done=Count("objectives__actions", filter=done))


add_page_rows(
    _open_plans,
    key="plans",
    facts={
        "group_id": "collaboration_id",
        "state": "state",
        "starts_on": "starts_on",
        "number": "number",
        "done": "done",
    },
    of_group_alone=True,
)


def actions_late(collaboration: Collaboration, *, on: date) -> int:
    """How many actions of its current plan have passed their day and are not done."""
    late = PlanAction.objects.filter(
        objective__plan__collaboration=collaboration, objective__plan__state=PlanState.CURRENT
    )
    return late.filter(done_on=None, due_on__lt=on).count()


def plan_in(collaboration: Collaboration, plan_id: int) -> DevelopmentPlan | None:
    return plans_of(collaboration).filter(pk=plan_id).first()


def objectives_of(plan: DevelopmentPlan) -> QuerySet[Objective]:
    """Its objectives in their order, each with ``cost`` (pence) and its actions, the earliest due first."""
    actions = PlanAction.objects.select_related("owner", "person").order_by(
        F("due_on").asc(nulls_last=True), "pk"
    )
    rows = Objective.objects.filter(plan=plan).annotate(cost=Coalesce(Sum("actions__cost_pence"), 0))
    return rows.prefetch_related(Prefetch("actions", queryset=actions)).order_by("position", "pk")


def objective_in(plan: DevelopmentPlan, objective_id: int) -> Objective | None:
    return Objective.objects.select_related("plan__collaboration").filter(plan=plan, pk=objective_id).first()


def action_in(plan: DevelopmentPlan, action_id: int) -> PlanAction | None:
    rows = PlanAction.objects.select_related("objective__plan__collaboration", "owner", "person")
    return rows.filter(objective__plan=plan, pk=action_id).first()


def action_by_id(action_id: int) -> PlanAction | None:
    rows = PlanAction.objects.select_related("objective__plan__collaboration", "owner", "person")
    return rows.filter(pk=action_id).first()


def actions_that_count() -> QuerySet[PlanAction]:
    """Of the plans by which groups work, every action; of closed plans what was done."""
    is_done = Q(objective__plan__state=PlanState.CLOSED, done_on__isnull=False)
    return PlanAction.objects.filter(Q(objective__plan__state=PlanState.CURRENT) | is_done)


def open_actions() -> QuerySet[PlanAction]:
    """What is to be done by the plans that groups work by, the earliest due first."""
    rows = PlanAction.objects.filter(objective__plan__state=PlanState.CURRENT, done_on=None)
    rows = rows.select_related("objective__plan__collaboration", "owner", "person")
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")


def own_actions(user: User, *, on: date) -> QuerySet[PlanAction]:
    """The open actions that are for somebody to do on a day: as the manager of the setting that does it, or
    as the person who was named there. The earliest due first.
    """
    return open_actions().filter(done_by(user, on=on))


def answers_for(user: User, action: PlanAction, *, on: date) -> bool:
    """Whether somebody may say how far an action is: the manager of its setting, or the person named there."""
    return PlanAction.objects.filter(done_by(user, on=on), pk=action.pk).exists()


def plan_for_update(plan_id: int) -> DevelopmentPlan:
    """The plan, locked: whoever writes in it waits here. Raises DevelopmentPlan.DoesNotExist."""
    rows = DevelopmentPlan.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration").get(pk=plan_id)


def plan_facts(plan: DevelopmentPlan) -> PlanFacts:
    """What a move of the plan is judged by."""
    others = DevelopmentPlan.objects.filter(
        collaboration=plan.collaboration_id, state=PlanState.CURRENT
    ).exclude(pk=plan.pk)
    objectives = (
        Objective.objects.filter(plan=plan).order_by("position", "pk").values_list("pk", "aim", "evaluation")
    )
    return PlanFacts(
        state=PlanState(plan.state),
        evaluation=plan.evaluation,
        objectives=[Evaluated(*objective) for objective in objectives],
        other_current=others.values_list("title", flat=True).first() or "",
    )


# --- the mark that whoever writes carries along -------------------------------------------------------------


def edition_of_plan(plan: DevelopmentPlan) -> str:
    return edition_of(plan.title, plan.starts_on, plan.ends_on)


def edition_of_objective(objective: Objective) -> str:
    return edition_of(objective.aim, objective.data_behind, objective.success_measure)


def edition_of_action(action: PlanAction) -> str:
    return edition_of(
        action.what, action.owner_id, action.person_id, action.due_on, action.cost_pence, action.done_on
    )


def edition_of_evaluation(plan: DevelopmentPlan) -> str:
    """Of all that is said of the plan's effect, by objective and as a whole."""
    said = Objective.objects.filter(plan=plan).order_by("pk").values_list("pk", "evaluation")
    return edition_of(plan.evaluation, *(value for pair in said for value in pair))


def last_written_by(about_type: str, about_id: int) -> str:
    """Who wrote a thing last, by the audit log; empty where nobody has."""
    entries = Entry.objects.filter(about_type=about_type, about_id=about_id, is_confidential=False)
    return entries.order_by("-at", "-pk").values_list("by_name", flat=True).first() or ""


def open_actions_of_setting(collaboration_id: int, provider_id: int) -> QuerySet[PlanAction]:
    """What a setting has still to do by the plans of a group, those that are being written too."""
    rows = PlanAction.objects.filter(
        done_on=None, owner=provider_id, objective__plan__collaboration=collaboration_id
    )
    return rows.exclude(objective__plan__state=PlanState.CLOSED).order_by("pk")


def actions_of_groups(collaboration_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Of the plan that each of some groups works by: how many actions are done, and how many there are."""
    plans = DevelopmentPlan.objects.filter(collaboration__in=collaboration_ids, state=PlanState.CURRENT)
    rows = (
        plans.order_by()
        .values("collaboration")
        .annotate(
            number=Count("objectives__actions"),
            done=Count("objectives__actions", filter=Q(objectives__actions__done_on__isnull=False)),
        )
    )
    return {row["collaboration"]: (row["done"], row["number"]) for row in rows}
