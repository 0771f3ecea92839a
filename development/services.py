"""Writing a development plan: the plan itself, its objectives, its actions, and what came of them.

Each change says which text it was made from (``seen``): a change made from an older text is refused, and
nothing is overwritten. Every write locks the plan first, so two people who write at once come one after the
other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import State
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import CHANGED_MEANWHILE, save_in_words
from core.text import one_line, several_lines
from development import rules, selectors
from development.models import DevelopmentPlan, Objective, PlanAction
from development.rules import PlanState
from memberships.selectors.members import membership_of_provider
from providers.models import Provider


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
    plan = _to_write(plan.pk)
    refuse(rules.refusals_of_dates(starts_on, ends_on))
    changes = {"title": one_line(title), "starts_on": starts_on, "ends_on": ends_on}
    if _write_changes(plan, changes, mark=selectors.edition_of_plan(plan), seen=seen):
        record(Action.DEVELOPMENT_PLAN_CHANGED, about=plan, by=by, collaboration=plan.collaboration)
    return plan


@transaction.atomic
def begin_work_by_plan(*, plan: DevelopmentPlan, by: User) -> DevelopmentPlan:
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
    return _move(plan, PlanState.CURRENT, by, clash=clash)


@transaction.atomic
def evaluate_plan(
    *, plan: DevelopmentPlan, evaluation: str, objectives: Mapping[int, str], seen: str, by: User
) -> DevelopmentPlan:
    """Write what the plan and each objective (by its id) changed for
    teaching and learning, as far as the group knows yet.
    """
    plan = _to_write(plan.pk)
    mark = selectors.edition_of_evaluation(plan)
    rows = list(Objective.objects.filter(plan=plan, pk__in=list(objectives)).order_by("pk"))
    texts = {objective.pk: several_lines(objectives[objective.pk]) for objective in rows}
    changed = [objective for objective in rows if objective.evaluation != texts[objective.pk]]
    if not changed and plan.evaluation == several_lines(evaluation):
        return plan  # pressed twice
    _must_have_seen(plan, mark, seen)
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
    plan = _to_write(plan.pk)
    words = _objective_words(aim, data_behind, success_measure)
    same = Objective.objects.filter(plan=plan, **words).first()
    if same is not None:
        return same
    last = Objective.objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    objective = Objective(plan=plan, position=0 if last is None else last + 1, **words)
    save_in_words(objective)
    _tell(Action.OBJECTIVE_WRITTEN, objective, plan, objective.aim, by)
    return objective


@transaction.atomic
def change_objective(
    *, objective: Objective, aim: str, data_behind: str, success_measure: str, seen: str, by: User
) -> Objective:
    """Write an objective anew.

    Raises ValidationError when somebody wrote meanwhile, or the plan is closed.
    """
    plan = _to_write(objective.plan_id)
    objective = _still_there(Objective.objects.filter(plan=plan, pk=objective.pk).first())
    words = _objective_words(aim, data_behind, success_measure)
    if _write_changes(objective, words, mark=selectors.edition_of_objective(objective), seen=seen):
        _tell(Action.OBJECTIVE_WRITTEN, objective, plan, objective.aim, by)
    return objective


@transaction.atomic
def move_objective(*, objective: Objective, up: bool, by: User) -> None:
    """Put an objective one place up or down.

    At the end of the list nothing happens; the numbers are made anew, without gaps.
    """
    plan = _to_write(objective.plan_id)
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
    """Take an objective out of the plan, with its actions. Gone already is gone; a closed plan keeps it."""
    plan = _to_write(objective.plan_id)
    row = Objective.objects.filter(plan=plan, pk=objective.pk).first()
    if row is None:
        return  # pressed twice
    _tell(Action.OBJECTIVE_REMOVED, row, plan, row.aim, by)
    row.delete()


def _objective_words(aim: str, data_behind: str, success_measure: str) -> dict[str, str]:
    return {
        "aim": one_line(aim),
        "data_behind": several_lines(data_behind),
        "success_measure": several_lines(success_measure),
    }


# --- actions ------------------------------------------------------------------------------------------------


@transaction.atomic
def add_action(
    *,
    objective: Objective,
    what: str,
    owner: Provider | None,
    due_on: date | None,
    cost_pence: int,
    by: User,
    on: date,
) -> PlanAction:
    """Add an action to an objective. The same one pressed twice is one.

    Raises ValidationError at "owner" when that setting is no member on the day ``on``.
    """
    plan = _to_write(objective.plan_id)
    objective = _still_there(Objective.objects.filter(plan=plan, pk=objective.pk).first())
    _must_be_member(owner, plan.collaboration, on=on)
    facts: dict[str, Any] = {
        "what": one_line(what),
        "owner": owner,
        "due_on": due_on,
        "cost_pence": cost_pence,
    }
    same = PlanAction.objects.filter(objective=objective, done_on=None, **facts).first()
    if same is not None:
        return same
    action = PlanAction(objective=objective, **facts)
    save_in_words(action)
    _tell(Action.PLAN_ACTION_WRITTEN, action, plan, action.what, by)
    return action


@transaction.atomic
def change_action(
    *,
    action: PlanAction,
    what: str,
    owner: Provider | None,
    due_on: date | None,
    cost_pence: int,
    done_on: date | None,
    seen: str,
    by: User,
    on: date,
) -> PlanAction:
    """Write an action anew; ``done_on=None`` also takes back that it was done.

    Whoever does it already may stay, even after leaving the group; a new owner must be a member on the day
    ``on``. Raises ValidationError when somebody wrote meanwhile.
    """
    plan = _to_write(action.objective.plan_id)
    action = _still_there(_actions_in(plan).filter(pk=action.pk).first())
    if owner is not None and owner.pk != action.owner_id:
        _must_be_member(owner, plan.collaboration, on=on)
    if done_on is not None:
        _must_not_be_to_come(done_on, on=on)
    changes = {
        "what": one_line(what),
        "owner": owner,
        "due_on": due_on,
        "cost_pence": cost_pence,
        "done_on": done_on,
    }
    if _write_changes(action, changes, mark=selectors.edition_of_action(action), seen=seen):
        _tell(Action.PLAN_ACTION_WRITTEN, action, plan, action.what, by)
    return action


@transaction.atomic
def finish_action(*, action: PlanAction, done_on: date, on: date, by: User) -> PlanAction:
    """Record that an action is done.

    Recorded already stays as it is. Raises ValidationError for a day to come.
    """
    plan = _to_write(action.objective.plan_id)
    action = _still_there(_actions_in(plan).filter(pk=action.pk).first())
    if action.done_on is not None:
        return action  # pressed twice
    _must_not_be_to_come(done_on, on=on)
    action.done_on = done_on
    save_in_words(action, fields=["done_on"])
    _tell(Action.PLAN_ACTION_DONE, action, plan, action.what, by)
    return action


@transaction.atomic
def remove_action(*, action: PlanAction, by: User) -> None:
    """Take an action out of the plan. Gone already is gone."""
    plan = _to_write(action.objective.plan_id)
    row = _actions_in(plan).filter(pk=action.pk).first()
    if row is None:
        return  # pressed twice
    _tell(Action.PLAN_ACTION_REMOVED, row, plan, row.what, by)
    row.delete()


def _actions_in(plan: DevelopmentPlan) -> Any:
    return PlanAction.objects.filter(objective__plan=plan)


def _must_be_member(owner: Provider | None, collaboration: Collaboration, *, on: date) -> None:
    if owner is not None and membership_of_provider(collaboration, owner.pk, on=on) is None:
        raise ValidationError({"owner": _("Choose a setting that is a member of the collaboration.")})


def _must_not_be_to_come(done_on: date, *, on: date) -> None:
    if done_on > on:
        raise ValidationError({"done_on": _("The day must be today or in the past.")})


# --- what the writes share ----------------------------------------------------------------------------------


def _to_write(plan_id: int) -> DevelopmentPlan:
    """The plan, locked. Raises ValidationError when it is closed."""
    plan = selectors.plan_for_update(plan_id)
    refuse(rules.refusals_to_write(PlanState(plan.state)))
    return plan


def _still_there(row: Any) -> Any:
    if row is None:
        text = _(
            "Somebody has removed this from the plan meanwhile. Copy your words, and add it anew if it is"
            " still wanted."
        )
        raise ValidationError({NON_FIELD_ERRORS: text})
    return row


def _write_changes(row: Any, values: Mapping[str, Any], *, mark: str, seen: str) -> bool:
    """Write the fields that differ.

    False: it says so already (pressed twice). Raises ValidationError for an older text.
    """
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return False
    _must_have_seen(row, mark, seen)
    for name, value in changed.items():
        setattr(row, name, value)
    save_in_words(row, fields=list(changed))
    return True


def _must_have_seen(row: Any, mark: str, seen: str) -> None:
    if seen == mark:
        return
    person = selectors.last_written_by(row._meta.label_lower, row.pk) or _("Somebody")
    text = _(
        "%(person)s has changed this while you were writing. Below is what it says now; your own words are"
        " still in the boxes."
    )
    raise ValidationError({"seen": ValidationError(text % {"person": person}, code=CHANGED_MEANWHILE)})


def _tell(action: Action, row: Any, plan: DevelopmentPlan, what: str, by: User) -> None:
    record(action, about=row, by=by, collaboration=plan.collaboration, what=what)
