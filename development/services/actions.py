"""Writing the actions of a development plan. Who is to do one hears of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from collaborations.models import Collaboration
from core.saving import save_in_words
from core.text import one_line
from development import selectors
from development.emails import ActionGiven
from development.models import DevelopmentPlan, Objective, PlanAction
from development.rules import PlanState
from development.services.writing import (
    plan_to_write,
    record_change,
    still_there,
    write_changes,
)
from documents.services.outbox import send_email
from memberships.selectors.members import membership_of_provider
from memberships.selectors.people import everybody_managing
from providers.models import Provider


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
    plan = plan_to_write(objective.plan_id)
    objective = still_there(Objective.objects.filter(plan=plan, pk=objective.pk).first())
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
    record_change(Action.PLAN_ACTION_WRITTEN, action, plan, action.what, by)
    _write_to_owner(action, plan, is_new=True, by=by, on=on)
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
    plan = plan_to_write(action.objective.plan_id)
    action = still_there(_actions_in(plan).filter(pk=action.pk).first())
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
    before = (action.what, action.owner_id, action.due_on)
    if write_changes(action, changes, mark=selectors.edition_of_action(action), seen=seen):
        record_change(Action.PLAN_ACTION_WRITTEN, action, plan, action.what, by)
        if (action.what, action.owner_id, action.due_on) != before:
            _write_to_owner(action, plan, is_new=action.owner_id != before[1], by=by, on=on)
    return action


@transaction.atomic
def finish_action(*, action: PlanAction, done_on: date, on: date, by: User) -> PlanAction:
    """Record that an action is done.

    Recorded already stays as it is. Raises ValidationError for a day to come.
    """
    plan = plan_to_write(action.objective.plan_id)
    action = still_there(_actions_in(plan).filter(pk=action.pk).first())
    if action.done_on is not None:
        return action  # pressed twice
    _must_not_be_to_come(done_on, on=on)
    action.done_on = done_on
    save_in_words(action, fields=["done_on"])
    record_change(Action.PLAN_ACTION_DONE, action, plan, action.what, by)
    return action


@transaction.atomic
def remove_action(*, action: PlanAction, by: User) -> None:
    """Take an action out of the plan. Gone already is gone."""
    plan = plan_to_write(action.objective.plan_id)
    row = _actions_in(plan).filter(pk=action.pk).first()
    if row is None:
        return  # pressed twice
    record_change(Action.PLAN_ACTION_REMOVED, row, plan, row.what, by)
    row.delete()


def _write_to_owner(action: PlanAction, plan: DevelopmentPlan, *, is_new: bool, by: User, on: date) -> None:
    """The managers of the setting that does it hear of it, once the group works by the plan."""
    if plan.state != PlanState.CURRENT or action.owner_id is None or action.done_on is not None:
        return
    about: dict[str, Any] = {
        "action_id": action.pk,
        "edition": selectors.edition_of_action(action),
        "by_id": by.pk,
    }
    for person in everybody_managing([action.owner_id], on=on):
        if person.pk != by.pk:
            send_email(ActionGiven(user_id=person.pk, is_new=int(is_new), **about))


def _actions_in(plan: DevelopmentPlan) -> Any:
    return PlanAction.objects.filter(objective__plan=plan)


def _must_be_member(owner: Provider | None, collaboration: Collaboration, *, on: date) -> None:
    if owner is not None and membership_of_provider(collaboration, owner.pk, on=on) is None:
        raise ValidationError({"owner": _("Choose a setting that is a member of the collaboration.")})


def _must_not_be_to_come(done_on: date, *, on: date) -> None:
    if done_on > on:
        raise ValidationError({"done_on": _("The day must be today or in the past.")})
