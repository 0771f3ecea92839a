"""Writing a development plan: the plan itself, its objectives, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import State
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import save_in_words
from core.text import one_line, several_lines
from development import rules, selectors
from development.emails import ActionsBegun
from development.models import DevelopmentPlan, Objective, PlanAction
from development.rules import PlanState
from development.services.writing import (
    must_have_seen,
    plan_to_write,
    record_change,
    still_there,
    write_changes,
)
from documents.services.outbox import send_email
from memberships.selectors.doing import who_does


@transaction.atomic
def start_development_plan(
    *, collaboration: Collaboration, title: str, starts_on: date, ends_on: date, by: User
) -> DevelopmentPlan:
    """Begin a plan for the days ``[starts_on, ends_on)``, as a draft. The same one pressed twice is one plan.

    Raises ValidationError when the end is not after the first day, or the collaboration is closed.
    """
    collaboration = collaboration_for_update(collaboration.pk)
    if collaboration.state == State.CLOSED:
        raise ValidationError(
            {NON_FIELD_ERRORS: _("This collaboration is closed, so there is nothing more to plan.")}
        )
    refuse(rules.refusals_of_dates(starts_on, ends_on))
    facts: dict[str, Any] = {
        "collaboration": collaboration,
        "title": one_line(title),
        "starts_on": starts_on,
        "ends_on": ends_on,
    }
    same = DevelopmentPlan.objects.filter(**facts, state=PlanState.DRAFT).first()
    if same is not None:
        return same  # pressed twice
    plan = DevelopmentPlan(**facts)
    save_in_words(plan)
    record(Action.DEVELOPMENT_PLAN_STARTED, about=plan, by=by, collaboration=collaboration)
    return plan


@transaction.atomic
def change_development_plan(
    *, plan: DevelopmentPlan, title: str, starts_on: date, ends_on: date, seen: str, by: User
) -> DevelopmentPlan:
    """Put the title or the days right.

    Raises ValidationError as starting does, and when somebody wrote meanwhile.
    """
    plan = plan_to_write(plan.pk)
    refuse(rules.refusals_of_dates(starts_on, ends_on))
    changes = {"title": one_line(title), "starts_on": starts_on, "ends_on": ends_on}
    if write_changes(plan, changes, mark=selectors.edition_of_plan(plan), seen=seen):
        record(Action.DEVELOPMENT_PLAN_CHANGED, about=plan, by=by, collaboration=plan.collaboration)
    return plan


@transaction.atomic
def begin_work_by_plan(*, plan: DevelopmentPlan, by: User, on: date | None = None) -> DevelopmentPlan:
    """Make a draft the plan that the group works by.

    Raises ValidationError without objectives, or while another one is current.
    """
    plan = selectors.plan_for_update(plan.pk)
    if plan.state == PlanState.CURRENT:
        return plan  # pressed twice
    refuse(rules.refusals_to_move(selectors.plan_facts(plan), PlanState.CURRENT))
    clash: dict[str, Any] = {
        NON_FIELD_ERRORS: _("Another plan has become current meanwhile. Close that one first.")
    }
    plan = _move(plan, PlanState.CURRENT, by, clash=clash)
    _write_to_owners(plan, by=by, on=on or timezone.localdate())
    return plan


@transaction.atomic
def evaluate_plan(
    *, plan: DevelopmentPlan, evaluation: str, objectives: Mapping[int, str], seen: str, by: User
) -> DevelopmentPlan:
    """Write what the plan and each objective (by its id) changed for
    teaching and learning, as far as the group knows yet.
    """
    plan = plan_to_write(plan.pk)
    mark = selectors.edition_of_evaluation(plan)
    rows = list(Objective.objects.filter(plan=plan, pk__in=list(objectives)).order_by("pk"))
    texts = {objective.pk: several_lines(objectives[objective.pk]) for objective in rows}
    changed = [objective for objective in rows if objective.evaluation != texts[objective.pk]]
    if not changed and plan.evaluation == several_lines(evaluation):
        return plan  # pressed twice
    must_have_seen(plan, mark, seen)
    for objective in changed:
        objective.evaluation = texts[objective.pk]
        save_in_words(objective, fields=["evaluation"])
    plan.evaluation = several_lines(evaluation)
    save_in_words(plan, fields=["evaluation"])
    record(Action.DEVELOPMENT_PLAN_CHANGED, about=plan, by=by, collaboration=plan.collaboration)
    return plan


@transaction.atomic
def close_plan(
    *, plan: DevelopmentPlan, evaluation: str, objectives: Mapping[int, str], seen: str, by: User
) -> DevelopmentPlan:
    """Close the plan with its evaluation.

    Raises ValidationError at each objective, and at the plan, whose effect nobody has said.
    """
    plan = selectors.plan_for_update(plan.pk)
    if plan.state == PlanState.CLOSED and _says_so(plan, evaluation, objectives):
        return plan  # pressed twice
    plan = evaluate_plan(plan=plan, evaluation=evaluation, objectives=objectives, seen=seen, by=by)
    refuse(rules.refusals_to_move(selectors.plan_facts(plan), PlanState.CLOSED))
    return _move(plan, PlanState.CLOSED, by)


def _says_so(plan: DevelopmentPlan, evaluation: str, objectives: Mapping[int, str]) -> bool:
    """Whether the evaluation is what the plan says already."""
    evaluations = dict(Objective.objects.filter(plan=plan).order_by("pk").values_list("pk", "evaluation"))
    if plan.evaluation != several_lines(evaluation):
        return False
    return all(evaluations.get(pk) == several_lines(text) for pk, text in objectives.items())


def _move(
    plan: DevelopmentPlan, to: PlanState, by: User, clash: dict[str, Any] | None = None
) -> DevelopmentPlan:
    plan.state = to
    save_in_words(plan, clash=clash, fields=["state"])
    record(
        Action.DEVELOPMENT_PLAN_MOVED,
        about=plan,
        by=by,
        collaboration=plan.collaboration,
        state=plan.get_state_display(),
    )
    return plan


# --- objectives ---------------------------------------------------------------------------------------------


@transaction.atomic
def add_objective(
    *, plan: DevelopmentPlan, aim: str, data_behind: str, success_measure: str, by: User
) -> Objective:
    """Add an objective at the end. The same one pressed twice is one."""
    plan = plan_to_write(plan.pk)
    words = _objective_words(aim, data_behind, success_measure)
    same = Objective.objects.filter(plan=plan, **words).first()
    if same is not None:
        return same
    last = Objective.objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    objective = Objective(plan=plan, position=0 if last is None else last + 1, **words)
    save_in_words(objective)
    record_change(Action.OBJECTIVE_WRITTEN, objective, plan, objective.aim, by)
    return objective


@transaction.atomic
def change_objective(
    *, objective: Objective, aim: str, data_behind: str, success_measure: str, seen: str, by: User
) -> Objective:
    """Write an objective anew.

    Raises ValidationError when somebody wrote meanwhile, or the plan is closed.
    """
    plan = plan_to_write(objective.plan_id)
    objective = still_there(Objective.objects.filter(plan=plan, pk=objective.pk).first())
    words = _objective_words(aim, data_behind, success_measure)
    if write_changes(objective, words, mark=selectors.edition_of_objective(objective), seen=seen):
        record_change(Action.OBJECTIVE_WRITTEN, objective, plan, objective.aim, by)
    return objective


@transaction.atomic
def move_objective(*, objective: Objective, up: bool, by: User) -> None:
    """Put an objective one place up or down.

    At the end of the list nothing happens; the numbers are made anew, without gaps.
    """
    plan = plan_to_write(objective.plan_id)
    rows = list(Objective.objects.filter(plan=plan).order_by("position", "pk"))
    here = next((place for place, row in enumerate(rows) if row.pk == objective.pk), None)
    there = None if here is None else here + (-1 if up else 1)
    if here is None or there is None or not 0 <= there < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for place, row in enumerate(rows):
        row.position = place
    Objective.objects.bulk_update(rows, ["position"])
    record(Action.DEVELOPMENT_PLAN_CHANGED, about=plan, by=by, collaboration=plan.collaboration)


@transaction.atomic
def remove_objective(*, objective: Objective, by: User) -> None:
    """Take an objective out of the plan, with its actions. Gone already is gone; a closed plan keeps it.

    Raises ValidationError where something else rests on it.
    """
    plan = plan_to_write(objective.plan_id)
    row = Objective.objects.filter(plan=plan, pk=objective.pk).first()
    if row is None:
        return  # pressed twice
    record_change(Action.OBJECTIVE_REMOVED, row, plan, row.aim, by)
    try:
        row.delete()
    except ProtectedError:  # of an app above: decisions to spend name it
        raise ValidationError(_("A decision to spend money names this objective, so it stays.")) from None


def _objective_words(aim: str, data_behind: str, success_measure: str) -> dict[str, str]:
    return {
        "aim": one_line(aim),
        "data_behind": several_lines(data_behind),
        "success_measure": several_lines(success_measure),
    }


def _write_to_owners(plan: DevelopmentPlan, *, by: User, on: date) -> None:
    """Everybody who is to do something by a plan that begins now gets one email about all of it."""
    actions = PlanAction.objects.filter(objective__plan=plan, done_on=None).exclude(owner=None)
    for person in who_does(list(actions), on=on):
        if person.pk != by.pk:
            send_email(ActionsBegun(plan_id=plan.pk, user_id=person.pk, by_id=by.pk))
